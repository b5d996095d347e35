"""Review lists: tables of proposed concepts that a person accepts or declines row by row.

The headings are those of a glossary's tables, so that a list can be imported as it is; columns that
only tell something begin with "#" and are passed over. One of these, in any language, is for the
answer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from glossary.errors import InputRefused, UsageError
from glossary.formats import delimited, plain_table, workbook
from glossary.formats.columns import REMARK, read_header, trimmed
from glossary.formats.plain_table import Rows
from glossary.formats.rows import ReadOptions, RefusedRow, Row
from glossary.formats.table_rows import RowReader
from glossary.texts.sentences import LANGUAGES, sentence

_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "o",
        "ok",
        "예",
        "네",
        "응",
        "승인",
        "채택",
        "是",
        "对",
        "采纳",
        "接受",
        "√",
        "✓",
        "✔",
        "○",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "아니오",
        "아니요",
        "아니",
        "거절",
        "기각",
        "否",
        "不",
        "不是",
        "拒绝",
        "×",
        "✗",
        "✘",
    ]
)
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_TABS = (".tsv", ".tab")
_WRITTEN = (".xlsx", ".csv")


class Answered(NamedTuple):
    """A row of a list, and whether it was accepted: None where there is no answer yet."""

    accepted: bool | None
    row: Row | RefusedRow


def read(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Answered]:
    """The rows of a list, by the suffix of its name a workbook, TSV or else CSV.

    Raises InputRefused for the file as a whole, also where no column is for the answer.
    """
    if name.lower().endswith(_WORKBOOKS):
        with workbook.table(stream, options) as (header, rows):
            yield from answered(header, rows, options)
    else:
        delimiter = "\t" if name.lower().endswith(_TABS) else ","
        yield from answered(*delimited.table(stream, options, delimiter), options)


def answered(
    header: list[str], rows: Iterable[tuple[int, list[str] | str]], options: ReadOptions
) -> Iterator[Answered]:
    """The rows of a table with their answers. Raises InputRefused."""
    headings = trimmed(header)
    place = next((at for at, each in enumerate(headings) if _is_answer(each)), -1)
    if place < 0:
        raise InputRefused("extract-no-answers", found=", ".join(headings))
    reader = RowReader(read_header(header, options), len(headings), options.split)
    for line, row in rows:
        if isinstance(row, str):
            yield Answered(True, RefusedRow(line, row))
            continue
        found = reader.read(line, row)
        if found is None:
            continue
        said = row[place].strip() if place < len(row) else ""
        if not said:
            yield Answered(None, found)
        elif said.casefold() in _YES | _NO:
            yield Answered(said.casefold() in _YES, found)
        else:
            refused = RefusedRow(
                *(line, "extract-answer-unclear", {"value": said}), column=headings[place]
            )
            yield Answered(True, refused)


def check_name(name: str) -> None:
    """Raise UsageError for a file that no list can be written to, by the suffix of its name."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix not in _WRITTEN:
        raise UsageError("format-unknown", name=suffix or name, known=", ".join(_WRITTEN))


def write(stream: BinaryIO, name: str, rows: Rows) -> None:
    """Write a list as a workbook or as CSV, by the suffix of its name."""
    if name.lower().endswith(".xlsx"):
        plain_table.write_xlsx(stream, rows)
    else:
        plain_table.write_csv(stream, rows)


def _is_answer(heading: str) -> bool:
    plain = heading.removeprefix(REMARK).strip().casefold()
    return heading.startswith(REMARK) and plain in _answers()


def _answers() -> set[str]:
    said = (sentence("extract-column-accept", language) for language in LANGUAGES)
    return {each.removeprefix(REMARK).strip().casefold() for each in said}
