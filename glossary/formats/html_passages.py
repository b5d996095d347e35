"""HTML as passages: a block of text each, and the texts in attributes that people read.

Scripts, styles, comments and the readings above words (ruby) are no text; what a style hides is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import BinaryIO

from glossary.formats.html_charset import declared_charset
from glossary.formats.html_tokens import (
    OTHER,
    REFERENCE,
    START,
    TEXT,
    Token,
    attributes,
    tokens,
    unescaped,
)
from glossary.formats.passages import Composed, Passage, Place
from glossary.formats.plain_text import checked_lines, whole
from glossary.formats.rows import ReadOptions

# WHATWG HTML, 15.3: what is displayed as a block, a list item or a part of a table by default.
_NAMES = (
    "address article aside blockquote body caption center col colgroup dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html legend li link listing main marquee menu meta nav ol optgroup option p "
    "plaintext pre search section select slot summary table tbody td textarea tfoot th thead "
    "title tr ul xmp video audio canvas object button "
)
BLOCKS = frozenset(_NAMES.split())
"""The elements at whose tags a passage ends."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title"))
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr", "table"))
_KEPT = frozenset(("pre", "textarea", "listing"))
_READINGS = frozenset(("rt", "rp"))
_BASES = frozenset(("rb", "rtc", "ruby"))
_ATTRIBUTES = frozenset(("title", "alt", "placeholder"))
_UNSEEN = frozenset(("link", "meta", "script", "style"))
_WORDS = re.compile(r"(?P<space>[ \t\n\r\f]+)|[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*+")
_LINES = re.compile(r"(?P<space>\r\n|\r|\n)|[^\r\n]+")
_REFERENCES = re.compile(r"(?P<reference>&#?+\w++;?+)|[^&]++|&")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The passages of a page. Raises InputRefused for what is no text, and for one too large."""
    data = whole(stream)
    encoding = options.encoding or declared_charset(data)
    lines = list(checked_lines(BytesIO(data), encoding))
    starts = list(accumulate(map(len, lines), initial=0))
    yield from _Page("".join(lines), starts).passages()


class _Page:
    """A page while it is gone through."""

    def __init__(self, page: str, starts: list[int]) -> None:
        self._page = page
        self._starts = starts
        self._block = Composed()
        self._in_heading = self._in_cell = False
        self._kept = self._templates = 0  # how many are open that keep their lines, or do not show
        self._reading = False  # inside a reading above a word

    def passages(self) -> Iterator[Passage]:
        """All of them, in the order in which they begin; those of attributes before the text that
        they stand in."""
        for token in tokens(self._page):
            if token.kind in (TEXT, REFERENCE):
                self._take(token)
            elif token.kind != OTHER:
                yield from self._tag(token)
        yield from self._ended()

    def _tag(self, token: Token) -> Iterator[Passage]:
        name = token.name
        if token.kind == START and not self._templates and name not in _UNSEEN:
            yield from self._attributes(token)
        if name == "br" and not self._is_silent:
            self._block.add_break(token.start, token.end)
        elif name in BLOCKS:
            yield from self._ended()
            self._reading = False
            self._note_kind(token)
        if name in _KEPT:
            self._kept = _counted(self._kept, token)
        elif name in _READINGS:
            self._reading = token.kind == START
        elif name in _BASES:
            self._reading = False
        elif name == "template":
            self._templates = _counted(self._templates, token)

    @property
    def _is_silent(self) -> bool:
        return self._reading or self._templates > 0

    def _note_kind(self, token: Token) -> None:
        starts = token.kind == START
        if token.name in _HEADINGS:
            self._in_heading = starts
        elif token.name in _CELLS:
            self._in_cell, self._in_heading = starts, False
        elif token.name in _ROWS:
            self._in_cell = self._in_heading = False

    def _take(self, token: Token) -> None:
        if self._is_silent:
            return
        if token.kind == REFERENCE:
            self._block.add(token.text, token.start, token.end)
            return
        for found in (_LINES if self._kept else _WORDS).finditer(token.text):
            start, end = token.start + found.start(), token.start + found.end()
            if found["space"] is None:
                self._block.add(found[0], start, end)
            elif self._kept:
                self._block.add_break(start, end)
            else:
                self._block.add_space(found[0], start, end)

    def _attributes(self, token: Token) -> Iterator[Passage]:
        for name, start, end in attributes(self._page, token, _ATTRIBUTES):
            value = Composed()
            for found in _REFERENCES.finditer(self._page, start, end):
                text = unescaped(found[0]) if found["reference"] else found[0]
                value.add(text, *found.span())
            passage = value.finish(self._place(start), name)
            if passage is not None:
                yield passage

    def _ended(self) -> Iterator[Passage]:
        block, self._block = self._block, Composed()
        if block.start is not None:
            kind = "heading" if self._in_heading else "cell" if self._in_cell else "text"
            passage = block.finish(self._place(block.start), kind)
            if passage is not None:
                yield passage

    def _place(self, offset: int) -> Place:
        return Place(code="place-line", number=bisect_right(self._starts, offset))


def _counted(open_ones: int, token: Token) -> int:
    return open_ones + 1 if token.kind == START else max(open_ones - 1, 0)
