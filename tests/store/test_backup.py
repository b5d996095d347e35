"""A backup is a whole copy under its name, or there is nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glossary.errors import DatabaseError, UsageError
from glossary.store.backup import backup
from glossary.store.database import Database
from glossary.workspace import Workspace
from tests.store.build import (
    answer,
    concept,
    content,
    every_row,
    folder_state,
    new_file,
    python,
    run_sql,
    starter,
    write_all,
)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    write_all(workspace, starter())
    return workspace


def names(folder: Path) -> set[str]:
    return {each for each in os.listdir(folder) if not each.endswith(("-wal", "-shm"))}


def test_the_copy_is_equal_and_opens(path: Path, filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert backup(filled.database, str(target)) == str(target)

    assert every_row(target) == every_row(path)
    assert run_sql(target, "PRAGMA integrity_check") == [("ok",)]
    with Workspace(str(target)) as copied:
        assert content(copied) == content(filled)
        assert copied.doctor.examine().sound
        copied.terms.put(concept("new", "새말"), "add")
        copied.history.undo(2, "undo")
    assert [each.name for each in tmp_path.glob("copy*")] == ["copy.db"]


def test_without_a_name_it_lies_beside_the_file(path: Path, filled: Workspace) -> None:
    made = backup(filled.database)
    assert Path(made).parent == path.parent
    assert names(path.parent) == {path.name, Path(made).name}
    assert Path(made).match("glossary-????????-??????.db")


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link", "the file itself"])
def test_what_is_there_already_is_left_alone(
    path: Path, filled: Workspace, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "files" / "target.db"
    if kind == "file":
        target.write_text("mine")
    elif kind == "folder":
        target.mkdir()
    elif kind == "dangling link":
        target.symlink_to("gone.db")
    else:
        target = path
    before = folder_state(path.parent)
    with pytest.raises(UsageError, match="backup-exists"):
        backup(filled.database, str(target))
    assert folder_state(path.parent) == before


def test_what_came_meanwhile_is_left_alone(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    whole = Database.backup_to

    def slow(database: Database, draft: str) -> None:
        whole(database, draft)
        target.write_text("another's")

    monkeypatch.setattr(Database, "backup_to", slow)
    with pytest.raises(UsageError, match="backup-exists"):
        backup(filled.database, str(target))
    assert target.read_text() == "another's"
    assert [each.name for each in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_folder_that_is_not_there(filled: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="backup-failed"):
        backup(filled.database, str(tmp_path / "nowhere" / "copy.db"))
    assert not (tmp_path / "nowhere").exists()


# Backs up where no file may grow beyond a limit, as on a full disk; it prints the error's code.
_LIMITED = """
import resource, sys
from glossary.errors import DatabaseError
from glossary.store.backup import backup
from glossary.workspace import Workspace
with Workspace(sys.argv[1]) as workspace:
    limit = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        backup(workspace.database, sys.argv[2])
    except DatabaseError as error:
        print(error.code, error.fields["path"] == sys.argv[2])
"""


@pytest.mark.parametrize("limit", [0, 1, 4096, 50_000])
def test_a_copy_that_finds_no_room_leaves_nothing(
    path: Path, filled: Workspace, tmp_path: Path, limit: int
) -> None:
    before = every_row(path)
    target = tmp_path / "copy.db"
    said = answer(python(_LIMITED, path, target, limit)).split()
    assert said[0] in ("disk-error", "disk-full", "backup-failed")
    assert said[1] == "True"
    assert list(tmp_path.glob("copy*")) == []
    assert every_row(path) == before


# Writes without a pause until it is told to stop; each batch writes a pair of concepts.
_WRITER = """
import sys, threading
from glossary.model import Concept, Term
from glossary.workspace import Workspace
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set())).start()
number = 0
with Workspace(sys.argv[1]) as workspace:
    while not stop.is_set():
        number += 1
        pair = [Concept(f"{side}{number}", (Term("ko-CN", "중시", uid="t"),)) for side in "ab"]
        with workspace.database.write("add") as batch:
            workspace.terms.write(batch, 1, pair)
        if number == 1:
            print("go", flush=True)
print(number)
"""


@pytest.mark.parametrize("write_ahead", [True, False], ids=["WAL", "rollback"])
def test_a_copy_made_while_another_writes_is_of_one_moment(
    tmp_path: Path, write_ahead: bool
) -> None:
    path = new_file(tmp_path / "glossary.db", write_ahead=write_ahead)
    writer = python(_WRITER, path)
    assert writer.stdout is not None
    writer.stdout.readline()
    copies = [tmp_path / f"copy{number}.db" for number in range(8)]
    with Workspace(str(path)) as workspace:
        for copy in copies:
            backup(workspace.database, str(copy))
    answer(writer)

    sizes = []
    for copy in copies:
        with Workspace(str(copy)) as copied:
            assert copied.doctor.examine().sound
            uids = [uid for (uid,) in copied.database.rows("SELECT uid FROM concept")]
            assert {uid[1:] for uid in uids if uid[0] == "a"} == {
                uid[1:] for uid in uids if uid[0] == "b"
            }
            sizes.append(len(uids))
    assert sizes == sorted(sizes)
    assert names(tmp_path) - {"home"} == {"glossary.db", *(copy.name for copy in copies)}


def test_a_file_one_may_only_read_can_be_copied(path: Path, filled: Workspace) -> None:
    before = content(filled)
    filled.close()
    os.link(path, path.with_name("second.db"))
    target = path.with_name("copy.db")
    with Workspace(str(path)) as linked:
        backup(linked.database, str(target))
    with Workspace(str(target)) as copied:
        assert content(copied) == before
        assert copied.database.writable
    filled.database = Database(str(target))  # for the fixture to close
