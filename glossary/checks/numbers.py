"""Numbers that the two sides do not share: amounts, points in order, scores and ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from glossary.checks.bases import basis
from glossary.checks.counterparts import counterparts, is_in_brackets
from glossary.checks.number_senses import NUMBER, senses
from glossary.checks.orders import swapped
from glossary.checks.pair import Pair, Side
from glossary.language.quantity import Quantity
from glossary.language.units import MONTH, QUARTER, YEAR
from glossary.model import Finding

_THIS_YEAR = re.compile("[今去明前本同当]年|올해|금년|작년|지난해|전년|내년|지난 해|[上本]世纪")
_THIS_DAY = re.compile(
    "[今昨明当同]天|[本上下当同]月|[昨今明当同]日|日前|近日|오늘|어제|이달|이번 달|지난달"
)
_NTH = {
    "zh": ("第一", "第二", "第三", "第四", "第五", "第六", "第七"),
    "ko": ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째"),
}
_ORDINALS = {
    language: re.compile(f"(?:^|(?<=[\\s,.;:，。；：]))(?:{'|'.join(words)})(?=[,，、:：])")
    for language, words in _NTH.items()
}
_RATIO = re.compile(r"(?<![\d:.])(\d{1,3}) ?(?:[:：∶比]|대) ?(\d{1,3})(?![\d:：∶.%])(?!분|时|点)")
_COMPARED = re.compile(" ?(?:보다|대비|에 비|과 비|와 비|같은|동[기월]|1?[0-9]월보다)")
_PERIOD_BEFORE = re.compile("同[比期]|环比|[上前]个?(?:月|季度|季)|전[월달]|전 ?분기|지난달")
_FEWEST = 2  # points that are counted


def number(pair: Pair) -> Iterator[Finding]:
    """Numbers of one side that the other has not, each place told once."""
    told = set()
    for each in _numbers(pair):
        place = each.side, each.start, each.end
        if place not in told:
            told.add(place)
            yield each


def _numbers(pair: Pair) -> Iterator[Finding]:
    found = counterparts(pair)
    missing = list(found.missing)
    added = [
        each
        for each in found.added
        if not _is_explained(pair, each) and not _is_of_basis(pair, each)
    ]
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
    yield from senses(pair)
    yield from swapped(pair)
    for each in missing:
        shown = _text(pair.source.text, each)
        yield pair.in_source(NUMBER, "number-missing", each.start, each.end, number=shown)
    for each in added:
        shown = _text(pair.target.text, each)
        yield pair.in_target(NUMBER, "number-added", each.start, each.end, number=shown)


def _ordinals(pair: Pair) -> Iterator[Finding]:
    """Points that are counted in words on both sides (第一, 첫째), as many and not the same."""
    ours, theirs = (_points(side.text, side.language) for side in (pair.source, pair.target))
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return
    for one, other in zip(ours, theirs, strict=True):
        if _nth(pair.source, one) != _nth(pair.target, other):
            yield pair.in_target(
                NUMBER, "number-differs", *other.span(), number=other[0], expected=one[0]
            )


def _nth(side: Side, point: re.Match[str]) -> int:
    return _NTH[side.language].index(point[0])


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


def _points(text: str, language: str) -> list[re.Match[str]]:
    """The points of a text, in order."""
    return list(_ORDINALS[language].finditer(text)) if language in _ORDINALS else []


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
    if is_in_brackets(pair.target.text, each):
        return True
    source = pair.source.text
    if each.unit == YEAR and each.value > 1900 and _THIS_YEAR.search(source):
        return True
    if each.unit in (YEAR, MONTH, QUARTER) and _COMPARED.match(pair.target.text, each.end):
        return bool(_PERIOD_BEFORE.search(source))
    return each.unit in (MONTH, "day") and bool(_THIS_DAY.search(source))


def _is_of_basis(pair: Pair, each: Quantity) -> bool:
    """Whether a number belongs to what is said of each, which is as much in the source: 每斤 and
    500g당."""
    one, other = basis(pair.source), basis(pair.target)
    if one is None or other is None or not one.is_near(other):
        return False
    return other.first <= each.start < other.end
