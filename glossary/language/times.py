"""Days of the week and halves of the day, as Chinese and Korean say them."""

from __future__ import annotations

import re

_WEEKDAYS = {
    "zh": (re.compile("(?:周|星期|礼拜)([一二三四五六日天])(?![年岁期个])"), "一二三四五六日"),
    "ko": (re.compile("([월화수목금토일])요일"), "월화수목금토일"),
}
_HALVES = {
    "zh": re.compile(
        "(?P<am>上午|早上|早晨|清晨|凌晨|今晨)|(?P<pm>下午|傍晚|晚上|今晚|午后|晚(?=[0-9一二三四五六七八九十]{1,2}[点时]))"
    ),
    "ko": re.compile("(?P<am>오전|아침|새벽)|(?P<pm>오후|저녁|밤)"),
}


def weekdays(text: str, language: str) -> list[tuple[int, tuple[int, int]]]:
    """The days of the week in a text in order, Monday being 0, with their places.

    >>> weekdays("下周三", "zh"), weekdays("수요일", "ko")
    ([(2, (1, 3))], [(2, (0, 3))])
    """
    if language not in _WEEKDAYS:
        return []
    pattern, signs = _WEEKDAYS[language]
    return [
        (signs.index(match[1].replace("天", "日")), match.span())
        for match in pattern.finditer(text)
    ]


def halves(text: str, language: str) -> list[tuple[str, tuple[int, int]]]:
    """Whether the times of a text are before noon ("am") or after it ("pm"), with their places.

    >>> halves("上午十点", "zh"), halves("오후 3시", "ko")
    ([('am', (0, 2))], [('pm', (0, 2))])
    """
    pattern = _HALVES.get(language)
    found = pattern.finditer(text) if pattern else ()
    return [(str(match.lastgroup), match.span()) for match in found]
