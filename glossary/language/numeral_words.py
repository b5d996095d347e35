"""Numbers written in words, as exact values: Chinese numerals and the two kinds of Korean ones.

Scales follow the Chinese way in both languages: 十 百 千 within a myriad, then 万 亿 兆 (만 억 조);
a large scale right behind another multiplies it (万亿 is 조).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2}
_DIGITS |= dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"륙": 6, "공": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_LARGE = {
    "万": 10**4, "亿": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12,
}  # fmt: skip
SCALES = {**_SMALL, **_LARGE}
"""What each scale multiplies by."""

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|.")
_NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
    "여든": 80, "아흔": 90,
}  # fmt: skip
_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4,
    "넉": 4, "너": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "첫": 1,
}  # fmt: skip
_CHINESE_RUN = re.compile("[零〇一二两三四五六七八九十百千万亿兆]+")
MOST = 40
"""Signs of the longest number that is read; what is longer is no number."""


def value_of(written: str) -> Fraction | None:
    """The value of digits and scales in their order, None for what is no number.

    >>> value_of("1亿2000万"), value_of("3.5万亿"), value_of("二十五"), value_of("삼천오백만")
    (Fraction(120000000, 1), Fraction(3500000000000, 1), Fraction(25, 1), Fraction(35000000, 1))
    """
    if not written or len(written) > MOST:
        return None
    total = group = section = Fraction(0)
    scale = 0  # of the group
    number: Fraction | None = None
    for token in _TOKEN.findall(written):
        if token in _SMALL:
            section += (1 if number is None else number) * _SMALL[token]
            number = None
        elif token in _LARGE:
            amount = section + (number or 0)
            if scale and scale < _LARGE[token]:  # 一万二千亿 and 万亿: all of it so many 亿
                group = (group + amount) * _LARGE[token]
                scale *= _LARGE[token]
            else:
                total += group
                scale = _LARGE[token]
                group = (amount or 1) * Fraction(scale)
            section, number = Fraction(0), None
        else:
            digit = Fraction(token.replace(",", "")) if token[0].isdigit() else _digit(token)
            if digit is None:
                return None
            if number and len(token) == 1 and not token.isdigit():
                return None  # two digits without a scale between them
            number = digit
    return total + group + section + (number or 0)


def _digit(token: str) -> Fraction | None:
    return Fraction(_DIGITS[token]) if token in _DIGITS else None


def in_chinese(value: int) -> str:
    """A whole number from 0 up to 10**16 in Chinese numerals, as they are read.

    >>> in_chinese(25), in_chinese(10_305), in_chinese(6 * 10**12)
    ('二十五', '一万零三百零五', '六万亿')
    """
    if value == 0:
        return "零"
    high, low = divmod(value, 10**8)
    said = _below(high) + "亿" if high else ""
    gap = bool(said) and 0 < low < 10**7
    return (said + ("零" if gap else "") + _below(low)).removeprefix("一" * (value // 10 == 1))


def _below(value: int) -> str:
    """A number below 10**8 with a 一 before every 十; "" for nought."""
    high, low = divmod(value, 10_000)
    said = _group(high) + "万" if high else ""
    return said + ("零" if said and 0 < low < 1000 else "") + _group(low)


def _group(value: int) -> str:
    said, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            said += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(said) and bool(value)
    return said


def is_well_formed(written: str) -> bool:
    """Whether Chinese numerals are a number just as it is read: 二十五, not 三三 or 七八十."""
    value = value_of(written) if _CHINESE_RUN.fullmatch(written) else None
    if value is None or value.denominator != 1 or value >= 10**16:
        return False
    plain = written.replace("两", "二").replace("〇", "零").replace("兆", "万亿")
    said = in_chinese(int(value))
    return plain == said or "一" + plain == said or plain == "一" + said


def positional(written: str) -> int | None:
    """The value of numerals read digit by digit (二〇二六), None where one is no digit."""
    digits = [_DIGITS.get(each) for each in written]
    if not digits or len(digits) > MOST or None in digits:
        return None
    return int("".join(map(str, digits)))


@cache
def native_numerals() -> re.Pattern[str]:
    """Native Korean numerals, of tens and ones or either."""
    tens, ones = (
        "|".join(sorted(each, key=len, reverse=True)) for each in (_NATIVE_TENS, _NATIVE_ONES)
    )
    firsts = "".join(sorted({word[0] for word in (*_NATIVE_TENS, *_NATIVE_ONES)}))
    return re.compile(f"(?=[{firsts}])(?P<tens>{tens})?(?P<ones>{ones})?")


def native_value(match: re.Match[str]) -> int:
    """The value of what `native_numerals` has matched, 0 for nothing."""
    return _NATIVE_TENS.get(match["tens"] or "", 0) + _NATIVE_ONES.get(match["ones"] or "", 0)
