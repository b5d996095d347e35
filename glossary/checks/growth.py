"""Growths in times and parts that the two sides tell otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.increases import Increase, increases
from glossary.model import Finding

INCREASE = "increase"


def increase(pair: Pair) -> Iterator[Finding]:
    """Growth by N times taken for growth to N times, or the other way round."""
    ours = increases(pair.source.text, pair.source.variety)
    theirs = increases(pair.target.text, pair.target.variety)
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
    return one.loose and one.said == other.said
