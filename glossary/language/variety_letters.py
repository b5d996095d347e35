"""What short sequences of letters tell of the variety of a text, where little else does.

The table was fitted to sentences of our own (`data/language/make_letters.py`) beside all other
evidence; it tells of words and turns that no list has. It says little of any one text, so it has
a limit, and no place of a text is shown for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary.language.tables import read_table

SHORTEST, LONGEST = 2, 4
SPACE = "_"
_MOST = 1.0
_STRETCH = re.compile("[가-힣 ]+")


def sequences(text: str) -> Iterator[str]:
    """The sequences of two to four syllables and spaces in a text, some more than once.

    >>> list(sequences("비가"))
    [' 비', '비가', '가 ', ' 비가', '비가 ', ' 비가 ']
    """
    for stretch in _STRETCH.findall(f" {text} "):
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(len(stretch) - size + 1):
                yield stretch[at : at + size]


def letters_odds(text: str) -> float:
    """How much likelier ko-KR is than ko-CN by the sequences of a text, each counted once: log-odds
    of -1 to 1."""
    worth = _table()
    total = sum(worth.get(each, 0.0) for each in dict.fromkeys(sequences(text)))
    return max(-_MOST, min(_MOST, total))


@cache
def _table() -> dict[str, float]:
    """What each sequence is worth."""
    worth = {}
    for line in read_table("variety_letters.txt").split("\n"):
        value, *found = line.replace(SPACE, " ").split("\t")
        worth.update(dict.fromkeys(found, float(value)))
    return worth
