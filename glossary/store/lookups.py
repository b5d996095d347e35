"""Many concepts at once, by their uids or by the keys of their terms: what an import asks.

Each question is a few statements, however many uids or keys it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from glossary.store import concept_rows
from glossary.store.concept_rows import PAGE
from glossary.store.database import Database
from glossary.store.keys import FOLD
from glossary.store.termbase import StoredConcept

Value = TypeVar("Value")


def by_uids(database: Database, uids: Iterable[str]) -> dict[str, list[StoredConcept]]:
    """What every set holds under these uids, the highest-ranked set's first."""
    found: dict[str, list[StoredConcept]] = {}
    for page in _pages(list(dict.fromkeys(uids))):
        rows = database.rows(
            "SELECT c.id, c.set_id, c.created, c.batch FROM concept c"
            " JOIN glossary_set s ON s.id = c.set_id"
            f" WHERE c.uid IN ({_marks(page)}) ORDER BY s.rank",
            tuple(page),
        )
        concepts = concept_rows.load(database, [row[0] for row in rows])
        for row in rows:
            stored = StoredConcept(row[0], row[1], row[2], row[3], concepts[row[0]])
            found.setdefault(stored.concept.uid, []).append(stored)
    return found


def by_keys(database: Database, keys: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(key, variety, uid) of every term that has one of these search keys."""
    for page in _pages(list(dict.fromkeys(keys))):
        yield from database.rows(
            "SELECT k.key, t.variety, k.uid FROM term_key k JOIN term t ON t.id = k.term"
            f" WHERE k.kind = ? AND k.key IN ({_marks(page)})",
            (FOLD, *page),
        )


def of_set(database: Database, set_id: int) -> list[StoredConcept]:
    """Every concept of one set, merged-away ones too, oldest first."""
    rows = database.rows(
        "SELECT id, set_id, created, batch FROM concept WHERE set_id = ? ORDER BY id", (set_id,)
    )
    concepts = concept_rows.load(database, [row[0] for row in rows])
    return [StoredConcept(row[0], row[1], row[2], row[3], concepts[row[0]]) for row in rows]


def _pages(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    return (values[start : start + PAGE] for start in range(0, len(values), PAGE))


def _marks(page: Sequence[object]) -> str:
    return ",".join("?" * len(page))
