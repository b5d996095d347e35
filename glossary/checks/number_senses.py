"""What goes with numbers and must be the same: below zero or above it, 以上 or 以下, the half of
the day, the day of the week, the order of month and day, the period of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from glossary.checks.pair import Pair, Side
from glossary.language.bounds import bounds
from glossary.language.classifiers import classes_after
from glossary.language.numeral_words import value_of
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.temperatures import temperatures
from glossary.language.times import event_days, halves, periods, weekdays
from glossary.language.vague import VAGUE
from glossary.model import Finding

NUMBER = "number"

_PARTS = {
    "zh": re.compile(
        "(?P<half>一半|半数|过半)|(?P<part>[三四五六七八九十1-9]分之[一二三四五六七八九1-9])"
    ),
    "ko": re.compile("(?P<half>절반|과반|반수)|(?P<part>(?<![0-9])[3-9] ?분의 ?[1-9])"),
}
_HALF = {
    "zh": re.compile("半|[.]5|[6六]个月|[3三][0十]|[0-9]{2}个?[月天小]"),
    "ko": re.compile(
        "(?:[년해달간일배주분] ?|(?<![가-힣]))반|절반|[.]5|6개월|여섯 ?달|[3삼][0십]"
        "|[0-9]{2}(?:개월|[일분])"
    ),
}
"""What may tell a half of a year, a day or an hour."""
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)(?![\d:])|[点时](?P<half>半))"
    "|(?<![一二两三四五六七八九十百几数])(?P<word>[一二两三四五六七八九]|十[一二]?)[点时](?P<of_word>半)"
)
_HOURS = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"]
_HOUR = re.compile(
    rf"(?<!\d)(\d{{1,2}})시|(?<![가-힣])({'|'.join(reversed(_HOURS))}) ?시(?![가-힣]{{2}}|[도기인])"
)
_A_HALF, _HALF_AN_HOUR = Fraction(1, 2), 30
_DATE = re.compile(
    r"(?<!\d)0?(\d{1,2}) ?[月월] ?0?(\d{1,2}) ?[日号일]"
    r"|(?:(?<=\d{4}\.)|(?<=\d{4}\. )|(?<=[~∼〜-])|(?<=[~∼〜-] ))0?(\d{1,2})\. ?0?(\d{1,2})\.(?!\d)"
)


def senses(pair: Pair) -> Iterator[Finding]:
    """Numbers and times of the target that are meant otherwise than in the source."""
    yield from _signs(pair)
    yield from _bounds(pair)
    yield from _weekdays(pair)
    yield from _halves(pair)
    yield from _turned_dates(pair)
    yield from _periods(pair)
    yield from _vague(pair)
    yield from _parts(pair)
    yield from _halved(pair)
    yield from _minutes(pair)
    yield from _events(pair)


def _signs(pair: Pair) -> Iterator[Finding]:
    """Degrees that are below zero on one side and above it on the other, each told once."""
    ours, theirs = temperatures(pair.source.text), temperatures(pair.target.text)
    for one in ours:
        alike = [each for each in ours if each.value == one.value]
        same = [each for each in theirs if each.value == one.value]
        if len(alike) == len(same) == 1 and {one.below, same[0].below} == {True, False}:
            start, end = same[0].start, same[0].end
            shown, expected = (
                pair.target.text[same[0].sign : end],
                pair.source.text[one.sign : one.end],
            )
            yield pair.in_target(NUMBER, "number-sign", start, end, number=shown, expected=expected)


def _bounds(pair: Pair) -> Iterator[Finding]:
    """Least amounts that became most ones, or the other way round."""
    ours, theirs = (bounds(side.text, side.variety) for side in (pair.source, pair.target))
    for value, (bound, place) in ours.items():
        if value in theirs and theirs[value][0] != bound:
            yield _differs(pair, theirs[value][1], place)


def _weekdays(pair: Pair) -> Iterator[Finding]:
    """Days of the week, as many on both sides and not the same."""
    ours, theirs = (weekdays(side.text, side.language) for side in (pair.source, pair.target))
    if len(ours) != len(theirs) or {day for day, _ in ours} == {day for day, _ in theirs}:
        return
    for (day, place), (other, there) in zip(ours, theirs, strict=True):
        if day != other:
            yield _differs(pair, there, place)


def _events(pair: Pair) -> Iterator[Finding]:
    """Days after which events are named (九一八), one on each side and not the same; Chinese may
    have numerals for other things in quotation marks (“三三”制), Korean has not."""
    ours, theirs = (event_days(side.text, side.language) for side in (pair.source, pair.target))
    if len(ours) == len(theirs) == 1 and ours[0][0] != theirs[0][0]:
        yield _differs(pair, theirs[0][1], ours[0][1])


def _halves(pair: Pair) -> Iterator[Finding]:
    """The other half of the day, where either side knows one only or both tell as many."""
    ours, theirs = (halves(side.text, side.language) for side in (pair.source, pair.target))
    said, shown = ([half for half, _ in found] for found in (ours, theirs))
    ways = set(said), set(shown)
    if ways in (({"am"}, {"pm"}), ({"pm"}, {"am"})):
        yield _differs(pair, theirs[0][1], ours[0][1])
    elif len(said) == len(shown) and sorted(said) != sorted(shown):
        at = next(
            at for at, (one, other) in enumerate(zip(said, shown, strict=True)) if one != other
        )
        yield _differs(pair, theirs[at][1], ours[at][1])


def _turned_dates(pair: Pair) -> Iterator[Finding]:
    """Dates whose month and day have changed places: 3月5日, 5월 3일."""
    ours, theirs = (list(_DATE.finditer(side.text)) for side in (pair.source, pair.target))
    if len(ours) != len(theirs):
        return
    for one, other in zip(ours, theirs, strict=True):
        said, told = ([each for each in match.groups() if each] for match in (one, other))
        if said == told[::-1] != told:
            yield _differs(pair, other.span(), one.span())


def _periods(pair: Pair) -> Iterator[Finding]:
    """Periods of one kind (上半年, 明年), as many on both sides and not the same. Where the same
    period of the year before is spoken of, years may be told in other ways."""
    if pair.source.language == pair.target.language:
        return
    ours = periods(pair.source.text, pair.source.language)
    if not any(ours):
        return
    theirs = periods(pair.target.text, pair.target.language)
    for mine, others in zip(ours, theirs, strict=False):
        names = {name for name, _ in mine}, {name for name, _ in others}
        if len(mine) != len(others) or names[0] == names[1]:
            continue
        for (name, place), (other, there) in zip(mine, others, strict=True):
            if name != other:
                yield _differs(pair, there, place)


def _vague(pair: Pair) -> Iterator[Finding]:
    """Amounts that are told vaguely (数十万, 두세), as many on both sides and not the same."""
    for reading in VAGUE:
        ours, theirs = (reading(side.text, side.variety) for side in (pair.source, pair.target))
        if len(ours) != len(theirs) or {each for each, _ in ours} == {each for each, _ in theirs}:
            continue
        for (amounts, place), (others, there) in zip(ours, theirs, strict=True):
            if amounts.isdisjoint(others):
                yield _differs(pair, there, place)


def _halved(pair: Pair) -> Iterator[Finding]:
    """A half beside a whole number (两年半) that the other side, which has the whole one in the
    same unit, has lost or added."""
    for mine, other in ((pair.source, pair.target), (pair.target, pair.source)):
        said = _HALF.get(other.language)
        halved = [
            each
            for each in quantities(mine.text, mine.variety)
            if each.sure and len(each.also) == 1 and each.value - each.also[0] == _A_HALF
        ]
        if not halved or said is None or said.search(other.text):
            continue
        for one in halved:
            for whole in quantities(other.text, other.variety):
                if whole.value == one.also[0] and _is_of(other, whole, one.unit):
                    places = (one.start, one.end), (whole.start, whole.end)
                    place, there = places if mine is pair.source else places[::-1]
                    yield _differs(pair, there, place)
                    break


def _is_of(side: Side, each: Quantity, unit: str) -> bool:
    """Whether a number counts years, months, days or hours."""
    named = each.unit == "" and f"{unit}s" in classes_after(side.text, each.end, side.language)
    return each.unit == unit or named


def _minutes(pair: Pair) -> Iterator[Finding]:
    """Minutes of the clock (9:30, 9点半) that the target, which has the hour, has lost."""
    target = pair.target
    if target.language != "ko":
        return
    values = {each.value for each in quantities(target.text, target.variety) if not each.stray}
    hours = {int(match[1] or _HOURS.index(match[2]) + 1) for match in _HOUR.finditer(target.text)}
    for match in _CLOCK.finditer(pair.source.text):
        hour = int(value_of(match["hour"] or match["word"]) or 0)
        minute = int(match["minute"] or _HALF_AN_HOUR)
        told = not {hour - 12, hour, hour + 12}.isdisjoint(hours)
        half = minute == _HALF_AN_HOUR and "반" in target.text
        if told and minute and minute not in values and not half:
            told_by = match.lastgroup or "half"
            yield pair.in_source(
                NUMBER, "number-missing", *match.span(told_by), number=match[told_by]
            )


def _parts(pair: Pair) -> Iterator[Finding]:
    """The half taken for another part, or the other way round, each told once."""
    if {pair.source.language, pair.target.language} != {"zh", "ko"}:
        return
    ours = list(_PARTS[pair.source.language].finditer(pair.source.text))
    theirs = list(_PARTS[pair.target.language].finditer(pair.target.text)) if ours else []
    if len(ours) == len(theirs) == 1 and ours[0].lastgroup != theirs[0].lastgroup:
        yield _differs(pair, theirs[0].span(), ours[0].span())


def _differs(pair: Pair, there: tuple[int, int], place: tuple[int, int]) -> Finding:
    said, expected = pair.target.text[slice(*there)], pair.source.text[slice(*place)]
    return pair.in_target(NUMBER, "number-differs", *there, number=said, expected=expected)
