"""The quantities of both sides of a pair, each put beside its counterpart.

They are compared as bags of values, in passes from the plainest counterpart to the least likely:
same value and unit, converted amount, another way to say it, same value in another unit. What is
said twice on one side and once on the other has its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from glossary.checks.bases import ROUNDED
from glossary.checks.date_spans import without_spans
from glossary.checks.pair import Pair
from glossary.language.hangul import is_syllable
from glossary.language.increases import Increase, increases_of_both
from glossary.language.korean_numbers import COUNTERS
from glossary.language.lexicon import lexicon
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.language.runs import HANGUL_RUN
from glossary.language.units import CURRENCIES, MONTH, TIMES, Unit, unit
from glossary.model import language_of

_MOST = 150
"""Quantities of a side that are compared; a table in one segment is not looked through."""
_MOST_LOOSE = 600
"""Quantities of all kinds of a side that are compared."""
_COMPARED = (
    frozenset(
        (
            "share",
            "points",
            "length",
            "mass",
            "area",
            "volume",
            "energy",
            "power",
            "time",
            "containers",
            "barrels",
            "carats",
            "data",
            "voltage",
            "frequency",
            "sound",
            "heat",
            "calendar",
        )
    )
    | CURRENCIES
)
"""Dimensions that must not be taken for one another."""
_COUNTED = (
    {
        "zh": re.compile(
            "(?:[两三四五六七八九](?=[个名位家项座所件辆台种张支部处篇间款条道口艘组批户栋册门次人本枚只头匹棵株把套幅颗封轮场])"
            "|(?<=第)[一二三四五六七八九](?=[个次届批名位]))"
        ),
        "ko": re.compile(
            "(?:두|세|네|다섯|여섯|일곱|여덟|아홉) ?"
            "(?=개|명|가지|곳|채|대|건|편|권|장|사람|차례|마리|갈래|군데)"
            "|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?=번째|째)"
        ),
    },
    {
        "zh": re.compile(
            "[两三四五六七八九](?=[票届粒片瓶杯箱袋盒碗段句趟层级类双堂节集份员国省县村校队班排局胜球岁倍代胎课首幅宗起例款剂针顿餐幢根块束滴桩轮集关步串枝列吨册盏扇尊])"
            "|(?<=第)[二三四五六七八九](?![季产线])"
        ),
        "ko": re.compile(
            f"(?:두|세|네|다섯|여섯|일곱|여덟|아홉) ?(?={COUNTERS})|[둘셋넷](?=[이은을과도,. ]|$)"
            "|(?<![가-힣])한 ?(?=달|주|시간|해|학기)"
        ),
    },
)
"""What is counted in words by signs that count little else, and by further ones."""
_DAY = re.compile(r"(?:1[0-2]|[1-9])[.·](?:3[01]|[12][0-9]|[1-9])")
_NTH = "제"
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_LONGEST_WORD = 4  # syllables
_SPANS = ("day", "month", "week", "hour", "minute")
_NOT_AFTER = tuple("十百千万亿一二三四五六七八九两几数")


_Test = Callable[[Quantity, Quantity], bool]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """What is left of either side, and the pairs whose units contradict each other."""

    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()
    units: tuple[tuple[Quantity, Quantity], ...] = ()


def counterparts(pair: Pair) -> Counterparts:
    """The quantities of a pair that have no counterpart, or one in another unit."""
    return _counterparts(
        pair.source.text, pair.source.variety, pair.target.text, pair.target.variety
    )


@lru_cache(maxsize=8)  # several checks ask for the same pair
def _counterparts(source: str, variety: str, target: str, target_variety: str) -> Counterparts:
    ours, theirs = (
        [each for each in quantities(*text) if _may_be_number(text[0], each)]
        for text in ((source, variety), (target, target_variety))
    )
    if any(len(side) > _MOST_LOOSE for side in (ours, theirs)):
        ours, theirs = ([each for each in side if not each.stray] for side in (ours, theirs))
    if max(sum(each.sure for each in side) for side in (ours, theirs)) > _MOST:
        return Counterparts()
    if max(len(ours), len(theirs)) > _MOST_LOOSE:
        return Counterparts()
    for side, grown in _both_grown(source, variety, target, target_variety, (ours, theirs)):
        side[:] = grown
    values = _values(ours), _values(theirs)
    ours = [each for each in ours if not _is_day(source, each, values[1])]
    theirs = [each for each in theirs if not _is_day(target, each, values[0])]
    strict = [each for each in ours if not each.stray], [each for each in theirs if not each.stray]
    units = _matched(ours, theirs)
    units = [(one, other) for one, other in units if _is_told(one, other, (source, target))]
    missing = [each for each in ours if _is_left(each, values[1])]
    if missing and not _BRACKETS.search(target):  # 一周（7天） may be 일주일
        missing = [each for each in missing if not is_in_brackets(source, each)]
    added = [each for each in theirs if _is_left(each, values[0])]
    texts = (source, variety), (target, target_variety)
    if missing or added:
        missing, added = without_spans(texts, (missing, added))
    else:
        _matched(*strict)
        missing, added = _told_apart(strict, *texts)
    return Counterparts(tuple(missing), tuple(added), tuple(units))


def is_in_brackets(text: str, each: Quantity) -> bool:
    """Whether a number of a text stands in brackets."""
    return any(m.start() < each.start and each.end < m.end() for m in _BRACKETS.finditer(text))


def _may_be_number(text: str, each: Quantity) -> bool:
    """Whether what may be a part of any word is more: in Korean it begins its run of Hangul
    (삼형제), and no word that has nothing to do with it does (사람, 오늘, 이번)."""
    if not each.stray or not is_syllable(text[each.start]):
        return True
    before = text[each.start - 1 : each.start]
    if before and is_syllable(before) and before != _NTH:
        return False
    found = HANGUL_RUN.match(text, each.start)
    run, tables = found[0] if found else "", lexicon()
    sizes = range(each.end - each.start + 1, min(len(run), _LONGEST_WORD) + 1)
    return not any(run[:size] in tables.words or run[:size] in tables.stems for size in sizes)


def _is_day(text: str, each: Quantity, values: frozenset[Fraction]) -> bool:
    """Whether a number with a point names a day that the other side writes by its figures alone:
    9.18 and 九一八."""
    written = text[each.start : each.end]
    return bool(_DAY.fullmatch(written)) and Fraction(re.sub("[.·]", "", written)) in values


def _both_grown(
    source: str,
    variety: str,
    target: str,
    target_variety: str,
    sides: tuple[list[Quantity], list[Quantity]],
) -> Iterator[tuple[list[Quantity], list[Quantity]]]:
    """Each side without the numbers of growths, where both tell as many: they have a check of
    their own."""
    grown = increases_of_both((source, variety), (target, target_variety))
    if grown[0] and len(grown[0]) == len(grown[1]):
        for side, told in zip(sides, grown, strict=True):
            yield side, [each for each in side if not any(_tells(one, each) for one in told)]


def _tells(growth: Increase, each: Quantity) -> bool:
    """Whether a number is that of a growth."""
    inside = growth.start < each.end and each.start < growth.end
    return inside and (each.unit == TIMES or growth.said in (each.value, *each.also))


def _is_left(each: Quantity, values: frozenset[Fraction]) -> bool:
    """Whether a number is sure and the other side has it nowhere; 0 and 1 are said in too many
    ways."""
    return each.sure and each.value not in (0, 1) and values.isdisjoint((each.value, *each.also))


def _matched(ours: list[Quantity], theirs: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Take the counterparts out of both lists; those whose units contradict each other."""
    found = []
    for trusted in (_are_sure, _are_words, _any):
        for same in (_equal, _same, _converted, _otherwise):
            _take(ours, theirs, trusted, same)
        if trusted is _are_words:
            found = _take(ours, theirs, trusted, _same_value)
    return found


