"""Bring a file of an older version up to date, after a copy of it was put beside it."""

from __future__ import annotations

import os

from glossary.errors import DatabaseError
from glossary.store.backup import backup
from glossary.store.database import Database
from glossary.store.header import SCHEMA_VERSION


def upgrade(database: Database) -> str:
    """Apply what migrations are missing, as one transaction; the path of the copy comes back, or
    the empty string where there is nothing to do.

    Raises DatabaseError where the file cannot be written.
    """
    if database.schema() >= SCHEMA_VERSION:
        return ""
    if not database.writable:
        raise DatabaseError("database-older", path=database.path)
    stem, ending = os.path.splitext(database.path)
    copy = f"{stem}-before-{SCHEMA_VERSION}{ending}"
    if not os.path.lexists(copy):
        backup(database, copy)
    database.migrate()
    return copy
