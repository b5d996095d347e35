"""What a file holds, counted."""

from __future__ import annotations

from glossary.store.database import Database

_CONCEPTS = (
    "FROM concept c JOIN glossary_set s ON s.id = c.set_id WHERE c.merged_into = ''"
    " GROUP BY {0} ORDER BY count(*) DESC, {0}"
)
_SQL = {
    "set": "SELECT s.name, count(*) " + _CONCEPTS.format("s.name"),
    "domain": "SELECT c.domain, count(*) " + _CONCEPTS.format("c.domain"),
    "variety": "SELECT variety, count(*) FROM term GROUP BY 1 ORDER BY 2 DESC, 1",
    "status": "SELECT status, count(*) FROM term GROUP BY 1 ORDER BY 2 DESC, 1",
}


def counted(database: Database, kind: str) -> dict[str, int]:
    """How many concepts there are by `set` or `domain`, or terms by `variety` or `status`.

    Merged-away and hidden concepts are left out; a shadowed concept counts in each of its sets.
    """
    return dict(database.rows(_SQL[kind]))


def statistics(database: Database) -> dict[str, dict[str, int]]:
    """Everything that can be counted, by kind."""
    return {kind: counted(database, kind) for kind in _SQL}
