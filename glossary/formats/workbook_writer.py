"""Concepts written as an XLSX workbook: one sheet, every cell a text.

No cell is a formula, a link or a number by accident, and none is cut: Excel has room for 32,767
UTF-16 units in a cell and 1,048,576 rows in a sheet, and what is larger is refused.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterable, Sequence
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from glossary.errors import InputRefused
from glossary.formats import cells
from glossary.formats.columns import Column
from glossary.formats.rows import Heading, Written
from glossary.formats.table_rows import cells_of, columns_for
from glossary.model import Concept

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CELL_LIMIT = 32_767
ROW_LIMIT = 1_048_576

_NAMED = 31  # characters of a sheet's name
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDE, _NARROW = 24, 12  # characters
# The same concepts give the same bytes, whenever they are written.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write a workbook of one sheet; rows go to a temporary file as they come, and so does the
    workbook: an archive that cannot be written to its end would complain once more, unasked.

    Raises InputRefused: cell-too-long, sheet-full; OSError.
    """
    columns = columns_for(concepts, heading)
    with TemporaryDirectory(prefix="malmoi-") as folder:
        path = os.path.join(folder, "workbook.xlsx")
        book = xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": folder})
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet(_name(heading))
        try:
            count = _write_rows(sheet, concepts, columns, _lay_out(book, sheet, columns))
            sheet.autofilter(0, 0, count, len(columns) - 1)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            sheet.row_data_fh.close()
        with open(path, "rb") as written:
            shutil.copyfileobj(written, stream)
    return Written(count)


def _lay_out(book: Any, sheet: Worksheet, columns: Sequence[Column]) -> Format:
    """Write the headings; the format that the cells below them have."""
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "bottom": 1})
    for column in columns:
        wide = (column.variety and not column.detail) or column.name in ("definition", "note")
        sheet.set_column(column.place, column.place, _WIDE if wide else _NARROW, text)
        sheet.write_string(0, column.place, column.name, strong)
    sheet.freeze_panes(1, 0)
    return text


def _write_rows(
    sheet: Worksheet, concepts: Iterable[Concept], columns: Sequence[Column], text: Format
) -> int:
    count = 0
    for count, concept in enumerate(concepts, 1):
        if count >= ROW_LIMIT:
            raise InputRefused("sheet-full", most=ROW_LIMIT - 1)
        for place, cell in enumerate(cells_of(concept, columns, cells.shield)):
            if cell:
                _check(cell, concept, columns[place])
                sheet.write_string(count, place, cell, text)
    return count


def _check(cell: str, concept: Concept, column: Column) -> None:
    if len(cell) * 2 > CELL_LIMIT and len(cell.encode("utf-16-le")) > CELL_LIMIT * 2:
        raise InputRefused("cell-too-long", uid=concept.uid, column=column.name, most=CELL_LIMIT)


def _name(heading: Heading) -> str:
    """The name of the sheet: that of the set, as far as a sheet can have it."""
    name = heading.set.name.translate(_NOT_IN_NAMES).strip(" '") if heading.set else ""
    return name[:_NAMED].strip(" '") or "glossary"