def _is_told(one: Quantity, other: Quantity, texts: tuple[str, str]) -> bool:
    """Whether units that contradict each other are worth a word: those of sure numbers, and of
    spans of time counted in words (两周, 두달), but 이달 is this month."""
    if {one.unit, other.unit} == {"month", MONTH} and any(
        text[each.start - 1 : each.start] in ("前", "头")
        for text, each in zip(texts, (one, other), strict=True)
    ):  # 前7个月 is 1~7월
        return False
    if one.sure or other.sure:
        return True
    spans = all(found is not None and found.dimension == "time" for found in _units(one, other))
    first = [text[each.start] for text, each in zip(texts, (one, other), strict=True)]
    return spans and one.value > 1 and "이" not in first


def _units(one: Quantity, other: Quantity) -> tuple[Unit | None, Unit | None]:
    return unit(one.unit), unit(other.unit)


def _values(side: Iterable[Quantity]) -> frozenset[Fraction]:
    return frozenset(value for each in side for value in (each.value, *each.also))


def _take(
    ours: list[Quantity], theirs: list[Quantity], trusted: _Test, same: _Test
) -> list[tuple[Quantity, Quantity]]:
    """The pairs of quantities that pass both tests, taken out of both lists."""
    taken = []
    for mine in list(ours):
        for other in theirs:
            if same(mine, other) and trusted(mine, other):
                taken.append((mine, other))
                ours.remove(mine)
                theirs.remove(other)
                break
    return taken


