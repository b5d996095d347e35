"""Memories as tables: a unit a row, a column for each variety, and what is known about the unit.

The headings are those of a glossary's tables; a cell is one text, whatever signs it holds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats import cells, delimited, workbook
from glossary.formats.columns import UID, Column, read_header, trimmed
from glossary.formats.flaws import check_uid
from glossary.formats.rows import ReadOptions, RefusedRow, Remark, UnitItem, UnitRow
from glossary.formats.unit_flaws import checked
from glossary.model import Citation, Details, PlainUnit, Text, Unit

_NOTE = "note"
CITATION = ("outlet", "title", "date", "link")
"""The properties that a column of citations gives a unit."""


def read_csv(stream: BinaryIO, options: ReadOptions) -> Iterator[UnitItem]:
    """The units of a CSV file. Raises InputRefused for the file as a whole."""
    return _read(*delimited.table(stream, options, ","), options)


def read_tsv(stream: BinaryIO, options: ReadOptions) -> Iterator[UnitItem]:
    """The units of a TSV file. Raises InputRefused for the file as a whole."""
    return _read(*delimited.table(stream, options, "\t"), options)


def read_workbook(stream: BinaryIO, options: ReadOptions) -> Iterator[UnitItem]:
    """The units of a sheet. Raises InputRefused for the file as a whole."""
    with workbook.table(stream, options) as (header, rows):
        yield from _read(header, rows, options)


def _read(
    header: list[str], rows: Iterable[tuple[int, list[str] | str]], options: ReadOptions
) -> Iterator[UnitItem]:
    columns = read_header(header, options)
    width = len(trimmed(header))
    for line, row in rows:
        try:
            if isinstance(row, str):
                raise InputRefused(row)
            if any(map(str.strip, row[width:])):
                told = {"cells": len(row), "columns": width}
                if not options.loose:
                    raise InputRefused("cells-beyond-columns", **told)
                yield Remark("cells-beyond-unread", told, line)
            if any(map(str.strip, row)):
                unit = unit_of_row([cells.unguard(cell) for cell in row], columns)
                yield UnitRow(line, checked(unit, alone=options.alone))
        except InputRefused as error:
            yield RefusedRow(line, error.code, error.fields)


def unit_of_row(row: Sequence[str], columns: Sequence[Column]) -> Unit:
    """The unit whose texts, and what is known about it, stand under these columns. Raises
    InputRefused."""
    uid = ""
    about: list[tuple[str, str]] = []
    texts: dict[str, str] = {}
    said: dict[str, list[tuple[str, str]]] = {}
    for column in columns:
        cell = row[column.place] if column.place < len(row) else ""
        if not cell.strip():
            continue
        if column.field == UID:
            uid = cell.strip()
            check_uid(uid)
        elif column.variety and not column.detail:
            texts[column.variety] = cell.strip()
        else:
            place = said.setdefault(column.variety, []) if column.variety else about
            place += _details(column.field or column.detail, cell)
    return Unit(
        tuple(
            Text(variety, text, details=tuple(said.get(variety, ())))
            for variety, text in texts.items()
        ),
        uid,
        tuple(about),
    )


def _details(name: str, cell: str) -> Iterator[tuple[str, str]]:
    if name == "citations":
        for citation in cells.split_citations(cell):
            for kind in CITATION:
                if getattr(citation, kind):
                    yield f"prop:{kind}", getattr(citation, kind)
    else:
        yield (_NOTE if name == _NOTE else f"prop:{name}"), cell.strip()


def write_csv(stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
    """Write a CSV file that Excel opens as UTF-8; how many units there were."""
    return _write(stream, units, ",", "utf-8-sig")


def write_tsv(stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
    """Write a TSV file; how many units there were."""
    return _write(stream, units, "\t", "utf-8")


def _write(stream: BinaryIO, units: Iterable[PlainUnit], delimiter: str, encoding: str) -> int:
    """Units, which are gone through twice: a column for each variety that one of them has. Several
    texts in one variety are as many rows."""
    varieties = sorted({text[0] for texts, _, _ in units for text in texts})
    text = io.TextIOWrapper(stream, encoding, newline="")
    try:
        writer = csv.writer(text, delimiter=delimiter)
        writer.writerow([UID, *varieties, _NOTE, "citations"])
        count = 0
        for unit in units:
            count += 1
            for row in _rows(unit, varieties):
                writer.writerow([cells.guard(cell) for cell in row])
        text.flush()
        return count
    finally:
        text.detach()


def _rows(unit: PlainUnit, varieties: Sequence[str]) -> Iterator[list[str]]:
    texts, uid, details = unit
    of = [[each[1] for each in texts if each[0] == variety] or [""] for variety in varieties]
    notes = "\n".join(value for kind, value in details if kind.partition(" ")[0] == _NOTE)
    where = cited(details)
    for number in range(max(map(len, of), default=0)):
        # The uid is the first row's: the others are units of their own when they are read.
        cells_of = (each[min(number, len(each) - 1)] for each in of)
        yield ["" if number else uid, *cells_of, notes, where]


def cited(details: Details) -> str:
    """The cell under "citations" that says where a unit is from."""
    known = {kind.removeprefix("prop:"): value for kind, value in details}
    parts = [known.get(kind, "") for kind in CITATION]
    return cells.join_citations([Citation(*parts)]) if any(parts) else ""
