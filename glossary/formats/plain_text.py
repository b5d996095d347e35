"""Plain text as passages: a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats.lines import TextEncoding, text_lines
from glossary.formats.passages import Passage, Place
from glossary.formats.rows import ReadOptions

LONGEST = 64 * 1024 * 1024
"""The most bytes of a text that has to be held whole, since its end says how to read it."""

_ENDS = "\r\n"
_PIECE = 1024 * 1024


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The lines that are not blank. Raises InputRefused for what is no text."""
    start = 0
    for number, line in enumerate(checked_lines(stream, options.encoding), 1):
        text = line.rstrip(_ENDS)
        if text.strip():
            yield Passage(text, Place(code="place-line", number=number), start)
        start += len(line)


def checked_lines(
    stream: BinaryIO, encoding: str, told: TextEncoding | None = None
) -> Iterator[str]:
    """The lines of a text with their ends; one that holds a NUL character is none. `told` is
    filled in with how they are written.

    Raises InputRefused: document-nul, and what `text_lines` raises.
    """
    for number, line in enumerate(text_lines(stream, encoding, told), 1):
        if "\0" in line:
            raise InputRefused("document-nul", line=number)
        yield line


def whole(stream: BinaryIO) -> bytes:
    """All bytes of a text. Raises InputRefused for more than LONGEST."""
    pieces: list[bytes] = []
    length = 0
    for piece in iter(lambda: stream.read(_PIECE), b""):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST:
            raise InputRefused("document-too-large", most=LONGEST // 1024 // 1024)
    return b"".join(pieces)
