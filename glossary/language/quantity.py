"""A quantity of a text: an exact number, its unit and its place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glossary.language.units import unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text at start:end (code points), and the name of its unit, "" for none.

    `also` are further values that say the same: 三分之一 is 33.3 too. `shown` is the part of it
    that stands for the number alone, `unit_start` where its unit is written, `end` if nowhere.
    """

    start: int
    end: int
    value: Fraction
    unit: str = ""
    sure: bool = True
    also: tuple[Fraction, ...] = ()
    unit_start: int = -1

    @property
    def amount(self) -> tuple[str, Fraction] | None:
        """The dimension and the amount in its base, None without a unit."""
        found = unit(self.unit)
        return (found.dimension, self.value * found.factor) if found else None
