"""Persons and what tells them: the tables in `data/language`, read on first use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from glossary.language.tables import read_table

MODERN, KOREAN, HISTORICAL, FOREIGN, MINORITY = CLASSES = (
    "modern",
    "korean",
    "historical",
    "foreign",
    "minority",
)
SURE, NEEDS_CUE, NEVER = "apply", "suggest", "flag"  # bands of the table


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table: how each variety writes the name, in hanzi where it has some, the
    class, the years, how sure the name is by itself, and what near it makes it sure."""

    chinese: str
    korean: str
    hanzi: str
    kind: str
    years: str
    band: str
    cues: tuple[str, ...]


def by_hanzi(hanzi: str) -> Person | None:
    """The person whom the table has under these hanzi (simplified)."""
    return _by_hanzi().get(hanzi)


@cache
def several_words() -> re.Pattern[str]:
    """The names of the table that are written in several words."""
    names = [name for name in persons() if not name.isalpha()]
    return re.compile(f"(?<![가-힣])(?:{'|'.join(map(re.escape, names))})")


@cache
def persons() -> Mapping[str, Person]:
    """The persons of the table by their name in the Korean edition."""
    found = {}
    for line in read_table("persons.tsv").split("\n"):
        name, korean, hanzi, kind, years, band, cues = line.split("\t")
        found[name] = Person(name, korean, hanzi, kind, years, band, tuple(cues.split()))
    return found


@cache
def heads() -> frozenset[str]:
    """The first two syllables of every name in the table; of 체 게바라 the first one."""
    return frozenset(re.split("[ ·]", name)[0][:2] for name in persons())


@cache
def _by_hanzi() -> Mapping[str, Person]:
    return {person.hanzi: person for person in reversed(list(persons().values())) if person.hanzi}


@dataclass(frozen=True, slots=True)
class Listed:
    """Surnames of one and of two syllables, titles on either side of a name, words that stand
    before one, those that do so with a colon, and names that are common words as well; the first
    two syllables of all titles but bylines."""

    surnames: frozenset[str]
    doubles: frozenset[str]
    titles: frozenset[str]
    before: frozenset[str]
    bylines: frozenset[str]
    also_words: frozenset[str]
    heads: frozenset[str]


@cache
def listed() -> Listed:
    """The words that tell a person."""
    paragraphs = [part.split() for part in read_table("surnames.txt").split("\n\n")]
    mostly_korean, both, chinese, *others = paragraphs
    surnames = frozenset(mostly_korean + both + chinese)
    doubles, titles, before, bylines, also_words = map(frozenset, others)
    heads = frozenset(title[:2] for title in titles | before)
    return Listed(surnames, doubles, titles, before, bylines, also_words, heads)
