"""The ways a query can match, best first; each gives candidates in order of rank.

A way never stops early and never looks at the terms themselves: keys and the packed letters
answer, and `search` reads what it shows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glossary.language import hangul, keyboard
from glossary.language.fold import folded_onsets, plain_key, search_key
from glossary.language.pinyin import parse_query
from glossary.language.stems import stems
from glossary.matching.similarity import score
from glossary.store.database import Database
from glossary.store.keys import CHOSUNG, FOLD, INITIALS, PINYIN, READING
from glossary.store.letters import Letters
from glossary.store.prefixes import Ranked, after_prefix, ranked_prefixes

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


@dataclass(frozen=True, slots=True)
class Query:
    """What a person typed, in the forms the ways need."""

    text: str
    key: str
    plain: str
    letters: str


def parse(text: str) -> Query:
    """The forms of a query; `key` is empty when it holds nothing to look for."""
    text = unicodedata.normalize("NFC", text)
    key = search_key(text)
    return Query(text, key, plain_key(text), hangul.jamo(key))


def dictionary_forms(query: Query) -> list[str]:
    """The stems of a query, as it is spaced and without its spaces, longest first."""
    text = query.text
    while text and not text[-1].isalnum():
        text = text[:-1]
    found: dict[str, str] = {}
    for form in dict.fromkeys((text, "".join(text.split()))):
        for stem in stems(form):
            found.setdefault(plain_key(stem), stem)
    found.pop(query.plain, None)
    return sorted(found.values(), key=lambda stem: -len(plain_key(stem)))


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

        What begins with the query or holds it only when folded counts as a variant, after those
        that are the query when folded.
        """
        same = self._same(query.key, query.plain)
        stemmed = [each for stem in dictionary_forms(query) for each in self._same_text(stem, stem)]
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
        yield from self._chosung(query)
        yield from self._keyboard(query)
        yield from self._pinyin(query)
        yield from self._reading(query)
        yield from self._fuzzy(query)

    def _same(self, key: str, plain: str, stem: str = "") -> list[Candidate]:
        """Terms with this very key: exact where the writing is the same too, else a variant."""
        return [
            _candidate(row, EXACT if plain_key(row[-1]) == plain else VARIANT, stem, whole=not stem)
            for row in self._with_key(FOLD, key)
        ]

    def _same_text(self, text: str, stem: str = "") -> list[Candidate]:
        return self._same(search_key(text), plain_key(text), stem)

    def _prefix(self, query: Query) -> Iterator[Candidate]:
        known = len(query.letters)
        for row in self._ranked(FOLD, query.key, lambda size: score(size - known, size)):
            if row[3] != known:
                surface = (plain_key(row[-1]) or query.key).startswith(query.plain)
                yield _candidate(row, "prefix" if surface else VARIANT)
        unfinished = hangul.half_typed(query.plain)
        if unfinished is not None:
            yield from self._half_typed(*unfinished, known)

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
        for each in (*self._same(query.key, query.plain), *self._prefix(query)):
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
            found += self._rows(f"k.kind = ? AND k.term IN ({marks})", (FOLD, *page), points)
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


def _has_hanzi(text: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" or letter >= "\U00020000" for letter in text)
