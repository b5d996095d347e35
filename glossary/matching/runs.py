"""Texts read run of Hangul by run, as most runs come again and again.

What is found in a run depends on little beside it (`boundaries.surroundings`), so it is remembered.
Read in the text itself are only the terms that stand in no single run (중시 기지, 15.5계획), the
runs that these have a part in, and those that may hold a term with context rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from glossary.language.compounds import LONGEST_RUN
from glossary.language.fold import key_places
from glossary.language.runs import HANGUL_RUN
from glossary.matching.boundaries import (
    Span,
    is_alone,
    standing,
    standing_in_run,
    surroundings,
)
from glossary.matching.choice import moved, occurrences
from glossary.matching.term_letters import Candidate, Match, TermAutomaton
from glossary.model import Occurrence

_REMEMBERED = 1 << 15  # runs; a megabyte of news has about 15,000 different ones


class _Read(NamedTuple):
    """How many matches are in a run, and the terms, with offsets of the run."""

    matches: int
    found: tuple[Occurrence, ...]


_NOTHING = _Read(0, ())
_Key = str | tuple[str, str, str]
"""A run, and what is before and behind it where that may decide."""


class RunReader:
    """The terms of one Korean variety in texts, with `nested` also those inside of longer ones."""

    def __init__(self, automaton: TermAutomaton, *, nested: bool) -> None:
        self._automaton = automaton
        self._nested = nested
        self._known: dict[_Key, _Read] = {}
        self._earlier: dict[_Key, _Read] = {}

    def find(self, nfc: str, matches: Sequence[Match]) -> list[Occurrence]:
        """The terms of an NFC text with these matches, in order."""
        known = self._known
        found: list[Occurrence] = []
        unread: list[tuple[int, int]] = []
        within = 0
        for run in HANGUL_RUN.finditer(nfc):
            read = known.get(run[0]) or self._read(nfc, *run.span())
            if read is None:
                unread.append(run.span())
                continue
            within += read.matches
            if read.found:
                found += moved(read.found, run.start())
        rest = within < len(matches) and self._automaton.may_be_across(nfc, matches)
        if not rest and not unread:
            return found
        return self._with_the_rest(nfc, matches, found, unread)

    def _read(self, nfc: str, start: int, end: int) -> _Read | None:
        """What is in a run; None where that is for the text to tell."""
        if end - start > LONGEST_RUN:
            return None
        run = nfc[start:end]
        before, after = surroundings(nfc, start, end)
        key = run if is_alone(run) else (before, run, after)
        read = self._known.get(key) or self._earlier.get(key)
        if read is None:
            read = self._read_anew(run, before, after)
        if read is not None:
            if len(self._known) >= _REMEMBERED:  # those that come again are kept, the rest is not
                self._known, self._earlier = {}, self._known
            self._known[key] = read
        return read

    def _read_anew(self, run: str, before: str, after: str) -> _Read | None:
        matches = self._automaton.matches(run)
        if not matches:
            return _NOTHING
        if self._automaton.have_rules(matches):
            return None
        candidates = self._automaton.candidates(run + after, matches, range(len(run)))
        stands = standing_in_run(run, {each.span: None for each in candidates}, before)
        return _Read(len(matches), tuple(self._settled(run, candidates, stands)))

    def _settled(
        self, nfc: str, candidates: Iterable[Candidate], stands: dict[Span, bool]
    ) -> list[Occurrence]:
        kept = [each for each in candidates if each.span in stands]
        return occurrences(nfc, kept, stands, nested=self._nested) if kept else []

    def _with_the_rest(
        self,
        nfc: str,
        matches: Sequence[Match],
        found: list[Occurrence],
        unread: list[tuple[int, int]],
    ) -> list[Occurrence]:
        """What was found run by run, and what is in no single run or in a run left unread."""
        places = key_places(nfc)
        across = self._automaton.across(matches, places)
        spans = [each.span[:2] for each in self._automaton.candidates(nfc, across, places)]
        if not spans and not unread:
            return found
        anew = bytearray(len(nfc))
        for start, end in (*unread, *spans):
            anew[start:end] = b"\1" * (end - start)
        for run in HANGUL_RUN.finditer(nfc):
            if anew.find(1, *run.span()) >= 0:
                anew[run.start() : run.end()] = b"\1" * len(run[0])
        kept = set(across)
        chosen = [each for each in matches if each in kept or anew[places[each[1]]]]
        found = [each for each in found if not anew[each.start]]
        candidates = self._automaton.candidates(nfc, chosen, places)
        stands = standing(nfc, {each.span: None for each in candidates}, chinese=False)
        found += self._settled(nfc, candidates, stands)
        return sorted(found, key=lambda each: (each.start, -each.end))
