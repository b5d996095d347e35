"""The sheets of a workbook, read by a process of their own, and which of them is meant."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any

from glossary.errors import InputRefused
from glossary.formats import sheet_child
from glossary.formats.rows import Remark
from glossary.formats.sheet_cells import Cells
from glossary.formats.sheet_facts import SheetFacts

_WAIT = 5  # seconds for a process to end that has nothing left to do


class Child:
    """The process that has the workbook open. Raises InputRefused when it ends before its time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", sheet_child.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def give(self, data: bytes) -> None:
        """Have it open a workbook."""
        self._tell(len(data).to_bytes(8, "big"))
        self._tell(data)

    def ask(self, name: str) -> None:
        """Have it tell of a sheet."""
        self._tell(json.dumps(name).encode() + b"\n")

    def answer(self) -> Any:
        """What it says next."""
        line = self._pipe(self._process.stdout).readline()
        if not line.endswith(b"\n"):
            raise self._ended()
        return json.loads(line)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    def _tell(self, data: bytes) -> None:
        told = self._pipe(self._process.stdin)
        try:
            told.write(data)
            told.flush()
        except OSError as error:
            raise self._ended() from error

    def _ended(self) -> InputRefused:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_WAIT)
        encrypted = self._process.returncode == sheet_child.ENCRYPTED
        return InputRefused("workbook-encrypted" if encrypted else "workbook-broken")

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None  # as it was started
        return pipe


@contextmanager
def opened(data: bytes, facts: Sequence[SheetFacts]) -> Iterator[Sheets]:
    """The sheets while the body runs. Raises InputRefused for a workbook that cannot be read."""
    child = Child()
    try:
        child.give(data)
        yield Sheets(child, facts)
    finally:
        child.close()


class Sheets:
    """The sheets that hold a table."""

    def __init__(self, child: Child, facts: Sequence[SheetFacts]) -> None:
        self._child = child
        found = child.answer()
        self._facts = dict(zip((name for name, *_ in found), facts, strict=False))
        self._names: list[str] = [name for name, is_table, _ in found if is_table]
        self._hidden = {name for name, _, is_shown in found if not is_shown}

    def cells(self, name: str) -> Cells:
        """The cells of the sheet that is named, else of the only one shown that holds something.

        Raises InputRefused: sheet-missing, sheets-several, sheets-hidden, file-empty.
        """
        return self._cells(self._named(name) if name else self._only())

    def shown(self, name: str) -> Iterator[Cells]:
        """The cells of the sheet that is named, else of each that is shown and holds something,
        one after the other: each has to be gone through before the next.

        Raises InputRefused: sheet-missing, sheets-hidden, file-empty.
        """
        filled = self._filled()
        names = [self._named(name)] if name else [x for x in filled if x not in self._hidden]
        if not names:
            self._only()
        yield from map(self._cells, names)

    def _cells(self, name: str) -> Cells:
        self._child.ask(name)
        left = self._child.answer()
        merged = self._child.answer() or self._facts_of(name).merged
        rows = iter(self._child.answer, None)
        return Cells(name, self._facts_of(name), rows, left, merged)

    def remarks(self, name: str) -> Iterator[Remark]:
        """What of the workbook is not read, or may not be what it seems."""
        unread = [each for each in self._filled() if each != name]
        if unread:
            yield Remark("sheets-unread", {"names": ", ".join(unread)}, sheet=name)
        formulas = self._facts_of(name).formulas
        if formulas:
            yield Remark("cells-computed", {"count": formulas}, sheet=name)

    def _named(self, name: str) -> str:
        wanted = unicodedata.normalize("NFC", name)
        for each in self._names:
            if unicodedata.normalize("NFC", each) == wanted:
                return each
        raise InputRefused("sheet-missing", sheet=name, known=", ".join(self._names))

    def _only(self) -> str:
        filled = self._filled()
        shown = [each for each in filled if each not in self._hidden]
        if len(shown) > 1:
            raise InputRefused("sheets-several", known=", ".join(shown))
        if filled and not shown:
            raise InputRefused("sheets-hidden", known=", ".join(filled))
        if not shown:
            raise InputRefused("file-empty")
        return shown[0]

    def _filled(self) -> list[str]:
        return [name for name in self._names if self._facts_of(name).cells]

    def _facts_of(self, name: str) -> SheetFacts:
        return self._facts.get(name) or SheetFacts(name)
