"""What is to be checked, as pairs of texts one at a time: two texts, or a file of pairs.

Two texts belong together line by line where they have as many lines, or as many that are not
empty; else sentence by sentence where they have as many sentences; else they are aligned. Only an
alignment holds them in memory.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.formats.lines import TextEncoding, text_lines
from glossary.formats.rows import ReadOptions, RefusedRow, Remark, UnitItem, UnitRow
from glossary.language.sentences import segments
from glossary.matching.alignment import align
from glossary.model import Unit, language_of
from glossary.workflow.documents_in import named
from glossary.workflow.sources import STANDARD, check_file_name, opened

_HELD = 10_000
"""Pairs that are held back while nothing is translated."""
SHOWN = 20
"""Rows that were passed over, or not read to their end, that are named."""
_VARIETIES = 50
"""Varieties of a file that are remembered."""
_TEXT = (".txt", ".text", ".md")


def is_text(path: str) -> bool:
    """Whether a file is read as a plain text, by its name; standard input is."""
    return path == STANDARD or path.lower().endswith(_TEXT) or "." not in path


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, with its line from 1 and its place in the line (characters from 0)."""

    line: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text and its translation, and the lines where they begin.

    `pieces` are the parts of files of which the target is made, as (place in it, segment). In a
    file of pairs `unit` is the number of the unit, from 0, and `text` that of its target text; one
    with inline codes is not `fixable`.
    """

    line: int
    target_line: int
    source: str
    target: str
    pieces: tuple[tuple[int, Piece], ...] = ()
    unit: int = -1
    text: int = -1
    fixable: bool = True


@dataclass(slots=True)
class TextFile:
    """A text that is gone through more than once; standard input is read only the first time."""

    path: str
    encoding: str = ""
    _held: bytes | None = field(default=None, repr=False)

    def lines(self, told: TextEncoding | None = None) -> Iterator[str]:
        """The lines with their line ends; `told` is filled in with how they are written. Raises
        InputRefused with the file's name."""
        with named(self.path), opened(self.path, "") as stream:
            if self.path == STANDARD:
                if self._held is None:
                    self._held = stream.read()
                stream = io.BytesIO(self._held)
            yield from text_lines(stream, self.encoding, told)

    def texts(self, *, blank: bool) -> Iterator[Piece]:
        """The lines without their line ends; `blank` ones, too."""
        for number, line in enumerate(self.lines(), 1):
            text = line.rstrip("\r\n")
            if blank or text.strip():
                yield Piece(number, 0, text)

    def sentences(self) -> Iterator[Piece]:
        """The sentences."""
        for number, line in enumerate(self.lines(), 1):
            for each in segments(line):
                yield Piece(number, each.start, each.text)


