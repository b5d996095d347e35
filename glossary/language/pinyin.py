"""Pinyin: the keys a Chinese term is stored under, and what a typed query means.

Both sides write a key the same way: syllables joined in lower case, ü as v, tones as digits 1 to 5
after each syllable (5 is the neutral tone) in a toned key and left out in a toneless one.

Keys are made when a term is written, with pypinyin; reading a query never imports it, for that
takes 200 ms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby

from glossary.language.hanja import combine, is_hanzi, simplified

MOST_READINGS = 8

_TONE_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_TONES = _TONE_MARKS | {"0": "5", "1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}
_UMLAUT = "\u0308:"  # as in lü, and as typed without it: lu:
_SEPARATORS = " \t'’‘`´-·"
_DICTIONARY_TONES = {"一": "yi1", "不": "bu4"}
_DIGITS = "0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_UNIT = 3  # letters before or after a number at the start of a query: G20, 3D
_LONGEST_QUERY = 100

# The finals of standard Chinese by initial (汉语拼音方案; 新华字典's table of syllables), ü as v.
_FINALS = """
- a ai an ang ao e ei en eng er o ou
b a ai an ang ao ei en eng i ian iao ie in ing o u
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f a an ang ei en eng o ou u
d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo un v ve
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un
q i ia ian iang iao ie in ing iong iu u uan ue un
x i ia ian iang iao ie in ing iong iu u uan ue un
zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u ua uan ui un uo
z a ai an ang ao e ei en eng i ong ou u uan ui un uo
c a ai an ang ao e en eng i ong ou u uan ui un uo
s a ai an ang ao e en eng i ong ou u uan ui un uo
y a an ang ao e i in ing o ong ou u uan ue un
w a ai an ang ei en eng o u
"""
_LONGEST_SYLLABLE = 6


def pinyin_keys(text: str) -> tuple[str, ...]:
    """The pinyin keys of a Chinese term, simplified or traditional: toneless first, then toned.

    The usual reading comes first, at most eight readings in all. Latin letters and digits stay,
    in lower case; everything else is left out. Text without Chinese characters has no keys.

    >>> pinyin_keys("重庆")
    ('chongqing', 'chong2qing4')
    >>> pinyin_keys("3D打印")
    ('3ddayin', '3dda3yin4')
    """
    readings = _readings(text)
    keys = [_toneless(reading) for reading in readings] + [_toned(reading) for reading in readings]
    return tuple(dict.fromkeys(keys))


def initials_keys(text: str) -> tuple[str, ...]:
    """The first letters of a term's syllables; runs of Latin letters and digits stay whole.

    >>> initials_keys("中试"), initials_keys("AI芯片")
    (('zs',), ('aixp',))
    """
    initials = (map(_initial, reading) for reading in _readings(text))
    return tuple(dict.fromkeys(map("".join, initials)))


def parse_query(text: str) -> tuple[str, str] | None:
    """The (toneless, toned) key of a query typed as pinyin, the last syllable perhaps unfinished.

    The toned key is empty unless every syllable carries a tone, as a mark or as a digit from 0
    to 5. None for anything that cannot be pinyin. A run such as 3D or G20 may stand first.

    >>> parse_query("zhòng shì"), parse_query("Zhong4shi"), parse_query("zhongsh")
    (('zhongshi', 'zhong4shi4'), ('zhongshi', ''), ('zhongsh', ''))
    >>> parse_query("strong"), parse_query("中试"), parse_query("3ddayin")
    (None, None, ('3ddayin', ''))
    """
    plain = _plain(text)
    for run in _possible_runs(plain):
        parts = _typed_parts(plain[len(run) :])
        if parts is not None:
            parts = [run + _RUN, *parts] if run else parts
            complete = all(part[-1].isdigit() for part in parts)
            return _toneless(parts), _toned(parts) if complete else ""
    return None


def parse_initials(text: str) -> str | None:
    """The key of a query that may be typed as initials; None if it is not letters and digits.

    >>> parse_initials("Z S"), parse_initials("3ddy"), parse_initials("中试")
    ('zs', '3ddy', None)
    """
    key = _latin(text)
    typed = "".join(unicodedata.normalize("NFKC", text).split())
    return key if key and len(key) == len(typed) else None


# A part of a reading is a syllable with its tone (zhong4), an untoned one as typed (zhong), or a
# run of Latin letters and digits with _RUN after it (g200 for G20): the last digit says which.
_RUN = "0"


def _toneless(parts: Iterable[str]) -> str:
    return "".join(part[:-1] if part[-1].isdigit() else part for part in parts)


def _toned(parts: Iterable[str]) -> str:
    return "".join(part.removesuffix(_RUN) for part in parts)


def _initial(part: str) -> str:
    return part[:-1] if part[-1] == _RUN else part[0]


def _latin(text: str) -> str:
    """The Latin letters and digits of a text, half width, in lower case."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain.lower() if c.isascii() and c.isalnum())


@lru_cache(maxsize=1)  # both kinds of keys are made of one term after the other
def _readings(text: str) -> list[tuple[str, ...]]:
    """The readings of a term as parts, likeliest first; none without Chinese characters."""
    text = simplified(unicodedata.normalize("NFC", text))
    if not any(map(is_hanzi, text)):
        return []
    options: list[list[str]] = []
    for readable, run in groupby(text, is_hanzi):
        if readable:
            options += _syllable_choices("".join(run))
        elif latin := _latin("".join(run)):
            options.append([latin + _RUN])
    return combine(options, MOST_READINGS) if options else []


