"""Hangul syllables taken apart and put together again, as the letters people type.

Every function takes NFC text and works with the compatibility letters ㄱ to ㅣ (U+3131 to U+3163),
in which an initial ㄱ and a final ㄱ are the same character. A letter is whatever stands on one
place of a syllable, so ㅆ, ㅘ and ㄺ are one letter each and no syllable has more than three.
"""

from __future__ import annotations

ONSETS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
CODAS = ("", *tuple("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"))

CLUSTERS = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
"""The finals that are two consonants: they split when a vowel follows (닭 + 이 sounds 달기)."""

UNCONTRACTED = {"ㅕ": "ㅣ", "ㅝ": "ㅜ", "ㅘ": "ㅗ", "ㅙ": "ㅚ"}
"""The vowel of a stem by the one that it makes with 어 or 아: 져 is 지어."""

_FIRST, _LAST = ord("가"), ord("힣")
_PER_VOWEL = len(CODAS)
_PER_ONSET = len(VOWELS) * _PER_VOWEL


class _Jamo(dict[int, str]):
    """A translation table from syllables to their letters, filled as syllables are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = "".join(letters(char)) if is_syllable(char) else char
        return self[code]


class _Chosung(dict[int, str]):
    """A translation table from syllables to their onsets, filled as syllables are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = letters(char)[0] if is_syllable(char) else CLUSTERS.get(char, char)
        return self[code]


_JAMO = _Jamo()
_CHOSUNG = _Chosung()


def ending_in(final: str) -> str:
    """All syllables with this final consonant.

    >>> ending_in("ㄹ")[:3], len(ending_in("ㄹ"))
    ('갈갤걀', 399)
    """
    return "".join(compose(onset, vowel, final) for onset in ONSETS for vowel in VOWELS)


def is_syllable(char: str) -> bool:
    """Whether this one character is one of the 11,172 modern syllables."""
    return "가" <= char <= "힣"


def is_jamo(char: str) -> bool:
    """Whether this one character is a modern Hangul letter standing alone (ㄱ to ㅣ)."""
    return "ㄱ" <= char <= "ㅣ"


def letters(syllable: str) -> tuple[str, str, str]:
    """The onset, vowel and coda of one syllable; the coda of an open syllable is "".

    >>> letters("닭"), letters("시")
    (('ㄷ', 'ㅏ', 'ㄺ'), ('ㅅ', 'ㅣ', ''))
    """
    if not is_syllable(syllable):
        raise ValueError(f"not a Hangul syllable: {syllable!r}")
    onset, rest = divmod(ord(syllable) - _FIRST, _PER_ONSET)
    vowel, coda = divmod(rest, _PER_VOWEL)
    return ONSETS[onset], VOWELS[vowel], CODAS[coda]


def compose(onset: str, vowel: str, coda: str = "") -> str:
    """The syllable of these letters; ValueError where a letter cannot stand in its place.

    >>> compose("ㅈ", "ㅜ", "ㅇ")
    '중'
    """
    first = _FIRST + ONSETS.index(onset) * _PER_ONSET
    return chr(first + VOWELS.index(vowel) * _PER_VOWEL + CODAS.index(coda))


def coda(syllable: str) -> str:
    """The final consonant of one syllable; "" for an open syllable and for any other character.

    >>> coda("중"), coda("시"), coda("A")
    ('ㅇ', '', '')
    """
    return CODAS[(ord(syllable) - _FIRST) % _PER_VOWEL] if is_syllable(syllable) else ""


def with_coda(word: str, final: str) -> str:
    """The word with this consonant at its end, "" for none, in the place of the one it has.

    >>> with_coda("마실", ""), with_coda("더", "ㅂ")
    ('마시', '덥')
    """
    onset, vowel, _ = letters(word[-1])
    return word[:-1] + compose(onset, vowel, final)


def jamo(text: str) -> str:
    """The text with every syllable spelt out in its letters; other characters are unchanged.

    >>> jamo("중시 A")
    'ㅈㅜㅇㅅㅣ A'
    """
    return text.translate(_JAMO)


def chosung(text: str) -> str:
    """The text with every syllable reduced to its onset; other characters are unchanged.

    A lone cluster such as ㄳ is split: some input methods make it of two onsets typed in a row.

    >>> chosung("중시 A"), chosung("ㄳ")
    ('ㅈㅅ A', 'ㄱㅅ')
    """
    return text.translate(_CHOSUNG)


def half_typed(text: str) -> tuple[str, str] | None:
    """The (stem, onset) that text may be on its way to: stem, then any syllable of that onset.

    While a word is being typed its last consonant is seen either as a letter of its own (중ㅅ) or,
    until the next vowel comes, as the coda of the syllable before it (중싶, on the way to 중시퍼).
    The rule: a final consonant letter after a syllable, or the last consonant of a coda, may be
    the next onset. None where there is nothing to complete: an open last syllable counts as
    complete (중시), and letters alone are a query of onsets (ㅈㅅ).

    >>> half_typed("중ㅅ"), half_typed("중싶"), half_typed("닭"), half_typed("중시")
    (('중', 'ㅅ'), ('중시', 'ㅍ'), ('달', 'ㄱ'), None)
    """
    stem, last = text[:-1], text[-1:]
    if is_syllable(last):
        return _without_last_consonant(stem, last)
    if last in ONSETS and is_syllable(stem[-1:]):
        return stem, last
    return None


def _without_last_consonant(stem: str, last: str) -> tuple[str, str] | None:
    """The text up to the last consonant of its last syllable, and that consonant."""
    onset, vowel, final = letters(last)
    if not final:
        return None
    kept, moved = CLUSTERS.get(final, final)[:-1], CLUSTERS.get(final, final)[-1]
    return stem + compose(onset, vowel, kept), moved


def begins_as(text: str, typed: str) -> bool:
    """Whether text begins as typed, where a letter typed alone is the onset of a syllable.

    >>> begins_as("중시플랫폼", "중ㅅㅍ"), begins_as("중시", "ㅈ시"), begins_as("중시", "중ㅍ")
    (True, True, False)
    """
    letters = "".join(CLUSTERS.get(char, char) for char in typed)
    pairs = zip(text, letters, strict=False)
    return len(text) >= len(letters) and all(one in (char, chosung(char)) for char, one in pairs)


def span_of_onset(onset: str) -> tuple[str, str]:
    """The first and the last syllable of an onset: all its syllables lie between, in code order.

    >>> span_of_onset("ㅅ")
    ('사', '싷')
    """
    return compose(onset, VOWELS[0]), compose(onset, VOWELS[-1], CODAS[-1])


def last_closed(syllable: str) -> str:
    """The last of the syllables that an open one is the beginning of, in code order; "" for any
    other character.

    >>> last_closed("시"), last_closed("신")
    ('싷', '')
    """
    is_open = is_syllable(syllable) and not coda(syllable)
    return chr(ord(syllable) + _PER_VOWEL - 1) if is_open else ""
