"""Files of pairs as passages: each text of each unit, with its variety, whether or not it has a
translation yet. What cannot be read is passed over, and told where the caller wants to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from glossary.formats import memory_registry
from glossary.formats.passages import Passage, Place
from glossary.formats.rows import ReadOptions, RefusedRow, UnitRow


def read_tmx(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a TMX file. Raises InputRefused for the file as a whole."""
    return _texts("tmx", stream, options)


def read_jsonl(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a memory in JSON Lines. Raises InputRefused for the file as a whole."""
    return _texts("jsonl", stream, options)


def read_csv(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a CSV file. Raises InputRefused for the file as a whole."""
    return _texts("csv", stream, options)


def read_tsv(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a TSV file. Raises InputRefused for the file as a whole."""
    return _texts("tsv", stream, options)


def read_workbook(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a sheet. Raises InputRefused for the file as a whole."""
    return _texts("xlsx", stream, options)


def _texts(form: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    for item in memory_registry.named(form).read(stream, replace(options, alone=True)):
        if isinstance(item, UnitRow):
            place = Place(code="place-unit", number=item.line)
            unit = tuple((each.variety, each.text) for each in item.unit.texts)
            for variety, text in unit:
                yield Passage(text, place, variety=variety, unit=unit)
        elif isinstance(item, RefusedRow) and options.refused is not None:
            options.refused.append(item)
