"""The score of two segments, as a translator reads it.

100 is equal texts. Where nothing but spaces or width, punctuation, or digits differ, it is 97, 96
or 95, however short the text; anything else is at most 94, so that from 95 on no word differs.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.matching.similarity import score

EQUAL = 100
SPACING, PUNCTUATION, DIGITS = 97, 96, 95
OTHERWISE = 94
"""The score where spaces or width differ at most, or also punctuation, or also digits; and the
highest where anything else differs."""

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SAYS_SOMETHING = frozenset("%‰&@#*/\\")  # punctuation to Unicode, but read as words


class _Marks(dict[int, str]):
    """The table that takes punctuation away; filled as it is used."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        mark = unicodedata.category(letter).startswith("P") and letter not in _SAYS_SOMETHING
        self[code] = "" if mark else letter
        return self[code]


_MARKS = _Marks()


class Scored:
    """A text that is compared with many."""

    __slots__ = ("_bare", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare = ""

    def score(self, other: str, edits: int) -> int:
        """The score for a text at this distance.

        >>> Scored("2023년 5월").score("2026년 11월", 4), Scored("량산한다.").score("량산한다", 1)
        (95, 96)
        """
        if self._text == other:
            return EQUAL
        if not _words_differ(self._text, other):
            if not self._bare:
                self._bare = _bare(self._text)
            if self._bare == _bare(other):
                return _plain(self._text, other)
        return min(score(edits, max(len(self._text), len(other))), OTHERWISE)


def _words_differ(first: str, second: str) -> bool:
    """Whether letters stand where the texts part, from the front or from behind; quickly found,
    though not in every case."""
    from rapidfuzz.distance import Postfix, Prefix

    front, back = Prefix.similarity(first, second), Postfix.similarity(first, second)
    return _are_letters(first[front : front + 1], second[front : front + 1]) or _are_letters(
        first[-back - 1 : len(first) - back], second[-back - 1 : len(second) - back]
    )


def _are_letters(first: str, second: str) -> bool:
    return (
        first.isalpha()
        and second.isalpha()
        and ord(first) not in _WIDTHS
        and ord(second) not in _WIDTHS
    )


def _plain(first: str, second: str) -> int:
    """The score of texts in which no word differs."""
    one, two = ("".join(each.translate(_WIDTHS).split()) for each in (first, second))
    if one == two:
        return SPACING
    return PUNCTUATION if _marked(one) == _marked(two) else DIGITS


def _bare(text: str) -> str:
    """The text without what may differ: one 0 for each number; never empty."""
    numbered = _NUMBER.sub("0", "".join(text.translate(_WIDTHS).split()))
    return _marked(numbered) or " "


def _marked(text: str) -> str:
    return text.translate(_MARKS)
