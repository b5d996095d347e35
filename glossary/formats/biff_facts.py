"""What is in the sheets of an XLS workbook (BIFF8 and BIFF5 records, [MS-XLS])."""

from __future__ import annotations

import io
from collections.abc import Iterator
from struct import error as struct_error
from struct import unpack_from

import olefile

from glossary.errors import InputRefused
from glossary.formats.sheet_facts import SheetFacts

_BEGIN, _SHEET, _PASSWORD, _FORMULA, _ERROR = 0x809, 0x85, 0x2F, 0x06, 0x205
_NUMBER, _LABEL, _SHARED, _RK, _RICH = 0x203, 0x204, 0xFD, 0x27E, 0xD6
_ROW_OF_NUMBERS = 0xBD
_CELLS = frozenset((_FORMULA, _ERROR, _NUMBER, _LABEL, _SHARED, _RK, _RICH, _ROW_OF_NUMBERS))
_PARTS = ("Workbook", "Book")


def facts(data: bytes) -> list[SheetFacts]:
    """The sheets in their order. Raises InputRefused for an encrypted or broken workbook."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            if container.exists("EncryptedPackage"):
                raise InputRefused("workbook-encrypted")
            part = next(filter(container.exists, _PARTS), "")
            if not part:
                raise InputRefused("file-not-workbook")
            return _facts(container.openstream(part).read())
    except (OSError, ValueError, IndexError, struct_error, RecursionError) as error:
        raise InputRefused("workbook-broken") from error


def _facts(book: bytes) -> list[SheetFacts]:
    sheets: dict[int, SheetFacts] = {}
    current: SheetFacts | None = None
    for start, kind, size in _records(book):
        body = start + 4
        if kind in _CELLS and current is not None:
            _count(current, book, kind, body, size)
        elif kind == _BEGIN:
            current = sheets.get(start)
        elif kind == _SHEET:
            (place,) = unpack_from("<I", book, body)
            sheets[place] = SheetFacts(str(len(sheets) + 1))
        elif kind == _PASSWORD:
            raise InputRefused("workbook-encrypted")
    return list(sheets.values())


def _records(book: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record's place, kind and size."""
    place, last = 0, len(book) - 4
    while place <= last:
        kind, size = unpack_from("<HH", book, place)
        yield place, kind, size
        place += 4 + size


def _count(sheet: SheetFacts, book: bytes, kind: int, body: int, size: int) -> None:
    row, column = unpack_from("<HH", book, body)
    width = 1
    if kind == _ROW_OF_NUMBERS:
        (last,) = unpack_from("<H", book, body + size - 2)
        width = max(last - column + 1, 1)
    sheet.add(row, column, columns=width)
    if kind == _FORMULA:
        sheet.formulas += 1
        if book[body + 6] == 2 and book[body + 12 : body + 14] == b"\xff\xff":
            sheet.add_without_value(row, column)
    elif kind == _ERROR and book[body + 7]:
        sheet.add_without_value(row, column)
