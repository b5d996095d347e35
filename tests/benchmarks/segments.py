"""Near matches among many segments against rapidfuzz over all of them and against a full-text
index (tantivy, pairs of letters, the best 200 rescored), with recall; and what the index costs."""

from __future__ import annotations

import json
import lzma
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.language.fold import fold
from glossary.matching import segment_build, segment_index
from glossary.matching.segment_index import SegmentIndex
from glossary.matching.similarity import score
from tests.benchmarks.figures import percentile

QUERIES = 500
THRESHOLD = 70
_BLOCK = 50  # queries of one engine before the other has its turn
_LETTERS = "가나다라마바사아자차카타파하은는을를의에서로고도이"

Search = Callable[[str], set[int]]


def run(folder: Path, sizes: Sequence[int] = (200_000, 1_000_000), exact: int = QUERIES) -> None:
    """Queries are near duplicates, 70 to 85 per cent matches and held-out segments; all compared
    with brute force where there are `exact` of them."""
    texts = read_segments(folder)
    for size in sizes:
        stored, held_out = spread(texts, size), texts[-QUERIES:]
        _measure(stored, queries(stored, held_out), exact)


def read_segments(folder: Path) -> list[str]:
    """Distinct real segments, folded, in a fixed random order."""
    found: dict[str, None] = {}
    for name in ("segments.tsv.xz", "reviews.tsv.xz"):
        with lzma.open(folder / name, "rt", encoding="utf-8") as file:
            for line in file:
                text = fold(line.split("\t", 1)[0].strip())
                if text:
                    found[text] = None
    texts = list(found)
    random.Random(11).shuffle(texts)
    return texts


def spread(texts: Sequence[str], size: int) -> list[str]:
    """So many segments; where there are fewer, changed ones are added."""
    stored = list(texts[: min(size, len(texts) - QUERIES)])
    chance = random.Random(size)
    while len(stored) < size:
        stored.append(changed(chance, chance.choice(texts), chance.uniform(0.1, 0.5)))
    return stored


def queries(stored: Sequence[str], held_out: Sequence[str]) -> list[str]:
    """200 with one to three edits, 150 with 15 to 30 per cent changed, 150 held out."""
    chance = random.Random(len(stored))
    found = [
        changed(chance, text, chance.randint(1, 3) / len(text))
        for text in chance.sample(list(stored), 200)
    ]
    found += [
        changed(chance, text, chance.uniform(0.15, 0.3))
        for text in chance.sample(list(stored), 150)
    ]
    found += held_out[:150]
    chance.shuffle(found)
    return [text for text in found if text]


def changed(chance: random.Random, text: str, share: float) -> str:
    """The text with this share of its letters, one at least, replaced, taken out or put in."""
    letters = list(text)
    for _ in range(max(1, round(len(letters) * share))):
        place = chance.randrange(len(letters) + 1)
        action = chance.randrange(3)
        if action == 0 and place < len(letters):
            letters[place] = chance.choice(_LETTERS)
        elif action == 1:
            letters.insert(place, chance.choice(_LETTERS))
        elif place < len(letters) > 1:
            del letters[place]
    return "".join(letters)


def _measure(stored: list[str], asked: list[str], exact: int) -> None:
    print(f"near matches from {THRESHOLD} % among {len(stored):,} segments, {len(asked)} queries")
    index, cost = _built(stored)
    print(f"  build {cost}")
    near = _Timed(lambda text: {each for each, _ in index.near(text, THRESHOLD)})
    brute = _Timed(lambda text: _all(stored, text))
    for text in asked[:_BLOCK]:
        near.warm(text)
    in_turn = asked[: min(exact, 100)]
    for start in range(0, min(exact, len(asked)), _BLOCK):
        block = asked[start : start + _BLOCK]
        for engine in (near, brute):
            engine.ask(block)
    _print("blocks in turn, rapidfuzz over all", near, brute)
    same = sum(near.found[text] == brute.found[text] for text in brute.found)
    print(f"    identical results: {same} of {len(brute.found)}")
    near.times, brute.times = [], []
    for text in in_turn:
        for engine in (near, brute):
            engine.ask([text])
    _print("one query in turn, rapidfuzz over all", near, brute)
    _against_tantivy(stored, asked, near, brute)


