"""The batches of a file, and what each was about."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from glossary.documents import from_document
from glossary.errors import NotFound, UsageError
from glossary.model import BatchRecord
from glossary.store.batch import Row
from glossary.store.database import Database
from glossary.store.unit_history import count_of

_ROWS = (
    "SELECT entity, scope, uid FROM change WHERE batch = {0}"
    " UNION SELECT entity, scope, uid FROM change WHERE born = {0}"
    " UNION SELECT 'concept', set_id, uid FROM concept WHERE created = {0}"
    " UNION SELECT 'set', 0, CAST(id AS TEXT) FROM glossary_set WHERE created = {0}"
    " UNION SELECT 'decision', 0, uid FROM decision WHERE created = {0}"
    " UNION SELECT 'memory', 0, CAST(id AS TEXT) FROM memory WHERE created = {0}"
)
_BATCH = (
    "SELECT b.id, b.at, b.actor, b.command, b.installs, coalesce(b.undoes, 0),"
    f" (SELECT count(*) FROM ({_ROWS.format('b.id')})) + {count_of('b.id')} FROM batch b"
)
# The first concept a batch wrote or took away: altered, still there as made, or made and gone.
_FIRST = tuple(
    f"SELECT uid, {columns} = ? ORDER BY id LIMIT 1"
    for columns in (
        "before, after FROM change WHERE entity = 'concept' AND batch",
        "NULL, NULL FROM concept WHERE created",
        "before, after FROM change WHERE entity = 'concept' AND born",
    )
)

_YEAR_AND_DAY = 8  # digits of a date without hyphens, which is no batch


@dataclass(frozen=True, slots=True)
class Contents:
    """What a batch was about: its first concept, how many it touched, and its sets by name."""

    uid: str = ""
    texts: tuple[str, ...] = ()
    concepts: int = 0
    sets: tuple[str, ...] = ()


class Batches:
    """The batches of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int) -> tuple[BatchRecord, ...]:
        """The newest batches, newest first; 0 for all."""
        undone = self.undone()
        rows = self._database.rows(f"{_BATCH} ORDER BY b.id DESC LIMIT ?", (limit or -1,))
        return tuple(_record(row, undone) for row in rows)

    def find(self, number: int) -> BatchRecord:
        """One batch. Raises NotFound."""
        rows = self._database.rows(f"{_BATCH} WHERE b.id = ?", (number,))
        if not rows:
            raise NotFound("batch-unknown", number=number)
        return _record(rows[0], self.undone())

    def since(self, moment: str) -> int:
        """The first batch from a time on, in the order of batches: clocks may be set back."""
        if moment.isascii() and moment.isdecimal() and len(moment) < _YEAR_AND_DAY:
            return int(moment)
        try:
            found = dt.datetime.fromisoformat(moment)
        except ValueError:
            raise UsageError("since-refused", value=moment) from None
        utc = found.astimezone(dt.UTC) if found.tzinfo else found
        at = utc.strftime("%Y-%m-%dT%H:%M:%SZ")
        first = self._database.value("SELECT min(id) FROM batch WHERE at >= ?", (at,))
        newest = self._database.value("SELECT max(id) FROM batch")
        return int(first or (newest or 0) + 1)

    def undone(self) -> dict[int, int]:
        """The batches whose effect is taken back, with the batch that did it."""
        undone: dict[int, int] = {}
        for number, undoes in self._database.rows(
            "SELECT id, undoes FROM batch WHERE undoes IS NOT NULL ORDER BY id DESC"
        ):
            if number not in undone:
                undone[undoes] = number
        return undone

    def contents(self, number: int) -> Contents:
        """What a batch was about."""
        concepts = self._database.value(
            f"SELECT count(*) FROM ({_ROWS.format('?1')}) WHERE entity = 'concept'", (number,)
        )
        if not concepts:
            return Contents(sets=self._sets(number))
        uid, texts = self._first(number)
        return Contents(uid, texts, concepts, self._sets(number))

    def _first(self, number: int) -> tuple[str, tuple[str, ...]]:
        rows = (row for sql in _FIRST for row in self._database.rows(sql, (number,)))
        uid, before, after = next(rows)
        for document in (after, before):
            texts = _texts(document)
            if texts:
                return uid, texts
        return uid, tuple(
            text
            for (text,) in self._database.rows(
                "SELECT t.text FROM term t JOIN concept c ON c.id = t.concept WHERE c.uid = ?"
                " ORDER BY c.created DESC, c.id, t.position",
                (uid,),
            )
        )

    def _sets(self, number: int) -> tuple[str, ...]:
        """The sets a batch made, altered or deleted, by the name each was last known under."""
        rows = self._database.rows(
            "SELECT s.name, (SELECT coalesce(after, before) FROM change"
            " WHERE entity = 'set' AND uid = r.uid ORDER BY id DESC LIMIT 1)"
            f" FROM ({_ROWS.format('?1')}) r LEFT JOIN glossary_set s ON s.id = r.uid"
            " WHERE r.entity = 'set' ORDER BY CAST(r.uid AS INTEGER)",
            (number,),
        )
        return tuple(name or str(json.loads(document)["name"]) for name, document in rows)


def _texts(document: str | None) -> tuple[str, ...]:
    if document is None:
        return ()
    terms = from_document(json.loads(document)).terms
    return tuple(dict.fromkeys(term.text for term in terms))


def _record(row: Row, undone: dict[int, int]) -> BatchRecord:
    number, at, actor, command, installs, undoes, rows = row
    return BatchRecord(number, at, actor, command, installs, undoes, undone.get(number, 0), rows)
