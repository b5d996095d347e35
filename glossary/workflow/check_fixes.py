"""The sure fixes of a check put into the translation, which is written as a file of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.formats.lines import TextEncoding
from glossary.formats.table_patch import Change, patched
from glossary.model import TARGET, Unit
from glossary.workflow.check_pairs import TextPairs, UnitPairs
from glossary.workflow.checking import Told
from glossary.workflow.documents_in import named
from glossary.workflow.sources import opened

_DELIMITERS = {"csv": ",", "tsv": "\t"}
"""What as a rule parts the cells of the forms that are text."""


class _Edit(NamedTuple):
    """A stretch of a line, or of a text of a unit, and what it is to be."""

    start: int
    end: int
    after: str


class Fixes:
    """The fixes of the findings that are added, by where they belong; of two that overlap the
    first counts. With `keep` a text or table is written in the encoding it has, else as UTF-8."""

    def __init__(self, *, keep: bool = False) -> None:
        self._keep = keep
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
        """Write the translation, its line ends as they were. Raises InputRefused, and UsageError
        for what its encoding does not have."""
        told = TextEncoding()
        lines = (
            _applied(line, self._by_line.get(number, ()))
            for number, line in enumerate(pairs.target.lines(told), 1)
        )
        stream.writelines((told if self._keep else TextEncoding()).encoded(lines))

    def write_units(self, stream: BinaryIO, pairs: UnitPairs, form: str) -> None:
        """Write all units in this form; a table in the form that it has stays as it is but for the
        cells that are fixed. Raises InputRefused, and UsageError for a form that is only read and
        for a file with rows that cannot be read, which would be lost."""
        if form in _DELIMITERS and form == pairs.form_name:
            self._write_table(stream, pairs, _DELIMITERS[form])
            return
        memory_registry.named(form).write(stream, _Units(pairs, self._by_text), pairs.varieties[0])

    def _write_table(self, stream: BinaryIO, pairs: UnitPairs, delimiter: str) -> None:
        changes: dict[int, dict[str, Change]] = {}
        for number, (line, unit) in enumerate(pairs.units()):
            for place, text in enumerate(unit.texts if unit else ()):
                edits = self._by_text.get((number, place))
                if edits:
                    fixed = _applied(text.text, edits)
                    changes.setdefault(line, {})[text.variety] = text.text, fixed
        told = TextEncoding()
        with named(pairs.path), opened(pairs.path, "") as table:
            parts = patched(table, pairs.options, delimiter, changes, told)
            stream.writelines((told if self._keep else TextEncoding()).encoded(parts))


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
    """Put an edit in its place among the others, unless it overlaps one or has the place of one."""
    at = bisect_left(edits, (edit.start, edit.end), key=lambda each: (each.start, each.end))
    before, after = edits[max(0, at - 1) : at], edits[at : at + 1]
    if any(each.end > edit.start for each in before):
        return False
    if any(each.start < edit.end or (each.start, each.end) == edit[:2] for each in after):
        return False
    edits.insert(at, edit)
    return True


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    parts, at = [], 0
    for each in edits:
        parts += [text[at : each.start], each.after]
        at = each.end
    return "".join((*parts, text[at:]))
