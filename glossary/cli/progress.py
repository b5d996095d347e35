"""How far a long command has come, for who waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from glossary.cli.console import Console

if TYPE_CHECKING:
    from glossary.workflow.plan import Progress

_PAUSE = 0.5  # seconds between two lines of progress


@contextmanager
def progress(console: Console) -> Iterator[Progress | None]:
    """Progress on a terminal's standard error: one line, written over, gone in the end; else none.

    The rate is that of the stage, which begins anew with its first report.
    """
    if not sys.stderr.isatty():
        yield None
        return
    began = last = time.monotonic()
    known = ""

    def show(stage: str, done: int, whole: int) -> None:
        nonlocal began, last, known
        now = time.monotonic()
        if stage != known:
            known, began = stage, now
        if now - last >= _PAUSE and now > began:
            last = now
            rate = int(done / (now - began))
            fields = {"done": done, "whole": whole or "?", "rate": rate}
            left = _clock((whole - done) // rate) if whole and rate else "?"
            said = console.say(f"progress-{stage}", **fields, left=left)
            print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _clock(seconds: int) -> str:
    """Minutes and seconds as a clock shows them."""
    return f"{max(seconds, 0) // 60}:{max(seconds, 0) % 60:02}"
