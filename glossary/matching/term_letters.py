"""Where the letters of terms stand in a text, and may be meant.

An automaton finds the folded letters of every term at once; what stands between them, which form
of a verb they are, and what the entry's context rules say decide which of the places are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from glossary.language.compounds import NAME, NOUN, VERB
from glossary.language.fold import fold, key_of, search_keys
from glossary.language.hangul import is_syllable
from glossary.language.lexicon import lexicon
from glossary.language.orthography import applied, respell
from glossary.language.runs import HANGUL_RUN
from glossary.language.stems import stems
from glossary.matching.boundaries import Span
from glossary.matching.context_rules import ruled
from glossary.matching.patterns import (
    ENDED,
    base_of,
    gap_fits,
    has_quotes,
    is_verb,
    light_verb_follows,
    may_be_spaced,
    stem_patterns,
    with_quotes,
)
from glossary.model import KO_CN, KO_KR, Term, language_of

SHORTEST = 2
"""Characters; whoever wants shorter terms found says so."""

_BASE = "base"
_RUN = re.compile("[가-힣]{0,40}")  # a longer one is no form of a verb
_LONGEST = 500
"""Characters; a longer entry is no term of a running text, and one of 10,000 that repeat
themselves takes the automaton a minute to make."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a concept, and the rank of the set that holds it."""

    concept: str
    term: Term
    rank: int = 1


class Candidate(NamedTuple):
    """A place where a term's letters stand, in the NFC text."""

    start: int
    end: int
    kind: str
    entry: Entry
    ruled: bool
    form: bool

    @property
    def span(self) -> Span:
        """What decides whether the candidate stands as a word."""
        return self.start, self.end, self.kind


Match = tuple[int, int, int]
"""The number of a pattern, and where it starts and ends in the key of a text."""


