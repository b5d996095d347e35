"""From places in a normalised text back to places in the text as it was given.

All offsets are code points. A fold has the characters of the NFC text one for one, so what is
found in `fold(text)` lies at the same place of the NFC text, and `Offsets(text)` leads from there
to `text`, whose Hangul or accents may be decomposed.
"""

from __future__ import annotations

import unicodedata

from glossary.language.fold import SHORT, nfc

_CACHE: dict[str, bool] = {}


class Offsets:
    """The way back from the NFC form of one text, or its fold, to the text itself.

    >>> decomposed = unicodedata.normalize("NFD", "제 량산")
    >>> start, end = Offsets(decomposed).span(2, 4)
    >>> unicodedata.normalize("NFC", decomposed[start:end])
    '량산'
    """

    __slots__ = ("_ends", "_length", "_starts")

    def __init__(self, text: str) -> None:
        """Of a text that is NFC already, only the length is kept."""
        self._length = len(text)
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        if not _is_composed(text):
            self._starts, self._ends = _bounds(text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the text that holds all of this span of its NFC form.

        Where the text composes, the span covers whole clusters: a base with all that joins it.
        An empty span gives the empty span before the cluster that holds the place.
        """
        if self._starts is None or self._ends is None:
            return start, end
        first = self._starts[start] if start < len(self._starts) else self._length
        return (first, first) if start >= end else (first, self._ends[end - 1])


def _is_composed(text: str) -> bool:
    """Whether a text is in NFC, in bounded time."""
    return unicodedata.is_normalized("NFC", text) if len(text) <= SHORT else nfc(text) == text


def _bounds(text: str) -> tuple[list[int], list[int]]:
    """For each character of the NFC form, where its cluster begins and ends in the text."""
    starts: list[int] = []
    ends: list[int] = []
    begin, most = 0, len(text)
    if len(text) > SHORT:  # where a letter with too many marks is left as it is
        from glossary.language.composed import MARKS

        most = MARKS
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[end]):
            continue
        cluster = text[begin:end]
        made = cluster if end - begin > most else unicodedata.normalize("NFC", cluster)
        if made == cluster:
            starts += range(begin, end)
            ends += range(begin + 1, end + 1)
        else:
            starts += [begin] * len(made)
            ends += [end] * len(made)
        begin = end
    return starts, ends


def _joins(char: str) -> bool:
    """Whether this character may compose or change places with what stands before it."""
    if char not in _CACHE:
        first = unicodedata.normalize("NFD", char)[0]
        # Vowels and finals of Hangul; U+16D67 is the one other such letter (Kirat Rai).
        letter = "\u1161" <= first <= "\u1175" or "\u11a8" <= first <= "\u11c2"
        mark = unicodedata.category(first)[0] == "M"
        _CACHE[char] = letter or mark or first == "\U00016d67"
    return _CACHE[char]
