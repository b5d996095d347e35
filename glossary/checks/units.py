"""Numbers that both sides have, in units of another size or kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from glossary.checks.bases import basis
from glossary.checks.counterparts import counterparts
from glossary.checks.pair import Pair
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import POINTS, SHARE
from glossary.model import KO_KR, Finding

UNIT = "unit"

_DISCOUNT = re.compile(
    r"(?P<part>\d{1,3}(?:\.\d{1,3})?)(?P<sign> ?(?:%|％|퍼센트|프로)) ?(?:할인|세일|인하|깎|싸)"
)
_PER = {
    "zh": re.compile(
        "(?P<hour>每小时|时速|公里/小?时)|(?P<minute>每分钟|分速)|(?P<second>每秒钟?|秒速)"
    ),
    "ko": re.compile(
        "(?P<hour>시간당|시속|매시간?)|(?P<minute>분당|분속|매분)|(?P<second>초당|초속|매초)"
    ),
}
_POINTS_OF = {"%": "%포인트", "％": "％포인트", "퍼센트": "퍼센트포인트", "프로": "프로포인트"}


def unit(pair: Pair) -> Iterator[Finding]:
    """The same number in a unit of another size or kind: 3.5个百分点 and 3.5%, 10斤 and 10kg."""
    yield from _discounts(pair)
    yield from _each(pair)
    yield from _speeds(pair)
    for one, other in counterparts(pair).units:
        start, end = other.unit_place
        written = pair.target.text[start:end]
        yield pair.in_target(
            UNIT,
            "unit-differs",
            start,
            end,
            fix=_unit_fix(pair, one, other, written),
            unit=written,
            expected=pair.source.text[slice(*one.unit_place)],
        )


def _each(pair: Pair) -> Iterator[Finding]:
    """What something is said of each (每亩, 1무당), where that is another amount."""
    one, other = basis(pair.source), basis(pair.target)
    if one is not None and other is not None and not one.is_near(other):
        expected = pair.source.text[one.start : one.end]
        shown = pair.target.text[other.start : other.end]
        yield pair.in_target(
            UNIT, "unit-differs", other.start, other.end, unit=shown, expected=expected
        )


def _speeds(pair: Pair) -> Iterator[Finding]:
    """What is said of every hour (每小时, 시속) and of every second, each once."""
    sides = (pair.source, pair.target)
    if not all(side.language in _PER for side in sides):
        return
    ours, theirs = (list(_PER[side.language].finditer(side.text)) for side in sides)
    if len(ours) == len(theirs) == 1 and ours[0].lastgroup != theirs[0].lastgroup:
        one, other = ours[0], theirs[0]
        yield pair.in_target(UNIT, "unit-differs", *other.span(), unit=other[0], expected=one[0])


def _discounts(pair: Pair) -> Iterator[Finding]:
    """八折 is 20 % less, not 80 %."""
    folds = [each for each in quantities(pair.source.text, pair.source.variety) if each.off]
    for match in _DISCOUNT.finditer(pair.target.text):
        part = Fraction(match["part"])
        offs = {each.off for each in folds}
        if folds and part not in offs and 100 - part in offs:
            start, end = match.span("part")
            yield pair.in_target(
                UNIT,
                "discount-differs",
                start,
                end,
                fix=str(100 - part) if part.denominator == 1 else None,
                said=match[0],
                off=100 - part,
            )


def _unit_fix(pair: Pair, one: Quantity, other: Quantity, written: str) -> str | None:
    """The unit as it should be, where it is sure: percentage points, yuan in a text for Seoul."""
    korean = pair.target.language == "ko"
    if any(map(str.isnumeric, written)):  # the unit stands behind the other number of a range
        return None
    if (one.unit, other.unit) == (POINTS, SHARE):
        return _POINTS_OF.get(written) if korean else "个百分点"
    if (one.unit, other.unit) == (SHARE, POINTS):
        return "%" if not korean or written[0] == "%" else "퍼센트"
    if (one.unit, other.unit, written) == ("CNY", "KRW", "원") and pair.target.variety == KO_KR:
        return "위안"
    return None
