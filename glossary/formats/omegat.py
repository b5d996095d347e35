"""OmegaT's own glossaries: source, target and comment in columns without headings.

Read in the dialects OmegaT reads: tabs or CSV, comments after "#", a comment that names the
encoding, any byte order mark. A cell is one term. Written as OmegaT writes them: UTF-8 with tabs,
and a comment below the first that names the two varieties, by which we know them again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats.columns import numbered, read_header
from glossary.formats.lines import text_lines
from glossary.formats.pairs import Pairings, comment, one_line
from glossary.formats.rows import Heading, Item, ReadOptions, RefusedRow, Written
from glossary.formats.table_rows import RowReader
from glossary.model import Concept

_FIRST = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
_VARIETIES = re.compile(r"# ([A-Za-z-]+) → ([A-Za-z-]+)\s*")
_WIDTH = 3


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """The entries of a glossary; an empty file has none.

    Raises InputRefused: columns-unnamed where neither the file nor the caller names the varieties.
    """
    reader: RowReader | None = None
    named = {str(_WIDTH): "note"}
    for number, line in enumerate(_lines(stream, options.encoding), 1):
        if line.startswith("#"):
            said = _VARIETIES.fullmatch(line)
            named |= {"1": said[1], "2": said[2]} if said else {}
        elif line.strip():
            reader = reader or _reader(options, named)
            row = _row(number, line, reader)
            if row is not None:
                yield row


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    try:
        yield from text_lines(stream, encoding)
    except InputRefused as error:
        if error.code != "file-empty":
            raise


def _reader(options: ReadOptions, named: dict[str, str]) -> RowReader:
    named = {**named, **options.columns}
    if not {"1", "2"} <= named.keys():
        raise InputRefused("columns-unnamed")
    columns = read_header(numbered(_WIDTH), replace(options, columns=named))
    return RowReader(columns, _WIDTH, plain=True)


def _row(number: int, line: str, reader: RowReader) -> Item | None:
    if "\t" in line:
        return reader.read(number, line.rstrip("\r\n").split("\t"))
    try:
        (cells,) = csv.reader([line], strict=True)
    except (csv.Error, ValueError):
        return RefusedRow(number, "quote-stray", texts=(line.strip()[:80],))
    return reader.read(number, cells)


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write one line for each source and target term that belong together.

    A source that OmegaT would take for a comment is left out: comment.
    """
    pairings = Pairings(concepts, heading)
    first = "# {} → {}".format(*heading.varieties)
    stream.write(f"{_FIRST}\n{first}\n".encode())
    for pairing in pairings:
        for source in pairing.sources:
            if source.text.startswith("#"):
                pairings.left_out["comment"] += 1
                continue
            for target in pairing.targets:
                cells = (source.text, target.text, comment(pairing, target))
                line = "\t".join(map(one_line, cells)).rstrip("\t")
                stream.write(f"{line}\n".encode())
    return Written(pairings.count, pairings.left_out)
