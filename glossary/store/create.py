"""Make a new glossary file: whole under its name, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress

from glossary.errors import DatabaseError
from glossary.store.database import Database, sentences
from glossary.store.header import APPLICATION_ID, SCHEMA_VERSION
from glossary.store.keys import KEY_VERSION
from glossary.store.sqlite import WAL_SAFE, sqlite3

OWN_SET = "mine"


def create(path: str, fill: Callable[[Database], None] | None = None) -> bool:
    """Make a glossary file with an empty set of one's own, let `fill` add to it, then name it.

    Answers False, leaving the other's file alone, when somebody made it meanwhile. Raises
    DatabaseError when the folder cannot be written.
    """
    path = os.path.abspath(path)
    draft = f"{path}.{os.getpid()}-{secrets.token_hex(4)}.new"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with sentences(path):
            _write_schema(draft)
            _fill(draft, fill)
        return _publish(draft, path)
    except OSError as error:
        raise DatabaseError("folder-not-writable", path=path, detail=error.strerror) from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                os.remove(draft + ending)


def _write_schema(path: str) -> None:
    import sqlite_utils

    from glossary.store.migrations import glossary

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        db = sqlite_utils.Database(connection)
        glossary.apply(db)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        meta = [("uid", secrets.token_hex(8)), ("key_version", str(KEY_VERSION))]
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA journal_mode = {'WAL' if WAL_SAFE else 'DELETE'}")
    finally:
        connection.close()


def _fill(path: str, fill: Callable[[Database], None] | None) -> None:
    from glossary.store.sets import Sets

    database = Database(path)
    try:
        Sets(database).create(OWN_SET, "create")
        if fill is not None:
            fill(database)
    finally:
        database.close()


def _publish(draft: str, path: str) -> bool:
    """Give the finished file its name, without ever replacing another."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.exists(path):
            return False
        os.rename(draft, path)
    return True
