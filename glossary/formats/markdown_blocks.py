"""Markdown as passages: headings, paragraphs, items of lists and cells of tables (CommonMark 0.31
with the tables, task lists and notes of GitHub).

Read line by line, after a first look for the references that links are made with. Code, HTML
comments, front matter and where links lead to are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import BinaryIO, NamedTuple

from glossary.formats.markdown_inline import Line, normal_label, passages
from glossary.formats.passages import Passage
from glossary.formats.plain_text import checked_lines, whole
from glossary.formats.rows import ReadOptions

_FRONT = 1000  # lines within which front matter has to end
_PARAGRAPH = 256 * 1024  # characters of a paragraph; a longer one is read in parts
_CODE = 4  # columns
_DEEPEST = 50  # lists within lists

_QUOTE = re.compile(r" {0,3}>[ \t]?")
# Not the numbers of a date (2026. 11. 28.), which CommonMark takes for lists within lists.
_ITEM = re.compile(
    r"(?:[-+*]|(?P<number>\d{1,3})[.)](?![ \t]*\d+[.)]))(?P<space>[ \t]+|$)(?:\[[ xX]\][ \t]+)?"
)
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DEFINITION = re.compile(
    r"\[(?!\^)(?P<label>[^\[\]]+)\]:[ \t]*(?:<[^<>]*>|\S+)(?:[ \t]+(?:\".*\"|'.*'|\(.*\)))?$"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]:[ \t]*")
_RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_CELL = re.compile(r"(?:[^|\\]++|\\.|\\$)++")


class _Raw(NamedTuple):
    """A line of the file without its end, and where it begins."""

    number: int
    start: int
    text: str


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The passages of a text. Raises InputRefused for what is no text."""
    data = whole(stream)
    blocks = _Blocks(_labels(checked_lines(BytesIO(data), options.encoding)))
    for line in _without_front(_lines(checked_lines(BytesIO(data), options.encoding))):
        yield from blocks.take(line)
    yield from blocks.end()


def _labels(lines: Iterator[str]) -> frozenset[str]:
    """The labels of all references that are defined."""
    found = (_DEFINITION.match(line.strip("> \t\r\n")) for line in lines if "]:" in line)
    return frozenset(normal_label(each["label"]) for each in found if each)


def _lines(lines: Iterator[str]) -> Iterator[_Raw]:
    start = 0
    for number, line in enumerate(lines, 1):
        yield _Raw(number, start, line.rstrip("\r\n"))
        start += len(line)


def _without_front(lines: Iterator[_Raw]) -> Iterator[_Raw]:
    """The lines below front matter (YAML or TOML), where there is some."""
    first = next(lines, None)
    if first is None:
        return
    mark = first.text.rstrip()
    ends = {"---": ("---", "..."), "+++": ("+++",)}.get(mark, ())
    held = [first]
    if ends:
        for line in lines:
            if line.text.rstrip() in ends:
                held = []
                break
            held.append(line)
            if len(held) > _FRONT:
                break
    yield from chain(held, lines)


