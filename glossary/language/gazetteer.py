"""Chinese places in Korean text of the Korean edition, and what South Korea calls them.

A place is a proper part with what follows it (료녕 + 성) or the proper part alone. Two tables in
`data/language`, read on first use: places.txt, province to county, made by
`data/packs/places/make_places.py`, and our own places_own.tsv, with mountains and waters. Whether
a proper part alone is the place or a common word (량산 is 凉山 and 量产) is for the text around it
to tell: the tables only say that it may be both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.language.lexicon import lexicon
from glossary.language.tables import read_table

PROVINCE, PREFECTURE, COUNTY = 1, 2, 3
_LONGEST = 8  # syllables of a proper part
_COMMON = "="
_SHORT = {"자치주": "주", "자치현": "현", "자치구": "구"}  # 연변주, 전곽현
_AFTER = (
    "은 는 이 가 을 를 의 에 에서 에도 에는 에서는 에서의 에서도 에로 에의 와 과 로 으로 로의 "
    "으로의 로부터 으로부터 도 만 까지 까지의 부터 및 등 라는 이라는 라고 이라고 이다 이며 이나 "
    "나 인 보다 처럼 마다 쪽 측 내 시내 산 행 발"
)
_PARTICLES = frozenset(_AFTER.split())
_CHINESE_TAIL = re.compile("(?:[省市县区州盟旗]|..?族自治[州县区])$")
_BODY_WORDS = (
    "당위 시위 성위 주위 현위 인민 정부 위원회 정협 인대 공안 경제 교육 과학 문화 지역 주민 시내 "
    "출신 일대 현지 조선족 소재 산하 소속 관할 전역 민족 공업 농업 상업 체육 방송 신문 텔레비 대학 "
    "병원 법원 검찰 공항 역전 국제 중급 고급 제1 재정 세무 기업 실험실 산업 기지 단지 과학성 "
    "개발구 주재 방면 사람"
)
_BODIES = tuple(_BODY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One division: proper part and tail in ko-CN and in ko-KR, and the level."""

    proper: str
    tail: str
    korean: str
    korean_tail: str
    level: int
    common: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a run of Hangul: where it ends, its ko-KR forms (more than one: several places
    are written alike), and how much of a name it is.

    `full` is with what follows the proper part; `common` is also a common word, `short` a proper
    part of one syllable (조현).
    """

    start: int
    end: int
    korean: tuple[str, ...]
    level: int
    full: bool
    common: bool
    short: bool


@lru_cache(maxsize=1 << 15)
def places_in(run: str) -> tuple[Place, ...]:
    """The places a run of Hangul begins with, each right after the one before.

    >>> [(place.korean, place.end) for place in places_in("길림성연길시에서")]
    [(('지린성',), 3), (('옌지시',), 6)]
    >>> places_in("사람이")
    ()
    """
    found: list[Place] = []
    at = 0
    while at < len(run):
        place = _place_at(run, at)
        if place is None:
            break
        found.append(place)
        if not place.full:
            break
        at = place.end
    return tuple(found)


@cache
def heads() -> frozenset[str]:
    """The first two syllables a place can begin with."""
    found = {proper[:2] for proper in _table() if len(proper) > 1}
    short = [proper for proper in _table() if len(proper) == 1]
    return frozenset(found.union(p + entry.tail[:1] for p in short for entry in _entries(p)))


def _place_at(run: str, at: int) -> Place | None:
    """The longest place that begins here and is not cut out of a longer word."""
    if run[at : at + 2] not in heads():
        return None
    for size in range(min(_LONGEST, len(run) - at), 0, -1):
        entries = _entries(run[at : at + size])
        if not entries:
            continue
        place = _full(run, at, at + size, entries) or _bare(run, at, at + size, entries)
        if place is not None:
            return place
    return None


def _full(run: str, at: int, end: int, entries: tuple[Entry, ...]) -> Place | None:
    """A proper part with its tail."""
    found: list[tuple[str, str, Entry]] = []
    for entry in entries:
        for tail, korean in _tails(entry):
            if tail and run.startswith(tail, end):
                found.append((tail, entry.korean + korean, entry))
    if not found:
        return None
    longest = max(len(tail) for tail, _, _ in found)
    chosen = [(korean, entry) for tail, korean, entry in found if len(tail) == longest]
    rest = run[end + longest :]
    short = end - at == 1
    common = all(entry.common for _, entry in chosen)
    if not may_follow(rest, strict=common or short):
        return None
    return _made(at, end + longest, chosen, True, short)


def _tails(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What may follow a proper part, as each variety writes it."""
    for long, short in _SHORT.items():
        if entry.tail.endswith(long) and entry.level > PROVINCE:
            return ((entry.tail, entry.korean_tail), (short, short))
    return ((entry.tail, entry.korean_tail),)


def _bare(run: str, at: int, end: int, entries: tuple[Entry, ...]) -> Place | None:
    """A proper part alone; of one syllable it is nothing."""
    rest = run[end:]
    common = all(entry.common for entry in entries)
    if end - at < 2 or not may_follow(rest, strict=common or entries[0].level == COUNTY):
        return None
    return _made(at, end, [(entry.korean, entry) for entry in entries], False, False)


