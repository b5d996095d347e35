"""What two texts of different varieties share when one translates the other: numbers, Latin words,
and words that are the same in hanzi and in Hangul.

The Chinese 中试 and the Korean 중시 share the token 중시: a pair of hanzi is every pair of
syllables it may be read as, folded, so that no variety's spelling matters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, product

from glossary.language.fold import fold
from glossary.language.hanja import is_hanzi, sounds
from glossary.language.runs import HANGUL_RUN

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ORDINAL = re.compile("第([一二三四五六七八九])(?![十百千万个])")
_ORDINALS = dict(zip("一二三四五六七八九", "123456789", strict=True))
_LATIN = re.compile(r"[A-Za-z]{2,}|%\w|\$\w+|<[^<>]{1,30}>")
_HANZI = re.compile("[\u3400-\u9fff]+")

Token = frozenset[str]
"""What stands for one piece of a text: any of these may be its counterpart."""


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text, without signs that only part thousands; 第一 is a number, as Korean
    writes 제1.

    >>> numbers("1,200대와 3.5%"), numbers("1200台和3.5%")
    (('1200', '3.5'), ('1200', '3.5'))
    """
    found = [each.replace(",", "") for each in _NUMBER.findall(text)]
    return (*found, *(_ORDINALS[each] for each in _ORDINAL.findall(text)))


def anchors(text: str, *, korean: bool) -> list[Token]:
    """The tokens of a text by which its counterpart may be known, each once.

    >>> anchors("中试", korean=False)[0] & anchors("중시를", korean=True)[0]
    frozenset({'중시'})
    """
    found = [frozenset((each,)) for each in numbers(text)]
    found += [frozenset((each.lower(),)) for each in _LATIN.findall(text)]
    if korean:
        for run in HANGUL_RUN.findall(fold(text)):
            found += [frozenset((first + second,)) for first, second in pairwise(run)]
    else:
        for run in _HANZI.findall(text):
            found += [_readings(first, second) for first, second in pairwise(run)]
    return list(dict.fromkeys(each for each in found if each))


@lru_cache(maxsize=200_000)
def _readings(first: str, second: str) -> Token:
    """The folded syllables that two hanzi may be."""
    if not (is_hanzi(first) and is_hanzi(second)):
        return frozenset()
    return frozenset(fold(one + two) for one, two in product(sounds(first), sounds(second)))
