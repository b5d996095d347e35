"""Files of packed arrays, to be mapped into memory: what an index is kept in between two runs.

A file is whole under its name or not there. It is derived data: whoever reads it checks that the
arrays fit together, and makes them anew where it is missing, broken or of another format.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

_HEAD = 512  # bytes


def write(path: str, form: str, stamp: str, parts: Sequence[bytes | memoryview]) -> None:
    """Write a file of these parts; OSError leaves what stood there before."""
    sizes = [len(part) for part in parts]
    head = {"format": form, "order": sys.byteorder, "stamp": stamp, "sizes": sizes}
    draft = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with open(draft, "wb") as file:
            file.write(json.dumps(head).ljust(_HEAD - 8).encode() + b"\n" * 8)
            for part in parts:
                file.write(part)
                file.write(b"\0" * _filling(len(part)))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        with suppress(OSError):
            os.remove(draft)


def read(path: str, form: str) -> tuple[str, list[memoryview]] | None:
    """The stamp and the parts of a file, mapped into memory; None when it is missing, broken or
    of another format."""
    import mmap

    try:
        with open(path, "rb") as file:
            mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head = json.loads(bytes(mapped[:_HEAD]))
        if (head["format"], head["order"]) != (form, sys.byteorder):
            return None
        return str(head["stamp"]), _parts(mapped, head["sizes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parts(mapped: memoryview, sizes: Sequence[int]) -> list[memoryview]:
    """The sections behind the head; ValueError when the file was cut."""
    parts = []
    place = _HEAD
    for size in sizes:
        parts.append(mapped[place : place + size])
        place += size + _filling(size)
    if place != len(mapped):
        raise ValueError("the file was cut")
    return parts


def _filling(size: int) -> int:
    """Bytes after a part, so that the next begins where a number may."""
    return -size % 8
