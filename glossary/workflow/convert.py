"""Texts from one Korean spelling into the other, line by line, so that any length will do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from glossary.errors import InputRefused, UsageError
from glossary.formats.lines import text_lines
from glossary.language.kiwi import kiwi_score, sharpened
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, BANDS, KO_KR, Respelling

STANDARD = "-"


@dataclass(frozen=True, slots=True)
class ConvertedLine:
    """A line as it was, its number from 1, where it starts in the text, and its respellings,
    whose offsets are those of the line."""

    number: int
    start: int
    text: str
    respellings: tuple[Respelling, ...]

    def converted(self, band: str = APPLY) -> str:
        """The line with the respellings up to this band."""
        bands = BANDS[: BANDS.index(band) + 1]
        return applied(self.text, [each for each in self.respellings if each.band in bands])

    def in_text(self) -> tuple[Respelling, ...]:
        """The respellings with offsets of the whole text."""
        return tuple(
            replace(each, start=self.start + each.start, end=self.start + each.end)
            for each in self.respellings
        )


def convert_file(
    path: str, encoding: str = "", to: str = KO_KR, *, analyser: bool = False
) -> Iterator[ConvertedLine]:
    """The lines of a file, "-" for standard input, with their respellings for a variety.

    With `analyser` Kiwi has a say in what is only likely for ko-KR. Raises InputRefused with the
    file's name, as an import does, and UsageError where Kiwi is not installed.
    """
    score = _kiwi() if analyser else None
    start = 0
    try:
        with _opened(path) as stream:
            for number, line in enumerate(text_lines(stream, encoding), 1):
                found = respell(line, to)
                if score is not None:
                    found = sharpened(line, found, score)
                yield ConvertedLine(number, start, line, found)
                start += len(line)
    except InputRefused as error:
        raise InputRefused(error.code, **{**error.fields, "file": path}) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused("file-unreadable", file=path, detail=detail) from error


def _kiwi() -> Callable[[str], float]:
    try:
        return kiwi_score()
    except ImportError as error:
        raise UsageError("analyser-missing") from error


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    with open(path, "rb") as stream:
        yield stream
