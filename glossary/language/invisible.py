"""Characters that a reader does not see: zero-width spaces and joiners, soft hyphens, marks of
direction. Word processors and web pages leave them inside of words, which they do not end.
"""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def visible(text: str) -> str:
    """The text without these characters; itself where it has none.

    >>> visible("중\\u200b시")
    '중시'
    """
    return text if text.isprintable() else _INVISIBLE.sub("", text)  # the first is told at once


class Shown:
    """The way back from the visible characters of a text to the text, in code points.

    >>> Shown("\\ufeff중\\u200b시를").span(0, 2)
    (1, 4)
    """

    __slots__ = ("_places",)

    def __init__(self, text: str) -> None:
        hidden = {each.start() for each in _INVISIBLE.finditer(text)}
        self._places = [at for at in range(len(text)) if at not in hidden]
        self._places.append(len(text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the text that holds all of this span of what is visible; an empty
        one for an empty one."""
        first = self._places[start]
        return (first, first) if start >= end else (first, self._places[end - 1] + 1)
