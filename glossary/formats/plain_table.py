"""A table of texts and numbers that is nothing but a report: CSV and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import BinaryIO

from glossary.formats.cells import guard

Cell = str | int | Decimal
Rows = Sequence[Sequence[Cell]]


def write_csv(stream: BinaryIO, rows: Rows) -> None:
    """Write a CSV file that Excel opens as UTF-8; no cell is taken for a formula."""
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    try:
        writer = csv.writer(text)
        for row in rows:
            writer.writerow([guard(each) if isinstance(each, str) else each for each in row])
        text.flush()
    finally:
        text.detach()


def write_xlsx(stream: BinaryIO, rows: Rows, head: int = 0) -> None:
    """Write a workbook of one sheet, numbers as numbers and texts as texts; `head` is the place of
    the row with the headings."""
    import xlsxwriter

    written = io.BytesIO()  # an archive that cannot be written to its end complains once more
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        strong = book.add_format({"bold": True, "bottom": 1})
        for number, row in enumerate(rows):
            for place, each in enumerate(row):
                if isinstance(each, str):
                    sheet.write_string(number, place, each, strong if number == head else None)
                else:
                    sheet.write_number(number, place, float(each))
        sheet.freeze_panes(head + 1, 0)
        sheet.autofit()
    stream.write(written.getbuffer())
