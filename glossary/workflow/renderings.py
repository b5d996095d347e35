"""What translates a candidate, found in the segments that hold it.

A string that stands in the same segments more often than chance has it (log-likelihood) is a
rendering if it goes closely with the candidate (Dice), mostly stands where the candidate does, or
can be read as it (`hanja.is_reading`); hanzi that can be read as a part of it count for one. Of
strings inside one another the longest wins that loses no segment. Each segment is then counted for
the likeliest rendering that stands there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.language.fold import fold
from glossary.language.hanja import is_hanzi, is_reading, sounds
from glossary.language.stop_words import chinese_general_words
from glossary.matching.candidates import Counter, dice, log_likelihood
from glossary.matching.noun_candidates import plain
from glossary.workflow.candidates import (
    PLACES,
    Group,
    Place,
    Rendering,
    later,
    measure_of,
    place_of,
)
from glossary.workflow.corpus import Corpus, CorpusText
from glossary.workflow.plan import Progress

MOST = 4
"""Renderings of a candidate."""

_STRINGS = 200  # strings that are counted beside one candidate
_SURE = 6.63  # log-likelihood that chance reaches once in a hundred
_CLOSE = 0.4  # Dice
_MOSTLY = 0.6  # of the segments of a string those that hold the candidate
_ALIKE = 0.5  # of what two strings are read like, that chance need not be ruled out
_FURTHEST = 6  # times as many segments as the candidate has
_OVERLAP = 0.8  # what being read as the candidate weighs beside Dice
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

    def add(self, sentence: CorpusText, start: int) -> None:
        """Count one segment."""
        self.count += 1
        year = sentence.date[:4]
        if year:
            self.years[year] = self.years.get(year, 0) + 1
        self.first, self.last = later(self.first, self.last, sentence.date)
        if len(self.places) < PLACES:
            self.places.append(place_of(sentence, sentence.other, start, start + len(self.text)))

    def made(self) -> Rendering:
        """The rendering."""
        years = tuple(sorted(self.years.items()))
        about = (self.first, self.last, tuple(self.places))
        return Rendering(self.text, self.count, round(self.dice, 3), self.reading, years, *about)


def find(
    corpus: Corpus, groups: Sequence[Group], other: str, room: int, progress: Progress | None
) -> dict[str, tuple[Rendering, ...]]:
    """The renderings of each candidate in the variety `other`, by the candidate's text."""
    work = _Work(corpus, groups, other, progress)
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
        corpus: Corpus,
        groups: Sequence[Group],
        other: str,
        progress: Progress | None,
    ) -> None:
        self._corpus = corpus
        self._groups = groups
        self._of_key = {key: number for number, each in enumerate(groups) for key in each.keys}
        self._measure = measure_of(corpus.variety)
        self._other = measure_of(other)
        self._progress = progress

    def strings(self, room: int) -> dict[str, int]:
        """The strings of the translations in at least two segments, each with how many; those left
        out that a longer one holds in all of its segments."""
        counts = Counter(room)
        for sentence in self._pairs():
            counts.add(self._strings_of(sentence.other), 0)
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
        for sentence in self._pairs():
            there = self._strings_of(sentence.other, strings)
            for number in self._groups_in(sentence.text):
                segments[number] += 1
                most = self._groups[number].count * _FURTHEST
                counts = beside.setdefault(number, Counter(_STRINGS))
                counts.add([each for each in there if strings[each] <= most], 0)
        whole = self._corpus.pairs
        return {
            self._groups[number].text: _chosen(
                self._groups[number].text, segments[number], counts, strings, whole
            )
            for number, counts in beside.items()
        }

    def attribute(self, tallies: dict[str, list[_Tally]]) -> None:
        """Count each segment for the first rendering that stands in it."""
        for sentence in self._pairs():
            for number in self._groups_in(sentence.text):
                for each in tallies.get(self._groups[number].text, ()):
                    start = sentence.other.find(each.text)
                    if start >= 0:
                        each.add(sentence, start)
                        break

    def _pairs(self) -> Iterator[CorpusText]:
        for number, sentence in enumerate(self._corpus):
            if self._progress is not None and number % _STEP == 0:
                self._progress("extract-pairs", number, len(self._corpus))
            if sentence.other:
                yield sentence

    def _groups_in(self, text: str) -> list[int]:
        """The candidates of a text, each once."""
        seen = self._measure.seen_in(text, self._of_key)
        return list(dict.fromkeys(self._of_key[each.key] for each in seen))

    def _strings_of(self, text: str, wanted: Container[str] | None = None) -> list[str]:
        """The strings of a translation, or those that are wanted, each once."""
        found = map(plain, (each.key for each in self._other.seen_in(text)))
        if wanted is not None:
            return list(dict.fromkeys(each for each in found if each in wanted))
        return list(dict.fromkeys(found))


def _chosen(
    text: str, segments: int, counts: Counter, strings: dict[str, int], whole: int
) -> list[_Tally]:
    """The strings that may translate a candidate, best first."""
    ranked = []
    for string in counts.keys(2):
        if string in chinese_general_words():
            continue
        both, seen = counts.count(string), strings[string]
        close, reading = dice(both, segments, seen), _reads(text, string)
        overlap = 1.0 if reading else _overlap(text, string)
        near = close >= _CLOSE or (both >= _MOSTLY * seen and overlap > 0) or reading
        alike = overlap >= _ALIKE or log_likelihood(both, segments, seen, whole) >= _SURE
        if near and alike:
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
    """How much of the two reads alike: hanzi that can be read as one of the syllables, each of
    these once, as a part of the longer one. So 低空经济 is more of 저공경제 than 经济 is."""
    korean, chinese = (string, text) if is_hanzi(text[:1]) else (text, string)
    whole = fold("".join(korean.split()))
    left = list(whole)
    for char in chinese:
        sound = next((each for each in map(fold, sounds(char)) if each in left), "")
        if sound:
            left.remove(sound)
    return (len(whole) - len(left)) / max(len(chinese), len(whole), 1)
