"""Amounts told by their size alone: 数十万 and 수십만, 十几 and 십여, 两三 and 두세."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from glossary.language.numeral_words import value_of
from glossary.model import language_of

Vague = tuple[frozenset[int], tuple[int, int]]
"""What an amount may be, and its place: of 数十 the 10, of 두세 the 2 and the 3."""

_TEENS = 11
"""Stands for ten and some (十几), which is no matter of tens (几十)."""
_CHINESE = re.compile(
    "(?<![零一二两三四五六七八九十百千万亿0-9第])(?:"
    "[数几](?P<size>[十百千万亿]{1,3})(?![一二三四五六七八九])"
    "|[上成近](?P<least>[百千万亿]{1,2})(?=[名个户家人次元吨件辆箱亩位台米公只头])(?!个?次|家门)"
    "|(?P<teens>十[几数])(?=[个名位年天岁家户次人种辆台万亿元分小公里条所座件本张页])"
    ")"
)
_KOREAN = re.compile(
    "(?<![가-힣0-9])(?:"
    "(?P<teens>십 ?여|십수|십 ?몇|열 ?몇|여남은)(?= ?[가-힣])|(?P<tens>10 ?여)(?= ?[만억조])"
    "|[수몇] ?(?P<size>[십백천만억조]{1,3})(?![가-힣]?[십백천만억조0-9])(?!하|스럽|은 )"
    "|(?P<least>[백천만]|백만|천만|십만)(?:여(?= ?[명개가호세건대원톤곳마권장년점상])"
    "|(?= ?(?:명|개|가구|세대|원|위안|톤|곳)(?:에|의)? ?(?:가까|남짓|육박|이르는)))"
    "|근 ?(?P<near>[백천만]|백만|천만|십만) ?(?=[명개호세곳톤원])"
    ")"
)
_FEW_CHINESE = re.compile(
    "(?<![零一二两三四五六七八九十百千万第点周0-9])(?P<first>[一两二三四五六七八])(?P<second>[两二三四五六七八九])"
    "(?=[个名位天年岁家户次人种辆台条所座件本张页里只头分小点周层杯块遍句]"
    "|十[个名位天年岁家户次人])"
)
_FEW_KOREAN = {
    "한두": (1, 2), "하루이틀": (1, 2), "하루 이틀": (1, 2), "일이": (1, 2), "두세": (2, 3),
    "두서너": (2, 3, 4), "이삼": (2, 3), "이틀사흘": (2, 3), "서너": (3, 4), "사나흘": (3, 4),
    "삼사": (3, 4), "너덧": (4, 5), "네댓": (4, 5), "사오": (4, 5), "네다섯": (4, 5),
    "대여섯": (5, 6), "오륙": (5, 6), "대엿": (5, 6), "예닐곱": (6, 7), "륙칠": (6, 7),
    "육칠": (6, 7), "일고여덟": (7, 8), "칠팔": (7, 8), "일여덟": (7, 8), "여덟아홉": (8, 9),
    "엳아홉": (8, 9), "팔구": (8, 9),
}  # fmt: skip
_FEW_OF_KOREAN = re.compile(
    f"(?<![가-힣])(?:{'|'.join(sorted(_FEW_KOREAN, key=len, reverse=True))})(?=십? ?"
    "(?:개|명|사람|일|날|달|년|해|살|번|차례|시간|가지|곳|대|장|권|마리|층|주|잔|분|마디|채|집"
    "|배|척|건|건너|만에|동안|간))"
)


def sizes(text: str, variety: str) -> list[Vague]:
    """The amounts that are told by their scale, in order.

    >>> [sorted(amounts) for amounts, _ in sizes("数十万人，十几个", "zh-CN")]
    [[100000], [11]]
    """
    pattern = {"zh": _CHINESE, "ko": _KOREAN}.get(language_of(variety))
    found = [(_size(match), match.span()) for match in (pattern.finditer(text) if pattern else ())]
    return [(frozenset((size,)), place) for size, place in found if size]


def _size(match: re.Match[str]) -> int:
    """The scale of an amount; 0 where what stands there is no number."""
    if match["teens"] or match.groupdict().get("tens"):
        return _TEENS
    written = match["size"] or match["least"] or match.groupdict().get("near")
    return int(value_of(written or "") or 0)


def few(text: str, variety: str) -> list[Vague]:
    """The amounts that are told by two numbers beside each other, in order.

    >>> [sorted(amounts) for amounts, _ in few("서너 개, 한두 명", "ko-KR")]
    [[3, 4], [1, 2]]
    """
    reading = {"zh": _few_chinese, "ko": _few_korean}.get(language_of(variety), _nothing)
    return list(reading(text))


def _nothing(text: str) -> Iterator[Vague]:
    yield from ()


def _few_chinese(text: str) -> Iterator[Vague]:
    for match in _FEW_CHINESE.finditer(text):
        first, second = (value_of(match[name]) for name in ("first", "second"))
        if first and second and (second - first == 1 or (first == 3 and second == 5)):
            yield frozenset((int(first), int(second))), match.span()


def _few_korean(text: str) -> Iterator[Vague]:
    for match in _FEW_OF_KOREAN.finditer(text):
        yield frozenset(_FEW_KOREAN[match[0]]), match.span()


VAGUE: tuple[Callable[[str, str], list[Vague]], ...] = (sizes, few)
"""The ways to tell an amount vaguely."""
