"""Units read as one value for each page of them (`glossary.unit_pages`)."""

from __future__ import annotations

from collections.abc import Sequence

from glossary import unit_pages
from glossary.errors import DatabaseError
from glossary.store.database import Database
from glossary.store.units import TEXT_OF_UNIT, TEXTS, alive


def joined_units(
    database: Database, memories: Sequence[int], behind: int, batch: int, count: int
) -> tuple[int, bytes] | None:
    """The last row of so many units behind a row, and their page; None where there are none.
    Raises DatabaseError."""
    sql = _JOINED.format(alive(memories))
    last, page = database.rows(sql, (behind, batch, batch, count))[0]
    if last is None:
        return None
    _check(page, database.path)
    return last, page


def _check(page: bytes, path: str) -> None:
    """Raise DatabaseError where a byte of the texts is in no UTF-8, so that it may be a mark."""
    count, detail = page.count, "text that is not in UTF-8"
    heads = count(unit_pages.TEXTS)
    whole = count(unit_pages.UNIT) == heads
    whole = whole and count(unit_pages.WORDS) == heads + count(unit_pages.NEXT)
    try:
        page.translate(None, unit_pages.MARKS).decode()
    except UnicodeDecodeError as error:
        whole, detail = False, str(error)
    if not whole:
        raise DatabaseError("database-damaged", path=path, detail=detail)


def _mark(mark: bytes) -> str:
    return f"x'{mark.hex()}'"


_REST = ("t.markup", "t.before", "t.after", "t.details")
_BARE = " AND ".join([f"{name} = ''" for name in _REST])
# In order of the rows: with CROSS JOIN, SQLite goes through the units first.
_JOINED = (
    "SELECT max(u.id), CAST(group_concat("
    f"iif(t.id % {TEXTS} = 0, {_mark(unit_pages.UNIT)} || u.uid"
    f" || iif(u.details = '', '', {_mark(unit_pages.MORE)} || u.details)"
    f" || {_mark(unit_pages.TEXTS)}, {_mark(unit_pages.NEXT)})"
    f" || t.variety || {_mark(unit_pages.WORDS)} || t.text"
    f" || iif({_BARE}, '',"
    f" {' || '.join(f'{_mark(unit_pages.MORE)} || {name}' for name in _REST)}), '') AS BLOB)"
    f" FROM (SELECT id, uid, details FROM unit WHERE {{}}) u CROSS JOIN text t ON {TEXT_OF_UNIT}"
)
