"""Reading and writing beside the screen: each on its thread, the newest question first."""

from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path

import pytest

from glossary.errors import DatabaseError
from glossary.workspace import Workspace
from tests.store.build import concept, write_all
from tui.session import Session, stoppable

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"


def test_reading_and_writing_have_threads_of_their_own(small: Path) -> None:
    async def run() -> set[int]:
        session = Session(str(small))
        jobs = (session.read, session.write, session.read, session.write)
        threads = {await job(lambda _: threading.get_ident()) for job in jobs}
        session.close()
        return threads

    threads = asyncio.run(run())
    assert len(threads) == 2
    assert threading.get_ident() not in threads


def test_whoever_stops_waiting_interrupts_and_the_next_is_answered(small: Path) -> None:
    async def run() -> int:
        session = Session(str(small))
        begun = threading.Event()

        def endless(workspace: Workspace) -> None:
            begun.set()
            workspace.database.rows(ENDLESS)

        older = asyncio.ensure_future(session.read(endless))
        await asyncio.to_thread(begun.wait)
        older.cancel()
        found = await session.read(lambda workspace: workspace.search.find("량산").total)
        with pytest.raises(asyncio.CancelledError):
            await older
        session.close()
        return found

    assert asyncio.run(run()) == 1


def test_a_job_that_never_began_does_not_stop_another(small: Path) -> None:
    async def run() -> str:
        session = Session(str(small))
        release = threading.Event()

        def waits(workspace: Workspace) -> str:
            release.wait()
            workspace.search.find("량산")
            return "done"

        first = asyncio.ensure_future(session.read(waits))
        second = asyncio.ensure_future(session.read(lambda _: "never"))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.sleep(0)
        release.set()
        answer = await first
        session.close()
        return answer

    assert asyncio.run(run()) == "done"


def test_writing_that_is_stopped_leaves_nothing(small: Path) -> None:
    async def run() -> None:
        session = Session(str(small))
        begun = threading.Event()

        def writes(workspace: Workspace) -> None:
            report = stoppable(workspace, lambda *_: None)
            with workspace.database.write("import"):
                write = workspace.sets.find("mine")[0]
                assert write
                workspace.database.rows("SELECT 1")
                begun.set()
                while True:
                    report("write", 1, 2)

        job = asyncio.ensure_future(session.write(writes))
        await asyncio.to_thread(begun.wait)
        session.stop_writing()
        with pytest.raises(DatabaseError, match="interrupted"):
            await job
        assert await session.write(lambda workspace: workspace.history.batches(1)[0].command)
        session.close()

    asyncio.run(run())


def test_changes_from_anywhere_are_noticed_and_a_file_that_has_gone(small: Path) -> None:
    async def run() -> None:
        session = Session(str(small))
        assert not await session.changed()
        assert not await session.changed()
        with Workspace(str(small)) as other:
            write_all(other, [concept("o", "새로")])
        assert await session.changed()
        assert not await session.changed()
        await session.write(lambda workspace: workspace.terms.remove("o", "rm"))
        assert await session.changed()
        os.rename(small, small.with_name("gone.db"))
        with pytest.raises(DatabaseError, match="tui-vanished"):
            await session.changed()
        session.close()

    asyncio.run(run())


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    async def run() -> None:
        session = Session(str(tmp_path / "none.db"))
        with pytest.raises(DatabaseError, match="database-missing"):
            await session.read(lambda workspace: workspace.search.find("x"))
        session.close()

    asyncio.run(run())
