"""Words that are respelt in one sense and stay in another, told by what stands near them.

우로 is up (위로) in the Korean edition and to the right in both Koreas; 이발 is a tooth (이빨) in
it and a haircut in both; 열세 is thirteen or a disadvantage, 논의 of the field or a discussion.
Only where a word near by tells is anything said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glossary.language.reasons import AMBIGUOUS
from glossary.model import FLAG, SUGGEST, Respelling

_NEAR = 30  # characters on either side


@dataclass(frozen=True, slots=True)
class _Sense:
    """What tells that a word is to be respelt, and what that it is another; the bands with the
    one and with neither, "" where nothing is said."""

    told: re.Pattern[str]
    other: re.Pattern[str]
    band: str
    without: str


_SENSES = {
    ("우로", "위로"): _Sense(
        re.compile(
            "오르|올[라려리린]|솟|[떠뜨뜬]|날[아으]|던[지져]|쳐들|쳐다|하늘|머리|아래|밑|치솟|뻗"
        ),
        re.compile("[좌우]로|좌측|우측|왼|오른|회전|돌아|앞으로|[동서남북]쪽"),
        "",
        SUGGEST,
    ),
    ("꼴", "골"): _Sense(
        re.compile("연장전|후반|전반|승점|승부|축구|슛|결승|[홈원]정?팀|선수|경기|[넣먹]|키퍼"),
        re.compile("소에게|풀을|베[어고는]|마당|무슨|그런|이런|저런|우스운|보기"),
        SUGGEST,
        "",
    ),
    ("이발", "이빨"): _Sense(
        re.compile(
            "닦|아[프파픈]|쑤[시셔]|썩|빠[지진졌져질]|갈[고았아]|갈 때|"
            "뽑|부러|앓|충치|치과|치솔|칫솔|깨물|물[어었]|드러[나내냈]|성[하한해]|병원|검사"
        ),
        re.compile("머리|미용|가위"),
        FLAG,
        "",
    ),
}


_STAY_BEFORE = {
    "안해": re.compile("도|서|요|야|[봤본보볼줄주준줬졌지]|[.?!,”’]|$| (?:미안|죄송|괜찮)"),
    "영세": re.compile(" ?중립"),
    "할가": re.compile(" (?:판매|매출|상품)"),
    "열세": re.compile(" (?:살|명|개|번|시|가지|곳|마리|권|장|대|달|해|채|척|그루|사람|돌)"),
    "논의": re.compile(" (?:물|벼|모(?![두든])|흙|둑|김(?=을)|잡초|땅|넓이)"),
}
"""What right behind a word tells that it is another (열세 살, 논의 물, 안해도)."""
_STAY_BEHIND = {"안해": re.compile("[을를] $"), "일군": re.compile("(?:[을를로]|다시|함께) $")}
"""And what right before it tells (공부를 안해, 새로 일군)."""


def _stays(text: str, each: Respelling) -> bool:
    """Whether what stands right beside a word tells that it is another."""
    after, before = _STAY_BEFORE.get(each.before), _STAY_BEHIND.get(each.before)
    if after and after.match(text, each.end):
        return True
    near = max(0, each.start - _NEAR)
    return before is not None and before.search(text[near : each.start]) is not None


def sensed(text: str, found: Iterable[Respelling]) -> Iterator[Respelling]:
    """The respellings of a text, those of such words as what stands near them tells.

    >>> change = Respelling(0, 2, "우로", "위로", "native", "native", "apply", "known-word")
    >>> [each.band for each in sensed("우로 떠올랐다", [change])]
    ['apply']
    >>> [each.band for each in sensed("우로 가자", [change])], list(sensed("우로 돌아", [change]))
    (['suggest'], [])
    """
    for each in found:
        if _stays(text, each):
            continue
        sense = _SENSES.get((each.before, each.after))
        if sense is None:
            yield each
            continue
        near = text[max(0, each.start - _NEAR) : each.start], text[each.end : each.end + _NEAR]
        told, other = (any(map(pattern.search, near)) for pattern in (sense.told, sense.other))
        band = "" if other else (sense.band or each.band) if told else sense.without
        if band == FLAG:
            yield replace(each, after=each.before, band=FLAG, reason=AMBIGUOUS)
        elif band:
            yield each if band == each.band else replace(each, band=band, reason=AMBIGUOUS)
