"""By how much, or to how much, something has changed: 增长N倍 against 增长到N倍.

增长3倍 is four times as much as before; so is 3배 늘었다, and 4배로 늘었다. 增长到3倍, 是3倍 and
3배로 늘었다 are three times as much. 减少三分之一 leaves two thirds, 减少到三分之一 one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from glossary.language.numeral_words import native_numerals, native_value, value_of
from glossary.model import language_of

_SAID = "[零一二两三四五六七八九十百千]{1,12}"
_N = rf"(?P<n>\d[\d,]{{0,12}}(?:\.\d{{1,9}})?|{_SAID})"
_PART = rf"(?P<below>\d{{1,9}}|{_SAID})分之(?P<above>\d{{1,9}}|{_SAID})"
_GROW = "增长|增加|提高|提升|扩大|上升|上涨|增|涨|高出"
_SHRINK = "减少|下降|缩小|缩短|降低|缩减|压缩|减|降"
_ABOUT = "(?:近|约|超过?|逾)?"
_BY = re.compile(f"(?:{_GROW})了?{_ABOUT}{_N}[多余]?倍")
_TO = re.compile(
    f"(?:(?:{_GROW}|发展|扩|达)(?:到|至|为|成)了?|是|为|相当于|达)"
    rf"[^，。；、！？倍]{{0,14}}?(?<![\d一二两三四五六七八九十百千]){_N}[多余]?倍"
)
_DOUBLED = re.compile("翻了?(?P<n>[一两二三四1-4])番|翻番")
_LESS = re.compile(f"(?:{_SHRINK})(?P<to>到|至|为)?了?{_ABOUT}[^，。；、！？分]{{0,8}}?{_PART}")
_NATIVE = native_numerals().pattern
_RISE = "늘|증가|장성|성장|높아|높였|커|커졌|오르|올라|올랐|향상|제고|확대|많아|많았|뛰|신장|불어"
_KOREAN = re.compile(
    rf"(?:(?P<n>\d[\d,]{{0,12}}(?:\.\d{{1,9}})?)|(?<![가-힣])(?:{_NATIVE})) ?여? ?(?P<times>배)"
    "(?: ?(?:가량|정도|(?P<loose>이상|넘게)))?"
    "(?:(?P<to>으?로|에 ?(?:달|이르)|가 ?되|가 ?됐|까지|다(?=[.,\\s]|$)|이[다였었며고])"
    f"|(?:나|가|를|가량|쯤|정도|이상|가까이)? ?(?:더 ?)?(?={_RISE}))"
)
_KOREAN_LESS = re.compile(
    r"(?P<below>\d{1,9}|[이삼사오육칠팔구십]{1,9}) ?분의 ?"
    r"(?P<above>\d{1,9}|[일이삼사오육칠팔구십]{1,9})"
    "(?P<to>으?로|까지)?(?:만큼|이나|가량|정도|을|를|이|가)? ?"
    "(?=줄|감소|축소|단축|짧아|낮|떨어|내려)"
)

_SHARES = {
    "zh": re.compile(
        f"(?:{_GROW})(?P<to>到|至|为)?了?{_ABOUT}"
        rf"(?:(?P<n>\d{{3,5}}(?:\.\d{{1,3}})?) ?[%％]|百分之(?P<said>{_SAID}))"
    ),
    "ko": re.compile(
        r"(?<![\d,.])(?P<said>)(?P<n>\d{3,5}(?:\.\d{1,3})?) ?(?:[%％]|퍼센트|프로)(?! ?포인트|[pP])"
        "(?: ?(?:가량|정도|이상|가까이|나))?"
        f"(?P<to>으?로|까지|수준으로)? ?(?:더 ?|급)?(?={_RISE})"
    ),
}
_WHOLE = 100
_ABOUT_AS_MUCH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Increase:
    """A change at start:end: `said` is the number in the text, and `factor` how many times as
    much as before there is now. With `loose` people say it in either way (翻一番)."""

    start: int
    end: int
    said: Fraction
    factor: Fraction
    by: bool
    loose: bool = False


def increases(text: str, variety: str) -> tuple[Increase, ...]:
    """The changes that a text tells in times or parts.

    >>> [str(each.factor) for each in increases("产量增长3倍，增长到3倍，减少三分之一", "zh-CN")]
    ['4', '3', '2/3']
    >>> [str(each.factor) for each in increases("산량이 3배 늘었다. 3배로 늘었다", "ko-CN")]
    ['4', '3']
    """
    reading = {"zh": _chinese, "ko": _korean}.get(language_of(variety))
    return tuple(sorted(reading(text), key=lambda each: each.start)) if reading else ()


def increases_of_both(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> tuple[tuple[Increase, ...], tuple[Increase, ...]]:
    """The changes of two texts, each given with its variety, that say the same: what one tells in
    times the other may tell in per cent (세배로 늘다 and 200% 증가).

    >>> [[str(one.factor) for one in side] for side in increases_of_both(
    ...     ("产量增长到3倍", "zh-CN"), ("산량이 200% 증가했다", "ko-KR"))]
    [['3'], ['3']]
    """
    one, other = increases(*ours), increases(*theirs)
    if one and not other:
        other = _as_much(one, tuple(_shares(*theirs)))
    elif other and not one:
        one = _as_much(other, tuple(_shares(*ours)))
    return one, other


def _as_much(told: tuple[Increase, ...], shares: tuple[Increase, ...]) -> tuple[Increase, ...]:
    """Growths in per cent, with the factor of what they are beside where they are about it."""
    if len(told) != len(shares):
        return ()
    return tuple(
        replace(share, factor=one.factor)
        if abs(share.factor - one.factor) <= _ABOUT_AS_MUCH * one.factor
        else share
        for one, share in zip(told, shares, strict=True)
    )


def _shares(text: str, variety: str) -> Iterator[Increase]:
    """Growths by, or to, a hundred per cent and more."""
    pattern = _SHARES.get(language_of(variety))
    for match in pattern.finditer(text) if pattern else ():
        said = value_of(match["n"] or match["said"])
        if said is not None and said >= _WHOLE:
            by = not match["to"]
            end = match.start() + len(match[0].rstrip())
            yield Increase(match.start(), end, said, said / _WHOLE + by, by)


def _chinese(text: str) -> Iterator[Increase]:
    for match in _BY.finditer(text):
        yield from _times(match, value_of(match["n"]), by=True)
    for match in _TO.finditer(text):
        yield from _times(match, value_of(match["n"]), by=False)
    for match in _DOUBLED.finditer(text):
        doublings = value_of(match["n"] or "1") or Fraction(1)
        factor = Fraction(2 ** int(doublings))
        yield Increase(*match.span(), factor, factor, False, True)
    for match in _LESS.finditer(text):
        yield from _parts(match)


def _korean(text: str) -> Iterator[Increase]:
    for match in _KOREAN.finditer(text):
        said = value_of(match["n"]) if match["n"] else Fraction(native_value(match))
        loose = match["loose"] is not None  # 두 배 넘게 늘었다 is said of 2 and of 3 times as much
        for each in _times(match, said, by=not match["to"]):
            yield replace(each, loose=loose)
    for match in _KOREAN_LESS.finditer(text):
        yield from _parts(match)


def _times(match: re.Match[str], said: Fraction | None, *, by: bool) -> Iterator[Increase]:
    if said:
        end = match.start() + len(match[0].rstrip())
        yield Increase(match.start(), end, said, said + by, by)


def _parts(match: re.Match[str]) -> Iterator[Increase]:
    below, above = value_of(match["below"]), value_of(match["above"])
    if below and above:
        said = above / below
        by = not match["to"]
        yield Increase(match.start(), match.end(), said, 1 - said if by else said, by)
