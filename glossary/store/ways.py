"""The ways a query can match, best first; each gives candidates in order of rank.

A way never stops early and never looks at the terms themselves: keys and the packed letters
answer, and `search` reads what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from glossary.language import hangul, keyboard
from glossary.language.fold import folded_onsets, plain_key, search_key
from glossary.language.pinyin import parse_query
from glossary.matching.similarity import score
from glossary.model import MATCHED_BY
from glossary.store.database import Database
from glossary.store.keys import CHOSUNG, FOLD, INITIALS, PINYIN, READING
from glossary.store.letters import Letters
from glossary.store.prefixes import Ranked, after_prefix, ranked_prefixes
from glossary.store.query import Query, dictionary_forms, other_readings, parse

EXACT, VARIANT = "exact", "variant"
_PAGE = 500
_SHORTEST_FUZZY = 3  # with fewer letters one typo in them leaves nothing to know a term by


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that may be shown: its row id, its concept and set, how and how well it matched.

    `whole` says that the term is the query, in its own spelling or in another.
    """

    term: int
    uid: str
    set_id: int
    by: str
    score: int
    stem: str = ""
    whole: bool = False


class Ways:
    """All ways over one file's keys; `ranks` gives a set's rank by its row id."""

    def __init__(
        self,
        database: Database,
        ranks: dict[int, int],
        letters: Letters,
    ) -> None:
        self._database = database
        self._ranks = ranks
        self._letters = letters

    def all(self, query: Query) -> Iterator[Candidate]:
        """Every candidate, best way first; a term can come more than once.

        What no term is, begins with or holds is taken to mean something else before it is taken
        for initials, a reading or a typo.
        """
        found = False
        for each in self._by_spelling(query):
            found = True
            yield each
        if not found:
            yield from self._second_thoughts(query)
        yield from self._chosung(query)
        yield from self._keyboard(query)
        yield from self._pinyin(query)
        yield from self._reading(query)
        yield from self._fuzzy(query)

    def first(self, query: Query) -> Iterator[Candidate]:
        """What `all` begins with and costs little: terms that are the query or its stem, or begin
        with it, as it is written."""
        found = (*self.same(query), *self._stemmed(query))
        yield from (each for each in found if each.by == EXACT)
        yield from (each for each in self._prefix(query) if each.by != VARIANT)

    def same(self, query: Query) -> list[Candidate]:
        """Terms that are the query, in its own spelling or in another."""
        return self._same(query.key, query.plain)

    def _by_spelling(self, query: Query) -> Iterator[Candidate]:
        """Terms that are the query or its stem, begin with it or hold it.

        What does so only when folded counts as a variant, after those that are the query when
        folded.
        """
        same = self.same(query)
        stemmed = self._stemmed(query)
        folded: list[Candidate] = []
        yield from (each for each in (*same, *stemmed) if each.by == EXACT)
        for way in (self._prefix, self._inside):
            for each in way(query):
                if each.by == VARIANT:
                    folded.append(each)
                else:
                    yield each
        yield from (each for each in (*same, *stemmed) if each.by == VARIANT)
        yield from folded

    def _second_thoughts(self, query: Query) -> list[Candidate]:
        """What the query is without its brackets; what holds its stem; what goes on from it when
        its open last syllable is still to be closed (총겨, on the way to 총경리)."""
        found = [each for text in other_readings(query) for each in self._same_text(text, text)]
        for stem in dictionary_forms(query):
            longer = parse(stem)
            if len(longer.key) > 1:  # one syllable is held by terms that have nothing to do with it
                ways = (*self._begun(longer), *self._inside(longer))
                found += [replace(each, stem=stem) for each in ways]
        found += self._unclosed(query)
        return sorted(found, key=lambda each: MATCHED_BY.index(each.by))

    def _same(self, key: str, plain: str, stem: str = "") -> list[Candidate]:
        """Terms with this very key: exact where the writing is the same too, else a variant."""
        return [
            _candidate(row, EXACT if plain_key(row[-1]) == plain else VARIANT, stem, whole=not stem)
            for row in self._with_key(FOLD, key)
        ]

    def _same_text(self, text: str, stem: str = "") -> list[Candidate]:
        return self._same(search_key(text), plain_key(text), stem)

    def _stemmed(self, query: Query) -> list[Candidate]:
        return [each for stem in dictionary_forms(query) for each in self._same_text(stem, stem)]

    def _prefix(self, query: Query) -> Iterator[Candidate]:
        """Terms that begin with the query, whose last syllable may be half typed."""
        yield from self._begun(query)
        unfinished = hangul.half_typed(query.plain)
        if unfinished is not None:
            yield from self._half_typed(*unfinished, len(query.letters))

    def _begun(self, query: Query) -> Iterator[Candidate]:
        known = len(query.letters)
        for row in self._ranked(FOLD, query.key, lambda size: score(size - known, size)):
            if row[3] != known:
                surface = (plain_key(row[-1]) or query.key).startswith(query.plain)
                yield _candidate(row, "prefix" if surface else VARIANT)

    def _half_typed(self, stem: str, onset: str, known: int) -> Iterator[Candidate]:
        """Terms that go on after the stem with a syllable of this onset, in either spelling."""
        key, place = search_key(stem), len(stem)
        found: list[Ranked] = []
        for folded in folded_onsets(onset):
            first, last = hangul.span_of_onset(folded)
            for row in self._rows(
                "k.kind = ? AND k.key >= ? AND k.key < ?",
                (FOLD, key + first, after_prefix(key + last)),
                lambda size, _: score(size - known, size),
            ):
                surface = hangul.chosung(plain_key(row[-1]))[place : place + 1]
                if row[3] > known and onset in (surface, folded):
                    found.append(row)
        for row in sorted(found):
            same = plain_key(row[-1]).startswith(plain_key(stem))
            yield _candidate(row, "prefix" if same else VARIANT)

    def _unclosed(self, query: Query) -> list[Candidate]:
        """Terms that go on from the query once its open last syllable has a final consonant."""
        closed = hangul.last_closed(query.key[-1])
        if not closed:
            return []
        known, typed = len(query.letters), hangul.jamo(query.plain)
        found = self._rows(
            "k.kind = ? AND k.key >= ? AND k.key < ?",
            (FOLD, query.key, after_prefix(query.key[:-1] + closed)),
            lambda size, _: score(size - known, size),
        )
        return [
            _candidate(row, "prefix" if _letters(row).startswith(typed) else VARIANT)
            for row in sorted(found)
        ]

    def _inside(self, query: Query) -> Iterator[Candidate]:
        """Terms that hold the query after their beginning."""
        known = len(query.letters)
        ids = self._letters.inside(query.key)
        for row in self._with_ids(ids, lambda size, _: score(size - known, size)):
            if query.key in search_key(row[-1])[1:]:
                surface = query.plain in plain_key(row[-1])
                yield _candidate(row, "inside" if surface else VARIANT)

    def _chosung(self, query: Query) -> Iterator[Candidate]:
        if query.plain and all(map(hangul.is_jamo, query.plain)):
            yield from self._all("chosung", CHOSUNG, hangul.chosung(query.plain))
        elif any(map(hangul.is_jamo, query.plain)):
            yield from self._partly_chosung(query)

    def _partly_chosung(self, query: Query) -> Iterator[Candidate]:
        """Terms of which some syllables are typed, of the others the onsets (중ㅅㅍㄹㅍ)."""
        onsets = hangul.chosung(query.plain)
        rows = self._rows(
            "k.kind = ? AND k.key >= ? AND k.key < ?",
            (CHOSUNG, onsets, after_prefix(onsets)),
            lambda size, _: 100,
        )
        for row in sorted(rows):
            spellings = (plain_key(row[-1]), search_key(row[-1]))
            if any(map(hangul.begins_as, spellings, (query.plain, query.key))):
                yield _candidate(row, "chosung")

    def _keyboard(self, query: Query) -> Iterator[Candidate]:
        """The query as the same keys give it on the other layout."""
        if query.plain.isascii() and query.plain.isalpha():
            meant = keyboard.to_hangul("".join(query.text.split()))
            if any(map(hangul.is_syllable, meant)):
                yield from self._meant(parse(meant))
        elif any(map(hangul.is_jamo, query.plain)) and not query.plain.isascii():
            for each in self._pinyin(parse(keyboard.to_keys(query.plain))):
                yield Candidate(each.term, each.uid, each.set_id, "keyboard", 100)

    def _meant(self, query: Query) -> Iterator[Candidate]:
        found = (*self._same(query.key, query.plain), *self._stemmed(query), *self._prefix(query))
        for each in found or self._unclosed(query):
            yield Candidate(each.term, each.uid, each.set_id, "keyboard", 100)

    def _pinyin(self, query: Query) -> Iterator[Candidate]:
        spelt = parse_query(query.text)
        if spelt is not None:
            toneless, toned = spelt
            yield from self._all("pinyin", PINYIN, toned or toneless)
        if query.plain.isascii() and query.plain.isalnum():
            yield from self._all("initials", INITIALS, query.plain)

    def _reading(self, query: Query) -> Iterator[Candidate]:
        """Chinese terms read as the Hangul query, Korean terms that read the hanzi query."""
        from glossary.language.hanja import readings

        yield from (_candidate(row, "reading") for row in self._with_key(READING, query.key))
        for variety in ("ko-CN", "ko-KR"):
            for reading in readings(query.plain, variety) if _has_hanzi(query.plain) else ():
                for each in self._same_text(reading):
                    if self._without_chinese(each):
                        yield Candidate(each.term, each.uid, each.set_id, "reading", 100)

    def _without_chinese(self, candidate: Candidate) -> bool:
        """Whether the concept has no Chinese of its own that would contradict the reading."""
        return not self._database.value(
            "SELECT 1 FROM term t JOIN term o ON o.concept = t.concept"
            " WHERE t.id = ? AND o.variety LIKE 'zh%'",
            (candidate.term,),
        )

    def _fuzzy(self, query: Query) -> Iterator[Candidate]:
        known = len(query.letters)
        if known < _SHORTEST_FUZZY:
            return
        near = self._letters.fuzzy(query.letters)
        for row in self._with_ids(near, lambda size, term: score(near[term], max(size, known))):
            yield _candidate(row, "fuzzy")

    def _with_ids(self, ids: Iterable[int], points: Callable[[int, int], int]) -> list[Ranked]:
        """The folds of these terms, ranked by `points` of size and term."""
        found: list[Ranked] = []
        wanted = list(ids)
        for start in range(0, len(wanted), _PAGE):
            page = wanted[start : start + _PAGE]
            marks = ",".join("?" * len(page))
            # The plus sign keeps SQLite from the index of kinds, each of which has every term.
            found += self._rows(f"+k.kind = ? AND k.term IN ({marks})", (FOLD, *page), points)
        return sorted(found)

    def _with_key(self, kind: str, key: str) -> list[Ranked]:
        rows = self._rows("k.kind = ? AND k.key = ?", (kind, key), lambda size, term: 100)
        return sorted(rows)

    def _rows(
        self, where: str, values: tuple[object, ...], points: Callable[[int, int], int]
    ) -> Iterator[Ranked]:
        for size, other, uid, term, set_id, text in self._database.rows(
            "SELECT k.size, k.other, k.uid, k.term, k.set_id, t.text FROM term_key k"
            f" JOIN term t ON t.id = k.term WHERE {where}",
            values,
        ):
            rank = self._ranks[set_id]
            yield (-points(size, term), rank, other, size, uid, term, set_id, text)

    def _all(self, by: str, kind: str, prefix: str) -> Iterator[Candidate]:
        for row in self._ranked(kind, prefix, lambda size: 100):
            yield _candidate(row, by)

    def _ranked(self, kind: str, prefix: str, by_size: Callable[[int], int]) -> Iterator[Ranked]:
        return ranked_prefixes(self._database, self._ranks, kind, prefix, by_size)


def _candidate(row: Ranked, by: str, stem: str = "", *, whole: bool = False) -> Candidate:
    points = -row[0] if by in ("prefix", "inside", "fuzzy") else 100
    return Candidate(row[5], row[4], row[6], by, points, stem, whole)


def _letters(row: Ranked) -> str:
    return hangul.jamo(plain_key(row[-1]))


def _has_hanzi(text: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" or letter >= "\U00020000" for letter in text)
