"""What a document is read into: passages, each with its place and the way back into the file."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

OBJECT = "\ufffc"
"""What stands in a passage for something that is no text, such as inline code or an image; it keeps
the words on both sides apart (Unicode: OBJECT REPLACEMENT CHARACTER)."""

KINDS = ("text", "heading", "cell", "header", "footer", "note", "title", "alt", "placeholder")
"""What a passage is; the last three are texts that show only on request, or instead of something.
"""

_WIDE = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands, for people: the code of a sentence, with what it says.

    `number` is that of the line where it begins, of the paragraph, or of the row, from 1; `part`
    is the name of a sheet or the number of a section, `cell` the name of a cell ("B3"). In a
    document `item` is the number of the table or note, `row` and `column` those in the table.
    """

    code: str
    number: int
    part: str = ""
    cell: str = ""
    item: int = 0
    row: int = 0
    column: int = 0

    @property
    def fields(self) -> dict[str, object]:
        """The fields of the sentence."""
        said: dict[str, object] = {"number": self.number, "part": self.part, "cell": self.cell}
        return said | {"item": self.item, "row": self.row, "column": self.column}


class Piece(NamedTuple):
    """From `offset` in a passage on, until the next piece: what stands at start:end of the file.

    Of equal length, the two agree character by character; else all of one stands for all of the
    other, such as an entity for its character.
    """

    offset: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, line, heading or cell, as a reader sees it; not normalised.

    `start` is where it begins in the file: in code points of the decoded text, without a byte order
    mark and with the line ends as they are; 0 in a form whose files hold no running text, where
    offsets count within the paragraph or cell. `pieces` are there where the passage is not simply
    what stands at `start`. In a file of pairs the passage has a `variety`, and `unit` holds the
    texts of its unit, each with its variety, this one among them.
    """

    text: str
    place: Place
    start: int = 0
    pieces: tuple[Piece, ...] = ()
    kind: str = "text"
    variety: str = ""
    unit: tuple[tuple[str, str], ...] = ()

    def origin(self, offset: int) -> int:
        """Where in the file the character at this offset begins; at the end of the passage, where
        the last one ends."""
        if not self.pieces:
            return self.start + offset
        if offset >= len(self.text):
            return self.pieces[-1].end
        return self.span(offset, offset + 1)[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch of the file that holds start:end of the text, with any markup that
        stands inside it."""
        if not self.pieces:
            return self.start + start, self.start + end
        if start >= end:
            place = self.origin(start)
            return place, place
        return self._within(start)[0], self._within(end - 1)[1]

    def _within(self, offset: int) -> tuple[int, int]:
        """Where in the file the character at this offset begins and ends."""
        number = self._piece(offset)
        piece = self.pieces[number]
        if not self._is_even(number):
            return piece.start, piece.end
        begin = piece.start + offset - piece.offset
        return begin, begin + 1

    def _piece(self, offset: int) -> int:
        return max(bisect_right(self.pieces, offset, key=lambda each: each.offset) - 1, 0)

    def _is_even(self, number: int) -> bool:
        piece = self.pieces[number] if self.pieces else Piece(0, 0, len(self.text))
        following = number + 1 < len(self.pieces)
        end = self.pieces[number + 1].offset if following else len(self.text)
        return piece.end - piece.start == end - piece.offset


class Composed:
    """A passage put together from stretches of a file."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._gap: tuple[int, int, str] | None = None
        self._last = ""
        self._even = False  # whether the last piece may grow

    @property
    def start(self) -> int | None:
        """Where in the file it begins, once it has begun."""
        return self._pieces[0].start if self._pieces else None

    def add(self, text: str, start: int, end: int) -> None:
        """Put in a text that stands for start:end of the file, as it is where they are of one
        length."""
        if not text:
            return
        if self._gap is not None:
            self._close_gap(text[0])
        self._put(text, start, end, same=len(text) == end - start)

    def add_space(self, space: str, start: int, end: int) -> None:
        """Put in white space that shows as one space; none at the beginning and at the end, beside
        another, or where a line breaks between two wide characters (CSS Text 3, 4.1.3)."""
        if not self._length:
            return
        if self._gap is None:
            self._gap = start, end, space
        else:
            self._gap = self._gap[0], end, self._gap[2] + space

    def add_break(self, start: int, end: int) -> None:
        """Put in the end of a line."""
        self._gap = None
        if self._length:
            self._put("\n", start, end, same=False)

    def finish(self, place: Place, kind: str = "text") -> Passage | None:
        """The passage, if there is a letter in it."""
        text = "".join(self._texts).rstrip("\n")
        if not text.replace(OBJECT, "").strip():
            return None
        pieces = self._pieces
        while pieces[-1].offset >= len(text):  # ends of lines, which have pieces of their own
            pieces.pop()
        start, end = pieces[0].start, pieces[-1].end
        plain = len(pieces) == 1 and end - start == len(text)
        return Passage(text, place, start, () if plain else tuple(pieces), kind)

    def _close_gap(self, following: str) -> None:
        assert self._gap is not None  # as the caller looked
        start, end, space = self._gap
        self._gap = None
        breaks = "\n" in space or "\r" in space
        if self._last == "\n" or (breaks and _joins(self._last) and _joins(following)):
            return
        self._put(" ", start, end, same=space == " ")

    def _put(self, text: str, start: int, end: int, *, same: bool) -> None:
        if same and self._even and self._pieces[-1].end == start:
            self._pieces[-1] = self._pieces[-1]._replace(end=end)
        else:
            self._pieces.append(Piece(self._length, start, end))
        self._even = same
        self._texts.append(text)
        self._length += len(text)
        self._last = text[-1]


def _joins(char: str) -> bool:
    """Whether a line may break before or after this character without a space there: wide ones,
    but for Hangul."""
    return unicodedata.east_asian_width(char) in _WIDE and not "\uac00" <= char <= "\ud7a3"
