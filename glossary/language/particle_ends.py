"""Whether a syllable that looks like a particle can end a word after the syllable before it.

Verbs and nouns end in 는, 을, 은 and 와 as particles do (먹는, 지을, 하은, 도와), but after some
sounds nothing does: no word ends in 국는 or 터을, known or unknown.
"""

from __future__ import annotations

from glossary.language.hangul import coda, compose, letters
from glossary.language.lexicon import lexicon
from glossary.language.name_tables import listed

_PLAIN_CODAS = frozenset("ㄱㄴㄹㅁㅂㅇ")
"""Final consonants of Sino-Korean nouns and loanwords; misspelt verbs have others (햇는)."""
_BEFORE_COME = frozenset([
    "안", "못", "잘", "꼭", "막", "좀", "늘", "또한", "오늘", "매일", "내일", "래일", "지금",
    "일찍", "놀", "갈", "다음", "이번", "주말", "아침", "저녁", "매번", "얼른", "많이",
])  # fmt: skip
"""What stands before 와, come, where it is not parted from it."""
_STEMS_IN_SIOS = "지나부이그저주"
_OTHERS = "모으느과"  # 모을, 갑과을
_LONGEST_STEM = 4  # syllables of a verb that are looked up
_LEAST = 2  # syllables of a word that is looked at; a surname and a given name have as many


def ends_no_word(stem: str, particle: str) -> bool:
    """Whether no word ends so, but a noun with the wrong particle.

    >>> ends_no_word("통계국", "는"), ends_no_word("먹", "는"), ends_no_word("이미지", "을")
    (True, False, False)
    """
    if len(stem) < _LEAST or any(stem[-size:] + particle in lexicon().words for size in (2, 1)):
        return False
    if particle == "는":
        return _is_no_verb(stem)
    if particle in ("을", "은"):
        return _is_no_ending(stem, particle)
    if particle == "와":
        return coda(stem[-1]) in _PLAIN_CODAS and not stem.endswith(tuple(_BEFORE_COME))
    return False


def _is_no_verb(stem: str) -> bool:
    """Whether no verb ends in the last syllables of a stem that would keep its last consonant."""
    if coda(stem[-1]) not in _PLAIN_CODAS:
        return False
    sizes = range(1, min(len(stem), _LONGEST_STEM) + 1)
    return not any(stem[-size:] in lexicon().stems for size in sizes)


def _is_no_ending(stem: str, particle: str) -> bool:
    """Whether no verb has 을 or 은 after this vowel (지을, 모을), nor a name (하은)."""
    last = stem[-1]
    if coda(last) or last in _STEMS_IN_SIOS or last in _OTHERS:
        return False
    onset, vowel, _ = letters(last)
    if stem[:-1] + compose(onset, vowel, "ㅅ") in lexicon().stems:
        return False
    return particle == "을" or len(stem) > _LEAST or stem[0] not in listed().surnames
