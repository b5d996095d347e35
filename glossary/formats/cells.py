r"""How texts stand in the cells of a spreadsheet, reversibly.

A value that a spreadsheet would take for a formula gets one leading apostrophe, and one is taken
away from whatever looks like that. Several terms stand in one cell between "|"; a backslash
before "|", ";", a backslash or white space makes that character part of the term. Reading also
takes ";" and a line break as separators, since people write them, and a backslash before
anything else as itself; the caller may name further separators. A cell of details has one value
for each term, between "|" alone. A value of citations has one a line: outlet; title; date; link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from glossary.model import Citation

_RISKY = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+\s*[=+\-@\t\r\n＝＋－＠]")

_SEPARATOR = re.compile(r"\\[\\|;；\s]|([|;；\r\n])")
_SPECIAL = re.compile(r"[\\|;；\r\n]")
_TO_ESCAPE = re.compile(r"[\\|;；\r\n]|\A\s|\s\Z")  # outer white space is dropped in reading
_ESCAPED = re.compile(r"\\([\\|;；\s])")
_CITATION_SEPARATOR = re.compile(r"\\[\\;nr]|(; ?)")
_CITATION_SPECIAL = re.compile(r"[\\;\n\r]")
_CITATION_ESCAPED = re.compile(r"\\([\\;nr])")
_LINE_ENDS = {"\n": "n", "\r": "r"}
_LINE_LETTERS = {letter: end for end, letter in _LINE_ENDS.items()}
_CITATION_PARTS = 4
_DETAIL_SEPARATOR = re.compile(r"\\[\\|]|(\|)")
_DETAIL_SPECIAL = re.compile(r"[\\|]")
_DETAIL_ESCAPED = re.compile(r"\\([\\|])")


def guard(value: str) -> str:
    """The value as no spreadsheet takes it for a formula; `unguard` gives it back.

    The leading characters are OWASP's for "CSV injection", with the full-width forms.
    """
    if value[:1].isalnum():  # as nearly all are
        return value
    return "'" + value if _RISKY.match(value) else value


def unguard(value: str) -> str:
    """The value that `guard` was given."""
    return value[1:] if _GUARDED.match(value) else value


def shield(value: str) -> str:
    """The value for a cell that is text by its type, where nothing is taken for a formula: only
    what `unguard` would change is guarded."""
    return "'" + value if _GUARDED.match(value) else value


def join_terms(texts: Iterable[str]) -> str:
    """One cell of several terms; `split_terms` gives back those that are not blank."""
    return "|".join(
        [_TO_ESCAPE.sub(r"\\\g<0>", text) if _TO_ESCAPE.search(text) else text for text in texts]
    )


def split_terms(cell: str, split: str = "") -> tuple[str, ...]:
    """The terms of a cell, without the white space around them; blank ones are left out.

    The characters of `split` stand between terms as well.
    """
    if not split and not _SPECIAL.search(cell):
        return (cell.strip(),) if cell.strip() else ()
    pieces = (_bare(piece) for piece in _pieces(cell, _separator(split)))
    return tuple(piece for piece in pieces if piece)


@cache
def _separator(split: str) -> re.Pattern[str]:
    if not split:
        return _SEPARATOR
    return re.compile(rf"{_SEPARATOR.pattern}|([{re.escape(split)}])")


def join_details(values: Iterable[str]) -> str:
    """One cell of values, one for each term; empty where all of them are."""
    values = list(values)
    if not any(values):
        return ""
    cell = "|".join(values)
    if cell.count("|") < len(values) and "\\" not in cell:
        return cell
    return "|".join([_DETAIL_SPECIAL.sub(r"\\\g<0>", each) for each in values])


def split_details(cell: str) -> tuple[str, ...]:
    """The values of a cell, in the order of the terms beside it."""
    if "\\" not in cell:
        return tuple(cell.split("|")) if cell else ()
    pieces = _pieces(cell, _DETAIL_SEPARATOR)
    return tuple(_DETAIL_ESCAPED.sub(r"\1", piece) for piece in pieces)


def join_citations(citations: Iterable[Citation]) -> str:
    """Citations as one value; `split_citations` gives them back."""
    return "\n".join(map(_cited, citations))


def split_citations(value: str) -> tuple[Citation, ...]:
    """The citations of a value; blank lines are passed over."""
    lines = (line.rstrip("\r") for line in value.split("\n"))
    return tuple(_citation(line) for line in lines if line.strip())


def _cited(citation: Citation) -> str:
    parts = [citation.outlet, citation.title, citation.date, citation.link]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    escaped = [_CITATION_SPECIAL.sub(_escape, part) for part in parts]
    # A lone blank part would be taken for a blank line.
    return "; ".join(escaped) if len(parts) > 1 or parts[0].strip() else f"{escaped[0]};"


def _citation(line: str) -> Citation:
    """What follows the fourth part belongs to it: a link may hold ";"."""
    parts = [_CITATION_ESCAPED.sub(_unescape, each) for each in _pieces(line, _CITATION_SEPARATOR)]
    link = ";".join(parts[_CITATION_PARTS - 1 :])
    outlet, title, date = (*parts, "", "")[: _CITATION_PARTS - 1]
    return Citation(outlet, title, date, link)


def _escape(found: re.Match[str]) -> str:
    return f"\\{_LINE_ENDS.get(found[0], found[0])}"


def _unescape(found: re.Match[str]) -> str:
    return _LINE_LETTERS.get(found[1], found[1])


def _pieces(cell: str, separator: re.Pattern[str]) -> list[str]:
    """The cell cut at its separators, still escaped."""
    pieces, start = [], 0
    for found in separator.finditer(cell):
        if found.lastindex:
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
