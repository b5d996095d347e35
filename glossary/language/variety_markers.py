"""Words that tell one variety of Korean from another: the table in `data/language`, read on first
use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.language.runs import HANGUL_RUN
from glossary.language.tables import read_table

_LONGEST = 9  # syllables of a marker that stands in one run
_END, _SPACE = "~", "_"
_MOSTLY = 2  # the weight of a word that the other variety hardly says
_BOUND = ("것", "수 ", "데 ")
_GAPS = ("", " ", "\n")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in a text: where it stands, the variety it speaks for, and how much: 1 to 3."""

    start: int
    end: int
    variety: str
    weight: int


def markers_in(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Marker]:
    """The markers of a text; `runs` are its runs of Hangul."""
    for run in runs:
        at = run.start()
        counted = text.startswith("여", at) and text[at - 1 : at].isdigit()
        for start, end, variety, weight in _in_word(run.group()):
            if counted and not start:
                continue  # 500여권
            yield Marker(at + start, at + end, variety, weight)
    for match in _pattern().finditer(text):
        if match[0].startswith(_BOUND) and text[match.start() - 1 : match.start()] not in _GAPS:
            continue  # 받는것으로 알려졌다 is no South Korean way to write it
        yield Marker(match.start(), match.end(), *_tables()[2][match.group()])


def is_of(variety: str, words: str) -> bool:
    """Whether a term is mostly or only said in a variety: one of its words is a marker of it.

    >>> is_of("ko-KR", "억 위안"), is_of("ko-KR", "공사"), is_of("ko-CN", "공공봉사")
    (True, False, True)
    """
    found = markers_in(words, tuple(HANGUL_RUN.finditer(words)))
    return any(each.variety == variety and each.weight >= _MOSTLY for each in found)


@lru_cache(maxsize=1 << 16)
def _in_word(word: str) -> tuple[tuple[int, int, str, int], ...]:
    """What a run of Hangul begins with and what it ends with, the longest of each."""
    starts, ends, _ = _tables()
    found = []
    size = next(
        (size for size in range(min(_LONGEST, len(word)), 0, -1) if word[:size] in starts), 0
    )
    if size and not word.startswith("부터", size - 1):  # 환경부터
        found.append((0, size, *starts[word[:size]]))
    longest = min(_LONGEST, len(word) - max(size, 1))
    tail = next((tail for tail in range(longest, 0, -1) if word[-tail:] in ends), 0)
    if tail:
        found.append((len(word) - tail, len(word), *ends[word[-tail:]]))
    return tuple(found)


_Table = dict[str, tuple[str, int]]


@cache
def _tables() -> tuple[_Table, _Table, _Table]:
    """What begins a run, what ends one, and what stands anywhere, each with variety and weight."""
    starts: _Table = {}
    ends: _Table = {}
    phrases: _Table = {}
    for paragraph in read_table("variety_markers.txt").split("\n\n"):
        head, *lines = paragraph.split("\n")
        variety, weight = head.split(" ")
        for word in " ".join(lines).split(" "):
            value = (variety, int(weight))
            if word.startswith(_END) and _SPACE not in word:
                ends[word.removeprefix(_END)] = value
            elif _SPACE in word or not word.isalpha():
                phrases[word.replace(_SPACE, " ").removeprefix(_END)] = value
            else:
                starts[word] = value
    return starts, ends, phrases


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_tables()[2], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))
