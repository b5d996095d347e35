"""The forms a memory can be read from and written to; a form is one entry in FORMATS.

Readers and writers are named, not imported: listing the forms loads none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats.registry import load
from glossary.formats.rows import ReadOptions, UnitItem
from glossary.model import PlainUnit


@dataclass(frozen=True, slots=True)
class MemoryFormat:
    """One form: its name, file suffixes and label, and where its reader and writer are, as
    "module.function"; one that is only read has no writer."""

    name: str
    suffixes: tuple[str, ...]
    label: str
    reader: str
    writer: str = ""
    lossless: bool = False

    def read(self, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[UnitItem]:
        """The units of a file, one at a time, each with its line. Raises InputRefused where the
        file as a whole cannot be read, also between two units."""
        found: Iterator[UnitItem] = load(self.reader)(stream, options or ReadOptions())
        return found

    def write(self, stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
        """Write units, which may be gone through more than once, and answer how many; `source` is
        the variety they were translated from. Raises UsageError for a form that is only read."""
        written: int = load(self.checked_writer().writer)(stream, units, source)
        return written

    def checked_writer(self) -> MemoryFormat:
        """This form, which can be written. Raises UsageError for one that is only read."""
        if not self.writer:
            known = ", ".join(each.name for each in FORMATS if each.writer)
            raise UsageError("format-not-written", name=self.name, known=known)
        return self


FORMATS = (
    MemoryFormat("tmx", (".tmx",), "TMX", "tmx.read", "tmx_writer.write", True),
    MemoryFormat(
        "jsonl", (".jsonl", ".ndjson"), "JSON Lines", "unit_jsonl.read", "unit_jsonl.write", True
    ),
    MemoryFormat("csv", (".csv",), "CSV", "unit_tables.read_csv", "unit_tables.write_csv"),
    MemoryFormat("tsv", (".tsv", ".tab"), "TSV", "unit_tables.read_tsv", "unit_tables.write_tsv"),
    MemoryFormat("xlsx", (".xlsx", ".xlsm", ".xls", ".ods"), "Excel", "unit_tables.read_workbook"),
)


def named(name: str) -> MemoryFormat:
    """The form of this name. Raises UsageError, naming the known ones."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise _unknown(name)


def of_file(path: str) -> MemoryFormat:
    """The form that a file's suffix tells. Raises UsageError, naming the known forms."""
    suffix = os.path.splitext(path)[1].lower()
    for each in FORMATS:
        if suffix in each.suffixes:
            return each
    raise _unknown(suffix or path)


def _unknown(name: str) -> UsageError:
    return UsageError("format-unknown", name=name, known=", ".join(each.name for each in FORMATS))
