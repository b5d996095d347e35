"""The forms of documents that are read for their text; a form is one entry in FORMS.

Readers are named, not imported: listing the forms loads none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats.passages import Passage
from glossary.formats.registry import load
from glossary.formats.rows import ReadOptions


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """One form: its name, file suffixes and label, and where its reader is, as "module.function".

    `running` says that offsets count in the file's text, `pairs` that each text has its variety.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str
    reader: str
    running: bool = False
    pairs: bool = False

    def read(self, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Passage]:
        """The passages of a file, one at a time. Raises InputRefused where the file cannot be
        read, also between two passages."""
        found: Iterator[Passage] = load(self.reader)(stream, options or ReadOptions())
        return found


# The suffixes of HWP 5 and Word 97 stand with their successors, whose readers say what the file is.
FORMS = (
    DocumentForm("text", (".txt", ".text", ""), "Text", "plain_text.read", running=True),
    DocumentForm("md", (".md", ".markdown"), "Markdown", "markdown_blocks.read", running=True),
    DocumentForm("html", (".html", ".htm", ".xhtml"), "HTML", "html_passages.read", running=True),
    DocumentForm("docx", (".docx", ".docm", ".dotx", ".doc"), "Word", "docx.read"),
    DocumentForm("hwpx", (".hwpx", ".hwtx", ".hwp"), "Hangul", "hwpx.read"),
    DocumentForm("xlsx", (".xlsx", ".xlsm", ".xls", ".ods"), "Excel", "cell_passages.read"),
    DocumentForm("cells", (), "Excel, cells", "cell_passages.read_cells"),
    DocumentForm("tmx", (".tmx",), "TMX", "pair_passages.read_tmx", pairs=True),
    DocumentForm(
        "jsonl", (".jsonl", ".ndjson"), "JSON Lines", "pair_passages.read_jsonl", pairs=True
    ),
    DocumentForm("csv", (".csv",), "CSV", "pair_passages.read_csv", pairs=True),
    DocumentForm("tsv", (".tsv", ".tab"), "TSV", "pair_passages.read_tsv", pairs=True),
)


def named(name: str) -> DocumentForm:
    """The form of this name. Raises UsageError, naming the known ones."""
    for each in FORMS:
        if each.name == name.lower():
            return each
    raise _unknown(name)


def of_file(path: str) -> DocumentForm:
    """The form that a file's suffix tells; a name without one is of a text. Raises UsageError,
    naming the known forms."""
    suffix = os.path.splitext(path)[1].lower()
    for each in FORMS:
        if suffix in each.suffixes:
            return each
    raise _unknown(suffix)


def _unknown(name: str) -> UsageError:
    return UsageError("format-unknown", name=name, known=", ".join(each.name for each in FORMS))
