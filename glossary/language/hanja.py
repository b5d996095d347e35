"""Sino-Korean readings of Chinese characters, in the norms of China (ko-CN) and South Korea.

A reading is kept in its *original* sounds (량, 녀, 률), as ko-CN writes it; ko-KR follows by rule:
the initial-sound rule at the start of a word, 렬/률 as 열/율 after a vowel or ㄴ. Two marks in a
stored reading say what ko-KR does and ko-CN does not: "-" starts another word inside a compound
(남존-녀비 is 남존여비), "+" adds ㅅ to the syllable before it (수+자 is 숫자).

Two tables in `data/language` are read on first use: sounds by character, likeliest first, and the
words whose reading the character table would get wrong. Both come from `make_hanja.py`.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

from glossary.language.hangul import CODAS, coda, compose, is_syllable, letters
from glossary.language.tables import read_table

# As in glossary.model, whose dataclasses a look-up need not wait for.
KO_CN = "ko-CN"
KO_KR = "ko-KR"

_GLIDES = "ㅑㅒㅕㅖㅛㅠㅣ"
_WORD_START, _SIOS = "-", "+"
_BARE = str.maketrans("", "", _WORD_START + _SIOS)
_NORTHERN = str.maketrans("폐몌", "페메", _WORD_START + _SIOS)
_LONGEST_WORD = 8  # characters; longer entries are compounds of shorter ones


def readings(
    text: str, variety: str = KO_CN, limit: int = 8, *, likely: bool = False
) -> tuple[str, ...]:
    """The readings of `text`, simplified or traditional, likeliest first, at most `limit`; with
    `likely` of the further ones only those that a word of the table has, or a character alone.

    What is not a Chinese character stays as it is. The answer is empty if there is nothing to
    read, or if a character has no known reading.

    >>> readings("量产"), readings("量产", KO_KR)
    (('량산',), ('양산',))
    >>> readings("3D打印")[0]
    '3D타인'
    >>> readings("新技术"), readings("新技术", likely=True)
    (('신기술', '신기출'), ('신기술',))
    """
    text = unicodedata.normalize("NFC", text)
    runs = _runs(text)
    if not any(readable for readable, _ in runs):
        return ()
    options: list[list[str]] = []
    before = ""
    for readable, run in runs:
        choices = _run_readings(run, variety, before, limit, likely) if readable else [run]
        if not choices:
            return ()
        options.append(choices)
        before = run
    return tuple(_join(options, limit))


def reading_keys(text: str) -> tuple[str, ...]:
    """What a Chinese term can be found by in Hangul: its candidate readings, unfolded.

    They are those of ko-CN, and of those of ko-KR the ones that no rule derives from them.

    >>> reading_keys("十月")
    ('시월', '십월')
    >>> reading_keys("量产")
    ('량산',)
    """
    found = {_by_rule(reading): reading for reading in reversed(readings(text, KO_CN))}
    keys = list(reversed(found.values()))
    return (*keys, *(r for r in readings(text, KO_KR) if _by_rule(r) not in found))


def is_reading(hangul: str, hanzi: str) -> bool:
    """Whether `hangul` reads `hanzi` syllable by syllable in either norm; spaces do not count.

    >>> is_reading("효률", "效率"), is_reading("효율", "效率"), is_reading("성공율", "成功率")
    (True, True, False)
    """
    hangul = "".join(unicodedata.normalize("NFC", hangul).split())
    hanzi = "".join(unicodedata.normalize("NFC", hanzi).split())
    if len(hangul) != len(hanzi) or not any(map(is_hanzi, hanzi)):
        return False
    if all(_fits(hangul, hanzi, at) for at in range(len(hanzi))):
        return True
    return hangul in readings(hanzi, KO_CN) or hangul in readings(hanzi, KO_KR)


def sounds(character: str) -> tuple[str, ...]:
    """The original sounds of one Chinese character, likeliest first; none if it is not known.

    >>> sounds("力"), sounds("率")[:2]
    (('력',), ('률', '솔'))
    """
    return _characters().get(character, ())


@cache
def sino_syllables() -> frozenset[str]:
    """Every syllable that reads some Chinese character, in original sounds.

    >>> "량" in sino_syllables(), "버" in sino_syllables()
    (True, False)
    """
    return frozenset(sound for found in _characters().values() for sound in found)


def is_sino(text: str) -> bool:
    """Whether every syllable is the reading of some Chinese character.

    >>> is_sino("류하생"), is_sino("버들")
    (True, False)
    """
    return sino_syllables().issuperset(text)


def simplified(text: str) -> str:
    """The text in simplified characters; one that simplified text uses too (乾, 著) stays.

    >>> simplified("量產"), simplified("乾坤")
    ('量产', '乾坤')
    """
    return text.translate(_simplified())


def combine(options: list[list[str]], limit: int) -> list[tuple[str, ...]]:
    """The `limit` likeliest ways to take one of each list; a later choice costs its position.

    >>> combine([["a", "b"], ["c", "d"]], 3)
    [('a', 'c'), ('b', 'c'), ('a', 'd')]
    """
    ways: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for choices in options:
        longer = [(cost + i, (*way, c)) for i, c in enumerate(choices) for cost, way in ways]
        longer.sort(key=lambda entry: entry[0])
        ways = longer[:limit]
    return list(dict.fromkeys(way for _, way in ways))


def is_hanzi(character: str) -> bool:
    """Whether this is a Chinese character, known to the table or not."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "〇"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def initial_sound(syllable: str) -> str:
    """The syllable under the initial-sound rule (한글 맞춤법 §10-12), else as it is.

    >>> "".join(map(initial_sound, "량녀로산"))
    '양여노산'
    """
    if not is_syllable(syllable):
        return syllable
    onset, vowel, final = letters(syllable)
    if onset == "ㄹ":
        onset = "ㅇ" if vowel in _GLIDES else "ㄴ"
    elif onset == "ㄴ" and vowel in _GLIDES:
        onset = "ㅇ"
    return compose(onset, vowel, final)


