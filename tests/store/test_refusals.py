"""A file that is not ours, or not ours to write, is refused and stays as it is, byte for byte."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.errors import DatabaseError
from glossary.store import database as database_module
from glossary.store.database import Database
from glossary.store.header import APPLICATION_ID, SCHEMA_VERSION
from glossary.store.sqlite import sqlite3, wal_is_safe
from glossary.workspace import Workspace
from tests.store.build import (
    answer,
    concept,
    folder_state,
    new_file,
    python,
    run_sql,
    starter,
    write_all,
)


def _other_app(path: Path, journal: str) -> None:
    run_sql(path, f"PRAGMA journal_mode = {journal}", "CREATE TABLE bookmark (url TEXT)")


def _other_app_with_its_log(path: Path) -> None:
    """In write-ahead mode, as left by a process that was killed."""
    aside = path.with_name("aside")
    connection = sqlite3.connect(str(aside), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    for ending in ("", "-wal"):
        path.with_name(path.name + ending).write_bytes(Path(f"{aside}{ending}").read_bytes())
    connection.close()
    aside.unlink()


def _other_app_with_hot_journal(path: Path) -> None:
    """As left by a process killed in the middle of a write: whoever opens it, rolls it back."""
    aside = path.with_name("aside")
    _other_app(aside, "DELETE")
    connection = sqlite3.connect(str(aside), isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO bookmark VALUES (?)", [("x" * 500,)] * 400)
    for ending in ("", "-journal"):
        path.with_name(path.name + ending).write_bytes(Path(f"{aside}{ending}").read_bytes())
    connection.execute("ROLLBACK")
    connection.close()
    aside.unlink()


def _newer(path: Path) -> None:
    new_file(path)
    run_sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def _same_program_number_only(path: Path) -> None:
    """A file whose first pages are ours and whose rest is missing."""
    new_file(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _cut_in_first_page(path: Path) -> None:
    new_file(path)
    path.write_bytes(path.read_bytes()[:1000])


_FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "missing": ("database-missing", lambda path: None),
    "in a missing folder": ("database-missing", lambda path: None),
    "empty": ("database-empty", lambda path: path.write_bytes(b"")),
    "one byte": ("database-foreign", lambda path: path.write_bytes(b"S")),
    "text": ("database-foreign", lambda path: path.write_text("중시\t中试\n" * 50, "utf-8")),
    "picture": ("database-foreign", lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" * 500)),
    "magic only": ("database-foreign", lambda path: path.write_bytes(b"SQLite format 3\0")),
    "other app": ("database-foreign", lambda path: _other_app(path, "DELETE")),
    "other app, WAL": ("database-foreign", lambda path: _other_app(path, "WAL")),
    "other app, log beside": ("database-foreign", _other_app_with_its_log),
    "other app, hot journal": ("database-foreign", _other_app_with_hot_journal),
    "newer": ("database-newer", _newer),
    "half": ("database-damaged", _same_program_number_only),
    "a quarter page": ("database-damaged", _cut_in_first_page),
    "folder": ("database-not-a-file", lambda path: path.mkdir()),
}


@pytest.mark.parametrize("kind", _FILES)
def test_what_is_not_a_glossary_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    code, make = _FILES[kind]
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "nowhere" / "x.db" if "missing folder" in kind else folder / "x.db"
    make(path)
    before = folder_state(folder)

    with pytest.raises(DatabaseError) as refused:
        Workspace(str(path))

    assert refused.value.code == code
    assert refused.value.exit_code == 4
    assert folder_state(folder) == before


def test_a_refusal_leaves_no_connection_counted(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    _cut_in_first_page(path)
    for _ in range(2):
        with pytest.raises(DatabaseError):
            Database(str(path))
    new_file(path)
    Database(str(path)).close()


def test_a_dangling_link_is_a_missing_file(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "gone.db")
    with pytest.raises(DatabaseError, match="database-missing"):
        Workspace(str(link))
    assert os.listdir(tmp_path) == ["link.db"]


def test_a_symbolic_link_is_the_file_it_leads_to(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Workspace(str(link)) as workspace:
        workspace.terms.put(concept("a", "중시"), "add")
        assert f"{path.name}-wal" in os.listdir(path.parent)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["link.db"]
    with Workspace(str(path)) as workspace:
        assert workspace.terms.find("a").concept.texts("ko-CN") == ("중시",)


def test_a_file_with_two_names_is_only_read(path: Path) -> None:
    with Workspace(str(path)) as workspace:
        write_all(workspace, starter())
    os.link(path, path.with_name("second.db"))
    before = folder_state(path.parent)

    with Workspace(str(path)) as workspace:
        assert workspace.database.why_read_only == "database-linked"
        assert workspace.search.find("량산").total
        with pytest.raises(DatabaseError, match="database-linked"):
            workspace.terms.put(concept("a", "중시"), "add")

    assert folder_state(path.parent) == before


# What a user who may only read sees; it prints what happened as JSON.
_READER = """
import json, sys
from glossary.errors import DatabaseError
from glossary.model import Concept, Term
from glossary.workspace import Workspace
said = {}
try:
    with Workspace(sys.argv[1]) as workspace:
        said["why"] = workspace.database.why_read_only
        said["found"] = workspace.search.find("량산").total
        said["page"] = sum(map(len, workspace.terms.pages()))
        try:
            workspace.terms.put(Concept("", (Term("ko-CN", "새말"),)), "add")
        except DatabaseError as error:
            said["write"] = error.code
