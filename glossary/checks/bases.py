"""Of what something is said each: 每亩 and 1무당, 每斤 and 500g당."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from glossary.checks.pair import Side
from glossary.language.numeral_words import value_of
from glossary.language.units import unit, unit_named

ROUNDED = Fraction(3, 100)
"""By how much a converted amount may be off."""

_BIG = (
    "무|헥타르|근|킬로그[람램]|키로그람|kg|㎏|그[람램]|g|톤|평방메터|제곱미터|㎡|킬로메터|킬로미터|㎞|㎢"
    "|립방메터|세제곱미터|밀리리터|mL|㎖|리터|평"
)
_EACH = {
    "zh": re.compile(
        r"每(?P<n>\d{1,4}|百)?(?P<unit>亩|公顷|斤|公斤|千克|克|吨|平方米|公里|千米|立方米|毫升|升)(?!半)"
    ),
    "ko": re.compile(
        f"(?:(?<![가-힣0-9])(?:한|매|1) ?(?P<one>{_BIG})(?:당|마다|에)"
        rf"|(?<![0-9.,A-Za-z가-힣])(?P<n>\d{{1,4}})? ?(?P<each>{_BIG}) ?(?:당|마다))"
    ),
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A unit at start:end with its dimension, and how much it is, times its number, in the base of
    the dimension; `first` is where the number begins."""

    first: int
    start: int
    end: int
    dimension: str
    amount: Fraction

    def is_near(self, other: Basis) -> bool:
        """Whether both are as much, give or take what is rounded."""
        alike = self.dimension == other.dimension
        return alike and abs(self.amount - other.amount) <= ROUNDED * self.amount


def basis(side: Side) -> Basis | None:
    """The first unit of which something is said of each; None where there is none."""
    match = _EACH[side.language].search(side.text) if side.language in _EACH else None
    if match is None:
        return None
    group = next(name for name in ("unit", "one", "each") if match.groupdict().get(name))
    found = unit(unit_named(match[group], side.language))
    number = value_of(match["n"] or "1")
    if found is None or not number:
        return None
    return Basis(match.start(), *match.span(group), found.dimension, number * found.factor)