def _are_sure(one: Quantity, other: Quantity) -> bool:
    return one.sure and other.sure


def _are_words(one: Quantity, other: Quantity) -> bool:
    return not (one.stray or other.stray)


def _any(one: Quantity, other: Quantity) -> bool:
    return True


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.unit == other.unit


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and not _contradict(one, other)


def _contradict(one: Quantity, other: Quantity) -> bool:
    """Whether both have units of measure that cannot be the same."""
    ours, theirs = _units(one, other)
    if ours is None or theirs is None or ours == theirs:
        return False
    if not {ours.dimension, theirs.dimension} <= _COMPARED:
        return False
    return {one.unit, other.unit} != {"day", "calendar-month"} or one.sure


def _converted(one: Quantity, other: Quantity) -> bool:
    """10斤 is 5kg; rounded amounts are near enough."""
    ours, theirs = one.amount, other.amount
    if ours is None or theirs is None or ours[0] != theirs[0] or not ours[1]:
        return False
    if ours[0] in CURRENCIES or one.unit == other.unit:
        return False
    return abs(ours[1] - theirs[1]) <= ROUNDED * ours[1]


def _otherwise(one: Quantity, other: Quantity) -> bool:
    """Another value that says the same: 三分之一 and 33.3 %, 下午2点 and 14시."""
    if other.value in one.also or one.value in other.also:
        return True
    if one.unit == other.unit == TIMES:
        return abs(one.value - other.value) == 1
    clock = one.unit == other.unit == ""  # of a span, 12시간 is not 24小时
    clock = clock and not (one.stray or other.stray)
    return clock and abs(one.value - other.value) == 12 and max(one.value, other.value) <= 24


def _same_value(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value


def _told_apart(
    sides: tuple[list[Quantity], list[Quantity]], *texts: tuple[str, str]
) -> tuple[list[Quantity], list[Quantity]]:
    """The one small number in words of either side (三个, 네 개) that has no counterpart; none
    where there are more."""
    patterns: list[dict[str, re.Pattern[str]]] = []
    for further in _COUNTED:
        patterns.append(further)
        left = [_counted(side, *text, patterns) for side, text in zip(sides, texts, strict=True)]
        without = [[each for each in side if not _is_daily(each)] for side in left]
        for told in (left, without):
            if [len(each) for each in told] == [1, 1]:
                return told[0], told[1]
    return [], []


def _is_daily(each: Quantity) -> bool:
    """Whether it may be no number: 每日 is 하루 and 매일; 수영시간 has no 영시간."""
    return each.value == 0 or (each.value == 1 and each.unit == "day")


def _counted(
    side: list[Quantity], text: str, variety: str, patterns: Iterable[dict[str, re.Pattern[str]]]
) -> list[Quantity]:
    """The numbers in words that count something, or are spans of time."""
    language = language_of(variety)
    return [
        each
        for each in side
        if text[each.start - 1 : each.start] not in _NOT_AFTER
        and (
            each.unit in _SPANS
            or any(language in one and one[language].match(text, each.start) for one in patterns)
        )
    ]
