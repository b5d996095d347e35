"""Spelling folded away, so that what the varieties write differently compares equal.

`fold` is NFC and then one table from character to character. Three promises follow, each tested
over every character: the fold has the length of the NFC text; it is closed, fold(fold(x)) ==
fold(x); and as equal characters stay equal, the edit distance of two folds is never larger than
that of the two NFC texts.

In a syllable ㄹ falls as the initial-sound rule says, wherever the syllable stands (량 → 양,
로 → 노), and so does ㄴ (녀 → 여); tense onsets become lax (쎈 → 센); ㅈ and ㅊ lose the glide
(쥬 → 주); ㅖ becomes ㅔ (폐 → 페); then 여, 였 and 염 become 어, 었 and 엄 (되였다 = 되었다).
Among other characters traditional hanzi become simplified, full width becomes half width (kana
and Hangul letters the reverse: their usual width) and capitals become small.

Why 여 with those codas: of 77 and 28 divergent words in two samples so many compare equal, and of
662,766 dictionary words and compounds that share are no longer told apart from another one.

    여 → 어 with       equal      lost
    no coda at all     49, 21     1.04 %
    여                 60, 24     1.10 %
    여 였              68, 26     1.10 %
    여 였 염           68, 26     1.12 %     (헤염, 띄염띄염: dictionary words need it)
    every coda         68, 26     1.19 %

A fold compares and widens recall. It never proves two texts the same, and nobody gets to read it.
"""

from __future__ import annotations

import os
import unicodedata
from itertools import compress

from glossary.language.hangul import CODAS, ONSETS, VOWELS, compose, is_syllable, letters
from glossary.places import data_folder

SHORT = 1000
"""Characters up to which marks without end cannot take long to be put in order, and a table of
characters is as quick as any other way."""

_LAX = dict(zip("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ", strict=True))
_BEFORE_Y = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_WITHOUT_GLIDE = dict(zip("ㅑㅒㅕㅖㅛㅠ", "ㅏㅐㅓㅔㅗㅜ", strict=True))
_CODAS_OF_EO = frozenset(("", "ㅆ", "ㅁ"))

# The conjoining letters of NFD that NFC leaves over are taken for the letters people type.
_LONE_JAMO: dict[int, str] = dict(zip(range(0x1100, 0x1113), ONSETS, strict=True))
_LONE_JAMO |= dict(zip(range(0x1161, 0x1176), VOWELS, strict=True))
_LONE_JAMO |= dict(zip(range(0x11A8, 0x11C3), CODAS[1:], strict=True))

# A combining mark that found nothing to join in NFC would join a folded letter: J + U+030C does not
# compose, but j + U+030C does. All such marks become this one, which joins nothing.
_LONE_MARK = "\N{COMBINING GRAPHEME JOINER}"
_VOICING_MARKS = "\u3099\u309a\N{HALFWIDTH KATAKANA VOICED SOUND MARK}\uff9f"

_SIGNS = frozenset("+#%‰°℃℉±×÷√∞$€£¥₩.")
_BLANK_LETTERS = "\u115f\u1160\u3164"
_APART = "\ua015"  # a letter that no table changes and hardly a text has
_ARAEA = "\u318d"  # a letter to Unicode; South Korean typists write it for a middle dot


def nfc(text: str) -> str:
    """The text in NFC, as `composed.nfc` gives it, which is imported only for a long one."""
    if len(text) <= SHORT:
        return unicodedata.normalize("NFC", text)
    from glossary.language import composed

    return composed.nfc(text)


class _Plain(dict[int, str]):
    """The table of what is no difference of spelling: width and case. Filled as it is used."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


class _Folded(dict[int, str]):
    """The whole table of the fold, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(_plain(chr(code)))
        return self[code]


