"""The translation memory of a file: finding units, and writing them.

A match is what comparing with every text would find: a text is near when its folded score is at
least the threshold. Within the variety asked for it ranks by the score of the texts as written,
and one in another variety of the language by the folded score, with a penalty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from glossary.errors import NotFound, UsageError
from glossary.language.composed import nfc
from glossary.language.fold import fold
from glossary.matching.ranking import CONTEXT, Near, Query, Segment, Source, merged
from glossary.model import Memory, Text, TextMatch, Unit, language_of
from glossary.store.database import Database
from glossary.store.memories import Memories
from glossary.store.segments import Progress, Segments
from glossary.store.units import UNIT_OF_TEXT, StoredUnit, Units, unit_values

if TYPE_CHECKING:
    from glossary.store.unit_statistics import MemoryCounts

THRESHOLD = 70
LIMIT = 10

_PAGE = 500
_QUERIES = 100  # segments that are looked for together
_ROWS = 10_000  # sources from which on no more segments are
_FIRST = 50  # sources whose targets are read at once


class TranslationMemory:
    """The memories of one opened file; `many` is for processes that ask many times."""

    def __init__(self, database: Database, *, many: bool = False) -> None:
        self._database = database
        self.memories = Memories(database)
        self.units = Units(database)
        self.segments = Segments(database, many=many)
        self._all: tuple[tuple[int, str], dict[int, Memory]] = ((-1, ""), {})  # and their moment

    def match(  # noqa: PLR0913  # what a translator may say about a text
        self,
        text: str,
        source: str,
        target: str,
        threshold: int = THRESHOLD,
        limit: int = LIMIT,
        before: str | None = None,
        after: str | None = None,
        *,
        memories: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> tuple[TextMatch, ...]:
        """The units whose text in the variety `source`, or another of its language, is near this
        one, best first, with their text in `target`, or another of its language.

        `before` and `after` are the neighbours of the text where they are known. A limit of 0 is
        none. Raises NotFound for a memory; UsageError for a threshold outside 1 to 100.
        """
        asked = [Segment(text, before, after)]
        found = self.matches(
            asked, source, target, threshold, limit, memories=memories, progress=progress
        )
        return next(found)[1]

    def matches(
        self,
        segments: Iterable[Segment],
        source: str,
        target: str,
        threshold: int = THRESHOLD,
        limit: int = LIMIT,
        *,
        memories: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> Iterator[tuple[Segment, tuple[TextMatch, ...]]]:
        """Each of these segments and what `match` finds for it. Many of them are looked for
        together, which takes less time than one after another.

        Raises NotFound for a memory; UsageError for a threshold outside 1 to 100.
        """
        if not 1 <= threshold <= CONTEXT:
            raise UsageError("tm-threshold", value=threshold)
        self._chosen(memories)
        return self._matches(segments, source, target, threshold, limit, memories, progress)

    def _matches(
        self,
        segments: Iterable[Segment],
        source: str,
        target: str,
        threshold: int,
        limit: int,
        memories: Sequence[str],
        progress: Progress | None,
    ) -> Iterator[tuple[Segment, tuple[TextMatch, ...]]]:
        rest = iter(segments)
        while page := list(islice(rest, _QUERIES)):
            queries = [Query(each, source, target, threshold) for each in page]
            done = 0
            while done < len(page):
                with self._database.snapshot():
                    near = self._near(queries[done:], progress)
                    found = self._found(queries[done:], near, self._chosen(memories), limit)
                yield from zip(page[done:], found, strict=False)
                done += len(near)

    def concordance(
        self,
        text: str,
        variety: str,
        limit: int = LIMIT,
        *,
        skip: int = 0,
        folded: bool = False,
        memories: Sequence[str] = (),
    ) -> tuple[StoredUnit, ...]:
        """The units that hold a word or phrase in this variety, after the first `skip` of them.

        With `folded` the spelling is folded away, so that the other varieties of the language are
        looked through too; without it the letters must stand there as they are, but for capitals.
        Raises NotFound for a memory.
        """
        wanted = nfc(text).casefold()
        if not wanted.strip():
            return ()
        chosen = self._chosen(memories)
        found: dict[int, None] = {}
        end = skip + limit if limit else None
        with self._database.snapshot():
            ids = self.segments.inside(language_of(variety), fold(wanted))
            for page in _pages(ids):
                for each in self._sources(page, chosen).values():
                    if folded or (
                        each.text.variety == variety and wanted in each.text.text.casefold()
                    ):
                        found[each.unit] = None
                if end is not None and len(found) >= end:
                    break
            rows = list(found)[skip:end]
            units = self.units.load(rows)
        return tuple(units[row] for row in rows)

    def counted(self, memories: Sequence[str] = ()) -> dict[str, MemoryCounts]:
        """What these memories hold, by name; all without any. Raises NotFound."""
        from glossary.store.unit_statistics import memory_counts

        chosen = self._chosen(memories)
        return {each.name: memory_counts(self._database, row) for row, each in chosen.items()}

    def add(self, unit: Unit, memory: str, command: str) -> Unit:
        """Write a unit, into a new memory where there is none of this name; as it is then, with
        its uid. One without a uid that says what a unit of the memory says is that one, and nothing
        is written. Raises UsageError for a memory that is read-only, or a unit of less than two
        texts."""
        if sum(bool(each.text.strip()) for each in unit.texts) < len(("source", "target")):
            raise UsageError("tm-unit-needs-two")
        from glossary.model import new_uid

        with self._database.write(command) as batch:
            home = self.memories.writable(batch, memory)
            there = None if unit.uid else self.units.same(home, unit)
            if there is not None:
                return there
            written = unit._replace(uid=unit.uid or new_uid())
            held = [each.row for each in self.units.held(home, [written.uid]).values()]
            if [each.unit for each in self.units.load(held).values()] != [written]:
                self.units.end(batch, held)
                self.units.insert(batch, home, [unit_values(written)])
        return written

    def remove(self, uid: str, command: str) -> Unit:
        """Take a unit out; as it was. Raises NotFound; UsageError where its memory is
        read-only."""
        with self._database.write(command) as batch:
            stored = self.units.find(uid)
            if stored is None:
                raise NotFound("tm-unit-unknown", uid=uid)
            memory = self.memories.by_id()[stored.memory]
            if memory.read_only:
                raise UsageError("tm-memory-read-only", name=memory.name)
            self.units.end(batch, [stored.row])
        return stored.unit

    def _chosen(self, names: Sequence[str]) -> dict[int, Memory]:
        """The memories of these names by row; all without any. Raises NotFound."""
        if names:
            return dict(map(self.memories.find, names))
        now = self._database.stamp()
        if self._all[0] != now:
            self._all = now, self.memories.by_id()
        return self._all[1]

    def _near(self, queries: Sequence[Query], progress: Progress | None) -> list[list[int]]:
        """The rows of the texts near the first of these queries: of as many queries as have enough
        rows to be read together."""
        found: list[list[int]] = []
        count = 0
        for each in queries:
            rows = self.segments.near(language_of(each.source), each.folded, each.lowest, progress)
            found.append(rows)
            count += len(rows)
            if count > _ROWS:
                break
        return found

    def _found(
        self,
        queries: Iterable[Query],
        near: Sequence[Sequence[int]],
        chosen: Mapping[int, Memory],
        limit: int,
    ) -> list[tuple[TextMatch, ...]]:
        """The best matches of each query among the texts of these rows."""
        sources = self._sources(sorted({row for rows in near for row in rows}), chosen)
        ranked = [
            (query, query.ranked([sources[row] for row in rows if row in sources], chosen))
            for query, rows in zip(queries, near, strict=False)
        ]
        units = self._units({}, chain.from_iterable(found[:_FIRST] for _, found in ranked))
        return [self._best(query, found, units, chosen, limit) for query, found in ranked]

    def _best(
        self,
        query: Query,
        near: Sequence[Near],
        units: dict[int, StoredUnit],
        chosen: Mapping[int, Memory],
        limit: int,
    ) -> tuple[TextMatch, ...]:
        """The best matches: penalties only take away, so once the next source scores less than
        the last of so many matches, none after it comes before them. `units` are those that were
        read before."""
        best: list[TextMatch] = []
        for start in range(0, len(near), _FIRST):
            if limit and len(best) >= limit and query.upper(near[start]) < best[limit - 1].score:
                break
            page = near[start : start + _FIRST]
            units = self._units(units, page)
            for each in page:
                stored = units[each.source.unit]
                best += query.matches(each, stored.unit, chosen[each.source.memory])
            best = merged(best)
        return tuple(best[: limit or None])

    def _units(self, known: dict[int, StoredUnit], near: Iterable[Near]) -> dict[int, StoredUnit]:
        """The units known and those of these sources, by row."""
        missing = {each.source.unit for each in near}.difference(known)
        return known | self.units.load(sorted(missing)) if missing else known

    def _sources(self, ids: Sequence[int], chosen: Mapping[int, Memory]) -> dict[int, Source]:
        """The texts of these rows that are still there, in these memories, by row."""
        found = {}
        for start in range(0, len(ids), _PAGE):
            page = tuple(ids[start : start + _PAGE])
            for row, unit, memory, created, *columns in self._database.rows(
                "SELECT t.id, u.id, u.memory, u.created, t.variety, t.text, t.markup, t.before,"
                f" t.after FROM text t CROSS JOIN unit u ON {UNIT_OF_TEXT}"
                f" WHERE t.id IN ({','.join('?' * len(page))}) AND u.ended IS NULL",
                page,
            ):
                if memory in chosen:
                    found[row] = Source(unit, memory, created, Text(*columns))
        return found


def _pages(ids: Iterator[int]) -> Iterator[list[int]]:
    """Ids, as many at once as a page has."""
    page: list[int] = []
    for each in ids:
        page.append(each)
        if len(page) == _PAGE:
            yield page
            page = []
    if page:
        yield page
