"""Numbers, units, growths in times and bases of comparison that the two sides do not share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from glossary.checks.counterparts import counterparts
from glossary.checks.pair import Pair, Side
from glossary.language.increases import Increase, increases
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import MONTH, POINTS, SHARE, YEAR, unit_named
from glossary.model import KO_KR, Finding

NUMBER, UNIT, INCREASE, COMPARISON = "number", "unit", "increase", "comparison"

_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_THIS_YEAR = re.compile("[今去明前本同当]年|올해|금년|작년|지난해|전년|내년|지난 해|[上本]世纪")
_THIS_DAY = re.compile(
    "[今昨明当同]天|[本上下当同]月|[昨今明当同]日|日前|近日|오늘|어제|이달|이번 달|지난달"
)
_DISCOUNT = re.compile(
    r"(?P<part>\d{1,3}(?:\.\d{1,3})?)(?P<sign> ?(?:%|％|퍼센트|프로)) ?(?:할인|세일|인하|깎|싸)"
)
_EACH = {
    "zh": re.compile("每(?P<unit>亩|公顷|斤|公斤|吨|平方米|公里)"),
    "ko": re.compile(
        "(?P<unit>무|헥타르|근|킬로그[람램]|톤|평방메터|제곱미터|킬로메터|킬로미터)(?:당|마다)"
    ),
}
_ORDINALS = {
    "zh": ("第一", "第二", "第三", "第四", "第五", "第六", "第七"),
    "ko": ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째"),
}
_RATIO = re.compile(r"(?<![\d:.])(\d{1,3}) ?(?:[:：∶比]|대) ?(\d{1,3})(?![\d:：∶.%])(?!분|时|点)")
_FEWEST = 2  # points that are counted
_BASES = 3  # more in one segment are not put beside each other
_POINTS_OF = {"%": "%포인트", "％": "％포인트", "퍼센트": "퍼센트포인트", "프로": "프로포인트"}


def number(pair: Pair) -> Iterator[Finding]:
    """Numbers of one side that the other has not."""
    found = counterparts(pair)
    missing = list(found.missing)
    added = [each for each in found.added if not _is_explained(pair, each)]
    for one, other in _together(missing, added):
        reason = "number-scale" if _is_scale(one.value, other.value) else "number-differs"
        yield pair.in_target(
            NUMBER,
            reason,
            other.start,
            other.end,
            number=_text(pair.target.text, other),
            expected=_text(pair.source.text, one),
        )
    yield from _ordinals(pair)
    yield from _ratios(pair)
    for each in missing:
        shown = _text(pair.source.text, each)
        yield pair.in_source(NUMBER, "number-missing", each.start, each.end, number=shown)
    for each in added:
        shown = _text(pair.target.text, each)
        yield pair.in_target(NUMBER, "number-added", each.start, each.end, number=shown)


def _ordinals(pair: Pair) -> Iterator[Finding]:
    """Points that are counted in words on both sides (第一, 첫째), as many and not the same."""
    ours, theirs = (_counted(side.text, side.language) for side in (pair.source, pair.target))
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return
    for one, other in zip(ours, theirs, strict=True):
        if one[0] != other[0]:
            start, end = other[1].span()
            yield pair.in_target(
                NUMBER, "number-differs", start, end, number=other[1][0], expected=one[1][0]
            )


def _ratios(pair: Pair) -> Iterator[Finding]:
    """Scores and ratios (3比1, 3 대 1, 25:18), as many on both sides and not the same."""
    ours, theirs = (list(_RATIO.finditer(side.text)) for side in (pair.source, pair.target))
    if len(ours) != len(theirs):
        return
    for one, other in zip(ours, theirs, strict=True):
        if sorted(one.groups(), key=int) != sorted(other.groups(), key=int):
            yield pair.in_target(
                NUMBER, "number-differs", *other.span(), number=other[0], expected=one[0]
            )


def _counted(text: str, language: str) -> list[tuple[int, re.Match[str]]]:
    """The points of a text with their numbers, in order."""
    words = _ORDINALS.get(language, ())
    found = [
        (number, match)
        for number, word in enumerate(words, 1)
        for match in re.finditer(f"(?:^|(?<=[\\s,.;:，。；：])){word}(?=[,，、:：])", text)
    ]
    return sorted(found, key=lambda each: each[1].start())


def _together(
    missing: list[Quantity], added: list[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """What is missing beside what stands in its place, taken out of both lists: those of one unit
    first, the others where they are as many."""
    for one in list(missing):
        same = [each for each in added if each.unit == one.unit]
        alike = [each for each in missing if each.unit == one.unit]
        if len(same) == len(alike) or len(missing) == len(added):
            other = same[0] if same else added[0]
            missing.remove(one)
            added.remove(other)
            yield one, other


def _is_scale(one: Fraction, other: Fraction) -> bool:
    """Whether the numbers differ only by tens: 3万 and 3억."""
    if not one or not other:
        return False
    ratio = max(one / other, other / one)
    return (
        ratio.denominator == 1
        and set(str(ratio.numerator)[1:]) == {"0"}
        and (str(ratio.numerator)[0] == "1")
    )


def _text(text: str, each: Quantity) -> str:
    return text[each.start : each.end]


def _is_explained(pair: Pair, each: Quantity) -> bool:
    """Whether a number may stand in the target alone: in brackets, or the date for 今年."""
    if any(
        m.start() < each.start and each.end < m.end() for m in _BRACKETS.finditer(pair.target.text)
    ):
        return True
    source = pair.source.text
    if each.unit == YEAR and each.value > 1900 and _THIS_YEAR.search(source):
        return True
    return each.unit in (MONTH, "day") and bool(_THIS_DAY.search(source))


def unit(pair: Pair) -> Iterator[Finding]:
    """The same number in a unit of another size or kind: 3.5个百分点 and 3.5%, 10斤 and 10kg."""
    yield from _discounts(pair)
    yield from _each(pair)
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
    """What something is said of each (每亩, 1무당), where that is another unit."""
    sides = (pair.source, pair.target)
    if not all(side.language in _EACH for side in sides):
        return
    one, other = (_EACH[side.language].search(side.text) for side in sides)
    if one is None or other is None:
        return
    ours, theirs = (
        unit_named(match["unit"], side.language)
        for match, side in zip((one, other), sides, strict=True)
    )
    if ours != theirs:
        yield pair.in_target(
            UNIT, "unit-differs", *other.span("unit"), unit=other["unit"], expected=one["unit"]
        )


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


_YEARLY = {
    "zh": re.compile("同比|同期|[去上]年|前一年"),
    "ko": re.compile(
        "동기|동비|전년|작년|지난해|지난 해|같은 기간|같은 시기|같은 달|같은 분기|한 해 전|1년 전"
    ),
}
_YEARLY_ONLY = {
    "zh": re.compile("同比"),
    "ko": re.compile(
        "동기 ?대비|동기 ?대?비해|동비|전년 ?(?:동[기월]|같은)|같은 (?:기간|시기|달|분기)"
    ),
}
_STEPWISE = {
    "zh": re.compile("环比|比上(?:个?月|个?季度|季)|较上(?:个?月|个?季度|季)"),
    "ko": re.compile(
        "(?:전월|전달|지난 ?달|전 ?분기|지난 ?분기|직전 ?(?:분기|달|월)?|전기|전주|지난주"
        "|앞 ?(?:달|분기))"
        "(?= ?(?:대비|보다|에 비|과 비|와 비|비))|환비"
    ),
}
_ANY = {
    "zh": re.compile("比|较|相比"),
    "ko": re.compile("대비|비해|비하|보다|비교|견주"),
}


def comparison(pair: Pair) -> Iterator[Finding]:
    """Growth against the year before (同比) taken for growth against the period before (环比)."""
    ours, theirs = pair.source.language, pair.target.language
    if ours not in _ANY or theirs not in _ANY:
        return
    yield from _swapped(pair)
    for only, wanted, other, code in (
        (_YEARLY_ONLY, _YEARLY, _STEPWISE, "comparison-yearly"),
        (_STEPWISE, _STEPWISE, _YEARLY_ONLY, "comparison-stepwise"),
    ):
        said = only[ours].search(pair.source.text)
        if said is None or wanted[theirs].search(pair.target.text):
            continue
        if other[ours].search(pair.source.text):
            continue
        wrong = other[theirs].search(pair.target.text)
        if wrong is not None:
            yield pair.in_target(COMPARISON, code, *wrong.span(), said=wrong[0], expected=said[0])
        elif not _ANY[theirs].search(pair.target.text) and said[0] in ("同比", "环比"):
            yield pair.in_source(COMPARISON, "comparison-missing", *said.span(), said=said[0])


def _swapped(pair: Pair) -> Iterator[Finding]:
    """Both bases on both sides, the other way round: before the other number, or where there are
    none in the other order."""
    ours, theirs = _bases(pair.source), _bases(pair.target)
    if len(ours) != 2 or len(theirs) != 2:
        return
    (first, one), (second, other) = ours
    if first == second:
        return
    if {base for base, _ in theirs} != {first, second}:
        start, end = theirs[theirs[0][0] == first][1][0]
        shown, expected = pair.target.text[start:end], pair.source.text[slice(*other[0])]
        yield pair.in_target(
            COMPARISON, "comparison-swapped", start, end, said=shown, expected=expected
        )
        return
    said = dict(theirs)
    numbers = (one[1], other[1], said[first][1], said[second][1])
    if None in numbers:
        swapped = numbers == (None,) * 4 and theirs[0][0] != first
    else:
        swapped = one[1] != other[1] and (said[first][1], said[second][1]) == (other[1], one[1])
    if swapped:
        start, end = theirs[0][1][0]
        shown = pair.target.text[start:end]
        expected = pair.source.text[slice(*one[0])]
        yield pair.in_target(
            COMPARISON, "comparison-swapped", start, end, said=shown, expected=expected
        )


_Base = tuple[str, tuple[tuple[int, int], Fraction | None]]


def _bases(side: Side) -> list[_Base]:
    """The bases of comparison of a text in order, each with its place and the number after it."""
    read = [each for each in quantities(side.text, side.variety) if each.sure]
    found: list[_Base] = []
    for name, patterns in (("yearly", _YEARLY_ONLY), ("stepwise", _STEPWISE)):
        for match in islice(patterns[side.language].finditer(side.text), _BASES):
            after = next((each.value for each in read if each.start >= match.end()), None)
            found.append((name, (match.span(), after)))
    return sorted(found, key=lambda each: each[1][0])
