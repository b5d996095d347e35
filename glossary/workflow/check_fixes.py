"""The sure fixes of a check put into the translation, which is written as a file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.model import TARGET, Unit
from glossary.workflow.check_pairs import TextPairs, UnitPairs
from glossary.workflow.checking import Told


class _Edit(NamedTuple):
    """A stretch of a line, or of a text of a unit, and what it is to be."""

    start: int
    end: int
    after: str


class Fixes:
    """The fixes of the findings that are added, by where they belong; of two that overlap the
    first counts."""

    def __init__(self) -> None:
        self._by_line: dict[int, list[_Edit]] = {}
        self._by_text: dict[tuple[int, int], list[_Edit]] = {}
        self.count = 0

    def add(self, told: Told) -> bool:
        """Take in the fix of a finding; whether it has one that can be applied."""
        each = told.finding
        if each.fix is None or each.side != TARGET or not told.pair.fixable:
            return False
        if told.pair.unit >= 0:
            edit = _Edit(each.start, each.end, each.fix)
            taken = _put(self._by_text.setdefault((told.pair.unit, told.pair.text), []), edit)
        else:
            taken = self._add_to_line(told, each.fix)
        self.count += taken
        return taken

    def _add_to_line(self, told: Told, fix: str) -> bool:
        """Not where the stretch goes over two sentences that stand apart in the file."""
        line, start = told.place
        end = start + told.finding.end - told.finding.start
        holds = any(
            piece.line == line and piece.start <= start and end <= piece.start + len(piece.text)
            for _, piece in told.pair.pieces
        )
        return holds and _put(self._by_line.setdefault(line, []), _Edit(start, end, fix))

    def write_text(self, stream: BinaryIO, pairs: TextPairs) -> None:
        """Write the translation as UTF-8, its line ends as they were. Raises InputRefused."""
        stream.writelines(
            _applied(line, self._by_line.get(number, ())).encode("utf-8")
            for number, line in enumerate(pairs.target.lines(), 1)
        )

    def write_units(self, stream: BinaryIO, pairs: UnitPairs, form: str) -> None:
        """Write all units in this form. Raises InputRefused, and UsageError for a form that is
        only read and for a file with rows that cannot be read, which would be lost."""
        memory_registry.named(form).write(stream, _Units(pairs, self._by_text), pairs.varieties[0])


class _Units:
    """The units of a file with their fixes, as often as a writer goes through them."""

    def __init__(self, pairs: UnitPairs, edits: dict[tuple[int, int], list[_Edit]]) -> None:
        self._pairs, self._edits = pairs, edits

    def __iter__(self) -> Iterator[Unit]:
        for number, (line, unit) in enumerate(self._pairs.units()):
            if unit is None:
                raise UsageError("check-fix-unread", file=self._pairs.path, line=line)
            yield unit._replace(
                texts=tuple(
                    text._replace(text=_applied(text.text, self._edits.get((number, place), ())))
                    for place, text in enumerate(unit.texts)
                )
            )


def _put(edits: list[_Edit], edit: _Edit) -> bool:
    if any(edit.start < each.end and each.start < edit.end for each in edits):
        return False
    if any((each.start, each.end) == (edit.start, edit.end) for each in edits):
        return False
    edits.append(edit)
    return True


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    for each in sorted(edits, reverse=True):
        text = text[: each.start] + each.after + text[each.end :]
    return text