def _syllable_choices(hanzi: str) -> list[list[str]]:
    """The toned syllables each character may have here, as pypinyin knows words and characters.

    一 and 不 come with the tone that dictionaries write, then with the one they change to.
    """
    from pypinyin import Style, pinyin  # 200 ms, which no look-up may pay

    found = pinyin(
        hanzi, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, errors="ignore"
    )
    if len(found) == len(hanzi):
        for character, choices in zip(hanzi, found, strict=True):
            if character in _DICTIONARY_TONES:
                choices.insert(0, _DICTIONARY_TONES[character])
    return [list(dict.fromkeys(choices)) for choices in found]


def _plain(text: str) -> str:
    """A query in lower case, ü as v, tone marks after their letters; "" if it is not Latin."""
    plain = ""
    for character in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text.strip())):
        if character in _UMLAUT and plain[-1:].lower() == "u":
            plain = plain[:-1] + "v"
        elif character in _SEPARATORS:
            plain += " "
        elif character in _TONE_MARKS or (character.isascii() and character.isalnum()):
            starts = character.isupper() and plain[-1:].islower()  # ZhongShi
            plain += " " * starts + character
        else:
            return ""
    return plain.lower() if len(plain) <= _LONGEST_QUERY else ""


def _possible_runs(plain: str) -> list[str]:
    """What a query may begin with that is not pinyin: nothing, or a number and letters around it.

    >>> _possible_runs("5gwang")
    ['', '5', '5g', '5gw', '5gwa']
    """
    if not plain.strip(_DIGITS + " "):
        return []
    letters = plain.lstrip(_LETTERS)
    rest = letters.lstrip(_DIGITS)
    start = len(plain) - len(rest)
    if len(letters) == len(rest) or len(plain) - len(letters) > _LONGEST_UNIT:
        return [""]
    unit = len(rest[:_LONGEST_UNIT]) - len(rest[:_LONGEST_UNIT].lstrip(_LETTERS))
    return ["", *(plain[: start + length] for length in range(unit + 1))]


def _typed_parts(plain: str) -> list[str] | None:
    """The parts of a query after its run; None if it cannot be pinyin."""
    words = _words(plain)
    if words is None:
        return None
    parts: list[str] = []
    for place, (letters, tones) in enumerate(words, 1):
        found = _syllables(_with_umlauts(letters), tones, unfinished=place == len(words))
        if found is None:
            return None
        parts += found
    return parts


def _words(plain: str) -> list[tuple[str, list[str]]] | None:
    """Words of letters, each letter with the tone typed on it or, at the end, as a digit.

    A word ends at a space or with its digit; None if a digit or a mark is out of place.
    """
    words: list[tuple[str, list[str]]] = []
    ended = True
    for character in plain:
        if character == " ":
            ended = True
        elif character.isalpha():
            if ended:
                words.append(("", []))
            words[-1] = (words[-1][0] + character, [*words[-1][1], ""])
            ended = False
        elif not ended and character in _TONES and not words[-1][1][-1]:
            words[-1][1][-1] = _TONES[character]
            ended = character in _DIGITS
        else:
            return None
    return words


def _with_umlauts(letters: str) -> str:
    """The letters with ü written as v where it is one: lüe and nüe; but u after j, q, x and y.

    >>> _with_umlauts("celue"), _with_umlauts("jv"), _with_umlauts("luer")
    ('celve', 'ju', 'luer')
    """
    for initial in "jqxy":
        letters = letters.replace(initial + "v", initial + "u")
    for initial in "ln":
        head, *tails = letters.split(initial + "ue")
        final = {tail: "ue" if tail[:1] in ("r", "n", "i") else "ve" for tail in tails}
        letters = head + "".join(initial + final[tail] + tail for tail in tails)
    return letters


def _syllables(letters: str, tones: list[str], unfinished: bool) -> list[str] | None:
    """A word cut into syllables with their tones; only an unfinished one may end in part of one.

    Inside a word a syllable does not begin with a vowel if there is another way to cut it, for
    there an apostrophe would stand (fangan is fan'gan; 汉语拼音正词法基本规则).
    """
    for partial in (False, True)[: 1 + unfinished]:
        for vowels_begin in (False, True):
            found = _cut(letters, tones, partial, vowels_begin)
            if found is not None:
                return found
    return None


def _cut(letters: str, tones: list[str], partial: bool, vowels_begin: bool) -> list[str] | None:
    """One way to cut a word, from its end to its start; the longest syllables first."""
    whole, begun = _table()
    best: list[list[str] | None] = [None] * len(letters) + [[]]
    for at in reversed(range(len(letters))):
        if at and letters[at] in "aoe" and not vowels_begin:
            continue
        if partial and letters[at:] in begun:
            best[at] = [letters[at:]]
        for end in range(at + 1, min(len(letters), at + _LONGEST_SYLLABLE) + 1):
            syllable, tone, rest = letters[at:end], "".join(tones[at:end]), best[end]
            if syllable in whole and len(tone) <= 1 and rest is not None:
                best[at] = [syllable + tone, *rest]
    return best[0]


def pinyin_syllables() -> frozenset[str]:
    """The syllables of standard Chinese, toneless and with ü as v."""
    return _table()[0]


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables of standard Chinese, and all that one of them begins with."""
    rows = (line.split() for line in _FINALS.strip().splitlines())
    whole = frozenset(row[0].strip("-") + final for row in rows for final in row[1:])
    return whole, frozenset(s[:end] for s in whole for end in range(1, len(s) + 1))
