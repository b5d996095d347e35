"""Spans of time that one side tells by both ends, and the other by the first and the length:
9月18日至20日 is 9월 18일부터 사흘간."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.units import MONTH, YEAR

_TO = re.compile(" ?(?:[-~∼–—〜－]{1,2}|至|到|부터|에서) ?")
_LENGTH = re.compile("(?:일|년|월|개월|달|시간|주)? ?(?:간|동안|내내|에 걸쳐)")
_LENGTHS = {"day": "day", MONTH: "month", YEAR: YEAR}
_WRITTEN = re.compile("[가-힣]{2,}|[석넉세네두] ?달|.*(?:天|个月|年)")


def without_spans(
    texts: tuple[tuple[str, str], tuple[str, str]],
    left: tuple[list[Quantity], list[Quantity]],
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left of either side without the ends of spans and their lengths; each text is given
    with its variety."""
    (ours, theirs), (missing, added) = texts, left
    if missing:
        missing, added = _told(ours, missing, theirs, added)
    if added:
        added, missing = _told(theirs, added, ours, missing)
    return missing, added


def _told(
    by_ends: tuple[str, str],
    missing: list[Quantity],
    by_length: tuple[str, str],
    added: list[Quantity],
) -> tuple[list[Quantity], list[Quantity]]:
    other = quantities(*by_length)
    for first, last in _spans(by_ends[0], quantities(*by_ends)):
        begun = any(each.value == first.value and each.unit == first.unit for each in other)
        if last not in missing or not begun:
            continue
        days = last.value - first.value
        wanted = (days, days + 1) if last.unit == YEAR else (days + 1,)
        lengths = [
            each
            for each in other
            if each.value in wanted and _is_length(by_length[0], each, _LENGTHS[last.unit])
        ]
        if lengths:
            missing = [each for each in missing if each is not last]
            added = [each for each in added if each is not lengths[0]]
    return missing, added


def _spans(text: str, found: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The first and the last of two days, months or years with a word for "to" between them."""
    dates = [each for each in found if each.unit in _LENGTHS and each.sure]
    for first, last in pairwise(dates):
        to = _TO.fullmatch(text, first.end, last.start)
        if to and first.unit == last.unit and first.value < last.value:
            yield first, last


def _is_length(text: str, each: Quantity, unit: str) -> bool:
    """Whether an amount of time is the length of something, and no date."""
    if each.unit != unit:
        return False
    word = not each.sure and _WRITTEN.fullmatch(text, each.start, each.end)
    return bool(word or text[each.end - 1] == "天" or _LENGTH.match(text, each.end))
