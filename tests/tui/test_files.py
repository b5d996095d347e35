"""Importing with a preview, exporting, sets and packs, the doctor, the first start."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Button, OptionList

from glossary.workspace import Workspace
from tests.packs.starter_pack import CONCEPTS
from tests.store.build import every_row, run_sql
from tests.tui.desk import NARROW, Desk, at_desk
from tui.screens import importing
from tui.screens.ask import Ask
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.doctor import Doctor
from tui.screens.exporting import Export
from tui.screens.importing import Import
from tui.screens.look_up import LookUp
from tui.screens.page import Dialog, begin
from tui.screens.sets import Sets
from tui.screens.tour import Tour
from tui.widgets.line_input import LineInput


async def opened(desk: Desk, part: str, kind: type[Dialog[None]]) -> None:
    """The dialog, by the menu of files."""
    await desk.press("f9")
    await desk.showing(Choose)
    await desk.type(part)
    await desk.press("enter")
    await desk.showing(kind)


def line(desk: Desk, name: str) -> LineInput:
    return desk.app.screen.query_one(f"#{name}", LineInput)


def button(desk: Desk, name: str) -> Button:
    return desk.app.screen.query_one(f"#{name}", Button)


async def outcome(desk: Desk, part: str) -> None:
    """Wait until the dialog says this."""
    await desk.until(lambda: part in desk.text("#outcome"), f"for {part}")


def test_an_import_is_mapped_seen_before_and_taken_back(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("가칭,中文,뜻\n련습,练习,익히는 일\n량산,量产,\n,,\n", encoding="utf-8")

    async def journey(desk: Desk) -> None:
        await opened(desk, "Import", Import)
        line(desk, "path").value = str(file)
        await desk.press("enter")
        await outcome(desk, "does not tell what the column 가칭 holds")
        assert line(desk, "map").value == "가칭=-"
        assert button(desk, "import").disabled
        line(desk, "map").value = "가칭=ko-CN, 뜻=definition"
        line(desk, "map").focus()
        await desk.press("enter")
        await outcome(desk, "1 new")
        assert "련습 · 练习" in desk.text("#outcome")
        assert desk.ask(lambda space: space.search.find("练习").hits[0].concept) is None
        await desk.until(lambda: button(desk, "import").has_focus)
        await desk.press("enter")
        await outcome(desk, "Imported into the set mine: 1 new")
        await desk.press("escape")
        await desk.showing(LookUp)
        await desk.until(lambda: "련습" in desk.lines()[0])
        concept = desk.ask(lambda space: space.search.find("练习").hits[0].concept)
        assert concept
        assert desk.ask(lambda space: space.terms.find(concept).concept.definition) == "익히는 일"
        await desk.press("ctrl+z")
        await desk.showing(Confirm)
        assert "import terms.csv" in desk.screen()
        await desk.press("enter")
        await desk.until(lambda: "련습" not in desk.lines()[0])

    at_desk(small, journey)


def test_refused_rows_are_shown_with_their_reasons_and_nothing_is_written(
    small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("ko-CN,zh\n련습,练习\n가\u202e나,害\n", encoding="utf-8")
    before = every_row(small)

    async def journey(desk: Desk) -> None:
        await opened(desk, "Import", Import)
        line(desk, "path").value = str(file)
        await desk.press("enter")
        await outcome(desk, "1 refused")
        assert "U+202E" in desk.text("#outcome")
        assert button(desk, "import").disabled

    at_desk(small, journey, size=NARROW)
    assert every_row(small) == before


def test_an_encoding_that_is_only_likely_is_proposed(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    rows = "\n".join(f"량산품{number},量产品，新产品和旧产品{number}" for number in range(40))
    file.write_bytes(f"ko-CN,zh\n{rows}\n".encode("gb18030"))

    async def journey(desk: Desk) -> None:
        await opened(desk, "Import", Import)
        line(desk, "path").value = str(file)
        await desk.press("enter")
        await desk.until(lambda: bool(line(desk, "encoding").value))
        await desk.press("enter")
        await outcome(desk, "40 new")
        assert "量产品，新产品和旧产品0" in desk.text("#outcome")

    at_desk(small, journey)


def test_an_import_that_is_stopped_leaves_nothing(
    small: Path, tmp_path: Path, monkeypatch: object
) -> None:
    file = tmp_path / "terms.csv"
    rows = "\n".join(f"낱말{number},词{number}" for number in range(3_000))
    file.write_text(f"ko-CN,zh\n{rows}\n", encoding="utf-8")
    before = every_row(small)
    carried_out = importing.run_import

    async def journey(desk: Desk) -> None:
        def stopped(workspace: Workspace, plan: object, command: str, report: object) -> object:
            def at_writing(stage: str, done: int, whole: int) -> None:
                if stage == "write":
                    desk.app.call_from_thread(desk.app.screen.query_one("#stop", Button).press)
                    while not workspace.database.interrupted:
                        pass
                report(stage, done, whole)  # type: ignore[operator]

            return carried_out(workspace, plan, command, at_writing)  # type: ignore[arg-type]

        monkeypatch.setattr(importing, "run_import", stopped)  # type: ignore[attr-defined]
        await opened(desk, "Import", Import)
        line(desk, "path").value = str(file)
        await desk.press("enter")
        await outcome(desk, "3000 new")
        await desk.press("enter")
        await outcome(desk, "Stopped; nothing was written.")

    at_desk(small, journey)
    assert every_row(small) == before


def test_terms_are_written_to_a_file(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"

    async def journey(desk: Desk) -> None:
        await opened(desk, "Export", Export)
        line(desk, "path").value = str(target)
        line(desk, "domain").value = "기술"
        await desk.press("enter")
        await outcome(desk, "concepts: 3")
        await desk.press("enter")
        await outcome(desk, "exists already")

    at_desk(small, journey, size=NARROW)
    written = target.read_text("utf-8-sig")
    assert "量产" in written
    assert "重视" not in written


def test_sets_are_made_ordered_and_packs_put_in(small: Path) -> None:
    def names(space: Workspace) -> list[str]:
        return [each.name for each in space.sets.all()]

    async def journey(desk: Desk) -> None:
        await opened(desk, "Sets", Sets)
        await desk.until(lambda: "mine" in desk.screen())
        assert "concepts: 4" in desk.screen()
        button(desk, "create").press()
        await desk.showing(Ask)
        await desk.type("client")
        await desk.press("enter")
        await desk.until(lambda: desk.ask(names) == ["mine", "client"])
        await desk.showing(Sets)
        await desk.until(lambda: "client" in desk.screen())
        options = desk.app.screen.query_one(OptionList)
        options.highlighted = 1
        button(desk, "raise").press()
        await desk.until(lambda: desk.ask(names) == ["client", "mine"])
        place = next(
            at
            for at in range(options.option_count)
            if "pack starter" in str(options.get_option_at_index(at).prompt)
        )
        options.focus()
        options.highlighted = place
        await desk.press("enter")
        await desk.until(lambda: "starter" in desk.ask(names))
        await desk.until(lambda: f"3 starter concepts: {len(CONCEPTS)}" in desk.screen())

    at_desk(small, journey)


def test_damage_is_found_and_what_is_derived_made_anew(small: Path) -> None:
    run_sql(small, "UPDATE term_key SET key = 'x' WHERE kind = 'fold' AND key = '칩'")

    async def journey(desk: Desk) -> None:
        await opened(desk, "Examine", Doctor)
        await desk.press("enter")
        await outcome(desk, "search keys of 칩")
        button(desk, "repair").press()
        await outcome(desk, "Concepts examined: 4")

    at_desk(small, journey)
    with Workspace(str(small)) as workspace:
        assert workspace.doctor.examine().sound


@pytest.mark.parametrize("pasted", [False, True])
def test_what_is_typed_at_the_tour_is_searched_for(starter: Path, *, pasted: bool) -> None:
    async def journey(desk: Desk) -> None:
        await desk.showing(Tour)
        if pasted:
            desk.app.screen.post_message(Paste("양산\n"))
        else:
            await desk.type("양산")
        await desk.settled()
        screen = desk.app.screen
        assert isinstance(screen, LookUp)
        assert screen.wanted_text() == "양산"
        await desk.type("품")
        assert screen.wanted_text() == "양산품"

    at_desk(starter, journey, first=True)


def test_the_first_start_shows_the_tour_once_and_the_starter_pack(starter: Path) -> None:
    async def first(desk: Desk) -> None:
        await desk.showing(Tour)
        assert "양산" in desk.screen()
        await desk.press("enter")
        await desk.showing(LookUp)
        await desk.search("양산")
        assert "량산" in desk.lines()[0]
        await desk.until(lambda: "Set: starter" in desk.card())

    async def second(desk: Desk) -> None:
        assert isinstance(desk.app.screen, LookUp)

    at_desk(starter, first, first=True, size=NARROW)
    at_desk(starter, second)


def test_a_job_that_outlives_the_workbench_has_nothing_to_show(small: Path) -> None:
    """The workbench looks at the file again after a write; it may be closed meanwhile."""

    async def journey(desk: Desk) -> None:
        async def late() -> None:
            while desk.app.is_running:
                await asyncio.sleep(0)
            desk.app.query_one("#gone")

        begin(desk.app, late, "late")

    at_desk(small, journey)
