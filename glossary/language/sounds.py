"""The last sound of any word as Korean reads it aloud, for the particle that follows.

Hangul tells it, digits and units are read by rule, capital letters by their names, and other
Latin words from a short table or by their last letter where that is sure. Quotation marks and
brackets have no sound: the syllable before decides, also before an explanation in brackets
(한글 맞춤법 부록; 시진핑(習近平)은).
"""

from __future__ import annotations

import re
import unicodedata

from glossary.language.hangul import coda, is_jamo, is_syllable

_SILENT = "’”'\"」』》〉)]）］】〕.,!?…·~-–— "
_EXPLAINED = re.compile(r"(?<=[^\s(（\[])(?:\([^()]*\)|（[^（）]*）)$")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)*$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*$")
_AFTER_NUMBER = re.compile(r"(?<=[0-9])\s?([A-Za-z]{1,4}[²³]?)$")

_DIGITS = dict(zip("0123456789", ("ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""), strict=True))
_SMALL_UNITS = {1: "ㅂ", 2: "ㄱ", 3: "ㄴ"}  # 십 백 천
_LARGE_UNITS = {1: "ㄴ", 2: "ㄱ", 3: "", 4: "ㅇ"}  # 만 억 조 경
_SIGNS = dict.fromkeys("%℃℉°$＄€£￥ℓ㎞㎝㎜㎡㎥㏊²³", "") | {
    "㎏": "ㅁ",
    "㎎": "ㅁ",
    "‰": "ㄹ",
}
_UNITS = dict.fromkeys(("kg", "mg", "g"), "ㅁ") | {"t": "ㄴ", "bit": "ㅌ"}
_OPEN_UNITS = (
    "m km cm mm nm L l ml mL ha W kW MW GW kWh MWh GWh V kV A mA Hz kHz MHz GHz KB MB GB TB PB "
    "K B m² km² cm² m³ cm³ h s bp"
)
_UNITS |= dict.fromkeys(_OPEN_UNITS.split(), "")
# A sign before a number is read after it: 달러, 유로; 위안 or 엔; 원.
_MONEY = {"$": "", "€": "", "£": "", "¥": "ㄴ", "￥": "ㄴ", "₩": "ㄴ"}
# The names of letters that end in a consonant: 엘, 엠, 엔, 알.
_LETTERS = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "r": "ㄹ"}
_JAMO_NAMES = {"ㄹ": "ㄹ", "ㄷ": "ㅅ"}
_WORDS = {
    "": "nato unesco nasa aids kotra posco windows linux android youtube huawei twitter tesla "
    "toyota nokia sony meta alibaba oracle cisco yahoo bmw wifi iso office deepseek",
    "ㄱ": "opec apec facebook tiktok",
    "ㄴ": "asean python iphone amazon",
    "ㄹ": "excel google apple intel dell email gmail mail shell pixel",
    "ㅂ": "app web",
    "ㅅ": "wechat internet robot",
    "ㅇ": "samsung boeing",
}
_SOUND_OF = {word: sound for sound, words in _WORDS.items() for word in words.split()}
# What a Latin word ends in where spelling and Korean reading agree.
_ENDINGS = (
    ("ng", "ㅇ"),
    ("ion", "ㄴ"),
    *((letter, "") for letter in ("a", "i", "o", "u", "y", "s", "x", "z", "f", "sh", "ch", "er")),
    *((letter, sound) for letter, sound in (("m", "ㅁ"), ("n", "ㄴ"), ("l", "ㄹ"))),
)


def last_sound(word: str, variety: str = "ko-KR") -> str | None:
    """The final consonant of a word as it is read, "" for a vowel; None where it is not known.

    >>> last_sound("시진핑(習近平)"), last_sound("URL"), last_sound("15.5"), last_sound("100")
    ('ㅇ', 'ㄹ', '', 'ㄱ')
    """
    word = _audible(unicodedata.normalize("NFC", word))
    last = word[-1:]
    if is_syllable(last):
        return coda(last)
    if last in _SIGNS:
        return _SIGNS[last]
    if is_jamo(last):  # the letters' names end in themselves: 기역, 니은
        return last if last <= "ㅎ" else ""
    return _of_ascii(word) if last.isascii() and last.isalnum() else _of_hanzi(word, variety)


def is_listed(word: str) -> bool:
    """Whether a text ends in a Latin word of the table, so that its reading is beyond doubt.

    >>> is_listed("올해 APEC"), is_listed("올해 XPEC")
    (True, False)
    """
    found = re.search(r"(?<![A-Za-z0-9._/-])[A-Za-z]+$", word)
    return found is not None and found[0].lower() in _SOUND_OF


def _of_ascii(word: str) -> str | None:
    """How a unit after a number, a number or a Latin word at the end is read."""
    unit = _AFTER_NUMBER.search(word)
    if unit is not None and unit[1] in _UNITS:
        return _UNITS[unit[1]]
    number = _NUMBER.search(word)
    if number is None:
        return _of_latin(_LATIN.findall(word)[0])
    sign = word[: number.start()][-1:]
    return _MONEY[sign] if sign in _MONEY else _of_number(number[0].replace(",", ""))


def _audible(word: str) -> str:
    """The word without what is not read at its end; a bracket that is all there is stays."""
    while True:
        shorter = _EXPLAINED.sub("", word.rstrip()) or word
        if shorter == word:
            shorter = word.rstrip(_SILENT) or word
        if shorter == word:
            return word
        word = shorter


def _of_number(digits: str) -> str:
    """How a number ends: after a point, or with a nought before it, digit by digit."""
    if "." in digits or (digits[0] == "0" and len(digits) > 1):
        return _DIGITS[digits[-1]]
    zeros = len(digits) - len(digits.rstrip("0"))
    if not zeros or digits == "0":
        return _DIGITS[digits[-1]]
    if zeros < 4:
        return _SMALL_UNITS[zeros]
    return _LARGE_UNITS.get(zeros // 4, "")


def _of_latin(word: str) -> str | None:
    found = _SOUND_OF.get(word.lower())
    if found is not None:
        return found
    if word[-1].isdigit():
        return _of_number(re.findall("[0-9]+$", word)[0])
    spelt_out = word[-1].isupper() and (len(word) <= 1 or word[-2:].isupper() or len(word) <= 3)
    if spelt_out or len(word) == 1 or word.endswith(("GPT", "B2B")):
        return _LETTERS.get(word[-1].lower(), "")
    lowered = word.lower()
    return next((sound for ending, sound in _ENDINGS if lowered.endswith(ending)), None)


def _of_hanzi(word: str, variety: str) -> str | None:
    from glossary.language.hanja import is_hanzi, readings

    if not word or not is_hanzi(word[-1]):
        return None
    start = len(word)
    while start and is_hanzi(word[start - 1]):
        start -= 1
    found = readings(word[start:], variety, 1)
    return coda(found[0][-1]) if found else None
