"""Bounds beside numbers: 以上 and 이상 from below, 以下, 不超过 and 이하 from above."""

from __future__ import annotations

import re
from fractions import Fraction

from glossary.language.quantities import quantities
from glossary.model import language_of

LEAST, MOST = "least", "most"

_AFTER = {
    "zh": re.compile(" ?[个名人岁元亩吨米]?(?:(?P<least>及?以上)|(?P<most>及?以下|[以之]内))"),
    "ko": re.compile(
        "[명개세살원곳호대건]? ?(?:(?P<least>이상)|(?P<most>이하|미만|이내|안팎으로 제한))"
    ),
}
_BEFORE = {
    "zh": re.compile(
        "(?:(?P<least>不得?(?:低于|少于|小于)|至少|最少)|(?P<most>不得?(?:超过|高于|大于|多于)|至多|最多))$"
    ),
    "ko": re.compile("(?:(?P<least>최소|적어도)|(?P<most>최대|많아서))(?:한도?)? ?$"),
}


Key = tuple[str, Fraction]
"""The dimension of a number and its amount in it, "" without a unit."""


def bounds(text: str, variety: str) -> dict[Key, tuple[str, tuple[int, int]]]:
    """The numbers of a text that are bounds, LEAST or MOST, each with the place of what says so.

    >>> [bound for bound, _ in bounds("满18岁以上，不超过60岁", "zh-CN").values()]
    ['least', 'most']
    """
    language = language_of(variety)
    if language not in _AFTER:
        return {}
    found = {}
    for each in quantities(text, variety):
        if not each.sure:
            continue
        match = _AFTER[language].match(text, each.end)
        match = match or _BEFORE[language].search(text[: each.start])
        if match:
            bound = str(match.lastgroup)
            found[each.amount or ("", each.value)] = (bound, match.span(bound))
    return found
