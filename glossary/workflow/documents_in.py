"""The segments of files that are to be translated: texts, and files of pairs, whose sources they
are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from glossary.errors import InputRefused
from glossary.formats import memory_registry
from glossary.formats.lines import text_lines
from glossary.formats.rows import ReadOptions, UnitRow
from glossary.language.sentences import segments
from glossary.workflow.sources import STANDARD, opened

_TEXT = (".txt", ".text", ".md")


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """A segment with the line where it begins, and its place in it (characters, from 0)."""

    line: int
    start: int
    text: str


def read_segments(
    path: str, variety: str, *, form: str = "", options: ReadOptions | None = None
) -> Iterator[SourceSegment]:
    """The segments of a file ("-" is standard input), one at a time: the sentences of a text, or
    the texts in this variety of a file of pairs.

    Raises InputRefused with the file's name; UsageError for a format that there is not.
    """
    options = options or ReadOptions()
    with named(path), opened(path, "") as stream:
        if not form and is_text(path):
            for number, line in enumerate(text_lines(stream, options.encoding), 1):
                for each in segments(line):
                    yield SourceSegment(number, each.start, each.text)
            return
        found = memory_registry.named(form) if form else memory_registry.of_file(path)
        for item in found.read(stream, options):
            if isinstance(item, UnitRow):
                for text in item.unit.of(variety):
                    yield SourceSegment(item.line, 0, text.text)


def is_text(path: str) -> bool:
    """Whether a file is read as a text, by its name; standard input is."""
    return path == STANDARD or path.lower().endswith(_TEXT) or "." not in path


@contextmanager
def named(path: str) -> Iterator[None]:
    """Errors of a file with its name. Raises InputRefused."""
    try:
        yield
    except InputRefused as error:
        raise InputRefused(error.code, **{**error.fields, "file": path}) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused("file-unreadable", file=path, detail=detail) from error
