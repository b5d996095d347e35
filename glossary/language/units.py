"""Units of measure, money and time as Chinese and Korean write them after a number.

A unit has a dimension, within which amounts can be converted by its `factor`; currencies have a
dimension each, since no rate is known. 斤 is the Chinese pound of 500 g, 里 half a kilometre, and
so are 근 and 리 where they translate them; 亩 (무) is a fifteenth of a hectare.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

SHARE, POINTS, TIMES, QUARTER, PLAN = "percent", "percentage-point", "times", "quarter", "plan"
PERMILLE = "permille"
TENTH, DISCOUNT, YEAR, MONTH = "tenth", "discount", "year", "calendar-month"


CURRENCIES = frozenset(
    ("CNY", "USD", "KRW", "JPY", "EUR", "HKD", "GBP", "RUB", "AUD", "CAD", "CHF", "THB", "TWD")
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name; amounts in it times `factor` are amounts in the dimension's base."""

    name: str
    dimension: str
    factor: Fraction = Fraction(1)


def _unit(name: str, dimension: str, factor: int | str = 1) -> Unit:
    return Unit(name, dimension, Fraction(factor))


_ALL = {
    each.name: each
    for each in (
        _unit(SHARE, "share"),
        _unit(TENTH, "share", 10),
        _unit(PERMILLE, "share", "1/10"),
        _unit(POINTS, "points"),
        _unit("bp", "points", "1/100"),
        _unit(DISCOUNT, "discount"),
        _unit(TIMES, "times"),
        _unit(QUARTER, "quarter"),
        _unit(PLAN, "plan"),
        _unit("mm", "length", "1/1000"),
        _unit("cm", "length", "1/100"),
        _unit("m", "length"),
        _unit("km", "length", 1000),
        _unit("mile", "length", "1609.344"),
        _unit("nautical-mile", "length", 1852),
        _unit("foot", "length", "0.3048"),
        _unit("inch", "length", "0.0254"),
        _unit("li", "length", 500),
        _unit("ug", "mass", "1/1000000000"),
        _unit("mg", "mass", "1/1000000"),
        _unit("g", "mass", "1/1000"),
        _unit("kg", "mass"),
        _unit("jin", "mass", "1/2"),
        _unit("t", "mass", 1000),
        _unit("liang", "mass", "1/20"),
        _unit("m2", "area"),
        _unit("pyeong", "area", "400/121"),
        _unit("mu", "area", "2000/3"),
        _unit("ha", "area", 10_000),
        _unit("km2", "area", 1_000_000),
        _unit("l", "volume", "1/1000"),
        _unit("ml", "volume", "1/1000000"),
        _unit("m3", "volume"),
        _unit("kWh", "energy"),
        _unit("W", "power", "1/1000"),
        _unit("kW", "power"),
        _unit("MW", "power", 1000),
        _unit("GW", "power", 1_000_000),
        _unit("TEU", "containers"),
        _unit("barrel", "barrels"),
        _unit("carat", "carats"),
        _unit("KB", "data", "1/1000"),
        _unit("MB", "data"),
        _unit("GB", "data", 1000),
        _unit("TB", "data", 1_000_000),
        _unit("V", "voltage"),
        _unit("kV", "voltage", 1000),
        _unit("Hz", "frequency"),
        _unit("kHz", "frequency", 1000),
        _unit("MHz", "frequency", 1_000_000),
        _unit("GHz", "frequency", 1_000_000_000),
        _unit("dB", "sound"),
        _unit("cal", "heat", "1/1000"),
        _unit("kcal", "heat"),
        _unit("second", "time", "1/3600"),
        _unit("minute", "time", "1/60"),
        _unit("hour", "time"),
        _unit("day", "time", 24),
        _unit("week", "time", 168),
        _unit("month", "time", 730),
        _unit(YEAR, "time", 8760),
        _unit(MONTH, "calendar"),
        *(_unit(code, code) for code in CURRENCIES),
    )
}