def after_open_syllable(before: str, syllable: str) -> str:
    """렬 and 률 as 열 and 율 after a vowel or ㄴ (한글 맞춤법 §11), else the syllable as it is.

    >>> after_open_syllable("효", "률"), after_open_syllable("공", "률")
    ('율', '률')
    """
    if syllable not in ("렬", "률") or not is_syllable(before):
        return syllable
    return initial_sound(syllable) if coda(before) in ("", "ㄴ") else syllable


def with_sios(syllable: str) -> str:
    """An open syllable with ㅅ added below, else as it is."""
    return chr(ord(syllable) + CODAS.index("ㅅ")) if coda(syllable) == "" else syllable


def spell(reading: str, variety: str, before: str = "") -> str:
    """A reading in original sounds, spelled in one variety; `before` is the text to its left.

    A number keeps the original sound (2026년), for its unit is not the start of a word.

    >>> spell("남존-녀비", KO_CN), spell("남존-녀비", KO_KR), spell("폐막", KO_CN)
    ('남존녀비', '남존여비', '페막')
    """
    if variety != KO_KR:  # ㅖ only in 계 례 혜 예 (조선말규범집 §25)
        return reading.translate(_NORTHERN)
    spelled = ""
    starts = not before[-1:].isdigit()
    for character in reading:
        if character == _WORD_START:
            starts = True
        elif character == _SIOS:
            spelled = spelled[:-1] + with_sios(spelled[-1])
        else:
            syllable = initial_sound(character) if starts else character
            spelled += after_open_syllable(spelled[-1:], syllable)
            starts = False
    return spelled


def _run_readings(run: str, variety: str, before: str, limit: int, likely: bool) -> list[str]:
    """The spelled readings of a run of Chinese characters; empty if one is unknown."""
    found = _sounds(run, limit, likely)
    return list(dict.fromkeys(spell(sounds, variety, before) for sounds in found))


def _sounds(run: str, limit: int, likely: bool) -> list[str]:
    """The readings of a run in original sounds: by words, the longest first, then by character."""
    options = []
    at = 0
    key = simplified(run)
    while at < len(run):
        word = _word_at(run, key, at)
        if len(word) > 1:
            choices = _listed(word) if likely else _word_sounds(word, limit)
        else:
            choices = list(_characters().get(word, ()))[: 1 if likely and len(run) > 1 else None]
        if not choices:
            return []
        options.append(choices)
        at += len(word)
    return _join(options, limit)


def _word_at(run: str, key: str, at: int) -> str:
    """The longest word of the word table that starts here, else one character; `key` is the run
    in simplified characters."""
    if len(run) > 1:
        words = _words()
        for end in range(min(len(run), at + _LONGEST_WORD), at + 1, -1):
            if key[at:end] in words:
                return run[at:end]
    return run[at]


def _word_sounds(word: str, limit: int) -> list[str]:
    """A listed word's readings, then those its characters allow."""
    listed = _listed(word)
    table = _characters()
    by_character = _join([list(table.get(character, ())) for character in word], limit)
    known = {reading.translate(_BARE) for reading in listed}
    return listed + [reading for reading in by_character if reading not in known]


def _listed(word: str) -> list[str]:
    return _words()[simplified(word)].split(" ")


def _join(options: list[list[str]], limit: int) -> list[str]:
    """The likeliest readings of a text, from those of its parts."""
    return ["".join(parts) for parts in combine(options, limit)]


def _fits(hangul: str, hanzi: str, at: int) -> bool:
    """Whether the syllable at a place can stand for the character there, in either norm."""
    if not is_hanzi(hanzi[at]):
        return hangul[at] == hanzi[at]
    before = hangul[at - 1] if at else ""
    starts = not at or not is_hanzi(hanzi[at - 1])
    for sound in _characters().get(hanzi[at], ()):
        forms = {sound, spell(sound, KO_CN), after_open_syllable(before, sound)}
        if starts or at + 1 < len(hanzi):  # a compound's last syllable does not start a word
            forms.add(initial_sound(sound))
        if hangul[at] in forms:
            return True
    return False


def _by_rule(reading: str) -> str:
    """What all spellings of one reading have in common: every difference that is by rule."""
    return "".join(map(initial_sound, reading)).replace("페", "폐").replace("메", "몌")


def _runs(text: str) -> list[tuple[bool, str]]:
    """The text cut where Chinese characters begin and end, and which parts they are."""
    return [(readable, "".join(run)) for readable, run in groupby(text, is_hanzi)]


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[int, int]]:
    """Sounds by character, and a translation table from traditional to simplified."""
    by_sounds, _, forms = read_table("hanja_chars.txt").partition("\n\n")
    found: dict[str, tuple[str, ...]] = {}
    for line in by_sounds.split("\n"):
        sounds, _, characters = line.partition("\t")
        found.update(dict.fromkeys(characters, tuple(sounds.split(" "))))
    return found, str.maketrans(*forms.split("\n"))


def _characters() -> dict[str, tuple[str, ...]]:
    return _tables()[0]


def _simplified() -> dict[int, int]:
    return _tables()[1]


@cache
def _words() -> dict[str, str]:
    """Space-separated readings by word, in simplified characters."""
    pairs = (line.partition("\t") for line in read_table("hanja_words.txt").split("\n"))
    return {word: readings for word, _, readings in pairs}
