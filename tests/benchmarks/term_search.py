"""Near misses among many terms against rapidfuzz over all of them, with the same results."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.language.fold import search_key
from glossary.language.hangul import jamo
from glossary.matching.similarity import allowed_distance
from glossary.matching.term_index import build, with_signatures
from tests.benchmarks.figures import percentile, read_terms

QUERIES = 300


def run(path: Path, count: int) -> None:
    """Queries are terms with one or two letters changed, and terms that are not in the list."""
    rows = [jamo(search_key(term)) for term in read_terms(path, count + QUERIES)]
    held_out, letters = rows[count:], rows[:count]
    index = with_signatures(build(list(enumerate(letters))))
    chance = random.Random(7)
    queries = [_typo(chance, each) for each in chance.sample(letters, QUERIES * 2 // 3)]
    queries += held_out[: QUERIES // 3]
    ours: list[float] = []
    peers: list[float] = []
    same = 0
    # In blocks, so that neither flushes the other's cache at every query.
    for start in range(0, len(queries), 50):
        block = queries[start : start + 50]
        found = [_measured(ours, index.fuzzy, query) for query in block]
        expected = [_measured(peers, partial(_all, letters), query) for query in block]
        same += sum(mine == theirs for mine, theirs in zip(found, expected, strict=True))
    print(f"near misses among {count:,} terms, {len(queries)} queries, against rapidfuzz over all")
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        mine, peer = percentile(ours, share), percentile(peers, share)
        print(f"  {name} {mine * 1000:.3f} ms, {peer * 1000:.3f} ms: {peer / mine:.1f} x")
    print(f"  identical results: {same} of {len(queries)}")


Found = list[tuple[int, int]]


def _measured(times: list[float], search: Callable[[str], Found], query: str) -> Found:
    """What a search finds; its seconds are added to `times`."""
    began = time.perf_counter()
    found = search(query)
    times.append(time.perf_counter() - began)
    return found


def _typo(chance: random.Random, letters: str) -> str:
    for _ in range(chance.choice((1, 2))):
        place = chance.randrange(len(letters))
        letter = chance.choice("ㄱㄴㅅㅇㅏㅓㅣ")
        letters = letters[:place] + letter + letters[place + chance.choice((0, 1)) :]
    return letters


def _all(letters: list[str], query: str) -> Found:
    found = process.extract(
        query,
        letters,
        scorer=Levenshtein.distance,
        score_cutoff=allowed_distance(len(query)),
        limit=None,
    )
    return sorted((number, distance) for _, distance, number in found)