def _made(at: int, end: int, chosen: list[tuple[str, Entry]], full: bool, short: bool) -> Place:
    chosen = _foremost(chosen)
    korean = tuple(dict.fromkeys(each for each, _ in chosen))
    level = chosen[0][1].level
    common = all(entry.common for _, entry in chosen)
    return Place(at, end, korean, level, full, common, short)


def _foremost(chosen: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """Those of the highest level, and of counties those that are no district: 심양 is 沈阳."""
    level = min(entry.level for _, entry in chosen)
    chosen = [each for each in chosen if each[1].level == level]
    return [each for each in chosen if each[1].tail != "구"] or chosen


def may_follow(rest: str, *, strict: bool) -> bool:
    """Whether a place can end before this: a particle, a body of a place, another place; where a
    mistake is less likely, anything of two syllables."""
    if may_follow_name(rest):
        return True
    if strict:
        return len(rest) > 2 and any(place.full for place in places_in(rest))
    return len(rest) > 1


def may_follow_name(rest: str) -> bool:
    """Whether the name of any place can end before this: a particle, a body of a place."""
    return not rest or rest in _PARTICLES or rest.startswith(_BODIES)


@lru_cache(maxsize=1 << 13)
def _entries(proper: str) -> tuple[Entry, ...]:
    """The entries of a proper part."""
    return tuple(_entry(proper, *fields.split("\t")) for fields in _table().get(proper, ()))


def _entry(proper: str, tail: str, korean: str, korean_tail: str, _hanzi: str, rest: str) -> Entry:
    level = int(rest.removesuffix(_COMMON))
    return Entry(proper, tail, korean, korean_tail, level, rest.endswith(_COMMON))


@cache
def _table() -> Mapping[str, list[str]]:
    """The lines by proper part; they are taken apart when they are needed."""
    found: dict[str, list[str]] = {}
    for line in read_table("places.txt").split("\n"):
        proper, _, fields = line.partition("\t")
        found.setdefault(proper, []).append(fields)
    for line in read_table("places_own.tsv").split("\n"):
        proper, korean, hanzi = line.split("\t")
        name = proper.removesuffix(_COMMON)
        # A name of their own, as sure as a prefecture's.
        mark = _COMMON if name != proper else ""
        found.setdefault(name, []).append(f"\t{korean}\t\t{hanzi}\t{PREFECTURE}{mark}")
    return found


@dataclass(frozen=True, slots=True)
class Southern:
    """A place as South Korea writes what follows its proper part, its proper part in ko-CN, and
    its level."""

    tail: str
    chinese: str
    level: int


@cache
def _by_southern() -> Mapping[str, list[tuple[str, str]]]:
    """The lines of the tables by the proper part in South Korea, each with that in ko-CN."""
    found: dict[str, list[tuple[str, str]]] = {}
    for proper, rows in _table().items():
        for fields in rows:
            found.setdefault(fields.split("\t", 2)[1], []).append((proper, fields))
    return found


@lru_cache(maxsize=1 << 13)
def southern_places(korean: str) -> tuple[Southern, ...]:
    """The places with this proper part in South Korea that the Korean edition writes otherwise."""
    found = []
    for proper, fields in _by_southern().get(korean, ()):
        _, _, tail, _, level = fields.split("\t")
        if proper != korean:
            found.append(Southern(tail.replace(" ", ""), proper, int(level.removesuffix(_COMMON))))
    return tuple(found)


@cache
def southern_heads() -> frozenset[str]:
    """The first two syllables of every proper part in South Korea."""
    return frozenset(korean[:2] for korean in _by_southern())


def is_place(hanzi: str) -> bool:
    """Whether the tables have a place that Chinese writes so, with what follows it or without.

    >>> is_place("吉林"), is_place("延边朝鲜族自治州"), is_place("李强")
    (True, True, False)
    """
    return hanzi in _chinese_names() or _CHINESE_TAIL.sub("", hanzi) in _chinese_names()


@cache
def _chinese_names() -> frozenset[str]:
    return frozenset(fields.split("\t")[3] for rows in _table().values() for fields in rows)


@cache
def southern_names() -> frozenset[str]:
    """Places of two syllables and more as only South Korea writes them, and no word besides."""
    tables = lexicon()
    northern = frozenset(_table())
    found = {
        entry.korean
        for proper in _table()
        for entry in _entries(proper)
        if entry.level < COUNTY and entry.korean != entry.proper
    }
    return frozenset(
        name for name in found - northern - tables.words - tables.stems if len(name) > 1
    )


@cache
def also_words() -> frozenset[str]:
    """Names of places, as either Korea writes them, that are common words besides: 선전, 안정."""
    words = lexicon().words
    found = set()
    for proper, lines in _table().items():
        for fields in lines:  # not as entries, which take ten times as long
            if fields.endswith(_COMMON):
                found.add(proper)
            korean = fields.split("\t", 2)[1]
            if korean in words:
                found.add(korean)
    return frozenset(found)
