"""The packed letters of all terms, as an index that is never stale.

A small file's are read at each opening. A large one's lie in the cache folder, as they were at
one batch: they are used only if the file still holds that batch with its token, the rows of later
batches are read beside them, and every hit is read again by whoever uses it.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress

from glossary import places
from glossary.language.hangul import jamo
from glossary.matching import term_index
from glossary.matching.term_index import TermIndex
from glossary.store.database import Database
from glossary.store.keys import FOLD

SMALL = 20_000  # terms; fewer are read faster than a file is mapped
_REBUILD = 5_000  # later rows; more are slower to read than the index to build


class Letters:
    """The index of one opened file; `signatures` is for processes that ask many times."""

    def __init__(self, database: Database, *, signatures: bool = False) -> None:
        self._database = database
        self._signatures = signatures
        self._main: TermIndex | None = None
        self._later: TermIndex | None = None
        self._read_at = (-1, "")

    def indexes(self) -> tuple[TermIndex, TermIndex]:
        """The index and a second one of the terms written since it was made."""
        stamp = self._database.stamp()
        if self._main is None or self._later is None or stamp != self._read_at:
            self._main = self._fitting_main() or self._fresh()
            self._later = term_index.build(self._rows_after(_batch_of(self._main)))
            self._read_at = stamp
        return self._main, self._later

    def build(self) -> None:
        """Make the index of a large file now; where the cache cannot be written, not at all."""
        if self._count() > SMALL and self._fitting_main() is None:
            self._main = self._fresh()

    def _fitting_main(self) -> TermIndex | None:
        """The index in hand, or the cached one, if it is of a moment of this file."""
        for index in (self._main, self._cached()):
            if index is None or not index.stamp or len(index) <= SMALL:
                continue
            number, token = index.stamp.split(" ")
            if self._token(int(number)) == token and self._new_rows(int(number)) < _REBUILD:
                return index
        return None

    def _cached(self) -> TermIndex | None:
        return term_index.load(self._path(), signatures=self._signatures)

    def _fresh(self) -> TermIndex:
        with self._database.snapshot():
            number, token = self._database.stamp()
            index = term_index.build(self._rows_after(0), stamp=f"{number} {token}")
        if len(index) <= SMALL:
            return index
        with suppress(OSError):
            os.makedirs(places.cache_folder(), exist_ok=True)
            term_index.save(index, self._path())
        return term_index.with_signatures(index) if self._signatures else index

    def _rows_after(self, batch: int) -> list[tuple[int, str]]:
        """(term, letters) of the terms written after a batch."""
        rows = self._database.rows(
            "SELECT k.term, k.key FROM term_key k WHERE k.kind = ?"
            if not batch
            else "SELECT k.term, k.key FROM term t JOIN term_key k ON k.term = t.id"
            " WHERE k.kind = ? AND t.batch > ?",
            (FOLD, batch) if batch else (FOLD,),
        )
        return [(term, jamo(key)) for term, key in rows]

    def _new_rows(self, batch: int) -> int:
        return int(self._database.value("SELECT count(*) FROM term WHERE batch > ?", (batch,)))

    def _token(self, number: int) -> str:
        found = self._database.value("SELECT token FROM batch WHERE id = ?", (number,))
        return str(found or "")

    def _count(self) -> int:
        return int(self._database.value("SELECT count(*) FROM term"))

    def _path(self) -> str:
        """One file a database: a copy of it under another path has its own."""
        identity = f"{self._database.meta('uid')} {self._database.path}"
        name = hashlib.blake2b(identity.encode(errors="surrogateescape"), digest_size=12)
        return os.path.join(places.cache_folder(), f"{name.hexdigest()}.terms")


def _batch_of(index: TermIndex) -> int:
    return int(index.stamp.split(" ")[0])
