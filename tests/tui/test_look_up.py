"""The look-up: typing finds, the card shows, a key copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.model import KO_CN
from glossary.store.listing import PAGE
from glossary.texts.harmless import width
from glossary.workspace import Workspace
from tests.store.build import concept, write_all
from tests.tui.desk import NARROW, WIDE, Desk, at_desk
from tui.screens.choose import Choose
from tui.screens.look_up import LookUp
from tui.state import State
from tui.widgets.line_input import LineInput
from tui.widgets.result_list import ResultList


def test_the_first_key_goes_into_the_search_line(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.press("량")
        await desk.settled()
        assert desk.app.screen.query_one("#query", LineInput).value == "량"
        assert "량산" in desk.lines()[0]

    at_desk(small, journey)


def test_everything_stands_there_before_a_search_newest_first(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        assert [line.split()[-3] for line in desk.lines()[:2]] == [">칩", "량산"]
        assert desk.list.total == 4
        assert "1 of 4" in desk.text("#state")

    at_desk(small, journey)


def test_the_line_takes_anything_and_says_how_it_matched(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        for typed, found, how in (
            ("양산", "량산", "exact"),
            ("ㄹㅅ", "량산", "initials"),
            ("fidtks", "량산", "keyboard"),
            ("liang", "량산", "pinyin"),
            ("芯", "칩", "prefix"),
            ("重視", "중시하다", "variant"),
        ):
            await desk.search(typed)
            assert found in desk.lines()[0]
            assert how in desk.lines()[0]

    at_desk(small, journey)


def test_the_card_shows_all_of_the_concept(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("中试")
        card = desk.card()
        for part in (
            *("Korean in China", "Chinese", "South Korean", "파일럿 시험", "중간시험", "admitted"),
            *("forbidden", "길림신문, 《새 제품》, 2026-01-04", "Set: mine", "Domain: 기술"),
            *("겹치는 말이 있다.", "Found by 中试 (Chinese): exact"),
        ):
            assert part in card, part

    at_desk(small, journey)


def test_the_arrows_choose_and_the_card_follows(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("중시")
        await desk.until(lambda: "中试" in desk.card())
        await desk.press("down")
        await desk.settled()
        await desk.until(lambda: "重视" in desk.card())
        assert desk.lines()[1].startswith(">")

    at_desk(small, journey)


def test_the_best_hit_is_chosen_before_readings_that_no_concept_has(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("重")
        hits = desk.app.screen.query_one("#list", ResultList)
        assert [hits.chosen.concept if hits.chosen else "", desk.lines()[0][0]] == ["value", ">"]
        assert any("(reading)" in line for line in desk.lines())

    at_desk(small, journey)


def test_one_key_copies_the_form_to_write(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("tui.screens.page.copied_by_system", lambda text: not copied.append(text))

    async def journey(desk: Desk) -> None:
        await desk.search("中试")
        for count, key in enumerate(("f5", "f6", "f7"), 1):
            await desk.press(key)
            await desk.until(lambda: len(copied) == count)  # noqa: B023  # asked at once
            await desk.said(f"Copied: {copied[-1]}")
        assert copied == ["중시", "中试", "파일럿 시험"]

    at_desk(small, journey)


def test_without_a_tool_of_the_system_the_terminal_copies(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.page.copied_by_system", lambda text: False)

    async def journey(desk: Desk) -> None:
        await desk.search("량산")
        await desk.press("f7")
        await desk.said("Copied: 양산")
        assert desk.app.clipboard == "양산"

    at_desk(small, journey)


def test_a_key_pressed_before_the_search_ends_means_what_is_typed(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        desk.app.screen.query_one("#query", LineInput).value = "중시하다"
        await desk.press("f6")
        await desk.said("Copied: 重视")

    at_desk(small, journey)


def test_a_decomposed_paste_is_composed(small: Path) -> None:
    from unicodedata import normalize

    from textual.events import Paste

    async def journey(desk: Desk) -> None:
        line = desk.app.screen.query_one("#query", LineInput)
        line.post_message(Paste(normalize("NFD", "량산") + "\x1b[31m\u202e\n"))
        await desk.until(lambda: bool(line.value))
        assert line.value == "량산[31m"

    at_desk(small, journey)


def test_filters_are_chips_and_narrow_the_search(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.press("ctrl+t")
        await desk.showing(Choose)
        await desk.type("Domain")
        await desk.press("enter")
        await desk.until(lambda: "일반" in desk.screen())
        await desk.type("일반")
        await desk.press("enter")
        await desk.until(lambda: desk.list.total == 1)
        assert "Domain: 일반" in desk.text("#chip-domain")
        assert "중시하다" in desk.lines()[0]

    at_desk(small, journey)


def test_what_was_searched_for_and_used_can_be_searched_again(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("량산")
        await desk.press("f7")
        await desk.said("Copied")
        await desk.search("칩")
        await desk.press("ctrl+r")
        await desk.showing(Choose)
        await desk.type("량")
        await desk.press("enter")
        await desk.showing(LookUp)
        line = desk.app.screen.query_one("#query", LineInput)
        await desk.until(lambda: line.value == "량산")

    at_desk(small, journey)
    assert "량산" in State(str(small)).searches


def test_the_end_of_a_long_list_is_there_at_once(small: Path) -> None:
    with Workspace(str(small)) as workspace:
        write_all(workspace, [concept(f"n{number}", f"항목{number}") for number in range(5 * PAGE)])

    async def journey(desk: Desk) -> None:
        await desk.until(lambda: desk.list.total == 5 * PAGE + 4)
        await desk.press("ctrl+end")
        await desk.until(lambda: any("중시" in line for line in desk.lines()))
        last = f"{5 * PAGE + 4} of {5 * PAGE + 4}"
        await desk.until(lambda: last in desk.text("#state"), "for the last line")
        await desk.press("ctrl+home")
        await desk.until(lambda: f"항목{5 * PAGE - 1}" in desk.lines()[0])

    at_desk(small, journey)


def test_columns_align_with_wide_characters_at_every_size(starter: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("ㅈㅅ")
        assert desk.list.total > 3
        for size in (NARROW, WIDE, (250, 70), (60, 20)):
            await desk.pilot.resize_terminal(*size)
            await desk.until(lambda: desk.app.screen.size == size)  # noqa: B023  # asked at once
            await desk.pause()
            room = desk.list.scrollable_content_region.width
            lines = [desk.list.render_line(y) for y in range(min(desk.list.total, 10))]
            assert {line.cell_length for line in lines} == {room}
            for row in desk.screen().split("\n"):
                assert width(row) <= size[0]

    at_desk(starter, journey, size=(100, 30))


def test_escape_goes_back_to_the_line_and_loses_nothing(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("량산")
        await desk.press("tab", "escape")
        line = desk.app.screen.query_one("#query", LineInput)
        assert line.has_focus
        assert line.value == "량산"
        await desk.press("칩")
        assert line.value == "칩"

    at_desk(small, journey)


def test_a_search_without_result_offers_to_add(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("xqzwv")
        assert desk.list.total == 0
        await desk.until(lambda: "Nothing found for xqzwv" in desk.card())

    at_desk(small, journey)


def test_the_card_says_the_form_of_another_variety(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("试制")
        await desk.until(lambda: "derived" in desk.card())
        assert desk.list.chosen is not None
        assert desk.list.chosen.terms[0].variety == KO_CN

    at_desk(small, journey)


def test_what_is_chosen_stays_chosen_when_somebody_writes(small: Path) -> None:
    """Also where the list begins with others, which are shown first."""
    with Workspace(str(small)) as workspace:
        write_all(workspace, [concept("crowd", "군중시설")])

    async def journey(desk: Desk) -> None:
        await desk.search("중시")
        await desk.until(lambda: desk.list.total == 3)
        await desk.press("ctrl+end")
        await desk.until(lambda: desk.list.chosen is not None and desk.list.place == 2)
        assert desk.list.chosen.concept == "crowd"
        with Workspace(str(small)) as other:
            write_all(other, [concept("new", "새말")])
        desk.app.look_again()
        await desk.settled()
        await desk.until(lambda: desk.list.total == 3)
        assert desk.list.chosen.concept == "crowd"

    at_desk(small, journey)
