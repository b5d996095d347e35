"""Whether a particle agrees with the sound before it: 중시를 but 량산을, 規劃 → 규획 → 规划으로.

Told only where it can be told for certain:

- after a closing quotation mark, a bracket or a Chinese character, by the reading of the word;
- after a word of the pack;
- 를 and 와 after a final consonant and 을 and 으로 without one, after any word.

What ends in a Latin letter, a digit or a sign is left alone, for nobody writes how it is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from glossary.language.hangul import coda, is_syllable
from glossary.language.hanja import is_hanzi, readings

AFTER_CONSONANT = ("을", "은", "과", "이", "으로")
AFTER_VOWEL = ("를", "는", "와", "가", "로")
PARTICLE = re.compile(rf"({'|'.join(AFTER_CONSONANT + AFTER_VOWEL)})(?![가-힣])")
ANYWHERE = ("를", "와", "을", "으로")
NOUNS_IN_EUL = ("가을", "고을", "노을", "마을")
VERBS_IN_EUL = ("그을", "나을", "부을", "이을", "저을", "지을")
"""What ends in 을 after an open syllable of itself; 지을 is a part of longer verbs too."""


def wrong(text: str, words: Collection[str] = ()) -> list[str]:
    """The words of the text, each with its particle, that do not agree."""
    return [
        text[text.rfind(" ", 0, found.start()) + 1 : found.end()]
        for found in PARTICLE.finditer(text)
        if _is_wrong(text[: found.start()], found.group(), words)
    ]


def _is_wrong(before: str, particle: str, words: Collection[str]) -> bool:
    final = _final(before)
    if final is None:
        return False
    closed = bool(final) and not (particle in ("으로", "로") and final == "ㄹ")
    if closed is (particle in AFTER_CONSONANT):
        return False
    if not is_syllable(before[-1]):  # a quotation mark, a bracket or a Chinese character
        return True
    word = re.split(r"[^가-힣]", before)[-1]
    if word + particle in words:  # 성과 is no 성 with a particle
        return False
    return word in words or _is_wrong_anywhere(word, particle)


def _is_wrong_anywhere(word: str, particle: str) -> bool:
    whole = word + particle
    return particle in ANYWHERE and not (
        whole in VERBS_IN_EUL or whole.endswith((*NOUNS_IN_EUL, "지을"))
    )


def _final(before: str) -> str | None:
    """The last consonant of the word as it is read, "" for none, None where nobody can tell."""
    before = before.rstrip("’”")
    while before.endswith(")"):
        before = before[: before.rfind("(")].rstrip("’”")
    if before and is_hanzi(before[-1]):
        start = len(before)
        while start and is_hanzi(before[start - 1]):
            start -= 1
        before = next(iter(readings(before[start:])), "")
    return coda(before[-1]) if before and is_syllable(before[-1]) else None