class _Kept(dict[int, str | None]):
    """The table that takes out what a search key does not hold, filled as characters are met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = char if _carries_meaning(char) else None
        return self[code]


class _Keyed(dict[int, str | None]):
    """The fold and the table that takes out in one, filled as characters are met."""

    def __missing__(self, code: int) -> str | None:
        folded = _FOLDED[code]
        self[code] = folded if _KEPT[ord(folded)] else None
        return self[code]


_PLAIN, _FOLDED, _KEPT, _KEYED = _Plain(), _Folded(), _Kept(), _Keyed()
_simplified: dict[str, str] = {}


def fold(text: str) -> str:
    """The text with the differences of spelling between the varieties folded away.

    >>> fold("량산"), fold("되였다") == fold("되었다"), fold("中試 ＡＢ")
    ('양산', True, '中试 ab')
    """
    return _translated(nfc(text), _FOLDED)


def search_key(text: str) -> str:
    """The fold without spaces, punctuation and the symbols that carry nothing.

    Letters, digits and the signs without which terms would fall together stay, among them a full
    stop between two digits. Where nothing would be left, the key is the fold without blanks.

    >>> search_key("중시 기지"), search_key("C++"), search_key("‘15.5’"), search_key("?!")
    ('중시기지', 'c++', '15.5', '?!')
    """
    return _key(fold(text))


def search_keys(texts: list[str]) -> list[str]:
    """The search keys of many texts, for much less than one by one.

    >>> search_keys(["중시 기지", "3.5%", "?!"])
    ['중시기지', '3.5%', '?!']
    """
    folded = _translated(unicodedata.normalize("NFC", _APART.join(texts)), _KEYED)
    keys = unicodedata.normalize("NFC", folded).split(_APART)
    if len(keys) != len(texts):
        return [search_key(text) for text in texts]
    return [
        search_key(text) if not key or "." in key else key
        for text, key in zip(texts, keys, strict=True)
    ]


def plain_key(text: str) -> str:
    """The key of the text as it is spelt: width and case are folded, spelling and hanzi are not.

    Two texts with one search key are the same term when their plain keys are equal, else variants.

    >>> plain_key("중시 플랫폼") == plain_key("중시플랫폼"), plain_key("량산") == plain_key("양산")
    (True, False)
    """
    return _key(_translated(nfc(text), _PLAIN))


def key_of(text: str) -> str:
    """What a search key would hold of an NFC text, full stops too.

    >>> key_of("제 량산")
    '제양산'
    """
    return _translated(text, _KEYED)


def key_places(text: str) -> list[int]:
    """The place in an NFC text of each character of `key_of(text)`.

    >>> key_places("제 량산")
    [0, 2, 3]
    """
    return list(compress(range(len(text)), map(_KEYED.__getitem__, map(ord, text))))


def folded_onsets(onset: str) -> str:
    """The onsets that syllables with this onset have in a fold, such as ㄴ and ㅇ for ㄹ."""
    folds = (letters(fold(compose(onset, vowel)))[0] for vowel in VOWELS)
    return "".join(sorted(set(folds)))


def _translated(text: str, table: dict[int, str] | dict[int, str | None]) -> str:
    if len(text) <= SHORT:
        return text.translate(table)
    from glossary.language import char_tables

    return char_tables.translated(text, table)


def _key(text: str) -> str:
    # Once something is taken out, letters of some scripts may meet that compose: hence NFC.
    key = nfc(_translated(_only_decimal_stops(text), _KEPT))
    return key or "".join(text.split())


def _only_decimal_stops(text: str) -> str:
    """The text without its full stops, but for those between two digits."""
    first, *rest = text.split(".")
    pieces, before = [first], first[-1:]
    for piece in rest:
        if before.isdecimal() and piece[:1].isdecimal():
            pieces.append(".")
        pieces.append(piece)
        before = piece[-1:]
    return "".join(pieces)


def _carries_meaning(char: str) -> bool:
    if char in _SIGNS:
        return True
    if char in _BLANK_LETTERS or char in {_ARAEA, _LONE_MARK} or "\ufe00" <= char <= "\ufe0f":
        return False
    return unicodedata.category(char)[0] in "LNM"


def _plain(char: str) -> str:
    """This character of an NFC text in its usual width, as a small letter, joining nothing."""
    code = ord(char)
    if code in _LONE_JAMO:
        return _LONE_JAMO[code]
    if 0x300 <= code <= 0x36F or char in _VOICING_MARKS:
        return _LONE_MARK
    width, _, target = unicodedata.decomposition(char).partition(" ")
    if width in {"<wide>", "<narrow>"}:
        char = chr(int(target, 16))
    return next((small for small in (char.casefold(), char.lower()) if len(small) == 1), char)


def _folded(char: str) -> str:
    """This plain character as the fold writes it."""
    if is_syllable(char):
        return _folded_syllable(char)
    return _simplified_hanzi(char) if char >= "\u3400" else char


def _folded_syllable(syllable: str) -> str:
    onset, vowel, coda = letters(syllable)
    onset = _LAX.get(onset, onset)
    if onset in "ㄴㄹ":
        onset = "ㅇ" if vowel in _BEFORE_Y else "ㄴ"
    if onset in "ㅈㅊ":
        vowel = _WITHOUT_GLIDE.get(vowel, vowel)
    if vowel == "ㅖ":
        vowel = "ㅔ"
    if onset == "ㅇ" and vowel == "ㅕ" and coda in _CODAS_OF_EO:
        vowel = "ㅓ"
    return compose(onset, vowel, coda)


def _simplified_hanzi(char: str) -> str:
    """The simplified form of one hanzi; the table is read when the first hanzi comes."""
    if not _simplified:
        path = os.path.join(data_folder(), "language", "simplified.txt")
        with open(path, encoding="utf-8") as lines:
            traditional, simplified = lines.read().splitlines()
        _simplified.update(zip(traditional, simplified, strict=True))
    return _simplified.get(char, char)
