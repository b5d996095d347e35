"""A file that is held, read-only, gone or written by others: a sentence, and the work goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glossary.store.sqlite import sqlite3
from glossary.workspace import Workspace
from tests.store.build import concept, new_file, write_all
from tests.tui.desk import Desk, at_desk, form
from tui.app import Workbench
from tui.screens.ask import Ask
from tui.screens.choose import Choose
from tui.screens.doctor import Doctor
from tui.screens.edit import EditConcept
from tui.screens.look_up import LookUp

ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def test_what_another_process_writes_appears(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("새로")
        assert desk.list.total == 0
        with Workspace(str(small)) as other:
            write_all(other, [concept(f"o{number}", f"새로{number}") for number in range(3)])
        desk.app.look_again()
        await desk.until(lambda: desk.list.total == 3)
        with Workspace(str(small)) as other:
            other.terms.remove("o0", "rm")
        desk.app.look_again()
        await desk.until(lambda: desk.list.total == 2)

    at_desk(small, journey)


@pytest.mark.parametrize("write_ahead", [True, False])
def test_a_held_file_can_be_searched_and_the_waiting_is_told(
    tmp_path: Path, write_ahead: bool
) -> None:
    path = new_file(tmp_path / "held.db", write_ahead=write_ahead)
    with Workspace(str(path)) as workspace:
        write_all(workspace, [concept("a", "량산", zh="量产")])
    held = sqlite3.connect(str(path), isolation_level=None)
    held.execute("BEGIN IMMEDIATE")

    async def journey(desk: Desk) -> None:
        await desk.search("양산")
        await desk.until(lambda: "量产" in desk.card())
        await desk.press("enter")
        rows = await form(desk)
        rows.query("LineInput").last().focus()
        await desk.type("양산")
        await desk.press("ctrl+s")
        await desk.pause()
        assert isinstance(desk.app.screen, EditConcept)  # it waits, and nothing is frozen
        held.execute("ROLLBACK")
        await desk.showing(LookUp)
        texts = desk.ask(lambda space: space.terms.find("a").concept.texts("ko-KR"))
        assert texts == ("양산",)

    try:
        at_desk(path, journey)
    finally:
        held.close()


def test_a_file_that_vanishes_is_told_and_a_copy_can_be_saved(small: Path, tmp_path: Path) -> None:
    copy = tmp_path / "saved.db"

    async def journey(desk: Desk) -> None:
        small.unlink()
        desk.app.look_again()
        await desk.said("is no longer there")
        await desk.search("양산")
        await desk.until(lambda: "量产" in desk.card())
        await desk.press("f9")
        await desk.showing(Choose)
        await desk.type("copy")
        await desk.press("enter")
        await desk.showing(Doctor)
        desk.app.screen.query_one("#backup").press()  # type: ignore[attr-defined]
        await desk.showing(Ask)
        desk.app.screen.query_one("#line").value = str(copy)  # type: ignore[attr-defined]
        await desk.press("enter")
        await desk.until(copy.exists)
        await desk.until(lambda: "saved.db" in desk.text("#outcome"))

    at_desk(small, journey)
    with Workspace(str(copy)) as workspace:
        assert workspace.search.find("양산").total == 1


def test_a_read_only_file_is_searched_and_says_why_nothing_is_saved(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ROOT:  # who may write to anything
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    else:
        small.chmod(0o400)

    async def journey(desk: Desk) -> None:
        await desk.until(lambda: "can only be read" in desk.text("#state"))
        await desk.search("양산")
        await desk.press("enter")
        rows = await form(desk)
        rows.query("LineInput").last().focus()
        await desk.type("대량생산")
        await desk.press("ctrl+s")
        await desk.said("can only be read")
        assert "대량생산" in [each.text for each in rows.entered()]

    at_desk(small, journey)


def test_a_defect_ends_in_its_exception_and_not_in_a_traceback_on_the_screen(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(LookUp, "action_filter", broken)

    async def journey(desk: Desk) -> None:
        await desk.press("ctrl+t")

    with pytest.raises(ZeroDivisionError):
        at_desk(small, journey)
    assert Workbench.CSS_PATH == "tui.tcss"
    assert "Traceback" not in capsys.readouterr().out
