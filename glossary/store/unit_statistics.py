"""What a memory holds, counted."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.store.database import Database
from glossary.store.units import UNIT_OF_TEXT


@dataclass(frozen=True, slots=True)
class VarietyCount:
    """The texts of a variety, their characters in code points, and how many have inline codes."""

    variety: str
    texts: int
    characters: int
    with_codes: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The living units that a command wrote, and when it did so first and last, in UTC."""

    command: str
    units: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MemoryCounts:
    """What a memory holds: varieties and origins with the most units first."""

    units: int
    varieties: tuple[VarietyCount, ...]
    origins: tuple[Origin, ...]


def memory_counts(database: Database, memory: int) -> MemoryCounts:
    """What the memory of this row holds."""
    with database.snapshot():
        varieties = database.rows(
            "SELECT t.variety, count(*), sum(length(t.text)), sum(t.markup <> '')"
            f" FROM text t CROSS JOIN unit u ON {UNIT_OF_TEXT}"
            " WHERE u.memory = ? AND u.ended IS NULL GROUP BY 1 ORDER BY 2 DESC, 1",
            (memory,),
        )
        origins = database.rows(
            "SELECT b.command, count(*), min(b.at), max(b.at) FROM unit u"
            " JOIN batch b ON b.id = u.created WHERE u.memory = ? AND u.ended IS NULL"
            " GROUP BY 1 ORDER BY 2 DESC, 1",
            (memory,),
        )
    found = tuple(Origin(*row) for row in origins)
    units = sum(each.units for each in found)
    return MemoryCounts(units, tuple(VarietyCount(*row) for row in varieties), found)
