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
from glossary.formats.rows import Heading, Item, ReadOptions, Written
from glossary.model import Concept


@dataclass(frozen=True, slots=True)
class Format:
    """One form: its name, file suffixes and label, and where its reader and writer are, as
    "module.function"; one that is only read or only written has no other.

    `lossless` says that a concept comes back whole; where it is false, what the form has no place
    for is left out. `pair` says that it is written from one variety into one other. `whole` says
    that its files are read whole and not line by line.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str
    reader: str = ""
    writer: str = ""
    lossless: bool = False
    pair: bool = False
    whole: bool = False

    def read(self, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Item]:
        """The rows of a file, one at a time, each with its line.

        Raises UsageError for a form that is only written; InputRefused where the file as a whole
        cannot be read, also between two rows.
        """
        if not self.reader:
            raise UsageError("format-not-read", name=self.name, known=_known("reader"))
        found: Iterator[Item] = load(self.reader)(stream, options or ReadOptions())
        return found

    def write(
        self, stream: BinaryIO, concepts: Iterable[Concept], heading: Heading | None = None
    ) -> Written:
        """Write concepts and answer how many; `concepts` may be gone through more than once.

        Raises UsageError for a form that is only read, and for one that needs a pair of varieties
        where the heading names none; InputRefused for a concept that it has no room for.
        """
        heading = heading or Heading()
        if not self.writer:
            raise UsageError("format-not-written", name=self.name, known=_known("writer"))
        if self.pair and len(heading.varieties) != len(("source", "target")):
            raise UsageError("format-needs-pair", name=self.name)
        written: Written = load(self.writer)(stream, concepts, heading)
        return written


def load(name: str) -> Any:
    """The reader or writer that is named so."""
    module, _, function = name.partition(".")
    return getattr(import_module(f"glossary.formats.{module}"), function)


FORMATS = (
    Format("csv", (".csv",), "CSV", "delimited.read_csv", "delimited.write_csv"),
    Format("tsv", (".tsv", ".tab"), "TSV", "delimited.read_tsv", "delimited.write_tsv"),
    Format("jsonl", (".jsonl", ".ndjson"), "JSON Lines", "jsonl.read", "jsonl.write", True),
    Format(
        *("xlsx", (".xlsx", ".xlsm"), "Excel", "workbook.read", "workbook_writer.write"),
        whole=True,
    ),
    Format("xls", (".xls",), "Excel 97", "workbook.read", whole=True),
    Format("ods", (".ods",), "OpenDocument", "workbook.read", whole=True),
    Format(
        *("omegat", (".txt", ".utf8"), "OmegaT", "omegat.read", "omegat.write"),
        pair=True,
    ),
    Format("tbx", (".tbx",), "TBX", "tbx.read", whole=True),
    Format("md", (".md",), "Markdown", writer="markdown.write"),
    Format("html", (".html", ".htm"), "HTML", writer="web_page.write"),
    Format("anki", (), "Anki", writer="anki.write", pair=True),
    Format("deepl", (), "DeepL", writer="deepl.write", pair=True),
)


def named(name: str) -> Format:
    """The form of this name. Raises UsageError, naming the known ones."""
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise UsageError("format-unknown", name=name, known=_known("name"))


def of_file(path: str) -> Format:
    """The form that a file's suffix tells. Raises UsageError, naming the known forms."""
    suffix = os.path.splitext(path)[1].lower()
    for each in FORMATS:
        if suffix in each.suffixes:
            return each
    raise UsageError("format-unknown", name=suffix or path, known=_known("name"))


def _known(what: str) -> str:
    """The names of the forms that have a reader, a writer, or a name."""
    return ", ".join(each.name for each in FORMATS if getattr(each, what))
