"""Words that no table has, whose first sound the Chinese source tells: 뇌우 in a text of 雷阵雨
is 뢰우 in the Korean edition, 여교원 in one of 女教师 is 녀교원, and 뢰우 is 뇌우 in Seoul.

A word is read out of the source where its syllables are those of hanzi that follow one another
closely, the first of which begins with a sound that South Korea softens; of a word that South
Korea has too, they must follow at once.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.hanja import initial_sound, is_hanzi, sounds
from glossary.language.lexicon import lexicon
from glossary.language.segmentation import is_particles
from glossary.language.transcribed_names import SURNAMES

_NEAR = 3  # hanzi between two that are read
_SIZES = (4, 3, 2)


def restored(run: str, source: str) -> tuple[int, str] | None:
    """How many syllables of a run of Hangul are such a word, and how the Korean edition spells
    it; None where the run begins with none.

    >>> restored("뇌우가", "今天有雷阵雨"), restored("여교원이다", "优秀的女教师")
    ((2, '뢰우'), (3, '녀교원'))
    """
    words = lexicon().words
    for size in _SIZES:
        word = run[:size]
        if len(word) < size or not is_particles(run[size:]):
            continue
        near = 1 if word in words else _NEAR
        if word in words and _stands(word, source):
            continue
        for at, sign in enumerate(source):
            first = _softened(sign).get(word[0])
            if first is None:
                continue
            prefix = word not in words and _is_prefix(sign, word[1:])
            if prefix or _follows(word[1:], source, at + 1, near):
                return size, first + word[1:]
    return None


def softened(run: str, source: str) -> tuple[int, str] | None:
    """How many syllables of a run are a word that begins as no South Korean word does, and how
    South Korea spells it; None where the run begins with none.

    >>> softened("뢰우가", "今天有雷阵雨"), softened("로봇이", "机器人来了")
    ((2, '뇌우'), None)
    """
    soft = initial_sound(run[0])
    for size in _SIZES if soft != run[0] else ():
        word = run[:size]
        if len(word) < size or not is_particles(run[size:]) or word in lexicon().words:
            continue
        for at, sign in enumerate(source):
            if run[0] in _softened(sign).values() and _follows(word[1:], source, at + 1, _NEAR):
                return size, soft + word[1:]
    return None


@lru_cache(maxsize=4096)
def _softened(sign: str) -> dict[str, str]:
    """The softened sounds of a hanzi with the original ones."""
    if not is_hanzi(sign) or sign in SURNAMES:  # persons are called as they call themselves
        return {}
    return {initial_sound(each): each for each in sounds(sign) if initial_sound(each) != each}


def _follows(rest: str, source: str, at: int, near: int) -> bool:
    """Whether the other syllables are read by hanzi behind the first, each one of so many."""
    for syllable in rest:
        places = range(at, min(len(source), at + near))
        found = next((place for place in places if syllable in sounds(source[place])), None)
        if found is None:
            return False
        at = found + 1
    return True


def _stands(word: str, source: str) -> bool:
    """Whether the source has a word that is read so without any change."""
    return any(
        word[0] in sounds(sign) and _follows(word[1:], source, at + 1, 1)
        for at, sign in enumerate(source)
    )


def _is_prefix(sign: str, rest: str) -> bool:
    """Whether 女, 冷 or 老 stands before a known word."""
    return sign in ("女", "冷", "老") and len(rest) > 1 and rest in lexicon().words
