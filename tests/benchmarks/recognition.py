"""Known terms in running text against other matchers of many words, in turn, in seconds of the
processor; what building costs; and where the time of the whole goes.

Three things are measured, and named: `letters` is only finding all places where the letters of
terms stand, in one string of all lines, folded before; `folding + letters` folds that string, too;
`whole` is `Recogniser.find` line by line as scan does it, which tells words from letters inside of
words and leads back into the text. The peers can only find letters; they get the same folded terms
and the same folded text.
"""

from __future__ import annotations

import cProfile
import gc
import lzma
import pstats
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np  # noqa: F401  # as in a session, where folding has it at hand
from ahocorasick_rs import AhoCorasick, Implementation

from glossary.language import compounds, gazetteer
from glossary.language.fold import fold, search_key
from glossary.matching import boundaries
from glossary.matching.recognition import Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_KR, Term
from tests.benchmarks.figures import read_terms

TERMS, BYTES, ROUNDS = 100_000, 1_000_000, 5
_SHOWN = 10  # functions of the profile
_STAGES = (
    "fold.key_of",
    "term_letters.matches",
    "runs._read_anew",
    "term_letters.candidates",
    "compounds.standing",
    "segmentation.segment",
    "runs._with_the_rest",
    "choice.occurrences",
)

Run = Callable[[], int]
"""Goes through the text once and answers how many places it found."""

Find = Callable[[str], int]
"""How many places there are in a text."""

Peer = tuple[Callable[[], None], Find]
"""What builds it, and what it finds."""


def run(folder: Path, count: int = TERMS) -> None:
    """So many terms in a megabyte of Korean text, line by line."""
    terms = read_terms(folder / "terms.tsv.xz", count)
    lines = list(_lines(folder / "segments.tsv.xz"))
    size = sum(len(line.encode()) for line in lines) / 1e6
    entries = [Entry(str(number), Term(KO_KR, term)) for number, term in enumerate(terms)]
    print(f"recognition of {count:,} terms in {size:.2f} MB of Korean, {len(lines):,} lines")
    text = "\n".join(lines)
    key = fold(text)
    patterns = list(dict.fromkeys(filter(None, map(search_key, terms))))
    recogniser, engine = _recogniser(entries), _engine(patterns)
    # Before there are peers, whose many objects would be gone through time and again meanwhile.
    _print_build("Recogniser", lambda: _recogniser(entries))
    _print_build("ahocorasick_rs", lambda: _engine(patterns))

    def anew() -> int:
        recogniser._readers.clear()
        for cache in (boundaries._in_run, compounds._rival, gazetteer.places_in):
            cache.cache_clear()
        return again()

    def again() -> int:
        return sum(len(recogniser.find(line, KO_KR)) for line in lines)

    runs: dict[str, Run] = {
        "whole": anew,
        "whole, runs remembered": again,
        "letters": lambda: len(engine.find_matches_as_indexes(key, overlapping=True)),
        "folding + letters": lambda: len(
            engine.find_matches_as_indexes(fold(text), overlapping=True)
        ),
    }
    for name, (build, find) in _peers(patterns).items():
        _print_build(name, build)
        runs[f"letters, {name}"] = partial(find, key)
        runs[f"folding + letters, {name}"] = partial(_folding, find, text)
    gc.freeze()  # nobody pays for going through what another one has built
    _print(runs, size)
    gc.unfreeze()
    _profile(anew)


def _recogniser(entries: list[Entry]) -> Recogniser:
    made = Recogniser(entries)
    made.find("", KO_KR)  # its automata are made at the first text
    return made


def _engine(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(
        sorted(patterns), store_patterns=False, implementation=Implementation.ContiguousNFA
    )


def _folding(find: Find, text: str) -> int:
    return find(fold(text))


def _print_build(name: str, build: Callable[[], object]) -> None:
    times = []
    for _ in range(7):
        began = time.process_time()
        built = build()
        times.append(time.process_time() - began)
        del built
    print(
        f"  {name} builds in {median(times):.2f} s (median of {len(times)}, best {min(times):.2f})"
    )


def _lines(path: Path) -> Iterator[str]:
    """Lines of Korean, until there are enough."""
    size = 0
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for row in file:
            text = row.split("\t", 1)[0]
            size += len(text.encode())
            yield text
            if size >= BYTES:
                return


def _peers(patterns: list[str]) -> dict[str, Peer]:
    """The peers that are installed (make bench installs them)."""
    try:
        ahocorasick, flashtext = import_module("ahocorasick"), import_module("flashtext")
    except ImportError as error:
        print(f"  peers left out: {error.name} is not installed (make bench installs it)")
        return {}
    automata: list[Any] = []
    words: list[Any] = []

    def automaton() -> None:
        automata[:] = [ahocorasick.Automaton()]
        for number, pattern in enumerate(patterns):
            automata[0].add_word(pattern, number)
        automata[0].make_automaton()

    def keywords() -> None:
        words[:] = [flashtext.KeywordProcessor(case_sensitive=True)]
        words[0].add_keywords_from_list(patterns)

    return {
        "pyahocorasick": (automaton, lambda text: sum(1 for _ in automata[0].iter(text))),
        "flashtext": (keywords, lambda text: len(words[0].extract_keywords(text))),
    }


def _print(runs: dict[str, Run], size: float) -> None:
    times: dict[str, list[float]] = {name: [] for name in runs}
    places: dict[str, int] = {}
    for _ in range(ROUNDS):
        for name, each in runs.items():
            began = time.process_time()
            places[name] = each()
            times[name].append(time.process_time() - began)
    own = {name: median(each) for name, each in times.items()}
    for name, seconds in own.items():
        work = "folding + letters" if name.startswith("folding") else "letters"
        ratios = "".join(
            f" {own[peer] / seconds:6.2f} x {engine}"
            for engine in ("pyahocorasick", "flashtext")
            if (peer := f"{work}, {engine}") in own
        )
        print(
            f"  {name:34} {seconds:7.3f} s {size / seconds:7.2f} MB/s{ratios},"
            f" {places[name]:,} places"
        )


def _profile(whole: Run) -> None:
    """Where a pass spends its time, by stages and by the functions' own time."""
    profile = cProfile.Profile()
    profile.runcall(whole)
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # typeshed leaves it out
    total = sum(own for _, _, own, _, _ in stats.values())
    shares = {
        f"{Path(file).stem}.{function}": (both / total, own / total, calls)
        for (file, _, function), (_, calls, own, both, _) in stats.items()
    }
    print("  share of the time with what is called, under a profiler:")
    for stage in _STAGES:
        both, _, calls = shares.get(stage, (0.0, 0.0, 0))
        print(f"    {both:5.0%} {stage}, {calls:,} calls")
    print("  share of the function's own time:")
    for name in sorted(shares, key=lambda each: -shares[each][1])[:_SHOWN]:
        print(f"    {shares[name][1]:5.0%} {name}, {shares[name][2]:,} calls")
