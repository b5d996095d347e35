"""Candidate terms in Chinese text, by statistics: words that no list has are found too.

Every string of two to LONGEST hanzi between function words is counted together with what stands
beside it. One that begins or ends where its neighbours vary is a word or a compound (branching
entropy, Tanaka-Ishii 2005; Jin and Tanaka-Ishii 2006); its weight is its C-value.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from glossary.language.chinese_words import costs
from glossary.language.stop_words import (
    chinese_exceptions,
    chinese_general_words,
    chinese_stop_words,
)
from glossary.matching.candidates import Counter, c_value, entropy
from glossary.matching.noun_candidates import Seen

LONGEST = 10
"""Hanzi of a candidate."""

EDGE = "\n"
"""Stands in a key where punctuation, a function word or the end of the text is."""

_SURE = 5  # from so many occurrences on, one other neighbour is not enough
_FREE = 0.6  # bits
_KNOWN = 0.5  # a common word is less likely a term
_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def seen_in(text: str, wanted: Container[str] | None = None) -> Iterator[Seen]:
    """The strings of hanzi of a text that may be candidates, nested ones too; those that are
    `wanted`, where that is said."""
    for start, run in _runs(text):
        for at in range(len(run) - 1):
            for end in range(at + 2, min(len(run), at + LONGEST) + 1):
                key = run[at:end]
                if wanted is None or key in wanted:
                    yield Seen(key, start + at, start + end)


def keys_in(text: str) -> list[str]:
    """The strings of a text, each also with its neighbours, as they are counted."""
    found = []
    for _, run in _runs(text):
        around = f"{EDGE}{run}{EDGE}"
        size = len(around)
        for at in range(size - 1):
            last = min(size, at + LONGEST + 1) + 1
            found += [around[at:end] for end in range(at + 2, last)]
    return found


def scores(counts: Counter, least: int) -> dict[str, float]:
    """How likely each string that was seen so often is a term: its C-value, where what stands on
    either side of it varies; general words by themselves are left out, and common words
    count less."""
    before: dict[str, list[int]] = {}
    after: dict[str, list[int]] = {}
    whole = counts.keys()
    for key in whole:
        seen = counts.count(key)
        _beside(before, key[1:], key[0], seen)
        _beside(after, key[:-1], key[-1], seen)
    free = {
        key: counts.count(key)
        for key in whole
        if counts.count(key) >= least
        and EDGE not in key
        and key not in chinese_general_words()
        and _is_free(before.get(key, []), counts.count(key))
        and _is_free(after.get(key, []), counts.count(key))
    }
    common = costs()
    inside: dict[str, list[int]] = {}
    for key, seen in free.items():
        for part in _nested(key):
            if part in free:
                inside.setdefault(part, []).append(seen)
    return {
        key: (_KNOWN if key in common else 1.0) * c_value(_words(key), seen, inside.get(key, []))
        for key, seen in free.items()
        if max(inside.get(key, []), default=0) < seen
    }


def _beside(found: dict[str, list[int]], key: str, neighbour: str, seen: int) -> None:
    """Note a neighbour; each edge is a neighbour of its own."""
    if len(key) > 1:
        found.setdefault(key, []).extend([1] * seen if neighbour == EDGE else [seen])


def _is_free(neighbours: list[int], seen: int) -> bool:
    return entropy(neighbours) >= (_FREE if seen >= _SURE else 0.01)


def _words(key: str) -> int:
    """About how many words a string has: most are of two hanzi."""
    return (len(key) + 1) // 2


def _nested(key: str) -> Iterator[str]:
    size = len(key)
    for start in range(size - 1):
        for end in range(start + 2, size + 1):
            if end - start < size:
                yield key[start:end]


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """The stretches of hanzi between function words, with their places."""
    for found in _RUN.finditer(text):
        at = 0
        for stop in _stops().finditer(found.group()):
            if stop.group() in chinese_exceptions():
                continue
            if stop.start() - at > 1:
                yield found.start() + at, found.group()[at : stop.start()]
            at = stop.end()
        if len(found.group()) - at > 1:
            yield found.start() + at, found.group()[at:]


@cache
def _stops() -> re.Pattern[str]:
    words = sorted(chinese_stop_words() | chinese_exceptions(), key=len, reverse=True)
    return re.compile("|".join(words))
