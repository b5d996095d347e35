"""Search: one query in, concepts out, each saying how it matched (the ways are in `ways`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glossary.language.fold import plain_key
from glossary.model import DEFAULT_VARIETIES, ZH_CN, Hit, Match, Results, Term
from glossary.store import concept_rows
from glossary.store.batch import Row
from glossary.store.database import Database
from glossary.store.letters import Letters
from glossary.store.query import Query, parse
from glossary.store.sets import Sets
from glossary.store.ways import Candidate, Ways

_Way = Callable[[Ways, Query], Iterator[Candidate]]

Found = tuple[Candidate | Hit, ...]
"""What a query found, best first: terms that are still to be read, and readings derived from it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a hit must be: the variety that matched, the concept's domain, the term's status, and
    a least score; and the only set to look in. Empty means any."""

    variety: str = ""
    domain: str = ""
    status: str = ""
    set: str = ""
    minimum: int = 0


class Search:
    """The search of one opened file."""

    def __init__(self, database: Database, sets: Sets, letters: Letters) -> None:
        self._database = database
        self._sets = sets
        self._letters = letters

    def find(
        self, text: str, limit: int = 20, wanted: Filter | None = None, *, count: bool = True
    ) -> Results:
        """The best `limit` hits (0 for all) of a query, and the number of all.

        Without `count` the search ends when the page is full, and the total is of the page.
        """
        query = parse(text)
        if not query.key:
            return Results((), 0)
        self._letters.build()  # which reads a moment of its own
        with self._database.snapshot():
            return self._find(query, limit, wanted or Filter(), count=count)

    def begin(self, text: str, limit: int, wanted: Filter) -> tuple[Hit, ...]:
        """What `find` begins with, as far as it costs little: at most so many terms that are the
        query or begin with it, as it is written."""
        query = parse(text)
        if not query.key:
            return ()
        with self._database.snapshot():
            found, _, _ = self._candidates(query, limit, wanted, count=False, way=Ways.first)
            return tuple(hit for _, hit in self._hits(found))

    def knows(self, text: str) -> bool:
        """Whether a term is this text, as it is or in another spelling."""
        query = parse(text)
        if not query.key:
            return False
        with self._database.snapshot():
            ranks = {set_id: each.rank for set_id, each in self._sets.by_id().items()}
            return any(
                each.set_id in ranks and not self._shadowed(each, ranks)
                for each in Ways(self._database, ranks, self._letters).same(query)
            )

    def ranked(self, text: str, wanted: Filter) -> Found:
        """Everything a query finds, in order of rank, for a list of which pages are read."""
        query = parse(text)
        if not query.key:
            return ()
        self._letters.build()
        with self._database.snapshot():
            found, known, _ = self._candidates(query, 0, wanted, count=True)
            derived = () if known else self._derived(query, wanted)
        near = sum(each.by == "fuzzy" for each in found)
        return (*found[: len(found) - near], *derived, *found[len(found) - near :])

    def hits(self, found: Found) -> tuple[Hit, ...]:
        """The hits of a page of what was ranked; rows that have gone since are left out."""
        with self._database.snapshot():
            by_term = dict(self._hits([each for each in found if isinstance(each, Candidate)]))
        rows = (each if isinstance(each, Hit) else by_term.get(each.term) for each in found)
        return tuple(each for each in rows if each is not None)

    def _find(self, query: Query, limit: int, wanted: Filter, *, count: bool) -> Results:
        found, known, seen = self._candidates(query, limit, wanted, count=count)
        derived = () if known else self._derived(query, wanted)
        # Derived readings stand before near misses; by then every way to know the query has come.
        near = sum(each.by == "fuzzy" for each in found)
        hits = tuple(hit for _, hit in self._hits(found))
        hits = hits[: len(hits) - near] + derived + hits[len(hits) - near :]
        hits = hits[:limit] if limit else hits
        return Results(hits, seen + len(derived) if count else len(hits))

    def _candidates(
        self, query: Query, limit: int, wanted: Filter, *, count: bool, way: _Way = Ways.all
    ) -> tuple[list[Candidate], bool, int]:
        """The best candidates, whether one is the query itself, and how many there are in all."""
        found: list[Candidate] = []
        seen: set[str] = set()
        known = False
        for candidate in self._visible(query, wanted, seen, way):
            self._database.check_interrupted()
            known = known or candidate.whole
            if candidate.uid in seen:
                continue
            if not limit or len(found) < limit:
                found.append(candidate)
            elif not count:
                break
            seen.add(candidate.uid)
        return found, known, len(seen)

    def _visible(
        self, query: Query, wanted: Filter, seen: set[str], way: _Way
    ) -> Iterator[Candidate]:
        """Candidates that may be shown; of concepts already seen only terms that are the query."""
        sets = self._sets.by_id()
        ranks = {set_id: each.rank for set_id, each in sets.items()}
        ways = Ways(self._database, ranks, self._letters)
        only = {id_: rank for id_, rank in ranks.items() if wanted.set in ("", sets[id_].name)}
        for candidate in way(ways, query):
            if candidate.set_id not in only or (candidate.uid in seen and not candidate.whole):
                continue
            if candidate.score < wanted.minimum or not self._fits(candidate, wanted):
                continue
            if not self._shadowed(candidate, only):
                yield candidate

    def _fits(self, candidate: Candidate, wanted: Filter) -> bool:
        if not (wanted.variety or wanted.domain or wanted.status):
            return True
        return bool(
            self._database.value(
                "SELECT 1 FROM term t JOIN concept c ON c.id = t.concept WHERE t.id = ?"
                " AND ? IN ('', t.variety) AND ? IN ('', c.domain) AND ? IN ('', t.status)",
                (candidate.term, wanted.variety, wanted.domain, wanted.status),
            )
        )

    def _shadowed(self, candidate: Candidate, ranks: dict[int, int]) -> bool:
        """Whether a higher-ranked one of these sets has the same concept."""
        if len(ranks) < 2:
            return False
        rank = ranks[candidate.set_id]
        rows = self._database.rows("SELECT set_id FROM concept WHERE uid = ?", (candidate.uid,))
        return any(ranks.get(set_id, rank) < rank for (set_id,) in rows)

    def _hits(self, found: Sequence[Candidate]) -> list[tuple[int, Hit]]:
        """The hits of candidates that are still there, each with its term's row id."""
        rows: list[Row] = []
        for start in range(0, len(found), concept_rows.PAGE):
            page = tuple(each.term for each in found[start : start + concept_rows.PAGE])
            rows += self._database.rows(
                "SELECT t.id, t.concept, t.variety, t.text, s.name FROM term t"
                " JOIN concept c ON c.id = t.concept JOIN glossary_set s ON s.id = c.set_id"
                f" WHERE t.id IN ({','.join('?' * len(page))})",
                page,
            )
        places = {row[0]: row[1:] for row in rows}
        concepts = concept_rows.load(self._database, [row[1] for row in rows])
        hits = []
        for each in found:
            if each.term not in places:
                continue
            row, variety, text, name = places[each.term]
            concept = concepts[row]
            match = Match(variety, text, each.by, each.stem)
            hit = Hit(name, each.score, match, concept.terms, concept.uid, concept.domain)
            hits.append((each.term, hit))
        return hits

    def _derived(self, query: Query, wanted: Filter) -> tuple[Hit, ...]:
        """What a hanzi query that no entry is would be read as in Korean."""
        narrowed = wanted.variety or wanted.domain or wanted.status or wanted.set
        if narrowed or wanted.minimum > 100 or not _is_hanzi(query.plain):
            return ()
        from glossary.language.hanja import readings

        hits = []
        for variety in DEFAULT_VARIETIES:
            if variety == ZH_CN:
                continue
            for reading in readings(query.plain, variety)[:3]:
                term = Term(variety=variety, text=reading)
                hits.append(Hit("", 100, Match(variety, reading, "reading"), (term,)))
        return tuple(hits)


def _is_hanzi(text: str) -> bool:
    return bool(text) and all("\u3400" <= letter <= "\u9fff" for letter in plain_key(text))