class TermAutomaton:
    """The terms of one variety but for those whose keys are shorter than `shortest`."""

    def __init__(self, entries: Sequence[Entry], shortest: int) -> None:
        self._first: dict[str, Entry] = {}
        self._several: dict[str, Sequence[tuple[Entry, str]]] = {}  # what is not one noun
        self._rules = any(entry.term.rules for entry in entries)
        first = self._first
        others: list[tuple[Entry, str]] = []
        keys = search_keys([entry.term.text for entry in entries])
        for entry, key in zip(entries, keys, strict=True):
            if not shortest <= len(key) <= _LONGEST:
                continue
            if key in first or key.endswith(ENDED):
                others.append((entry, key))
            else:
                first[key] = entry
        # In this order the automaton is made in less time; sorting all at once would take more.
        self._patterns = sorted(first)
        self._patterns += sorted(self._added(others, shortest))
        self._loose: dict[int, bool] = {}
        self._found = AhoCorasick(
            self._patterns, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def _added(self, entries: Iterable[tuple[Entry, str]], shortest: int) -> list[str]:
        """Take in verbs, and what has the key of another; the patterns that are new."""
        added = []
        first = self._first
        for entry, key in entries:
            alone = {kind: ((entry, kind),) for kind in (VERB, _BASE)}
            for pattern, kind in looked_for(entry.term, key):
                if len(pattern) < shortest:
                    continue
                if pattern in first:
                    self._share(pattern, entry, kind)
                    continue
                added.append(pattern)
                first[pattern] = entry
                if kind != NOUN:
                    self._several[pattern] = alone[kind]
        return added

    def _share(self, pattern: str, entry: Entry, kind: str) -> None:
        several = self._several.get(pattern)
        if not isinstance(several, list):
            several = self._several[pattern] = [*self._of(pattern)]
        several.append((entry, kind))

    def matches(self, nfc: str) -> list[Match]:
        """Where the letters of terms stand in the key of an NFC text, whatever is between them."""
        return self._found.find_matches_as_indexes(key_of(nfc), overlapping=True)

    def have_rules(self, matches: Iterable[Match]) -> bool:
        """Whether any of these may be a term with context rules."""
        if not self._rules:
            return False
        patterns = {self._patterns[number] for number, _, _ in matches}
        return any(entry.term.rules for each in patterns for entry, _ in self._of(each))

    def may_be_across(self, nfc: str, matches: Iterable[Match]) -> bool:
        """Whether any of the matches in a text may be a term though it is in no single run."""
        return has_quotes(nfc) or any(self._is_loose(number) for number, _, _ in matches)

    def _is_loose(self, number: int) -> bool:
        """Whether a pattern may stand across runs of Hangul: spaced, or with other letters."""
        loose = self._loose.get(number)
        if loose is None:
            pattern = self._patterns[number]
            loose = self._loose[number] = not HANGUL_RUN.fullmatch(pattern) or any(
                may_be_spaced(entry.term.text, pattern) for entry, _ in self._of(pattern)
            )
        return loose

    def across(self, matches: Iterable[Match], places: Sequence[int]) -> list[Match]:
        """Those that do not stand within one run of Hangul; the letters stand at these places."""
        return [
            (number, first, last)
            for number, first, last in matches
            if places[last - 1] - places[first] >= last - first
            or not HANGUL_RUN.fullmatch(self._patterns[number])
        ]

    def candidates(
        self, nfc: str, matches: Iterable[Match], places: Sequence[int]
    ) -> list[Candidate]:
        """Those with nothing between their letters that does not fit, and whose context rules
        hold; the letters stand at these places of the text."""
        return list(self._fitting(nfc, matches, places))

    def _of(self, pattern: str) -> Sequence[tuple[Entry, str]]:
        return self._several.get(pattern) or ((self._first[pattern], NOUN),)

    def _fitting(
        self, nfc: str, matches: Iterable[Match], places: Sequence[int]
    ) -> Iterator[Candidate]:
        for number, first, last in matches:
            start, end = places[first], places[last - 1] + 1
            spaced = end - start > last - first
            if spaced and "\n" in nfc[start:end]:  # a term does not go on behind a paragraph
                continue
            pattern = self._patterns[number]
            held = self._of(pattern)
            if spaced:
                own = places[first:last]
                held = [each for each in held if _spaced(each[0].term.text, pattern, nfc, own)]
                start, end = with_quotes(nfc, start, end) if held else (start, end)
            for entry, kind in held:
                term = entry.term
                if last - first == SHORTEST and _is_chance(term, nfc, start, end):
                    continue
                if kind == VERB and not _is_form(term.text, nfc, start, end):
                    continue
                if kind == _BASE and not light_verb_follows(nfc, end):
                    continue
                asked = ruled(term, nfc, start, end) if term.rules else False
                if asked is not None:
                    yield Candidate(start, end, _kind(term, kind), entry, asked, kind != NOUN)


def _kind(term: Term, kind: str) -> str:
    """What decides whether a place of this pattern of a term stands as a word."""
    return VERB if kind == VERB else NAME if term.pos == "proper-noun" else NOUN


def looked_for(term: Term, key: str) -> tuple[tuple[str, str], ...]:
    """The patterns of a term with this key, and what each is of: a noun, a verb, or the noun that a
    verb is made of."""
    if not (language_of(term.variety) == "ko" and is_verb(term.text, term.pos)):
        return ((key, NOUN),)
    base = base_of(term.text)
    found = tuple((pattern, VERB) for pattern in stem_patterns(key))
    # What a noun is made a verb with (하다, 되다 …) is as long in the key.
    return (*found, (key[: len(base) - len(term.text)], _BASE)) if base else found


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
    return any(
        fold(form) == wanted and not _is_other_verb(form, term)
        for form in (written, *stems(written))
    )


def _is_other_verb(form: str, term: str) -> bool:
    """Whether a dictionary form is that of another verb, folded alike: 따르다, 다르다."""
    return (
        form != term
        and form.removesuffix(ENDED) in lexicon().stems
        and all(form != "".join(each.split()) for each in _spellings(term))
    )
