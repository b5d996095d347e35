"""A copy of the whole file, taken while others go on working."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from glossary.errors import DatabaseError, UsageError
from glossary.store.database import Database


def backup(database: Database, target: str = "") -> str:
    """Copy the database with SQLite's backup interface; the path of the copy comes back.

    Without a target the copy lies beside the file, with the time in its name. The copy is made
    under another name and renamed when whole. Raises UsageError when the target exists,
    DatabaseError when it cannot be written.
    """
    path = os.path.abspath(target) if target else _beside(database.path)
    if os.path.exists(path):
        raise UsageError("backup-exists", path=path)
    draft = f"{path}.{os.getpid()}.part"
    try:
        database.backup_to(draft)
        with open(draft, "rb+") as file:
            os.fsync(file.fileno())
        os.rename(draft, path)
    except OSError as error:
        raise DatabaseError("backup-failed", path=path, detail=error.strerror) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                os.remove(draft + ending)
    return path


def _beside(path: str) -> str:
    stem, ending = os.path.splitext(path)
    return f"{stem}-{time.strftime('%Y%m%d-%H%M%S')}{ending}"
