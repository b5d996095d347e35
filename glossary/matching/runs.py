"""Texts read run of Hangul by run, as most runs come again and again.

What is found in a run depends on little beside it (`boundaries.surroundings`), so it is remembered.
Read in the text itself are only the terms that stand in no single run (중시 기지, 15.5계획), the
runs that these have a part in, and those that may hold a term with context rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from glossary.language.compounds import LONGEST_RUN
from glossary.language.fold import key_places
from glossary.matching.boundaries import is_alone, surroundings
from glossary.matching.term_letters import Match, TermAutomaton
from glossary.model import Occurrence

Decide = Callable[[str, Sequence[Match], Sequence[int]], Iterable[Occurrence]]
"""Which of the matches in an NFC text, whose letters stand at these places, are terms."""

_HANGUL = re.compile("[가-힣]+")
_REMEMBERED = 1 << 15  # runs; a megabyte of news has about 15,000 different ones


class _Read(NamedTuple):
    """How many matches are in a run, and the terms, with offsets of the run."""

    matches: int
    found: tuple[Occurrence, ...]


_NOTHING = _Read(0, ())
_Key = str | tuple[str, str, str]
"""A run, and what is before and behind it where that may decide."""


class RunReader:
    """The terms of one variety, in texts of which it remembers the runs."""

    def __init__(self, automaton: TermAutomaton, decide: Decide) -> None:
        self._automaton = automaton
        self._decide = decide
        self._known: dict[_Key, _Read] = {}
        self._earlier: dict[_Key, _Read] = {}

    def find(self, nfc: str, matches: Sequence[Match]) -> list[Occurrence]:
        """The terms of an NFC text with these matches, in order."""
        known = self._known
        found: list[Occurrence] = []
        unread: list[tuple[int, int]] = []
        within = 0
        for run in _HANGUL.finditer(nfc):
            read = known.get(run[0]) or self._read(nfc, *run.span())
            if read is None:
                unread.append(run.span())
                continue
            within += read.matches
            if read.found:
                at = run.start()
                found += [moved(each, at) for each in read.found]
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
        at = len(before)
        found = self._decide(before + run + after, matches, range(at, at + len(run)))
        return _Read(len(matches), tuple(moved(each, -at) for each in found))

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
        spans = [each.span for each in self._automaton.candidates(nfc, across, places)]
        if not spans and not unread:
            return found
        anew = bytearray(len(nfc))
        for start, end, *_ in (*unread, *spans):
            anew[start:end] = b"\1" * (end - start)
        for run in _HANGUL.finditer(nfc):
            if anew.find(1, *run.span()) >= 0:
                anew[run.start() : run.end()] = b"\1" * len(run[0])
        kept = set(across)
        chosen = [each for each in matches if each in kept or anew[places[each[1]]]]
        found = [each for each in found if not anew[each.start]]
        found += self._decide(nfc, chosen, places)
        return sorted(found, key=lambda each: (each.start, -each.end))


def moved(each: Occurrence, by: int) -> Occurrence:
    """An occurrence so many characters further on."""
    return Occurrence(
        each.start + by,
        each.end + by,
        each.text,
        each.variety,
        each.concept,
        each.term,
        each.by,
        each.why,
        each.others,
    )
