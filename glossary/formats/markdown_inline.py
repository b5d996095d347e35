"""The text of a paragraph of Markdown as a reader sees it, with the way back (CommonMark 0.31, 6).

One rule is wider than there: marks of emphasis also count where quotation marks or brackets stand
inside them and a letter outside (`**“중시”**를`), as is meant in texts without spaces between.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from glossary.formats.html_passages import BLOCKS
from glossary.formats.html_tokens import unescaped
from glossary.formats.passages import OBJECT, Composed, Passage, Place

_TOKEN = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<line>\n)
    | (?P<space>[ \t]{2,}+|\t)
    | (?P<ticks>`++)
    | (?P<comment><!--)
    | (?P<address><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>)
    | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?=[\s/>])[^<>]*+>)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<marks>\*++|_++|~++)
    | (?P<open>!?\[)
    | (?P<close>\])
    """,
    re.VERBOSE,
)
_DESTINATION = re.compile(
    r"""\(\s*+ (?: <[^<>\n]*+> | [^\s()<]*+ (?:\([^\s()]*+\)[^\s()]*+)*+ )
        (?: \s++ (?: "[^"]*+" | '[^']*+' | \([^()]*+\) ) )?+ \s*+ \)""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\[[^\[\]]*+\]")
_TICKS = re.compile("`+")
_LABEL = 999  # characters
_STRIKE = 2  # tildes; a single one stands between numbers


class Line(NamedTuple):
    """A line of a paragraph, without white space around it; `start` is where it begins in the
    file, `is_hard` says that what follows it begins a new line."""

    number: int
    start: int
    text: str
    is_hard: bool = False


class _Edit(NamedTuple):
    """What stands at start:end is read as `text`; "\\n" is the end of a line, " " white space."""

    start: int
    end: int
    text: str


def normal_label(label: str) -> str:
    """The label of a reference, as it is compared."""
    return " ".join(label.split()).casefold()


def passages(
    lines: Sequence[Line], labels: frozenset[str], kind: str = "text"
) -> Iterator[Passage]:
    """The text of a paragraph, and before it the texts of its images; `labels` are those of the
    references that the file defines."""
    if len(lines) == 1 and lines[0].text and not _TOKEN.search(lines[0].text):
        place = Place(code="place-line", number=lines[0].number)
        yield Passage(lines[0].text, place, lines[0].start, kind=kind)
        return
    reader = _Inline(lines, labels)
    reader.scan()
    for start, end, edits in reader.images:
        found = reader.passage(start, end, edits, "alt")
        if found is not None:
            yield found
    found = reader.passage(0, len(reader.raw), reader.edits, kind)
    if found is not None:
        yield found


class _Inline:
    """A paragraph while it is gone through; places are those of `raw`, its lines joined."""

    def __init__(self, lines: Sequence[Line], labels: frozenset[str]) -> None:
        self._labels = labels
        self.raw = "\n".join(line.text for line in lines)
        self.edits: list[_Edit] = []
        self.images: list[tuple[int, int, list[_Edit]]] = []
        self._lines = lines
        self._begins = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
        self._marks: dict[str, list[int]] = {"*": [], "_": [], "~": []}
        self._brackets: list[tuple[int, bool, int]] = []  # place, of an image, edits before it
        self._ticks: dict[int, list[int]] = {}
        for found in _TICKS.finditer(self.raw):
            self._ticks.setdefault(len(found[0]), []).append(found.start())
        self._comments = "-->" in self.raw

    def scan(self) -> None:
        """Find what is no text, or another."""
        place = 0
        while (found := _TOKEN.search(self.raw, place)) is not None:
            place = found.end()
            kind = found.lastgroup or ""
            if kind in ("ticks", "comment", "close"):
                place = getattr(self, f"_{kind}_at")(found)
            elif kind == "marks":
                self._mark(found)
            elif kind == "open":
                self._brackets.append((found.start(), len(found[0]) > 1, len(self.edits)))
            else:
                self._replace(found, kind)
        self.edits.sort()

    def _replace(self, found: re.Match[str], kind: str) -> None:
        start, end = found.span()
        if kind == "escape":
            self.edits.append(_Edit(start, start + 1, ""))
        elif kind == "line":
            hard = self._lines[bisect_right(self._begins, start) - 1].is_hard
            self.edits.append(_Edit(start, end, "\n" if hard else " "))
        elif kind == "space":
            self.edits.append(_Edit(start, end, " "))
        elif kind == "address":
            self.edits.append(_Edit(start, end, OBJECT))
        elif kind == "entity":
            self.edits.append(_Edit(start, end, unescaped(found[0])))
        else:
            name = found["name"].lower()
            text = "\n" if name == "br" or name in BLOCKS else OBJECT if name == "img" else ""
            self.edits.append(_Edit(start, end, text))

    def _ticks_at(self, found: re.Match[str]) -> int:
        """Leave out inline code; where to go on."""
        same = self._ticks.get(len(found[0]), [])
        following = bisect_right(same, found.start())
        if following == len(same):
            return found.end()
        end = same[following] + len(found[0])
        self.edits.append(_Edit(found.start(), end, OBJECT))
        return end

    def _comment_at(self, found: re.Match[str]) -> int:
        end = self.raw.find("-->", found.end()) if self._comments else -1
        if end < 0:
            self._comments = False
            return found.end()
        self.edits.append(_Edit(found.start(), end + 3, ""))
        return end + 3

    def _mark(self, found: re.Match[str]) -> None:
        """Pair marks of emphasis, one by one."""
        start, end = found.span()
        sign = found[0][0]
        if sign == "~" and end - start != _STRIKE:
            return
        before, after = self.raw[start - 1 : start], self.raw[end : end + 1]
        closes = _holds(before, after, ("Pe", "Pf"))
        opens = _holds(after, before, ("Ps", "Pi"))
        if sign == "_":
            closes, opens = closes and not after.isalnum(), opens and not before.isalnum()
        open_ones = self._marks[sign]
        while closes and open_ones and start < end:
            one = open_ones.pop()
            self.edits += (_Edit(one, one + 1, ""), _Edit(start, start + 1, ""))
            start += 1
        if opens:
            open_ones += range(start, end)

    def _close_at(self, found: re.Match[str]) -> int:
        """Leave out what makes a link of a text; where to go on."""
        if not self._brackets:
            return found.end()
        start, is_image, before = self._brackets.pop()
        end = self._target(start + 1 + is_image, found)
        if end is None:
            if self.raw.startswith("[^", start):
                self._take_out(start, before)
                self.edits.append(_Edit(start, found.end(), ""))
            return found.end()
        if is_image:
            self.images.append((start + 2, found.start(), self._take_out(start, before)))
            self.edits.append(_Edit(start, end, OBJECT))
        else:
            self.edits.append(_Edit(start, start + 1, ""))
            self.edits.append(_Edit(found.start(), end, ""))
        return end

    def _target(self, start: int, closed: re.Match[str]) -> int | None:
        """Where a link ends whose text begins at `start` and is closed there, if it is one."""
        destination = _DESTINATION.match(self.raw, closed.end())
        if destination:
            return destination.end()
        reference = _REFERENCE.match(self.raw, closed.end())
        if reference and self._is_defined(reference.start() + 1, reference.end() - 1):
            return reference.end()
        if self._is_defined(start, closed.start()):
            empty = reference is not None and reference[0] == "[]"
            return closed.end() + 2 if empty else closed.end()
        return None

    def _is_defined(self, start: int, end: int) -> bool:
        if not self._labels or end - start > _LABEL:
            return False
        return normal_label(self.raw[start:end]) in self._labels

    def _take_out(self, start: int, before: int) -> list[_Edit]:
        """The edits from this place on, which are none of the paragraph's; those in front of it
        were made earlier, but for marks that are paired inside."""
        later = self.edits[before:]
        self.edits[before:] = [each for each in later if each.start < start]
        for open_ones in self._marks.values():
            while open_ones and open_ones[-1] >= start:
                open_ones.pop()
        return sorted(each for each in later if each.start >= start)

    def passage(self, start: int, end: int, edits: Sequence[_Edit], kind: str) -> Passage | None:
        """The text of a stretch, if there is any."""
        made = Composed()
        for edit in (*edits, _Edit(end, end, "")):
            if start < edit.start:
                made.add(self.raw[start : edit.start], *self._in_file(start, edit.start))
            start = edit.end
            first, last = self._in_file(edit.start, edit.end)
            if edit.text == "\n":
                made.add_break(first, last)
            elif edit.text == " ":
                made.add_space(self.raw[edit.start : edit.end], first, last)
            else:
                made.add(edit.text, first, last)
        number = bisect_right(self._lines, made.start or 0, key=lambda line: line.start)
        line = self._lines[max(number - 1, 0)].number
        return made.finish(Place(code="place-line", number=line), kind)

    def _in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `raw` stands in the file; the end of a line goes up to the next."""
        return self._place(start), self._place(end)

    def _place(self, place: int) -> int:
        number = min(bisect_right(self._begins, place), len(self._lines)) - 1
        line = self._lines[number]
        return line.start + place - self._begins[number]


def _holds(inside: str, outside: str, kinds: tuple[str, ...]) -> bool:
    """Whether a mark of emphasis may stand between these two characters ("" at an end): beside
    punctuation only where no letter is outside, or the punctuation is of these kinds."""
    if not inside.strip():
        return False
    if inside.isalnum() or not outside.isalnum():
        return True
    return not outside.isascii() and (inside in "\"'" or unicodedata.category(inside) in kinds)
