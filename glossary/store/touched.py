"""What a batch touched: the rows it made, altered or deleted, as it found and left them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.store import changes
from glossary.store.concept_rows import PAGE
from glossary.store.database import Database

Key = tuple[str, int, str]  # entity, scope, uid


@dataclass(frozen=True, slots=True)
class Touched:
    """A row as a batch found it and left it; None where it did not exist.

    `after` is told only where another batch altered the row since; else the row itself tells.
    """

    entity: str
    scope: int
    uid: str
    born: int
    before: str | None
    after: str | None

    @property
    def key(self) -> Key:
        """What tells the row from others, whoever made it."""
        return (self.entity, self.scope, self.uid)


class TouchedRows:
    """The rows that the batches of one opened file touched, but for units, which are too many."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, number: int) -> list[Touched]:
        """Every row of a batch, as it found and left it."""
        found: dict[Key, Touched] = {}
        for entity, scope, uid, born, before, after in self._database.rows(
            "SELECT entity, scope, uid, born, before, after FROM change WHERE batch = ?"
            " ORDER BY id",
            (number,),
        ):
            first = found.get((entity, scope, uid))
            start = first.before if first else (None if born == number else before)
            found[entity, scope, uid] = Touched(entity, scope, uid, born, start, after)
        for each in self._born_in(number):
            found.setdefault(each.key, each)
        return list(found.values())

    def _born_in(self, number: int) -> Iterable[Touched]:
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
            yield Touched(entity, scope, uid, number, None, before)
        for entity, scope, uid in self._inserted(number):
            yield Touched(entity, scope, uid, number, None, first_change.get((entity, scope, uid)))

    def _inserted(self, number: int) -> list[tuple[str, int, str]]:
        """The rows a batch made that are still there."""
        return [
            (entity, scope, str(uid))
            for entity, columns in (
                (changes.SET, "0, id FROM glossary_set"),
                (changes.DECISION, "0, uid FROM decision"),
                (changes.MEMORY, "0, id FROM memory"),
                (changes.CONCEPT, "set_id, uid FROM concept"),
            )
            for scope, uid in self._database.rows(f"SELECT {columns} WHERE created = ?", (number,))
        ]


def grouped(touched: Sequence[Touched]) -> list[tuple[str, int, list[str]]]:
    """The rows as (entity, scope, uids)."""
    groups: dict[tuple[str, int], list[str]] = {}
    for row in touched:
        groups.setdefault((row.entity, row.scope), []).append(row.uid)
    return [(entity, scope, uids) for (entity, scope), uids in groups.items()]


def pages(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Uids, as many at once as a statement takes."""
    return (uids[start : start + PAGE] for start in range(0, len(uids), PAGE))
