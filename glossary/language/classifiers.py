"""What is counted, by the word behind a number: 3人 and 3명 are persons, 2粒 and 두 알 are pills.

Each class is a pair of patterns; a word that counts many things (个, 개) is in none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_LONGEST = 8  # characters of a word that counts, and of what tells it from another
_CLASSES = {
    "persons": ("名|位|人(?!均|次|民|份|工)", "명|사람|인(?![가-힣])"),
    "times": ("次|回(?!合|答)|遍|趟", "번(?!째|지|호)|회(?![사의원비])|차례"),
    "ordinal": ("届", "회|기(?![가-힣])|차(?![가-힣])"),
    "pills": ("粒|片(?!区|段)|颗", "알|정(?![가-힣]*[부책원])|개|톨"),
    "days": ("天|日(?!元|本|电)", "일(?![본정반])|날"),
    "weeks": ("周(?!年|岁|边)|个?星期", "주(?:일|간)?(?![가-힣]*[년민식])"),
    "months": ("个月", "개월|달(?!러|성)"),
    "years": ("年(?!代|级)|周年", "년(?!대|생|급)|해(?![가-힣])|주년|돐|돌"),
    "hours": ("个?小时|个?钟头", "시간"),
    "minutes": ("分钟", "분(?!기|의|야)"),
    "clock": ("点(?!钟?[的左])|时(?!间|期|代|候)", "시(?![간민장가-힣]{2})"),
    "points": ("分(?!钟|之|店|公|别|析|局|组)", "점(?![가-힣]{2})"),
    "goals": ("球", "골|꼴"),
    "matches": ("场(?!馆|所|地)", "경기|게임|회"),
    "households": ("户|家庭", "가구|세대|호(?![텔수])|집"),
    "firms": ("家(?!庭|人|长)", "개사|곳|개 ?(?:업체|기업|회사)|개(?![월년])"),
    "places": ("处|所|座", "곳|군데|채|개(?![월년])"),
    "cars": ("辆|台(?!湾|州)|架|艘", "대(?![로의회학구비])|척"),
    "beasts": ("头(?!部|等)|只(?!有|是|能)|匹", "마리|필"),
    "books": ("册|本(?!次|地|市|省|年|月|科)", "권(?![가-힣]{2})"),
    "sheets": ("张", "장(?![가-힣]{2})|매(?![가-힣])"),
    "votes": ("票", "표(?![가-힣]{2})"),
    "medals": ("枚|块(?!钱)", "개(?![월년])"),
    "cases": ("起(?!步|点)|件|例|宗|项|份|笔|单", "건|가지|부(?![가-힣]{2})|개(?![월년])|벌|항"),
    "floors": ("层", "층"),
    "pages": ("页", "쪽|페이지|페지"),
    "cups": ("杯", "잔|컵"),
    "bottles": ("瓶", "병(?![원력상가-힣]{2})"),
    "boxes": ("箱|盒|袋|包", "상자|박스|갑|봉지|포(?![인])|통"),
    "classes": ("个?班(?!级|组|长)", "개 ?반|학급|반(?![가-힣]{2})"),
    "grades": ("年级", "학년"),
    "degrees": ("度(?!过)|℃|摄氏", "도(?![시로의])|℃"),
    "stops": ("站|号(?!码|召)|路(?!上)", "번|호|선|역"),
}
"""Of each class what counts it behind a number in Chinese and in Korean."""


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    at = {"zh": 0, "ko": 1}.get(language)
    if at is None:
        return ()
    return tuple((name, re.compile(f" ?(?:{said[at]})")) for name, said in _CLASSES.items())


def classes_after(text: str, at: int, language: str) -> frozenset[str]:
    """The classes of what is counted by the word at this place, behind a number.

    >>> sorted(classes_after("2粒", 1, "zh")), sorted(classes_after("3번", 1, "ko"))
    (['pills'], ['stops', 'times'])
    """
    return _classes(text[at : at + _LONGEST], language)


@lru_cache(maxsize=1 << 12)
def _classes(after: str, language: str) -> frozenset[str]:
    return frozenset(name for name, said in _patterns(language) if said.match(after))
