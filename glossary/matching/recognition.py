"""Known terms in running text.

An automaton finds the folded letters of every term at once; what stands as a word there
(`boundaries`), what the entry's context rules say, and the longest one at each place decide. Where
the other side of a translated segment is at hand, a concept that is not said there is not meant
here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from glossary.language.fold import fold, key_of, key_places, search_key, search_keys
from glossary.language.hangul import is_syllable
from glossary.language.lexicon import lexicon
from glossary.language.offsets import Offsets
from glossary.language.orthography import applied, respell
from glossary.language.spans import Spans
from glossary.language.stems import stems
from glossary.matching.boundaries import Span, standing
from glossary.matching.patterns import (
    base_of,
    gap_fits,
    is_verb,
    light_verb_follows,
    stem_patterns,
    with_quotes,
)
from glossary.model import KO_CN, KO_KR, STATUSES, Occurrence, Term

WORD, FORM, COMPOUND, CUT, RULE, BESIDE = FOUND_WHY = (
    "word",
    "form",
    "compound",
    "cut",
    "rule",
    "beside",
)
"""Why a stretch counts: it is a word, with or without a particle; a form of a verb; a part of a
word made of words; a word of the cheapest cut of Chinese; its entry's rule asks for what stands
there; the other side says it."""

_NOUN, _VERB, _BASE = "noun", "verb", "base"
_RUN = re.compile("[가-힣]{0,40}")  # a longer one is no form of a verb
_LONGEST = 500
"""Characters; a longer entry is no term of a running text, and one of 10,000 that repeat
themselves takes the automaton a minute to make."""
_SHORTEST = 2  # characters; whoever wants shorter terms found says so


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a concept, and the rank of the set that holds it."""

    concept: str
    term: Term
    rank: int = 1


class Beside(NamedTuple):
    """The other side of a translated segment."""

    text: str
    variety: str


class _Candidate(NamedTuple):
    """A place where a term's letters stand, in the NFC text."""

    start: int
    end: int
    verb: bool
    entry: Entry
    ruled: bool
    form: bool

    @property
    def span(self) -> Span:
        return self.start, self.end, self.verb


class Recogniser:
    """The terms of a glossary, found in texts; terms of one character only with `single`."""

    def __init__(self, entries: Iterable[Entry], *, single: bool = False) -> None:
        self._shortest = 1 if single else _SHORTEST
        self._entries: dict[str, list[Entry]] = {}
        self._concepts: dict[str, list[Term]] = {}
        for entry in entries:
            self._entries.setdefault(entry.term.variety, []).append(entry)
            self._concepts.setdefault(entry.concept, []).append(entry.term)
        self._automata: dict[str, _Automaton] = {}

    def terms(self, concept: str) -> tuple[Term, ...]:
        """The terms of a concept in all varieties; none where it is not known."""
        return tuple(self._concepts.get(concept, ()))

    def find(
        self, text: str, variety: str, beside: Beside | None = None, *, nested: bool = False
    ) -> tuple[Occurrence, ...]:
        """The terms of a variety in a text, in order: the longest at each place, with `nested` also
        those inside of them."""
        nfc = unicodedata.normalize("NFC", text)
        candidates = self._candidates(nfc, variety)
        if not candidates:
            return ()
        stands = _standing(nfc, candidates, variety)
        if beside is None:
            kept = [each for each in candidates if each.span in stands]
        else:
            kept = self._said(candidates, stands, beside)
        offsets = Offsets(text)
        return tuple(
            _occurrence(text, nfc, group, offsets, stands, beside)
            for group in _chosen(kept, nested=nested)
        )

    def _candidates(self, nfc: str, variety: str) -> list[_Candidate]:
        if variety not in self._automata:
            entries = self._entries.get(variety, ())
            self._automata[variety] = _Automaton(entries, self._shortest)
        return self._automata[variety].candidates(nfc)

    def _said(
        self, candidates: list[_Candidate], stands: dict[Span, bool], beside: Beside
    ) -> list[_Candidate]:
        """The candidates whose concepts the other side says, or of which it cannot tell; one that
        does not stand as a word counts where the other side says it more often."""
        nfc = unicodedata.normalize("NFC", beside.text)
        others = self._candidates(nfc, beside.variety)
        whole = _standing(nfc, others, beside.variety)
        written = {each.entry.concept for each in others}
        key = fold(nfc)
        said = Counter(
            concept
            for concept, _ in {
                (each.entry.concept, each.start) for each in others if each.span in whole
            }
        )
        kept, left = [], []
        for each in candidates:
            concept = each.entry.concept
            silent = concept not in written and not self._may_be_said(concept, beside.variety, key)
            if each.span in stands and not silent:
                kept.append(each)
            elif concept in said and each.span not in stands:
                left.append(each)
        counted = Counter(each.entry.concept for each in kept)
        for each in left:
            if counted[each.entry.concept] < said[each.entry.concept]:
                counted[each.entry.concept] += 1
                kept.append(each)
        return kept

    def _may_be_said(self, concept: str, variety: str, text: str) -> bool:
        """Whether a concept may be said in a folded text though none of its terms was found: it
        has none in the variety, or one too short to be looked for."""
        keys = [search_key(term.text) for term in self.terms(concept) if term.variety == variety]
        return not keys or any(len(key) < self._shortest and key in text for key in keys)


