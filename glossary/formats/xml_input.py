"""XML that strangers wrote, as text and as events, within limits.

Python decodes the file, strictly, since the parser knows few encodings; line ends become "\\n" as
XML wants it. The parser fetches nothing, refuses every declaration of an entity, and goes neither
deeper nor farther without an end of an element than the limits say.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from glossary.errors import InputRefused, UsageError
from glossary.formats.lines import check_text_file

DEEPEST = 100
LONGEST = 16 * 1024 * 1024
"""Bytes of UTF-8 that may pass before an element of the third level ends."""

_PIECE = 512 * 1024
# A document type that is somewhere else. The parser would pass over entities in attributes, which
# might be declared there, without a word; so it does not hear of it, and there are none.
_ELSEWHERE = re.compile(
    r"((?>\s+|<\?.*?\?>|<!--.*?-->)*+)<!DOCTYPE\s+[^\s<>\[\]\"']+\s+(?:SYSTEM|PUBLIC\s+(?:\"[^\"]*\"|'[^']*'))"
    r"\s+(?:\"[^\"]*\"|'[^']*')\s*>",
    re.DOTALL,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z][\w.-]*)")
# What these labels stand on is as a rule the larger set of which theirs is a part.
_LARGER = {
    "euc_kr": "cp949",
    "windows-949": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# A declaration that was read as ASCII is right only if its encoding has ASCII in it; this also
# finds the codecs that are no character sets (unicode_escape, utf-7).
_PROBE = rb"<?xml \x41+AGE-?>"


def decoded(stream: BinaryIO, encoding: str = "") -> Iterator[str]:
    """The text in pieces; a byte order mark tells the encoding, else the caller, else the file.

    Raises InputRefused: file-empty, file-compressed, file-not-text, file-cut, encoding-wrong,
    encoding-unknown; UsageError for a caller's encoding that does not exist.
    """
    data = stream.read(_PIECE)
    if not data:
        raise InputRefused("file-empty")
    check_text_file(data)
    name, mark = _encoding(data, encoding)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(name)(), translate=True)
    line = 1
    data = data[mark:]
    while True:
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].decode(name, "ignore").count("\n")
            if not data:  # what was there is right: bytes of the last character are missing
                raise InputRefused("file-cut", line=line) from None
            raise InputRefused("encoding-wrong", line=line, encoding=name) from None
        line += text.count("\n")
        yield text
        if not data:
            return
        data = stream.read(_PIECE)


def _without_type(text: str) -> str:
    """The beginning of a document without a document type that stands elsewhere; lines stay."""
    found = _ELSEWHERE.match(text)
    if found is None:
        return text
    before = found[1]
    return before + "\n" * found[0].count("\n", len(before)) + text[found.end() :]


def _encoding(head: bytes, named: str) -> tuple[str, int]:
    """The codec of a file that begins so, and the length of its byte order mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    for beginning, name in _UNMARKED:
        if head.startswith(beginning):
            return name, 0
    declared = _DECLARED.match(head[:1024].lstrip())
    label = named or (declared[1].decode("ascii") if declared else "utf-8")
    codec = codec_of(label)
    if not codec:
        raise (UsageError if named else InputRefused)("encoding-unknown", encoding=label)
    if not holds_ascii(codec):
        raise InputRefused("encoding-wrong", line=1, encoding=label)
    return codec, 0


def holds_ascii(codec: str) -> bool:
    """Whether bytes of ASCII are in this encoding what they are in ASCII."""
    try:
        return _PROBE.decode(codec) == _PROBE.decode("ascii")
    except ValueError:
        return False


def codec_of(label: str) -> str:
    """The name of the codec for a label, or the empty string where there is none for text."""
    label = _LARGER.get(label.lower().removeprefix("x-"), label)
    try:
        "".encode(label)  # unlike codecs.lookup, this refuses those that make no text
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return _LARGER.get(name, name)


class Parser:
    """Expat within limits: `start` gets an element's name and attributes, `end` its name, `text`
    the characters between, in one piece or several. `depth` is the number of open elements."""

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], object],
        end: Callable[[str], object],
        text: Callable[[str], object],
    ) -> None:
        self.depth = 0
        self.has_subset = False
        self._start, self._end = start, end
        self._line = self._told = 0  # line ends that were passed, and that the parser knows of
        self._fed = self._mark = 0
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.buffer_size = 64 * 1024
        self._expat.StartElementHandler = self._on_start
        self._expat.EndElementHandler = self._on_end
        self._expat.CharacterDataHandler = text
        self._expat.StartDoctypeDeclHandler = self._on_doctype
        self._expat.EntityDeclHandler = self._on_entity
        self._expat.SkippedEntityHandler = self._on_skipped

    @property
    def line(self) -> int:
        """The line in which the present event begins."""
        return self._expat.CurrentLineNumber

    @property
    def passed(self) -> int:
        """The line in which what was fed and skipped so far ends."""
        return self._line + 1

    def ended(self, tag: str) -> bool:
        """Whether all that was fed is read, and ends with this end tag on the third level."""
        return self.depth == 2 and self._mark + len(tag) == self._fed

    def skip(self, lines: int) -> None:
        """Count line ends of text that need not be parsed."""
        self._line += lines

    def feed(self, text: str) -> None:
        """Parse the next characters.

        Raises InputRefused: xml-broken, xml-entity, xml-too-deep, xml-too-long; and whatever the
        callbacks raise.
        """
        skipped = self._line - self._told
        if not self._fed:
            text = _without_type(text)
        data = b"\n" * skipped + text.encode("utf-8", "surrogatepass")
        self._fed += len(data)
        self._mark += skipped
        self._line += text.count("\n")
        self._told = self._line
        self._parse(data)
        if self._fed - self._mark > LONGEST:
            raise InputRefused("xml-too-long", line=self.line, longest=LONGEST)

    def close(self) -> None:
        """Check that the document is complete; raises InputRefused xml-broken."""
        self._parse(b"", final=True)

    def _parse(self, data: bytes, final: bool = False) -> None:
        try:
            self._expat.Parse(data, final)
        except expat.ExpatError as error:
            raise InputRefused("xml-broken", line=error.lineno) from None

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise InputRefused("xml-too-deep", line=self.line, deepest=DEEPEST)
        self._start(name, attributes)

    def _on_end(self, name: str) -> None:
        self.depth -= 1
        if self.depth <= 2:
            self._mark = self._expat.CurrentByteIndex
        self._end(name)

    def _on_doctype(self, name: str, system: str | None, public: str | None, subset: int) -> None:
        self.has_subset = bool(subset)

    def _on_entity(self, *_: object) -> None:
        raise InputRefused("xml-entity", line=self.line)

    def _on_skipped(self, *_: object) -> None:
        # One that a document type declares, which is not fetched; its text would be missing.
        raise InputRefused("xml-broken", line=self.line)
