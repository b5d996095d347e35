"""Rows of plain values in a temporary file, for what is gone through several times and may not fit
into memory."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from typing import Any

TOGETHER = 1_000
"""Rows that are kept and loaded together."""


class Pages:
    """Rows in the order in which they were added."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="malmoi-")  # noqa: SIM115  # see close
        self._end = 0
        self._waiting: list[tuple[Any, ...]] = []

    def add(self, row: tuple[Any, ...]) -> None:
        """Keep one more row of texts, numbers, bytes, and tuples, lists and mappings of them."""
        self._waiting.append(row)
        if len(self._waiting) == TOGETHER:
            self._keep()

    def __iter__(self) -> Iterator[list[tuple[Any, ...]]]:
        """All rows, TOGETHER at a time."""
        self._keep()
        at = 0
        while at < self._end:
            self._file.seek(at)
            size = int.from_bytes(self._file.read(8), "little")
            page = self._file.read(size)
            at = self._file.tell()
            yield marshal.loads(page)  # our own file, which nobody else can open

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _keep(self) -> None:
        if self._waiting:
            page = marshal.dumps(self._waiting)
            self._file.seek(self._end)
            self._file.write(len(page).to_bytes(8, "little") + page)
            self._end = self._file.tell()
            self._waiting = []
