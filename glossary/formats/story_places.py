"""Where a paragraph stands in the tables and notes of a text, counted as they come.

Elements are forgotten once they were read, so that nobody can look back and count them: the last
table, row, cell and note are held here instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.formats.office_package import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_LEVELS = ("tbl", "tr", "tc")


class StoryPlaces:
    """The outermost tables of a text with their rows and cells, and its notes, each from 1."""

    def __init__(self) -> None:
        self._cell: list[_Element | None] = [None, None, None]
        self._counts = [0, 0, 0]
        self._notes: dict[str, tuple[_Element, int]] = {}

    def cell(self, around: Sequence[_Element]) -> tuple[int, int, int] | None:
        """The numbers of the table, the row and the cell that a paragraph with these ancestors,
        the nearest first, stands in; None outside of tables."""
        outer = {name_of(each): each for each in around if name_of(each) in _LEVELS}
        if len(outer) < len(_LEVELS):
            return None
        for level, name in enumerate(_LEVELS):
            if self._cell[level] is not outer[name]:
                self._cell[level] = outer[name]
                self._counts[level] += 1
                for below in range(level + 1, len(_LEVELS)):
                    self._cell[below], self._counts[below] = None, 0
        table, row, cell = self._counts
        return table, row, cell

    def note(self, kind: str, around: Sequence[_Element]) -> int:
        """The number of the note of this kind that a paragraph stands in; 0 outside of one."""
        found = next((each for each in around if name_of(each) == kind), None)
        if found is None:
            return 0
        last, number = self._notes.get(kind, (None, 0))
        if last is not found:
            number += 1
            self._notes[kind] = found, number
        return number
