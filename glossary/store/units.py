"""The units of memories: writing, reading and ending their rows.

A unit is never changed: a new version is made under the same uid, and the old one ends. A text's
row never changes either, so an id that is still there still has the text it was indexed with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import product
from typing import NamedTuple
from zlib import crc32

from glossary.model import UID_ALPHABET, Text, Unit, new_uid
from glossary.store.batch import Batch, Row
from glossary.store.database import Database
from glossary.unit_pages import details_of, details_text

PAGE = 500
DIGEST_SIZE = 16
"""Bytes of the digest of what a unit's texts say."""


TextValues = tuple[str, ...]
"""Variety, text, markup, the neighbours before and after, and details, as the row of a text."""


UnitValues = tuple[str, str, bytes, tuple[TextValues, ...]]
"""A unit as its row holds it (uid, details, digest), and the values of its texts, but for their
row ids. A plain tuple, since millions of them go through a file and back."""


class StoredUnit(NamedTuple):
    """A unit with its row id, its memory's, and the batch that made this version."""

    row: int
    memory: int
    created: int
    unit: Unit


class HeldUnit(NamedTuple):
    """A living unit's row, the batch that made it, and the checksum of what it says (`crc`)."""

    row: int
    created: int
    crc: int


def unit_values(unit: Unit) -> UnitValues:
    """What is stored of a unit. The digest is of what its texts say and where they stood: units
    of one digest are the same, whatever else is known about them."""
    said, uid, details = unit
    texts = tuple([(a, b, c, d, e, details_text(f) if f else "") for a, b, c, d, e, f in said])
    return uid, details_text(details) if details else "", texts_digest(texts), texts


def texts_digest(texts: Iterable[TextValues]) -> bytes:
    """What `unit.digest` must be."""
    said = [f"{a}\x1e{b}\x1e{c}\x1e{d}\x1e{e}" for a, b, c, d, e, _ in texts]
    return blake2b("\x1f".join(said).encode(), digest_size=DIGEST_SIZE).digest()


def crc(uid: str, details: str, texts: Iterable[TextValues], digest: bytes) -> int:
    """A checksum of what a unit says, also of what the digest leaves out."""
    said = "\x1f".join([text[5] for text in texts])
    return crc32(digest, crc32(f"{uid}\x1f{details}\x1f{said}".encode()))


TEXTS = 1_000
"""The most texts of a unit. The id of a text is so many times its unit's, and its place in it."""

UNIT_OF_TEXT = f"u.id = t.id / {TEXTS}"
TEXT_OF_UNIT = f"t.id >= {TEXTS} * u.id AND t.id < {TEXTS} * (u.id + 1)"
"""SQL that joins texts (t) and units (u), from either side. Only with CROSS JOIN does SQLite begin
on the side that is written first; the other way round it would go through all for each."""

_COLUMNS = "id, memory, created, uid, details"
_UNIT_COLUMNS = "u.id, u.memory, u.created, u.uid, u.details"
_UNIT_WIDTH = 5
_TEXT_COLUMNS = "t.id, t.variety, t.text, t.markup, t.before, t.after, t.details"
_NO_MORE_SQL = "'','','',''"
_IN_ORDER = "+memory"  # so that SQLite goes by id, not by the index that begins with the memory

CHECKED = "(1000003 * memory + 1000033 * created + 1000037 * coalesce(ended, 0))"
"""SQL of what is added to the checksum of a row: it covers the numbers that place a version."""


END = "UPDATE unit SET ended = ?1, checksum = checksum + 1000037 * ?1 WHERE ended IS NULL"
"""SQL that ends living versions: the batch is its first value."""


def placed(memory: int, created: int, ended: int | None = None) -> int:
    """What CHECKED is for these numbers."""
    return 1000003 * memory + 1000033 * created + 1000037 * (ended or 0)


def alive(memories: Sequence[int]) -> str:
    """SQL that chooses the units of these memories that live at a batch, in order: it takes the
    row they are behind, the batch twice, and how many."""
    return (
        f"id > ? AND {_IN_ORDER} IN ({','.join(map(str, memories))})"
        " AND created <= ? AND (ended IS NULL OR ended > ?) ORDER BY id LIMIT ?"
    )


