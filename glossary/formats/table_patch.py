"""A delimited table with some of its cells changed, everything else as it was to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from glossary.formats import cells
from glossary.formats.columns import read_header
from glossary.formats.delimited import records_in, table
from glossary.formats.lines import TextEncoding
from glossary.formats.rows import ReadOptions

Change = tuple[str, str]
"""A text as it is, and as it is to be."""


def patched(
    stream: BinaryIO,
    options: ReadOptions,
    delimiter: str,
    changes: Mapping[int, Mapping[str, Change]],
    told: TextEncoding,
) -> Iterator[str]:
    """The records of a table that can be read twice, as they stand in the file; `changes` has for
    the line where a record begins the texts to change by their varieties. `told` is filled in.
    Raises InputRefused for the file as a whole."""
    header, _ = table(stream, options, delimiter)
    places = {
        each.variety: each.place
        for each in read_header(header, options)
        if each.variety and not each.detail
    }
    stream.seek(0)
    records = records_in(stream, options, delimiter, told)
    for line, _ in records:
        wanted = changes.get(line)
        if wanted:
            of_place = {places[variety]: change for variety, change in wanted.items()}
            yield _changed(records.raw, records.delimiter, of_place)
        else:
            yield records.raw


def _changed(raw: str, delimiter: str, changes: Mapping[int, Change]) -> str:
    """A record with these cells changed, the others and its line end as they were."""
    body = raw.rstrip("\r\n")
    written = _cells(body, delimiter)
    for place, (old, new) in changes.items():
        written[place] = _cell(written[place], delimiter, old, new)
    return delimiter.join(written) + raw[len(body) :]


def _cells(body: str, delimiter: str) -> list[str]:
    """The cells of a record as they are written; a delimiter between quotation marks parts none."""
    found, start, quoted = [], 0, False
    for at, char in enumerate(body):
        # Of two marks that stand for one the first ends the quotation, the second goes on with it.
        if char == '"' and (quoted or at == start or body[start] == '"'):
            quoted = not quoted
        elif char == delimiter and not quoted:
            found.append(body[start:at])
            start = at + 1
    return [*found, body[start:]]


def _cell(written: str, delimiter: str, old: str, new: str) -> str:
    """A cell with its text changed; it is quoted where it was, or has to be."""
    quoted = written.startswith('"')
    text = written[1:-1].replace('""', '"') if quoted else written
    text = text.replace(old, new, 1) if old in text else cells.guard(new)
    if quoted or delimiter in text or '"' in text:
        return '"' + text.replace('"', '""') + '"'
    return text
