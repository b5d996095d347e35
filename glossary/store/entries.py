"""The terms of a file as they are looked for in texts: of each concept those of the highest-ranked
set that has it, with their context rules."""

from __future__ import annotations

from collections.abc import Collection

from glossary.matching.recognition import Entry
from glossary.model import ContextRule, Term
from glossary.store.database import Database
from glossary.store.sets import Sets


def entries(database: Database, sets: Sets, names: Collection[str] = ()) -> list[Entry]:
    """Every term that a look-up can show; only those of the sets with these names, if any.

    Raises NotFound for a set that there is not.
    """
    with database.snapshot():
        wanted = {sets.find(name)[0] for name in names}
        ranks = {
            set_id: each.rank
            for set_id, each in sets.by_id().items()
            if not wanted or set_id in wanted
        }
        highest = _highest(database, ranks)
        rules = _rules(database)
        rows = database.rows(
            "SELECT t.id, c.set_id, c.uid, t.variety, t.text, t.status, t.pos, t.note, t.uid"
            " FROM term t JOIN concept c ON c.id = t.concept WHERE c.merged_into = ''"
            " ORDER BY t.concept, t.position"
        )
    return [
        Entry(concept, Term(variety, text, status, pos, note, (), rules.get(row, ()), uid), rank)
        for row, set_id, concept, variety, text, status, pos, note, uid in rows
        for rank in (ranks.get(set_id, 0),)
        if rank and highest[concept] == rank
    ]


def _highest(database: Database, ranks: dict[int, int]) -> dict[str, int]:
    """The rank of the set that shows each concept; one that was merged away hides it, too."""
    found: dict[str, int] = {}
    for uid, set_id in database.rows("SELECT uid, set_id FROM concept"):
        rank = ranks.get(set_id)
        if rank is not None:
            found[uid] = min(rank, found.get(uid, rank))
    return found


def _rules(database: Database) -> dict[int, tuple[ContextRule, ...]]:
    found: dict[int, tuple[ContextRule, ...]] = {}
    for term, kind, text in database.rows("SELECT term, kind, text FROM context_rule ORDER BY id"):
        found[term] = (*found.get(term, ()), ContextRule(kind, text))
    return found
