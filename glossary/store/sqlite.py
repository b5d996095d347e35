"""The one place that picks the SQLite module, by the same rule as sqlite-utils.

SQLite before 3.51.3 (3.50.7 and 3.44.6 have the fix too) can corrupt a file in write-ahead mode
when two connections reset the log at once, so only a fixed SQLite writes in that mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        from pysqlite3 import dbapi2 as sqlite3
    except ImportError:
        import sqlite3

__all__ = ["WAL_SAFE", "sqlite3", "wal_is_safe"]


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite version has the fix of the WAL-reset bug (sqlite.org/wal.html)."""
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


WAL_SAFE = wal_is_safe(sqlite3.sqlite_version_info)
