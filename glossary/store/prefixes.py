"""Terms whose key begins with a text, in the order of ranking, read from the index a page at a
time: each set's preferred and other terms stand there by size and uid, and are merged here."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence

from glossary.store.database import Database
from glossary.store.keys import CHOSUNG, FOLD, SPELT

_PAGE = 20
_LONGEST = {FOLD: SPELT, CHOSUNG: 4}  # characters of a key that are indexed in ranking order
_LONGEST_OTHER = 2
_INDEXED = {  # SQLite uses a partial index only where its very condition stands in the query
    1: "kind <> 'reading'",
    2: "kind <> 'reading'",
    3: "kind IN ('fold', 'chosung')",
    4: "kind = 'chosung'",
}

# (size, uid, term): the order of the index; and the beginning of a fold as the term spells it
_Row = tuple[int, str, int, str]
# (minus score, set rank, other, size, uid, term, set, text): of a short prefix the text is only
# its spelling in the term, and empty where that is the prefix itself
Ranked = tuple[int, int, int, int, str, int, int, str]


def ranked_prefixes(
    database: Database,
    ranks: dict[int, int],
    kind: str,
    prefix: str,
    score: Callable[[int], int],
) -> Iterator[Ranked]:
    """Every key of a kind that begins with the prefix, best first.

    `score` gives a key's score by its size and must not rise with it.
    """
    if len(prefix) > _LONGEST.get(kind, _LONGEST_OTHER):
        yield from _sorted_range(database, ranks, kind, prefix, score)
        return
    streams = []
    for set_id, rank in ranks.items():
        for other in (0, 1):
            stream = _Stream(database, kind, prefix, set_id, other)
            if stream.first:
                streams.append(_ranked(stream, rank, score))
    yield from streams[0] if len(streams) == 1 else heapq.merge(*streams)


class _Stream:
    """The keys of one set and standing, in the order of the index, a page at a time."""

    def __init__(self, database: Database, kind: str, prefix: str, set_id: int, other: int) -> None:
        # A LIMIT that is a parameter would cost SQLite twice the time.
        self._sql = (
            "SELECT size, uid, term, spelt FROM term_key"
            f" WHERE kind = '{kind}' AND {_INDEXED[len(prefix)]}"
            f" AND substr(key, 1, {len(prefix)}) = ? AND set_id = ? AND other = ?"
        )
        self._database = database
        self._values = (prefix, set_id, other)
        self.set_id = set_id
        self.other = other
        self.first: list[_Row] = self._page("", ())

    def _page(self, after: str, values: tuple[object, ...]) -> list[_Row]:
        return self._database.rows(
            f"{self._sql}{after} ORDER BY size, uid, term LIMIT {_PAGE}",
            (*self._values, *values),
        )

    def __iter__(self) -> Iterator[_Row]:
        rows = self.first
        while rows:
            yield from rows
            if len(rows) < _PAGE:
                return
            rows = self._page(" AND (size, uid, term) > (?, ?, ?)", rows[-1][:3])


def _ranked(stream: _Stream, rank: int, score: Callable[[int], int]) -> Iterator[Ranked]:
    other, set_id = stream.other, stream.set_id
    for size, uid, term, spelt in stream:
        yield -score(size), rank, other, size, uid, term, set_id, spelt


def _sorted_range(
    database: Database,
    ranks: dict[int, int],
    kind: str,
    prefix: str,
    score: Callable[[int], int],
) -> Sequence[Ranked]:
    rows = database.rows(
        "SELECT k.size, k.other, k.uid, k.term, k.set_id, t.text FROM term_key k"
        " JOIN term t ON t.id = k.term WHERE k.kind = ? AND k.key >= ? AND k.key < ?",
        (kind, prefix, after_prefix(prefix)),
    )
    return sorted(
        (-score(size), ranks[set_id], other, size, uid, term, set_id, text)
        for size, other, uid, term, set_id, text in rows
    )


def after_prefix(prefix: str) -> str:
    """The first text, in SQLite's byte order, after all that begin with the prefix."""
    last = ord(prefix[-1])
    following = 0xE000 if last == 0xD7FF else last + 1
    return prefix[:-1] + chr(min(following, 0x10FFFF))
