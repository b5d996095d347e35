"""What was done to a file, and undoing it.

An undo is a batch like any other, so it can be undone. It goes ahead only where every row still
is as the batch left it; otherwise the later batches that touched those rows are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.documents import dumps, from_document, set_document, set_from_document
from glossary.errors import DatabaseError, NotFound, UsageError
from glossary.model import BatchRecord, Change, Concept, Decision
from glossary.store import changes
from glossary.store.changes import RowChange
from glossary.store.database import Batch, Database, Row
from glossary.store.decisions import Decisions, decision_document
from glossary.store.sets import Sets
from glossary.store.termbase import StoredConcept, Termbase

_BATCH = (
    "SELECT b.id, b.at, b.actor, b.command, b.installs, coalesce(b.undoes, 0),"
    " (SELECT count(*) FROM change c WHERE c.batch = b.id)"
    " + (SELECT count(*) FROM concept n WHERE n.created = b.id)"
    " FROM batch b"
)


@dataclass(frozen=True, slots=True)
class _Touched:
    """A row as a batch found it and left it; None where it did not exist."""

    entity: str
    scope: int
    uid: str
    born: int
    before: str | None
    after: str | None


class History:
    """The batches of one opened file."""

    def __init__(
        self, database: Database, sets: Sets, terms: Termbase, decisions: Decisions
    ) -> None:
        self._database = database
        self._sets = sets
        self._terms = terms
        self._decisions = decisions

    def batches(self, limit: int = 20) -> tuple[BatchRecord, ...]:
        """The newest batches, newest first."""
        undone = self._undone()
        rows = self._database.rows(f"{_BATCH} ORDER BY b.id DESC LIMIT ?", (limit,))
        return tuple(_record(row, undone) for row in rows)

    def batch(self, number: int) -> BatchRecord:
        """One batch. Raises NotFound."""
        rows = self._database.rows(f"{_BATCH} WHERE b.id = ?", (number,))
        if not rows:
            raise NotFound("batch-unknown", number=number)
        return _record(rows[0], self._undone())

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
        """The batch a plain undo takes back: never an undo, a pack, or one undone already.

        Raises NotFound when there is none.
        """
        undone = self._undone()
        for number, installs in self._database.rows(
            "SELECT id, installs FROM batch WHERE undoes IS NULL ORDER BY id DESC"
        ):
            if number not in undone and not installs and self._rows_touched(number):
                return self.batch(number)
        raise NotFound("undo-nothing")

    def _rows_touched(self, number: int) -> bool:
        return number > 1  # the first batch makes the file's own set

    def undo(
        self, number: int, command: str, *, with_later: bool = False
    ) -> tuple[BatchRecord, ...]:
        """Take back a batch, and with `with_later` first the later ones that touched its rows.

        The undone batches come back, newest first. Raises NotFound; UsageError for a pack's
        installation or a batch undone already; DatabaseError naming the batches in the way.
        """
        with self._database.write(command, undoes=number) as batch:
            order = self._order_of_undoing(number, with_later)
            for each in order:
                mine = batch
                if each != number:
                    mine = self._database.open_batch(command, undoes=each)
                self._undo_one(mine, each)
                batch.changed = True
        return tuple(self.batch(each) for each in order)

    def _order_of_undoing(self, number: int, with_later: bool) -> list[int]:
        wanted = {number}
        waiting = [number]
        while waiting:
            each = waiting.pop()
            self._check_can_be_undone(each)
            later = self._later(each, self._touched(each))
            if later and not with_later:
                raise DatabaseError(
                    "undo-conflict", number=number, later=", ".join(map(str, sorted(later)))
                )
            waiting += later - wanted
            wanted |= later
        return sorted(wanted, reverse=True)

    def _check_can_be_undone(self, number: int) -> None:
        found = self.batch(number)
        if found.undone_by:
            raise UsageError("undo-done", number=number, by=found.undone_by)
        if found.installs:
            raise UsageError("undo-pack", number=number, name=found.installs)
        if not self._rows_touched(number):
            raise UsageError("undo-first", number=number)

    def _undone(self) -> dict[int, int]:
        """The batches whose effect is taken back, with the batch that did it."""
        undone: dict[int, int] = {}
        for number, undoes in self._database.rows(
            "SELECT id, undoes FROM batch WHERE undoes IS NOT NULL ORDER BY id DESC"
        ):
            if number not in undone:
                undone[undoes] = number
        return undone

    def _touched(self, number: int) -> list[_Touched]:
        """Every row of a batch, as it found and left it."""
        found: dict[tuple[str, int, str], _Touched] = {}
        for entity, scope, uid, born, before, after in self._database.rows(
            "SELECT entity, scope, uid, born, before, after FROM change WHERE batch = ?"
            " ORDER BY id",
            (number,),
        ):
            first = found.get((entity, scope, uid))
            start = first.before if first else (None if born == number else before)
            found[entity, scope, uid] = _Touched(entity, scope, uid, born, start, after)
        for each in self._born_in(number):
            found.setdefault((each.entity, each.scope, each.uid), each)
        return list(found.values())

    def _born_in(self, number: int) -> Iterable[_Touched]:
        """The rows a batch inserted, as they were then."""
        first_change = {
            (entity, scope, uid): before
            for entity, scope, uid, before in self._database.rows(
                "SELECT entity, scope, uid, before FROM change"
                " WHERE born = ? AND batch <> ? ORDER BY id DESC",
                (number, number),
            )
        }
        for (entity, scope, uid), before in first_change.items():
            yield _Touched(entity, scope, uid, number, None, before)
        for entity, scope, uid, document in self._inserted(number):
            yield _Touched(
                entity, scope, uid, number, None, first_change.get((entity, scope, uid), document)
            )

    def _inserted(self, number: int) -> Iterable[tuple[str, int, str, str]]:
        sets = self._sets.by_id()
        for (set_id,) in self._database.rows(
            "SELECT id FROM glossary_set WHERE created = ?", (number,)
        ):
            yield changes.SET, 0, str(set_id), dumps(set_document(sets[set_id]))
        for (uid,) in self._database.rows("SELECT uid FROM decision WHERE created = ?", (number,)):
            decision = self._decisions.find(uid)
            if decision is not None:
                yield changes.DECISION, 0, uid, decision_document(decision)
        for stored in self._concepts_of(number):
            yield changes.CONCEPT, stored.set_id, stored.concept.uid, stored.document

    def _concepts_of(self, number: int) -> list[StoredConcept]:
        return self._terms.load_rows(
            self._database.rows(
                "SELECT id, set_id, created, batch FROM concept WHERE created = ?", (number,)
            )
        )

    def _later(self, number: int, touched: Sequence[_Touched]) -> set[int]:
        """The batches to be undone first: later ones that left a row other than this one did."""
        undone = self._undone()
        later: set[int] = set()
        for row in touched:
            if self._current(row) == row.after:
                continue
            batches = self._database.rows(
                "SELECT DISTINCT c.batch, b.undoes FROM change c JOIN batch b ON b.id = c.batch"
                " WHERE c.entity = ? AND c.scope = ? AND c.uid = ? AND c.batch > ?",
                (row.entity, row.scope, row.uid, number),
            )
            live = {each for each, undoes in batches if each not in undone and undoes != number}
            ordinary = {each for each, undoes in batches if undoes is None and each in live}
            later |= ordinary or live
        return later

    def _current(self, row: _Touched) -> str | None:
        if row.entity == changes.SET:
            found = self._sets.by_id().get(int(row.uid))
            return dumps(set_document(found)) if found else None
        if row.entity == changes.DECISION:
            decision = self._decisions.find(row.uid)
            return decision_document(decision) if decision else None
        stored = self._terms.stored(row.uid, row.scope)
        return stored.document if stored else None

    def _undo_one(self, batch: Batch, number: int) -> None:
        """Put every row back; sets come first and go last, since concepts stand in them."""
        touched = self._touched(number)
        sets = [row for row in touched if row.entity == changes.SET]
        for row in (row for row in sets if row.before is not None):
            self._restore_set(batch, row, row.before)
        for row in (row for row in touched if row.entity != changes.SET):
            self._restore(batch, row)
        for row in (row for row in sets if row.before is None):
            self._restore_set(batch, row, None)

    def _restore(self, batch: Batch, row: _Touched) -> None:
        if row.entity == changes.CONCEPT:
            concept = _concept(row.before)
            self._terms.restore(batch, row.scope, row.uid, row.born, concept)
        elif row.before is None:
            self._decisions.delete(batch, row.uid)
        else:
            decision = Decision(**json.loads(row.before))
            self._decisions.put(batch, decision, born=row.born)

    def _restore_set(self, batch: Batch, row: _Touched, before: str | None) -> None:
        set_id = int(row.uid)
        if before is None:
            if self._database.value("SELECT 1 FROM concept WHERE set_id = ?", (set_id,)):
                raise DatabaseError("undo-set-in-use", name=self._sets.by_id()[set_id].name)
            self._sets.delete(batch, set_id)
            return
        was = set_from_document(json.loads(before))
        if set_id in self._sets.by_id():
            self._sets.update(batch, set_id, was)
        else:
            self._sets.insert(batch, was, set_id=set_id, born=row.born)
            change = RowChange(changes.SET, 0, row.uid, row.born, None, before)
            changes.record(batch, [change])


def _record(row: Row, undone: dict[int, int]) -> BatchRecord:
    number, at, actor, command, installs, undoes, rows = row
    return BatchRecord(number, at, actor, command, installs, undoes, undone.get(number, 0), rows)


def _concept(document: str | None) -> Concept | None:
    return from_document(json.loads(document)) if document else None
