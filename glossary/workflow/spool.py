"""Units of an import, read and checked, that wait in a temporary file to be written.

In memory stay 16 bytes for each: its digest, by which units that are the same are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

from glossary.store.units import UnitValues
from glossary.workflow.pages import Pages


class Spool:
    """Units in the order in which they were read."""

    def __init__(self) -> None:
        self._pages = Pages()
        self._digests = bytearray()

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pages.close()

    def __len__(self) -> int:
        return len(self._digests) // 16

    def add(self, values: UnitValues) -> None:
        """Keep one more unit."""
        self._pages.add(values)
        self._digests += values[2]

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
        """All units, some at a time."""
        yield from self._pages