class TextPairs:
    """Two texts, one the translation of the other. Raises UsageError where that cannot be."""

    def __init__(
        self,
        source: str,
        target: str,
        varieties: tuple[str, str],
        *,
        encoding: str = "",
        known: Sequence[tuple[str, str]] = (),
    ) -> None:
        if source == target == STANDARD:
            raise UsageError("check-standard-twice")
        for path in (source, target):
            check_file_name(path)
        for path in (source, target):
            if not is_text(path):
                raise UsageError("check-two-texts", file=path)
        self._files = TextFile(source, encoding), TextFile(target, encoding)
        self._varieties = varieties
        self._known = known

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of source and target."""
        return tuple(each.path for each in self._files)

    @property
    def target(self) -> TextFile:
        """The translation."""
        return self._files[1]

    def __iter__(self) -> Iterator[TextPair]:
        ours, theirs = self._files
        counts = [(sum(1 for _ in each.lines()), _filled(each)) for each in self._files]
        if counts[0][0] == counts[1][0]:
            yield from _side_by_side(ours.texts(blank=True), theirs.texts(blank=True))
        elif counts[0][1] == counts[1][1]:
            yield from _side_by_side(ours.texts(blank=False), theirs.texts(blank=False))
        elif len({sum(1 for _ in each.sentences()) for each in self._files}) == 1:
            yield from _side_by_side(ours.sentences(), theirs.sentences())
        else:
            yield from self._aligned(list(ours.sentences()), list(theirs.sentences()))

    def _aligned(self, ours: list[Piece], theirs: list[Piece]) -> Iterator[TextPair]:
        korean = [language_of(variety) == "ko" for variety in self._varieties]
        texts = [[each.text for each in side] for side in (ours, theirs)]
        gaps = ["" if language_of(each) == "zh" else " " for each in self._varieties]
        line = target_line = 1
        for link in align(texts[0], texts[1], korean[0], korean[1], self._known):
            mine = ours[link.start : link.end]
            other = theirs[link.target_start : link.target_end]
            line = mine[0].line if mine else line
            target_line = other[0].line if other else target_line
            source, _ = _joined(mine, gaps[0])
            target, pieces = _joined(other, gaps[1])
            yield TextPair(line, target_line, source, target, pieces)


def _filled(file: TextFile) -> int:
    return sum(1 for _ in file.texts(blank=False))


def _side_by_side(ours: Iterator[Piece], theirs: Iterator[Piece]) -> Iterator[TextPair]:
    for mine, other in zip(ours, theirs, strict=True):
        if mine.text.strip() or other.text.strip():
            yield TextPair(mine.line, other.line, mine.text, other.text, ((0, other),))


def _joined(pieces: Sequence[Piece], gap: str) -> tuple[str, tuple[tuple[int, Piece], ...]]:
    """The text of several segments, as far apart as they are in a line, and where each of them
    begins in it; where lines meet stands the gap."""
    text, places = "", []
    for before, each in zip((None, *pieces), pieces, strict=False):
        if before is not None:
            same = each.line == before.line
            text += " " * (each.start - before.start - len(before.text)) if same else gap
        places.append((len(text), each))
        text += each.text
    return text, tuple(places)


@dataclass(slots=True)
class UnitPairs:
    """The pairs of a file of units: what has no text in the other variety is a pair with an empty
    one. `passed_over` counts the rows with neither, or that cannot be read; `remarks` says of the
    first of them, and of those that were not read to their end, which they are and why. Raises
    UsageError for a form that there is not, InputRefused for a text that cannot be read at all."""

    path: str
    varieties: tuple[str, str]
    form: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)
    passed_over: int = 0
    remarks: list[RefusedRow | Remark] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        """The path of the file, alone."""
        return (self.path,)

    def __post_init__(self) -> None:
        check_file_name(self.path)
        if not self.form and is_text(self.path):
            with named(self.path), opened(self.path, ""):
                raise UsageError("check-needs-target", file=self.path)
        self.options = replace(self.options, alone=True, loose=True).among(*self.varieties)

    def __iter__(self) -> Iterator[TextPair]:
        """The pairs. Raises UsageError for a file that has nothing in one of the varieties: what
        is not translated is held back until something is."""
        self.passed_over, self.remarks = 0, []
        known: dict[str, None] = {}
        held: list[TextPair] = []
        number = -1
        with closing(self._items()) as items:
            for item in items:
                if isinstance(item, Remark):
                    self._tell(item)
                    continue
                number += 1
                found = self._found(item, number)
                if isinstance(item, UnitRow) and len(known) < _VARIETIES:
                    known |= dict.fromkeys(each.variety for each in item.unit.texts)
                held += found
                if known.keys() >= set(self.varieties) or len(held) > _HELD:
                    yield from held
                    held.clear()
        if held or (known and known.keys().isdisjoint(self.varieties)):
            absent = next(each for each in self.varieties if each not in known)
            said = ", ".join(known) or "–"
            raise UsageError("check-variety-absent", file=self.path, variety=absent, known=said)

    @property
    def form_name(self) -> str:
        """The form of the file. Raises UsageError for one that there is not."""
        return self._form().name

    def _form(self) -> memory_registry.MemoryFormat:
        if self.form:
            return memory_registry.named(self.form)
        return memory_registry.of_file(self.path)

    def units(self) -> Generator[tuple[int, Unit | None], None, None]:
        """Every unit with its line; None for a row that cannot be read. Raises InputRefused."""
        with closing(self._items()) as items:
            for item in items:
                if not isinstance(item, Remark):
                    yield item.line, item.unit if isinstance(item, UnitRow) else None

    def _items(self) -> Generator[UnitItem, None, None]:
        found = self._form()
        with named(self.path), opened(self.path, "") as stream:
            yield from found.read(stream, self.options)

    def _found(self, item: UnitRow | RefusedRow, number: int) -> list[TextPair]:
        """The pairs of a row; one without any is counted, and told with its reason."""
        if isinstance(item, RefusedRow):
            refused = item
        else:
            found = list(_pairs_of(item.unit, number, item.line, self.varieties))
            if found:
                return found
            fields = dict(zip(("source", "target"), self.varieties, strict=True))
            refused = RefusedRow(item.line, "check-row-without", fields)
        self.passed_over += 1
        self._tell(refused)
        return []

    def _tell(self, item: RefusedRow | Remark) -> None:
        if len(self.remarks) < SHOWN:
            self.remarks.append(item)


def _pairs_of(unit: Unit, number: int, line: int, varieties: tuple[str, str]) -> Iterator[TextPair]:
    """The pairs of a unit: its first source with each translation, or what it has of either."""
    sources = unit.of(varieties[0])
    source = sources[0].text if sources else ""
    places = [place for place, each in enumerate(unit.texts) if each.variety == varieties[1]]
    for place in places:
        target = unit.texts[place]
        yield TextPair(line, line, source, target.text, (), number, place, not target.markup)
    if source and not places:
        yield TextPair(line, line, source, "", (), number, fixable=False)


Pairs = TextPairs | UnitPairs
