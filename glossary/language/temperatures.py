"""Degrees of a text, and whether they are below zero: 零下5至8度, 영하 5~8도, -7℃."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from glossary.language.numeral_words import value_of

_N = r"\d{1,3}(?:\.\d{1,2})?|[零一二三四五六七八九十]{1,5}"
_SIGN = r"零[下上]|[영령][하상]|(?<![\d])[-−–](?=\d)|마이[너나]스"
_DEGREE = r" ?(?:摄氏)?(?:度|℃|°C|도(?![시로]))"
_HINT = re.compile("[度도℃]|°C")
_DEGREES = re.compile(
    rf"(?P<sign>{_SIGN})? ?(?:摄氏|섭씨)? ?(?P<first>{_N})(?:{_DEGREE})?"
    rf"(?: ?(?:[-~∼～—–至到]|에서|내지) ?(?P<second_sign>{_SIGN})? ?(?P<second>{_N}))?{_DEGREE}"
)


@dataclass(frozen=True, slots=True)
class Degrees:
    """A temperature at start:end, whose sign, if it has one, begins at `sign`; `below` is None
    where a range leaves it open (-5~3℃)."""

    sign: int
    start: int
    end: int
    value: Fraction
    below: bool | None


def temperatures(text: str) -> tuple[Degrees, ...]:
    """The temperatures of a Chinese or Korean text, in order.

    >>> [(str(each.value), each.below) for each in temperatures("零下5至8度，最高3℃")]
    [('5', True), ('8', None), ('3', False)]
    """
    found: list[Degrees] = []
    if not _HINT.search(text):
        return ()
    for match in _DEGREES.finditer(text):
        first = _is_below(match["sign"])
        second = _second(match, below=first)
        for group, sign, below in (("first", "sign", first), ("second", "second_sign", second)):
            value = value_of(match[group]) if match[group] else None
            if value:
                start, end = match.span(group)
                begun = match.start(sign) if match[sign] else start
                found.append(Degrees(begun, start, end, value, below))
    return tuple(found)


def _is_below(sign: str | None) -> bool:
    return sign is not None and (sign in ("零下", "영하", "령하") or sign[0] in "-−–마")


def _second(match: re.Match[str], *, below: bool) -> bool | None:
    """Of a range from below zero the second number may be above it."""
    if match["second_sign"]:
        return _is_below(match["second_sign"])
    return None if below else False
