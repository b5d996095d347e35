"""Growths in times and parts that the two sides tell otherwise, and rises taken for falls."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.directions import DOWN, UP, Direction, directions
from glossary.language.increases import Increase, increases_of_both
from glossary.language.opposites import opposites
from glossary.model import Finding

INCREASE = "increase"


def increase(pair: Pair) -> Iterator[Finding]:
    """Growth by N times taken for growth to N times, a rise for a fall, or the other way round."""
    told = list(_by_or_to(pair))
    yield from told
    if not told:
        yield from _other_way(pair)


def _by_or_to(pair: Pair) -> Iterator[Finding]:
    ours, theirs = increases_of_both(
        (pair.source.text, pair.source.variety), (pair.target.text, pair.target.variety)
    )
    if len(ours) != len(theirs):
        return
    for one, other in zip(ours, theirs, strict=True):
        if one.factor != other.factor and not (_is_loose(one, other) or _is_loose(other, one)):
            yield pair.in_target(
                INCREASE,
                "increase-by" if one.by else "increase-to",
                other.start,
                other.end,
                said=pair.target.text[other.start : other.end],
                expected=pair.source.text[one.start : one.end],
            )


def _is_loose(one: Increase, other: Increase) -> bool:
    return one.loose and one.said in (other.said, other.factor)


def _other_way(pair: Pair) -> Iterator[Finding]:
    """Rises that became falls: of the same number, or where either side knows one way only."""
    source, target = pair.source, pair.target
    ours = directions(source.text, source.variety)
    theirs = directions(target.text, target.variety)
    opposed = [
        ((one.start, one.end), (other.start, other.end)) for one, other in _opposed(ours, theirs)
    ]
    if not opposed:
        found = opposites((source.text, source.variety), (target.text, target.variety))
        opposed = [found] if found else []
    for place, there in opposed:
        said, expected = target.text[slice(*there)], source.text[slice(*place)]
        yield pair.in_target(INCREASE, "increase-direction", *there, said=said, expected=expected)


def _opposed(
    ours: tuple[Direction, ...], theirs: tuple[Direction, ...]
) -> Iterator[tuple[Direction, Direction]]:
    ways = {each.way for each in ours}, {each.way for each in theirs}
    if ways in (({UP}, {DOWN}), ({DOWN}, {UP})):
        yield ours[0], theirs[0]
        return
    for one in ours:
        same = [each for each in theirs if one.number is not None and each.number == one.number]
        alike = [each for each in ours if each.number == one.number]
        if len(same) == len(alike) == 1 and {one.way, same[0].way} == {UP, DOWN}:
            yield one, same[0]
