"""Which stretches of a run of Hangul stand as words of their own.

The run is cut into words, the stretches among them: each costs a little less than a word of the
lexicon. One stands where the cheapest cut holds it whole and what is around it in the run is
particles, endings or words, so that 중시 is no word in 군중시위 and is one in 중시플랫폼력량.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from glossary.language.gazetteer import also_words, may_follow_name, places_in
from glossary.language.hangul import coda
from glossary.language.hanja import is_sino
from glossary.language.lexicon import Lexicon, lexicon
from glossary.language.segmentation import Edge, Piece, hangs_on, is_particles, segment
from glossary.language.tables import read_table

# What they cost; a word of the lexicon costs 10, a lone syllable that is none 15.
_TERM, _LONG_TERM, _OF_VERB, _PLACE, _NOUN, _COUNTER, _BODY, _TOWN = 9, 8, 8, 10, 7, 9, 1, 2
_SHORT = 2  # syllables of a stretch that a lone syllable beside it makes another word of
_NOUNS = frozenset("궁띠값안밖속앞뒤옆위길땅터집방쌀꽃물약돈옷책술곳때일말글힘몫팀건팬밭논숲섬벌벽")
_BODIES = frozenset("시성현주국당군향진구도")  # 시정부, 성정부
_TOWNS = tuple("시성현주구진향촌기맹")  # what the name of a place is before: 창춘시
_ORGANS = frozenset(["정부", "인대", "정협", "당위"])  # of a body, whatever the letters could be
_HEADS = frozenset(("", *"대총초재비"))
_TAILS = frozenset(
    ("", *"객사자원소비료율률성국장실단망권차궁관회인액금계품권")
)  # what makes words of words: 관광객
_POSSESSED = frozenset(
    ["중의", "후의", "전의", "내의", "외의", "상의", "하의", "간의"]
)  # behind a noun: 명작중의
_COUNTERS = frozenset("차급대기호년월일개회층위종건세")  # after a digit: 2차중시
OBJECT_BEFORE = re.compile("[을를] ?$")
_VERB_ENDED = "고"
_SUBJECT = "가"
_POSSIBILITY = "수도"
_LONGEST_OTHER = 5
LONGEST_RUN = 60
"""Syllables; in text without spaces, particles cannot be told from words."""


NOUN, VERB, NAME = "noun", "verb", "name"


class Stretch(NamedTuple):
    """A stretch of a run, and what it is of: a NOUN, a NAME, or a VERB, which reaches to the end of
    its run, endings and all."""

    start: int
    end: int
    kind: str = NOUN


def standing(run: str, stretches: Iterable[Stretch], before: str = "") -> dict[Stretch, bool]:
    """The stretches of a run that stand as words, and whether each stands inside a longer one;
    `before` is what stands before the run in its text.

    >>> standing("군중시위", [Stretch(1, 3)]), standing("중시를", [Stretch(0, 2)])
    ({}, {Stretch(start=0, end=2, kind='noun'): False})
    >>> standing("중시플랫폼력량", [Stretch(0, 5)])
    {Stretch(start=0, end=5, kind='noun'): True}
    """
    if len(run) > LONGEST_RUN:
        return {}
    asked = tuple(each for each in stretches if not _is_other(run, each, before))
    tables = lexicon()
    plain = _plain(run, asked, tables)
    if plain is not None:
        return plain
    pieces = segment(run, tables, _edges(run, asked, counted=before[-1:].isdigit()))
    own = {(piece.start, piece.end) for piece in pieces}
    spans = {(each.start, each.end) for each in asked}
    found = {}
    for each in asked:
        if _is_of_other_word(run, each) or _is_rather_noun(run, each):
            continue
        if (each.start, each.end) in own:
            stands = _is_beside_words(pieces, each) and _is_between(run, each)
        else:
            stands = any(_is_part(run, piece, each, spans, tables) for piece in pieces)
        if stands:
            found[each] = each.start > 0 or not hangs_on(run[each.end :])
    return found


def may_be_verb(run: str) -> bool:
    """Whether an object before a run may make it a verb, rather than a noun."""
    return len(run) == _SHORT and run.endswith(_VERB_ENDED)


def may_be_possibility(run: str) -> bool:
    """Whether a verb before a run may make it a bound noun: 오를 수도 있다."""
    return run == _POSSIBILITY


def may_be_counted(run: str) -> bool:
    """Whether a digit before a run may be said of its first syllable."""
    return run[0] in _COUNTERS


def _is_other(run: str, each: Stretch, before: str) -> bool:
    """Whether a noun is rather a verb with its object before it (책을 사고, 영화를 보고), or 수 and
    도 after a verb (오를 수도)."""
    word = run[each.start :]
    if each.start > 0:
        return False
    if may_be_possibility(word):
        return before.endswith(" ") and len(before) > 1 and coda(before[0]) == "ㄹ"
    return (
        may_be_verb(word)
        and word[0] in lexicon().stems
        and OBJECT_BEFORE.search(before) is not None
    )


def _plain(run: str, asked: tuple[Stretch, ...], tables: Lexicon) -> dict[Stretch, bool] | None:
    """What stands in a run that is the longest stretch with its particles and nothing else: most
    are, and need no cutting. None where it is not so plain."""
    first = max(asked, key=lambda each: each.end * (each.start == 0), default=None)
    if (
        first is None
        or first.start
        or any(each.kind == VERB or each.end > first.end for each in asked)
    ):
        return None
    listed = (tables.words, tables.stems, tables.by_chinese)
    known = first.end < len(run) and any(run in each for each in listed)
    known = known and not _is_subject(run, first)
    if known or not is_particles(run[first.end :]) or _is_of_other_word(run, first):
        return None
    whole, spans = Piece(0, first.end), {(each.start, each.end) for each in asked}
    inner = (each for each in asked if each[:2] != first[:2])
    parts = {each: True for each in inner if _is_part(run, whole, each, spans, tables)}
    return {each: False for each in asked if each[:2] == first[:2]} | parts


def _is_subject(run: str, each: Stretch) -> bool:
    """Whether a word of the lexicon is as well a stretch and its particle: 사고가, not 전문가."""
    return run[each.end :] == _SUBJECT and not coda(run[each.end - 1])


@lru_cache(maxsize=1 << 12)
def _rival(run: str) -> frozenset[int]:
    """The places where the lexicon alone cuts a run, none where it does not know all of it."""
    pieces = segment(run, lexicon())
    known = all(piece.known for piece in pieces)
    return frozenset(piece.start for piece in pieces) if known else frozenset()


def _is_between(run: str, each: Stretch) -> bool:
    """Whether a short stretch within the run begins where the lexicon would cut it, too."""
    if each.start == 0 or each.end - each.start > _SHORT:
        return True
    if each.start == 1 and run[0] in _BODIES:
        return True
    rival = _rival(run)
    return not rival or each.start in rival


def _edges(run: str, asked: tuple[Stretch, ...], *, counted: bool) -> dict[int, list[Edge]]:
    """What the run may be cut into beside words of the lexicon: the stretches, places it begins
    with, nouns of one syllable, and what counts or governs before a word."""
    edges: dict[int, list[Edge]] = {}
    for start, end, kind in asked:
        price = _OF_VERB if kind == VERB else _TERM if end - start <= _SHORT else _LONG_TERM
        edges.setdefault(start, []).append((end, price, Piece(start, end)))
        if kind == NAME and run.startswith(_TOWNS, end):
            edges.setdefault(end, []).append((end + 1, _TOWN, Piece(end, end + 1, word=False)))
    for place in places_in(run):
        piece = Piece(place.start, place.end)
        edges.setdefault(place.start, []).append((place.end, _PLACE, piece))
    for at, syllable in enumerate(run[1:], 1):
        if syllable in _NOUNS:
            edges.setdefault(at, []).append((at + 1, _NOUN, Piece(at, at + 1)))
    if len(run) > _SHORT and (run[0] in _BODIES or (counted and run[0] in _COUNTERS)):
        organ = run[1 : 1 + _SHORT] in _ORGANS and is_particles(run[1 + _SHORT :])
        price = _BODY if organ else _COUNTER
        edges.setdefault(0, []).append((1, price, Piece(0, 1, word=False)))
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
    """Whether a longer word is made of the stretch and other words: 가구 in 가구업체."""
    if not (piece.start <= each.start and each.end <= piece.end):
        return False
    head, tail = (piece.start, each.start), (each.end, piece.end)
    if each.kind == NAME and head[0] == head[1] and _is_town(run[slice(*tail)], run, each):
        return True
    return all(
        run[slice(*rest)] in makers or rest in spans or _is_word(run[slice(*rest)], tables)
        for rest, makers in ((head, _HEADS), (tail, _TAILS))
    )


def _is_town(tail: str, run: str, each: Stretch) -> bool:
    """Whether a name with this behind it is that of the place: 장춘시, not 장사진."""
    return tail in _TOWNS and (run[: each.end] not in also_words() or bool(places_in(run)))


def _is_rather_noun(run: str, each: Stretch) -> bool:
    """Whether a name that is a word besides is more likely that word, as it has no body of a place
    behind it: 선전부, not 선전시."""
    rest = run[each.end :]
    return (
        each.kind == NAME
        and run[each.start : each.end] in also_words()
        and not (is_particles(rest) or rest.startswith(_TOWNS) or may_follow_name(rest))
    )


def _is_of_other_word(run: str, each: Stretch) -> bool:
    """Whether a stretch is the letters of a word that has nothing to do with it."""
    if each.start > 0 and each.end == len(run) and run[each.start :] in _POSSESSED:
        return True
    return any(
        run[start:end] in other_words() and (start, end) != (each.start, each.end)
        for start in range(max(0, each.end - _LONGEST_OTHER), each.start + 1)
        for end in range(max(each.end, start + 3), min(len(run), start + _LONGEST_OTHER) + 1)
    )


def _is_word(text: str, tables: Lexicon) -> bool:
    """Whether this is a Sino-Korean word of two syllables or more."""
    listed = text in tables.words or text in tables.by_chinese
    return len(text) > 1 and listed and is_sino(text)


@cache
def other_words() -> frozenset[str]:
    """Words that hold the letters of another word by chance."""
    return frozenset(read_table("other_words.txt").split())
