"""Which stretches of a run of Hangul stand as words of their own.

The run is cut into words, the stretches among them: each costs a little less than a word of the
lexicon. One stands where the cheapest cut holds it whole and what is around it in the run is
particles, endings or words, so that 중시 is no word in 군중시위 and is one in 중시플랫폼력량.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from glossary.language.gazetteer import places_in
from glossary.language.lexicon import Lexicon, lexicon
from glossary.language.segmentation import Edge, Piece, hangs_on, segment

_TERM, _VERB, _PLACE = 9, 8, 10  # what they cost; a word of the lexicon costs 10
_SHORT = 2  # syllables of a stretch that a lone syllable beside it makes another word of


class Stretch(NamedTuple):
    """A stretch of a run; a verb reaches to the end of its run, endings and all."""

    start: int
    end: int
    verb: bool = False


def standing(run: str, stretches: Iterable[Stretch]) -> dict[Stretch, bool]:
    """The stretches of a run that stand as words, and whether each stands inside a longer one.

    >>> standing("군중시위", [Stretch(1, 3)]), standing("중시를", [Stretch(0, 2)])
    ({}, {Stretch(start=0, end=2, verb=False): False})
    >>> standing("중시플랫폼력량", [Stretch(0, 5)])
    {Stretch(start=0, end=5, verb=False): True}
    """
    asked = tuple(stretches)
    tables = lexicon()
    pieces = segment(run, tables, _edges(run, asked))
    own = {(piece.start, piece.end) for piece in pieces}
    spans = {(each.start, each.end) for each in asked}
    found = {}
    for each in asked:
        if (each.start, each.end) in own:
            stands = _is_beside_words(pieces, each)
        else:
            stands = any(_is_part(run, piece, each, spans, tables) for piece in pieces)
        if stands:
            found[each] = each.start > 0 or not hangs_on(run[each.end :])
    return found


def _edges(run: str, asked: tuple[Stretch, ...]) -> dict[int, list[Edge]]:
    """The stretches, and the places that the run begins with, as pieces to cut it into."""
    edges: dict[int, list[Edge]] = {}
    for start, end, verb in asked:
        price = _VERB if verb else _TERM
        edges.setdefault(start, []).append((end, price, Piece(start, end)))
    for place in places_in(run):
        piece = Piece(place.start, place.end)
        edges.setdefault(place.start, []).append((place.end, _PLACE, piece))
    return edges


def _is_beside_words(pieces: tuple[Piece, ...], each: Stretch) -> bool:
    """Whether no lone syllable that nobody knows stands beside a short stretch."""
    before = [piece for piece in pieces if piece.end <= each.start]
    after = [piece for piece in pieces if piece.start >= each.end]
    short = each.end - each.start <= _SHORT
    return not (short and 1 in (_strangers(reversed(before)), _strangers(after)))


def _strangers(pieces: Iterable[Piece]) -> int:
    """How many unknown syllables come first."""
    return sum(1 for _ in takewhile(lambda piece: not piece.known, pieces))


def _is_part(
    run: str, piece: Piece, each: Stretch, spans: set[tuple[int, int]], tables: Lexicon
) -> bool:
    """Whether a longer word of the lexicon is made of the stretch and other words."""
    if not (piece.start <= each.start and each.end <= piece.end):
        return False
    return all(
        start == end or (start, end) in spans or _is_word(run[start:end], tables)
        for start, end in ((piece.start, each.start), (each.end, piece.end))
    )


def _is_word(text: str, tables: Lexicon) -> bool:
    return len(text) > 1 and (text in tables.words or text in tables.by_chinese)
