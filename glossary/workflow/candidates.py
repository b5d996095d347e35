"""What extraction finds: candidates, where they stand, and what translates them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from glossary.matching import hanzi_candidates, noun_candidates
from glossary.matching.candidates import Counter
from glossary.matching.noun_candidates import Seen, plain
from glossary.model import language_of
from glossary.workflow.corpus import CorpusText

PLACES = 2
AROUND = 20
"""Characters of context on either side."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file or memory, the line or 0, what is known of the source, and
    the text with up to AROUND characters on either side."""

    file: str
    line: int
    before: str
    text: str
    after: str
    outlet: str = ""
    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A translation of a candidate: in how many of the segments that hold the candidate it stands,
    Dice's coefficient of the two, whether it can be read as the candidate, how often it stands in
    each year, when first and last, and where."""

    text: str
    count: int
    dice: float
    reading: bool
    years: tuple[tuple[str, int], ...] = ()
    first: str = ""
    last: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a term: its most frequent writing, how often and in how many documents it
    stands, its score (see `matching.noun_candidates`), when it was seen first and last, where, and
    its translations, the likeliest first."""

    text: str
    count: int
    documents: int
    score: float
    first: str = ""
    last: str = ""
    places: tuple[Place, ...] = ()
    renderings: tuple[Rendering, ...] = ()

    @property
    def reading(self) -> bool:
        """Whether its likeliest translation can be read as the candidate."""
        return bool(self.renderings) and self.renderings[0].reading


@dataclass(frozen=True, slots=True)
class Extraction:
    """The candidates, the best first; how many were known or declined already; and by how much a
    count may be too low, 0 as a rule."""

    variety: str
    candidates: tuple[Candidate, ...]
    known: int = 0
    declined: int = 0
    missed: int = 0


@dataclass(slots=True)
class Group:
    """The writings of one candidate, with their counts, and what is found out about it."""

    keys: dict[str, int]
    score: float
    documents: int
    first: str = ""
    last: str = ""
    places: list[Place] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The most frequent writing, the first of those."""
        return plain(max(self.keys, key=lambda key: self.keys[key]))

    @property
    def count(self) -> int:
        """How often it was seen, in all writings."""
        return sum(self.keys.values())


class Measure(Protocol):
    """How candidates of a language are found, counted and scored."""

    def seen_in(self, text: str, wanted: Container[str] | None = None) -> Iterator[Seen]:
        """The candidates of a text, or those that are wanted."""

    def keys_in(self, text: str) -> list[str]:
        """What of a text is counted."""

    def scores(self, counts: Counter, least: int) -> dict[str, float]:
        """How likely each that was seen so often is a term."""


def measure_of(variety: str) -> Measure:
    """The measure for texts of a variety."""
    return hanzi_candidates if language_of(variety) == "zh" else noun_candidates


def place_of(sentence: CorpusText, text: str, start: int, end: int) -> Place:
    """The place of a stretch of one side of a sentence."""
    about = (sentence.outlet, sentence.title, sentence.date)
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Place(sentence.file, sentence.line, before, text[start:end], after, *about)


def later(first: str, last: str, date: str) -> tuple[str, str]:
    """The first and the last date with one more, "" where none is known."""
    if not date:
        return first, last
    return min(first or date, date), max(last, date)
