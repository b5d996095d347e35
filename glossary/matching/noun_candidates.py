"""Candidate terms in Korean text: nouns and compounds, and what the compounds are made of.

A key is a candidate in its parts: "\\x1f" stands between the parts of a word, a space between
words. Nested candidates are those parts of a compound that are whole words of its spacing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from glossary.language.lexicon import lexicon
from glossary.language.noun_phrases import Noun, noun_phrases
from glossary.language.stop_words import is_general_word
from glossary.matching.candidates import Counter, c_value

MOST_PARTS = 8

_SEAM = "\x1f"
_KNOWN = 0.5  # a word of the lexicon is less likely a term than one that no lexicon has
_GENERAL = 0.6  # so is a compound of nothing but general words


class Seen(NamedTuple):
    """A candidate at start:end of a text, by its key."""

    key: str
    start: int
    end: int


class _Part(NamedTuple):
    text: str
    start: int
    first: bool
    last: bool
    verbal: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def plain(key: str) -> str:
    """The candidate as it is written.

    >>> plain("핵심 광\\x1f물")
    '핵심 광물'
    """
    return key.replace(_SEAM, "")


def seen_in(text: str, wanted: Container[str] | None = None) -> Iterator[Seen]:
    """The candidates of an NFC text, nested ones too; those that are `wanted`, where that is
    said."""
    for nouns in noun_phrases(text):
        parts = _flat(nouns)
        for start in range(len(parts)):
            for end in range(start + 1, min(len(parts), start + MOST_PARTS) + 1):
                if _may_be(parts[start:end]):
                    seen = _made(parts[start:end])
                    if wanted is None or seen.key in wanted:
                        yield seen


def keys_in(text: str) -> list[str]:
    """The keys of the candidates of a text, as they are counted."""
    return [seen.key for seen in seen_in(text)]


def scores(counts: Counter, least: int) -> dict[str, float]:
    """How likely each candidate that was seen so often is a term: its C-value, less for words of
    the lexicon and compounds of general words. What never stands without the same longer compound
    around it, and general words by themselves, are left out."""
    chosen = set(counts.keys(least))
    inside: dict[str, list[int]] = {}
    for key in counts.keys(1):
        for part in _nested(key):
            if part in chosen:
                inside.setdefault(part, []).append(counts.count(key))
    found = {}
    for key in chosen:
        around = inside.get(key, [])
        weight = _weight(key)
        if weight and max(around, default=0) < counts.count(key):
            found[key] = weight * c_value(len(_split(key)), counts.count(key), around)
    return found


def _weight(key: str) -> float:
    parts = _split(key)
    if len(parts) == 1:
        return 0.0 if is_general_word(key) else _KNOWN if key in lexicon().words else 1.0
    return _GENERAL if all(map(is_general_word, parts)) else 1.0


def _split(key: str) -> list[str]:
    return key.replace(" ", _SEAM).split(_SEAM)


def _nested(key: str) -> Iterator[str]:
    """The keys inside a key, but not itself."""
    seams = [place for place, char in enumerate(key) if char in (_SEAM, " ")]
    starts, ends = [0, *(place + 1 for place in seams)], [*seams, len(key)]
    for start in starts:
        for end in ends:
            if start < end and end - start < len(key):
                yield key[start:end]


def _flat(nouns: tuple[Noun, ...]) -> list[_Part]:
    parts = []
    for noun in nouns:
        at = noun.start
        for number, part in enumerate(noun.parts):
            last = number == len(noun.parts) - 1
            parts.append(_Part(part, at, number == 0, last, noun.verbal))
            at += len(part)
    return parts


def _may_be(parts: list[_Part]) -> bool:
    """Whether these parts may be a candidate: of several words only whole ones, none of them the
    noun of a verb; and no noun of a verb alone."""
    if len(parts) == 1:
        return not parts[0].verbal and len(parts[0].text) > 1
    if any(part.last for part in parts[:-1]):
        return parts[0].first and parts[-1].last and not parts[-1].verbal
    return True


def _made(parts: list[_Part]) -> Seen:
    key = parts[0].text
    for before, part in pairwise(parts):
        key += (" " if before.last else _SEAM) + part.text
    return Seen(key, parts[0].start, parts[-1].end)
