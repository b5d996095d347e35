"""Bases of comparison: the year before (同比), the period before (环比)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from glossary.checks.pair import Pair, Side
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import TENTH
from glossary.model import Finding

COMPARISON = "comparison"

_BASES = 3  # more in one segment are not put beside each other
_APART = 4  # characters between two bases that have a number each
_BOTH = re.compile("[均都皆]|分别|모두|각각|(?<![가-힣])다 ")
_EACH = re.compile("分别|각각")
_ON_YEAR = "(?<!相)同比(?!例)"
_NAMED = re.compile(f"{_ON_YEAR}|环比")
_THAN = "(?= ?(?:대비|보다|에 ?비|[과와] (?:비|견|거의|같|큰 차)|비))"
_MONTHS = "(?:전월|전달|지난 ?달|앞 ?달|직전 ?[달월]|[한1] ?달 ?전|1개월 ?전)"
_QUARTERS = "(?:전 ?분기|지난 ?분기|앞 ?분기|직전 ?분기|[한1] ?분기 ?전)"
_WEEKS = "(?:전주|지난 ?주|앞 ?주|[한1] ?주(?:일)? ?전|일주일 ?전)"
_DAYS = "(?:전날|전일|어제|하루 ?전)"
_HALVES = "(?:(?:그 ?)?전 ?반년|(?:직전|전) ?반기|지난 ?반기|반년 ?전|앞 ?반년|(?:직전|지난) ?반년)"
_YEARLY = {
    "zh": re.compile(f"{_ON_YEAR}|同期|[去上]年|前一年|一年前|1年前|[0-9]{{4}}年"),
    "ko": re.compile(
        "동기|동비|전년|작년|지난해|지난 해|전해|거년|같은 (?:기간|시기|달|분기)|동시기|같은기간"
        "|같은시기"
        "|한 ?해 ?전|1년 ?전|일 ?년 전|[0-9]{4}년"
    ),
}
_YEARLY_ONLY = {
    "zh": re.compile(f"{_ON_YEAR}|[比较与](?:去年|上年|前一年)(?:同[期月季])?|[比较与]同期"),
    "ko": re.compile(
        "동기 ?대비|동기 ?대?비해|동비|(?:작년|지난해|전해) ?동[기월]|전년 ?(?:동[기월]|같은)"
        "|(?<!다른 )같은 ?(?:기간|시기|달|분기)|(?:작년|지난해|전년|전해) ?같은 ?(?:날|주|반기)"
        f"|동시기|(?:전년|작년|지난해|전해|1년 ?전|한 ?해 ?전){_THAN}"
        "|(?:작년|지난해|전년) ?(?:1?[0-9]월|[1-4] ?분기|[상하]반[기년])"
        "(?= ?(?:대비|보다|에 비|과 비|와 비|비))"
    ),
}
_STEPWISE = {
    "zh": re.compile(
        "环比|[比较与](?:上|前一|前)(?:个?月|个?季度|季|周|日|天)(?!末|底|初)|[比较与]上半年|比(?:一个?月|一周"
        "|一天)前"
    ),
    "ko": re.compile(
        f"(?:{_MONTHS}|{_QUARTERS}|{_HALVES}|{_WEEKS}|{_DAYS}"
        f"|전기|직전(?: ?[가-힣]{{1,3}})?){_THAN}|환비"
    ),
}
_STEPWISE_AT_ALL = {
    "zh": re.compile(
        "环比|[上前](?:一?个?)?(?:月|季|周|星期|日|天|期)|[月周天]前|(?<=[比较与])昨[天日]"
    ),
    "ko": re.compile(f"{_MONTHS}|{_QUARTERS}|{_HALVES}|{_WEEKS}|{_DAYS}|전기|직전|환비"),
}
_STEPS = {
    "zh": re.compile(
        "[比较与](?:上|前一|一)(?:(?P<month>个?月)|(?P<quarter>个?季度?)|(?P<week>周)|(?P<day>天"
        "|日))(?!末|底|初)"
    ),
    "ko": re.compile(
        f"(?:(?P<month>{_MONTHS})|(?P<quarter>{_QUARTERS})|(?P<week>{_WEEKS})"
        f"|(?P<day>{_DAYS})){_THAN}"
    ),
}
"""Periods before by their length, where something is compared with them."""
_HINTS = {
    "zh": re.compile("[比较]|与[上去前同]"),
    "ko": re.compile("대비|보다|비[해하교]|[동환]비|동기|같은|비슷|비 "),
}
"""Without these nothing is compared."""
_ANY = {
    "zh": re.compile("比|较|相比"),
    "ko": re.compile("대비|비해|비하|보다|비교|견주"),
}


def comparison(pair: Pair) -> Iterator[Finding]:
    """Growth against the year before (同比) taken for growth against the period before (环比)."""
    ours, theirs = pair.source.language, pair.target.language
    if ours not in _ANY or theirs not in _ANY:
        return
    if not _HINTS[ours].search(pair.source.text):
        return
    told = [*_swapped(pair), *_taken_from(pair)]
    yield from told
    if told:
        return
    yield from _steps(pair)
    for said in _NAMED.finditer(pair.source.text):
        other = _YEARLY_ONLY if said[0] == "环比" else _STEPWISE
        wanted = _STEPWISE if said[0] == "环比" else _YEARLY
        apart = wanted[theirs].search(pair.target.text) or other[ours].search(pair.source.text)
        if not apart and not _ANY[theirs].search(pair.target.text):
            yield pair.in_source(COMPARISON, "comparison-missing", *said.span(), said=said[0])
            return


def _taken_from(pair: Pair) -> Iterator[Finding]:
    """A base in the target of which the source, that has the other one, knows nothing."""
    for only, wanted, other, code in (
        (_YEARLY_ONLY, _YEARLY, _STEPWISE, "comparison-stepwise"),
        (_STEPWISE, _STEPWISE_AT_ALL, _YEARLY_ONLY, "comparison-yearly"),
    ):
        wrong = only[pair.target.language].search(pair.target.text)
        said = other[pair.source.language].search(pair.source.text)
        if wrong and said and not wanted[pair.source.language].search(pair.source.text):
            shown, expected = wrong[0], said[0]
            yield pair.in_target(COMPARISON, code, *wrong.span(), said=shown, expected=expected)


def _steps(pair: Pair) -> Iterator[Finding]:
    """The month before (比上月) taken for the quarter or the week before, each told once."""
    sides = (pair.source, pair.target)
    ours, theirs = (list(_STEPS[side.language].finditer(side.text)) for side in sides)
    if len(ours) == len(theirs) == 1 and ours[0].lastgroup != theirs[0].lastgroup:
        yield _taken_for(pair, theirs[0].span(), ours[0].span())


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
        yield _taken_for(pair, theirs[theirs[0][0] == first][1][0], other[0])
        return
    said = dict(theirs)
    numbers = (one[1], other[1], said[first][1], said[second][1])
    if None in numbers:
        swapped = numbers == (None,) * 4 and theirs[0][0] != first
    else:
        swapped = one[1] != other[1] and (said[first][1], said[second][1]) == (other[1], one[1])
    if swapped or _is_of_other(pair):
        yield _taken_for(pair, theirs[0][1][0], one[0])


def _taken_for(pair: Pair, there: tuple[int, int], place: tuple[int, int]) -> Finding:
    said, expected = pair.target.text[slice(*there)], pair.source.text[slice(*place)]
    return pair.in_target(COMPARISON, "comparison-swapped", *there, said=said, expected=expected)


def _is_of_other(pair: Pair) -> bool:
    """Whether the one number of a side is that of one base in the source, and of the other in the
    target: 同比持平，环比上涨5%."""
    ours, theirs = _own_numbers(pair.source), _own_numbers(pair.target)
    return len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys()


def _own_numbers(side: Side) -> dict[str, Fraction]:
    """The numbers of two bases that stand apart, each before the next base; nothing where one
    number may belong to both (同比、环比均增长5%)."""
    (one, (place, _)), (other, (there, after)) = _bases(side)
    if there[0] - place[1] < _APART or _BOTH.search(side.text, place[1]):
        return {}
    between = [
        _worth(each)
        for each in quantities(side.text, side.variety)
        if each.sure and place[1] <= each.start < there[0]
    ]
    found = {one: between[0]} if between else {}
    return found | ({other: after} if after is not None else {})


def _worth(each: Quantity) -> Fraction:
    """A number in per cent where it is one of tenths (一成)."""
    return each.value * 10 if each.unit == TENTH else each.value


_Base = tuple[str, tuple[tuple[int, int], Fraction | None]]


def _bases(side: Side) -> list[_Base]:
    """The bases of comparison of a text in order, each with its place and the number after it; of
    two together each has its own number where the text says so (同比、环比分别增长3%和5%)."""
    read = [each for each in quantities(side.text, side.variety) if each.sure]
    found: list[_Base] = []
    for name, patterns in (("yearly", _YEARLY_ONLY), ("stepwise", _STEPWISE)):
        for match in islice(patterns[side.language].finditer(side.text), _BASES):
            after = next((_worth(each) for each in read if each.start >= match.end()), None)
            found.append((name, (match.span(), after)))
    found.sort(key=lambda each: each[1][0])
    if len(found) == 2 and _EACH.search(side.text, found[0][1][0][1]):
        (one, (place, _)), (other, (there, _)) = found
        after_both = [_worth(each) for each in read if each.start >= there[1]]
        between = any(place[1] <= each.start < there[0] for each in read)
        if len(after_both) == 2 and not between:
            return [(one, (place, after_both[0])), (other, (there, after_both[1]))]
    return found