def new_uids() -> Iterator[str]:
    """Uids of 13 characters that follow one another in runs from random starts, so that an index
    of them grows at its end."""
    tails = ["".join(tail) for tail in product(UID_ALPHABET, repeat=3)]
    while True:
        start = new_uid()[:-3]
        for tail in tails:
            yield start + tail


class Units:
    """The units of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._new_uids = new_uids()

    def insert(self, batch: Batch, memory: int, units: Sequence[UnitValues]) -> None:
        """Write new versions; those without a uid get one."""
        sequence = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'unit'"
        first = int(self._database.value(sequence)) + 1
        number = batch.number
        place = placed(memory, number)
        unit_rows: list[Row] = []
        new_uids = self._new_uids
        for row, (uid, details, digest, texts) in enumerate(units, first):
            uid = uid or next(new_uids)
            check = crc(uid, details, texts, digest) + place
            # SQLite's module looks for an adapter of every bytes object, and of no bytearray.
            unit_rows.append((row, uid, details, bytearray(digest), check))
        batch.insert_many(
            "unit (id, uid, details, digest, checksum, memory, created)",
            f"?,?,?,?,?,{memory:d},{number:d}",
            unit_rows,
        )
        _insert_texts(batch, first, units)

    def end(self, batch: Batch, rows: Sequence[int]) -> None:
        """End the versions of these rows."""
        batch.execute_many(f"{END} AND id = ?2", [(batch.number, row) for row in rows])

    def load(self, wanted: Sequence[int]) -> dict[int, StoredUnit]:
        """The living units among these rows, by row."""
        found: dict[int, StoredUnit] = {}
        for start in range(0, len(wanted), PAGE):
            page = tuple(wanted[start : start + PAGE])
            marks = ",".join("?" * len(page))
            rows = self._database.rows(
                f"SELECT {_UNIT_COLUMNS}, {_TEXT_COLUMNS} FROM unit u"
                f" CROSS JOIN text t ON {TEXT_OF_UNIT}"
                f" WHERE u.id IN ({marks}) AND u.ended IS NULL ORDER BY t.id",
                page,
            )
            units = dict.fromkeys([row[:_UNIT_WIDTH] for row in rows])
            texts = [row[_UNIT_WIDTH:] for row in rows]
            found.update((each.row, each) for each in _stored(units, texts))
        return found

    def pages(self, memories: Sequence[int]) -> Iterator[list[StoredUnit]]:
        """All units of these memories that live now, in the order they were written; what is
        written while they are read changes nothing."""
        for first, last, units in self._pages(memories, _COLUMNS):
            yield _stored(units, self._texts(first, last, _TEXT_COLUMNS))

    def joined_pages(self, memories: Sequence[int]) -> Iterator[bytes]:
        """The same units as pages of `unit_pages`."""
        from glossary.store.joined_units import joined_units

        last, now = 0, self._database.stamp()[0]
        while found := joined_units(self._database, memories, last, now, PAGE):
            last, page = found
            yield page

    def _pages(self, memories: Sequence[int], columns: str) -> Iterator[tuple[int, int, list[Row]]]:
        """The first row and the last of each page, and these columns of its units; the first
        column is the row."""
        now = self._database.stamp()[0]
        last = 0
        while units := self._database.rows(
            f"SELECT {columns} FROM unit u WHERE {alive(memories)}", (last, now, now, PAGE)
        ):
            last = units[-1][0]
            yield units[0][0], last, units

    def _texts(self, first: int, last: int, columns: str, condition: str = "") -> list[Row]:
        """The texts of all units between these rows, in order."""
        return self._database.rows(
            f"SELECT {columns} FROM text t WHERE id >= ? AND id < ? {condition} ORDER BY id",
            (TEXTS * first, TEXTS * (last + 1)),
        )

    def find(self, uid: str) -> StoredUnit | None:
        """The living unit of a uid, in the memory that comes first; None where there is none."""
        rows = self._database.rows(
            "SELECT u.id FROM memory m CROSS JOIN unit u ON u.memory = m.id AND m.removed = 0"
            " WHERE u.uid = ? AND u.ended IS NULL ORDER BY m.priority, m.id LIMIT 1",
            (uid,),
        )
        return self.load([rows[0][0]]).get(rows[0][0]) if rows else None

    def same(self, memory: int, unit: Unit) -> Unit | None:
        """A memory's living unit that says the same, the first of them."""
        rows = self._database.rows(
            f"SELECT id FROM unit WHERE {_IN_ORDER} = ? AND digest = ? AND ended IS NULL"
            " ORDER BY id LIMIT 1",
            (memory, unit_values(unit)[2]),
        )
        return self.load([rows[0][0]])[rows[0][0]].unit if rows else None

    def held(self, memory: int, uids: Sequence[str]) -> dict[str, HeldUnit]:
        """The rows of a memory's living units of these uids."""
        found: dict[str, HeldUnit] = {}
        for start in range(0, len(uids), PAGE):
            page = uids[start : start + PAGE]
            marks = ",".join("?" * len(page))
            rows = self._database.rows(
                f"SELECT uid, id, created, checksum - {CHECKED} FROM unit WHERE uid IN ({marks})"
                " AND memory = ? AND ended IS NULL",
                (*page, memory),
            )
            found.update((uid, HeldUnit(*row)) for uid, *row in rows)
        return found

    def digests(self, memory: int) -> Iterator[bytes]:
        """The digests of a memory's living units, joined, page by page."""
        last = 0
        while rows := self._database.rows(
            f"SELECT id, digest FROM unit WHERE id > ? AND {_IN_ORDER} = ? AND ended IS NULL"
            " ORDER BY id LIMIT 50000",
            (last, memory),
        ):
            last = rows[-1][0]
            yield b"".join(digest for _, digest in rows)

    def counts(self) -> dict[int, int]:
        """How many living units each memory holds."""
        return dict(
            self._database.rows(
                "SELECT memory, count(*) FROM unit WHERE ended IS NULL GROUP BY memory"
            )
        )

    def varieties(self, memory: int) -> dict[str, int]:
        """How many texts of each variety a memory holds."""
        return dict(
            self._database.rows(
                f"SELECT t.variety, count(*) FROM text t CROSS JOIN unit u ON {UNIT_OF_TEXT}"
                " WHERE u.memory = ? AND u.ended IS NULL GROUP BY 1 ORDER BY 2 DESC, 1",
                (memory,),
            )
        )

    def has(self, memories: Sequence[int], variety: str) -> bool:
        """Whether one of the memories' living units has a text in this variety."""
        marks = ",".join("?" * len(memories))
        return bool(
            self._database.rows(
                f"SELECT 1 FROM text t CROSS JOIN unit u ON {UNIT_OF_TEXT} WHERE t.variety = ?"
                f" AND u.memory IN ({marks}) AND u.ended IS NULL LIMIT 1",
                (variety, *memories),
            )
        )


