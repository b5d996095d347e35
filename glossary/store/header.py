"""What a file is, by its first hundred bytes (sqlite.org/fileformat.html), before SQLite opens it.

A foreign or damaged file is refused here and so never touched. The bytes are read only while
this process has no connection to the file: closing a second descriptor would drop SQLite's locks.
"""

from __future__ import annotations

import os
import threading

from glossary.errors import DatabaseError

APPLICATION_ID = 0x4D414C4D  # "MALM"
SCHEMA_VERSION = 2

_MAGIC = b"SQLite format 3\0"
_SIZE = 100
_WRITE_AHEAD = 2


class Header:
    """The facts of a header that decide how the file is opened."""

    __slots__ = ("application_id", "schema_version", "size", "write_ahead")

    def __init__(self, data: bytes) -> None:
        self.write_ahead = data[18] == _WRITE_AHEAD
        page_size = int.from_bytes(data[16:18], "big")
        self.size = int.from_bytes(data[28:32], "big") * (65_536 if page_size == 1 else page_size)
        self.schema_version = int.from_bytes(data[60:64], "big")
        self.application_id = int.from_bytes(data[68:72], "big")


_connections: dict[str, tuple[Header, int]] = {}  # how many this process has, by real path
_lock = threading.Lock()  # no thread reads a header while another connects


def claim(path: str) -> Header:
    """The header of a glossary file that is about to be connected to; `release` when closed.

    Raises DatabaseError for a missing, empty, cut, foreign or newer file, a folder, or one that
    cannot be read.
    """
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            raise DatabaseError("database-not-a-file", path=path)
        with _lock:
            header, count = _connections.get(path) or (_checked(path, _first_bytes(path)), 0)
            _connections[path] = (header, count + 1)
        return header
    except FileNotFoundError:
        raise DatabaseError("database-missing", path=path) from None
    except OSError as error:
        raise DatabaseError("database-unreadable", path=path, detail=error.strerror) from error


def release(path: str) -> None:
    """One connection less."""
    with _lock:
        header, count = _connections.pop(path)
        if count > 1:
            _connections[path] = (header, count - 1)


def draft_of(path: str) -> str:
    """A free name beside a file, under which it is written before it gets its own."""
    return f"{path}.{os.getpid()}-{os.urandom(4).hex()}.new"


def is_draft(name: str, path: str) -> bool:
    """Whether a name is one that `draft_of` gives."""
    import re

    return re.fullmatch(re.escape(path) + r"\.\d+-[0-9a-f]{8}\.new", name) is not None


def _first_bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(_SIZE)


def _checked(path: str, data: bytes) -> Header:
    if not data:
        raise DatabaseError("database-empty", path=path)
    if len(data) < _SIZE or not data.startswith(_MAGIC):
        raise DatabaseError("database-foreign", path=path)
    header = Header(data)
    if header.application_id != APPLICATION_ID:
        raise DatabaseError("database-foreign", path=path)
    if header.schema_version > SCHEMA_VERSION:
        raise DatabaseError("database-newer", path=path, found=header.schema_version)
    if not _has_log(path) and os.path.getsize(path) < header.size:
        raise DatabaseError("database-damaged", path=path, detail="the end is missing")
    return header


def _has_log(path: str) -> bool:
    """Whether a log or a journal lies beside the file, from which SQLite makes it whole."""
    return any(os.path.exists(path + ending) for ending in ("-wal", "-journal"))
