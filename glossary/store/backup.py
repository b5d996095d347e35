"""A copy of the whole file, taken while others go on working."""

from __future__ import annotations

import os
import time

from glossary.errors import DatabaseError, UsageError
from glossary.store.create import drafted, publish
from glossary.store.database import Database


def backup(database: Database, target: str = "") -> str:
    """Copy the database with SQLite's backup interface; the path of the copy comes back.

    Without a target the copy lies beside the file, with the time in its name. The copy is made
    under another name and gets its own when whole. Raises UsageError when the target exists,
    DatabaseError when it cannot be written.
    """
    path = os.path.abspath(target) if target else _beside(database.path)
    if os.path.lexists(path):
        raise UsageError("backup-exists", path=path)
    try:
        with drafted(path) as draft:
            database.backup_to(draft)
            with open(draft, "rb+") as file:
                os.fsync(file.fileno())
            made = publish(draft, path)
    except OSError as error:
        raise DatabaseError("backup-failed", path=path, detail=error.strerror) from error
    except DatabaseError as error:
        raise DatabaseError(error.code, **{**error.fields, "path": path}) from error
    if not made:
        raise UsageError("backup-exists", path=path)
    return path


def _beside(path: str) -> str:
    stem, ending = os.path.splitext(path)
    return f"{stem}-{time.strftime('%Y%m%d-%H%M%S')}{ending}"
