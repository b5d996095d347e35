"""What South Korea writes apart and the Korean edition together, in two runs with one space."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.hangul import with_coda
from glossary.language.lexicon import lexicon
from glossary.language.variety_places import (
    AFTER_VERB_RUN,
    AUXILIARY,
    AUXILIARY_RUN,
    BOUND,
    BOUND_RUN,
    COUNTER,
    COUNTER_RUN,
    HEAD,
    JOINED_NUMBER,
    NOT,
    NOUN,
    NOUN_RUN,
    NUMERAL_RUN,
    ON_RUN,
    SINCE,
    SPOT,
    TIME,
    WHEN_RUN,
    is_adnominal,
    is_infinitive,
    is_noun,
    nouns,
)

_ADNOMINAL, _INFINITIVE, _NUMERAL, _NOUN, _NOT = 1, 2, 4, 8, 16


_SHORT_NOUNS = frozenset("봄콩벼밀쌀돈문낮밤방칼옷밭차산강논길병컵솥책")

_Kind = tuple[str, int]
_NO_PLACE: _Kind = ("", 0)


@lru_cache(maxsize=1 << 16)
def parted(first: str, second: str) -> _Kind:
    """The kind of place between two runs of Hangul and the size of the second word, ("", 0) where
    either variety parts.

    >>> parted("할", "수가"), parted("두", "명이"), parted("보호", "조례를"), parted("나는", "간다")
    (('bound-noun', 2), ('counter', 1), ('noun', 2), ('', 0))
    """
    before = _before(first)
    if not before:
        return _NO_PLACE
    found = _kind(before, _after(second))
    if found[0] in (NOUN, HEAD) and first + second[: found[1]] in lexicon().words:
        return _NO_PLACE
    return found


@lru_cache(maxsize=1 << 16)
def _before(run: str) -> int:
    """What a run may be that has another behind it."""
    if run == "안":
        return _NOT
    counted = JOINED_NUMBER.fullmatch(run) is not None  # 한시간
    found = _ADNOMINAL if not counted and is_adnominal(run) else 0
    if NUMERAL_RUN.fullmatch(run):
        return found | _NUMERAL
    if run not in nouns().parted_after and is_infinitive(run):
        found |= _INFINITIVE
    if run in _SHORT_NOUNS or (is_noun(run) and not _is_rather_a_verb(run)):
        found |= _NOUN
    return found


def _is_rather_a_verb(run: str) -> bool:
    """Whether a noun is the form of a verb as well (심어, 실은, 나선)."""
    if is_infinitive(run):
        return True
    of_verb = with_coda(run, "") in lexicon().stems or run[:-1] in lexicon().stems
    return is_adnominal(run) and of_verb and run[-1] not in "한할된될"


@lru_cache(maxsize=1 << 16)
def _after(run: str) -> tuple[_Kind, _Kind, _Kind, _Kind, _Kind]:
    """What a run is after a verb, after an infinitive, after a numeral, and after a noun as its
    place and as another noun."""
    return (
        _first(run, (BOUND_RUN, BOUND), (AFTER_VERB_RUN, TIME)),
        (AUXILIARY, 1) if AUXILIARY_RUN.match(run) else _NO_PLACE,
        _first(run, (COUNTER_RUN, COUNTER)),
        _first(run, (ON_RUN, SPOT), (WHEN_RUN, SINCE)),
        _noun(run),
    )


def _first(run: str, *kinds: tuple[re.Pattern[str], str]) -> _Kind:
    for pattern, kind in kinds:
        match = pattern.fullmatch(run)
        if match:
            return kind, match.end(1) if pattern.groups else len(run)
    return _NO_PLACE


def _noun(run: str) -> _Kind:
    match = NOUN_RUN.fullmatch(run)
    if match is None or JOINED_NUMBER.fullmatch(run):  # 차량 세대
        return _NO_PLACE
    for noun in (run, match[1]):
        if is_noun(noun) and noun not in nouns().parted_before:
            return HEAD if noun in nouns().heads else NOUN, len(noun)
    return _NO_PLACE


def _kind(before: int, after: tuple[_Kind, _Kind, _Kind, _Kind, _Kind]) -> _Kind:
    verb, auxiliary, numeral, beside, noun = after
    if before == _NOT:
        return NOT, 1
    if before & _NUMERAL and numeral[0]:
        return numeral
    if before & _ADNOMINAL and verb[0]:
        return verb
    if before & _INFINITIVE and auxiliary[0]:
        return auxiliary
    if before & _NOUN:
        return beside if beside[0] else noun
    return _NO_PLACE
