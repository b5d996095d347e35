"""What is in the sheets of an XLSX workbook (ECMA-376, SpreadsheetML)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from glossary.errors import InputRefused
from glossary.formats import archives
from glossary.formats.sheet_facts import SheetFacts

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_COLUMN = re.compile("[A-Za-z]{1,3}")
_A = ord("A") - 1
_LETTERS = 26
_DIGITS = 8


def facts(archive: ZipFile) -> list[SheetFacts]:
    """The sheets in their order, or none where it is another kind of archive.

    Every part of it is looked at: which of them the library reads is its own affair.
    """
    if _WORKBOOK not in archive.namelist():
        return []
    parts = {}
    for name in filter(archives.is_xml, archive.namelist()):
        parts[name] = SheetFacts(posixpath.basename(name))
        _count_rows(archive, name, parts[name])
    named = []
    relations = _relations(archive) if _RELATIONS in parts else {}
    for sheet, relation in _sheets(archive):
        part = relations.get(relation, "")
        named.append(parts.pop(part, SheetFacts(sheet)))
        named[-1].name = sheet
    return [*named, *parts.values()]


def _sheets(archive: ZipFile) -> list[tuple[str, str]]:
    """The names of the sheets with their relations."""
    found = archives.elements(archive, _WORKBOOK, "{*}sheet")
    return [(each.get("name", ""), _id(each.attrib)) for each in found]


def _id(attributes: Mapping[Any, Any]) -> str:
    return next((str(v) for k, v in attributes.items() if str(k).rpartition("}")[2] == "id"), "")


def _relations(archive: ZipFile) -> dict[str, str]:
    """Which part of the archive each relation leads to."""
    found = {}
    for each in archives.elements(archive, _RELATIONS, "{*}Relationship"):
        target = each.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found[each.get("Id", "")] = posixpath.normpath(path)
    return found


def _count_rows(archive: ZipFile, name: str, facts: SheetFacts) -> None:
    """Count the cells of a part. They stand in rows; those that do not are looked for too."""
    row = 0
    for element in archives.elements(archive, name, "{*}row", "{*}sheetData"):
        said = element.get("r", "")
        row = _number(said) if said else row + 1
        for each in (*element.itersiblings(preceding=True), element):
            row = _count_cells(each, row, facts)


def _count_cells(element: _Element, row: int, facts: SheetFacts) -> int:
    """Count the cells of a row, whose number is from 1; the last cell may say another."""
    digits = str(row)
    column = cells = last = 0
    for cell in element.iter("{*}c"):
        said = cell.get("r")
        column += 1
        if said:
            letters = said.rstrip("0123456789")
            column = _column(letters)
            if said[len(letters) :] != digits:
                digits = said[len(letters) :]
                row = _number(digits)
                facts.rows = max(facts.rows, row)
        if not len(cell):
            continue  # a format and no value
        cells += 1
        last = max(last, column)
        if cell[0].tag.endswith("}f") or cell.get("t") == "e":
            _count_formula(cell, row, column, facts)
    if cells:
        facts.add(row - 1, 0, columns=cells)
        facts.columns = max(facts.columns, last)
    return row


def _count_formula(cell: _Element, row: int, column: int, facts: SheetFacts) -> None:
    tags = [each.tag.rpartition("}")[2] for each in cell]
    facts.formulas += "f" in tags
    if "v" not in tags or cell.get("t") == "e":
        facts.add_without_value(row - 1, column - 1)


def _number(digits: str) -> int:
    """The number of a row. Raises InputRefused where it is none."""
    if not digits.isdecimal() or not 0 < len(digits) < _DIGITS:
        raise InputRefused("workbook-broken")
    return int(digits)


@lru_cache(1024)
def _column(letters: str) -> int:
    """The number of a column, from 1."""
    if not _COLUMN.fullmatch(letters):
        raise InputRefused("workbook-broken")
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - _A
    return column
