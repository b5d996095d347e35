"""Terms whose key begins with a text, in the order of ranking, read from the index a page at a
time: each set's preferred and other terms stand there by size and uid, and are merged here."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence

from glossary.store.database import Database

_PAGE = 24

# (size, uid, term): the order of the index; and the term's text
_Row = tuple[int, str, int, str]
# (minus score, set rank, other, size, uid, term, set, text)
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
    for size, uid, term, text in rows:
        yield -score(size), rank, other, size, uid, term, set_id, text


def _stream(database: Database, kind: str, prefix: str, set_id: int, other: int) -> Iterator[_Row]:
    # The literals let SQLite see that the partial index on the expression fits.
    sql = (
        "SELECT k.size, k.uid, k.term, t.text FROM term_key k JOIN term t ON t.id = k.term"
        " WHERE k.kind = ? AND k.kind <> 'reading'"
        f" AND substr(k.key, 1, {len(prefix)}) = ? AND k.set_id = ? AND k.other = ?"
        " AND (k.size, k.uid, k.term) > (?, ?, ?) ORDER BY k.size, k.uid, k.term LIMIT ?"
    )
    after: tuple[int, str, int] = (-1, "", 0)
    while True:
        rows = database.rows(sql, (kind, prefix, set_id, other, *after, _PAGE))
        yield from rows
        if len(rows) < _PAGE:
            return
        after = rows[-1][:3]


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
