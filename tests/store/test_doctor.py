"""No damage that a reader could see stays unseen by the doctor; it mends keys, never content."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary.errors import DatabaseError
from glossary.model import Decision
from glossary.store.sqlite import sqlite3
from glossary.workspace import Workspace
from tests.store.build import (
    concept,
    content,
    every_row,
    new_file,
    run_sql,
    starter,
    unit,
    write_all,
)

_SEED = 20260123


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with something in every table, and a history of every kind of change."""
    path = new_file(tmp_path_factory.mktemp("sample") / "x.db")
    with Workspace(str(path)) as workspace:
        concepts = starter()[:20]
        write_all(workspace, concepts)
        workspace.sets.create("client", "create")
        write_all(workspace, [replace(each, note="다른 말") for each in concepts[:4]], "client")
        workspace.terms.edit(replace(concepts[5], domain="news"), "edit")
        workspace.terms.merge(concepts[6].uid, concepts[7].uid, "merge")
        workspace.terms.remove(concepts[8].uid, "rm")
        workspace.terms.remove(concepts[9].uid, "rm")
        workspace.history.undo(workspace.history.newest().number, "undo")
        for number in range(4):
            workspace.decisions.keep(Decision(f"d{number}", "convert", "중시", "yes"), "decide")
        workspace.decisions.remove("d3", "decide")
        for number in range(12):
            workspace.memory.add(
                unit(f"u{number}", f"중시 {number}기지", f"中试基地{number}"), "news", "add"
            )
        workspace.memory.add(unit("u1", "중시를 마쳤다", "完成中试"), "news", "edit")
        workspace.memory.remove("u2", "rm")
        workspace.memory.add(unit("u2", "량산", "量产"), "old", "add")
        workspace.memory.memories.change("old", "change", penalty=3)
        workspace.memory.memories.remove("old", "rm")
    return path.read_bytes()


def visible(path: Path) -> Any:
    """All that can be read of concepts, sets, decisions, batches and changes."""
    with Workspace(str(path)) as workspace:
        shown = content(workspace)
        del shown["keys"]
        shown["batches"] = list(map(repr, workspace.history.batches(1_000)))
        uids = [each.uid for each in starter()[:20]]
        shown["units"] = [
            repr(each) for page in workspace.memory.units.pages([1, 2, 3]) for each in page
        ]
        shown["memories"] = repr(workspace.memory.memories.by_id())
        shown["changes"] = [repr(workspace.history.of(uid)) for uid in uids]
        shown["undo"] = list(map(repr, workspace.database.rows("SELECT * FROM change ORDER BY id")))
        return shown


def outcome(path: Path) -> Any:
    """What a reader sees, or that it cannot be read."""
    try:
        return visible(path)
    except Exception as error:  # noqa: BLE001  # whatever a reader of a damaged file meets
        return type(error)


def is_reported(path: Path) -> bool:
    """Whether the file is refused, or the doctor finds something; it must not fail otherwise."""
    try:
        with Workspace(str(path)) as workspace:
            return not workspace.doctor.examine().sound
    except DatabaseError:
        return True


def test_a_sound_file_is_sound(path: Path, sample: bytes) -> None:
    path.write_bytes(sample)
    assert not is_reported(path)
    assert all(every_row(path).values()), "a table of the sample is empty"


def test_no_flipped_bit_that_shows_stays_unseen(path: Path, sample: bytes) -> None:
    path.write_bytes(sample)
    before = visible(path)
    chance = random.Random(_SEED)
    shown = 0
    for _ in range(200):
        damaged = bytearray(sample)
        place = chance.randrange(len(damaged))
        damaged[place] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        changed = outcome(path) != before
        shown += changed
        assert is_reported(path) or not changed, f"byte {place}"
    assert shown > 10


def damages(path: Path, chance: random.Random) -> Iterator[str]:
    """Change one field of one row at a time behind the program's back; each is named."""
    connection = sqlite3.connect(str(path), isolation_level=None)
    try:
        tables = [name for name, rows in every_row(path).items() if rows]
        tables = [name for name in tables if name not in ("meta", "_sqlite_migrations")]
        while True:
            table = chance.choice(tables)
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            column = chance.choice(columns)
            rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
            row, value = chance.choice(rows)
            other = chance.choice([*_near(value), chance.choice(rows)[1]])
            if other == value:
                continue
            sql = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
            connection.execute("BEGIN")
            with suppress(sqlite3.IntegrityError):  # a value that the table itself refuses
                connection.execute(sql, (other, row))
                connection.execute("COMMIT")
                yield f"{table}.{column} of {row}: {value!r} became {other!r}"
                connection.execute("BEGIN")
                place = row if column != "id" else other
                connection.execute(
                    f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, place)
                )
            connection.execute("COMMIT")
    finally:
        connection.close()


