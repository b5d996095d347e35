"""The search keys of a term, by kind: what every look-up but the fuzzy one finds it by.

They are written with the term and never computed while looking up: importing the pinyin tables
alone takes longer than a whole look-up. A change to what is computed here raises KEY_VERSION.
"""

from __future__ import annotations

from glossary.language.fold import plain_key, search_key
from glossary.language.hangul import chosung, jamo
from glossary.model import Term, language_of

KEY_VERSION = 2

FOLD = "fold"
CHOSUNG = "chosung"
PINYIN = "pinyin"
INITIALS = "initials"
READING = "reading"

SPELT = 3
"""So many first characters of a folded term's spelling stand beside its key where they differ."""

Key = tuple[str, str, int, str]


def term_keys(term: Term) -> list[Key]:
    """(kind, key, size, spelt) of every key: size is what ranking calls length, jamo for a fold;
    spelt is how a fold begins in the term's own spelling, where that differs (see SPELT)."""
    key, plain = search_key(term.text), plain_key(term.text)
    spelt = "" if plain[:SPELT] == key[:SPELT] else plain[:SPELT]
    keys: dict[tuple[str, str], int] = {}
    if language_of(term.variety) == "ko":
        for hangul in (plain, key):
            keys[CHOSUNG, chosung(hangul)] = len(hangul)
    elif language_of(term.variety) == "zh":
        keys.update(_chinese_keys(term.text))
    found = [(FOLD, key, len(jamo(key)), spelt)]
    found += [(kind, text, size, "") for (kind, text), size in keys.items()]
    return [each for each in found if each[1]]


def _chinese_keys(text: str) -> dict[tuple[str, str], int]:
    from glossary.language.hanja import reading_keys
    from glossary.language.pinyin import initials_keys, pinyin_keys

    keys: dict[tuple[str, str], int] = {}
    for key in pinyin_keys(text):
        keys[PINYIN, key] = len(key)
    for key in initials_keys(text):
        keys[INITIALS, key] = len(key)
    for reading in reading_keys(text):
        folded = search_key(reading)
        keys[READING, folded] = len(folded)
    return keys
