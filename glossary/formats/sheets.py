"""The sheets of a workbook, through the library that reads them, and which of them is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from glossary.errors import InputRefused
from glossary.formats.rows import Remark
from glossary.formats.sheet_cells import Cells, Values
from glossary.formats.sheet_facts import SheetFacts


@contextmanager
def _library_errors() -> Iterator[None]:
    """What the library raises, as a refusal. A panic of it is no Exception."""
    try:
        yield
    except PasswordError as error:
        raise InputRefused("workbook-encrypted") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise InputRefused("workbook-broken") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise InputRefused("workbook-broken") from error
        raise


class Sheets:
    """The sheets that hold a table. Raises InputRefused for a workbook that cannot be opened."""

    def __init__(self, stream: BinaryIO, facts: Sequence[SheetFacts]) -> None:
        with _library_errors():
            self._book = CalamineWorkbook.from_filelike(stream)
            found = self._book.sheets_metadata
        self._facts = dict(zip((each.name for each in found), facts, strict=False))
        tables = [each for each in found if each.typ == SheetTypeEnum.WorkSheet]
        self._names = [each.name for each in tables]
        self._hidden = {each.name for each in tables if each.visible != SheetVisibleEnum.Visible}

    def cells(self, name: str) -> Cells:
        """The cells of the sheet that is named, else of the only one shown that holds something.

        Raises InputRefused: sheet-missing, sheets-several, sheets-hidden, file-empty.
        """
        name = self._named(name) if name else self._only()
        with _library_errors():
            sheet = self._book.get_sheet_by_name(name)
            merged = sheet.merged_cell_ranges or self._facts_of(name).merged
            left = sheet.start[1] if sheet.start else 0
        return Cells(name, self._facts_of(name), _values(sheet.iter_rows()), left, merged)

    def remarks(self, name: str) -> Iterator[Remark]:
        """What of the workbook is not read, or may not be what it seems."""
        unread = [each for each in self._filled(self._names) if each != name]
        if unread:
            yield Remark("sheets-unread", {"names": ", ".join(unread)}, sheet=name)
        formulas = self._facts_of(name).formulas
        if formulas:
            yield Remark("cells-computed", {"count": formulas}, sheet=name)

    def _named(self, name: str) -> str:
        wanted = unicodedata.normalize("NFC", name)
        for each in self._names:
            if unicodedata.normalize("NFC", each) == wanted:
                return each
        raise InputRefused("sheet-missing", sheet=name, known=", ".join(self._names))

    def _only(self) -> str:
        filled = self._filled(self._names)
        shown = [each for each in filled if each not in self._hidden]
        if len(shown) > 1:
            raise InputRefused("sheets-several", known=", ".join(shown))
        if filled and not shown:
            raise InputRefused("sheets-hidden", known=", ".join(filled))
        if not shown:
            raise InputRefused("file-empty")
        return shown[0]

    def _filled(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if self._facts_of(name).cells]

    def _facts_of(self, name: str) -> SheetFacts:
        return self._facts.get(name) or SheetFacts(name)


def _values(rows: Iterable[object]) -> Iterator[Values]:
    with _library_errors():
        yield from cast(Iterable[Values], rows)
