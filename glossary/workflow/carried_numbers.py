"""The numbers of a text put into the translation of another text that differs from it in them.

A number is carried only where it is sure which one becomes which, and where what makes it large or
small beside it (万, 억) is the same. Korean particles behind it are repaired.
"""

from __future__ import annotations

import re
from collections import Counter

from glossary.language.particles import repair

_NUMBER = re.compile(
    r"(?:(?<![0-9A-Za-z])[-−－])?\d+(?:[.,:]\d+)*"  # with its sign
    r"(?=\s*(?P<scale>[百千万萬亿億兆백천만억조]*))"
)


def numbers_differ(source: str, text: str) -> bool:
    """Whether two texts have other numbers, or the same as other thousands or millions.

    >>> numbers_differ("3万元", "3亿元"), numbers_differ("5℃", "-5℃"), numbers_differ("3대", "3 대")
    (True, True, False)
    """
    return _read(source) != _read(text)


def carried(source: str, text: str, target: str, variety: str = "") -> str:
    """The target, which is of a variety, with the numbers of the text, where each number of the
    source stands in it as often as in the source; else the target as it is.

    >>> carried("2023년 5월", "2026년 11월", "2023年5月")
    '2026年11月'
    >>> carried("3개", "5개", "세 개"), carried("3万元", "5亿元", "3만원")
    ('세 개', '3만원')
    >>> carried("答案是5。", "答案是6。", "답은 5를 고른다.", "ko-CN")
    '답은 6을 고른다.'
    """
    (old, scales), (new, new_scales) = _read(source), _read(text)
    if old == new or len(old) != len(new) or scales != new_scales:
        return target
    becomes = dict(zip(old, new, strict=True))
    stands = _read(target)[0]
    one_to_one = len(set(zip(old, new, strict=True))) == len(becomes)
    if not one_to_one or Counter(old) != Counter(each for each in stands if each in becomes):
        return target
    return _replaced(target, becomes, variety)


def _read(text: str) -> tuple[list[str], list[str]]:
    """The numbers of a text, and what makes each of them larger."""
    found = list(_NUMBER.finditer(text))
    return [each[0] for each in found], [each["scale"] for each in found]


def _replaced(target: str, becomes: dict[str, str], variety: str) -> str:
    """The target with other numbers, and the particles that agree with them."""
    parts, at, old = [], 0, ""
    for found in _NUMBER.finditer(target):
        parts.append(_following(target[at : found.start()], old, becomes, variety))
        old, at = found[0], found.end()
        parts.append(becomes.get(old, old))
    return "".join([*parts, _following(target[at:], old, becomes, variety)])


def _following(words: str, old: str, becomes: dict[str, str], variety: str) -> str:
    new = becomes.get(old, old)
    return repair(words, old, new, variety) if variety.startswith("ko") and new != old else words
