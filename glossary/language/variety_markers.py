"""Words that tell one variety of Korean from another: the table in `data/language`, read on first
use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from glossary.language.tables import read_table

_LONGEST = 9  # syllables of a marker that stands in one run
_END, _SPACE = "~", "_"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in a text: where it stands, the variety it speaks for, and how much: 1 to 3."""

    start: int
    end: int
    variety: str
    weight: int


def markers_in(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Marker]:
    """The markers of a text; `runs` are its runs of Hangul."""
    starts, ends, phrases = _tables()
    for run in runs:
        word, at, end = run.group(), run.start(), run.end()
        longest = min(_LONGEST, len(word))
        for size in range(longest, 0, -1):
            if word[:size] in starts:
                yield Marker(at, at + size, *starts[word[:size]])
                break
        else:
            size = next((size for size in range(longest, 0, -1) if word[-size:] in ends), 0)
            if size and size < len(word):
                yield Marker(end - size, end, *ends[word[-size:]])
    for match in _pattern().finditer(text):
        yield Marker(match.start(), match.end(), *phrases[match.group()])


_Table = dict[str, tuple[str, int]]


@cache
def _tables() -> tuple[_Table, _Table, _Table]:
    """What begins a run, what ends one, and what stands anywhere, each with variety and weight."""
    starts: _Table = {}
    ends: _Table = {}
    phrases: _Table = {}
    for paragraph in read_table("variety_markers.txt").split("\n\n"):
        head, words = paragraph.split("\n")
        variety, weight = head.split(" ")
        for word in words.split(" "):
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
