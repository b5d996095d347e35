"""A file of an older version goes on working: it is brought up to date, after a copy was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import DatabaseError
from glossary.store.header import SCHEMA_VERSION
from glossary.workspace import Workspace
from tests.store.build import concept, new_file, run_sql, unit


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 1 with a concept in it."""
    path = new_file(tmp_path / "old.db")
    with Workspace(str(path)) as workspace:
        workspace.terms.put(concept("a", "중시"), "add")
    run_sql(
        path,
        *("DROP TABLE text", "DROP TABLE unit", "DROP TABLE memory"),
        "DELETE FROM _sqlite_migrations WHERE name = 'm002_memory'",
        "PRAGMA user_version = 1",
    )
    return path


def versions(folder: Path) -> dict[str, int]:
    return {
        path.name: run_sql(path, "PRAGMA user_version")[0][0]
        for path in sorted(folder.glob("*.db"))
    }


def test_a_look_up_leaves_an_old_file_as_it_is(old: Path) -> None:
    with Workspace(str(old)) as workspace:
        assert workspace.search.find("중시").total == 1
    assert versions(old.parent) == {"old.db": 1}


def test_a_write_brings_it_up_to_date_beside_a_copy(old: Path) -> None:
    with Workspace(str(old)) as workspace:
        workspace.terms.put(concept("b", "량산"), "add")
        workspace.memory.add(unit("u", "량산", "量产"), "news", "add")
        assert workspace.doctor.examine().sound
    assert versions(old.parent) == {"old-before-2.db": 1, "old.db": SCHEMA_VERSION}
    with Workspace(str(old.parent / "old-before-2.db")) as copy:
        assert copy.search.find("중시").total == 1
        assert copy.search.find("량산").total == 0


def test_looking_at_its_memory_brings_it_up_to_date(old: Path) -> None:
    with Workspace(str(old)) as workspace:
        assert workspace.memory.match("중시", "ko-CN", "zh-CN") == ()
    assert versions(old.parent)["old.db"] == SCHEMA_VERSION


def test_where_it_can_only_be_read_the_reason_is_said(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.store.database._why_read_only", lambda *_: "database-read-only")
    with Workspace(str(old)) as workspace:
        assert workspace.search.find("중시").total == 1
        with pytest.raises(DatabaseError) as caught:
            _ = workspace.memory
    assert caught.value.code == "database-older"
    assert versions(old.parent) == {"old.db": 1}


def test_two_writers_bring_it_up_to_date_once(old: Path) -> None:
    with Workspace(str(old)) as first, Workspace(str(old)) as second:
        first.terms.put(concept("b", "량산"), "add")
        second.terms.put(concept("c", "기지"), "add")
        assert second.memory.memories.all() == ()
    assert versions(old.parent) == {"old-before-2.db": 1, "old.db": SCHEMA_VERSION}
