"""Known terms in running text against other matchers of many words, in turn over the same folded
text and folded terms; what building costs; and where the time of the whole goes.

`pyahocorasick`, `ahocorasick_rs` and `flashtext` only find letters, in one string of all lines;
`Recogniser.find` goes line by line as scan does, folds, tells words from letters inside of words,
and leads back into the text.
"""

from __future__ import annotations

import cProfile
import lzma
import pstats
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median

from ahocorasick_rs import AhoCorasick

from glossary.language.fold import fold, search_key
from glossary.matching import boundaries
from glossary.matching.recognition import Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_KR, Term
from tests.benchmarks.figures import read_terms, timed

TERMS, BYTES, ROUNDS = 100_000, 1_000_000, 5
_SHOWN = 10  # functions of the profile
_STAGES = (
    "fold.key_of",
    "recognition.candidates",
    "boundaries.standing",
    "compounds.standing",
    "segmentation.segment",
    "recognition._chosen",
    "recognition._occurrence",
)

Run = Callable[[], int]
"""Goes through the text once and answers how many places it found."""


def run(folder: Path, count: int = TERMS) -> None:
    """So many terms in a megabyte of Korean text, line by line."""
    terms = read_terms(folder / "terms.tsv.xz", count)
    lines = list(_lines(folder / "segments.tsv.xz"))
    size = sum(len(line.encode()) for line in lines) / 1e6
    entries = [Entry(str(number), Term(KO_KR, term)) for number, term in enumerate(terms)]
    print(f"recognition of {count:,} terms in {size:.2f} MB of Korean, {len(lines):,} lines")
    recogniser = _built(entries)
    text = "\n".join(lines)
    key = fold(text)
    patterns = list(dict.fromkeys(filter(None, map(search_key, terms))))
    print(f"  ahocorasick_rs builds in {timed(lambda: AhoCorasick(patterns)):.2f} s")
    engine = AhoCorasick(patterns, store_patterns=False)

    def whole() -> int:
        boundaries._in_run.cache_clear()
        return again()

    def again() -> int:
        return sum(len(recogniser.find(line, KO_KR)) for line in lines)

    def folded() -> int:
        return len(engine.find_matches_as_indexes(fold(text), overlapping=True))

    def alone() -> int:
        return len(engine.find_matches_as_indexes(key, overlapping=True))

    runs: dict[str, Run] = {
        "Recogniser.find": whole,
        "… with runs remembered": again,
        "folding + ahocorasick_rs": folded,
        "ahocorasick_rs alone": alone,
        **_peers(patterns, key),
    }
    _print(runs, size)
    _profile(whole)


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


def _built(entries: list[Entry]) -> Recogniser:
    times = [timed(lambda: Recogniser(entries).find("", KO_KR)) for _ in range(3)]
    print(f"  Recogniser builds in {median(times):.2f} s")
    return Recogniser(entries)


def _peers(patterns: list[str], key: str) -> dict[str, Run]:
    """The peers that are installed (make bench installs them)."""
    found: dict[str, Run] = {}
    try:
        ahocorasick, flashtext = import_module("ahocorasick"), import_module("flashtext")
    except ImportError as error:
        print(f"  peers left out: {error.name} is not installed (make bench installs it)")
        return found
    automaton = ahocorasick.Automaton()

    def build() -> None:
        for number, pattern in enumerate(patterns):
            automaton.add_word(pattern, number)
        automaton.make_automaton()

    print(f"  pyahocorasick builds in {timed(build):.2f} s")
    words = flashtext.KeywordProcessor(case_sensitive=True)
    words.add_keywords_from_list(patterns)
    found["pyahocorasick"] = lambda: sum(1 for _ in automaton.iter(key))
    found["flashtext"] = lambda: len(words.extract_keywords(key))
    return found


def _print(runs: dict[str, Run], size: float) -> None:
    times: dict[str, list[float]] = {name: [] for name in runs}
    places: dict[str, int] = {}
    for _ in range(ROUNDS):
        for name, each in runs.items():
            times[name].append(timed(lambda name=name, each=each: places.update({name: each()})))
    peer = median(times.get("pyahocorasick", times["ahocorasick_rs alone"]))
    for name, seconds in times.items():
        own = median(seconds)
        print(
            f"  {name:26} {own:7.3f} s {size / own:7.2f} MB/s {peer / own:6.2f} x pyahocorasick,"
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
