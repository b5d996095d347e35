"""두벌식, the standard Korean layout, as typed on a Latin (QWERTY) keyboard.

For every text of syllables `to_hangul(to_keys(text)) == text`. Letters standing alone come back
too, except where their keystrokes are those of a syllable (ㄱㅏ gives 가) or of a cluster (ㄳ gives
ㄱㅅ, so that a query of onsets typed in the wrong mode stays one).
"""

from __future__ import annotations

from glossary.language.hangul import CLUSTERS, CODAS, ONSETS, VOWELS, compose, is_syllable, letters

_KEYS = dict(zip(ONSETS, "rRseEfaqQtTdwWczxvg", strict=True))
_KEYS |= dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", "koiOjpuPhynbml", strict=True))
_LETTERS = {key: letter for letter, key in _KEYS.items()}
_LETTERS |= {key.upper(): letter for key, letter in _LETTERS.items() if key.upper() not in _LETTERS}

_COMPOUND_VOWELS = {
    "ㅗㅏ": "ㅘ",
    "ㅗㅐ": "ㅙ",
    "ㅗㅣ": "ㅚ",
    "ㅜㅓ": "ㅝ",
    "ㅜㅔ": "ㅞ",
    "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ",
}
_COMPOUND_CODAS = {parts: cluster for cluster, parts in CLUSTERS.items()}
_PARTS = CLUSTERS | {vowel: parts for parts, vowel in _COMPOUND_VOWELS.items()}


def to_keys(text: str) -> str:
    """The Latin keys that type this text on a 두벌식 keyboard; other characters are unchanged.

    >>> to_keys("중시"), to_keys("쾌ㅜㅎ")
    ('wndtl', 'zhong')
    """
    return "".join(_keys(char) for char in text)


def _keys(char: str) -> str:
    typed = "".join(letters(char)) if is_syllable(char) else char
    strokes = "".join(_PARTS.get(letter, letter) for letter in typed)
    return "".join(_KEYS.get(letter, letter) for letter in strokes)


def to_hangul(keys: str) -> str:
    """What these Latin keys give when the keyboard is switched to 두벌식.

    A capital that has no letter of its own counts as lower case; characters that are no Latin
    letters are unchanged and end the syllable before them.

    >>> to_hangul("wndtl"), to_hangul("zhong"), to_hangul("Tpsxj 2")
    ('중시', '쾌ㅜㅎ', '쎈터 2')
    """
    typed = "".join(_LETTERS.get(key, key) for key in keys)
    made: list[str] = []
    at = 0
    while at < len(typed):
        block, at = _next_block(typed, at)
        made.append(block)
    return "".join(made)


def _next_block(typed: str, at: int) -> tuple[str, int]:
    """The syllable that begins at this place, or the single letter, and the place after it."""
    onset = typed[at]
    if onset in ONSETS:
        vowel, end = _vowel(typed, at + 1)
        if not vowel:
            return onset, end
        coda, end = _coda(typed, end)
        return compose(onset, vowel, coda), end
    vowel, end = _vowel(typed, at)
    return (vowel, end) if vowel else (onset, at + 1)


def _vowel(typed: str, at: int) -> tuple[str, int]:
    """The vowel at this place, compound where two make one, else ""; and the place after it."""
    pair = _COMPOUND_VOWELS.get(typed[at : at + 2])
    if pair:
        return pair, at + 2
    letter = typed[at : at + 1]
    return (letter, at + 1) if letter in VOWELS else ("", at)


def _coda(typed: str, at: int) -> tuple[str, int]:
    """The coda at this place, of consonants that no vowel takes as onset; and its end."""
    pair = _COMPOUND_CODAS.get(typed[at : at + 2])
    if pair and not _vowel(typed, at + 2)[0]:
        return pair, at + 2
    letter = typed[at : at + 1]
    if letter and letter in CODAS and not _vowel(typed, at + 1)[0]:
        return letter, at + 1
    return "", at
