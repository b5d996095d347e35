"""The forms a glossary can be read from and written to; a form is one entry in FORMATS.

Readers and writers are named, not imported: listing the forms loads none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from glossary.errors import UsageError
from glossary.formats.rows import Heading, ReadOptions, RefusedRow, Row
from glossary.model import Concept


@dataclass(frozen=True, slots=True)
class Format:
    """One form: its name, file suffixes and label, and where its reader and writer are.

    `lossless` says that a concept comes back whole; where it is false, what the form has no
    place for is left out.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str
    module: str
    reader: str
    writer: str
    lossless: bool = False

    def read(
        self, stream: BinaryIO, options: ReadOptions | None = None
    ) -> Iterator[Row | RefusedRow]:
        """The rows of a file, one at a time, each with its line.

        Raises InputRefused where the file as a whole cannot be read, also between two rows.
        """
        found: Iterator[Row | RefusedRow] = self._load(self.reader)(
            stream, options or ReadOptions()
        )
        return found

    def write(
        self, stream: BinaryIO, concepts: Iterable[Concept], heading: Heading | None = None
    ) -> int:
        """Write concepts and answer how many; `concepts` may be gone through more than once."""
        return int(self._load(self.writer)(stream, concepts, heading or Heading()))

    def _load(self, function: str) -> Any:
        return getattr(import_module(f"glossary.formats.{self.module}"), function)


FORMATS = (
    Format("csv", (".csv",), "CSV", "delimited", "read_csv", "write_csv"),
    Format("tsv", (".tsv", ".tab"), "TSV", "delimited", "read_tsv", "write_tsv"),
    Format("jsonl", (".jsonl", ".ndjson"), "JSON Lines", "jsonl", "read", "write", lossless=True),
)


def named(name: str) -> Format:
    """The form of this name. Raises UsageError, naming the known ones."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise UsageError("format-unknown", name=name, known=_known())


def of_file(path: str) -> Format:
    """The form that a file's suffix tells. Raises UsageError, naming the known forms."""
    suffix = os.path.splitext(path)[1].lower()
    for each in FORMATS:
        if suffix in each.suffixes:
            return each
    raise UsageError("format-unknown", name=suffix or path, known=_known())


def _known() -> str:
    return ", ".join(each.name for each in FORMATS)
