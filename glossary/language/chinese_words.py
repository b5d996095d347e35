"""Which stretches of Chinese stand as words, by what the words of a text cost in bits.

What a word costs is in `data/language/chinese_words.txt`, read on first use. A stretch stands where
no cut of the run with a word across one of its ends is cheaper than the cheapest that keeps it
whole: so 中试 is no word in 高中试点, and is one in 中试基地.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from glossary.language.tables import read_table

TERM = 17
"""Bits of a known term that the table does not hold: as rare as 3 in a million words."""

_HEADS = frozenset("大小新老总副非超再初全各该本原前后双多万亿余看买卖坐用和与及于")
_TAILS = frozenset(
    "们者性化线组节区市省县厂站所部局处室院员会队团品业费率量额型式级类法界店于台官馆宫园城圈货权物人车船票卡款金单证书"
)

UNKNOWN = 26
"""Bits of a character that the table does not hold."""

LONGEST = 5
"""Characters of the longest words of the table."""

_UNREACHED = 1 << 30  # bits


@cache
def costs() -> dict[str, int]:
    """The cost of each word in bits."""
    found = {}
    for line in read_table("chinese_words.txt").split("\n"):
        cost, *words = line.split(" ")
        found.update(dict.fromkeys(words, int(cost)))
    return found


def standing(run: str, spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans of a run of simplified hanzi that stand as words, each held against the words that
    cut it and what these leave, other spans among it.

    >>> standing("高中试点", [(1, 3)]), standing("中试基地", [(0, 2)])
    (set(), {(0, 2)})
    >>> standing("大力量产", [(1, 3)]), standing("大力量产", [(1, 3), (2, 4)])
    ({(1, 3)}, {(2, 4)})
    """
    asked = list(spans)
    table = costs()
    prices = _prices(run, table, {run[start:end] for start, end in asked})
    before, after = _before(prices), _after(prices)
    found = set()
    for start, end in asked:
        whole = before[start] + min(TERM, table.get(run[start:end], TERM)) + after[end]
        if all(
            before[left] + table[run[left:right]] + after[right] > whole
            for left, right in _rivals(run, start, end, table)
        ):
            found.add((start, end))
    return found


def is_unrivalled(run: str, start: int, end: int) -> bool:
    """Whether no word of the table, cheap or not, has a part of the span and not the whole of it,
    or makes another word of it.

    >>> is_unrivalled("明年的人才能", 0, 2), is_unrivalled("明年的人才能", 3, 5)
    (True, False)
    """
    return next(_rivals(run, start, end, costs()), None) is None


def _rivals(run: str, start: int, end: int, table: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The words that a span has no part in: those across one of its ends, and those that hold it
    together with a single character (大学 in 大学校), but not those made of it and other words
    (电力 in 电力公司, 研究 in 研究所)."""
    for left in range(max(0, start - LONGEST + 1), end):
        for right in range(max(left + 2, start + 1), min(len(run), left + LONGEST) + 1):
            plural = right - 1 == end and run[end] == "们"  # 老人 + 们, not 老 + 人们
            if run[left:right] in table and not plural and not (start <= left and right <= end):
                holds = left <= start and end <= right
                if not holds or not _is_made_of(run, (left, start), (end, right)):
                    yield left, right


def _is_made_of(run: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether what a longer word has beside a word are words, or makes words of words."""
    head, tail = run[slice(*before)], run[slice(*after)]
    return (len(head) != 1 or head in _HEADS) and (len(tail) != 1 or tail in _TAILS)


def _prices(run: str, table: Mapping[str, int], terms: Iterable[str]) -> list[list[int]]:
    """What each stretch of a run costs as a word, by its start and its length less one."""
    own = {word: TERM for word in terms if table.get(word, UNKNOWN) > TERM}
    return [
        [
            own.get(word) or table.get(word) or UNKNOWN * len(word)
            for word in (run[at:end] for end in range(at + 1, min(len(run), at + LONGEST) + 1))
        ]
        for at in range(len(run))
    ]


def _before(prices: list[list[int]]) -> list[int]:
    """The cost of the cheapest way to cut what lies before each place of a run."""
    found = [0] + [_UNREACHED] * len(prices)
    for at, row in enumerate(prices):
        here = found[at]
        for end, price in enumerate(row, at + 1):
            found[end] = min(found[end], here + price)
    return found


def _after(prices: list[list[int]]) -> list[int]:
    """The cost of the cheapest way to cut what lies after each place of a run."""
    found = [0] * (len(prices) + 1)
    for at in reversed(range(len(prices))):
        found[at] = min(price + found[end] for end, price in enumerate(prices[at], at + 1))
    return found
