"""Places where the two varieties differ in a space, and for which of them each one speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.language.variety_joined import joined
from glossary.language.variety_parted import parted
from glossary.language.variety_places import LONGEST_RUN
from glossary.model import KO_CN, KO_KR


@dataclass(frozen=True, slots=True)
class Place:
    """A place: where it stands (the space alone where there is one), the words about it, the
    variety that writes it so, and its kind."""

    start: int
    end: int
    text: str
    variety: str
    kind: str


def spaces_in(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Place]:
    """What is written together (ko-CN) or apart (ko-KR); `runs` are the text's runs of Hangul."""
    last, end = "", -2
    for run in runs:
        word, start = run.group(), run.start()
        if len(word) > LONGEST_RUN:
            continue
        found = joined(word)
        if found and not text[start - 1 : start].isdigit():
            size, kind = found
            yield Place(start, start + size, word[:size], KO_CN, kind)
        if start == end + 1 and text[end] == " ":
            kind, size = parted(last, word)
            if kind:
                yield Place(end, start, f"{last} {word[:size]}", KO_KR, kind)
        last, end = word, run.end()
