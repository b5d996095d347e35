"""Words that one variety of Korean hardly says, and what is usual there: 상반년 is 상반기 in a text
for Seoul. The table is in `data/language`; what a reader would take for another word (질량, 봉사)
is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from glossary.language.segmentation import is_particles
from glossary.language.tables import read_table

_OPEN = "~"


def unusual_words(
    runs: Iterable[re.Match[str]], variety: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """The words of these runs of Hangul that a text of the variety hardly has, each with its place
    and the usual word.

    >>> list(unusual_words(re.finditer("[가-힣]+", "올해 상반년에는"), "ko-KR"))
    [((3, 6), '상반기')]
    """
    words, firsts, longest = _words(variety)
    for run in runs:
        said = run[0]
        if said[0] not in firsts:
            continue
        for size in range(min(longest, len(said)), 0, -1):
            usual = words.get(said[:size])
            if usual is None:
                continue
            right, opens = usual
            if opens or is_particles(said[size:]):
                yield (run.start(), run.start() + size), right
                break


@cache
def _words(variety: str) -> tuple[dict[str, tuple[str, bool]], frozenset[str], int]:
    """The words of a variety, each with what is usual and whether anything may follow it; their
    first syllables, and how many the longest has."""
    rows = (line.split("\t") for line in read_table("variety_words.tsv").split("\n"))
    found = {
        word.removesuffix(_OPEN): (right, word.endswith(_OPEN))
        for of, word, right in rows
        if of == variety
    }
    return found, frozenset(word[0] for word in found), max(map(len, found), default=0)
