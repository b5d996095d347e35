"""Tables as text: CSV (RFC 4180) and TSV, one concept a row under a line of headings.

UTF-8; a written CSV begins with the byte order mark by which Excel knows it, a TSV does not.
Invariant: a quotation mark out of place is a refusal with its line; it never swallows rows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats.columns import numbered, read_header, trimmed
from glossary.formats.lines import TextEncoding, text_lines
from glossary.formats.rows import Heading, Item, ReadOptions, RefusedRow, Written
from glossary.formats.table_rows import RowReader, cells_of, columns_for
from glossary.model import Concept

_SEP = re.compile(r"sep=(.)\s*")  # Excel's own way to name the separator, in the first line

ROW_LINES = 1_000
ROW_LIMIT = 8 * 1024 * 1024
"""The most lines and characters of one row: a quotation mark that is never closed reaches them."""


def read_csv(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """The rows of a CSV file. Raises InputRefused for the file as a whole."""
    return _read(stream, options, ",")


def read_tsv(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """The rows of a TSV file. Raises InputRefused for the file as a whole."""
    return _read(stream, options, "\t")


def write_csv(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write a CSV file that Excel opens as UTF-8."""
    return _write(stream, concepts, heading, ",", "utf-8-sig")


def write_tsv(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write a TSV file."""
    return _write(stream, concepts, heading, "\t", "utf-8")


class Records:
    """The records of a table, each with the line where it begins; a broken one has a code.

    `raw` is the record just given as it stands in the file, `delimiter` what parts its cells.
    """

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self.delimiter = delimiter
        self._read: list[str] = []
        # The limit holds for the whole process; rows are kept below it by _feed.
        csv.field_size_limit(max(csv.field_size_limit(), ROW_LIMIT))
        self._lines = lines
        self._reader = csv.reader(self._feed(), delimiter=delimiter, strict=True)
        self._line, self._start, self._size = 0, 1, 0
        self._ended = self._endless = False

    def __iter__(self) -> Iterator[_Record]:
        while True:
            self._start, self._size = self._line + 1, 0
            self._read.clear()
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error:
                yield self._start, self._why_broken()
            else:
                yield self._start, cells

    @property
    def raw(self) -> str:
        """The record just given, with its line end."""
        return "".join(self._read)

    @property
    def several_lines(self) -> bool:
        """Whether the record just given runs over more than one line."""
        return self._line > self._start

    def _why_broken(self) -> str:
        if self._endless:
            return "row-endless"
        return "quote-open" if self._ended else "quote-stray"

    def _feed(self) -> Iterator[str]:
        for line in self._lines:
            self._line += 1
            self._size += len(line)
            if self._line - self._start >= ROW_LINES or self._size > ROW_LIMIT:
                self._endless = True
                break
            self._read.append(line)
            yield line
        self._ended = True


def _read(stream: BinaryIO, options: ReadOptions, delimiter: str) -> Iterator[Item]:
    header, rest = table(stream, options, delimiter)
    reader = RowReader(read_header(header, options), len(trimmed(header)), options.split)
    for line, cells in rest:
        if isinstance(cells, str):
            yield RefusedRow(line, cells)
            continue
        row = reader.read(line, cells)
        if row is not None:
            yield row


def table(
    stream: BinaryIO, options: ReadOptions, delimiter: str
) -> tuple[list[str], Iterator[_Record]]:
    """The headings of a table, and its rows: each with its line, and its cells or the code of why
    they cannot be read. Raises InputRefused for the file as a whole."""
    records = records_in(stream, options, delimiter)
    header, rest = _header(records, options)
    return header, _whole(records, len(header), rest)


def records_in(
    stream: BinaryIO, options: ReadOptions, delimiter: str, told: TextEncoding | None = None
) -> Records:
    """All records of a table, with what stands above its headings. `told` is filled in. Raises
    InputRefused for the file as a whole."""
    lines = text_lines(stream, options.encoding, told)
    first = next(lines)
    said = _SEP.fullmatch(first)
    return Records(chain([first], lines), said[1] if said else _delimiter(first, delimiter))


def _whole(records: Records, width: int, rest: Iterable[_Record]) -> Iterator[_Record]:
    """The rows, but for those that a stray quotation mark made of several."""
    for line, cells in rest:
        if not isinstance(cells, str) and records.several_lines and len(cells) < width:
            # Our own rows are never short: most likely the text between two stray marks.
            yield line, "quote-suspect"
        else:
            yield line, cells


_Record = tuple[int, list[str] | str]


def _header(records: Records, options: ReadOptions) -> tuple[list[str], Iterator[_Record]]:
    """The headings, from the first record that is not blank, and the records that follow."""
    following = iter(records)
    for line, cells in following:
        if line <= options.skip or (line == 1 and _SEP.fullmatch(records.raw)):
            continue
        if isinstance(cells, str):
            raise InputRefused("header-broken", line=line)
        if any(map(str.strip, cells)):
            if options.header:
                return cells, following
            return numbered(len(cells)), chain([(line, cells)], following)
    raise InputRefused("file-empty")


def _delimiter(header: str, usual: str) -> str:
    """What stands between the headings: some countries' Excel writes CSV with other signs."""
    return next((each for each in (usual, "\t", ";") if each in header), usual)


def _write(
    stream: BinaryIO, concepts: Iterable[Concept], heading: Heading, delimiter: str, encoding: str
) -> Written:
    columns = columns_for(concepts, heading)
    text = io.TextIOWrapper(stream, encoding, newline="")
    try:
        writer = csv.writer(text, delimiter=delimiter)
        writer.writerow(column.name for column in columns)
        count = 0
        for concept in concepts:
            writer.writerow(cells_of(concept, columns))
            count += 1
        text.flush()
        return Written(count)
    finally:
        text.detach()
