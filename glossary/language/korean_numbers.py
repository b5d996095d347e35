"""Numbers as only Korean writes them: N분의 N, 분기, 5개년 계획, 9.18사변, 하루, 스물다섯."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from glossary.language.numeral_words import SCALES, native_numerals, native_value, value_of
from glossary.language.quantity import Quantity
from glossary.language.units import (
    PERMILLE,
    PLAN,
    QUARTER,
    SHARE,
    TENTH,
    TIMES,
    unit_named,
    units_after,
)

COUNTERS = (
    "개|명|가지|곳|채|대|건|편|권|장|사람|차례|차|번|째|살|마리|갈래|군데|부문|층|쌍|기|척|필|그루"
    "|표|알|병|잔|상자|봉지|그릇|수|단계|골|꼴|나라|마을|학교|팀|판|해|배|끼|송이|포기|자루|켤레|벌|점"
    "|시간|주일|달|학기|가구|세대"
)
"""What is counted with native numerals: 세 표, 네 단계."""
_SINO = "[영공일이삼사오육륙칠팔구십백천만억조]"
_N = rf"(?:\d[\d,]{{0,12}}(?:\.\d{{1,9}})?|{_SINO}{{1,12}})"
_PART_OF = re.compile(rf"(?<![가-힣\d])({_N}) ?분의 ?({_N})")
_QUARTER = re.compile(r"(?<![\d.])제?([1-4])(?:[./·／]4| ?사)? ?분기|([일이삼])사분기")
_SPAN_OF_QUARTERS = re.compile(
    r"(?<![\d.])([1-4])(?=(?:[./]4)?(?:분기)? ?[~∼-] ?([1-4])(?:[./]4)?분기)"
)
_PLAN = re.compile(
    r"[‘'“\"](\d{1,2})[.·](?:5|다섯)[’'”\"]|(?<![\d.])(\d{1,2})[.·]5(?= ?(?:계획|규획|시기|기간))"
    r"|(?:제 ?)?(?<!\d)(\d{1,2})차 ?5개?년"
)
_EVENT_DATE = re.compile(
    r"(?<![\d.])(1[0-2]|0?[1-9])[.·](3[01]|[12]\d|0?[1-9])(?![\d.%])"
    r"(?=[’'”\"]|\s?(?:사변|운동|절|봉기|혁명|사건|항쟁|만세|명절|국경절|참사|대지진|쇼핑|야회|테러))"
)
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
         "아흐레": 9, "열흘": 10, "보름": 15}  # fmt: skip
_BOTH = ("양국", "양측", "양쪽", "양팀", "량국", "량측", "량쪽", "쌍방")
_PLURAL = {
    "절반": (Fraction(1, 2), 50), "반": (Fraction(1, 2), 6, 30, 50), "갑절": (2,), "곱절": (2,),
    "쌍": (2,), "양": (2,), "량": (2,), **dict.fromkeys(_BOTH, (2,)), "첫": (1,),
    "매": (1,), "단": (1,),
}  # fmt: skip
_LOOSE = re.compile("|".join(sorted((*_DAYS, *_PLURAL), key=len, reverse=True)))
_RUN = re.compile(f"{_SINO}+")
_COUNTED = re.compile(f" ?(?:{COUNTERS}|시(?![가-힣]{{2}}))|(?<=[둘셋넷])(?=[이은을과도,. ]|$)")
_BARE_SCALE = re.compile(
    r"(?<![\d가-힣.,])(?<![\d백천만] )([만천]) ?(\d,\d{3}|\d{2,4})(?! ?[년월])"
    f"(?= ?(?:{COUNTERS}|원|톤|무|메터|미터))"
)
_AND_HALF = re.compile(
    r"(?<![\d.가-힣])(?P<n>\d{1,4}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?"
    r"(?P<unit>시간|년|달|주일|배) ?반"
    "(?![가-힣]*[기기년별])(?=[^가-힣]|[이을의에동만간정])"
)
_AGE = re.compile("(?<![가-힣])([육륙칠팔구])순(?![가-힣]*(?:간|서|수|위|환|전|진|결|조))")
_SHARE_OF = re.compile(
    r"(?<!\d)10(?:명|가구|곳|개|대|건)? ?(?:중|가운데|에) ?([1-9](?:\.\d)?)(?!\d)"
)
_AND_SOME = re.compile(
    "(?<![가-힣0-9])(?P<n>[이삼사오육륙칠팔구]?[십백천]) ?[여수몇] ?(?P<scale>[만억조])"
)
_COINS = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,6}) ?(?P<unit>원|위안|달러|딸라|유로) ?"
    r"(?P<part>\d{1,2}) ?(?P<coin>전|각|센트)(?![체국문쟁])"
)
_COIN = {"전": 100, "각": 10, "센트": 100}
_HALF_TIME = re.compile(
    r"(?<![가-힣])(?P<extra>연장 ?)?(?P<half>전반|후반)(?:전)? ?(?P<n>\d{1,2}) ?분"
)
_CENTURY = re.compile(r"(?<![\d.,])(1\d|20)00년대")
_SECOND_HALF, _EXTRA_TIME, _SECOND_EXTRA = 45, 90, 105
_DECADE = re.compile(r"(?:(?<!\d)(2[01])세기 ?)?(?<!\d)([1-9]0)년대|[’‘'](\d\d)(?=년)")


def _parts(text: str) -> Iterator[Quantity]:
    for match in _PART_OF.finditer(text):
        below, above = value_of(match[1]), value_of(match[2])
        if not below or above is None:
            continue
        sure = match[1][0].isdigit() and match[2][0].isdigit()
        if below in (100, 1000):
            unit = SHARE if below == 100 else PERMILLE
            yield Quantity(match.start(), match.end(), above, unit, sure, (), match.end())
            continue
        share = above / below
        near = Fraction(round(share * 100)), Fraction(round(share * 1000), 10)
        yield Quantity(
            match.start(), match.end(), share, "", sure, (share * 100, *near), match.end()
        )


def _quarters(text: str) -> Iterator[Quantity]:
    for match in _SPAN_OF_QUARTERS.finditer(text):
        yield Quantity(*match.span(1), Fraction(match[1]), QUARTER, False)
    for match in _QUARTER.finditer(text):
        value = Fraction(match[1]) if match[1] else value_of(match[2])
        if value is not None:
            yield Quantity(match.start(), match.end(), value, QUARTER, True, (), match.end())


def _plans(text: str) -> Iterator[Quantity]:
    for match in _PLAN.finditer(text):
        number = match[1] or match[2] or match[3]
        yield Quantity(match.start(), match.end(), Fraction(number), PLAN)


def _event_dates(text: str) -> Iterator[Quantity]:
    """9.18사변 and 3.8절 are days, whose Chinese names are numerals in a row."""
    for match in _EVENT_DATE.finditer(text):
        month, day = int(match[1]), int(match[2])
        also = (Fraction(f"{month}{match[2]}"), Fraction(f"{month}.{match[2]}"))
        for value in (month, day):
            yield Quantity(match.start(), match.end(), Fraction(value), "", True, also)


def _others(text: str) -> Iterator[Quantity]:
    """칠순, 10명 중 7명, 80년대 and ’98년."""
    for match in _AGE.finditer(text):
        value = value_of(match[1])
        if value is not None:
            yield Quantity(match.start(), match.end(), value * 10)
    for match in _SHARE_OF.finditer(text):
        yield Quantity(match.start(), match.end(), Fraction(match[1]), TENTH)
    for match in _DECADE.finditer(text):
        value = Fraction(match[2] or match[3])
        centuries = (int(match[1]) - 1,) if match[1] else (19, 20)
        also = tuple(value + 100 * each for each in centuries)
        yield Quantity(*match.span(), value, "", True, also)
        if match[1]:
            yield Quantity(*match.span(), Fraction(match[1]), "", False)


def _centuries(text: str) -> Iterator[Quantity]:
    """1600년대 is the 17th century."""
    for match in _CENTURY.finditer(text):
        hundred = int(match[1])
        yield Quantity(*match.span(), Fraction(hundred * 100), "", True, (Fraction(hundred + 1),))


def _and_half(text: str) -> Iterator[Quantity]:
    """세 시간 반 is three hours and a half."""
    for match in _AND_HALF.finditer(text):
        written = match["n"]
        native = native_numerals().fullmatch(written)
        value = Fraction(native_value(native)) if native else value_of(written)
        if value:
            for said in (Fraction(1, 2), Fraction(6), Fraction(30)):
                yield Quantity(*match.span(), said, "", False, stray=True)
            name = unit_named(match["unit"], "ko")
            yield Quantity(*match.span(), value + Fraction(1, 2), name, True, (value,))


def _bare_scales(text: str) -> Iterator[Quantity]:
    """만 3,000명 is 13,000."""
    for match in _BARE_SCALE.finditer(text):
        value = SCALES[match[1]] + Fraction(match[2].replace(",", ""))
        yield Quantity(*match.span(), value)


def _and_some(text: str) -> Iterator[Quantity]:
    """십여만 is 100,000 and more."""
    for match in _AND_SOME.finditer(text):
        value, scale = value_of(match["n"]), value_of(match["scale"])
        if value and scale:
            yield Quantity(*match.span(), value * scale, "", False)


def _coins(text: str) -> Iterator[Quantity]:
    """3원 50전 is 3.5 yuan, or 3 and 50."""
    for match in _COINS.finditer(text):
        part = Fraction(match["part"])
        value = int(match["n"]) + part / _COIN[match["coin"]]
        name = unit_named(match["unit"], "ko", korean_won=False)
        yield Quantity(*match.span(), value, name, True)
        yield Quantity(*match.span(), part, "", False)


def _half_times(text: str) -> Iterator[Quantity]:
    """후반 42분 is the 87th minute of a match."""
    for match in _HALF_TIME.finditer(text):
        second, value = match["half"] == "후반", Fraction(match["n"])
        if match["extra"]:
            before = _SECOND_EXTRA if second else _EXTRA_TIME
        else:
            before = _SECOND_HALF if second else 0
        yield Quantity(match.start("n"), match.end(), value, "minute", True, (value + before,))


SPECIAL: tuple[Callable[[str], Iterator[Quantity]], ...] = (
    _plans,
    _event_dates,
    _quarters,
    _parts,
    _others,
    _and_half,
    _bare_scales,
    _and_some,
    _coins,
    _half_times,
    _centuries,
)
"""What is read before plain digits are."""


def words(text: str) -> Iterator[Quantity]:
    """Numerals in words, which are never sure: all but the longest are parts of other words."""
    units = units_after("ko")
    for match in native_numerals().finditer(text):
        if match[0]:
            yield _with_unit(text, match.start(), match.end(), Fraction(native_value(match)), units)
    for run in _RUN.finditer(text):
        yield from _sino(text, run, units)
    for loose in _LOOSE.finditer(text):
        for value in _PLURAL.get(loose[0], ()):
            stray = loose[0] not in _BOTH
            yield Quantity(loose.start(), loose.end(), Fraction(value), "", False, stray=stray)
        if loose[0] in _DAYS:
            yield Quantity(loose.start(), loose.end(), Fraction(_DAYS[loose[0]]), "day", False)


def _sino(text: str, run: re.Match[str], units: re.Pattern[str]) -> Iterator[Quantity]:
    """The longest number of a run of numerals, and each of them alone (일, 이, 백)."""
    value = value_of(run[0])
    if value is not None:
        made = _with_unit(text, run.start(), run.end(), value, units)
        yield replace(made, stray=len(run[0]) == 1 and not made.unit)
    if len(run[0]) > 1:
        for place, sign in enumerate(run[0][:12], run.start()):
            alone = value_of(sign)
            if alone is not None:
                yield Quantity(place, place + 1, alone, "", False, stray=True)


def _with_unit(
    text: str, start: int, end: int, value: Fraction, units: re.Pattern[str]
) -> Quantity:
    after = units.match(text, end)
    name = unit_named(after[1], "ko") if after is not None else ""
    if after is None or (name != TIMES and " " in after[0]):
        stray = end - start == 1 and not _COUNTED.match(text, end)
        return Quantity(start, end, value, "", False, (), end, stray)
    return Quantity(start, after.end(), value, name, False, (), after.start(1))
