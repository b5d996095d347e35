"""The quantities of both sides of a pair, each put beside its counterpart.

They are compared as bags of values, in passes from the plainest counterpart to the least likely:
same value and unit, converted amount, another way to say it, same value in another unit. What is
said twice on one side and once on the other has its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from glossary.checks.pair import Pair
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import CURRENCIES, TIMES, unit

_MOST = 150
"""Quantities of a side that are compared; a table in one segment is not looked through."""
_ROUNDED = Fraction(3, 100)
_COMPARED = frozenset(
    ("share", "points", "length", "mass", "area", "volume", "energy", "time", "calendar")
) | CURRENCIES
"""Dimensions that must not be taken for one another."""
_COUNTED = {
    "zh": re.compile("[两三四五六七八九](?=[个名位家项座所件辆台种张支部处篇间])"),
    "ko": re.compile("(?:두|세|네|다섯|여섯|일곱|여덟|아홉) ?(?=개|명|가지|곳|채|대|건|편|권|장|사람)"),
}
_NOT_AFTER = tuple("第十百千万亿一二三四五六七八九两几数")


@dataclass(frozen=True, slots=True)
class Counterparts:
    """What is left of either side, and the pairs whose units contradict each other."""

    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()
    units: tuple[tuple[Quantity, Quantity], ...] = ()


def counterparts(pair: Pair) -> Counterparts:
    """The quantities of a pair that have no counterpart, or one in another unit."""
    return _counterparts(
        pair.source.text, pair.source.variety, pair.target.text, pair.target.variety
    )


@lru_cache(maxsize=8)  # several checks ask for the same pair
def _counterparts(source: str, variety: str, target: str, target_variety: str) -> Counterparts:
    ours, theirs = list(quantities(source, variety)), list(quantities(target, target_variety))
    if max(sum(each.sure for each in side) for side in (ours, theirs)) > _MOST:
        return Counterparts()
    values = _values(ours), _values(theirs)
    units: list[tuple[Quantity, Quantity]] = []
    for accept in (_equal, _same, _converted, _otherwise, _contradicting):
        found = _take(ours, theirs, accept)
        if accept is _contradicting:
            units = [each for each in found if each[0].sure and each[1].sure]
    missing = [each for each in ours if each.sure and each.value not in values[1]]
    added = [each for each in theirs if each.sure and each.value not in values[0]]
    if not missing and not added:
        missing, added = _counted(ours, source, variety), _counted(theirs, target, target_variety)
        if len(missing) != 1 or len(added) != 1:
            missing, added = [], []
    return Counterparts(tuple(missing), tuple(added), tuple(units))


def _values(side: Iterable[Quantity]) -> frozenset[Fraction]:
    return frozenset(value for each in side for value in (each.value, *each.also))


def _take(
    ours: list[Quantity],
    theirs: list[Quantity],
    accept: Callable[[Quantity, Quantity], bool],
) -> list[tuple[Quantity, Quantity]]:
    """The pairs of quantities that are accepted, taken out of both lists; sure ones first."""
    taken = []
    for mine in sorted(ours, key=lambda each: not each.sure):
        found = [each for each in theirs if accept(mine, each)]
        if found:
            other = next((each for each in found if each.sure), found[0])
            taken.append((mine, other))
            ours.remove(mine)
            theirs.remove(other)
    return taken


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.unit == other.unit


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and not _contradict(one, other)


def _contradict(one: Quantity, other: Quantity) -> bool:
    """Whether both have units of measure that cannot be the same."""
    ours, theirs = unit(one.unit), unit(other.unit)
    if ours is None or theirs is None or ours == theirs:
        return False
    if not {ours.dimension, theirs.dimension} <= _COMPARED:
        return False
    return {one.unit, other.unit} != {"day", "calendar-month"} or one.sure


def _converted(one: Quantity, other: Quantity) -> bool:
    """10斤 is 5kg; rounded amounts are near enough."""
    ours, theirs = one.amount, other.amount
    if ours is None or theirs is None or ours[0] != theirs[0] or not ours[1]:
        return False
    if ours[0] in CURRENCIES or one.unit == other.unit:
        return False
    return abs(ours[1] - theirs[1]) <= _ROUNDED * ours[1]


def _otherwise(one: Quantity, other: Quantity) -> bool:
    """Another value that says the same: 三分之一 and 33.3 %, 下午2点 and 14시, 增长2倍 and 3배로."""
    if other.value in one.also or one.value in other.also:
        return True
    if one.unit == other.unit == TIMES:
        return abs(one.value - other.value) == 1
    hours = {each.unit for each in (one, other)} <= {"", "hour"}
    return hours and abs(one.value - other.value) == 12 and max(one.value, other.value) <= 24


def _contradicting(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value


def _counted(side: list[Quantity], text: str, variety: str) -> list[Quantity]:
    """The small numbers in words that count something (三个, 네 개) and have no counterpart."""
    pattern = _COUNTED.get(variety.partition("-")[0])
    if pattern is None:
        return []
    return [
        each
        for each in side
        if pattern.match(text, each.start) and text[each.start - 1 : each.start] not in _NOT_AFTER
    ]
