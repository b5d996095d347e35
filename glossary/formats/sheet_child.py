"""A process that reads one workbook: what the library does with a broken one is done to it alone.

Started by `sheets` as a script; it imports nothing of ours. It is told the file on its standard
input, its length first. It answers in lines of JSON: [name, is a table, is shown] of all sheets;
and whenever it is then told the name of one, its first column and its merged cells, [texts,
columns that are no texts] for each row, and null. It ends with BROKEN or ENCRYPTED, or is ended.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

BROKEN, ENCRYPTED = 3, 4
_MEMORY = 1536 * 1024 * 1024  # bytes of addresses, as against a mistake of the checks before
_SECONDS = 60
_MIDNIGHT = dt.time(0)
_EXACT = 2**53  # up to it, every whole number is a number of a spreadsheet


def main() -> None:
    """Answer for one workbook."""
    with suppress(ImportError, ValueError, OSError):  # not on every platform
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    from python_calamine import PasswordError

    try:
        _answer(sys.stdin.buffer, sys.stdout.buffer)
    except PasswordError:
        sys.exit(ENCRYPTED)
    except BaseException:  # noqa: BLE001  # a panic of the library is no Exception
        sys.exit(BROKEN)


def _answer(told: BinaryIO, said: BinaryIO) -> None:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    size = int.from_bytes(told.read(8), "big")
    book = CalamineWorkbook.from_filelike(BytesIO(told.read(size)))
    sheets = [
        (each.name, each.typ == SheetTypeEnum.WorkSheet, each.visible == SheetVisibleEnum.Visible)
        for each in book.sheets_metadata
    ]
    _say(said, sheets)
    said.flush()
    for name in told:
        _say_sheet(book.get_sheet_by_name(json.loads(name)), said)
        said.flush()


def _say_sheet(sheet: CalamineSheet, said: BinaryIO) -> None:
    _say(said, sheet.start[1] if sheet.start else 0)
    _say(said, sheet.merged_cell_ranges or [])
    for values in sheet.iter_rows():
        other = [place for place, value in enumerate(values) if not isinstance(value, str)]
        if other:
            values = [value if isinstance(value, str) else _text(value) for value in values]
        _say(said, (values, other))
    _say(said, None)


def _say(said: BinaryIO, value: object) -> None:
    said.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def _text(value: object) -> str:
    """A number, date or truth value as a spreadsheet shows it without a format of its own."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, dt.datetime):
        value = value.date() if value.time() == _MIDNIGHT else value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    main()
