"""Stretches of a text that do not overlap, asked for by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable


class Spans:
    """Stretches (start, end) of a text; no two of them overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them has a place in common with this stretch, or lies around it."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._ends[place - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds this whole stretch."""
        place = bisect_right(self._starts, start)
        return place > 0 and self._ends[place - 1] >= end

    def add(self, start: int, end: int) -> None:
        """One more, which must meet none of them."""
        insort(self._starts, start)
        insort(self._ends, end)