class _Timed:
    """An engine, its times in seconds and what it found."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self.times: list[float] = []
        self.found: dict[str, set[int]] = {}

    def warm(self, text: str) -> None:
        self._search(text)

    def ask(self, block: Sequence[str]) -> None:
        for text in block:
            began = time.perf_counter()
            self.found[text] = self._search(text)
            self.times.append(time.perf_counter() - began)


def _print(what: str, ours: _Timed, peer: _Timed) -> None:
    said = []
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        mine, its = percentile(ours.times, share), percentile(peer.times, share)
        said.append(f"{name} {mine * 1000:.2f} ms, {its * 1000:.1f} ms: {its / mine:.0f} x")
    print(f"  {what}: {'; '.join(said)}")


def _all(stored: list[str], text: str) -> set[int]:
    import numpy as np

    share = THRESHOLD / 100 - 1e-9
    near = process.cdist(
        [text], stored, scorer=Levenshtein.normalized_similarity, score_cutoff=share, workers=1
    )[0]
    found = np.flatnonzero(near)
    return {
        int(each)
        for each in found
        if score(Levenshtein.distance(text, stored[each]), max(len(text), len(stored[each])))
        >= THRESHOLD
    }


def _built(stored: list[str]) -> tuple[SegmentIndex, str]:
    """The index, from its file, and what it cost, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        texts, path = Path(folder) / "texts.json", Path(folder) / "index"
        texts.write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.segments", str(texts), str(path)],
            capture_output=True,
            check=True,
            text=True,
        )
        index = segment_index.load(str(path))
    assert index is not None
    return index, done.stdout.strip()


def _build_alone(texts: str, path: str) -> None:
    """What a build costs: seconds, the most memory of the process, the file, and the memory that
    matching takes for itself."""
    import resource

    rows = list(enumerate(json.loads(Path(texts).read_text("utf-8"))))
    began = time.perf_counter()
    segment_index.save(segment_build.build(rows), path)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = Path(path).stat().st_size / 1e6
    text = sum(len(text.encode()) for _, text in rows) / 1e6
    asked = [text for _, text in rows[:: max(len(rows) // 500, 1)]]
    code = (
        "import json, sys; from glossary.matching.segment_index import load\n"
        "index = load(sys.argv[1])\n"
        f"for text in json.loads(sys.stdin.read()): index.near(text, {THRESHOLD})\n"
        "print(next(line.split()[1] for line in open('/proc/self/smaps_rollup')"
        " if line.startswith('Anonymous')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path],
        input=json.dumps(asked),
        capture_output=True,
        check=True,
        text=True,
    )
    private = int(done.stdout) / 1024
    print(
        f"{seconds:.1f} s, {peak:,.0f} MB at most, file {size:.0f} MB ({size / text:.1f} x the"
        f" text), private memory while matching {private:.0f} MB"
    )


def _against_tantivy(stored: list[str], asked: Sequence[str], near: _Timed, brute: _Timed) -> None:
    try:
        import tantivy
    except ImportError:
        print("  tantivy left out: it is not installed (make bench installs it)")
        return
    with tempfile.TemporaryDirectory() as folder:
        engine = _Timed(_tantivy(tantivy, folder, stored))
        near.times = []
        for text in asked[:100]:
            for each in (near, engine):
                each.ask([text])
        _print("one query in turn, tantivy", near, engine)
    compared = [text for text in asked[:100] if text in brute.found]
    wanted = sum(len(brute.found[text]) for text in compared)
    got = sum(len(brute.found[text] & engine.found[text]) for text in compared)
    print(f"    tantivy finds {got} of {wanted} matches")


def _tantivy(tantivy: Any, folder: str, stored: list[str]) -> Search:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("pairs", stored=False, tokenizer_name="whitespace")
    builder.add_integer_field("number", stored=True, fast=True)
    index = tantivy.Index(builder.build(), path=folder)
    writer = index.writer(200_000_000, 1)
    for number, text in enumerate(stored):
        writer.add_document(tantivy.Document(pairs=" ".join(_pairs(text)), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> set[int]:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "pairs", pair))
            for pair in set(_pairs(text))
        ]
        if not terms:
            return set()
        hits = searcher.search(tantivy.Query.boolean_query(terms), 200, count=False).hits
        found = (searcher.doc(address)["number"][0] for _, address in hits)
        return {
            each
            for each in found
            if score(Levenshtein.distance(text, stored[each]), max(len(text), len(stored[each])))
            >= THRESHOLD
        }

    return search


def _pairs(text: str) -> list[str]:
    """Pairs of letters as words without spaces in them."""
    codes = [f"{ord(letter):x}" for letter in text]
    return [f"{first}_{second}" for first, second in pairwise(codes)]


if __name__ == "__main__":
    _build_alone(*sys.argv[1:])
