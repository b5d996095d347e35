"""The letters of all terms (folded jamo), for what stands inside a term and for near misses.

A small file's are read by SQL. A large one's lie packed in the cache folder, as they were at one
batch: they are used only if the file still holds that batch with its token, the rows of later
batches are read by SQL beside them. A term's row never changes, it is replaced under a new id, so
an id that is still there still has the letters it was packed with.
"""

from __future__ import annotations

from contextlib import suppress

from glossary.language.hangul import jamo
from glossary.matching import term_index
from glossary.matching.similarity import allowed_distance, distance_within
from glossary.matching.term_index import TermIndex
from glossary.store import sidecar
from glossary.store.database import Database
from glossary.store.keys import FOLD, KEY_VERSION

SMALL = 20_000  # terms; fewer are read faster than a file is mapped
_REBUILD = 5_000  # later rows; more are slower to read than the index to build


class Letters:
    """The letters of one opened file; `many` is for processes that ask many times."""

    def __init__(self, database: Database, *, many: bool = False) -> None:
        self._database = database
        self._many = many
        self._main: TermIndex | None = None
        self._read_at = (-1, "")

    def inside(self, key: str) -> set[int]:
        """The ids of the terms whose key holds this key (and of some that hold only its letters,
        or were replaced: whoever asks reads the keys again)."""
        packed = self._packed()
        found = set(packed.inside(jamo(key))) if packed else set()
        rows = self._later_rows("AND instr(k.key, ?) > 0", key)
        return found | {term for term, _ in rows}

    def fuzzy(self, letters: str) -> dict[int, int]:
        """The distance of each term within the allowed distance, by id (and of some that were
        replaced)."""
        packed = self._packed()
        found = dict(packed.fuzzy(letters)) if packed else {}
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

    def _packed(self) -> TermIndex | None:
        """The packed letters, fit for the file as it is now; None where SQL serves."""
        stamp = self._database.stamp()
        if stamp != self._read_at:
            large = self._many or self._size() > SMALL
            self._main = (self._fitting_main() or self._fresh()) if large else None
            self._read_at = stamp
        return self._main

    def _later_rows(self, condition: str, *values: object) -> list[tuple[int, str]]:
        """(term, key) of the rows that are not packed and meet the condition."""
        batch = sidecar.number_of(self._main.stamp) if self._main else -1
        tables = "term t CROSS JOIN term_key k ON k.term = t.id" if self._main else "term_key k"
        later = "AND t.batch > ?" if self._main else "AND ? < 0"
        return self._database.rows(
            f"SELECT k.term, k.key FROM {tables} WHERE k.kind = ? {later} {condition}",
            (FOLD, batch, *values),
        )

    def _fitting_main(self) -> TermIndex | None:
        """The index in hand, or the cached one, if it is of a moment of this file."""
        for index in (self._main, self._cached()):
            if index is None:
                continue
            later = sidecar.number_of(index.stamp)
            if self._is_of_this_file(index.stamp) and self._new_rows(later) < _REBUILD:
                return index
        return None

    def _is_of_this_file(self, stamp: str) -> bool:
        """Whether the file holds the batch of a stamp, and no key was mended since."""
        mended = int(self._database.meta("keys_since") or 0)
        return mended <= sidecar.number_of(stamp) and sidecar.is_of(self._database, stamp)

    def _cached(self) -> TermIndex | None:
        return term_index.load(self._path(), signatures=self._many)

    def _fresh(self) -> TermIndex:
        with self._database.snapshot():
            stamp = sidecar.stamp(self._database)
            rows = self._database.rows("SELECT term, key FROM term_key WHERE kind = ?", (FOLD,))
        letters = [(term, jamo(key)) for term, key in rows]
        index = term_index.build(letters, stamp=stamp)
        if len(index) > SMALL:
            with suppress(OSError):
                sidecar.make_folder()
                term_index.save(index, self._path())
        return term_index.with_signatures(index) if self._many else index

    def _new_rows(self, batch: int) -> int:
        return int(self._database.value("SELECT count(*) FROM term WHERE batch > ?", (batch,)))

    def _size(self) -> int:
        """How many terms were ever written: as good as a count, and read at once."""
        found = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'term'")
        return int(found or 0)

    def _path(self) -> str:
        return sidecar.path(self._database, str(KEY_VERSION), "terms")
