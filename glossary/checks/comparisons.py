"""Bases of comparison: the year before (同比), the period before (环比)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from glossary.checks.pair import Pair, Side
from glossary.language.quantities import quantities
from glossary.model import Finding

COMPARISON = "comparison"

_BASES = 3  # more in one segment are not put beside each other
_APART = 4  # characters between two bases that have a number each
_BOTH = re.compile("[均都皆]|分别|모두|각각|(?<![가-힣])다 ")
_EACH = re.compile("分别|각각")
_YEARLY = {
    "zh": re.compile("(?<!相)同比(?!例)|同期|[去上]年|前一年"),
    "ko": re.compile(
        "동기|동비|전년|작년|지난해|지난 해|같은 기간|같은 시기|같은 달|같은 분기|한 해 전|1년 전"
    ),
}
_YEARLY_ONLY = {
    "zh": re.compile("(?<!相)同比(?!例)"),
    "ko": re.compile(
        "동기 ?대비|동기 ?대?비해|동비|전년 ?(?:동[기월]|같은)|같은 (?:기간|시기|달|분기)"
        "|(?:작년|지난해|전년) ?(?:1?[0-9]월|[1-4] ?분기|[상하]반[기년])"
        "(?= ?(?:대비|보다|에 비|과 비|와 비|비))"
    ),
}
_STEPWISE = {
    "zh": re.compile("环比|比上(?:个?月|个?季度|季)|较上(?:个?月|个?季度|季)"),
    "ko": re.compile(
        "(?:전월|전달|지난 ?달|전 ?분기|지난 ?분기|직전 ?(?:분기|달|월)?|전기|전주|지난주"
        "|앞 ?(?:달|분기)|직전)"
        "(?= ?(?:대비|보다|에 비|[과와] (?:비|거의|같|큰 차)|비))|환비"
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
        each.value
        for each in quantities(side.text, side.variety)
        if each.sure and place[1] <= each.start < there[0]
    ]
    found = {one: between[0]} if between else {}
    return found | ({other: after} if after is not None else {})


_Base = tuple[str, tuple[tuple[int, int], Fraction | None]]


def _bases(side: Side) -> list[_Base]:
    """The bases of comparison of a text in order, each with its place and the number after it; of
    two together each has its own number where the text says so (同比、环比分别增长3%和5%)."""
    read = [each for each in quantities(side.text, side.variety) if each.sure]
    found: list[_Base] = []
    for name, patterns in (("yearly", _YEARLY_ONLY), ("stepwise", _STEPWISE)):
        for match in islice(patterns[side.language].finditer(side.text), _BASES):
            after = next((each.value for each in read if each.start >= match.end()), None)
            found.append((name, (match.span(), after)))
    found.sort(key=lambda each: each[1][0])
    if len(found) == 2 and _EACH.search(side.text, found[0][1][0][1]):
        (one, (place, _)), (other, (there, _)) = found
        after_both = [each.value for each in read if each.start >= there[1]]
        between = any(place[1] <= each.start < there[0] for each in read)
        if len(after_both) == 2 and not between:
            return [(one, (place, after_both[0])), (other, (there, after_both[1]))]
    return found
