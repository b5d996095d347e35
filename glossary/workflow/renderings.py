"""What translates a candidate, found in the segments that hold it.

A string that stands in the same segments more often than chance has it (log-likelihood) is a
rendering if it goes closely with the candidate (Dice), mostly stands where the candidate does, or
can be read as it (`hanja.is_reading`); hanzi that can be read as a part of it count for one. Of
strings inside one another the longest wins that loses no segment. Each segment is then counted for
the likeliest rendering that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from glossary.language.fold import fold
from glossary.language.hanja import is_hanzi, is_reading, sounds
from glossary.matching import hanzi_candidates
from glossary.matching.candidates import Counter, dice, log_likelihood
from glossary.matching.noun_candidates import plain
from glossary.matching.ranking import language_of
from glossary.workflow.candidates import (
    PLACES,
    Group,
    Place,
    Rendering,
    later,
    place_of,
    seen_in,
)
from glossary.workflow.passages import Passage, Passages
from glossary.workflow.plan import Progress

MOST = 4
"""Renderings of a candidate."""

_STRINGS = 200  # strings that are counted beside one candidate
_SURE = 6.63  # log-likelihood that chance reaches once in a hundred
_CLOSE = 0.4  # Dice
_MOSTLY = 0.6  # of the segments of a string those that hold the candidate
_FURTHEST = 6  # times as many segments as the candidate has
_OVERLAP = 0.4  # what being read as the candidate weighs beside Dice
_LONGEST = 10
_STEP = 1_000


@dataclass(slots=True)
class _Tally:
    """What is counted about one rendering."""

    text: str
    dice: float
    reading: bool
    count: int = 0
    years: dict[str, int] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    places: list[Place] = field(default_factory=list)

    def add(self, passage: Passage, start: int) -> None:
        """Count one segment."""
        self.count += 1
        year = passage.date[:4]
        if year:
            self.years[year] = self.years.get(year, 0) + 1
        self.first, self.last = later(self.first, self.last, passage.date)
        if len(self.places) < PLACES:
            self.places.append(place_of(passage, passage.other, start, start + len(self.text)))

    def made(self) -> Rendering:
        """The rendering."""
        years = tuple(sorted(self.years.items()))
        about = (self.first, self.last, tuple(self.places))
        return Rendering(self.text, self.count, round(self.dice, 3), self.reading, years, *about)


def find(
    passages: Passages, groups: Sequence[Group], other: str, room: int, progress: Progress | None
) -> dict[str, tuple[Rendering, ...]]:
    """The renderings of each candidate in the variety `other`, by the candidate's text."""
    work = _Work(passages, groups, other, progress)
    strings = work.strings(room)
    tallies = work.likeliest(strings)
    work.attribute(tallies)
    return {
        text: tuple(
            each.made()
            for each in sorted(found, key=lambda each: (-each.count, -each.dice))
            if each.count
        )
        for text, found in tallies.items()
    }


class _Work:
    """The passes over the pairs."""

    def __init__(
        self,
        passages: Passages,
        groups: Sequence[Group],
        other: str,
        progress: Progress | None,
    ) -> None:
        self._passages = passages
        self._groups = groups
        self._of_key = {key: number for number, each in enumerate(groups) for key in each.keys}
        self._find = seen_in(passages.variety)
        self._chinese = language_of(other) == "zh"
        self._other = seen_in(other)
        self._progress = progress

    def strings(self, room: int) -> dict[str, int]:
        """The strings of the translations in at least two segments, each with how many; those left
        out that a longer one holds in all of its segments."""
        counts = Counter(room)
        for passage in self._pairs():
            for string in self._strings_of(passage.other):
                counts.add(string, 0)
        found = {key: counts.count(key) for key in counts.keys(2)}
        within = {
            part
            for key, seen in found.items()
            for part in (key[1:], key[:-1])
            if found.get(part) == seen
        }
        return {key: seen for key, seen in found.items() if key not in within}

    def likeliest(self, strings: dict[str, int]) -> dict[str, list[_Tally]]:
        """The likeliest renderings of each candidate, best first."""
        segments = [0] * len(self._groups)
        beside: dict[int, Counter] = {}
        for passage in self._pairs():
            there = {each for each in self._strings_of(passage.other) if each in strings}
            for number in self._groups_in(passage.text):
                segments[number] += 1
                most = self._groups[number].count * _FURTHEST
                counts = beside.setdefault(number, Counter(_STRINGS))
                for string in there:
                    if strings[string] <= most:
                        counts.add(string, 0)
        whole = self._passages.pairs
        return {
            self._groups[number].text: _chosen(
                self._groups[number].text, segments[number], counts, strings, whole
            )
            for number, counts in beside.items()
        }

    def attribute(self, tallies: dict[str, list[_Tally]]) -> None:
        """Count each segment for the first rendering that stands in it."""
        for passage in self._pairs():
            for number in self._groups_in(passage.text):
                for each in tallies.get(self._groups[number].text, ()):
                    start = passage.other.find(each.text)
                    if start >= 0:
                        each.add(passage, start)
                        break

    def _pairs(self) -> Iterator[Passage]:
        for number, passage in enumerate(self._passages):
            if self._progress is not None and number % _STEP == 0:
                self._progress("extract-pairs", number, len(self._passages))
            if passage.other:
                yield passage

    def _groups_in(self, text: str) -> list[int]:
        """The candidates of a text, each once."""
        found = (self._of_key.get(seen.key) for seen in self._find(text))
        return list(dict.fromkeys(number for number in found if number is not None))

    def _strings_of(self, text: str) -> list[str]:
        """The strings of a translation, each once."""
        if self._chinese:
            found = (each.key for each in hanzi_candidates.seen_in(text, _LONGEST))
        else:
            found = (plain(each.key) for each in self._other(text))
        return list(dict.fromkeys(found))


def _chosen(
    text: str, segments: int, counts: Counter, strings: dict[str, int], whole: int
) -> list[_Tally]:
    """The strings that may translate a candidate, best first."""
    ranked = []
    for string in counts.keys(2):
        both, seen = counts.count(string), strings[string]
        close, reading = dice(both, segments, seen), _reads(text, string)
        overlap = 1.0 if reading else _overlap(text, string)
        near = close >= _CLOSE or (both >= _MOSTLY * seen and overlap > 0) or reading
        if near and (reading or log_likelihood(both, segments, seen, whole) >= _SURE):
            ranked.append((close + _OVERLAP * overlap, len(string), string, both, close, reading))
    ranked.sort(key=lambda each: (-each[0], -each[1], each[2]))
    found: list[_Tally] = []
    for _, _, string, _, close, reading in ranked:
        if not any(string in each.text or each.text in string for each in found):
            found.append(_Tally(string, close, reading))
        if len(found) == MOST:
            break
    return found


def _reads(text: str, string: str) -> bool:
    korean, chinese = (string, text) if is_hanzi(text[:1]) else (text, string)
    return is_reading(korean, chinese)


def _overlap(text: str, string: str) -> float:
    """The part of the hanzi that can be read as one of the syllables, each of these once."""
    korean, chinese = (string, text) if is_hanzi(text[:1]) else (text, string)
    left = list(fold(korean))
    for char in chinese:
        sound = next((each for each in map(fold, sounds(char)) if each in left), "")
        if sound:
            left.remove(sound)
    whole = fold(korean)
    return (len(whole) - len(left)) / max(len(chinese), 1)
