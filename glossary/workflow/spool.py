"""Units of an import, read and checked, that wait in a temporary file to be written.

In memory stay 16 bytes for each: its digest, by which units that are the same are found.
"""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from glossary.store.units import UnitValues

TOGETHER = 1_000
"""Units that are kept and loaded together."""


class Spool:
    """Units in the order in which they were read."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="malmoi-")  # noqa: SIM115  # see __exit__
        self._waiting: list[UnitValues] = []
        self._digests = bytearray()

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._digests) // 16

    def add(self, values: UnitValues) -> None:
        """Keep one more unit."""
        self._waiting.append(values)
        self._digests += values.digest
        if len(self._waiting) == TOGETHER:
            self._keep()

    def first_ones(self, known: bytes) -> Any:
        """For each unit whether it is the first of its digest, and none of the known digests,
        joined, is its own: an array of truth values."""
        import numpy as np

        kinds = np.dtype([("high", ">u8"), ("low", ">u8")])
        digests = np.frombuffer(known + bytes(self._digests), kinds)
        order = np.lexsort((np.arange(len(digests)), digests["low"], digests["high"]))
        ordered = digests[order]
        first = np.ones(len(digests), bool)
        first[order[1:]] = ordered[1:] != ordered[:-1]
        return first[len(known) // 16 :]

    def pages(self) -> Iterator[list[UnitValues]]:
        """All units, TOGETHER at a time."""
        self._keep()
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            size = int.from_bytes(self._file.read(8), "little")
            page = marshal.loads(self._file.read(size))  # our own file, which nobody else can open
            yield list(map(UnitValues._make, page))

    def _keep(self) -> None:
        if self._waiting:
            page = marshal.dumps(list(map(tuple, self._waiting)))
            self._file.write(len(page).to_bytes(8, "little") + page)
            self._waiting = []
