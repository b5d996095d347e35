"""The quantities of a Chinese or Korean text: exact values with their units and places.

Digits are sure, but in names (5G) and addresses; numerals in words are sure only where they can
be nothing else. What is not sure may be the counterpart of a number on the other side, but its
absence says nothing: 一 and 두 stand in too many words, 两会 and 일대일로 are no numbers.

One pass for each kind of writing, from the most telling (dates, plans, fractions) to plain
digits and numerals; a later one does not read what an earlier one has taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from glossary.language import chinese_numbers, korean_numbers
from glossary.language.numeral_words import SCALES, value_of
from glossary.language.quantity import Quantity
from glossary.language.spans import Spans
from glossary.language.units import BEFORE, DISCOUNT, MONTH, YEAR, unit_named, units_after
from glossary.model import language_of

_WIDE = str.maketrans("０１２３４５６７８９．％～", "0123456789.%~")
_NAMES = re.compile(
    r"https?://[^\s\u3000-\u9fff가-힣]+|www\.[\w./-]+|[\w.+-]{1,64}@[\w.-]+|%\(?\w*\)?\$?[sdu]"
    r"|%\d\$?|\$\d|\{\w*\}"
    r"|&#?\w+;|<[^<>\n]{1,80}>|코로나 ?19|COVID-?19"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_CHINESE_SCALES = "(?:[十百万亿兆]|千(?![米克瓦卡]))+"
_NUMBER = {
    "zh": re.compile(
        f"{_DIGITS}(?:[多余]?{_CHINESE_SCALES}(?:{_DIGITS}{_CHINESE_SCALES})*)?[多余]?"
    ),
    "ko": re.compile(
        f"{_DIGITS}(?: ?여 ?)?(?:(?: (?=[십백천]?[만억]))?(?:[십백천만억]+"
        r"|조(?![각항별직합기치])|[만천억]조)"
        f"(?:(?<=[만억조천백]) ?{_DIGITS} ?[십백천만억]+)*"
        r"(?:(?<=[만천백]) ?(?:\d{1,3},\d{3}|\d{1,4})(?![\d,.]| ?[년월차조억만천]))?)?"
        r"(?: ?여(?= ?[가-힣A-Za-z%]))?"
    ),
    "": re.compile(_DIGITS),
}
_FULL_DATE = re.compile(r"(?<![\d.])(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?![\d])\.?")
_FRACTION = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")
_WON = re.compile("한화|한국 ?돈|한국원")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")
_RANGE = re.compile(r" ?(?:[-~∼–—〜－]{1,2}|至|到|에서 |부터 ) ?$")


@lru_cache(maxsize=8)  # several checks ask for the same two texts
def quantities(text: str, variety: str) -> tuple[Quantity, ...]:
    """The quantities of a text in this variety, in order.

    >>> [(str(q.value), q.unit) for q in quantities("同比增长百分之三点五，达1.2亿元", "zh-CN")]
    [('7/2', 'percent'), ('120000000', 'CNY')]
    >>> [(str(q.value), q.unit) for q in quantities("1억 2천만원으로 3.5%포인트", "ko-CN")]
    [('120000000', 'CNY'), ('7/2', 'percentage-point')]
    """
    language = language_of(variety)
    plain = text.translate(_WIDE)
    own = {"zh": chinese_numbers, "ko": korean_numbers}.get(language)
    found: list[Quantity] = []
    taken = Spans()
    passes = [_dates, *(own.SPECIAL if own else ()), _fractions]
    for reading in passes:
        _keep(found, taken, reading(plain))
    _keep(found, taken, _digits(plain, language, variety))
    if own:
        _keep(found, taken, own.words(plain))
    found.sort(key=lambda each: (each.start, each.end))
    return tuple(_named(plain, found))


def _keep(found: list[Quantity], taken: Spans, read_now: Iterator[Quantity]) -> None:
    """Take in what does not stand in something taken before; several may share one place."""
    fresh = [each for each in read_now if not taken.meet(each.start, each.end)]
    last = -1
    for each in fresh:
        found.append(each)
        if each.start >= last:
            taken.add(each.start, each.end)
            last = each.end


def _dates(text: str) -> Iterator[Quantity]:
    for match in _FULL_DATE.finditer(text):
        for group, name in ((1, YEAR), (3, MONTH), (4, "day")):
            start, end = match.span(group)
            yield Quantity(start, end, Fraction(match[group]), name)
    for match in _CLOCK.finditer(text):
        for group in (1, 2):
            start, end = match.span(group)
            yield Quantity(start, end, Fraction(match[group]), sure=False)


def _fractions(text: str) -> Iterator[Quantity]:
    """1/3, which may be a date or a page too."""
    for match in _FRACTION.finditer(text):
        if int(match[2]):
            value = Fraction(int(match[1]), int(match[2]))
            yield Quantity(*match.span(), value, sure=False)
            for group in (1, 2):
                yield Quantity(*match.span(), Fraction(match[group]), sure=False)


def _digits(text: str, language: str, variety: str) -> Iterator[Quantity]:
    """Numbers that begin with a digit, with their scales and units."""
    numbers = _NUMBER.get(language, _NUMBER[""])
    units = units_after(language)
    before: Quantity | None = None
    for match in numbers.finditer(text):
        written = re.sub(r"[多余여 ]", "", match[0])
        if text[match.start() - 1 : match.start()] == "제":  # 제3조 is an article
            written = written.removesuffix("조")
        value = value_of(written)
        if value is None:
            continue
        unit, end, at = _unit_of(text, match, units, language, variety)
        sure = _is_plain(text, match, measured=bool(unit) and end - at > 1)
        made = Quantity(match.start(), end, value, unit, sure, (), at)
        made = _discounted(_article(text, made, written))
        if before is not None and _is_range(text, before, match):
            yield from _first_of_range(before, made, written)
        elif before is not None:
            yield before
        before = made
    if before is not None:
        yield before


def _unit_of(
    text: str, match: re.Match[str], units: re.Pattern[str], language: str, variety: str
) -> tuple[str, int, int]:
    """The unit of a number, where all of it ends, and where the unit is written."""
    sign = next((sign for sign in BEFORE if text.endswith(sign, 0, match.start())), "")
    after = units.match(text, match.end())
    if after is None:
        end = match.start() + len(match[0].rstrip())
        return BEFORE.get(sign, ""), end, end
    won = variety != "ko-CN" or bool(_WON.search(text, max(0, match.start() - 12), match.start()))
    return unit_named(after[1], language, korean_won=won), after.end(), after.start(1)


def _is_plain(text: str, match: re.Match[str], *, measured: bool) -> bool:
    """Whether a number is one by itself and no part of a name: 5G, H1N1, GPT-4; with `measured` a
    unit of more than one letter stands behind it (5km)."""
    before = text[max(0, match.start() - 2) : match.start()]
    latin = before[-1:].isascii() and (before[-1:].isalpha() or before[-1:] in "_#/\\")
    hyphened = before[-1:] == "-" and before[:1].isascii() and before[:1].isalpha()
    if before and (latin or hyphened):
        return False
    return measured or not re.match(r"[A-Za-z_]", text[match.end() : match.end() + 1])


def _article(text: str, each: Quantity, written: str) -> Quantity:
    """68조 may be 68 articles; 5角 is 50 of the smallest coin."""
    if written.endswith("조") and not each.unit:
        return replace(each, also=(each.value / SCALES["조"],))
    if text[each.end : each.end + 1] in ("角", "毛"):
        return replace(each, also=(each.value * 10,))
    return each


def _discounted(each: Quantity) -> Quantity:
    """八折 is 20 % less, of which 80 % remain; 8.5折 and 85折 are 15 % less."""
    if each.unit != DISCOUNT:
        return each
    whole = each.value * 10 if each.value < 10 else each.value
    also = (whole, 100 - whole, whole / 10)
    return replace(each, unit="", also=also, off=100 - whole)


def _is_range(text: str, before: Quantity, match: re.Match[str]) -> bool:
    return bool(_RANGE.search(text, before.start, match.start())) and (
        match.start() - before.end <= 4
    )


def _first_of_range(first: Quantity, second: Quantity, written: str) -> Iterator[Quantity]:
    """The first number of 10-15万 is 100,000, and that of 3-5% is 3 %."""
    scale = Fraction(1)
    for sign in re.sub(r"[\d.,]", "", written):
        scale *= SCALES.get(sign, 1)
    bare = first.value < 10_000 and scale > 1 and first.value * scale <= second.value
    also = (first.value * scale,) if bare else ()
    share = second.unit not in ("", YEAR, MONTH, "day") and not first.unit
    unit = second.unit if share else first.unit
    yield replace(first, unit=unit, also=(*first.also, *also))


def _named(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """The quantities, those in addresses and placeholders no longer sure."""
    names = Spans(match.span() for match in _NAMES.finditer(text))
    for each in found:
        if each.sure and names.meet(each.start, each.end):
            each = replace(each, sure=False)
        yield each
