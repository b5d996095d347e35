"""Is the file sound? Looks at everything; repairs what can be derived, reports the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.errors import Notice
from glossary.model import PREFERRED, Term
from glossary.store.concept_rows import concept_hash
from glossary.store.database import Batch, Database
from glossary.store.decisions import Decisions, decision_hash
from glossary.store.digest import row_hash
from glossary.store.keys import KEY_VERSION, Key, term_keys
from glossary.store.sets import Sets, set_hash
from glossary.store.termbase import Termbase

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found: `problems` need a person or a backup, `repairable` is derived data."""

    concepts: int
    problems: tuple[Notice, ...]
    repairable: tuple[Notice, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return not self.problems and not self.repairable


class Doctor:
    """Examines one opened file."""

    def __init__(self, database: Database, sets: Sets, terms: Termbase) -> None:
        self._database = database
        self._sets = sets
        self._terms = terms

    def examine(self) -> Examination:
        """Look at the whole file and change nothing."""
        concepts = int(self._database.value("SELECT count(*) FROM concept"))
        problems = [*self._structure()]
        if not problems:
            problems = [*self._rows(), *self._concepts()]
        repairable = () if problems else tuple(self._keys())
        return Examination(concepts, tuple(problems), repairable)

    def repair(self, command: str) -> Examination:
        """Make the derived data anew, then examine again."""
        with self._database.write(command) as batch:
            self._rebuild_keys(batch)
        return self.examine()

    def _structure(self) -> Iterator[Notice]:
        """Damage that SQLite itself sees."""
        for (said,) in self._database.rows("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Notice("doctor-integrity", detail=said)
        for table, row, parent, _ in self._database.rows("PRAGMA foreign_key_check"):
            yield Notice("doctor-foreign-key", table=table, row=row, parent=parent)

    def _rows(self) -> Iterator[Notice]:
        """Rows that are not what was written: sets, decisions, batches and changes."""
        for set_id, each in self._sets.by_id().items():
            created, batch, stored = self._numbers("glossary_set", set_id)
            if set_hash(each, created, batch) != stored:
                yield Notice("doctor-row", table="glossary_set", row=set_id)
        for decision in Decisions(self._database).all():
            created, batch, stored = self._numbers("decision", decision.uid, "uid")
            if decision_hash(decision, created, batch) != stored:
                yield Notice("doctor-row", table="decision", row=decision.uid)
        for table, columns in (
            ("batch", "token, at, actor, command, installs, undoes"),
            ("change", "batch, entity, scope, uid, born, before, after"),
        ):
            yield from self._plain_rows(table, columns)

    def _numbers(self, table: str, row: int | str, key: str = "id") -> tuple[int, int, str]:
        found = self._database.rows(
            f"SELECT created, batch, hash FROM {table} WHERE {key} = ?", (row,)
        )
        return found[0][0], found[0][1], found[0][2]

    def _plain_rows(self, table: str, columns: str) -> Iterator[Notice]:
        last = 0
        while rows := self._database.rows(
            f"SELECT id, hash, {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {_PAGE}",
            (last,),
        ):
            last = rows[-1][0]
            for number, stored, *values in rows:
                if row_hash(*values) != stored:
                    yield Notice("doctor-row", table=table, row=number)

    def _concepts(self) -> Iterator[Notice]:
        """Concepts that are not what was written, in any of their rows."""
        last = 0
        while rows := self._database.rows(
            "SELECT id, set_id, created, batch, hash FROM concept WHERE id > ?"
            f" ORDER BY id LIMIT {_PAGE}",
            (last,),
        ):
            last = rows[-1][0]
            hashes = {row[0]: row[4] for row in rows}
            for stored in self._terms.load_rows([row[:4] for row in rows]):
                made = concept_hash(stored.set_id, stored.born, stored.batch, stored.document)
                if made != hashes[stored.row]:
                    yield Notice("doctor-concept", uid=stored.concept.uid)
        for (uid,) in self._database.rows(
            "SELECT c.uid FROM term t JOIN concept c ON c.id = t.concept WHERE t.batch <> c.batch"
        ):
            yield Notice("doctor-concept", uid=uid)

    def _keys(self) -> Iterator[Notice]:
        """Search keys that are not what their terms give."""
        if self._database.meta("key_version") != str(KEY_VERSION):
            yield Notice("doctor-key-version")
            return
        for term_id, text, expected, stored in self._key_rows():
            if set(expected) != set(stored) or len(expected) != len(stored):
                yield Notice("doctor-keys", text=text, term=term_id)

    def _key_rows(self) -> Iterator[tuple[int, str, list[tuple[object, ...]], list[object]]]:
        last = 0
        while rows := self._database.rows(
            "SELECT t.id, t.variety, t.text, t.status, c.set_id, c.uid FROM term t"
            f" JOIN concept c ON c.id = t.concept WHERE t.id > ? ORDER BY t.id LIMIT {_PAGE}",
            (last,),
        ):
            stored: dict[int, list[object]] = {}
            for term_id, *columns in self._database.rows(
                "SELECT term, kind, key, size, set_id, other, uid FROM term_key"
                " WHERE term > ? AND term <= ?",
                (last, rows[-1][0]),
            ):
                stored.setdefault(term_id, []).append(tuple(columns))
            last = rows[-1][0]
            for term_id, variety, text, status, set_id, uid in rows:
                keys = term_keys(Term(variety, text, status))
                expected = [_key_columns(key, set_id, status, uid) for key in keys]
                yield term_id, text, expected, stored.get(term_id, [])

    def _rebuild_keys(self, batch: Batch) -> None:
        for term_id, _, expected, stored in list(self._key_rows()):
            if set(expected) != set(stored) or len(expected) != len(stored):
                batch.execute("DELETE FROM term_key WHERE term = ?", (term_id,))
                batch.execute_many(
                    "INSERT INTO term_key (term, kind, key, size, set_id, other, uid)"
                    " VALUES (?,?,?,?,?,?,?)",
                    [(term_id, *columns) for columns in expected],
                )
        if self._database.meta("key_version") != str(KEY_VERSION):
            row = (str(KEY_VERSION),)
            batch.execute("UPDATE meta SET value = ? WHERE key = 'key_version'", row)


def _key_columns(key: Key, set_id: int, status: str, uid: str) -> tuple[object, ...]:
    return (*key, set_id, int(status != PREFERRED), uid)
