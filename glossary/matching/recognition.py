"""Known terms in running text.

An automaton finds the folded letters of every term at once; what stands as a word there
(`boundaries`), what the entry's context rules say, and the longest one at each place decide. Where
the other side of a translated segment is at hand, a concept that is not said there is not meant
here, unless whoever asks wants to see what is surely here and not said there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from glossary.language.composed import nfc as composed
from glossary.language.fold import fold, key_places, search_key
from glossary.language.invisible import Shown, visible
from glossary.language.offsets import Offsets
from glossary.matching.boundaries import Span, standing
from glossary.matching.choice import occurrences
from glossary.matching.runs import RunReader
from glossary.matching.term_letters import SHORTEST, Candidate, Entry, Match, TermAutomaton
from glossary.matching.unsaid import surely_there
from glossary.model import Occurrence, Term, language_of


class Beside(NamedTuple):
    """The other side of a translated segment."""

    text: str
    variety: str


class Recogniser:
    """The terms of a glossary, found in texts; terms of one character only with `single`."""

    def __init__(self, entries: Iterable[Entry], *, single: bool = False) -> None:
        self._shortest = 1 if single else SHORTEST
        self._all = tuple(entries)
        self._automata: dict[str, TermAutomaton] = {}
        self._readers: dict[tuple[str, bool], RunReader] = {}

    def terms(self, concept: str) -> tuple[Term, ...]:
        """The terms of a concept in all varieties; none where it is not known."""
        return tuple(self._concepts.get(concept, ()))

    @cached_property
    def _concepts(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for entry in self._all:
            found.setdefault(entry.concept, []).append(entry.term)
        return found

    def find(
        self,
        text: str,
        variety: str,
        beside: Beside | None = None,
        *,
        nested: bool = False,
        unsaid: bool = False,
    ) -> tuple[Occurrence, ...]:
        """The terms of a variety in a text, in order: the longest at each place, with `nested` also
        those inside of them, with `unsaid` also those that are surely terms though the other side
        does not say them. Characters that nobody sees are seen through."""
        shown = visible(text)
        if len(shown) < len(text):
            found = self.find(shown, variety, beside, nested=nested, unsaid=unsaid)
            return tuple(_led_back(found, text, Shown(text)))
        nfc = composed(text)
        matches = self._automaton(variety).matches(nfc)
        if not matches:
            return ()
        if beside is None and language_of(variety) != "zh":
            here = self._reader(variety, nested=nested).find(nfc, matches)
        else:
            here = self._find(nfc, matches, variety, beside, nested=nested, unsaid=unsaid)
        return tuple(here if nfc == text else _led_back(here, text, Offsets(text)))

    def _find(
        self,
        nfc: str,
        matches: list[Match],
        variety: str,
        beside: Beside | None,
        *,
        nested: bool,
        unsaid: bool = False,
    ) -> list[Occurrence]:
        candidates = self._automaton(variety).candidates(nfc, matches, key_places(nfc))
        stands = _standing(nfc, candidates, variety)
        if beside is None:
            kept = [each for each in candidates if each.span in stands]
            return occurrences(nfc, kept, stands, nested=nested)
        kept, silent = self._said(candidates, stands, beside)
        more = surely_there(nfc, silent, kept) if unsaid else []
        return occurrences(nfc, kept + more, stands, nested=nested, beside=True, unsaid=more)

    def _reader(self, variety: str, *, nested: bool) -> RunReader:
        if (variety, nested) not in self._readers:
            self._readers[variety, nested] = RunReader(self._automaton(variety), nested=nested)
        return self._readers[variety, nested]

    def _automaton(self, variety: str) -> TermAutomaton:
        if variety not in self._automata:
            entries = [entry for entry in self._all if entry.term.variety == variety]
            self._automata[variety] = TermAutomaton(entries, self._shortest)
        return self._automata[variety]

    def _said(
        self, candidates: list[Candidate], stands: dict[Span, bool], beside: Beside
    ) -> tuple[list[Candidate], list[Candidate]]:
        """The candidates whose concepts the other side says, or of which it cannot tell; one that
        does not stand as a word counts where the other side says it more often. And the words
        whose concepts it does not say."""
        nfc = composed(visible(beside.text))
        automaton = self._automaton(beside.variety)
        others = automaton.candidates(nfc, automaton.matches(nfc), key_places(nfc))
        whole = _standing(nfc, others, beside.variety)
        written = {each.entry.concept for each in others}
        key = fold(nfc)
        said = Counter(
            concept
            for concept, _ in {
                (each.entry.concept, each.start) for each in others if each.span in whole
            }
        )
        kept, left, silent = [], [], []
        for each in candidates:
            concept = each.entry.concept
            if each.span not in stands:
                if concept in said:
                    left.append(each)
            elif concept in written or self._may_be_said(concept, beside.variety, key):
                kept.append(each)
            else:
                silent.append(each)
        counted = Counter(each.entry.concept for each in kept)
        for each in left:
            if counted[each.entry.concept] < said[each.entry.concept]:
                counted[each.entry.concept] += 1
                kept.append(each)
        return kept, silent

    def _may_be_said(self, concept: str, variety: str, text: str) -> bool:
        """Whether a concept may be said in a folded text though none of its terms was found: it
        has none in the variety, or one too short to be looked for."""
        keys = [search_key(term.text) for term in self.terms(concept) if term.variety == variety]
        return not keys or any(len(key) < self._shortest and key in text for key in keys)


def _standing(nfc: str, candidates: list[Candidate], variety: str) -> dict[Span, bool]:
    spans = {each.span: None for each in candidates}
    return standing(nfc, spans, chinese=language_of(variety) == "zh")


def _led_back(
    found: Iterable[Occurrence], text: str, offsets: Offsets | Shown
) -> Iterator[Occurrence]:
    """With the offsets of a text that is not NFC, or has more than is seen."""
    for each in found:
        start, end = offsets.span(each.start, each.end)
        yield replace(each, start=start, end=end, text=text[start:end])
