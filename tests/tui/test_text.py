"""The text page: known terms, their cards, adding from a selection, converting with a review."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from textual.events import Paste
from textual.widgets import OptionList

from tests.tui.desk import NARROW, Desk, at_desk
from tui.screens.edit import EditConcept
from tui.screens.look_up import LookUp
from tui.screens.open_text import OpenText
from tui.screens.review import Review
from tui.screens.text import TextPage
from tui.widgets.term_rows import TermRows
from tui.widgets.text_field import TextField

TEXT = "새 칩을 량산하기로 하였다.\n\n로동자들은 칩을 중시하였다."


async def opened(desk: Desk, text: str = TEXT) -> TextField:
    """The page with a text that was pasted, its terms found."""
    await desk.press("f3")
    await desk.showing(TextPage)
    field = desk.app.screen.query_one("#text", TextField)
    field.post_message(Paste(text))
    await desk.until(lambda: "Known terms: 0" not in desk.text("#state"), "for the terms")
    return field


def marked(field: TextField) -> list[str]:
    """What is marked in the text."""
    return [
        field.get_line(row).plain[start:end]
        for row, line in sorted(field._stretches.items())
        for start, end, _ in line
    ]


def test_known_terms_are_marked_and_their_cards_stand_beside(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        field = await opened(desk, normalize("NFD", TEXT))
        assert field.text == TEXT
        assert marked(field)[:2] == ["칩", "량산"] or marked(field)[:1] == ["량산"]
        field.move_cursor((0, 0))
        await desk.press("f5")
        await desk.until(lambda: field.selected_text in ("칩", "량산"))
        while field.selected_text != "량산":
            await desk.press("f5")
            await desk.pause()
        await desk.until(lambda: "量产" in desk.card())
        first = field.selection
        await desk.press("f5")
        await desk.until(lambda: field.selection != first)
        await desk.press("f6")
        await desk.until(lambda: field.selected_text == "량산")

    at_desk(small, journey)


def test_a_selection_becomes_an_entry_and_is_marked_then(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        field = await opened(desk)
        at = TEXT.index("로동자")
        field.select_stretch(at, at + 3)
        await desk.press("ctrl+n")
        await desk.showing(EditConcept)
        rows = desk.app.screen.query_one(TermRows)
        await desk.until(lambda: [each.text for each in rows.entered()] == ["로동자"])
        await desk.press("ctrl+s")
        await desk.showing(TextPage)
        await desk.until(lambda: "로동자" in marked(field), "for the new term")
        assert desk.ask(lambda space: space.search.find("로동자").total) == 1

    at_desk(small, journey)


def test_who_saves_at_once_saves_what_the_form_was_about_to_show(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        field = await opened(desk)
        at = TEXT.index("로동자")
        field.select_stretch(at, at + 3)
        await desk.press("ctrl+n")
        await desk.showing(EditConcept)
        desk.app.screen.action_save()  # type: ignore[attr-defined]
        await desk.showing(TextPage)
        assert desk.ask(lambda space: space.search.find("로동자").total) == 1

    at_desk(small, journey)


def test_a_file_is_opened(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")

    async def journey(desk: Desk) -> None:
        await desk.press("f3")
        await desk.showing(TextPage)
        await desk.press("ctrl+o")
        await desk.showing(OpenText)
        desk.app.screen.query_one("#line").value = str(file)  # type: ignore[attr-defined]
        await desk.press("enter")
        await desk.showing(TextPage)
        field = desk.app.screen.query_one("#text", TextField)
        await desk.until(lambda: field.text == TEXT)
        await desk.until(lambda: "량산" in marked(field))
        await desk.press("ctrl+o")
        await desk.showing(OpenText)
        desk.app.screen.query_one("#line").value = str(tmp_path / "none")  # type: ignore[attr-defined]
        await desk.press("enter")
        await desk.until(lambda: "cannot be read" in desk.text("#outcome"))
        await desk.press("escape")
        assert field.text == TEXT

    at_desk(small, journey, size=NARROW)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("量产新芯片，重视工人。\n", "GB18030"), ("새 칩을 량산하였다.\n", "CP949")],
)
def test_a_text_of_another_encoding_is_opened_by_the_next_enter(
    small: Path, tmp_path: Path, text: str, encoding: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode(encoding))

    async def journey(desk: Desk) -> None:
        field = await opened(desk)
        await desk.press("ctrl+o")
        await desk.showing(OpenText)
        assert "[as the file says]" in desk.screen()
        await desk.type(str(file))
        await desk.press("enter")
        await desk.until(lambda: encoding in desk.text("#outcome"), "for the refusal")
        said = desk.text("#outcome")
        assert text.strip()[:6] in said
        assert "--encoding" not in said
        assert f"[{encoding}]" in desk.screen()
        await desk.press("enter")
        await desk.until(lambda: field.text == text.strip(), "for the text")
        field.focus()
        await desk.press("ctrl+z")  # what stood there is not lost
        assert field.text == TEXT

    at_desk(small, journey, size=NARROW)


def test_an_encoding_that_is_chosen_wrongly_is_told_and_another_can_be_chosen(
    small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes("뜌뮤 쀼\n".encode("cp949"))  # rare syllables: nothing is likely

    async def journey(desk: Desk) -> None:
        await desk.press("f3")
        await desk.showing(TextPage)
        field = desk.app.screen.query_one("#text", TextField)
        await desk.press("ctrl+o")
        await desk.showing(OpenText)
        await desk.type(str(file))
        await desk.press("enter")
        await desk.until(lambda: "choose another encoding" in desk.text("#outcome"))
        await desk.press("tab", "space", "space", "space")
        assert "[CP949]" in desk.screen()
        await desk.press("tab", "enter")
        await desk.until(lambda: field.text == "뜌뮤 쀼", "for the text")

    at_desk(small, journey, size=NARROW)


def test_each_change_is_reviewed_and_can_be_undone(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        field = await opened(desk)
        await desk.press("f7")
        await desk.showing(Review)
        options = desk.app.screen.query_one("#edits", OptionList)
        lines = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
        assert any("[x]" in line and "량산 → 양산" in line for line in lines)
        at = next(number for number, line in enumerate(lines) if "로동 → 노동" in line)
        options.highlighted = at
        await desk.press("space")
        assert "[ ]" in str(options.get_option_at_index(at).prompt)
        desk.app.screen.query_one("#apply").press()  # type: ignore[attr-defined]
        await desk.showing(TextPage)
        await desk.until(lambda: "양산" in field.text)
        assert "로동자" in field.text
        field.focus()
        await desk.said("Ctrl+Z takes them back")
        await desk.press("ctrl+z")
        assert field.text == TEXT
        await desk.until(lambda: "Ctrl+Z" not in desk.notices())

    at_desk(small, journey)


def test_nothing_is_changed_by_escape_and_the_text_is_there_next_time(small: Path) -> None:
    async def leaves(desk: Desk) -> None:
        field = await opened(desk)
        await desk.press("f7")
        await desk.showing(Review)
        await desk.press("escape")
        await desk.showing(TextPage)
        assert field.text == TEXT
        await desk.press("f2")
        await desk.showing(LookUp)

    async def comes_back(desk: Desk) -> None:
        await desk.press("f3")
        await desk.showing(TextPage)
        field = desk.app.screen.query_one("#text", TextField)
        assert field.text == TEXT
        await desk.until(lambda: "량산" in marked(field))

    at_desk(small, leaves)
    at_desk(small, comes_back)
