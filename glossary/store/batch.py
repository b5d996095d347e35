"""A write under way, through which all of its rows go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite_utils

_TOGETHER = 50  # rows in a statement

Row = tuple[Any, ...]


class Batch:
    """One write under way: its number, and `db` through which its rows are written."""

    __slots__ = ("changed", "db", "number")

    def __init__(self, number: int, db: sqlite_utils.Database) -> None:
        self.number = number
        self.db = db
        self.changed = False

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> Any:
        """Run one statement that changes rows, inside this write."""
        self.changed = True
        return self.db.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Row]) -> None:
        """Run one statement for many rows; it never commits (`decisions.md`, bulk inserts)."""
        if rows:
            self.changed = True
            self.db.conn.executemany(sql, rows)

    def insert_many(self, table: str, values: str, rows: Sequence[Row]) -> None:
        """Insert rows, several in a statement, which costs as much as a row does. `table` names
        its columns too; `values` is SQL for one row, with a "?" for each of its values."""
        for start in range(0, len(rows), _TOGETHER):
            page = rows[start : start + _TOGETHER]
            marks = ",".join([f"({values})"] * len(page))
            self.execute(f"INSERT INTO {table} VALUES {marks}", tuple(chain.from_iterable(page)))
