"""Make a new glossary file: whole under its name, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from glossary.errors import DatabaseError
from glossary.store.database import Database, sentences
from glossary.store.header import APPLICATION_ID, SCHEMA_VERSION, draft_of
from glossary.store.keys import KEY_VERSION
from glossary.store.sqlite import WAL_SAFE, sqlite3

OWN_SET = "mine"


def create(path: str, fill: Callable[[Database], None] | None = None) -> bool:
    """Make a glossary file with an empty set of one's own, let `fill` add to it, then name it.

    Answers False, leaving the other's file alone, when somebody made it meanwhile. Raises
    DatabaseError when the folder cannot be written.
    """
    path = os.path.abspath(path)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with drafted(path) as draft, sentences(path):
            _write_schema(draft)
            _fill(draft, fill)
            return publish(draft, path)
    except OSError as error:
        raise DatabaseError("folder-not-writable", path=path, detail=error.strerror) from error


@contextmanager
def drafted(path: str) -> Iterator[str]:
    """An empty file beside the path, to write into and publish; it does not stay. OSError where
    the folder cannot be written."""
    draft = draft_of(path)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    try:
        yield draft
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


def publish(draft: str, path: str) -> bool:
    """Give a finished file its name for good, without ever replacing another."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return False
        os.rename(draft, path)
    _sync_folder(path)
    return True


def _sync_folder(path: str) -> None:
    """Put the file's name on the disk; systems that cannot do it for a folder do not need it."""
    with suppress(OSError):
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
