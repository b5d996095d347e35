"""What was done to a file, and undoing it.

An undo is a batch like any other, so it can be undone. It goes ahead only where every row still
is as the batch left it; otherwise the later batches that touched those rows are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.documents import (
    dumps,
    from_document,
    memory_document,
    memory_from_document,
    set_document,
    set_from_document,
)
from glossary.errors import DatabaseError, MalmoiError, NotFound, UsageError
from glossary.model import BatchRecord, Change, Concept, Decision
from glossary.store import changes
from glossary.store.batch import Batch
from glossary.store.batches import Batches, Contents
from glossary.store.changes import RowChange
from glossary.store.database import Database
from glossary.store.decisions import Decisions, decision_document
from glossary.store.memories import Memories
from glossary.store.sets import Sets
from glossary.store.termbase import Termbase
from glossary.store.touched import Key, Touched, TouchedRows, grouped, pages
from glossary.store.unit_history import HOLDS_OTHERS, UnitHistory

# Where the rows of a scope stand; only concepts have one that is not 0.
_PLACE = {
    changes.CONCEPT: "concept WHERE set_id = ? AND uid",
    changes.SET: "glossary_set WHERE ? = 0 AND id",
    changes.DECISION: "decision WHERE ? = 0 AND uid",
    changes.MEMORY: "memory WHERE removed = 0 AND ? = 0 AND id",
}


# Whether a set holds concepts that came later than a batch, or a memory other units than the batch
# left in it: neither is taken away from under them.
_FILLED = {
    changes.SET: "SELECT 1 FROM concept WHERE set_id = ?1 AND created > ?2 LIMIT 1",
    changes.MEMORY: HOLDS_OTHERS,
}
# The batches that put something there or took it out.
_FILLERS = {
    changes.SET: "SELECT created FROM concept WHERE set_id = ?1"
    " UNION SELECT born FROM change WHERE entity = 'concept' AND scope = ?1",
    changes.MEMORY: "SELECT created FROM unit WHERE memory = ?1"
    " UNION SELECT ended FROM unit WHERE memory = ?1 AND ended IS NOT NULL",
}
_BLOCKED = ("undo-conflict", "undo-name-taken", "undo-under-pack", "undo-memory-taken")


class History:
    """The batches of one opened file."""

    def __init__(
        self, database: Database, sets: Sets, terms: Termbase, decisions: Decisions
    ) -> None:
        self._database = database
        self._sets = sets
        self._terms = terms
        self._decisions = decisions
        self._memories = Memories(database)
        self._units = UnitHistory(database)
        self._touched = TouchedRows(database)
        self._batches = Batches(database)

    def batches(self, limit: int = 20) -> tuple[BatchRecord, ...]:
        """The newest batches, newest first; 0 for all."""
        return self._batches.newest(limit)

    def batch(self, number: int) -> BatchRecord:
        """One batch. Raises NotFound."""
        return self._batches.find(number)

    def batch_at(self, moment: str) -> int:
        """The number of the first batch from a time on (ISO 8601, UTC), or of the batch that is
        named; one more than the newest where there is none. Raises UsageError."""
        return self._batches.since(moment)

    def contents(self, numbers: Iterable[int]) -> dict[int, Contents]:
        """What each of these batches was about."""
        return {number: self._batches.contents(number) for number in numbers}

    def of(self, uid: str) -> tuple[Change, ...]:
        """Everything that happened to a concept in any set, oldest first. Raises NotFound."""
        rows = self._database.rows(
            "SELECT b.id, b.at, b.command, s.name, c.scope, c.before, c.after FROM change c"
            " JOIN batch b ON b.id = c.batch LEFT JOIN glossary_set s ON s.id = c.scope"
            " WHERE c.entity = ? AND c.uid = ? ORDER BY c.id",
            (changes.CONCEPT, uid),
        )
        found = [
            Change(number, at, command, name or "", _concept(before), _concept(after))
            for number, at, command, name, _, before, after in rows
        ]
        found += self._births(uid, {row[4]: row[5] for row in reversed(rows)})
        if not found:
            raise NotFound("concept-unknown", uid=uid)
        return tuple(sorted(found, key=lambda change: (change.batch, change.before is not None)))

    def _births(self, uid: str, first_before: dict[int, str | None]) -> list[Change]:
        """The insertions, which have no change row: what stood first, made by its batch."""
        births = self._database.rows(
            "SELECT b.id, b.at, b.command, s.name, n.set_id FROM concept n"
            " JOIN batch b ON b.id = n.created JOIN glossary_set s ON s.id = n.set_id"
            " WHERE n.uid = ? UNION "
            "SELECT b.id, b.at, b.command, coalesce(s.name, ''), c.scope FROM change c"
            " JOIN batch b ON b.id = c.born LEFT JOIN glossary_set s ON s.id = c.scope"
            " WHERE c.entity = 'concept' AND c.uid = ?",
            (uid, uid),
        )
        found = []
        for number, at, command, name, set_id in births:
            stored = self._terms.stored(uid, set_id)
            first = first_before.get(set_id)
            after = _concept(first) or (stored.concept if stored else None)
            found.append(Change(number, at, command, name, None, after))
        return found

    def newest(self) -> BatchRecord:
        """The batch a plain undo takes back: never an undo, a pack, one undone already, or one
        that something later stands in the way of.

        Raises NotFound when there is none; what undoing the newest raises when all are blocked.
        """
        return self.batch(next(iter(self._newest_rows())))

    def _newest_rows(self) -> dict[int, list[Touched]]:
        undone = self._batches.undone()
        blocked: MalmoiError = NotFound("undo-nothing")
        for number, installs in self._database.rows(
            "SELECT id, installs FROM batch WHERE undoes IS NULL ORDER BY id DESC"
        ):
            if number in undone or installs or not self._rows_touched(number):
                continue
            try:
                return self._rows_to_undo(number, with_later=False)
            except MalmoiError as error:
                if error.code not in _BLOCKED:
                    raise
                blocked = blocked if blocked.code in _BLOCKED else error
        raise blocked

    def _rows_touched(self, number: int) -> bool:
        return number > 1  # the first batch makes the file's own set

    def undo(
        self, number: int, command: str, *, with_later: bool = False
    ) -> tuple[BatchRecord, ...]:
        """Take back a batch, and with `with_later` first the later ones that touched its rows.
        The number 0 stands for the newest that can be.

        The undone batches come back, newest first. Raises NotFound; UsageError for a pack's
        installation, a batch undone already or a set whose name is taken; DatabaseError naming
        the batches in the way.
        """
        with self._database.transaction(command):
            rows = self._rows_to_undo(number, with_later) if number else self._newest_rows()
            order = sorted(rows, reverse=True)
            for each in order:
                batch = self._database.open_batch(command, undoes=each)
                self._undo_one(batch, rows[each])
                self._units.undo(batch, each)
                batch.changed = True
        return tuple(self.batch(each) for each in order)

    def _rows_to_undo(self, number: int, with_later: bool) -> dict[int, list[Touched]]:
        """The rows of each batch that is to be undone.

        Where a later batch left one of the rows otherwise, every later batch that touched a row
        of these goes too: undone newest first, each row ends as the oldest of them found it.
        """
        self._check_can_be_undone(number)
        rows = {number: self._touched.of(number)}
        in_the_way = self._later(
            number, self._altered(number, rows[number]), units=self._units.is_altered(number)
        )
        if in_the_way and not with_later:
            later = ", ".join(map(str, sorted(in_the_way)))
            raise DatabaseError("undo-conflict", number=number, later=later)
        if not in_the_way:
            self._check_names(number, rows[number])
        waiting = [number] if in_the_way else []
        while waiting:
            each = waiting.pop()
            for later_one in self._later(each, rows[each], units=True) - rows.keys():
                self._check_can_be_undone(later_one)
                rows[later_one] = self._touched.of(later_one)
                waiting.append(later_one)
        return rows

    def _check_can_be_undone(self, number: int) -> None:
        found = self.batch(number)
        if found.undone_by:
            raise UsageError("undo-done", number=number, by=found.undone_by)
        if found.installs:
            raise UsageError("undo-pack", number=number, name=found.installs)
        if not self._rows_touched(number):
            raise UsageError("undo-first", number=number)

    def _check_names(self, number: int, touched: Sequence[Touched]) -> None:
        """Raise UsageError where a set or memory that comes back would find its name taken."""
        names = {each.name: (set_id, each) for set_id, each in self._sets.by_id().items()}
        memories = {each.name: row for row, each in self._memories.by_id().items()}
        for row in touched:
            if row.before is None:
                continue
            if row.entity == changes.MEMORY:
                name = memory_from_document(json.loads(row.before)).name
                if memories.get(name, int(row.uid)) != int(row.uid):
                    raise UsageError("undo-memory-taken", number=number, name=name)
            elif row.entity == changes.SET:
                name = set_from_document(json.loads(row.before)).name
                set_id, other = names.get(name, (int(row.uid), None))
                if set_id == int(row.uid) or other is None:
                    continue
                if other.pack:
                    raise UsageError("undo-under-pack", number=number, name=name, pack=other.pack)
                raise UsageError("undo-name-taken", number=number, name=name)

    def _altered(self, number: int, touched: Sequence[Touched]) -> list[Touched]:
        """The rows that are not as the batch left them, and its sets that hold later concepts."""
        current: dict[Key, str] = {}
        untouched: set[Key] = set()
        for entity, scope, uids in grouped(touched):
            last = self._last_batches(entity, scope, uids)
            untouched |= {(entity, scope, uid) for uid in uids if last.get(uid) == number}
            others = [uid for uid in uids if last.get(uid) != number]
            current.update(self._documents(entity, scope, others))
        return [
            row
            for row in touched
            if (row.key not in untouched and current.get(row.key) != row.after)
            or self._asked(_FILLED, row, number)
        ]

    def _last_batches(self, entity: str, scope: int, uids: Sequence[str]) -> dict[str, int]:
        """The batch that last wrote each row that is there."""
        found: dict[str, int] = {}
        for page in pages(uids):
            marks = ",".join("?" * len(page))
            column = _PLACE[entity].rpartition(" ")[2]
            rows = self._database.rows(
                f"SELECT {column}, batch FROM {_PLACE[entity]} IN ({marks})", (scope, *page)
            )
            found.update((str(uid), batch) for uid, batch in rows)
        return found

    def _documents(self, entity: str, scope: int, uids: Sequence[str]) -> Iterator[tuple[Key, str]]:
        """Rows as they are now."""
        if entity == changes.CONCEPT:
            for uid, stored in self._terms.held(scope, uids).items():
                yield (entity, scope, uid), stored.document
        elif entity == changes.DECISION:
            for decision in map(self._decisions.find, uids):
                if decision is not None:
                    yield (entity, scope, decision.uid), decision_document(decision)
        elif entity == changes.MEMORY:
            for memory_id, memory in self._memories.by_id().items():
                yield (entity, scope, str(memory_id)), dumps(memory_document(memory))
        else:
            for set_id, each in self._sets.by_id().items():
                yield (entity, scope, str(set_id)), dumps(set_document(each))

    def _later(self, number: int, touched: Sequence[Touched], *, units: bool) -> set[int]:
        """The batches after this one that touched these rows, or with `units` its units, and whose
        effect stands.

        Of a batch, its undo and the undo of that, only the first counts: it stands or does not.
        An undo counts by itself where what it undoes is not later than `number`.
        """
        writers = {each for row in touched for each in self._asked(_FILLERS, row)}
        if units:
            writers |= self._units.writers(number)
        for entity, scope, uids in grouped(touched):
            for page in pages(uids):
                writers |= self._writers(entity, scope, page)
        undone = self._batches.undone()
        undoes: dict[int, int] = dict(
            self._database.rows("SELECT id, undoes FROM batch WHERE undoes IS NOT NULL")
        )
        return {
            each
            for each in writers
            if each > number and each not in undone and undoes.get(each, 0) <= number
        }

    def _writers(self, entity: str, scope: int, uids: Sequence[str]) -> set[int]:
        """The batches that made, altered or deleted one of these rows."""
        marks = ",".join("?" * len(uids))
        rows = self._database.rows(
            "SELECT batch, born FROM change WHERE entity = ? AND scope = ?"
            f" AND uid IN ({marks})"
            f" UNION SELECT created, created FROM {_PLACE[entity]} IN ({marks})",
            (entity, scope, *uids, scope, *uids),
        )
        return {number for row in rows for number in row}

    def _asked(self, statements: Mapping[str, str], row: Touched, *parameters: int) -> list[int]:
        """What a statement tells of a set or memory that would be removed."""
        if row.entity not in statements or row.before is not None:
            return []
        found = self._database.rows(statements[row.entity], (int(row.uid), *parameters))
        return [number for (number,) in found]

    def _undo_one(self, batch: Batch, touched: Sequence[Touched]) -> None:
        """Put every row back; sets come first and go last, since concepts stand in them."""
        sets = [row for row in touched if row.entity == changes.SET]
        for row in (row for row in sets if row.before is not None):
            self._restore_set(batch, row, row.before)
        by_set: dict[int, dict[str, tuple[int, Concept | None]]] = {}
        for row in touched:
            if row.entity == changes.CONCEPT:
                wanted = by_set.setdefault(row.scope, {})
                wanted[row.uid] = (row.born, _concept(row.before))
            elif row.entity == changes.DECISION:
                self._restore_decision(batch, row)
            elif row.entity == changes.MEMORY:
                was = memory_from_document(json.loads(row.before)) if row.before else None
                self._memories.restore(batch, int(row.uid), was)
        for set_id, wanted in by_set.items():
            self._terms.restore(batch, set_id, wanted)
        for row in (row for row in sets if row.before is None):
            self._restore_set(batch, row, None)
        self._sets.close_ranks(batch)

    def _restore_decision(self, batch: Batch, row: Touched) -> None:
        if row.before is None:
            self._decisions.delete(batch, row.uid)
        else:
            decision = Decision(**json.loads(row.before))
            self._decisions.put(batch, decision, born=row.born)

    def _restore_set(self, batch: Batch, row: Touched, before: str | None) -> None:
        set_id = int(row.uid)
        if before is None:
            self._sets.delete(batch, set_id)
            return
        was = set_from_document(json.loads(before))
        if set_id in self._sets.by_id():
            self._sets.update(batch, set_id, was)
        else:
            self._sets.insert(batch, was, set_id=set_id, born=row.born)
            change = RowChange(changes.SET, 0, row.uid, row.born, None, before)
            changes.record(batch, [change])


def _concept(document: str | None) -> Concept | None:
    return from_document(json.loads(document)) if document else None
