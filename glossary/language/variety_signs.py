"""Spaces, signs and the order of words by which one variety of Korean is known.

The office stands before the name in China (대변인 모녕은) or attached to it (허흥규교장), apart
behind it in South Korea; hanzi in brackets are simplified in the one and traditional in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary.language.fold import fold
from glossary.language.lexicon import lexicon
from glossary.language.name_tables import listed
from glossary.language.variety_markers import Marker
from glossary.language.variety_patterns import patterns_in
from glossary.model import KO_CN, KO_KR

_OFFICE = re.compile(
    "(?:주임|서기|총경리|리사장|부장|국장|처장|촌장|주장|대변인|원장|소장|교장|대장|단장|총리|"
    "주석) "
    "([가-힣]{2,3})(?=[은는이가의](?![가-힣])|[,.]|$)"
)
_FOREIGN = re.compile(
    "(?:대통령|총리|수상|외무장관|외교장관|국방장관|국무장관|사무총장|국왕) "
    "([가-힣]{2,6})[은는이가](?= )"
)
_NAME = 3  # syllables
_ATTACHED = re.compile(
    "(...)(?:총서기|주석|회장|교장|대표|주임|서기|교수|기자|주장|총리|촌장|국장|"
    "총경리|원장|선생)(?=[은는이가을의도과와에]|께서|님|일행|$)"
)
_BRACKETED = re.compile("[(（]([㐀-鿿]{2,8})[)）,]")

# The commonest of the characters that only the simplified script has, in names above all.
_SIMPLIFIED = frozenset(
    "刘张陈杨赵黄吴孙马罗郑谢韩冯邓许苏蒋贾叶阎钟汪谭陆邹龙万钱汤贺龚东国华军刚丽艳兰风飞凤"
    "庆义伟强红学长门庆宁汉泽龙会发业产农经济党总书记区县乡镇电车"
)


def signs_in(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Marker]:
    """What the spaces, the signs and the order of a text say, and for which variety; `runs` are
    its runs of Hangul."""
    yield from patterns_in(text)
    yield from _offices_before(text)
    for run in runs:
        size = _with_office(run.group())
        if size:
            yield Marker(run.start(), run.start() + size, KO_CN, 2)
    for match in _BRACKETED.finditer(text):
        yield from _of_hanzi(match)


def _offices_before(text: str) -> Iterator[Marker]:
    """Offices before the name: of Chinese and of others (대변인 모녕은, 대통령 트럼프는)."""
    for match in _OFFICE.finditer(text):
        if _is_name(match.group(1)):
            yield Marker(match.start(), match.end(), KO_CN, 2)
    for match in _FOREIGN.finditer(text):
        if match[1][:2] not in lexicon().words:
            yield Marker(match.start(), match.end(), KO_CN, 2)


@lru_cache(maxsize=1 << 16)
def _with_office(word: str) -> int:
    """How much of a run of Hangul is a name with an office, 0 where it is none."""
    match = _ATTACHED.match(word) if len(word) > _NAME else None
    return match.end() if match and _is_name(match.group(1)) else 0


def _is_name(name: str) -> bool:
    """Whether it can be somebody's name: a surname, and no word."""
    known = lexicon().words
    return name[0] in listed().surnames and name not in known and name[:2] not in known


def _of_hanzi(match: re.Match[str]) -> Iterator[Marker]:
    """Traditional characters, or such as only the simplified script has."""
    hanzi = match.group(1)
    if fold(hanzi) != hanzi:
        yield Marker(match.start(1), match.end(1), KO_KR, 2)
    elif any(char in _SIMPLIFIED for char in hanzi):
        yield Marker(match.start(1), match.end(1), KO_CN, 1)
