"""Units whose rows are not what was written."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.errors import Notice
from glossary.store.batch import Row
from glossary.store.database import Database
from glossary.store.units import TEXTS, crc, placed, texts_digest

_PAGE = 5_000


def wrong_units(database: Database) -> Iterator[Notice]:
    """A notice for each version of a unit that is not what was written, in any of its rows."""
    last = 0
    while rows := database.rows(
        "SELECT id, uid, details, digest, checksum, memory, created, ended FROM unit WHERE id > ?"
        f" ORDER BY id LIMIT {_PAGE}",
        (last,),
    ):
        first, last = last, rows[-1][0]
        texts: dict[int, list[Row]] = {}
        for unit, *columns in database.rows(
            f"SELECT id / {TEXTS}, variety, text, markup, before, after, details FROM text"
            f" WHERE id >= {TEXTS} * (? + 1) AND id < {TEXTS} * (? + 1) ORDER BY id",
            (first, last),
        ):
            texts.setdefault(unit, []).append(tuple(columns))
        for row, uid, details, digest, checksum, *numbers in rows:
            said = texts.get(row, [])
            check = crc(uid, details, said, digest) + placed(*numbers)
            if texts_digest(said) != digest or check != checksum:
                yield Notice("doctor-unit", uid=uid)
