"""Files of pairs as passages: each text of each unit, with its variety. What a memory could not
take in is passed over, as an import passes over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats import memory_registry
from glossary.formats.passages import Passage, Place
from glossary.formats.rows import ReadOptions, UnitItem, UnitRow


def read_tmx(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a TMX file. Raises InputRefused for the file as a whole."""
    return _texts(memory_registry.named("tmx").read(stream, options))


def read_jsonl(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a memory in JSON Lines. Raises InputRefused for the file as a whole."""
    return _texts(memory_registry.named("jsonl").read(stream, options))


def read_csv(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a CSV file. Raises InputRefused for the file as a whole."""
    return _texts(memory_registry.named("csv").read(stream, options))


def read_tsv(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a TSV file. Raises InputRefused for the file as a whole."""
    return _texts(memory_registry.named("tsv").read(stream, options))


def read_workbook(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The texts of a sheet. Raises InputRefused for the file as a whole."""
    return _texts(memory_registry.named("xlsx").read(stream, options))


def _texts(items: Iterable[UnitItem]) -> Iterator[Passage]:
    for item in items:
        if isinstance(item, UnitRow):
            place = Place(code="place-unit", number=item.line)
            for text in item.unit.texts:
                yield Passage(text.text, place, variety=text.variety)
