"""Texts in NFC, in bounded time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, normalize

from glossary.language.fold import SHORT

MARKS = 100
"""The most combining marks on one letter that are put in order; writing has no more than a few."""

_PLAIN = "\\0-\\u02ff\\u1100-\\u11ff\\u2010-\\u2027\\u3041-\\u3098\\u309b-\\ua66e\\uac00-\\ud7ff"
_STEP = MARKS // 2
_BY_STEPS = 2  # of MARKS in a row stand at whole steps
_TOO_MANY = re.compile(rb"\x01{%d,}" % (MARKS + 1))  # in a row of what is a mark and what is not


def nfc(text: str) -> str:
    """The text in NFC; a letter with more than MARKS marks stays as it is, since to order them
    takes time that grows with their square.

    >>> nfc("\\u1112\\u1161\\u11ab"), len(nfc("a" + 5000 * "\\u0301"))
    ('한', 5001)
    """
    if len(text) > SHORT and _odd(_BY_STEPS).search(text[::_STEP]) and _odd(MARKS).search(text):
        return "".join(_pieces(text))
    return normalize("NFC", text)


@cache
def _odd(count: int) -> re.Pattern[str]:
    """So many in a row that may be marks; made on first use, since that takes 4 ms."""
    return re.compile(f"[^{_PLAIN}]{{{count}}}")


def _pieces(text: str) -> Iterator[str]:
    """The text in NFC, piece by piece; letters with too many marks are pieces of their own."""
    start = 0
    for run in _TOO_MANY.finditer(bytes(map(bool, map(combining, text)))):
        letter = max(run.start() - 1, start)
        yield normalize("NFC", text[start:letter])
        yield text[letter : run.end()]
        start = run.end()
    yield normalize("NFC", text[start:])
