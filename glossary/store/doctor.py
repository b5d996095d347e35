"""Is the file sound? Looks at everything; repairs what can be derived, reports the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glossary.errors import DatabaseError, Notice
from glossary.model import Term
from glossary.store.batch import Batch, Row
from glossary.store.concept_rows import concept_hash, key_columns, write_keys
from glossary.store.database import Database
from glossary.store.decisions import Decisions, decision_hash
from glossary.store.digest import row_hash
from glossary.store.keys import KEY_VERSION, term_keys
from glossary.store.memories import wrong_memories
from glossary.store.sets import Sets, set_hash
from glossary.store.termbase import Termbase
from glossary.store.unit_check import wrong_units

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
        """Look at the whole file, as it is at one moment, and change nothing."""
        with self._database.snapshot():
            problems = self._tried(self._structure)
            if not problems:
                looks = (self._rows, self._concepts, lambda: wrong_units(self._database))
                problems = [notice for look in looks for notice in self._tried(look)]
            repairable = [] if problems else self._tried(self._keys)
            concepts = 0 if problems else int(self._database.value("SELECT count(*) FROM concept"))
        return Examination(concepts, tuple(problems), tuple(repairable))

    @staticmethod
    def _tried(look: Callable[[], Iterator[Notice]]) -> list[Notice]:
        """What one part of the examination finds; that it cannot be read to its end, too."""
        found: list[Notice] = []
        try:
            found.extend(look())
        except DatabaseError as error:
            if error.code != "database-damaged":
                raise
            found.append(Notice("doctor-integrity", detail=error.fields["detail"]))
        return found

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
        for row in wrong_memories(self._database):
            yield Notice("doctor-row", table="memory", row=row)
        for table, columns in (
            ("batch", "token, at, actor, command, installs, undoes"),
            ("change", "batch, entity, scope, uid, born, before, after"),
        ):
            yield from self._plain_rows(table, columns)
            yield from self._gaps(table)

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

    def _gaps(self, table: str) -> Iterator[Notice]:
        """Rows that are missing: batches and changes have no gaps and are never deleted."""
        for (number,) in self._database.rows(
            f"SELECT id - 1 FROM {table} WHERE id > 1 AND id - 1 NOT IN (SELECT id FROM {table})"
            f" UNION SELECT seq FROM sqlite_sequence WHERE name = '{table}'"
            f" AND seq <> (SELECT max(id) FROM {table})"
        ):
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
        for term_id, text, _ in self._wrong_keys():
            yield Notice("doctor-keys", text=text, term=term_id)

    def _wrong_keys(self) -> Iterator[tuple[int, str, list[Row]]]:
        """(term, text, keys it ought to have) of the terms that have others."""
        for term_id, text, expected, stored in self._key_rows():
            if set(expected) != set(stored) or len(expected) != len(stored):
                yield term_id, text, expected

    def _key_rows(self) -> Iterator[tuple[int, str, list[Row], list[Row]]]:
        last = 0
        while rows := self._database.rows(
            "SELECT t.id, t.variety, t.text, t.status, c.set_id, c.uid FROM term t"
            f" JOIN concept c ON c.id = t.concept WHERE t.id > ? ORDER BY t.id LIMIT {_PAGE}",
            (last,),
        ):
            stored: dict[int, list[Row]] = {}
            for term_id, *columns in self._database.rows(
                "SELECT term, kind, key, size, spelt, set_id, other, uid FROM term_key"
                " WHERE term > ? AND term <= ?",
                (last, rows[-1][0]),
            ):
                stored.setdefault(term_id, []).append(tuple(columns))
            last = rows[-1][0]
            for term_id, variety, text, status, set_id, uid in rows:
                keys = term_keys(Term(variety, text, status))
                expected = [key_columns(key, set_id, status, uid) for key in keys]
                yield term_id, text, expected, stored.get(term_id, [])

    def _rebuild_keys(self, batch: Batch) -> None:
        """Write the keys that are not right anew; `keys_since` tells those who keep copies."""
        for term_id, _, expected in list(self._wrong_keys()):
            batch.execute("DELETE FROM term_key WHERE term = ?", (term_id,))
            write_keys(batch, [(term_id, *columns) for columns in expected])
        if batch.changed or self._database.meta("key_version") != str(KEY_VERSION):
            for row in (("key_version", str(KEY_VERSION)), ("keys_since", str(batch.number))):
                batch.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?,?)", row)
