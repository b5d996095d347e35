"""Days of the week, halves of the day, parts of the year and years beside this one, and days after
which events are named, as Chinese and Korean say them."""

from __future__ import annotations

import re
from functools import cache

_WEEKDAYS = {
    "zh": (
        re.compile(
            "(?:周|星期|礼拜)([一二三四五六日天](?:、[一二三四五六日](?![十百千万个名家条项位人年月]))*)"
            "(?![年岁期个])"
        ),
        "一二三四五六日",
    ),
    "ko": (
        re.compile(
            "(?<![가-힣0-9·])(?!월·일(?!요일))([월화수목금토일](?:·[월화수목금토일])+)"
            "(?:요일|(?![가-힣]{2}|·))"
            "|([월화수목금토일])요일"
        ),
        "월화수목금토일",
    ),
}
_HALVES = {
    "zh": re.compile(
        "(?P<am>上午|早上|早晨|清晨|凌晨|今晨)|(?P<pm>下午|傍晚|晚上|今晚|午后|晚(?=[0-9一二三四五六七八九十]{1,2}[点时]))"
    ),
    "ko": re.compile("(?P<am>오전|아침|새벽)|(?P<pm>오후|저녁|밤)"),
}

_SIGNS = "一二三四五六七八九"
_EVENTS = {
    "zh": re.compile(
        f'(?:[“‘"](?=(?:[{_SIGNS}]{{2,3}}|[0-9.·]{{3,5}})[”’"])|(?=[^，。；]{{2,5}}(?:事变|惨案|起义)))'
        f'(?P<signs>[{_SIGNS}]{{2,3}}|1?[0-9][.·][1-3]?[0-9])(?=[”’"]|事变|惨案|起义)'
    ),
    "ko": re.compile(
        r"(?<![0-9.])(?P<signs>(?:1[0-2]|[1-9])[.·](?:3[01]|[12]?[0-9]))(?![0-9.%])"
        "(?=[’”'\"]| ?(?:사변|참안|봉기))"
    ),
}
_NOT_BASE = {
    "zh": ("(?<![比较与和同于])", ""),
    "ko": ("", "(?! ?(?:보다|대비|에 ?비|[과와] 비|같은|동[기월비]))"),
}
"""What is not before, and not after, a period that is no base of comparison."""
_PERIODS: dict[str, tuple[dict[str, str], ...]] = {
    "zh": (
        {"1": "上半年", "2": "下半年"},
        {"1": "上旬", "2": "中旬", "3": "下旬"},
        {"1": "(?:年|月)初", "2": "(?:年|月)[底末]"},
        {
            str(number): f"(?<![前个到至一二三四1-4-])第?[{signs}]季度"
            for number, signs in enumerate(("一1", "二2", "三3", "四4"), 1)
        },
        {"_2": "前年", "_1": "去年", "0": "今年", "1": "[明来]年"},
        {"_1": "上个?月", "0": "(?:本|这个)月", "1": "下个?月"},
        {"_1": "上周", "0": "[本这]周", "1": "下周"},
        {str(number): f"{sign}[天季]|[今去明]{sign}" for number, sign in enumerate("春夏秋冬", 1)},
        {
            "1": "(?<![上下前后])半年(?!度|报)",
            "2": "(?<![一二三四五六七八九十多几每])[一1]年(?![级度间半一])",
        },
        {"_1": "昨[天日晚]", "0": "今[天日晚]", "1": "明[天日晚]", "2": "后天"},
    ),
    "ko": (
        {"1": "상반[기년]|전반년", "2": "하반[기년]|후반년"},
        {"1": "[상초]순", "2": "중순", "3": "하순"},
        {"1": "[년연월]초", "2": "[년연월]말"},
        {
            str(number): f"(?<![~∼–0-9.·-]){number}(?:[·./]4)? ?분기|{sign}사분기"
            for number, sign in enumerate("일이삼사", 1)
        },
        {"_2": "재작년", "_1": "지난해|작년|거년", "0": "올해|금년", "1": "[내래명]년(?!에도? 걸)"},
        {"_1": "지난 ?달", "0": "이달|이번 ?달", "1": "다음 ?달|[내래]달"},
        {"_1": "지난 ?주(?![말일])", "0": "이번 ?주(?![말일])", "1": "다음 ?주(?![말일])|래주"},
        {
            "1": "(?<![가-힣])[올새초늦]?봄(?!갈|나)|춘계",
            "2": "여름|하계",
            "3": "(?<![가-힣])[올초늦]?가을(?![걷하갈])|추계",
            "4": "겨울|동계",
        },
        {
            "1": r"(?<![상하전후])반 ?년|(?<!\d)6개월|여섯 ?달",
            "2": "(?<![0-9.~∼-])1년(?![생간반차급])|(?<![가-힣])한 ?해",
        },
        {"_1": "어제", "0": "오늘(?!날)", "1": "[내래]일", "2": "모레"},
    ),
}
"""Kinds of periods: of each kind what names which one."""