_SIGNS = {
    "%": SHARE, "％": SHARE, "‰": PERMILLE, "km": "km", "㎞": "km", "cm": "cm", "㎝": "cm",
    "mm": "mm", "㎜": "mm", "m": "m", "kg": "kg", "㎏": "kg", "g": "g", "t": "t", "m²": "m2",
    "㎡": "m2", "m2": "m2", "km²": "km2", "㎢": "km2", "ha": "ha", "㎥": "m3", "m³": "m3",
    "L": "l", "ℓ": "l", "ml": "ml", "mL": "ml", "㎖": "ml", "kWh": "kWh", "kW": "kW", "MW": "MW",
    "GW": "GW", "bp": "bp", "W": "W", "mg": "mg", "㎎": "mg", "µg": "ug", "μg": "ug", "㎍": "ug",
    "TEU": "TEU",
    "KB": "KB", "MB": "MB", "GB": "GB", "TB": "TB", "V": "V", "kV": "kV", "㎸": "kV", "Hz": "Hz",
    "kHz": "kHz", "㎑": "kHz", "MHz": "MHz", "㎒": "MHz", "GHz": "GHz", "㎓": "GHz", "dB": "dB",
    "㏈": "dB", "kcal": "kcal", "㎉": "kcal", "cal": "cal",
}  # fmt: skip
_CHINESE = {
    "基点": "bp", "个基点": "bp", "百分点": POINTS, "个百分点": POINTS, "成": TENTH,
    "折": DISCOUNT, "倍": TIMES,
    "公里": "km", "千米": "km", "米": "m", "厘米": "cm", "毫米": "mm", "公斤": "kg", "千克": "kg",
    "克": "g", "斤": "jin", "吨": "t", "亩": "mu", "公顷": "ha", "平方米": "m2",
    "平方公里": "km2", "平方千米": "km2", "升": "l", "公升": "l", "毫升": "ml",
    "立方米": "m3", "千瓦时": "kWh", "里": "li",
    "英里": "mile", "海里": "nautical-mile", "英尺": "foot", "英寸": "inch",
    "千瓦": "kW", "兆瓦": "MW", "吉瓦": "GW", "平米": "m2", "平方": "m2", "两": "liang",
    "毫克": "mg", "微克": "ug", "标准箱": "TEU", "标箱": "TEU", "个标准箱": "TEU", "桶": "barrel",
    "克拉": "carat", "瓦": "W", "瓦特": "W", "伏": "V", "伏特": "V", "千伏": "kV", "赫兹": "Hz",
    "千赫": "kHz", "千赫兹": "kHz", "兆赫": "MHz", "兆赫兹": "MHz", "吉赫": "GHz", "吉赫兹": "GHz",
    "分贝": "dB", "千卡": "kcal", "大卡": "kcal", "卡路里": "cal", "澳元": "AUD", "加元": "CAD",
    "瑞士法郎": "CHF", "泰铢": "THB", "新台币": "TWD", "华里": "li", "市斤": "jin", "市亩": "mu",
    "块钱": "CNY", "星期": "week",
    "元": "CNY", "元人民币": "CNY", "人民币": "CNY", "美元": "USD", "美金": "USD",
    "韩元": "KRW", "日元": "JPY", "欧元": "EUR", "港元": "HKD", "港币": "HKD", "英镑": "GBP",
    "卢布": "RUB", "年": YEAR, "个月": "month", "月": MONTH, "周": "week", "个星期": "week",
    "天": "day", "日": "day", "小时": "hour", "个小时": "hour", "分钟": "minute", "秒": "second",
    "秒钟": "second",
}  # fmt: skip
_KOREAN = {
    "퍼센트": SHARE, "프로": SHARE, "퍼센트포인트": POINTS, "퍼센트 포인트": POINTS,
    "%포인트": POINTS, "% 포인트": POINTS, "%p": POINTS, "%P": POINTS, "포인트": POINTS,
    "％포인트": POINTS, "프로포인트": POINTS, "백분점": POINTS, "개 백분점": POINTS,
    "개백분점": POINTS, "할": TENTH, "배": TIMES,
    "킬로미터": "km", "킬로메터": "km", "키로메터": "km", "키로미터": "km", "미터": "m",
    "메터": "m", "센티미터": "cm", "센치메터": "cm", "센티메터": "cm", "밀리미터": "mm",
    "밀리메터": "mm", "킬로그램": "kg", "킬로그람": "kg", "키로그람": "kg", "그램": "g",
    "그람": "g", "근": "jin", "톤": "t", "무": "mu", "묘": "mu", "헥타르": "ha",
    "헥타아르": "ha", "평방미터": "m2", "평방메터": "m2", "제곱미터": "m2", "제곱메터": "m2",
    "평방킬로미터": "km2", "평방킬로메터": "km2", "평방키로메터": "km2",
    "제곱킬로미터": "km2", "평": "pyeong", "리터": "l", "리": "li",
    "립방메터": "m3", "립방미터": "m3", "입방미터": "m3", "입방메터": "m3", "밀리리터": "ml",
    "마일": "mile", "해리": "nautical-mile", "피트": "foot", "인치": "inch",
    "파운드": "GBP",
    "킬로와트": "kW", "키로와트": "kW", "메가와트": "MW", "기가와트": "GW", "냥": "liang",
    "밀리그램": "mg", "밀리그람": "mg", "미리그람": "mg", "마이크로그램": "ug",
    "마이크로그람": "ug",
    "표준컨테이너": "TEU", "표준컨테이너상자": "TEU", "배럴": "barrel", "바렐": "barrel",
    "캐럿": "carat",
    "카라트": "carat", "와트": "W", "볼트": "V", "킬로볼트": "kV", "헤르츠": "Hz",
    "킬로헤르츠": "kHz",
    "메가헤르츠": "MHz", "기가헤르츠": "GHz", "데시벨": "dB", "킬로칼로리": "kcal",
    "키로칼로리": "kcal",
    "칼로리": "cal", "킬로바이트": "KB", "메가바이트": "MB", "기가바이트": "GB", "테라바이트": "TB",
    "호주달러": "AUD", "호주 달러": "AUD", "오스트랄리아딸라": "AUD", "캐나다달러": "CAD",
    "캐나다 달러": "CAD", "카나다딸라": "CAD", "스위스프랑": "CHF", "스위스 프랑": "CHF",
    "바트": "THB", "대만달러": "TWD", "대만 달러": "TWD",
    "베이시스포인트": "bp", "베이시스 포인트": "bp", "퍼밀": PERMILLE, "천분률": PERMILLE,
    "세제곱메터": "m3",
    "세제곱미터": "m3", "킬로와트시": "kWh", "원": "KRW", "위안": "CNY", "위안화": "CNY",
    "인민페": "CNY", "인민폐": "CNY", "원 인민페": "CNY", "달러": "USD", "딸라": "USD",
    "미국딸라": "USD", "미딸라": "USD", "한화": "KRW", "엔": "JPY", "엔화": "JPY",
    "유로": "EUR", "유로화": "EUR", "홍콩달러": "HKD", "홍콩딸라": "HKD", "향항딸라": "HKD",
    "루블": "RUB", "루불": "RUB", "년": YEAR, "개년": YEAR, "개월": "month",
    "달": "month", "월": MONTH, "주": "week", "주일": "week", "일": "day", "시간": "hour",
    "분": "minute", "초": "second", "분간": "minute", "초간": "second",
}  # fmt: skip
AFTER_WON = (
    "(?:[을이은과의에으대급어짜씩도미가정여규상만까부안쯤였]|보다|밖에|남짓|입니"
    "|인(?:데|지|가요?(?![가-힣])|(?![가-힣])))"
)
"""What may stand behind 원, the money, in one run with it; 원인 by itself is a cause as well."""
_NOT_BEFORE = {
    "成": "[功立为员果长人年就熟本不]", "年": "代|级", "周": "年|岁|边|刊", "米": "[饭粉]",
    "元": "[旦素]", "天": "[然气]", "折": "[叠腾]", "日": "元|本", "月": "[亮球]",
    "원": f"(?!{AFTER_WON})[가-힣]",
    "무": "(?![를가는의에로도와이나])[가-힣]", "근": "[거로]",
    "평": "[방가균]", "할": "[인당머]", "년": "대|급|생", "주": "년|간지|자|식|요",
    "분": "(?![간에동만이을은도전후쯤정씩마짜여안])[가-힣]",
    "초": "(?![간에동만의이를은도전후쯤정씩마])[가-힣]", "일": "[당자층반원]", "달": "[러성]",
    "묘": "[지목]", "엔": "[진]", "배": "[터우]", "프로": "[젝그]", "월": "[드급]",
    "里": "[面边外程头]", "两": "[会个岸国名年地人次种]", "平方": "[米公千厘毫]",
    "마일": "리지", "星期": "[一二三四五六日天]", "리": "(?![를가는의에로와길이도,. ])[가-힣]",
    "m": "[A-Za-z0-9²³]", "g": "[A-Za-z]", "t": "[A-Za-z]", "L": "[A-Za-z]",
    "km": "[A-Za-z²³]", "kg": "[A-Za-z]", "mm": "[A-Za-z]", "cm": "[A-Za-z²]", "ha": "[A-Za-z]",
    **dict.fromkeys(("bp", "W", "mg", "V", "kV", "TEU", "dB", "cal"), "[A-Za-z]"),
    **dict.fromkeys(("Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB", "TB"), "[A-Za-z]"),
    "瓦": "[房片斯]", "伏": "[天特击]", "칼로리": "[가-힣]", "볼트": "[를와]",
}  # fmt: skip
"""What must not follow, for then it is another word: 3成 is no unit in 3成功, 원 none in 3원칙."""

BEFORE = {"$": "USD", "US$": "USD", "¥": "CNY", "￥": "CNY", "€": "EUR", "₩": "KRW", "£": "GBP"}
"""Signs of money, which stand before the number."""


def unit(name: str) -> Unit | None:
    """The unit of this name; None for what has none."""
    return _ALL.get(name)


@cache
def units_after(language: str) -> re.Pattern[str]:
    """A unit where it stands after a number in Chinese (zh), Korean (ko) or any other language;
    `unit_named` tells which one."""
    ordered = sorted(_written(language), key=len, reverse=True)
    each = (f"{re.escape(word)}(?!{_NOT_BEFORE.get(word, '(?!)')})" for word in ordered)
    return re.compile(f" ?({'|'.join(each)})")


def unit_named(written: str, language: str, *, korean_won: bool = True) -> str:
    """The name of a unit by how it is written; 원 is the South Korean currency, else the Chinese
    one."""
    name = _written(language)[written]
    return "CNY" if name == "KRW" and written == "원" and not korean_won else name


@cache
def _written(language: str) -> dict[str, str]:
    return _SIGNS | {"zh": _CHINESE, "ko": _KOREAN}.get(language, {})
