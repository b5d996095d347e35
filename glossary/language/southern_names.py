"""Names at the start of a run in the South Korean norm, and how the Korean edition writes them.

Chinese places and Koreans have there the Sino-Korean reading (창춘시: 장춘시, 노무현: 로무현) and
are known by the tables. Of anybody else only the surname tells something (이정재: 리정재), and
what is inside a name is no word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from glossary.language.gazetteer import (
    COUNTY,
    Southern,
    may_follow,
    southern_heads,
    southern_places,
)
from glossary.language.hanja import is_sino
from glossary.language.lexicon import INITIAL, lexicon
from glossary.language.name_tables import (
    HISTORICAL,
    KOREAN,
    MODERN,
    SURE,
    Person,
    listed,
    persons,
)
from glossary.language.reasons import PERHAPS_NAME, PLACE
from glossary.language.segmentation import Piece, is_tail
from glossary.language.transcribed_names import transcribed_size
from glossary.model import APPLY, SUGGEST, Respelling

_LONGEST = 8  # syllables of a name in the tables
_NAME = 3  # syllables of a Korean name
_SURNAMES = frozenset("이노나염육임유양여연용")
_NO_GIVEN = frozenset("당대동직담면역구군읍길산강도짐")  # 노동당, 연세대, 양재동, 임시직
_NO_PLACE = frozenset(("이란", "아바", "이창", "이빈"))  # a country, a cry, 이 창, 이 빈


def southern_edits(run: str) -> tuple[Respelling, ...]:
    """The respellings of the names that a run begins with; inside them nothing else is changed.

    >>> [(each.before, each.after, each.band) for each in southern_edits("하얼빈시에서")]
    [('하얼빈', '할빈', 'apply')]
    >>> [(each.before, each.after, each.band) for each in southern_edits("이순신은")]
    [('이순신', '리순신', 'apply')]
    """
    if run[:2] not in _heads():
        return ()
    person = _known(run)
    return (person,) if person else tuple(_places(run))


def like_a_name(run: str, pieces: tuple[Piece, ...]) -> Respelling | None:
    """What a run in pieces says of a name of three syllables that nobody knows: one that begins
    like a word, goes on with a syllable that belongs to none (이정재), and ends or has a title."""
    known = len(pieces) > 1 and pieces[0].pair is not None and pieces[0].pair.kind == INITIAL
    if not known or pieces[0].end != _NAME - 1 or pieces[1].known or pieces[1].end != _NAME:
        return None
    before, rest = run[:_NAME], run[_NAME:]
    after = pieces[0].pair.korean[0] + before[1:] if pieces[0].pair else before
    other = before[:-1] in lexicon().stems or before[-1] in _NO_GIVEN
    if after == before or before[0] not in _SURNAMES or other or not is_sino(before):
        return None
    if not is_tail(rest) and not rest.startswith(tuple(listed().titles)):
        return None
    return _edit(0, before, after, "person", SUGGEST, PERHAPS_NAME)


@cache
def _by_korean() -> Mapping[str, Person]:
    """The Chinese and Koreans of the table who are surely known by their name in South Korea."""
    found: dict[str, Person] = {}
    twice = set()
    for person in persons().values():
        if person.band != SURE or person.kind not in (MODERN, KOREAN, HISTORICAL):
            continue
        if person.korean in found:
            twice.add(person.korean)
        found[person.korean] = person
    return {name: found[name] for name in found if name not in twice}


@cache
def _heads() -> frozenset[str]:
    """The first two syllables of every name."""
    return southern_heads().union(name[:2] for name in _by_korean())


def _known(run: str) -> Respelling | None:
    """The person of the table with whose name the run begins."""
    by_korean = _by_korean()
    for size in range(min(_LONGEST, len(run)), 1, -1):
        person, rest = by_korean.get(run[:size]), run[size:]
        if person is None or not (is_tail(rest) or rest.startswith(tuple(listed().titles))):
            continue
        if person.chinese == person.korean or run[:size] in lexicon().words:
            return None
        band = SUGGEST if person.kind == MODERN else APPLY
        return _edit(0, run[:size], person.chinese, "person", band, f"person-{person.kind}")
    return None


def _places(run: str) -> list[Respelling]:
    found: list[Respelling] = []
    at = 0
    while at < len(run):
        place = _place_at(run, at)
        if place is None:
            break
        edit, end = place
        if edit.before != edit.after:
            found.append(edit)
        at = end
        if end == edit.end:
            break
    return found


def _place_at(run: str, at: int) -> tuple[Respelling, int] | None:
    """The longest place that begins here, and where it ends with what follows its proper part."""
    for size in range(min(_LONGEST, len(run) - at), 1, -1):
        proper = run[at : at + size]
        entries = southern_places(proper)
        if entries:
            made = _place(run, at, proper, entries)
            if made is not None:
                return made
    return None


def _place(
    run: str, at: int, proper: str, entries: tuple[Southern, ...]
) -> tuple[Respelling, int] | None:
    end = at + len(proper)
    word = proper in lexicon().words or proper in lexicon().stems or proper in _NO_PLACE
    tails = {each.tail for each in entries if each.tail and run.startswith(each.tail, end)}
    tail = max(tails, key=len, default="")
    level = COUNTY if tail else COUNTY - 1
    own = [each for each in entries if each.level <= level and (not tail or each.tail == tail)]
    level = min((each.level for each in own), default=0)
    chinese = {each.chinese for each in own if each.level == level}
    rest = run[end + len(tail) :]
    sure = bool(tail) or len(proper) > 2 or not is_sino(proper)  # 이창 may be anybody
    strict = word or not sure
    named = not tail and end < transcribed_size(run)  # 랴오청 is a part of 랴오청즈 (廖承志)
    if len(chinese) != 1 or (word and not tail) or not may_follow(rest, strict=strict or named):
        return None
    edit = _edit(at, proper, chinese.pop(), "place", APPLY if sure else SUGGEST, PLACE)
    return edit, end + len(tail)


def _edit(at: int, before: str, after: str, kind: str, band: str, reason: str) -> Respelling:
    rule = "name" if kind == "person" else "gazetteer"
    return Respelling(at, at + len(before), before, after, kind, rule, band, reason)
