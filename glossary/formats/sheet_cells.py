"""The cells of one sheet as texts.

A text stays as it is. A number, a date or a truth value has become a text, and that is told: "001"
typed as a number is 1. A merged cell is read in every row that it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.formats.rows import Remark
from glossary.formats.sheet_facts import Place, SheetFacts

Values = tuple[list[str], list[int]]
"""The texts of a row, and the places of those that were something else."""


@dataclass(slots=True)
class _Typed:
    """The cells of a column that are no text: how many, and the row of the first."""

    count: int
    first: int


class Cells:
    """The rows of a sheet, of which the first `left` columns are blank and no part of it."""

    def __init__(
        self,
        name: str,
        facts: SheetFacts,
        rows: Iterable[Values],
        left: int,
        merged: Iterable[tuple[Place, Place]],
    ) -> None:
        self.name = name
        self._facts = facts
        self._rows = rows
        self._left = left
        self._typed: dict[int, _Typed] = {}
        self._covered = 0
        self._merged: dict[int, list[tuple[int, int]]] = {}
        for (row, column), (last, _) in merged:
            if last > row:
                self._merged.setdefault(row, []).append((column - left, last))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not blank, or has a cell without a value, with its number from 1."""
        faulty = {row for row, _ in self._facts.without_value}
        lasting: dict[int, tuple[int, str]] = {}
        row = -1
        for row, (texts, other) in enumerate(self._rows):
            for column in other:
                self._typed.setdefault(column, _Typed(0, row + 1)).count += 1
            for column, last in self._merged.get(row, ()):
                if column < len(texts):
                    lasting[column] = last, texts[column]
            if row not in faulty and not any(map(str.strip, texts)):
                continue
            if lasting:
                self._cover(texts, row, lasting)
            yield row + 1, texts
        # The library's table ends above rows that have nothing but cells without a value.
        yield from ((each + 1, []) for each in sorted(faulty) if each > row)

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """The cells that hold text, each once: row and column, from 1, and the text."""
        for row, (texts, other) in enumerate(self._rows, 1):
            typed = set(other)
            for column, text in enumerate(texts):
                if column not in typed and text.strip():
                    yield row, self._left + column + 1, text

    def without_value(self, number: int) -> list[int]:
        """The columns of a row, by its number, whose formulas gave none."""
        without = self._facts.without_value
        if not without:
            return []
        columns = range(self._left, self._facts.columns)
        return [each - self._left for each in columns if (number - 1, each) in without]

    def remarks(self, headings: dict[int, str]) -> Iterator[Remark]:
        """What was made of cells that are no text, or were merged; `headings` are of the columns
        that are read, by their places."""
        for column, typed in sorted(self._typed.items()):
            if column in headings:
                fields = {"column": headings[column], "count": typed.count}
                yield Remark("cells-typed", fields, typed.first, self.name)
        if self._covered:
            yield Remark("cells-merged", {"count": self._covered}, sheet=self.name)

    def _cover(self, texts: list[str], row: int, lasting: dict[int, tuple[int, str]]) -> None:
        for column, (last, text) in list(lasting.items()):
            if row > last:
                del lasting[column]
            elif not texts[column]:
                texts[column] = text
                self._covered += 1
