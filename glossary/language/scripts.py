"""Whether a text is written in the script of its variety, by its letters alone.

It says nothing of other languages than Korean and Chinese, nor of a segment in Latin letters: names
and numbers stand so in both.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.model import language_of

NO_HANGUL, IN_HANGUL = "no-hangul", "in-hangul"

HANGUL = re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]")
_HANZI = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HANZI_OR_KANA = re.compile(f"[\u3041-\u30ff]|{_HANZI.pattern}")
_MOST_HANZI = 10  # to a letter of Hangul, where there is any Korean
_MIXED = 5  # hanja beside the Hangul of a Korean text are fewer than five to one


@lru_cache(maxsize=64)
def is_korean(variety: str) -> bool:
    """Whether a variety is one of Korean."""
    return language_of(variety) == "ko"


def misfit(text: str, variety: str) -> str:
    """Why a segment is hardly in this variety: Korean without Hangul but with hanzi or kana, or
    Chinese with more Hangul than hanzi; else the empty string.

    >>> misfit("中试基地", "ko-CN"), misfit("중시를(中试)", "zh-CN"), misfit("GDP", "ko-CN")
    ('no-hangul', 'in-hangul', '')
    """
    language = language_of(variety)
    if language == "ko":
        return NO_HANGUL if not HANGUL.search(text) and _HANZI_OR_KANA.search(text) else ""
    if language == "zh" and HANGUL.search(text):
        if not _HANZI.search(text):
            return IN_HANGUL
        return IN_HANGUL if len(HANGUL.findall(text)) > len(_HANZI.findall(text)) else ""
    return ""


def fits(text: str, variety: str) -> bool:
    """Whether a whole document can be in this variety: it has Hangul, or hanzi, and not far more
    of the other script.

    >>> fits("중시(中试)를", "ko-CN"), fits("중시(中试)를", "zh-CN"), fits("", "zh-CN")
    (True, False, False)
    """
    hangul, hanzi = len(HANGUL.findall(text)), len(_HANZI.findall(text))
    language = language_of(variety)
    if language == "ko":
        return hangul > 0 and hanzi <= _MIXED * hangul
    return language != "zh" or 0 < hanzi >= hangul


def has_korean(text: str) -> bool:
    """Whether there is Korean in a text that may be mixed: of hanzi there may be ten times as many
    letters as of Hangul. A text without letters is as good as any.

    >>> has_korean("로동자"), has_korean("工人 500 名"), has_korean("3.14")
    (True, False, True)
    """
    hangul, hanzi = len(HANGUL.findall(text)), len(_HANZI.findall(text))
    return hangul * _MOST_HANZI >= hanzi and (hangul > 0 or not any(map(str.isalpha, text)))
