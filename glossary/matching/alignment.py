"""Two texts of segments, one the translation of the other, put side by side.

Every way to go through both in order, with one to three segments on a side or none, has a
likelihood: of the lengths, of what the two sides share, and of such a group at all. The most
likely way is the alignment, and the confidence of a link is its probability over all ways
(forward-backward). The lengths are those of Gale and Church (1993) in logarithms; what is shared
counts by how rare it is in the target.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from glossary.language.anchors import Token, anchors, numbers

# How likely groups of so many source and target segments are, before they are looked at.
_GROUPS: Mapping[tuple[int, int], float] = {
    (1, 1): 0.81,
    (1, 0): 0.035,
    (0, 1): 0.035,
    (1, 2): 0.05,
    (2, 1): 0.05,
    (1, 3): 0.008,
    (3, 1): 0.008,
}
_LOGS = {group: math.log(share) for group, share in _GROUPS.items()}
_SHARED = 0.35  # how often a token of the source is found in its translation
_MISSING = math.log(0.75)  # what a token that is not found says
_NUMBER_MISSING = math.log(0.12)
_SPREAD, _SPREAD_SHORT = 0.05, 1.6  # variance of the ratio of lengths, and what short texts add
_BAND = 40  # segments on either side of the diagonal
_NEVER = -math.inf


class Link(NamedTuple):
    """Source segments from `start` up to `end` and target segments from `target_start` up to
    `target_end`, which say the same; one side may be empty. `confidence` is 0 to 1."""

    start: int
    end: int
    target_start: int
    target_end: int
    confidence: float

    @property
    def pairs(self) -> bool:
        """Whether there is something on both sides."""
        return self.end > self.start and self.target_end > self.target_start


class _Weights(NamedTuple):
    """What the confidence of a link is made of."""

    whole: float
    odds: float
    lengths: float
    group: float
    lead: float
    size: float


_WEIGHTS = _Weights(3.03, 0.9, 1.29, -0.72, 0.126, -1.12)

_CONTRADICTED = 0.8  # what is left of the confidence where numbers differ: never enough

ACCEPTED = 0.96
"""The confidence from which a link is taken for a unit: 98 of 100 of them are right."""


class Side(NamedTuple):
    """What is known of each segment of a text: length, tokens, numbers."""

    lengths: list[int]
    tokens: list[list[Token]]
    numbers: list[Counter[str]]


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_korean: bool,
    target_korean: bool,
    known: Sequence[tuple[str, str]] = (),
) -> list[Link]:
    """The links of two texts, in order; every segment is in one. `known` has terms that translate
    one another."""
    if not source or not target:
        return [Link(place, place + 1, 0, 0, 1.0) for place in range(len(source))] + [
            Link(0, 0, place, place + 1, 1.0) for place in range(len(target))
        ]
    lattice = _Lattice(
        _side(source, source_korean, [pair[0] for pair in known]),
        _side(target, target_korean, [pair[1] for pair in known]),
    )
    return lattice.links()


def document_confidence(links: Sequence[Link]) -> float:
    """The mean confidence of the links of two sides, by the segments they hold; 0 without any."""
    weights = [
        (each.end - each.start + each.target_end - each.target_start, each) for each in links
    ]
    whole = sum(weight for weight, _ in weights)
    return sum(weight * each.confidence for weight, each in weights if each.pairs) / max(whole, 1)


def _side(texts: Sequence[str], korean: bool, terms: Sequence[str]) -> Side:
    tokens = [anchors(text, korean=korean) for text in texts]
    for place, text in enumerate(texts):
        tokens[place] += [
            frozenset((f"\0{number}",)) for number, term in enumerate(terms) if term in text
        ]
    return Side(
        [len("".join(text.split())) for text in texts],
        tokens,
        [Counter(numbers(text)) for text in texts],
    )


class _Lattice:
    """All ways through two texts that stay near the diagonal."""

    def __init__(self, source: Side, target: Side) -> None:
        self._source, self._target = source, target
        self._rows, self._columns = len(source.lengths), len(target.lengths)
        self._ratio = (sum(target.lengths) + 20) / (sum(source.lengths) + 20)
        logs = [math.log(length + 1) for length in target.lengths]
        self._mean = sum(logs) / len(logs)
        spread = sum((each - self._mean) ** 2 for each in logs) / len(logs)
        self._background = max(spread, 0.3)
        self._places: dict[str, list[int]] = {}
        for place, tokens in enumerate(target.tokens):
            for each in set().union(*tokens, frozenset()):
                self._places.setdefault(each, []).append(place)
        self._rarity = self._rarities()
        self._hits = [self._hits_of(tokens) for tokens in source.tokens]
        self._half = _BAND + abs(self._rows - self._columns)
        self._known: dict[tuple[int, int, int, int], float] = {}

    def links(self) -> list[Link]:
        """The most likely way, each link with its confidence."""
        forward = self._sums()
        backward = self._sums_back()
        whole = forward[self._rows][self._columns]
        found = []
        for start, end, first, last in self._best():
            chance = (
                forward[start].get(first, _NEVER)
                + self._score(start, end, first, last)
                + backward[end].get(last, _NEVER)
                - whole
            )
            chance = math.exp(min(chance, 0.0))
            if end > start and last > first:
                chance = self._confidence(start, end, first, last, chance)
            found.append(Link(start, end, first, last, chance))
        return found

    def _confidence(self, start: int, end: int, first: int, last: int, chance: float) -> float:
        """How likely a link is right: its probability over all ways, corrected for what that
        takes for more than it is (weights by logistic regression on half of the documents of
        tests/benchmarks/alignment.py)."""
        odds = math.log((chance + 1e-9) / (1 - chance + 1e-9))
        own = rival = 0.0
        for place, said in self._hits[start].items():
            if first <= place < last:
                own += said
            else:
                rival = max(rival, said)
        shorter = min(sum(self._source.lengths[start:end]), sum(self._target.lengths[first:last]))
        sum_of = (
            _WEIGHTS.whole
            + _WEIGHTS.odds * _within(odds, 8, -8)
            + _WEIGHTS.lengths * _within(self._of_lengths(start, end, first, last), 3, -6)
            + _WEIGHTS.group * ((end - start, last - first) != (1, 1))
            + _WEIGHTS.lead * _within(own - rival, 8, -8)
            + _WEIGHTS.size * math.log(shorter + 1)
        )
        found = 1 / (1 + math.exp(-sum_of))
        return found * _CONTRADICTED if self._odd_numbers(start, end, first, last) else found

    def _rarities(self) -> dict[str, float]:
        """What it says that a token is found in a target: the log of how much more often a
        translation holds it than any segment does."""
        return {
            each: max(math.log(_SHARED * (self._columns + 1) / (len(places) + 0.5)), 0.0)
            for each, places in self._places.items()
        }

    def _hits_of(self, tokens: Sequence[Token]) -> dict[int, float]:
        """What the tokens of a source segment say for each target segment that holds some."""
        found: dict[int, float] = {}
        for token in tokens:
            best: dict[int, float] = {}
            for each in token:
                rarity = self._rarity.get(each, 0.0)
                if rarity:
                    for place in self._places[each]:
                        best[place] = max(best.get(place, 0.0), rarity)
            for place, rarity in best.items():
                found[place] = found.get(place, 0.0) + rarity - _MISSING
        return found

    def _columns_of(self, row: int) -> range:
        middle = row * self._columns // self._rows
        return range(max(middle - self._half, 0), min(middle + self._half, self._columns) + 1)

    def _score(self, start: int, end: int, first: int, last: int) -> float:
        """The log likelihood of a link, against that of segments which have nothing to do with
        each other."""
        key = (start, end, first, last)
        found = self._known.get(key)
        if found is None:
            found = _LOGS[end - start, last - first]
            if end > start and last > first:
                found += self._of_lengths(start, end, first, last)
                found += self._of_content(start, end, first, last)
            self._known[key] = found
        return found

    def _of_lengths(self, start: int, end: int, first: int, last: int) -> float:
        source = sum(self._source.lengths[start:end]) + 1
        target = sum(self._target.lengths[first:last]) + 1
        off = math.log(target / (source * self._ratio))
        variance = _SPREAD + _SPREAD_SHORT / source
        usual = math.log(target) - self._mean - math.log(last - first)
        return (
            -off * off / (2 * variance)
            - 0.5 * math.log(variance)
            + usual * usual / (2 * self._background)
            + 0.5 * math.log(self._background)
        )

    def _of_content(self, start: int, end: int, first: int, last: int) -> float:
        found = 0.0
        for row in range(start, end):
            hits = self._hits[row]
            said = max((hits.get(place, 0.0) for place in range(first, last)), default=0.0)
            if last - first > 1:
                said = min(sum(hits.get(place, 0.0) for place in range(first, last)), said * 1.8)
            found += said + _MISSING * min(len(self._source.tokens[row]), 12) * 0.5
        return found + _NUMBER_MISSING * min(self._odd_numbers(start, end, first, last), 4)

    def _odd_numbers(self, start: int, end: int, first: int, last: int) -> int:
        """How many numbers stand on one side only."""
        ours = sum((self._source.numbers[row] for row in range(start, end)), Counter[str]())
        theirs = sum((self._target.numbers[place] for place in range(first, last)), Counter[str]())
        return sum(((ours - theirs) + (theirs - ours)).values())

    def _best(self) -> list[tuple[int, int, int, int]]:
        """The most likely way, as links in order."""
        scores: list[dict[int, float]] = [{} for _ in range(self._rows + 1)]
        came: dict[tuple[int, int], tuple[int, int]] = {}
        scores[0][0] = 0.0
        for row in range(self._rows + 1):
            for column in self._columns_of(row):
                best, group = scores[row].get(column, _NEVER), (0, 0)
                for rows, columns in _GROUPS:
                    before = (
                        scores[row - rows].get(column - columns, _NEVER)
                        if row >= rows and column >= columns
                        else _NEVER
                    )
                    if before > _NEVER:
                        score = before + self._score(row - rows, row, column - columns, column)
                        if score > best:
                            best, group = score, (rows, columns)
                if best > _NEVER:
                    scores[row][column] = best
                    came[row, column] = group
        place = (self._rows, self._columns)
        found = []
        while place != (0, 0):
            rows, columns = came[place]
            found.append((place[0] - rows, place[0], place[1] - columns, place[1]))
            place = (place[0] - rows, place[1] - columns)
        return found[::-1]

    def _sums(self) -> list[dict[int, float]]:
        """For each place the log likelihood of all ways that lead to it."""
        sums: list[dict[int, float]] = [{} for _ in range(self._rows + 1)]
        sums[0][0] = 0.0
        for row in range(self._rows + 1):
            for column in self._columns_of(row):
                ways = [
                    sums[row - rows][column - columns]
                    + self._score(row - rows, row, column - columns, column)
                    for rows, columns in _GROUPS
                    if row >= rows and column - columns in sums[row - rows]
                ]
                if ways:
                    sums[row][column] = _log_sum(ways)
        return sums

    def _sums_back(self) -> list[dict[int, float]]:
        """For each place the log likelihood of all ways that lead on from it."""
        sums: list[dict[int, float]] = [{} for _ in range(self._rows + 1)]
        sums[self._rows][self._columns] = 0.0
        for row in range(self._rows, -1, -1):
            for column in reversed(self._columns_of(row)):
                ways = [
                    sums[row + rows][column + columns]
                    + self._score(row, row + rows, column, column + columns)
                    for rows, columns in _GROUPS
                    if row + rows <= self._rows and column + columns in sums[row + rows]
                ]
                if ways:
                    sums[row][column] = _log_sum(ways)
        return sums


def _within(value: float, most: float, least: float) -> float:
    return max(min(value, most), least)


def _log_sum(values: Sequence[float]) -> float:
    most = max(values)
    return most + math.log(sum(math.exp(each - most) for each in values))
