"""By how much, or to how much, something has grown: 增长N倍 against 增长到N倍.

增长3倍 is four times as much as before; so is 3배 늘었다, and 4배로 늘었다. 增长到3倍, 是3倍 and
3배로 늘었다 are three times as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from glossary.language.numeral_words import native_numerals, native_value, value_of

_N = r"(?P<n>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百]+)"
_GROW = "增长|增加|提高|提升|扩大|上升|上涨|增|涨|高出|翻"
_BY = re.compile(f"(?:{_GROW})了?(?:近|约|超过?|逾)?{_N}[多余]?倍")
_TO = re.compile(
    f"(?:(?:{_GROW}|达|发展|扩)(?:到|至|为|成)了?|(?:是|为|相当于|达)(?:了)?)"
    rf"[^，。；、！？\d一二两三四五六七八九十百]{{0,12}}{_N}[多余]?倍"
)
_NATIVE = native_numerals().pattern
_KOREAN = re.compile(
    rf"(?:(?P<n>\d[\d,]*(?:\.\d+)?)|(?<![가-힣])(?:{_NATIVE})) ?여? ?배"
    "(?:(?P<to>로|에 ?달|가 ?되|가 ?됐|에 ?이르|까지)|(?P<by>나|가|를|가량|쯤|정도|이상|가까이)? ?"
    "(?:더 ?)?(?=늘|증가|장성|성장|높아|높였|커|커졌|오르|올라|올랐|향상|제고|확대|많아|많았|뛰|신장))"
)


@dataclass(frozen=True, slots=True)
class Increase:
    """A growth at start:end: `said` is the number in the text, `by` whether it is what was added;
    `at` is where the number's 배 or 倍 ends."""

    start: int
    end: int
    said: Fraction
    by: bool
    at: int

    @property
    def factor(self) -> Fraction:
        """How many times as much as before there is now."""
        return self.said + self.by


def increases(text: str, variety: str) -> tuple[Increase, ...]:
    """The growths that a text tells in times.

    >>> [each.factor for each in increases("产量增长3倍，增长到3倍", "zh-CN")]
    [Fraction(4, 1), Fraction(3, 1)]
    >>> [each.factor for each in increases("산량이 3배 늘었다. 3배로 늘었다", "ko-CN")]
    [Fraction(4, 1), Fraction(3, 1)]
    """
    reading = {"zh": _chinese, "ko": _korean}.get(variety.partition("-")[0])
    return tuple(sorted(reading(text), key=lambda each: each.start)) if reading else ()


def _chinese(text: str) -> Iterator[Increase]:
    for pattern, by in ((_BY, True), (_TO, False)):
        for match in pattern.finditer(text):
            said = value_of(match["n"])
            if said is not None:
                yield Increase(match.start("n"), match.end(), said, by, match.end())


def _korean(text: str) -> Iterator[Increase]:
    for match in _KOREAN.finditer(text):
        said = value_of(match["n"]) if match["n"] else Fraction(native_value(match))
        if said:
            at = match.start("to") if match["to"] else text.index("배", match.start()) + 1
            yield Increase(match.start(), match.end(), said, not match["to"], at)