def _near(value: object) -> list[object]:
    if isinstance(value, int):
        return [value + 1, value - 1, 0, value + 1_000]
    text = str(value or "")
    return ["", text + "가", text[1:], text.replace("시", "세"), None]


def test_no_changed_field_that_shows_stays_unseen(path: Path, sample: bytes) -> None:
    path.write_bytes(sample)
    before = visible(path)
    shown = 0
    for number, damage in enumerate(damages(path, random.Random(_SEED))):
        changed = outcome(path) != before
        shown += changed
        assert is_reported(path) or not changed, damage
        if number == 200:
            break
    assert shown > 50


@pytest.mark.parametrize("table", ["batch", "change", "term", "citation", "example", "term_key"])
def test_a_missing_row_is_reported(path: Path, sample: bytes, table: str) -> None:
    path.write_bytes(sample)
    (number,) = run_sql(path, f"SELECT id FROM {table} ORDER BY id DESC LIMIT 1")[0]
    run_sql(path, f"DELETE FROM {table} WHERE id = {number}")
    assert is_reported(path)


_KEY_DAMAGE = {
    "missing": "DELETE FROM term_key WHERE id % 3 = 0",
    "all missing": "DELETE FROM term_key",
    "altered": "UPDATE term_key SET key = key || '가', size = size + 1 WHERE id % 2 = 0",
    "of another set": "UPDATE term_key SET set_id = 1",
    "of another concept": "UPDATE term_key SET uid = 'x'",
    "doubled": "INSERT INTO term_key (term, kind, key, size, spelt, set_id, other, uid)"
    " SELECT term, kind, key, size, spelt, set_id, other, uid FROM term_key",
    "of another version": "UPDATE meta SET value = '0' WHERE key = 'key_version'",
}


@pytest.mark.parametrize("kind", _KEY_DAMAGE)
def test_repair_makes_keys_right_again_and_touches_nothing_else(
    path: Path, sample: bytes, kind: str
) -> None:
    path.write_bytes(sample)
    before = every_row(path)
    with Workspace(str(path)) as workspace:
        keys = content(workspace)["keys"]
    run_sql(path, _KEY_DAMAGE[kind])

    with Workspace(str(path)) as workspace:
        examined = workspace.doctor.examine()
        assert examined.repairable
        assert not examined.problems
        assert workspace.doctor.repair("doctor").sound
        assert content(workspace)["keys"] == keys
        assert workspace.history.batches(1)[0].command == "doctor"

    after = every_row(path)
    for table in ("batch", "meta", "sqlite_sequence"):
        before.pop(table), after.pop(table)
    before.pop("term_key"), after.pop("term_key")
    assert after == before


def test_repair_leaves_damaged_content_to_a_person(path: Path, sample: bytes) -> None:
    path.write_bytes(sample)
    run_sql(path, "UPDATE term SET text = '틀린말' WHERE id = 3")
    with Workspace(str(path)) as workspace:
        assert workspace.doctor.repair("doctor").problems
    assert run_sql(path, "SELECT text FROM term WHERE id = 3") == [("틀린말",)]


def test_an_examination_is_of_one_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others write meanwhile is no damage."""
    with Workspace(str(path)) as workspace, Workspace(str(path)) as other:
        write_all(workspace, [concept(f"c{number}", "중시") for number in range(10)])
        terms = workspace.doctor._terms
        load_rows = type(terms).load_rows

        def interrupted(self: object, rows: object) -> object:
            if self is doctor._terms:
                other.terms.edit(concept("c3", f"중심{next(numbers)}"), "edit")
            return load_rows(self, rows)

        doctor = workspace.doctor
        numbers = iter(range(100))
        monkeypatch.setattr(type(terms), "load_rows", interrupted)
        assert doctor.examine().sound
        assert next(numbers) > 0
