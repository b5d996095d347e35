"""Who writes to a database right now, so that a waiting writer can say whom it waits for.

A note in the cache folder, made under the write lock and removed with it. It is talk, never a
lock: a note left by a killed process is seen by its dead process number and ignored.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from glossary import places


@dataclass(frozen=True, slots=True)
class Holder:
    """The command that holds the file, and its process number."""

    command: str
    process: int


@contextmanager
def holding(path: str, command: str) -> Iterator[None]:
    """Leave the note while the body runs; a note that cannot be written is left out."""
    note = _note(path)
    with suppress(OSError):
        os.makedirs(os.path.dirname(note), exist_ok=True)
        with open(note, "w", encoding="utf-8") as file:
            json.dump({"command": command, "process": os.getpid()}, file)
    try:
        yield
    finally:
        with suppress(OSError):
            os.remove(note)


def current_holder(path: str) -> Holder | None:
    """The living process that said it writes to this file, if there is one."""
    try:
        with open(_note(path), encoding="utf-8") as file:
            said = json.load(file)
        os.kill(int(said["process"]), 0)
        return Holder(str(said["command"]), int(said["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note(path: str) -> str:
    name = hashlib.blake2b(path.encode(errors="surrogateescape"), digest_size=12).hexdigest()
    return os.path.join(places.cache_folder(), f"{name}.writer")
