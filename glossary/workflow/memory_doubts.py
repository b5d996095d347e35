"""What a person should look at in units that were taken in: texts that are hardly in their variety,
or whose letters an encoding has lost. They are not refused, as a text alone cannot prove it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from glossary.formats.flaws import is_lost
from glossary.language.scripts import HANGUL, IN_HANGUL, NO_HANGUL, is_korean, misfit

LOST = "lost"
DOUBTS = (NO_HANGUL, IN_HANGUL, LOST)

_PLACES = 3


class Doubts:
    """Counts texts by what is doubtful about them, as (code, variety), with the first places, as
    (file, line)."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.places: dict[tuple[str, str], list[tuple[str, int]]] = {}

    def look(self, texts: Iterable[tuple[str, ...]], file: str, line: int) -> None:
        """Count the texts of a unit, each beginning with its variety and its words."""
        for text in texts:
            variety, words = text[0], text[1]
            # Nearly all texts are seen off here, in a tenth of the time of what is behind.
            hangul = HANGUL.search(words) is not None
            if hangul is is_korean(variety) and "?" not in words and "\ufffd" not in words:
                continue
            code = misfit(words, variety)
            if not code and is_lost(words, variety):
                code = LOST
            if code:
                count = self.counts[code, variety] = self.counts[code, variety] + 1
                if count <= _PLACES:
                    self.places.setdefault((code, variety), []).append((file, line))
