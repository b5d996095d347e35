"""Texts in NFC, in bounded time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from glossary.language.fold import SHORT

MARKS = 100
"""The most combining marks on one letter that are put in order; writing has no more than a few."""

_PLAIN = "\\0-\\u02ff\\u1100-\\u11ff\\u2010-\\u2027\\u3041-\\u3098\\u309b-\\ua66e\\uac00-\\ud7ff"
_ODD = re.compile(f"[^{_PLAIN}]{{{MARKS}}}")
_STEP = MARKS // 2
_ODD_BY_STEPS = re.compile(f"[^{_PLAIN}]{{2}}")  # so many of MARKS in a row stand at whole steps
_TOO_MANY = re.compile(rb"\x01{%d,}" % (MARKS + 1))  # in a row of what is a mark and what is not


def nfc(text: str) -> str:
    """The text in NFC; a letter with more than MARKS marks stays as it is, since to order them
    takes time that grows with their square.

    >>> nfc("\\u1112\\u1161\\u11ab"), len(nfc("a" + 5000 * "\\u0301"))
    ('한', 5001)
    """
    if len(text) > SHORT and _ODD_BY_STEPS.search(text[::_STEP]) and _ODD.search(text):
        return "".join(_pieces(text))
    return normalize("NFC", text)


def _pieces(text: str) -> Iterator[str]:
    """The text in NFC, piece by piece; letters with too many marks are pieces of their own."""
    start = 0
    for run in _TOO_MANY.finditer(bytes(map(bool, map(combining, text)))):
        letter = max(run.start() - 1, start)
        yield normalize("NFC", text[start:letter])
        yield text[letter : run.end()]
        start = run.end()
    yield normalize("NFC", text[start:])