def _insert_texts(batch: Batch, first: int, units: Sequence[UnitValues]) -> None:
    """Write the texts of units, whose rows begin with this one."""
    rows: list[Row] = []
    bare = True
    for row, unit in enumerate(units, first):
        text_row = TEXTS * row
        for variety, words, markup, before, after, details in unit[3]:
            rows.append((text_row, variety, words))
            text_row += 1
            if markup or before or after or details:
                bare = False
    if not bare:
        rows = [
            (TEXTS * row + place, *text)
            for row, unit in enumerate(units, first)
            for place, text in enumerate(unit[3])
        ]
    batch.execute_many(
        "INSERT INTO text (id, variety, text, markup, before, after, details)"
        f" VALUES (?,?,?,{_NO_MORE_SQL if bare else '?,?,?,?'})",
        rows,
    )


def _stored(units: Iterable[Row], texts: Iterable[Row]) -> list[StoredUnit]:
    """Units of their rows and those of their texts, among which may be others."""
    of_unit: defaultdict[int, list[Text]] = defaultdict(list)
    for row, variety, words, markup, before, after, details in texts:
        text = Text(variety, words, markup, before, after, details_of(details))
        of_unit[row // TEXTS].append(text)
    return [
        StoredUnit(row, memory, created, Unit(tuple(of_unit[row]), uid, details_of(details)))
        for row, memory, created, uid, details in units
    ]
