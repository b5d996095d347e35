"""A quantity of a text: an exact number, its unit and its place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glossary.language.units import unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text at start:end (code points), and the name of its unit, "" for none.

    `also` are further values that say the same: 三分之一 is 33.3 too. `unit_start` is where the
    unit is written, `end` if nowhere, -1 where there can be none. What is `stray` may be a part of
    any word (이, 양, 双). `off` is by how much per cent a price is cut (八折: 20).
    """

    start: int
    end: int
    value: Fraction
    unit: str = ""
    sure: bool = True
    also: tuple[Fraction, ...] = ()
    unit_start: int = -1
    stray: bool = False
    off: Fraction | None = None

    @property
    def amount(self) -> tuple[str, Fraction] | None:
        """The dimension and the amount in its base, None without a unit."""
        found = unit(self.unit)
        return (found.dimension, self.value * found.factor) if found else None

    @property
    def unit_place(self) -> tuple[int, int]:
        """Where the unit is written; the whole quantity where it is not written by itself."""
        return (self.unit_start if 0 <= self.unit_start < self.end else self.start), self.end
