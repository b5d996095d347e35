r"""How texts stand in the cells of a spreadsheet, reversibly.

A value that a spreadsheet would take for a formula gets one leading apostrophe, and one is taken
away from whatever looks like that. Several terms stand in one cell between "|"; a backslash
before "|", ";", a backslash or white space makes that character part of the term. Reading also
takes ";" and a line break as separators, since people write them, and a backslash before
anything else as itself. A cell of details has one value for each term, between "|" alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_RISKY = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+\s*[=+\-@\t\r\n＝＋－＠]")

_SEPARATOR = re.compile(r"\\[\\|;；\s]|([|;；\r\n])")
_SPECIAL = re.compile(r"[\\|;；\r\n]")
_TO_ESCAPE = re.compile(r"[\\|;；\r\n]|\A\s|\s\Z")  # outer white space is dropped in reading
_ESCAPED = re.compile(r"\\([\\|;；\s])")
_DETAIL_SEPARATOR = re.compile(r"\\[\\|]|(\|)")
_DETAIL_SPECIAL = re.compile(r"[\\|]")
_DETAIL_ESCAPED = re.compile(r"\\([\\|])")


def guard(value: str) -> str:
    """The value as no spreadsheet takes it for a formula; `unguard` gives it back.

    The leading characters are OWASP's for "CSV injection", with the full-width forms.
    """
    return "'" + value if _RISKY.match(value) else value


def unguard(value: str) -> str:
    """The value that `guard` was given."""
    return value[1:] if _GUARDED.match(value) else value


def join_terms(texts: Iterable[str]) -> str:
    """One cell of several terms; `split_terms` gives back those that are not blank."""
    return "|".join(_TO_ESCAPE.sub(r"\\\g<0>", text) for text in texts)


def split_terms(cell: str) -> tuple[str, ...]:
    """The terms of a cell, without the white space around them; blank ones are left out."""
    if not _SPECIAL.search(cell):
        return (cell.strip(),) if cell.strip() else ()
    pieces = (_bare(piece) for piece in _pieces(cell, _SEPARATOR))
    return tuple(piece for piece in pieces if piece)


def join_details(values: Iterable[str]) -> str:
    """One cell of values, one for each term; empty where all of them are."""
    values = tuple(values)
    return "|".join(_DETAIL_SPECIAL.sub(r"\\\g<0>", each) for each in values) if any(values) else ""


def split_details(cell: str) -> tuple[str, ...]:
    """The values of a cell, in the order of the terms beside it."""
    pieces = _pieces(cell, _DETAIL_SEPARATOR) if cell else []
    return tuple(_DETAIL_ESCAPED.sub(r"\1", piece) for piece in pieces)


def _pieces(cell: str, separator: re.Pattern[str]) -> list[str]:
    """The cell cut at its separators, still escaped."""
    pieces, start = [], 0
    for found in separator.finditer(cell):
        if found[1]:
            pieces.append(cell[start : found.start()])
            start = found.end()
    return [*pieces, cell[start:]]


def _bare(piece: str) -> str:
    """A term without its escapes and without the white space around it that is not escaped."""
    if "\\" not in piece:
        return piece.strip()
    piece = piece.lstrip()
    end = len(piece.rstrip())
    escapes = len(piece[:end]) - len(piece[:end].rstrip("\\"))
    return _ESCAPED.sub(r"\1", piece[: end + escapes % 2])
