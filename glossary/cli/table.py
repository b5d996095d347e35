"""A table of plain text whose columns align for wide characters, wrapped to the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.texts.harmless import width

_GAP = 2
_NARROWEST = 6
_DOT = " · "
_GLUE = "\0"  # stands for a space that no line ends at; harmless text has none


def lines(rows: Sequence[Sequence[str]], room: int = 0) -> Iterator[str]:
    """The rows as lines; cells are wrapped so that a line fits `room` columns (0: no limit)."""
    widths = _widths(rows, room)
    for row in rows:
        cells = [wrapped(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells), default=0)):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            yield (" " * _GAP).join(map(_padded, parts, widths)).rstrip()


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The natural width of each column; the widest give way until the line fits."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    while room and sum(widths) + _GAP * (len(widths) - 1) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Harmless text in pieces of at most so many columns, broken at spaces where there are any.

    No piece begins with the dot between two terms.
    """
    if width(text) <= columns:
        return [text]
    pieces = [""]
    for word in text.replace(_DOT, f"{_GLUE}· ").split(" "):
        joined = f"{pieces[-1]} {word}" if pieces[-1] else word
        if width(joined) <= columns:
            pieces[-1] = joined
            continue
        pieces += _cut(word, columns)
        if not pieces[-1].strip(f"{_GLUE}·"):  # the end of the line parts the terms as well
            pieces.pop()
    return [piece.replace(_GLUE, " ").rstrip() for piece in pieces if piece] or [text]


def _cut(word: str, columns: int) -> list[str]:
    pieces = [""]
    for char in word:
        if width(pieces[-1] + char) > columns:
            pieces.append("")
        pieces[-1] += char
    return pieces
