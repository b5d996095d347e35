"""Numbers that have changed places: each stands beside what the other one is said of.

Translations put numbers in another order as they like, so it is what stands with each number that
tells: words of the source whose reading stands in the target (赞成 and 찬성), or known counterparts
(死亡 and 숨지다).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from glossary.checks.number_senses import NUMBER
from glossary.checks.pair import Pair, Side
from glossary.language.classifiers import classes_after
from glossary.language.hanja import is_hanzi, is_reading
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.model import Finding

_MOST = 8  # numbers of a side
_LONGEST = 40  # characters of a clause
_BREAK = re.compile(
    "[，。；、：！？,;:!?()（）·/]|[.](?![0-9])|\\s[및]\\s|(?<=[가-힣](?:고|며|과|와)) "
    "|(?<=[가-힣]지만) "
    "|[和及与而]|(?<=[胜勝平负승무패])(?=[ 0-9])"
)
_KNOWN = (
    ("(?<!不)同意|赞成", "찬성|동의"),
    ("反对|不同意", "반대"),
    ("死|遇难|身亡", "사망|숨[지졌진]|목숨|조난|희생"),
    ("伤", "부상|다[치쳤친]|상하"),
    ("失踪", "실종|행방불명"),
    ("男", "남[성자녀 ]|남학생|남직원|사내"),
    ("女", "[여녀](?:성|자|학생|직원|[ ])"),
    ("胜", "승"),
    ("平(?!均)", "무(?:승부|[ ,]|$)"),
    ("负|败", "패"),
    ("金牌|金[，、]", "금메달"),
    ("银牌|银[，、]", "은메달"),
    ("铜牌|铜[，、]", "동메달"),
    ("成人|大人|成年", "성인|어른|대인"),
    ("儿童|小孩|孩子", "어린이|아동|아이|소인"),
    ("老人|老年", "노인|로인|경로|고령"),
    ("学生", "학생"),
    ("出口", "수출"),
    ("进口", "수입"),
    ("买入|购入", "매입|매수|사들"),
    ("卖出|售出", "매각|매도|팔"),
    ("收入", "수입|소득|매출"),
    ("支出", "지출"),
    ("城镇|城市", "도시"),
    ("农村|乡村", "농촌"),
    ("上午", "오전"),
    ("下午", "오후"),
    ("小学", "초등|소학"),
    ("初中", "중학|초중"),
    ("高中", "고등|고중"),
    ("长", "길이|세로"),
    ("宽", "너비|폭|가로"),
    ("高(?!于|达)", "높이"),
    ("国内", "국내"),
    ("国外|境外|海外", "국외|해외"),
    ("合格", "합격"),
    ("最高", "최고|최대|가장 높"),
    ("最低", "최저|최소|가장 낮"),
)
_PATTERNS = tuple((re.compile(zh), re.compile(ko)) for zh, ko in _KNOWN)


@dataclass(frozen=True, slots=True)
class _Told:
    """A number and the clause in which it stands alone."""

    number: Quantity
    clause: str


def swapped(pair: Pair) -> Iterator[Finding]:
    """Numbers of one unit that stand in the target where in the source the other one does."""
    if {pair.source.language, pair.target.language} != {"zh", "ko"}:
        return
    told = _exchanged(pair) or _turned(pair)
    if told is not None:
        shown, expected = told
        yield pair.in_target(
            NUMBER,
            "number-differs",
            shown.start,
            shown.end,
            number=pair.target.text[shown.start : shown.end],
            expected=pair.source.text[expected.start : expected.end],
        )


def _exchanged(pair: Pair) -> tuple[Quantity, Quantity] | None:
    """A number of the target that counts what in the source another one does, which in its turn
    counts what this one should (2粒, 3次 and 3알, 2번), and the number that it should be."""
    ours = _counted(pair.source)
    theirs = _counted(pair.target) if 1 < len(ours) <= _MOST else {}
    if not theirs:
        return None
    for (one, mine), (other, others) in combinations(ours.values(), 2):
        there, here = theirs.get(other.value), theirs.get(one.value)
        if there is None or here is None or not mine.isdisjoint(others):
            continue
        (shown, classes), (_, rest) = there, here
        crossed = not classes.isdisjoint(mine) and not rest.isdisjoint(others)
        if crossed and classes.isdisjoint(others) and rest.isdisjoint(mine):
            return shown, one
    return None


def _counted(side: Side) -> dict[Fraction, tuple[Quantity, frozenset[str]]]:
    """The numbers of a side that count something, each with the classes of it, by their values;
    without those that are told twice."""
    found: dict[Fraction, tuple[Quantity, frozenset[str]]] = {}
    read = [each for each in quantities(side.text, side.variety) if not each.stray]
    times = Counter(each.value for each in read)
    for each in read:
        if each.value <= 1 or times[each.value] > 1:
            continue
        at = each.unit_start if each.start < each.unit_start < each.end else each.end
        classes = classes_after(side.text, at, side.language)
        if classes:
            found[each.value] = each, classes
    return found


def _turned(pair: Pair) -> tuple[Quantity, Quantity] | None:
    """A number of the target that stands where in the source another one of the same unit does,
    and that one."""
    ours, theirs = _told(pair.source), _told(pair.target)
    places = {each.number.value: each for each in theirs}
    if len(places) < len(theirs):
        return None
    beside = [(each, places[each.number.value]) for each in ours if each.number.value in places]
    for (one, there), (other, here) in combinations(beside, 2):
        turned = there.number.start > here.number.start
        if _is_swapped((one, other), (there, here), pair.source.language, read=turned):
            return there.number, other.number
    return None


def _is_swapped(
    ours: tuple[_Told, _Told], theirs: tuple[_Told, _Told], language: str, *, read: bool
) -> bool:
    """Whether what is said of either number stands with the other one, and not with its own; only
    numbers in another order are worth to `read` what stands with them."""
    if all(one.number.unit != other.number.unit for one, other in (ours, theirs)):
        return False
    (one, other), (there, here) = (
        (first.clause, second.clause)
        for first, second in ((ours, theirs) if language == "zh" else (theirs, ours))
    )
    if _is_named(one, other, there, read=read) or _is_named(other, one, here, read=read):
        return False
    return _is_named(one, other, here, read=read) and _is_named(other, one, there, read=read)


@lru_cache(maxsize=256)
def _is_named(chinese: str, apart: str, korean: str, *, read: bool) -> bool:
    """Whether the Korean clause has a word of the Chinese one that the other Chinese clause, which
    stands `apart`, has not."""
    for zh, ko in _PATTERNS:
        if zh.search(chinese) and not zh.search(apart) and ko.search(korean):
            return True
    if not read:
        return False
    words = {chinese[at : at + 2] for at in range(len(chinese) - 1)}
    heard = {korean[at : at + 2] for at in range(len(korean) - 1)}
    return any(
        all(map(is_hanzi, word))
        and word not in apart
        and any(is_reading(said, word) for said in heard)
        for word in words
    )


def _told(side: Side) -> list[_Told]:
    """The sure numbers that stand alone in their clause, with it; none where there are many."""
    read = [each for each in quantities(side.text, side.variety) if each.sure]
    if not 2 <= len(read) <= _MOST:
        return []
    found, start = [], 0
    for end in (*(match.end() for match in _BREAK.finditer(side.text)), len(side.text)):
        inside = [each for each in read if start <= each.start < end]
        if len(inside) == 1 and end - start <= _LONGEST:
            found.append(_Told(inside[0], side.text[start:end]))
        start = end
    return found
