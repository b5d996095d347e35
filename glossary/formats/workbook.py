"""Workbooks (XLSX, XLS, ODS) read as tables: one sheet, a concept a row under a row of headings.

What a file holds tells its kind, not its name. It is looked through before it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats import archives, biff_facts, ods_facts, ooxml_facts
from glossary.formats.columns import numbered, read_header, trimmed
from glossary.formats.rows import Item, ReadOptions, RefusedRow
from glossary.formats.sheet_cells import Cells
from glossary.formats.sheet_facts import SheetFacts, check
from glossary.formats.sheets import Sheets, opened
from glossary.formats.table_rows import RowReader

FILE_LIMIT = 128 * 1024 * 1024
"""The most bytes of a workbook."""

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """The rows of a workbook. Raises InputRefused for the file as a whole."""
    with sheets_of(stream.read(FILE_LIMIT + 1)) as sheets:
        cells = sheets.cells(options.sheet)
        yield from sheets.remarks(cells.name)
        yield from _rows(cells, options)


def _facts(data: bytes) -> list[SheetFacts]:
    """What is in each sheet. Raises InputRefused for a file that is no workbook, or too large."""
    if not data:
        raise InputRefused("file-empty")
    if len(data) > FILE_LIMIT:
        raise InputRefused("workbook-too-large", most=FILE_LIMIT // 1024 // 1024)
    if data.startswith(_COMPOUND):
        facts = biff_facts.facts(data)
    elif data.startswith(_ZIP):
        with archives.opened(data) as archive:
            facts = ooxml_facts.facts(archive) or ods_facts.facts(archive)
    else:
        raise InputRefused("file-not-workbook")
    check(facts)
    return facts


def _rows(cells: Cells, options: ReadOptions) -> Iterator[Item]:
    header, rows = _table(cells, options)
    columns = read_header(header, options)
    headings = {column.place: column.heading for column in columns}
    reader = RowReader(columns, len(trimmed(header)), options.split, cells.name)
    for number, texts in rows:
        faults = [headings[each] for each in cells.without_value(number) if each in headings]
        if faults:
            yield RefusedRow(number, "cell-without-value", sheet=cells.name, column=faults[0])
            continue
        row = reader.read(number, texts)
        if row is not None:
            yield row
    yield from cells.remarks(headings)


def _table(cells: Cells, options: ReadOptions) -> tuple[list[str], Iterator[_Record]]:
    rows: Iterator[_Record] = (row for row in cells.rows() if row[0] > options.skip)
    number, header = next(rows, (0, []))
    if not header:
        raise InputRefused("file-empty")
    if not options.header:
        return numbered(len(header)), chain([(number, header)], rows)
    return header, rows


@contextmanager
def sheets_of(data: bytes) -> Iterator[Sheets]:
    """The sheets of a workbook. Raises InputRefused for the file as a whole."""
    with opened(data, _facts(data)) as sheets:
        yield sheets


_Record = tuple[int, list[str]]


@contextmanager
def table(
    stream: BinaryIO, options: ReadOptions
) -> Iterator[tuple[list[str], Iterator[tuple[int, list[str]]]]]:
    """The headings of a sheet, and its rows, each with its number. Raises InputRefused for the
    file as a whole."""
    with sheets_of(stream.read(FILE_LIMIT + 1)) as sheets:
        yield _table(sheets.cells(options.sheet), options)
