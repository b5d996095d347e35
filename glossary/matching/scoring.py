"""The score of two segments, as a translator reads it.

100 is equal texts. Where nothing but spaces or width, punctuation, or digits differ, it is 97, 96
or 95, however short the text; anything else is at most 94, so that from 95 on no word differs.
"""

from __future__ import annotations

from glossary.matching.bare import bare, is_width_of_another, narrow, numbers, unmarked
from glossary.matching.similarity import score

EQUAL = 100
SPACING, PUNCTUATION, DIGITS = 97, 96, 95
OTHERWISE = 94
"""The score where spaces or width differ at most, or also punctuation, or also digits; and the
highest where anything else differs."""


class Scored:
    """A text that is compared with many."""

    __slots__ = ("_bare", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare: str | None = None

    def score(self, other: str, edits: int) -> int:
        """The score for a text at this distance.

        >>> Scored("2023년 5월").score("2026년 11월", 4), Scored("량산한다.").score("량산한다", 1)
        (95, 96)
        >>> Scored("-5℃").score("5℃", 1), Scored("3.5").score("35", 1)
        (95, 95)
        """
        if self._text == other:
            return EQUAL
        if not _words_differ(self._text, other):
            if self._bare is None:
                self._bare = bare(self._text)
            if self._bare == bare(other):
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
    both = first, second
    return all(each.isalpha() and not is_width_of_another(each) for each in both)


def _plain(first: str, second: str) -> int:
    """The score of texts in which no word differs."""
    one, two = narrow(first), narrow(second)
    if one == two:
        return SPACING
    if unmarked(one) == unmarked(two) and numbers(one) == numbers(two):
        return PUNCTUATION
    return DIGITS