except DatabaseError as error:
    said["open"] = error.code
print(json.dumps(said))
"""


@pytest.mark.parametrize("write_ahead", [True, False], ids=["WAL", "rollback"])
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "why"),
    [
        (0o444, 0o777, "database-read-only"),
        (0o666, 0o555, "folder-read-only"),
        (0o444, 0o555, "database-read-only"),
    ],
)
def test_a_file_one_may_only_read_is_searched_and_never_written(
    open_folder: Path, file_mode: int, folder_mode: int, why: str, write_ahead: bool
) -> None:
    path = new_file(open_folder / "glossary.db", write_ahead=write_ahead)
    with Workspace(str(path)) as workspace:
        write_all(workspace, starter())
        concepts = sum(map(len, workspace.terms.pages()))
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    before = folder_state(open_folder)

    said = json.loads(answer(python(_READER, path, nobody=True)))

    assert said.pop("found") > 0
    assert said == {"why": why, "page": concepts, "write": why}
    assert folder_state(open_folder) == before


@pytest.mark.parametrize("write_ahead", [True, False], ids=["WAL", "rollback"])
def test_a_file_one_may_not_read_is_refused(open_folder: Path, write_ahead: bool) -> None:
    path = new_file(open_folder / "glossary.db", write_ahead=write_ahead)
    path.chmod(0o000)
    said = json.loads(answer(python(_READER, path, nobody=True)))
    path.chmod(0o644)
    assert said == {"open": "database-unreadable"}
    assert os.listdir(open_folder) == ["glossary.db"]


def test_opening_and_searching_a_writable_file_changes_no_byte(path: Path) -> None:
    with Workspace(str(path)) as workspace:
        write_all(workspace, starter())
    before = folder_state(path.parent)
    with Workspace(str(path)) as workspace:
        assert workspace.search.find("량산").total
    assert folder_state(path.parent) == before


class TestAnOldSQLite:
    """In write-ahead mode an SQLite without the fix of the WAL-reset bug only reads."""

    @pytest.fixture(autouse=True)
    def _old(self, monkeypatch: pytest.MonkeyPatch, path: Path, tmp_path: Path) -> None:
        new_file(tmp_path / "rollback.db", write_ahead=False)  # by an SQLite that may
        with Workspace(str(path)) as workspace:
            workspace.terms.put(concept("a", "중시"), "add")
        monkeypatch.setattr(database_module, "WAL_SAFE", False)

    def test_reads_and_refuses_to_write(self, path: Path) -> None:
        with Workspace(str(path)) as workspace:
            assert workspace.database.why_read_only == "sqlite-too-old-to-write"
            assert workspace.search.find("중시").total == 1
            with pytest.raises(DatabaseError, match="sqlite-too-old-to-write"):
                workspace.terms.put(concept("b", "중심"), "add")

    def test_sees_what_another_writes_meanwhile(self, path: Path) -> None:
        """It must not take the file for one that nobody changes (`immutable`)."""
        with Workspace(str(path)) as reader:
            assert reader.search.find("량산").total == 0
            answer(python(_ADD, path, "b", "량산"))
            assert [hit.concept for hit in reader.search.find("량산").hits] == ["b"]

    def test_writes_files_in_rollback_mode(self, path: Path) -> None:
        new_file(path, write_ahead=False)
        with Workspace(str(path)) as workspace:
            workspace.terms.put(concept("b", "중심"), "add")
            assert workspace.database.writable


_ADD = """
import sys
from glossary.model import Concept, Term
from glossary.workspace import Workspace
with Workspace(sys.argv[1]) as workspace:
    workspace.terms.put(Concept(sys.argv[2], (Term("ko-CN", sys.argv[3], uid="t"),)), "add")
"""


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_which_sqlite_may_write_in_write_ahead_mode(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) == safe


def test_a_new_file_says_whose_it_is(path: Path) -> None:
    assert run_sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert run_sql(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
