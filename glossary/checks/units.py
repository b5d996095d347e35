"""Numbers that both sides have, in units of another size or kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from glossary.checks.bases import basis
from glossary.checks.counterparts import counterparts
from glossary.checks.pair import Pair, Side
from glossary.language.numerals import is_of_seoul
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import POINTS, SHARE
from glossary.language.units import unit as unit_of
from glossary.model import KO_KR, Finding

UNIT = "unit"

_DISCOUNT = re.compile(
    r"(?P<part>\d{1,3}(?:\.\d{1,3})?)(?P<sign> ?(?:%|％|퍼센트|프로)) ?(?:할인|세일|인하|깎|싸)"
)
_PER = (
    {
        "zh": re.compile(
            "(?P<hour>每小时|时速|公里/小?时)|(?P<minute>每分钟|分速)|(?P<second>每秒钟?|秒速)"
        ),
        "ko": re.compile(
            "(?P<hour>시간당|시속|매시간?)|(?P<minute>분당|분속|매분)|(?P<second>초당|초속|매초)"
        ),
    },
    {
        "zh": re.compile(
            "(?P<year>每年|年均|年薪)|(?P<month>每个?月|月均|月薪|按月)|(?P<week>每周|每星期"
            "|每个星期)"
            "|(?P<day>每天|每日|日均|日薪|按日)"
        ),
        "ko": re.compile(
            "(?P<year>매년|해마다|[년연]평균|[년연] ?평균|연봉|[년연]간)|(?P<month>매달|매월"
            "|달마다|다달이|월평균"
            "|월급|로임|월별|한 ?달에|월 [0-9])"
            "|(?P<week>매주|주마다|일주일에|한 ?주일?에|1주일?에|주 [0-9])"
            "|(?P<day>매일|날마다|하루|[일1]일 ?평균|일평균|일당|1일)"
        ),
    },
    {
        "zh": re.compile("(?P<celsius>摄氏|℃|°C)|(?P<fahrenheit>华氏|℉|°F)"),
        "ko": re.compile("(?P<celsius>섭씨|℃|°C)|(?P<fahrenheit>화씨|℉|°F)"),
    },
    {
        "zh": re.compile("(?P<head>人均|每人)|(?P<household>户均|每户)"),
        "ko": re.compile(
            "(?P<head>[1일한] ?인당|[1한] ?사람당|[1한] ?명당|인구당|사람마다|인당)"
            "|(?P<household>[1한] ?(?:가구|세대|호)당|(?:가구|세대|호)당|집마다)"
        ),
    },
)
"""Of what something is said: of an hour or a second, a year or a day, a person or a household; and
the scale of degrees."""
_MEASURED = frozenset(("length", "mass", "area", "volume", "energy", "power", "containers"))
_COUNTERS = {
    "zh": re.compile("[个]?(?:[人名位户家辆台件套艘架匹只头本册所座栋次场篇])(?!均|民币)"),
    "ko": re.compile(
        " ?(?:명|사람|가구|세대|곳|대(?!로|의|에)|건|벌|척|마리|권|채|회|차례)(?![가-힣]{2})"
    ),
}
_YUAN = "위안"
_READ_LANGUAGES = frozenset(("zh", "ko"))
_POINTS_OF = {"%": "%포인트", "％": "％포인트", "퍼센트": "퍼센트포인트", "프로": "프로포인트"}


def unit(pair: Pair) -> Iterator[Finding]:
    """The same number in a unit of another size or kind: 3.5个百分点 and 3.5%, 10斤 and 10kg."""
    yield from _discounts(pair)
    yield from _each(pair)
    yield from _per(pair)
    yield from _counted(pair)
    found = counterparts(pair).units
    partly = _is_partly_won(pair, [other for _, other in found])
    for one, other in found:
        start, end = other.unit_place
        written = pair.target.text[start:end]
        fix = _unit_fix(pair, one, other, written)
        yield pair.in_target(
            UNIT,
            "unit-differs",
            start,
            end,
            fix=None if fix == _YUAN and partly else fix,
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


def _per(pair: Pair) -> Iterator[Finding]:
    """What is said of every hour (每小时, 시속) and of every second, of every person and of every
    household, or in degrees of one scale and of the other (see `_PER`), each once."""
    sides = (pair.source, pair.target)
    if not all(side.language in _READ_LANGUAGES for side in sides):
        return
    for words in _PER:
        ours = list(words[pair.source.language].finditer(pair.source.text))
        if len(ours) != 1:
            continue
        theirs = list(words[pair.target.language].finditer(pair.target.text))
        if len(theirs) == 1 and ours[0].lastgroup != theirs[0].lastgroup:
            one, other = ours[0], theirs[0]
            yield pair.in_target(
                UNIT, "unit-differs", *other.span(), unit=other[0], expected=one[0]
            )


def _counted(pair: Pair) -> Iterator[Finding]:
    """What is measured on one side (900吨) and counted on the other (900명), told once on each."""
    sides = (pair.source, pair.target)
    if not all(side.language in _READ_LANGUAGES for side in sides):
        return
    ours, theirs = ([each for each in quantities(s.text, s.variety) if each.sure] for s in sides)
    once, there_once = (Counter(each.value for each in side) for side in (ours, theirs))
    other = {each.value: each for each in theirs}
    for one in ours:
        if (once[one.value], there_once[one.value]) != (1, 1) or one.value == 1:
            continue
        (kind, place), (said, there) = (
            _kind(pair.source, one),
            _kind(pair.target, other[one.value]),
        )
        if kind and said and kind != said:
            yield pair.in_target(
                UNIT,
                "unit-differs",
                *there,
                unit=pair.target.text[slice(*there)].strip(),
                expected=pair.source.text[slice(*place)].strip(),
            )


def _kind(side: Side, each: Quantity) -> tuple[str, tuple[int, int]]:
    """Whether a number is "measured" or "counted", "" where that is open, and where it says so."""
    found = unit_of(each.unit)
    if found is not None:
        return ("measured" if found.dimension in _MEASURED else ""), each.unit_place
    match = _COUNTERS[side.language].match(side.text, each.end)
    return ("counted", match.span()) if match else ("", (each.end, each.end))


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


def _is_partly_won(pair: Pair, differing: list[Quantity]) -> bool:
    """Whether money that nothing was said of would remain 원 though the source has no won: half of
    the amounts mended is worse than none."""
    text = pair.target.text
    ours = quantities(pair.source.text, pair.source.variety)
    theirs = [
        each
        for each in quantities(text, pair.target.variety)
        if each.unit == "KRW" and not is_of_seoul(text, each.start)
    ]
    told = {each.unit_place for each in differing}
    left = [each for each in theirs if each.unit_place not in told]
    return len(left) > sum(each.unit == "KRW" for each in ours)


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
        return _YUAN
    return None
