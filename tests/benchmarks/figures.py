"""Medians and percentiles of repeated measurements."""

from __future__ import annotations

import lzma
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def timed(action: Callable[[], object]) -> float:
    """Seconds one call takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def read_terms(path: Path, count: int) -> list[str]:
    """The first terms of the corpus that hold something to look for."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = (line.rstrip("\n") for line in file)
        return list(islice((line for line in lines if line.strip()), count))
