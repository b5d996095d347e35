"""Long lists of which only pages are read: what a query found, or all concepts, newest first.

Invariant: a list keeps the places of its rows. A row that has gone since is left out of its page,
one that came since is in the next list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from glossary.model import Hit, Match
from glossary.store import concept_rows
from glossary.store.database import Database
from glossary.store.search import Filter, Found, Search
from glossary.store.sets import Sets

PAGE = 100


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a list: `total` rows, in pages of PAGE. Of a query all that was `found`; of
    the whole file the row id of the first concept of each page."""

    total: int
    found: Found = ()
    starts: tuple[int, ...] = ()
    wanted: Filter = field(default_factory=Filter)


class Listings:
    """The lists of one opened file."""

    def __init__(self, database: Database, sets: Sets, search: Search) -> None:
        self._database = database
        self._sets = sets
        self._search = search
        self._whole: tuple[object, Listing] | None = None

    def begin(self, text: str, wanted: Filter) -> tuple[Hit, ...]:
        """What the first page of a query begins with, as far as it costs little; a whole page of it
        is all that `first` would give."""
        return self._search.begin(text, PAGE, wanted) if text.strip() else ()

    def first(self, text: str, wanted: Filter) -> tuple[Hit, ...]:
        """The first page alone, at once: of a query, or of all concepts for a text without
        letters."""
        if text.strip():
            return self._search.find(text, PAGE, wanted, count=False).hits
        return self._newest(wanted, 1 << 62)

    def of(self, text: str, wanted: Filter) -> Listing:
        """The whole list, which takes its time; that of all concepts is remembered while nothing
        is written."""
        if text.strip():
            found = self._search.ranked(text, wanted)
            return Listing(len(found), found=found, wanted=wanted)
        asked = self._database.stamp(), wanted
        if self._whole is None or self._whole[0] != asked:
            self._whole = asked, self._all(wanted)
        return self._whole[1]

    def _all(self, wanted: Filter) -> Listing:
        condition, values = self._condition(wanted)
        rows = self._database.rows(
            "SELECT id, n FROM (SELECT c.id, row_number() OVER (ORDER BY c.id DESC) - 1 AS n"
            f" FROM concept c WHERE {condition}) WHERE n % {PAGE} = 0",
            values,
        )
        starts = tuple(row for row, _ in rows)
        last = len(self._ids(wanted, starts[-1])) if starts else 0
        return Listing(max(len(starts) - 1, 0) * PAGE + last, starts=starts, wanted=wanted)

    def page(self, listing: Listing, number: int) -> tuple[Hit, ...]:
        """The hits of a page, the first being 0."""
        if listing.starts:
            return self._newest(listing.wanted, listing.starts[number])
        return self._search.hits(listing.found[number * PAGE : (number + 1) * PAGE])

    def _newest(self, wanted: Filter, start: int) -> tuple[Hit, ...]:
        ids = self._ids(wanted, start)
        concepts = concept_rows.load(self._database, ids)
        names: dict[int, str] = dict(
            self._database.rows(
                "SELECT c.id, s.name FROM concept c JOIN glossary_set s ON s.id = c.set_id"
                f" WHERE c.id IN ({','.join('?' * len(ids))})",
                tuple(ids),
            )
        )
        return tuple(
            Hit(names[row], 0, Match("", "", ""), found.terms, found.uid, found.domain)
            for row, found in ((row, concepts[row]) for row in ids if row in concepts)
        )

    def _ids(self, wanted: Filter, start: int) -> Sequence[int]:
        condition, values = self._condition(wanted)
        rows = self._database.rows(
            f"SELECT c.id FROM concept c WHERE c.id <= ? AND {condition}"
            f" ORDER BY c.id DESC LIMIT {PAGE}",
            (start, *values),
        )
        return [row for (row,) in rows]

    def _condition(self, wanted: Filter) -> tuple[str, tuple[str, ...]]:
        """What a concept must be to stand in the list; only sets below others are shadowed."""
        sets = self._sets.by_id()
        only = [row for row, each in sets.items() if wanted.set in ("", each.name)]
        parts = ["c.merged_into = ''", f"+c.set_id IN ({','.join(map(str, only))})"]
        shadowed = "EXISTS (SELECT 1 FROM concept o WHERE o.uid = c.uid AND o.set_id IN ({0}))"
        for place, row in enumerate(only[1:], 1):
            above = ",".join(map(str, only[:place]))
            parts.append(f"(c.set_id <> {row} OR NOT {shadowed.format(above)})")
        values: list[str] = []
        if wanted.domain:
            parts.append("c.domain = ?")
            values.append(wanted.domain)
        if wanted.status or wanted.variety:
            parts.append(
                "EXISTS (SELECT 1 FROM term t WHERE t.concept = c.id"
                " AND ? IN ('', t.status) AND ? IN ('', t.variety))"
            )
            values += [wanted.status, wanted.variety]
        return " AND ".join(parts), tuple(values)
