"""The segments of all memories, folded, by language: what a near match is looked for among.

Few are compared one by one. Many have an index in the cache folder (`sidecar`), built at one
batch; what later batches wrote is compared beside it. Whoever asks reads each row again: units
that have ended since are still in the index, and both Korean varieties are in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from glossary.language.fold import fold
from glossary.matching.bare import bare
from glossary.matching.scoring import SPACING
from glossary.matching.similarity import most_edits
from glossary.model import language_of
from glossary.store import sidecar
from glossary.store.database import Database
from glossary.store.keys import KEY_VERSION
from glossary.store.units import TEXTS, UNIT_OF_TEXT

if TYPE_CHECKING:
    from glossary.matching.segment_index import SegmentIndex

SMALL = 2_000
"""Texts of a language; fewer have no index."""

_LATER = 20_000  # texts beside an index; more, and a twentieth of it, have it built anew
_SOME = 500  # texts from which on those beside an index have one in memory, for many queries
_PAGE = 50_000
_LONGEST = 20_000  # letters; a longer text is compared for equality only

Progress = Callable[[str, int, int], None]
_OF_LANGUAGE = "(t.variety = ?1 OR t.variety GLOB ?1 || '-*')"


class Segments:
    """The segments of one opened file; `many` is for processes that ask many times."""

    def __init__(self, database: Database, *, many: bool = False) -> None:
        self._database = database
        self._many = many
        self._kept: dict[str, tuple[str, _Language]] = {}

    def near(
        self, language: str, folded: str, threshold: int, progress: Progress | None = None
    ) -> list[int]:
        """The ids, in order, of the texts of a language whose folded score is at least the
        threshold (and of some that have ended, or score less); of none where the text is blank."""
        if not folded.strip():
            return []
        found = self._language(language, progress)
        if len(folded) > _LONGEST:
            threshold = 100
        parts: list[SegmentIndex | _Later] = [found.later]
        if found.index is not None:
            parts.append(found.index)
        ids = {each for part in parts for each, _ in part.near(folded, threshold)}
        if threshold <= SPACING:
            ids.update(each for part in parts for each in part.alike(folded))
        return sorted(ids)

    def inside(self, language: str, folded: str) -> Iterator[int]:
        """The ids of the texts of a language that hold these letters, folded (and of some that
        have ended): the newest first, then those of the index, shortest first."""
        found = self._language(language, None)
        yield from (each for each, text in found.later.rows if folded in text)
        if found.index is not None:
            yield from (each for _, each in found.index.inside(folded))

    def build(self, progress: Progress | None = None) -> None:
        """Have the indexes of all languages fit for the file as it is now."""
        tags = self._database.rows("SELECT DISTINCT variety FROM text")
        for language in sorted({language_of(tag) for (tag,) in tags}):
            self._language(language, progress)

    def _language(self, language: str, progress: Progress | None) -> _Language:
        now = sidecar.stamp(self._database)
        kept = self._kept.get(language)
        if kept is None or kept[0] != now:
            index = kept[1].index if kept else None
            self._kept[language] = now, self._fitting(language, index, progress)
        return self._kept[language][1]

    def _fitting(
        self, language: str, kept: SegmentIndex | None, progress: Progress | None
    ) -> _Language:
        for index in (kept, self._cached(language)):
            if index is None or not sidecar.is_of(self._database, index.stamp):
                continue
            rows = self._rows(language, sidecar.number_of(index.stamp))
            if len(rows) <= max(_LATER, len(index) // 20):
                return _Language(index, _Later(rows, many=self._many))
        return self._fresh(language, progress)

    def _cached(self, language: str) -> SegmentIndex | None:
        if self._units_written() <= SMALL:
            return None
        from glossary.matching.segment_index import load

        return load(self._path(language))

    def _fresh(self, language: str, progress: Progress | None) -> _Language:
        with self._database.snapshot():
            stamp = sidecar.stamp(self._database)
            rows = self._rows(language, 0, progress)
        if len(rows) <= SMALL:
            return _Language(None, _Later(rows, many=self._many))
        from glossary.matching.segment_build import build
        from glossary.matching.segment_index import save

        index = build(rows, stamp, progress)
        with suppress(OSError):
            sidecar.make_folder()
            save(index, self._path(language))
        return _Language(index, _Later([]))

    def _rows(
        self, language: str, batch: int, progress: Progress | None = None
    ) -> list[tuple[int, str]]:
        """(id, folded text) of what batches after this one wrote, and is still there."""
        found: list[tuple[int, str]] = []
        # Units have rising ids, so those of later batches are all behind the first of the next
        # batch. min(id) would go through all units where there are none.
        first = self._database.value(
            "SELECT id FROM unit WHERE created > ? ORDER BY created, id LIMIT 1", (batch,)
        )
        if first is None:
            return found
        last = TEXTS * int(first) - 1
        whole = self._units_written() if progress else 0
        while page := self._database.rows(
            f"SELECT t.id, t.text FROM text t CROSS JOIN unit u ON {UNIT_OF_TEXT}"
            f" WHERE t.id > ?2 AND {_OF_LANGUAGE} AND u.ended IS NULL ORDER BY t.id LIMIT ?3",
            (language, last, _PAGE),
        ):
            last = page[-1][0]
            found += [(each, fold(text)) for each, text in page]
            if progress is not None:
                progress("segments", last // TEXTS, whole)
        return found

    def _units_written(self) -> int:
        """How many units were ever written: as good as a count, and read at once."""
        found = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'unit'")
        return int(found or 0)

    def _path(self, language: str) -> str:
        return sidecar.path(self._database, f"{KEY_VERSION} {language}", "segments")


class _Language:
    """The index of a language, and what is beside it."""

    __slots__ = ("index", "later")

    def __init__(self, index: SegmentIndex | None, later: _Later) -> None:
        self.index = index
        self.later = later


class _Later:
    """Texts that no index holds, newest first."""

    def __init__(self, rows: list[tuple[int, str]], *, many: bool = False) -> None:
        self.rows = rows[::-1]
        self._index: SegmentIndex | None = None
        if many and len(rows) > _SOME:
            from glossary.matching.segment_build import build

            self._index = build(rows)

    def near(self, folded: str, threshold: int) -> list[tuple[int, int]]:
        """(id, distance) of those whose distance from this text allows the threshold."""
        if self._index is not None:
            return self._index.near(folded, threshold)
        from rapidfuzz.distance import Levenshtein

        distance, length = Levenshtein.distance, len(folded)
        found = []
        for each, text in self.rows:
            limit = most_edits(max(length, len(text)), threshold)
            if abs(length - len(text)) <= limit:
                edits = distance(folded, text, score_cutoff=limit)
                if edits <= limit:
                    found.append((each, edits))
        return found

    def alike(self, folded: str) -> list[int]:
        """The ids of those that are bare alike."""
        if self._index is not None:
            return self._index.alike(folded)
        return self._by_bare.get(bare(folded), [])

    @cached_property
    def _by_bare(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for each, text in self.rows:
            found.setdefault(bare(text), []).append(each)
        return found
