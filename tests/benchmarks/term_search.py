"""Near misses among many terms against rapidfuzz over all of them, with the same results."""

from __future__ import annotations

import random
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.language.fold import search_key
from glossary.language.hangul import jamo
from glossary.matching.similarity import allowed_distance
from glossary.matching.term_index import build, with_signatures
from tests.benchmarks.figures import percentile, read_terms, timed

QUERIES = 300


def run(path: Path, count: int) -> None:
    """Queries are terms with one or two letters changed, and terms that are not in the list."""
    rows = [jamo(search_key(term)) for term in read_terms(path, count + QUERIES)]
    held_out, letters = rows[count:], rows[:count]
    index = with_signatures(build(list(enumerate(letters))))
    chance = random.Random(7)
    queries = [_typo(chance, each) for each in chance.sample(letters, QUERIES * 2 // 3)]
    queries += held_out[: QUERIES // 3]
    ours, peers, same = [], [], 0
    for block in range(0, len(queries), 50):  # in blocks, so that neither flushes the other's cache
        found = {}
        for query in queries[block : block + 50]:
            ours.append(timed(lambda query=query: found.update({query: index.fuzzy(query)})))
        for query in queries[block : block + 50]:
            expected = {}
            peers.append(timed(lambda query=query: expected.update(_all(query, letters))))
            same += found[query] == sorted(expected.items())
    print(f"near misses among {count:,} terms, {len(queries)} queries, against rapidfuzz over all")
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        mine, peer = percentile(ours, share), percentile(peers, share)
        print(f"  {name} {mine * 1000:.3f} ms, {peer * 1000:.3f} ms: {peer / mine:.1f} x")
    print(f"  identical results: {same} of {len(queries)}")


def _typo(chance: random.Random, letters: str) -> str:
    for _ in range(chance.choice((1, 2))):
        place = chance.randrange(len(letters))
        letter = chance.choice("ㄱㄴㅅㅇㅏㅓㅣ")
        letters = letters[:place] + letter + letters[place + chance.choice((0, 1)) :]
    return letters


def _all(query: str, letters: list[str]) -> dict[int, int]:
    found = process.extract(
        query,
        letters,
        scorer=Levenshtein.distance,
        score_cutoff=allowed_distance(len(query)),
        limit=None,
    )
    return {number: distance for _, distance, number in found}
