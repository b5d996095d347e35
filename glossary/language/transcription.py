"""Chinese names in the South Korean transcription (외래어 표기법, 표 5 and chapter 4, section 2).

A syllable of pinyin becomes a fixed sequence of Hangul: 北京 is Běijīng and 베이징. People who
lived after 1911 and places of today are transcribed; a generic part (省, 市, 县) is read.
Persons are written without a space; their surnames have readings of their own (单 Shàn).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from glossary.language.hangul import compose
from glossary.language.hanja import KO_KR, is_hanzi, readings, simplified

_INITIALS = {
    "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ",
    "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ",
    "x": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ",
}  # fmt: skip
# A final as the vowel of its first syllable, that syllable's coda, and what follows.
_FINALS = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "i": "ㅣ", "u": "ㅜ", "v": "ㅟ", "ai": "ㅏ 이", "ei": "ㅔ 이",
    "ao": "ㅏ 오", "ou": "ㅓ 우", "an": "ㅏㄴ", "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ",
    "ong": "ㅜㅇ", "er": "ㅓㄹ", "ia": "ㅑ", "io": "ㅛ", "ie": "ㅖ", "iai": "ㅑ 이", "iao": "ㅑ 오",
    "iu": "ㅠ", "ian": "ㅖㄴ", "in": "ㅣㄴ", "iang": "ㅑㅇ", "ing": "ㅣㅇ", "iong": "ㅠㅇ",
    "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ 이", "ui": "ㅜ 이", "uan": "ㅘㄴ", "un": "ㅜㄴ",
    "uang": "ㅘㅇ", "ve": "ㅞ", "van": "ㅟ 안", "vn": "ㅟㄴ",
}  # fmt: skip
# Syllables without an initial are spelt with y and w.
_WHOLE = {
    "yi": "이", "ya": "야", "yo": "요", "ye": "예", "yai": "야이", "yao": "야오", "you": "유",
    "yan": "옌", "yin": "인", "yang": "양", "ying": "잉", "yong": "융", "yu": "위", "yue": "웨",
    "yuan": "위안", "yun": "윈", "wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이",
    "wan": "완", "wen": "원", "wang": "왕", "weng": "웡", "e": "어", "er": "얼", "ei": "에이",
    "m": "음", "n": "언", "ng": "응", "hm": "흠", "hng": "흥",
}  # fmt: skip
_BUZZED = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))  # their i is ㅡ
_NO_GLIDE = frozenset("ㅈㅊㅉ")
"""After them ㅑ ㅖ ㅛ ㅠ are written ㅏ ㅔ ㅗ ㅜ (외래어 표기법, chapter 4, section 2, 3)."""
_PLAIN = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}

# Surnames that are read otherwise than the character mostly is (现代汉语词典).
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "朴": "piao",
    "翟": "zhai", "覃": "qin", "缪": "miao", "薄": "bo", "种": "chong", "尉迟": "yu chi",
    "万俟": "mo qi", "长孙": "zhang sun",
}  # fmt: skip
_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 长孙 慕容 司徒 令狐 宇文 万俟 夏侯 轩辕 端木 "
    "独孤 南宫 百里 东郭 呼延 闻人 澹台 拓跋 司空 太史 公冶 赫连 完颜 纳兰 西门 钟离 濮阳"
)
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())

# What a place is, behind a proper part of two characters or more; 州 is a part of most names.
_GENERIC = re.compile("(?<=..)(?:街道|[省市县区镇乡村旗盟])$")


@cache
def transcribe_pinyin(syllable: str) -> str:
    """One toneless syllable of pinyin, ü as v or ü, in Hangul; ValueError for what is none.

    >>> "".join(map(transcribe_pinyin, "xi jin ping".split()))
    '시진핑'
    >>> transcribe_pinyin("zhuang"), transcribe_pinyin("lü"), transcribe_pinyin("jun")
    ('좡', '뤼', '쥔')
    """
    syllable = syllable.lower().replace("ü", "v").replace("u:", "v")
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((each for each in _INITIALS if syllable.startswith(each)), "")
    final = syllable[len(initial) :]
    if initial in tuple("jqx") and final.startswith("u"):  # ju is jü
        final = "v" + final[1:]
    final = {"ue": "ve"}.get(final, final)
    if final not in _FINALS:
        raise ValueError(f"not a syllable of pinyin: {syllable!r}")
    return _spelt(initial, final)


def _spelt(initial: str, final: str) -> str:
    onset = _INITIALS.get(initial, "ㅇ")
    first, _, rest = _FINALS[final].partition(" ")
    vowel, coda = first[0], first[1:]
    if final == "i" and initial in _BUZZED:
        vowel = "ㅡ"
    if onset in _NO_GLIDE:
        vowel = _PLAIN.get(vowel, vowel)
    return compose(onset, vowel, coda) + rest


def transcribe(hanzi: str, *, person: bool = False) -> str:
    """A Chinese name in Hangul, in the usual reading of its characters; as it is what is no
    Chinese character, "" where one has no reading.

    >>> transcribe("习近平", person=True), transcribe("单士元", person=True), transcribe("重慶")
    ('시진핑', '산스위안', '충칭')
    """
    parts: list[str] = []
    for readable, group in groupby(hanzi, is_hanzi):
        run = "".join(group)
        found = syllables(run, person=person and not parts) if readable else []
        if readable and len(found) != len(run):
            return ""
        parts.append("".join(map(transcribe_pinyin, found)) if readable else run)
    return "".join(parts)


def transcribe_place(hanzi: str) -> str:
    """A Chinese place in Hangul, what it is (县, 镇) read and not transcribed.

    >>> transcribe_place("汪清县"), transcribe_place("天桥岭镇"), transcribe_place("重庆")
    ('왕칭현', '톈차오링진', '충칭')
    """
    generic = _GENERIC.search(simplified(hanzi))
    if generic is None:
        return transcribe(hanzi)
    proper, read = transcribe(hanzi[: generic.start()]), readings(generic[0], KO_KR, 1)
    return proper + read[0] if proper and read else transcribe(hanzi)


def ends_as_place(hanzi: str) -> bool:
    """Whether a name ends in what only places are: nobody is called so."""
    generic = _GENERIC.search(simplified(hanzi))
    return generic is not None and (len(hanzi) > 3 or generic[0] not in "镇村旗盟")


def syllables(hanzi: str, *, person: bool = False) -> list[str]:
    """The pinyin of a name without tones, a syllable a character; of a person the surname's own."""
    from pypinyin import Style, lazy_pinyin  # 200 ms, which no look-up may pay

    text = simplified(hanzi)
    surname = text[: surname_length(text)] if person else ""
    own = _SURNAMES.get(surname, "").split()
    if len(own) == len(surname) and own:
        return own + lazy_pinyin(text[len(surname) :], style=Style.NORMAL, errors="ignore")
    return lazy_pinyin(text, style=Style.NORMAL, errors="ignore")


def surname_length(hanzi: str) -> int:
    """How many characters the surname of a person's name has: two for a compound one."""
    return 2 if len(hanzi) > 2 and hanzi[:2] in COMPOUND_SURNAMES else 1
