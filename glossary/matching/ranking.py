"""Which of the units that were found comes first.

Within the variety asked for a source scores as it is written, and in another variety of the
language as it reads with the spelling folded away. Penalties are itemised and only take away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from glossary.language.composed import nfc
from glossary.language.fold import fold
from glossary.matching.scoring import Scored
from glossary.model import Memory, Text, TextMatch, Unit, language_of

CONTEXT = 101
"""The score of an equal text whose neighbours are equal too."""

OTHER_VARIETY = 6
OTHER_TARGET = 10
SEVERAL = 1
"""Points of the penalties."""


class Segment(NamedTuple):
    """What a memory is asked for: a text, and those beside it ("" at an end) where both are
    known."""

    text: str
    before: str | None = None
    after: str | None = None


class Source(NamedTuple):
    """A text of a memory, as its row is."""

    unit: int
    memory: int
    created: int
    text: Text


class Near(NamedTuple):
    """A source with its score as it is written, and with the spelling folded away."""

    source: Source
    surface: int
    folded: int


class Query:
    """What was asked, and how a source that was found is scored."""

    def __init__(self, asked: Segment, source: str, target: str, threshold: int) -> None:
        self.text = nfc(asked.text)
        self.folded = fold(self.text)
        self.source = source
        self.lowest = min(threshold, 100)
        self._target = target
        self._neighbours = (asked.before, asked.after)
        self._scored = Scored(self.text)
        self._scored_folded = Scored(self.folded)

    def ranked(self, sources: Iterable[Source], chosen: Mapping[int, Memory]) -> list[Near]:
        """Those of the sources that are near, the ones first that may come first."""
        from rapidfuzz.distance import Levenshtein

        near = []
        for each in sources:
            theirs = fold(each.text.text)
            apart = Levenshtein.distance(self.folded, theirs)
            folded = self._scored_folded.score(theirs, apart)
            if folded < self.lowest:
                continue
            surface = self._surface(each.text, folded, Levenshtein.distance)
            near.append(Near(each, surface, folded))
        near.sort(
            key=lambda each: (
                -self.upper(each),
                chosen[each.source.memory].priority,
                -each.source.created,
            )
        )
        return near

    def _surface(self, stored: Text, folded: int, distance: Callable[[str, str], int]) -> int:
        """The score as written within a variety; across varieties the folded one stands for it."""
        if stored.variety != self.source:
            return folded
        if self._is_in_context(stored):
            return CONTEXT
        return self._scored.score(stored.text, distance(self.text, stored.text))

    def upper(self, near: Near) -> int:
        """The highest score a match of this source can have."""
        other = near.source.text.variety != self.source
        return near.surface - (OTHER_VARIETY if other else 0)

    def matches(self, near: Near, unit: Unit, memory: Memory) -> Iterator[TextMatch]:
        """The source with each of its targets: in the variety asked for, else in another of its
        language."""
        source = near.source.text
        targets = unit.of(self._target)
        others = () if targets else _of_language(unit, self._target)
        penalties = []
        if memory.penalty:
            penalties.append(("memory", memory.penalty))
        if source.variety != self.source:
            penalties.append(("variety", OTHER_VARIETY))
        if others:
            penalties.append(("target-variety", OTHER_TARGET))
        total = max(near.surface - sum(points for _, points in penalties), 0)
        for target in targets or others:
            if target.text != source.text or target.variety != source.variety:
                yield TextMatch(
                    total,
                    near.surface,
                    near.folded,
                    source,
                    target,
                    memory.name,
                    unit.uid,
                    tuple(penalties),
                    details=unit.details,
                )

    def _is_in_context(self, stored: Text) -> bool:
        theirs = (stored.before, stored.after)
        return any(theirs) and theirs == self._neighbours and stored.text == self.text


def merged(matches: Sequence[TextMatch]) -> list[TextMatch]:
    """The matches best first, each pair of texts once; where a source has several translations,
    each of them has the penalty for it, but for the only one whose neighbours are equal too."""
    once: dict[tuple[str, str, str, str], TextMatch] = {}
    for each in matches:
        pair = (*_asked(each), each.target.text)
        if pair not in once or once[pair].score < each.score:
            once[pair] = each
    several = Counter(map(_asked, once.values()))
    in_context = Counter(_asked(each) for each in once.values() if each.surface == CONTEXT)
    found = []
    for each in once.values():
        is_decided = each.surface == CONTEXT and in_context[_asked(each)] == 1
        found.append(_with_several(each) if several[_asked(each)] > 1 and not is_decided else each)
    return sorted(found, key=lambda each: -each.score)


def _asked(match: TextMatch) -> tuple[str, str, str]:
    """What has several translations where there are several matches of it."""
    return match.source.variety, match.source.text, match.target.variety


def _with_several(each: TextMatch) -> TextMatch:
    if any(code == "several-translations" for code, _ in each.penalties):
        return each
    penalties = (*each.penalties, ("several-translations", SEVERAL))
    return replace(each, score=max(each.score - SEVERAL, 0), penalties=penalties)


def _of_language(unit: Unit, variety: str) -> tuple[Text, ...]:
    language = language_of(variety)
    return tuple(each for each in unit.texts if language_of(each.variety) == language)
