"""What is in the sheets of an ODS workbook (OASIS OpenDocument 1.3), where one element may stand
for any number of equal cells or rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from glossary.errors import InputRefused
from glossary.formats import archives
from glossary.formats.sheet_facts import SheetFacts

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT, _PARTS = "content.xml", "META-INF/manifest.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_SHEET, _ROW = f"{_TABLE}table", f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DIGITS = 8  # of a number of rows or columns
_VALUES = (f"{_OFFICE}value-type", f"{_OFFICE}value", f"{_CALC}value-type")


def facts(archive: ZipFile) -> list[SheetFacts]:
    """The sheets in their order. Raises InputRefused for an encrypted workbook, or none."""
    names = archive.namelist()
    if _CONTENT not in names:
        raise InputRefused("file-not-workbook")
    if _PARTS in names:
        for _ in archives.elements(archive, _PARTS, _ENCRYPTED):
            raise InputRefused("workbook-encrypted")
    sheets: list[SheetFacts] = []
    current = SheetFacts("")
    number = 0
    for element in archives.elements(archive, _CONTENT, _ROW, _SHEET):
        if element.tag == _SHEET:
            current.name = _name(element)
            sheets.append(current)
            current, number = SheetFacts(""), 0
        else:
            current.name = current.name or _name(next(element.iterancestors(_SHEET), element))
            number += _count_row(element, number, current)
    return sheets


def _name(sheet: _Element) -> str:
    return str(sheet.get(f"{_TABLE}name", ""))


def _count_row(row: _Element, number: int, facts: SheetFacts) -> int:
    """Count the cells of a row that hold something; how many rows it stands for."""
    rows, column = _times(row, "number-rows-repeated"), 0
    for cell in row.iter(*_CELLS):
        times = _times(cell, "number-columns-repeated")
        formula = cell.get(f"{_TABLE}formula") is not None
        if formula or any(cell.get(name) is not None for name in _VALUES):
            facts.add(number, column, rows, times)
            facts.formulas += formula
            if cell.get(f"{_CALC}value-type") == "error":
                facts.add_without_value(number, column)
            below = _times(cell, "number-rows-spanned")
            if below > 1:
                facts.merged.append(((number, column), (number + below - 1, column)))
        column += times
    return rows


def _times(element: _Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    if not said.isdecimal() or len(said) > _DIGITS:
        raise InputRefused("workbook-broken")
    return max(int(said), 1)
