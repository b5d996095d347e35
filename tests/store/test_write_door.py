"""Every write goes through one door: all of it is kept with a batch, or there is no trace."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from glossary.errors import DatabaseError, NotFound, UsageError
from glossary.store.database import Database
from glossary.store.holder import Holder, current_holder
from glossary.store.sqlite import sqlite3
from glossary.workspace import Workspace
from tests.store.build import answer, concept, content, every_row, python, run_sql, write_all


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_exception_inside_leaves_nothing(
    path: Path, workspace: Workspace, error: type[BaseException]
) -> None:
    write_all(workspace, [concept("a", "중시")])
    before = every_row(path)

    def fail() -> None:
        with workspace.database.write("import") as batch:
            many = [concept(f"n{number}", f"낱말{number}") for number in range(1_000)]
            workspace.terms.write(batch, 1, [*many, concept("a", "중심")])
            raise error

    with pytest.raises(error):
        fail()
    assert every_row(path) == before
    assert write_all(workspace, [concept("b", "량산")]) == 3


def test_a_bad_row_among_many_leaves_none(path: Path, workspace: Workspace) -> None:
    before = every_row(path)
    many = [concept(f"n{number}", f"낱말{number}") for number in range(2_000)]
    with pytest.raises(sqlite3.IntegrityError):
        write_all(workspace, [*many, concept("x", "중시", domain=None)])
    assert every_row(path) == before


def test_what_changes_nothing_leaves_no_batch(path: Path, workspace: Workspace) -> None:
    write_all(workspace, [concept("a", "중시")])
    workspace.sets.create("client", "create")
    before = every_row(path)

    with workspace.database.write("nothing"):
        pass
    write_all(workspace, [concept("a", "중시")])
    workspace.terms.edit(concept("a", "중시"), "edit")
    workspace.sets.change("client", "change", rank=2, read_only=False)
    workspace.decisions.remove("none", "decide")
    workspace.doctor.repair("doctor")

    assert every_row(path) == before


def test_a_refused_undo_leaves_no_batch(path: Path, workspace: Workspace) -> None:
    write_all(workspace, [concept("a", "중시")])
    before = every_row(path)
    with pytest.raises(NotFound):
        workspace.history.undo(99, "undo")
    with pytest.raises(UsageError, match="undo-first"):
        workspace.history.undo(1, "undo")
    assert every_row(path) == before


def test_foreign_keys_are_watched(workspace: Workspace) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        with workspace.database.write("bad") as batch:
            batch.execute(
                "INSERT INTO term (concept, uid, variety, text, status, pos, note, position, batch)"
                " VALUES (9, '', '', '', '', '', '', 0, 1)"
            )


def test_bulk_statements_do_not_commit(path: Path, workspace: Workspace) -> None:
    with workspace.database.write("import") as batch:
        many = [concept(f"n{number}", f"낱말{number}") for number in range(1_500)]
        workspace.terms.write(batch, 1, many)
        assert run_sql(path, "SELECT count(*) FROM concept") == [(0,)]
    assert run_sql(path, "SELECT count(*) FROM concept") == [(1_500,)]


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_how_safely_a_connection_writes(path: Path, mode: str) -> None:
    run_sql(path, f"PRAGMA journal_mode = {mode}")
    database = Database(str(path))
    assert database.value("PRAGMA synchronous") == (2 if mode == "WAL" else 3)  # FULL, EXTRA
    assert database.value("PRAGMA foreign_keys") == 1
    # Only with a rollback journal would spilling make readers wait.
    assert bool(database.value("PRAGMA cache_spill")) == (mode == "WAL")
    assert database.value("PRAGMA busy_timeout") == 30_000
    database.close()


def test_a_writer_that_waits_is_told_whom_for(path: Path, workspace: Workspace) -> None:
    told: list[Holder] = []
    holds = threading.Event()
    done = threading.Event()

    def hold() -> None:
        with Workspace(str(path)) as other, other.database.write("import terms.csv") as batch:
            other.terms.write(batch, 1, [concept("a", "중시")])
            holds.set()
            done.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    assert holds.wait(30)
    workspace.database.on_wait = lambda holder: (told.append(holder), done.set())[0]
    workspace.terms.put(concept("b", "량산"), "add")
    thread.join()

    assert [holder.command for holder in told] == ["import terms.csv"]
    assert {entry.concept.uid for page in workspace.terms.pages() for entry in page} == {"a", "b"}
    assert current_holder(workspace.database.path) is None


def test_a_file_held_for_too_long_is_busy(path: Path) -> None:
    with Workspace(str(path)) as holder, Workspace(str(path), busy_seconds=0.1) as other:
        with holder.database.write("import"):
            started = time.monotonic()
            with pytest.raises(DatabaseError, match="database-busy"):
                other.terms.put(concept("a", "중시"), "add")
            assert time.monotonic() - started < 10
            assert other.search.find("중시").total == 0
        other.terms.put(concept("a", "중시"), "add")


def test_the_note_of_a_killed_writer_is_not_believed(path: Path) -> None:
    code = """
import os, sys
from glossary.workspace import Workspace
workspace = Workspace(sys.argv[1])
with workspace.database.write("import"):
    print(flush=True)
    sys.stdin.read()
"""
    process = python(code, path)
    assert process.stdout is not None
    process.stdout.readline()
    found = current_holder(str(path))
    assert (found.command, found.process) == ("import", process.pid) if found else False
    process.kill()
    process.communicate()
    assert current_holder(str(path)) is None
    with Workspace(str(path), busy_seconds=1) as workspace:
        workspace.terms.put(concept("a", "중시"), "add")


def test_a_write_inside_a_write_is_refused_and_harms_nothing(workspace: Workspace) -> None:
    with workspace.database.write("outer") as batch:
        workspace.terms.write(batch, 1, [concept("a", "중시")])
        with pytest.raises(sqlite3.OperationalError):
            workspace.terms.put(concept("b", "량산"), "inner")
    assert [row[0] for row in workspace.database.rows("SELECT uid FROM concept")] == ["a"]


def test_everything_read_in_a_snapshot_is_of_one_moment(path: Path, workspace: Workspace) -> None:
    with workspace.database.snapshot():
        before = content(workspace)
        answer(python(_ADD, path))
        assert content(workspace) == before
    assert content(workspace) != before


_ADD = """
import sys
from glossary.model import Concept, Term
from glossary.workspace import Workspace
with Workspace(sys.argv[1]) as workspace:
    workspace.terms.put(Concept("z", (Term("ko-CN", "중시", uid="t"),)), "add")
"""


@pytest.mark.parametrize("name", ["중시.db", "a b%20c.db", "what?.db", "x#1.db", "&immutable=1.db"])
def test_any_name_of_a_file_will_do(path: Path, name: str) -> None:
    named = path.rename(path.with_name(name))
    with Workspace(str(named)) as workspace:
        workspace.terms.put(concept("a", "중시"), "add")
    with Workspace(str(named)) as workspace:
        assert workspace.search.find("중시").total == 1
    assert [each.name for each in named.parent.iterdir()] == [name]
