"""What was typed, as it is kept, or refused."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from glossary.errors import InputRefused
from glossary.language.composed import nfc
from glossary.model import Citation

LONGEST = 2_000
_REFUSED = ("Cc", "Cs", "Zl", "Zp", "Cn")
_JOINER = "\u200d"  # which holds emoji together and has no other use here
_FILLERS = frozenset("\u034f\u17b4\u17b5\u3164\uffa0")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def term_text(text: str) -> str:
    """The text as a term is kept: NFC, without blanks around it or invisible characters.

    Raises InputRefused for an empty text, one with control or bidirectional characters or lone
    surrogates, and one longer than LONGEST characters.
    """
    text = nfc(text).strip()
    if len(text) > LONGEST:
        raise InputRefused("term-too-long", length=len(text), longest=LONGEST)
    for char in text:
        if unicodedata.category(char) in _REFUSED or char in _BIDI:
            raise InputRefused("term-control", text=text, char=f"U+{ord(char):04X}")
    text = visible(text)
    if not text:
        raise InputRefused("term-empty")
    return text


def free_text(text: str) -> str:
    """A note, definition or domain as it is kept: NFC, line breaks allowed, no other controls and
    nothing invisible."""
    text = visible(nfc(text))
    for char in text:
        if unicodedata.category(char) in _REFUSED and char not in "\n\t":
            raise InputRefused("term-control", text=text, char=f"U+{ord(char):04X}")
    return text


def visible(text: str) -> str:
    """The text without characters that show nothing, such as web pages leave in what is copied
    from them, and without blanks around it."""
    kept = (
        char
        for before, char in zip(" " + text, text, strict=False)
        if not _is_invisible(char, before)
    )
    return nfc("".join(kept)).strip()


def _is_invisible(char: str, before: str) -> bool:
    if char == _JOINER and (before == "\ufe0f" or unicodedata.category(before) in {"So", "Sk"}):
        return False
    return unicodedata.category(char) == "Cf" or char in _FILLERS


def checked_citation(citation: Citation) -> Citation:
    """The citation as it is kept. Raises InputRefused for a date that is none."""
    date = visible(citation.date)
    if date and not _is_date(date):
        raise InputRefused("date-refused", date=date)
    outlet, title, link = map(free_text, (citation.outlet, citation.title, citation.link))
    return Citation(outlet, title, date, link)


def _is_date(text: str) -> bool:
    """Whether it is a year, a month or a day that there is, in the form of ISO 8601."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
