"""What is really in a workbook, counted before it is opened.

The library that reads workbooks makes a table of every sheet up to its last cell, and ends the
whole process where there is no memory for it; one cell far out is enough. So the file is streamed
through first, and one that would need too much is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from glossary.errors import InputRefused

PLACES_LIMIT = 8_000_000
"""The most places of all tables up to their last cells; each takes 32 bytes, while read twice."""

CELLS_LIMIT = 5_000_000
"""The most cells that hold something; each takes about 100 bytes."""

_LISTED = 10_000  # cells without a value

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(slots=True)
class SheetFacts:
    """A sheet: its cells, how far they reach, and which of them give no value.

    `columns_without` are the cells whose formula failed or was never computed; `merged` are the
    ranges of merged cells where the library does not tell them.
    """

    name: str
    cells: int = 0
    rows: int = 0
    columns: int = 0
    formulas: int = 0
    without_value: set[Place] = field(default_factory=set)
    merged: list[tuple[Place, Place]] = field(default_factory=list)

    def add(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Count cells from this place on. Raises InputRefused for more than can be read."""
        self.cells += rows * columns
        self.rows = max(self.rows, row + rows)
        self.columns = max(self.columns, column + columns)
        if self.cells > CELLS_LIMIT:
            raise InputRefused("sheet-too-large", sheet=self.name, most=CELLS_LIMIT)

    def add_without_value(self, row: int, column: int) -> None:
        """Remember a cell that gives no value."""
        if len(self.without_value) < _LISTED:
            self.without_value.add((row, column))


def check(sheets: Iterable[SheetFacts]) -> None:
    """Raise InputRefused where the tables of these sheets would be too large together."""
    places = 0
    for sheet in sheets:
        places += sheet.rows * sheet.columns
        if places > PLACES_LIMIT:
            raise InputRefused(
                "sheet-too-wide", sheet=sheet.name, row=sheet.rows, column=sheet.columns
            )