class _Blocks:
    """The blocks that are open at a line."""

    def __init__(self, labels: frozenset[str]) -> None:
        self._labels = labels
        self._paragraph: list[Line] = []
        self._length = 0
        self._quotes = 0
        self._indents = [0]  # where the content of the open items begins
        self._fence = ""
        self._fence_quotes = self._fence_indent = 0
        self._raw_end = ""  # what ends a stretch that is not read
        self._in_table = False

    def take(self, line: _Raw) -> Iterator[Passage]:
        """The passages that end with this line."""
        if self._raw_end:
            found = re.search(self._raw_end, line.text, re.IGNORECASE)
            if found is None:
                return
            self._raw_end = ""
            line = _Raw(line.number, line.start + found.end(), line.text[found.end() :])
        place, quotes = _unquoted(line.text)
        indent, place = _indented(line.text, place)
        blank = place == len(line.text)
        if self._is_fenced(line.text[place:], quotes, indent, blank=blank):
            return
        if quotes != self._quotes and not (self._paragraph and quotes < self._quotes):
            yield from self.end()
            self._indents = [0]
        if blank:
            yield from self.end()
            self._quotes = quotes
            return
        self._quotes = quotes if quotes > self._quotes or not self._paragraph else self._quotes
        if not self._paragraph and not self._in_table:
            self._leave_items(indent)
            if indent >= self._indents[-1] + _CODE:
                return
        yield from self._block(line, place, indent)

    def end(self, kind: str = "text") -> Iterator[Passage]:
        """The paragraph that is open, as a passage of this kind; it is no longer."""
        lines, self._paragraph = self._paragraph, []
        self._length = 0
        self._in_table = False
        if lines:
            yield from passages(lines, self._labels, kind)

    def _is_fenced(self, text: str, quotes: int, indent: int, *, blank: bool) -> bool:
        """Whether the line is code in a fence, or the fence that ends it."""
        if not self._fence:
            return False
        if quotes < self._fence_quotes or (not blank and indent < self._fence_indent):
            self._fence = ""
            return False
        words = text.rstrip()
        if words.startswith(self._fence) and not words.strip(self._fence[0]):
            self._fence = ""
        return True

    def _leave_items(self, indent: int) -> None:
        while indent < self._indents[-1]:
            self._indents.pop()

    def _block(self, line: _Raw, place: int, indent: int) -> Iterator[Passage]:
        """Take a line that is not blank, from its first word on."""
        text = line.text[place:]
        if self._paragraph and _UNDERLINE.match(text) and "|" not in self._paragraph[-1].text:
            yield from self.end("heading")
        elif self._is_divider(text):
            head = self._paragraph.pop()
            yield from self.end()
            yield from self._cells(head)
            self._in_table = True
        elif self._in_table and not self._begins(text):
            yield from self._cells(Line(line.number, line.start + place, text.rstrip()))
        elif self._begins(text):
            yield from self.end()
            yield from self._begun(line, place, indent)
        else:
            yield from self._continued(line, place)

    def _is_divider(self, text: str) -> bool:
        """Whether this line makes the one before it the head of a table."""
        if not self._paragraph or not _DIVIDER.match(text):
            return False
        head = self._paragraph[-1].text
        return "|" in head + text and len(_row(head)) == len(_row(text))

    def _begins(self, text: str) -> bool:
        """Whether a block begins here, also in the middle of a paragraph."""
        item = _ITEM.match(text) if len(self._indents) < _DEEPEST else None
        if item is not None and self._paragraph and len(self._indents) == 1:
            return item.end() < len(text) and item["number"] in (None, "1")
        starts = (_HEADING, _FENCE, _RULE, _RAW)
        return (
            item is not None
            or any(each.match(text) for each in starts)
            or (text.startswith("<!--") and "-->" not in text)
            or _NOTE.match(text) is not None
            or (not self._paragraph and _DEFINITION.match(text) is not None)
        )

    def _begun(self, line: _Raw, place: int, indent: int) -> Iterator[Passage]:
        text = line.text[place:]
        fence, raw = _FENCE.match(text), _RAW.match(text)
        heading, note = _HEADING.match(text), _NOTE.match(text)
        item = None if _RULE.match(text) else _ITEM.match(text)
        if fence:
            self._fence, self._fence_quotes = fence["fence"], self._quotes
            self._fence_indent = min(indent, self._indents[-1])
        elif raw:
            end = f"</{raw[1]}>"
            self._raw_end = "" if end.lower() in text.lower() else end
        elif heading:
            words = _CLOSING.sub("", text[heading.end() :]).rstrip()
            head = Line(line.number, line.start + place + heading.end(), words)
            yield from passages([head], self._labels, "heading")
        elif item:
            yield from self._item(line, place, indent, item)
        elif note:
            yield from self._continued(line, place + note.end())
        elif text.startswith("<!--"):
            self._raw_end = "-->"

    def _item(self, line: _Raw, place: int, indent: int, item: re.Match[str]) -> Iterator[Passage]:
        self._leave_items(indent)
        after = place + item.end()
        width = item.end("space") if len(item["space"]) <= _CODE else item.start("space") + 1
        self._indents.append(indent + max(width, 2))
        more, start = _indented(line.text, after)
        if start < len(line.text) and more < _CODE:
            yield from self._block(line, start, indent + item.end() + more)

    def _cells(self, line: Line) -> Iterator[Passage]:
        for found in _row(line.text):
            words = found[0].strip()
            if words:
                start = line.start + found.start() + len(found[0]) - len(found[0].lstrip())
                yield from passages([Line(line.number, start, words)], self._labels, "cell")

    def _continued(self, line: _Raw, place: int) -> Iterator[Passage]:
        """Take the line into the paragraph that is open, or is opened."""
        text = line.text[place:]
        words = text.rstrip()
        escapes = (len(words) - len(words.rstrip("\\"))) % 2
        words = words[: len(words) - escapes]
        hard = escapes > 0 or text.endswith("  ")
        if words:
            start = line.start + place + len(words) - len(words.lstrip())
            self._paragraph.append(Line(line.number, start, words.lstrip(), hard))
            self._length += len(words)
        if self._length > _PARAGRAPH:
            yield from self.end()


def _unquoted(text: str) -> tuple[int, int]:
    """Where the text of a line begins behind the marks of quotations, and how many they are."""
    place = quotes = 0
    while (found := _QUOTE.match(text, place)) is not None:
        place = found.end()
        quotes += 1
    return place, quotes


def _indented(text: str, place: int) -> tuple[int, int]:
    """How many columns are blank from here on, and where they end."""
    column = 0
    for number in range(place, len(text)):
        if text[number] == "\t":
            column += _CODE - column % _CODE
        elif text[number] == " ":
            column += 1
        else:
            return column, number
    return column, len(text)


def _row(text: str) -> list[re.Match[str]]:
    """The cells of a row of a table."""
    start = 1 if text.startswith("|") else 0
    return list(_CELL.finditer(text.rstrip(), start))