def _standing(nfc: str, candidates: list[_Candidate], variety: str) -> dict[Span, bool]:
    spans = {each.span: None for each in candidates}
    return standing(nfc, spans, chinese=variety.startswith("zh"))


class _Automaton:
    """The terms of one variety."""

    def __init__(self, entries: Sequence[Entry], shortest: int) -> None:
        numbers: dict[str, int] = {}
        self._first: list[tuple[Entry, str]] = []
        self._further: dict[int, list[tuple[Entry, str]]] = {}
        keys = search_keys([entry.term.text for entry in entries])
        for entry, key in zip(entries, keys, strict=True):
            for pattern, kind in looked_for(entry.term, key):
                if shortest <= len(pattern) <= _LONGEST:
                    number = numbers.setdefault(pattern, len(numbers))
                    if number == len(self._first):
                        self._first.append((entry, kind))
                    else:
                        self._further.setdefault(number, []).append((entry, kind))
        self._patterns = list(numbers)
        self._found = AhoCorasick(
            self._patterns, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def candidates(self, nfc: str) -> list[_Candidate]:
        """Every place where a term's letters stand with nothing between them that does not fit, and
        its context rules hold."""
        key = key_of(nfc)
        matches = self._found.find_matches_as_indexes(key, overlapping=True)
        if not matches:
            return []
        places = range(len(nfc)) if len(key) == len(nfc) else key_places(nfc)
        return list(self._fitting(nfc, matches, places))

    def _fitting(
        self, nfc: str, matches: list[tuple[int, int, int]], places: Sequence[int]
    ) -> Iterator[_Candidate]:
        for number, first, last in matches:
            start, end = places[first], places[last - 1] + 1
            spaced = end - start > last - first
            if spaced:
                start, end = with_quotes(nfc, start, end)
            pattern = self._patterns[number]
            for entry, kind in (self._first[number], *self._further.get(number, ())):
                term = entry.term
                if spaced and not _spaced(term.text, pattern, nfc, places[first:last]):
                    continue
                if last - first == _SHORTEST and _is_chance(term, nfc, start, end):
                    continue
                if kind == _VERB and not _is_form(term.text, nfc, start, end):
                    continue
                if kind == _BASE and not light_verb_follows(nfc, end):
                    continue
                ruled = _ruled(term, nfc, start, end) if term.rules else False
                if ruled is not None:
                    yield _Candidate(start, end, kind == _VERB, entry, ruled, kind != _NOUN)


def looked_for(term: Term, key: str) -> tuple[tuple[str, str], ...]:
    """The patterns of a term with this key, and what each is of: a noun, a verb, or the noun that a
    verb is made of."""
    if not (term.variety.startswith("ko") and is_verb(term.text, term.pos)):
        return ((key, _NOUN),)
    base = base_of(term.text)
    found = tuple((pattern, _VERB) for pattern in stem_patterns(term.text))
    return (*found, (search_key(base), _BASE)) if base else found


def _spaced(term: str, key: str, nfc: str, places: Sequence[int]) -> bool:
    """Whether all that stands between the letters of a term may stand there."""
    return all(
        gap_fits(term, key, count, nfc[before + 1 : place])
        for count, (before, place) in enumerate(pairwise(places), 1)
        if place > before + 1
    )


def _is_chance(term: Term, nfc: str, start: int, end: int) -> bool:
    """Whether two syllables are those of other words: a name, or what is spelt otherwise than the
    term, inside of a run (인리 in 농업인이); or another word that is folded alike (저녁, 저력)."""
    if not is_syllable(nfc[start]):
        return False
    written = nfc[start:end]
    inside = is_syllable(nfc[start - 1 : start] or " ")
    variant = not term.text.startswith(written)
    if inside and (variant or term.pos == "proper-noun"):
        return True
    return variant and written in lexicon().words and written not in _spellings(term.text)


@lru_cache(maxsize=4096)
def _spellings(term: str) -> tuple[str, ...]:
    """A term as either Korea spells it."""
    return tuple(applied(term, respell(term, to)) for to in (KO_KR, KO_CN))


def _is_form(term: str, nfc: str, start: int, end: int) -> bool:
    """Whether what stands here to the end of its run is a form of this verb."""
    rest = _RUN.match(nfc, end)
    written = "".join(nfc[start : rest.end() if rest else end].split())
    wanted = fold("".join(term.split()))
    return fold(written) == wanted or any(fold(stem) == wanted for stem in stems(written))


def _ruled(term: Term, nfc: str, start: int, end: int) -> bool | None:
    """Whether an `only` rule of the term is met; None where its rules forbid the place."""
    only: dict[str, bool] = {}
    for rule in term.rules:
        if rule.kind.endswith("before"):
            met = nfc.startswith(rule.text, end)
        else:
            met = nfc.endswith(rule.text, 0, start)
        if rule.kind.startswith("only"):
            only[rule.kind] = only.get(rule.kind, False) or met
        elif met:
            return None
    return None if False in only.values() else bool(only)


def _chosen(kept: list[_Candidate], *, nested: bool) -> Iterator[list[_Candidate]]:
    """The candidates that stay, in order: those of one place together, the best of them first."""
    groups: dict[tuple[int, int], list[_Candidate]] = {}
    for each in kept:
        groups.setdefault((each.start, each.end), []).append(each)
    chosen, inner = Spans(), Spans()
    taken: list[tuple[int, int]] = []
    for span in sorted(groups, key=lambda span: (span[0] - span[1], span[0])):
        level = inner if nested and chosen.hold(*span) else chosen
        if not level.meet(*span):
            level.add(*span)
            taken.append(span)
    for span in sorted(taken, key=lambda span: (span[0], -span[1])):
        yield sorted(groups[span], key=_preference)


def _preference(each: _Candidate) -> tuple[bool, int, int]:
    return not each.ruled, each.entry.rank, STATUSES.index(each.entry.term.status)


def _occurrence(
    text: str,
    nfc: str,
    group: list[_Candidate],
    offsets: Offsets,
    stands: dict[Span, bool],
    beside: Beside | None,
) -> Occurrence:
    best = group[0]
    term = best.entry.term
    start, end = offsets.span(best.start, best.end)
    inside = stands.get(best.span)
    alike = dict.fromkeys(each.entry.concept for each in group if each.ruled == best.ruled)
    alike.pop(best.entry.concept)
    return Occurrence(
        start,
        end,
        text[start:end],
        term.variety,
        best.entry.concept,
        term,
        _by(nfc[best.start : best.end], best, inside=inside is not False),
        _why(best, inside, beside),
        tuple(alike),
    )


def _by(written: str, best: _Candidate, *, inside: bool) -> str:
    term = best.entry.term
    if best.form:
        return "inflected"
    if inside and term.variety.startswith("ko"):
        return "inside"
    return "exact" if written == term.text else "variant"


def _why(best: _Candidate, inside: bool | None, beside: Beside | None) -> str:
    if inside is None or (beside is not None and not best.ruled):
        return BESIDE
    if best.ruled:
        return RULE
    if best.entry.term.variety.startswith("zh"):
        return CUT
    return FORM if best.form else COMPOUND if inside else WORD
