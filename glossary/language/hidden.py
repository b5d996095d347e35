"""Characters that show nothing and may stand within a word, as web pages leave them."""

from __future__ import annotations

import re

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""The soft hyphen, spaces and joiners without width, marks of direction, the byte order mark."""


class Shown:
    """A text without its hidden characters, and the way back to it.

    >>> shown = Shown("로\\u200b동자")
    >>> shown.text, shown.span(0, 2)
    ('로동자', (0, 3))
    """

    __slots__ = ("_places", "text")

    def __init__(self, text: str) -> None:
        """Of a text without any, nothing more is kept."""
        self.text = text
        self._places: list[int] | None = None
        if _HIDDEN.search(text):
            self._places = [at for at, char in enumerate(text) if not _HIDDEN.match(char)]
            self.text = "".join(map(text.__getitem__, self._places))
            self._places.append(len(text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the whole text that a stretch of what is shown comes from."""
        if self._places is None:
            return start, end
        first = self._places[start]
        return (first, first) if start >= end else (first, self._places[end - 1] + 1)
