"""A file's bytes as lines of text, none of them longer than LINE_LIMIT.

The encoding is the one a byte order mark tells, else the one the caller or a comment in the first
line names, else UTF-8, always strictly: several encodings take any bytes, so trying one after
another would give wrong text. What another encoding seems to be is only said, in the refusal.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, cast

from glossary.errors import InputRefused, UsageError
from glossary.formats.encodings import likely_encoding

LINE_LIMIT = 4 * 1024 * 1024
"""Characters; a longer line would be held in memory whole before anything could look at it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What these labels stand on is as a rule the larger set of which theirs is a part.
_LARGER = {"euc-kr": "cp949", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}
_GZIP = b"\x1f\x8b"
_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", b"%PDF-")
_SAMPLE = 200  # lines below the first that cannot be read, to tell the encoding by
# How OmegaT and others name it, in a comment.
_DECLARED = re.compile(rb"#[^\r\n]*-\*- *coding: *([A-Za-z0-9_.-]+)")
_SHOWN = 60  # characters of a sample
_UNDECODED = re.compile("[\udc80-\udcff]")


class _Borrowed(io.BufferedReader):
    """A view of a stream that lets its first bytes be looked at; the stream stays the caller's."""

    def close(self) -> None:
        """Leave the stream open."""


@dataclass(slots=True)
class TextEncoding:
    """How a text is written: its byte order mark, if any, and the codec of what follows."""

    mark: bytes = b""
    codec: str = "utf-8"

    def encoded(self, parts: Iterable[str]) -> Iterator[bytes]:
        """Parts of a text as bytes, the mark before them. Raises UsageError for a character that
        the encoding does not have."""
        mark = None
        for part in parts:
            mark = self.mark if mark is None else b""  # known once the first part is
            try:
                yield mark + part.encode(self.codec)
            except UnicodeEncodeError as error:
                char = part[error.start]
                raise UsageError("encoding-lacks", encoding=self.codec, char=char) from None


def text_lines(
    stream: BinaryIO, encoding: str = "", told: TextEncoding | None = None
) -> Iterator[str]:
    """The lines with their line ends as they stand in the file; `told` is filled in with how they
    are written.

    Raises InputRefused: file-empty, file-compressed, file-not-text, encoding-wrong,
    encoding-likely, line-too-long; UsageError for an encoding that does not exist.
    """
    buffered = _Borrowed(cast(Any, stream))  # any readable stream will do
    head = buffered.peek(16)
    if not head:
        raise InputRefused("file-empty")
    check_text_file(head)
    found = _encoding(head, encoding)
    if not found:
        _check_seven_bits(head)
    if told is not None:
        told.mark, told.codec = _written_with(head, found or "utf-8")
    yield from _decoded(buffered, found or "utf-8")


def check_text_file(head: bytes) -> None:
    """Raise InputRefused for what begins as no file of text: file-compressed, file-not-text."""
    if head.startswith(_GZIP):
        raise InputRefused("file-compressed")
    if head.startswith(_SIGNATURES):
        raise InputRefused("file-not-text")


def _written_with(head: bytes, codec: str) -> tuple[bytes, str]:
    """The mark a text begins with, and a codec that writes what follows without another one."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            order = "-be" if mark == codecs.BOM_UTF16_BE else "-le"
            return mark, "utf-8" if name == "utf-8-sig" else name + order
    return b"", "utf-8" if codec.replace("_", "-").lower() == "utf-8-sig" else codec


def _check_seven_bits(head: bytes) -> None:
    """Raise InputRefused for the encodings whose bytes are UTF-8 too, but say something else."""
    if b"\0" in head or b"\x1b" in head:
        likely = likely_encoding(head[: len(head) // 2 * 2])
        if likely:
            sample = _sample(head, likely)
            raise InputRefused("encoding-likely", line=1, encoding=likely, sample=sample)


def _decoded(buffered: io.BufferedReader, encoding: str) -> Iterator[str]:
    try:
        text = io.TextIOWrapper(buffered, encoding, "surrogateescape", newline="")
    except LookupError:
        raise UsageError("encoding-unknown", encoding=encoding) from None
    number = 0
    lines = iter(lambda: text.readline(LINE_LIMIT + 1), "")
    try:
        for number, line in enumerate(lines, 1):
            if len(line) > LINE_LIMIT:
                raise InputRefused("line-too-long", line=number, longest=LINE_LIMIT)
            if _UNDECODED.search(line):
                raise _undecoded(number, encoding, [line, *islice(lines, _SAMPLE)])
            yield line
    except UnicodeError:  # some codecs raise no more than that, as does UTF-16 without its mark
        raise InputRefused("encoding-wrong", line=number + 1, encoding=encoding) from None
    finally:
        with suppress(ValueError):  # the caller may have closed the stream before the end
            text.detach()


def _undecoded(number: int, encoding: str, lines: list[str]) -> InputRefused:
    """The refusal of the first of these lines, in which some bytes are not decoded."""
    if encoding == "utf-8":
        data = "".join(lines).encode("utf-8", "surrogateescape")
        likely = likely_encoding(data)
        if likely:
            sample = _sample(data, likely)
            return InputRefused("encoding-likely", line=number, encoding=likely, sample=sample)
    return InputRefused("encoding-wrong", line=number, encoding=encoding)


def _sample(data: bytes, encoding: str) -> str:
    """The beginning of a text as it reads in an encoding, for people to judge."""
    text = data[: 8 * _SHOWN].decode(encoding, "ignore")
    return " / ".join(filter(None, map(str.strip, text.splitlines())))[:_SHOWN]


def _existing(name: str) -> str:
    """The name of an encoding that there is, or the empty string."""
    try:
        "".encode(name)  # unlike codecs.lookup, this refuses those that make no text
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _encoding(head: bytes, named: str) -> str:
    """The encoding that a mark, the caller or the first line tells, or the empty string."""
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    if not marked and not named:
        said = _DECLARED.match(head)
        named = _existing(said[1].decode("ascii")) if said else ""
    return marked or _LARGER.get(named.lower(), named)
