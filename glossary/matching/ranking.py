"""Which of the units that were found comes first.

Within the variety asked for a source scores as it is written, and in another variety of the
language as it reads with the spelling folded away. Penalties are itemised and only take away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glossary.language.fold import fold
from glossary.matching.scoring import Scored
from glossary.matching.similarity import score
from glossary.model import Memory, Text, TextMatch, Unit, language_of

CONTEXT = 101
"""The score of an equal text whose neighbours are equal too."""

OTHER_VARIETY = 6
OTHER_TARGET = 10
SEVERAL = 1
"""Points of the penalties."""


class Source:
    """A text near the query, as its row is, and its scores."""

    __slots__ = ("created", "folded", "memory", "row", "surface", "text", "unit")

    def __init__(self, row: int, unit: int, memory: int, created: int, text: Text) -> None:
        self.row = row
        self.unit = unit
        self.memory = memory
        self.created = created
        self.text = text
        self.surface = self.folded = 0


class Query:
    """What was asked, and how a source that was found is scored."""

    def __init__(
        self,
        text: str,
        source: str,
        target: str,
        threshold: int,
        neighbours: tuple[str, str] | None = None,
    ) -> None:
        self.text = text
        self.source = source
        self.target = target
        self._threshold = threshold
        self._neighbours = neighbours
        self._scored = Scored(text)
        self._folded_text = fold(text)
        self._folded = Scored(self._folded_text)

    def ranked(self, sources: Sequence[Source], chosen: Mapping[int, Memory]) -> list[Source]:
        """The sources with their scores, those first that may come first."""
        from rapidfuzz.distance import Levenshtein

        near = []
        for each in sources:
            folded = fold(each.text.text)
            apart = Levenshtein.distance(self._folded_text, folded)
            if score(apart, max(len(folded), len(self._folded_text))) < min(self._threshold, 100):
                continue
            each.folded = self._folded.score(folded, apart)
            if each.text.variety == self.source:
                edits = Levenshtein.distance(self.text, each.text.text)
                each.surface = self._scored.score(each.text.text, edits)
                if self._is_in_context(each):
                    each.surface = CONTEXT
            else:
                each.surface = each.folded
            near.append(each)
        near.sort(key=lambda each: (-self.upper(each), chosen[each.memory].priority, -each.created))
        return near

    def upper(self, source: Source) -> int:
        """The highest score a match of this source can have."""
        return source.surface - (OTHER_VARIETY if source.text.variety != self.source else 0)

    def matches(self, source: Source, unit: Unit, memory: Memory) -> Iterator[TextMatch]:
        """The source with each of its targets: in the variety asked for, else in another of its
        language."""
        targets = unit.of(self.target)
        others = () if targets else _of_language(unit, self.target)
        penalties = []
        if memory.penalty:
            penalties.append(("memory", memory.penalty))
        if source.text.variety != self.source:
            penalties.append(("variety", OTHER_VARIETY))
        if others:
            penalties.append(("target-variety", OTHER_TARGET))
        total = max(source.surface - sum(points for _, points in penalties), 0)
        for target in targets or others:
            if target.text != source.text.text or target.variety != source.text.variety:
                yield TextMatch(
                    total,
                    source.surface,
                    source.folded,
                    source.text,
                    target,
                    memory.name,
                    unit.uid,
                    tuple(penalties),
                    details=unit.details,
                )

    def _is_in_context(self, source: Source) -> bool:
        stored = (source.text.before, source.text.after)
        return any(stored) and stored == self._neighbours and source.text.text == self.text


def merged(matches: Sequence[TextMatch]) -> list[TextMatch]:
    """The matches best first, each pair of texts once; where a source has several translations,
    each of them has the penalty for it."""
    once: dict[tuple[str, str, str, str], TextMatch] = {}
    for each in matches:
        pair = (each.source.variety, each.source.text, each.target.variety, each.target.text)
        if pair not in once or once[pair].score < each.score:
            once[pair] = each
    targets: dict[tuple[str, str, str], set[str]] = {}
    for variety, text, target_variety, target in once:
        targets.setdefault((variety, text, target_variety), set()).add(target)
    found = [
        _with_several(each)
        if len(targets[each.source.variety, each.source.text, each.target.variety]) > 1
        else each
        for each in once.values()
    ]
    return sorted(found, key=lambda each: -each.score)


def _with_several(each: TextMatch) -> TextMatch:
    if any(code == "several-translations" for code, _ in each.penalties):
        return each
    penalties = (*each.penalties, ("several-translations", SEVERAL))
    return replace(each, score=max(each.score - SEVERAL, 0), penalties=penalties)


def _of_language(unit: Unit, variety: str) -> tuple[Text, ...]:
    language = language_of(variety)
    return tuple(each for each in unit.texts if language_of(each.variety) == language)
