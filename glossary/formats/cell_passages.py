"""The cells of a workbook (XLSX, XLS, ODS) as passages.

Numbers, dates and hidden sheets are left out, a merged cell is one. A workbook whose headings name
varieties holds pairs, and is read as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from glossary.errors import InputRefused, UsageError
from glossary.formats import pair_passages, workbook
from glossary.formats.columns import read_header
from glossary.formats.passages import Passage, Place
from glossary.formats.rows import ReadOptions

_SIDES = 2
_LETTERS = 26


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a workbook's pairs, or of its cells. Raises InputRefused for the file as a
    whole."""
    data = stream.read(workbook.FILE_LIMIT + 1)
    if _holds_pairs(data, options):
        yield from pair_passages.read_workbook(BytesIO(data), options)
    else:
        yield from _cells(data, options)


def read_cells(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a workbook's cells. Raises InputRefused for the file as a whole."""
    return _cells(stream.read(workbook.FILE_LIMIT + 1), options)


def _cells(data: bytes, options: ReadOptions) -> Iterator[Passage]:
    with workbook.sheets_of(data) as sheets:
        for cells in sheets.shown(options.sheet):
            for row, column, text in cells.texts():
                name = f"{_letters(column)}{row}"
                place = Place(code="place-cell", number=row, part=cells.name, cell=name)
                yield Passage(text, place, kind="cell")


def _holds_pairs(data: bytes, options: ReadOptions) -> bool:
    """Whether two columns or more are named as varieties, and all the others are known."""
    try:
        with workbook.table(BytesIO(data), options) as (header, _):
            columns = read_header(header, options)
    except (InputRefused, UsageError):
        return False  # what is wrong with the file as such is said when its cells are read
    return sum(bool(each.variety) and not each.detail for each in columns) >= _SIDES


def _letters(column: int) -> str:
    """A column's name: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
