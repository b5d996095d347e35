"""How much a text is, as people are paid for it.

字数 is counted as Word does: a hanzi and a full-width mark one each, and what stands between
them and spaces one for each run (a Latin word, a number, a Korean word with its particle);
half-width marks by themselves are none. 어절 are what spaces part. Characters (字符数, 글자수) are
what a reader sees as one, with and without spaces; line breaks and control characters are none.

A 원고지 sheet has 200 squares. By its rules a syllable, a hanzi, a mark, a capital and a space have
a square each, and two digits or two small Latin letters that follow one another share one. Squares
are added up, and sheets are counted from the sum.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SQUARES = 200
"""The squares of a sheet."""

_WIDE = (
    "\u2e80-\u303f\u3041-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff65\U00020000-\U0003ffff"
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
)
_ZI = re.compile(f"[{_WIDE}]|[^\\s{_WIDE}]+")
_WORD = re.compile(f"\\w|[{_WIDE}]")
_SHARED = re.compile("[0-9]{2}|[a-z]{2}")
_JOINED = re.compile("[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FAMILY = re.compile("\u200d.", re.DOTALL)


class Counts(NamedTuple):
    """字数, 어절, characters without and with spaces, and squares of 원고지.

    >>> counts("完成了3次中试。"), counts("중시 플랫폼을 세웠다.")
    (Counts(zi=8, eojeol=1, characters=8, spaced=8, squares=8), \
Counts(zi=3, eojeol=3, characters=10, spaced=12, squares=12))
    """

    zi: int = 0
    eojeol: int = 0
    characters: int = 0
    spaced: int = 0
    squares: int = 0

    @property
    def sheets(self) -> int:
        """The sheets of 원고지 that so many squares fill, the last one begun counted whole."""
        return -(-self.squares // SQUARES)

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts._make(map(sum, zip(self, other, strict=True)))


def counts(text: str) -> Counts:
    """How much a text is."""
    text = unicodedata.normalize("NFC", text)
    eojeol = len(text.split())
    characters, spaces = _characters(text)
    shared = len(_SHARED.findall(text))
    return Counts(
        sum(1 for piece in _ZI.findall(text) if _WORD.search(piece)),
        eojeol,
        characters,
        characters + spaces,
        characters + spaces - shared,
    )


def _characters(text: str) -> tuple[int, int]:
    """Characters that are no space, and spaces."""
    if not text.isascii() or not text.isprintable():
        text = _FLAGS.sub("x", _JOINED.sub("", _FAMILY.sub("", text)))
    characters = spaces = 0
    for letter in text:
        if letter.isspace():
            spaces += letter not in "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
        elif letter.isalnum() or unicodedata.category(letter)[0] not in "CM":
            characters += 1
    return characters, spaces
