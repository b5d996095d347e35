"""Numbers as only Chinese writes them: numerals, 分之, 季度, ‘十四五’, 翻番, 半."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from glossary.language.numeral_words import is_well_formed, positional, value_of
from glossary.language.quantity import Quantity
from glossary.language.spans import Spans
from glossary.language.units import (
    DISCOUNT,
    PERMILLE,
    PLAN,
    QUARTER,
    SHARE,
    TENTH,
    TIMES,
    YEAR,
    unit_named,
    units_after,
)

_N = (
    r"(?:\d[\d,]{0,12}(?:\.\d{1,9})?"
    "|[零〇一二两三四五六七八九十百千]{1,12}(?:点[零〇一二三四五六七八九]{1,9})?)"
)
_PART_OF = re.compile(f"({_N}|(?<![十百千0-9])万)分之({_N})(?P<large>[万亿]?)")
_QUARTER = re.compile(
    r"(?P<first>前)?第?([一二三四1-4])(?P<count>个)?季度?(?![节军])|Q([1-4])(?!\d)"
)
_PLAN = re.compile(r"[“‘]?十([一二三四五六七八九])五[”’]?(?![年月日个十百千万亿时点分岁名元])")
_PLAN_WORDS = re.compile(r"第([一二三四五六七八九十]{1,3})个五年(?=规划|计划)")
_DOUBLED = re.compile("翻了?(?:一|1)?番|翻了?(?P<many>[两二三四2-4])番")
_AGE = re.compile("([六七八九])旬(?=[老的高长母父夫妇以。，、！？]|$)")
_DECADE = re.compile("(?:(?P<century>2[01]|二十一?)世纪)?(?P<n>[一二三四五六七八九]十|[1-9]0)年代")
_SAID = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})"
_AND_HALF = re.compile(
    f"(?<![0-9.第十百千])(?P<n>{_SAID})(?:个半(?P<after>小时|月|星期)|(?P<unit>年|天|倍)半)"
)
_TENTHS = re.compile("([一二三四五六七八九])成([一二三四五六七八九半])(?![个名位年])")
_JIN_AND_LIANG = re.compile(f"({_SAID})斤([一二两三四五六七八九1-9])两")
_DIGIT = "[一二两三四五六七八九1-9]"
_COINS = re.compile(
    f"(?P<n>{_SAID})(?:块(?P<bare>{_DIGIT})(?=钱|[，。；、！？/一每的左上]|$)"
    f"|[块元](?P<tenths>{_DIGIT})[毛角](?:(?P<cents>{_DIGIT})分?)?)钱?"
)
_AND_SOME = re.compile(
    "(?<![0-9零一二两三四五六七八九十百千万亿])(?P<n>[一二两三四五六七八九]?[十百千])(?:好?几|[多余来])"
    "(?P<scale>[万亿]|万亿)"
)
_NEIGHBOURS = re.compile(
    "([十百千一二三四五六七八九]*?)([一二三四五六七八九])([二三四五六七八九])([十百千万亿]*)"
)
_RUN = re.compile("[零〇一二两三四五六七八九十百千万亿兆]+")
_POINT = re.compile("点([零〇一二三四五六七八九]+)(?![分半整刻])")
_HALF = {"半": (Fraction(1, 2), 6, 30, 50), "双": (2,), "俩": (2,), "首": (1,), "每": (1,),
         "单": (1,), "对": (2,), "刻": (15,), "几": (), "仨": (3,)}  # fmt: skip
_HALVES = re.compile(f"[{''.join(_HALF)}]")
# Sure numerals are counted or measured; these are set phrases, feasts and names.
_IDIOMS = re.compile(
    "十二(?:生肖|指肠|分|月|时辰)|十八(?:般|罗汉|层)|十三(?:陵|香|经|点)|十五的?月|三十而|四十不|五十知"
    "|六十耳|七十二(?:变|行)|三百六十行|三十六(?:计|行)|百分之百|二十四(?:孝|史)|十一(?:黄金|长假|假期|国庆)"
    "|十有八九|十之八九|二百五|九十九|一百(?:八十度|零一)|三十晚|十万(?:八千里|火急)|一万(?:年|个)"
    "|双十一|双十二|两万五千里|三千(?:宠爱|弟子|尺)|八千里|十七(?:八|岁)|十六(?:强|进)"
)
_CHANGED = re.compile(
    "(?:减少|下降|降低|缩减|下跌|下滑|增加|增长|上升|上涨|提高)[了近约逾超]{0,2}$"
)
_FEAST = re.compile("(?:月|初|廿)$")


def _of(written: str) -> Fraction | None:
    """The value of digits or numerals, with a decimal point of either kind."""
    whole, point, part = written.partition("点")
    if not point:
        return value_of(whole.replace(",", "")) if not _is_positional(whole) else None
    base, digits = value_of(whole), positional(part)
    if base is None or digits is None:
        return None
    return base + Fraction(digits, 10 ** len(part))


def _is_positional(written: str) -> bool:
    return len(written) > 1 and not _has_scale(written) and not written[0].isdecimal()


def _has_scale(written: str) -> bool:
    return not set("十百千万亿兆").isdisjoint(written)


def _parts(text: str) -> Iterator[Quantity]:
    """百分之三十, 三分之一, 千分之五."""
    for match in _PART_OF.finditer(text):
        below, above = _of(match[1]), _of(match[2])
        if not below or above is None or match["large"]:
            continue
        share = above / below
        sure = match[0] not in ("百分之百", "万分之一", "百分之一百")
        if below in (100, 1000):
            unit = SHARE if below == 100 else PERMILLE
            yield Quantity(match.start(), match.end(), above, unit, sure, (), match.end())
            continue
        near = Fraction(round(share * 100)), Fraction(round(share * 1000), 10)
        also = (share * 100, *near, above, below)
        yield Quantity(match.start(), match.end(), share, "", sure, also, match.end())
        yield Quantity(match.start(), match.end(), below, "", False)


def _quarters(text: str) -> Iterator[Quantity]:
    """一季度; 前三季度 are the first three, 三个季度 any three."""
    for match in _QUARTER.finditer(text):
        value = value_of(match[2] or match[4])
        if value is None:
            continue
        one = not (match["first"] or match["count"])
        unit = QUARTER if one else ""
        yield Quantity(match.start(), match.end(), value, unit, one, (), match.end())
        if match["first"]:
            yield Quantity(match.start(), match.end(), Fraction(1), unit, False)


def _plans(text: str) -> Iterator[Quantity]:
    for match in _PLAN.finditer(text):
        number = 10 + "一二三四五六七八九".index(match[1]) + 1
        yield Quantity(match.start(), match.end(), Fraction(number), PLAN)
    for match in _PLAN_WORDS.finditer(text):
        value = value_of(match[1])
        if value is not None:
            yield Quantity(match.start(), match.end(), value, PLAN)


def _doubled(text: str) -> Iterator[Quantity]:
    """翻一番 is twice as much, 翻两番 four times."""
    for match in _DOUBLED.finditer(text):
        times = value_of(match["many"] or "1") or Fraction(1)
        factor = Fraction(2 ** int(times))
        also = (factor - 1, times, factor * 100)
        yield Quantity(match.start(), match.end(), factor, TIMES, False, also)


def _ages(text: str) -> Iterator[Quantity]:
    """七旬 is seventy."""
    for match in _AGE.finditer(text):
        value = value_of(match[1])
        if value is not None:
            yield Quantity(match.start(), match.end(), value * 10)


def _decades(text: str) -> Iterator[Quantity]:
    """八十年代 and 20世纪80年代 are 1980년대 too."""
    for match in _DECADE.finditer(text):
        value, century = value_of(match["n"]), value_of(match["century"] or "")
        if value is None:
            continue
        centuries = (19, 20) if century is None else (century - 1,)
        also = tuple(value + 100 * each for each in centuries)
        yield Quantity(*match.span(), value, "", True, also)
        if century is not None:
            yield Quantity(*match.span(), century, "", False)


def _and_half(text: str) -> Iterator[Quantity]:
    """一个半小时 is an hour and a half, 三年半 3.5 years, 九成八 98 %, 六斤八两 6.8斤."""
    for match in _AND_HALF.finditer(text):
        value = value_of(match["n"])
        if value is not None:
            name = unit_named(match["unit"] or match["after"], "zh")
            for said in (Fraction(1, 2), Fraction(6), Fraction(30)):
                yield Quantity(*match.span(), said, "", False, stray=True)
            yield Quantity(*match.span(), value + Fraction(1, 2), name, True, (value,))
    for match in _TENTHS.finditer(text):
        tenth, part = value_of(match[1]) or Fraction(0), value_of(match[2]) or Fraction(5)
        yield Quantity(*match.span(), tenth * 10 + part, SHARE, True, (tenth + part / 10,))
    for match in _JIN_AND_LIANG.finditer(text):
        jin, liang = value_of(match[1]), value_of(match[2])
        if jin is not None and liang is not None:
            yield Quantity(*match.span(), jin + liang / 10, "jin", True, (jin, liang))


def _coins(text: str) -> Iterator[Quantity]:
    """3块2 and 3元2角 are 3.2 yuan, or 3 and 20 cents."""
    for match in _COINS.finditer(text):
        yuan, tenths = value_of(match["n"]), value_of(match["bare"] or match["tenths"])
        if yuan is None or tenths is None:
            continue
        cents = (value_of(match["cents"]) if match["cents"] else None) or Fraction(0)
        value, sure = yuan + tenths / 10 + cents / 100, match["n"].isdecimal()
        yield Quantity(*match.span(), value, "CNY", sure, (yuan,))
        small = tenths * 10 + cents
        yield Quantity(*match.span(), tenths, "", False, (small, *((cents,) if cents else ())))


def _and_some(text: str) -> Iterator[Quantity]:
    """十几万 is 100,000 and more, as 10余万 is."""
    units = units_after("zh")
    for match in _AND_SOME.finditer(text):
        value, scale = value_of(match["n"]), value_of(match["scale"])
        if value and scale:
            after = units.match(text, match.end())
            unit = unit_named(after[1], "zh") if after else ""
            at, end = (after.start(1), after.end()) if after else (match.end(), match.end())
            yield Quantity(match.start(), end, value * scale, unit, True, (), at)


SPECIAL: tuple[Callable[[str], Iterator[Quantity]], ...] = (
    _parts,
    _quarters,
    _plans,
    _doubled,
    _ages,
    _decades,
    _and_half,
    _coins,
    _and_some,
)
"""What is read before plain digits are."""


def words(text: str) -> Iterator[Quantity]:
    """Numerals in words: sure where they are whole numbers above ten, or the digits of a year."""
    units = units_after("zh")
    idioms = Spans(each.span() for each in _IDIOMS.finditer(text))
    for match in _RUN.finditer(text):
        start, end = match.span()
        idiom = idioms.meet(start, end)
        yield from _numeral(text, match[0], start, units, idiom=idiom)
    for half in _HALVES.finditer(text):
        for value in _HALF[half[0]]:
            yield Quantity(half.start(), half.end(), Fraction(value), "", False, stray=True)


def _numeral(
    text: str, written: str, start: int, units: re.Pattern[str], *, idiom: bool
) -> Iterator[Quantity]:
    end = start + len(written)
    if _is_positional(written):
        yield from _digit_by_digit(text, written, start)
        return
    value = value_of(written)
    if value is None or not is_well_formed(written):
        yield from _loose(written, start)
        return
    point = _POINT.match(text, end)
    if point is not None:
        digits = positional(point[1]) or 0
        value += Fraction(digits, 10 ** len(point[1]))
        end = point.end()
    unit, after = "", units.match(text, end)
    at = end
    if after is not None:
        unit, at, end = unit_named(after[1], "zh"), after.start(1), after.end()
    also: tuple[Fraction, ...] = ()
    shared = unit == TENTH and (
        1 < value < 10 or bool(value == 1 and _CHANGED.search(text[:start]))
    )
    if text[end : end + 1] in ("角", "毛"):
        also = (value * 10,)
    if unit == DISCOUNT:
        shared = text[start - 1 : start] == "打"
        unit, also = "", _less(value)
    large = value > 10 and written[0] not in "百千万亿兆"
    sure = (large or shared) and not idiom and _is_counted(text, start)
    off = also[1] if also and also[0] > 9 and unit == "" and text[at : at + 1] == "折" else None
    yield Quantity(start, end, value, unit, sure, also, at, off=off)


def _less(value: Fraction) -> tuple[Fraction, ...]:
    whole = value * 10 if value < 10 else value
    return (whole, 100 - whole, whole / 10)


def _is_counted(text: str, start: int) -> bool:
    """Not the day of a feast (正月十五), nor part of a vague number (几十, 数百, 好几千)."""
    before = text[max(0, start - 2) : start]
    return not (_FEAST.search(before) or before[-1:] in tuple("几数好多近上成"))


def _digit_by_digit(text: str, written: str, start: int) -> Iterator[Quantity]:
    """二〇二六年 is a year, 八五折 a discount; 九一八 is a day or else may be anything."""
    end = start + len(written)
    value = positional(written)
    if value is None:
        return
    year = len(written) == 4 and text[end : end + 1] == "年"
    also = _less(Fraction(value)) if text[end : end + 1] == "折" else ()
    at = end
    unit, off = (YEAR if year else ""), (also[1] if also else None)
    yield Quantity(start, end + year, Fraction(value), unit, year, also, at, off=off)
    if not year:
        yield from _loose(written, start)


def _loose(written: str, start: int) -> Iterator[Quantity]:
    """Each numeral of what is no number as a whole: 一二三产业, 七八十, which is 70 and 80 too."""
    near = _NEIGHBOURS.fullmatch(written)
    for sign in near.group(2, 3) if near else ():
        value = value_of(near[1] + sign + near[4]) if near else None
        if value is not None:
            yield Quantity(start, start + len(written), value, "", False)
    for place, sign in enumerate(written[:8]):
        value = value_of(sign)
        if value is not None:
            yield Quantity(start + place, start + place + 1, value, "", False, stray=True)
    for size in range(2, min(len(written), 8)):
        for place in range(len(written) - size + 1):
            piece = written[place : place + size]
            read = value_of(piece) if _has_scale(piece) else positional(piece)
            if read is not None:
                yield Quantity(start + place, start + place + size, Fraction(read), "", False)