_HINTS = {"zh": re.compile("[年月旬周季天日晚]|[今去明][春夏秋冬]")}
"""Without these no period is named."""


def periods(text: str, language: str) -> list[list[tuple[str, tuple[int, int]]]]:
    """The periods that a text names, of each kind those in order with their places: halves and
    quarters of the year, thirds of the month, beginning and end, and years, months, weeks and days
    counted from now. What something is compared with is none.

    >>> [kind for kind in periods("明年上半年", "zh") if kind]
    [[('1', (2, 5))], [('1', (0, 2))]]
    >>> [kind for kind in periods("지난해보다 2분기에", "ko") if kind]
    [[('2', (6, 9))]]
    """
    if language in _HINTS and not _HINTS[language].search(text):
        return []
    return [
        [(str(match.lastgroup)[1:], match.span()) for match in pattern.finditer(text)]
        for pattern in _patterns(language)
    ]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    before, after = _NOT_BASE.get(language, ("", ""))
    return tuple(
        re.compile(
            f"{before}(?:{'|'.join(f'(?P<p{name}>{said})' for name, said in kind.items())}){after}"
        )
        for kind in _PERIODS.get(language, ())
    )


def weekdays(text: str, language: str) -> list[tuple[int, tuple[int, int]]]:
    """The days of the week in a text in order, Monday being 0, with their places; of a list
    (周二、四, 화·목) each.

    >>> weekdays("下周三", "zh"), weekdays("수요일", "ko")
    ([(2, (1, 3))], [(2, (0, 3))])
    """
    if language not in _WEEKDAYS:
        return []
    pattern, signs = _WEEKDAYS[language]
    found = []
    for match in pattern.finditer(text):
        listed = range(*match.span(match.lastindex or 0))
        days = [at for at in listed if text[at].replace("天", "日") in signs]
        for at in days:
            start = match.start() if at == days[0] else at
            end = match.end() if at == days[-1] else at + 1
            found.append((signs.index(text[at].replace("天", "日")), (start, end)))
    return found


def halves(text: str, language: str) -> list[tuple[str, tuple[int, int]]]:
    """Whether the times of a text are before noon ("am") or after it ("pm"), with their places.

    >>> halves("上午十点", "zh"), halves("오후 3시", "ko")
    ([('am', (0, 2))], [('pm', (0, 2))])
    """
    pattern = _HALVES.get(language)
    found = pattern.finditer(text) if pattern else ()
    return [(str(match.lastgroup), match.span()) for match in found]


def event_days(text: str, language: str) -> list[tuple[str, tuple[int, int]]]:
    """The days that stand in quotation marks, or before an event, for what happened on them, as the
    digits of month and day in a row, with their places.

    >>> event_days("“九一八”事变", "zh"), event_days("9·18사변", "ko")
    ([('918', (1, 4))], [('918', (0, 4))])
    """
    pattern = _EVENTS.get(language)
    found = pattern.finditer(text) if pattern else ()
    return [(_digits(match["signs"]), match.span("signs")) for match in found]


def _digits(said: str) -> str:
    return "".join(
        str(_SIGNS.index(sign) + 1) if sign in _SIGNS else sign for sign in said if sign not in ".·"
    )
