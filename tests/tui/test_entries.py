"""Adding and changing: proposals, like entries, statuses, merging, deleting, undo and redo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Button

from glossary import places
from glossary.errors import NotFound
from glossary.model import KO_CN, KO_KR, ZH_CN
from glossary.workspace import Workspace
from tests.tui.desk import NARROW, Desk, at_desk, form
from tui.screens.changes import ConceptHistory, HistoryPage
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.edit import EditConcept
from tui.screens.look_up import LookUp
from tui.widgets.text_field import TextField


def found(workspace: Workspace, text: str) -> list[tuple[str, str, str]]:
    """The terms of the first concept that a text finds."""
    hits = workspace.search.find(text, 1).hits
    assert hits
    return [(term.variety, term.text, term.status) for term in hits[0].terms]


async def thought(desk: Desk) -> None:
    """Wait until the form has looked for proposals and like entries."""
    screen = desk.app.screen
    await desk.pause()
    await desk.until(lambda: all(worker.group != "think" for worker in screen.workers), "to think")


def test_a_search_becomes_an_entry_with_what_is_proposed(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("量子通信")
        await desk.press("ctrl+n")
        rows = await form(desk)
        assert [each.text for each in rows.entered()] == ["量子通信"]
        await thought(desk)
        assert "량자통신" in desk.text("#proposed")
        assert "양자통신" in desk.text("#proposed")
        await desk.press("f5")
        await desk.until(lambda: len(rows.entered()) == 3)
        await desk.press("ctrl+s")
        await desk.showing(LookUp)
        await desk.said("Added to the set mine")
        await desk.until(lambda: "량자통신" in desk.lines()[0], "for the entry in the list")

    at_desk(small, journey)
    with Workspace(str(small)) as workspace:
        assert found(workspace, "量子通信") == [
            (KO_CN, "량자통신", "preferred"),
            (ZH_CN, "量子通信", "preferred"),
            (KO_KR, "양자통신", "preferred"),
        ]
        newest = workspace.history.batches(1)[0]
        assert (newest.actor, newest.command) == ("tui", "add")


def test_a_like_entry_is_shown_and_asked_about_before_saving(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("양산")
        await desk.press("ctrl+n")
        await form(desk)
        await thought(desk)
        assert "량산 · 量产 · 양산" in desk.text("#like")
        await desk.press("ctrl+s")
        await desk.showing(Confirm)
        assert "量产" in desk.screen()
        await desk.press("escape")
        await desk.showing(EditConcept)
        assert desk.ask(lambda space: space.search.find("양산").total) == 1
        await desk.press("ctrl+s")
        await desk.showing(Confirm)
        await desk.press("enter")
        await desk.showing(LookUp)
        await desk.until(lambda: desk.ask(lambda space: space.search.find("양산").total) == 2)

    at_desk(small, journey, size=NARROW)


def test_an_entry_is_edited_and_undone_and_done_again(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("芯片")
        await desk.press("enter")
        rows = await form(desk)
        row = next(row for row in rows.query("TermRow") if getattr(row, "variety", "") == KO_KR)
        line = row.query_one("LineInput")
        line.focus()
        await desk.press("home")
        await desk.type("반도체 ")
        await desk.press("ctrl+s")
        await desk.showing(LookUp)
        assert desk.ask(lambda space: found(space, "芯片"))[2][1] == "반도체 칩"
        await desk.until(lambda: "반도체 칩" in desk.card())
        await desk.press("ctrl+z")
        await desk.showing(Confirm)
        await desk.until(lambda: "반도체 칩" in desk.screen())
        assert "edit" in desk.screen()
        await desk.press("enter")
        await desk.until(lambda: desk.ask(lambda space: found(space, "芯片"))[2][1] == "칩")
        await desk.showing(LookUp)
        await desk.until(lambda: "반도체" not in desk.card(), "for the card")
        await desk.press("ctrl+y")
        await desk.showing(Confirm)
        await desk.press("enter")
        await desk.until(lambda: desk.ask(lambda space: found(space, "芯片"))[2][1] == "반도체 칩")

    at_desk(small, journey)


def test_several_terms_their_statuses_and_long_notes(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("芯片")
        await desk.press("enter")
        rows = await form(desk)
        own = [row for row in rows.query("TermRow") if getattr(row, "variety", "") == KO_KR]
        own[-1].query_one("LineInput").focus()
        await desk.type("반도체")
        await desk.press("tab", "tab", "left")  # from admitted to preferred: the other steps back
        note = desk.app.screen.query_one("#note", TextField)
        note.focus()
        await desk.type("첫줄")
        await desk.press("enter")
        await desk.type("둘째")
        await desk.press("ctrl+s")
        await desk.showing(LookUp)
        assert desk.ask(lambda space: found(space, "芯片"))[2:] == [
            (KO_KR, "칩", "admitted"),
            (KO_KR, "반도체", "preferred"),
        ]
        assert desk.ask(lambda space: space.terms.find("chip").concept.note) == "첫줄\n둘째"

    at_desk(small, journey)


def test_the_part_of_speech_is_chosen_and_kept(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        for step, pos in (("left", "abbreviation"), ("right", ""), ("right", "noun")):
            await desk.search("芯片")
            await desk.press("enter")
            await form(desk)
            await desk.press("tab", step, "ctrl+s")
            await desk.showing(LookUp)
            terms = desk.ask(lambda space: space.terms.find("chip").concept.terms)
            assert [term.pos for term in terms if term.variety == KO_CN] == [pos]

    at_desk(small, journey)


def test_editing_keeps_what_the_form_does_not_show(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        before = desk.ask(lambda space: space.terms.find("trial").concept)
        await desk.search("中试")
        await desk.press("enter")
        await form(desk)
        await desk.press("ctrl+s")
        await desk.showing(LookUp)
        assert desk.ask(lambda space: space.terms.find("trial").concept) == before

    at_desk(small, journey)


def test_escape_keeps_a_draft_that_outlives_the_program(small: Path) -> None:
    async def leaves(desk: Desk) -> None:
        await desk.press("ctrl+n")
        await form(desk)
        await desk.type("새말")
        await desk.press("escape")
        await desk.showing(LookUp)
        await desk.said("Kept as a draft")

    async def comes_back(desk: Desk) -> None:
        await desk.press("ctrl+n")
        rows = await form(desk)
        assert [each.text for each in rows.entered()] == ["새말"]
        button = desk.app.screen.query_one("#away", Button)
        button.press()
        await desk.showing(LookUp)
        await desk.press("ctrl+n")
        assert (await form(desk)).entered() == ()

    at_desk(small, leaves)
    kept = Path(places.state_folder(), "drafts.json")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "새말" in json.dumps(json.loads(kept.read_text("utf-8")), ensure_ascii=False)
    at_desk(small, comes_back)


def test_what_is_typed_is_kept_when_the_terminal_closes(small: Path) -> None:
    async def dies(desk: Desk) -> None:
        await desk.press("ctrl+n")
        await form(desk)
        await desk.type("잃지않음")
        await thought(desk)

    async def comes_back(desk: Desk) -> None:
        await desk.press("ctrl+n")
        assert [each.text for each in (await form(desk)).entered()] == ["잃지않음"]

    at_desk(small, dies)
    at_desk(small, comes_back)


def test_a_refused_term_is_told_and_stays_in_the_form(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.press("ctrl+n")
        await form(desk)
        await desk.press("ctrl+s")
        await desk.said("An entry needs a term")
        assert isinstance(desk.app.screen, EditConcept)

    at_desk(small, journey)


@pytest.mark.parametrize(
    ("word", "label"),
    [("구름", "Korean in China"), ("련습", "Korean in China"), ("연습", "South Korean")],
)
def test_a_new_word_stands_where_its_spelling_says_and_the_set_is_told_before_saving(
    small: Path, word: str, label: str
) -> None:
    async def journey(desk: Desk) -> None:
        home = desk.ask(lambda space: space.terms.home()[1].name)
        await desk.search(word)
        await desk.press("ctrl+n")
        await form(desk)
        lines = desk.screen().splitlines()
        assert [label in line for line in lines if f"{word} " in line and "[" in line] == [True]
        assert any(f"New entry  Set: {home}" in line for line in lines)

    at_desk(small, journey)


def test_the_form_of_a_read_only_sets_concept_tells_where_the_change_goes(starter: Path) -> None:
    async def journey(desk: Desk) -> None:
        home = desk.ask(lambda space: space.terms.home()[1].name)
        await desk.search("양산")
        await desk.press("f10")
        await form(desk)
        assert f"Edit entry  Set: starter → {home}" in desk.screen()

    at_desk(starter, journey)


def test_deleting_asks_and_can_be_undone(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("芯片")
        await desk.press("shift+delete")
        await desk.showing(Confirm)
        assert "칩 · 芯片" in desk.screen()
        await desk.press("escape")
        await desk.showing(LookUp)
        assert desk.ask(lambda space: space.terms.find("chip").concept.uid) == "chip"
        await desk.press("shift+delete")
        await desk.showing(Confirm)
        await desk.press("enter")
        await desk.said("Deleted")
        await desk.until(lambda: desk.list.chosen is not None and not desk.list.chosen.concept)

    at_desk(small, journey)
    with Workspace(str(small)) as workspace:
        try:
            workspace.terms.find("chip")
        except NotFound as error:
            assert error.code == "concept-unknown"  # noqa: PT017  # either way something is asserted
        else:
            raise AssertionError("the concept is still there")


def test_two_concepts_become_one(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("중시")
        await desk.press("ctrl+g")
        await desk.showing(Choose)
        await desk.press("enter")
        await desk.said("Merged")
        await desk.until(lambda: desk.list.total == 1)

    at_desk(small, journey)
    with Workspace(str(small)) as workspace:
        texts = {term.text for term in workspace.terms.find("value").concept.terms}
        assert {"중시", "重视", "中试"} <= texts


def test_the_history_of_a_concept_shows_differences(small: Path) -> None:
    with Workspace(str(small)) as workspace:
        concept = workspace.terms.find("chip").concept
        from glossary.workflow.entering import Edit, edited

        change = Edit(note="작다", renamed=((KO_KR, "반도체"),))
        workspace.terms.edit(edited(concept, change), "edit")

    async def journey(desk: Desk) -> None:
        await desk.search("芯片")
        await desk.press("shift+f8")
        await desk.showing(ConceptHistory)
        await desk.until(lambda: bool(desk.text("#changes")))
        said = desk.text("#changes")
        assert "- 칩" in said
        assert "+ 반도체" in said
        assert "+ 작다" in said

    at_desk(small, journey)


def test_any_batch_can_be_undone_from_the_history(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.press("f8")
        await desk.showing(HistoryPage)
        await desk.until(lambda: "import" in desk.screen())
        await desk.press("enter")
        await desk.showing(Confirm)
        await desk.press("enter")
        await desk.said("Undone")
        await desk.until(lambda: "undoes batch" in desk.screen())
        await desk.press("f2")
        await desk.until(lambda: isinstance(desk.app.screen, LookUp))
        await desk.until(lambda: desk.list.total == 0)

    at_desk(small, journey)
