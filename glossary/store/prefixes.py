"""Terms whose key begins with a text, in the order of ranking, read from the index a page at a
time: each set's preferred and other terms stand there by size and uid, and are merged here."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence

from glossary.store.database import Database

_PAGE = 64

# (size, uid, term): the order of the index
_Row = tuple[int, str, int]
# (minus score, set rank, other, size, uid, term, set)
Ranked = tuple[int, int, int, int, str, int, int]


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
    if len(prefix) > 2:
        yield from _sorted_range(database, ranks, kind, prefix, score)
        return
    yield from heapq.merge(
        *(
            _ranked(_stream(database, kind, prefix, set_id, other), rank, set_id, other, score)
            for set_id, rank in ranks.items()
            for other in (0, 1)
        )
    )


def _ranked(
    rows: Iterator[_Row], rank: int, set_id: int, other: int, score: Callable[[int], int]
) -> Iterator[Ranked]:
    for size, uid, term in rows:
        yield -score(size), rank, other, size, uid, term, set_id


def _stream(
    database: Database, kind: str, prefix: str, set_id: int, other: int
) -> Iterator[_Row]:
    # The literals let SQLite see that the partial index on the expression fits.
    sql = (
        "SELECT size, uid, term FROM term_key WHERE kind = ? AND kind <> 'reading'"
        f" AND substr(key, 1, {len(prefix)}) = ? AND set_id = ? AND other = ?"
        " AND (size, uid, term) > (?, ?, ?) ORDER BY size, uid, term LIMIT ?"
    )
    after: _Row = (-1, "", 0)
    while True:
        rows = database.rows(sql, (kind, prefix, set_id, other, *after, _PAGE))
        yield from rows
        if len(rows) < _PAGE:
            return
        after = rows[-1]


def _sorted_range(
    database: Database,
    ranks: dict[int, int],
    kind: str,
    prefix: str,
    score: Callable[[int], int],
) -> Sequence[Ranked]:
    rows = database.rows(
        "SELECT size, other, uid, term, set_id FROM term_key"
        " WHERE kind = ? AND key >= ? AND key < ?",
        (kind, prefix, after_prefix(prefix)),
    )
    return sorted(
        (-score(size), ranks[set_id], other, size, uid, term, set_id)
        for size, other, uid, term, set_id in rows
    )


def after_prefix(prefix: str) -> str:
    """The first text, in SQLite's byte order, after all that begin with the prefix."""
    last = ord(prefix[-1])
    following = 0xE000 if last == 0xD7FF else last + 1
    return prefix[:-1] + chr(min(following, 0x10FFFF))
