"""The letters of all terms (folded jamo), for what stands inside a term and for near misses.

A small file's are read by SQL. A large one's lie packed in the cache folder, as they were at one
batch: they are used only if the file still holds that batch with its token, the rows of later
batches are read by SQL beside them; where they are many, a process that asks many times packs them
by themselves. A term's row never changes, it is replaced under a new id, so an id that is still
there still has the letters it was packed with.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from glossary.language.hangul import jamo
from glossary.matching import term_index
from glossary.matching.similarity import allowed_distance, distance_within
from glossary.matching.term_index import TermIndex
from glossary.store import sidecar
from glossary.store.database import Database
from glossary.store.keys import FOLD, KEY_VERSION

SMALL = 20_000  # terms; fewer are read faster than a file is mapped
_MANY = 5_000  # later rows; more are slower to read than to pack
_PAGE = 50_000  # terms whose letters are read at a time
_SHARE = 4  # packing the whole file anew waits until so much smaller a part of it is new


class Letters:
    """The letters of one opened file; `many` is for processes that ask many times."""

    def __init__(self, database: Database, *, many: bool = False) -> None:
        self._database = database
        self._many = many
        self._parts: tuple[TermIndex, ...] = ()
        self._read_at = (-1, "")

    def inside(self, key: str) -> set[int]:
        """The ids of the terms whose key holds this key (and of some that hold only its letters,
        or were replaced: whoever asks reads the keys again)."""
        letters = jamo(key)
        found = {term for part in self._packed() for term in part.inside(letters)}
        rows = self._later_rows("AND instr(k.key, ?) > 0", key)
        return found | {term for term, _ in rows}

    def fuzzy(self, letters: str) -> dict[int, int]:
        """The distance of each term within the allowed distance, by id (and of some that were
        replaced)."""
        found = dict(each for part in self._packed() for each in part.fuzzy(letters))
        limit = allowed_distance(len(letters))
        nearest, farthest = len(letters) - limit, len(letters) + limit
        for term, key in self._later_rows("AND k.size BETWEEN ? AND ?", nearest, farthest):
            distance = distance_within(letters, jamo(key), limit)
            if distance is not None:
                found[term] = distance
        return found

    def build(self) -> None:
        """Pack the letters of a large file now; where the cache cannot be written, not at all."""
        self._packed()

    def _packed(self) -> tuple[TermIndex, ...]:
        """The packed letters, fit for the file as it is now; none where SQL serves."""
        stamp = self._database.stamp()
        if stamp != self._read_at:
            large = self._many or self._size() > SMALL
            self._parts = (self._fitting() or (self._fresh(),)) if large else ()
            self._read_at = stamp
        return self._parts

    def _later_rows(self, condition: str, *values: object) -> list[tuple[int, str]]:
        """(term, key) of the rows that are not packed and meet the condition."""
        batch = sidecar.number_of(self._parts[-1].stamp) if self._parts else -1
        return self._rows_after(batch, condition, *values)

    def _rows_after(
        self, batch: int, condition: str, *values: object, kind: str = "k.kind"
    ) -> list[tuple[int, str]]:
        """(term, key) of the rows of later batches that meet the condition; -1 for all rows."""
        tables = "term_key k" if batch < 0 else "term t CROSS JOIN term_key k ON k.term = t.id"
        later = "AND ? < 0" if batch < 0 else "AND t.batch > ?"
        return self._database.rows(
            f"SELECT k.term, k.key FROM {tables} WHERE {kind} = ? {later} {condition}",
            (FOLD, batch, *values),
        )

    def _fitting(self) -> tuple[TermIndex, ...]:
        """The letters in hand, or else the cached ones, if they are of a moment of this file and
        few rows came later, or what came later can be packed by itself."""
        for parts in (self._parts, self._cached()):
            if not all(self._is_of_this_file(part.stamp) for part in parts):
                continue
            for count in range(len(parts), 0, -1):
                if self._new_rows(sidecar.number_of(parts[count - 1].stamp)) < _MANY:
                    return parts[:count]
        for main in (*self._parts[:1], *self._cached()):
            since = sidecar.number_of(main.stamp)
            few = self._many and self._new_rows(since) * _SHARE < len(main)
            if few and self._is_of_this_file(main.stamp):
                return (main, self._packed_since(since))
        return ()

    def _is_of_this_file(self, stamp: str) -> bool:
        """Whether the file holds the batch of a stamp, and no key was mended since."""
        mended = int(self._database.meta("keys_since") or 0)
        return mended <= sidecar.number_of(stamp) and sidecar.is_of(self._database, stamp)

    def _cached(self) -> tuple[TermIndex, ...]:
        found = term_index.load(self._path(), signatures=self._many)
        return (found,) if found else ()

    def _fresh(self) -> TermIndex:
        index = self._packed_since(-1)
        if len(index) > SMALL:
            with suppress(OSError):
                sidecar.make_folder()
                term_index.save(index, self._path())
        return index

    def _packed_since(self, batch: int) -> TermIndex:
        """The letters of later batches, -1 for all, packed now."""
        with self._database.snapshot():
            stamp = sidecar.stamp(self._database)
            index = term_index.build(self._letters_after(batch), stamp=stamp)
        return term_index.with_signatures(index) if self._many else index

    def _letters_after(self, batch: int) -> Iterator[tuple[int, str]]:
        """The letters of the rows of later batches, a page of terms at a time: all rows at once
        would take several times the room of the index."""
        condition = "AND k.term > ? AND k.term <= ?"
        for start in range(0, self._size() + 1, _PAGE):
            # The plus sign keeps SQLite from the index of kinds, each of which has every term.
            found = self._rows_after(batch, condition, start, start + _PAGE, kind="+k.kind")
            for term, key in found:
                yield term, jamo(key)

    def _new_rows(self, batch: int) -> int:
        return int(self._database.value("SELECT count(*) FROM term WHERE batch > ?", (batch,)))

    def _size(self) -> int:
        """How many terms were ever written: as good as a count, and read at once."""
        found = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'term'")
        return int(found or 0)

    def _path(self) -> str:
        return sidecar.path(self._database, str(KEY_VERSION), "terms")
