"""Spaces, signs and the order of words by which one variety of Korean is known.

A numeral and what it counts are written together in China (20여명, 세번: 조선말규범집 2016 §21)
and apart in South Korea (한글 맞춤법 §43), where the press often keeps figures together as well.
So it is with Sino-Korean bound nouns (조사중, 3년내). The office stands before the name in China
(대변인 모녕은) or attached to it (허흥규교장), apart behind it in South Korea; hanzi in brackets
are simplified in the one and traditional in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary.language.fold import fold
from glossary.language.lexicon import lexicon
from glossary.language.name_tables import listed
from glossary.language.variety_joined import joined, parted
from glossary.language.variety_markers import Marker
from glossary.model import KO_CN, KO_KR

_COUNTER = (
    "(?:번째|차례|가지|시간|마리|그루|개월|명|개|곳|건|대|편|점|종|번|배|달|년|살|장|권|척|채)"
)
_MONEY = "(?:명|원|달러|위안|유로|엔|톤|대|건|개|마리|가구|곳|부|장)"
_FEW = "(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇)"
_PARTICLE = "(?=[^가-힣]|[은는이가을를의에로도만과와씩째쯤]|정도|이나|동안|까지|부터|$)"
_END = "(?=[^가-힣]|[은는이에의도로]|까지|부터|$)"
# Chinese cities whose name in the Korean edition is a common word as well.
_CITY = "(?:상해|천진|산동|산서|무한|서안|연대|정주|장사|귀양|온주|심수|위해)"
_NO_PROCESS = "집관군대청민도와열비신존공시체이나그"  # before 중 in words: 집중, 관중
_SIGNS = (
    (f"(?<![가-힣])(?:한|첫|{_FEW}) {_COUNTER}{_PARTICLE}", KO_KR, 2),
    (f"(?<![가-힣])여러 {_COUNTER}{_PARTICLE}", KO_KR, 1),
    (
        f"(?<=[0-9])여 {_COUNTER}|(?<=[0-9])[만억조천]여? (?:{_MONEY}|{_COUNTER}){_PARTICLE}",
        KO_KR,
        2,
    ),
    (f"(?<=[0-9]년) (?:전|뒤|후|내|말|초){_END}", KO_KR, 1),
    ("(?<=[가-힣]{2}) (?:중|측)(?:이[다고며]|인|은|에|의)", KO_KR, 1),
    ("(?<=[가-힣])[어여려져켜해워와돼] 있[다는던었]", KO_KR, 1),
    ("(?<=[0-9]) ?(?:km|kg|cm|mm|㎞|㎏|㎜|㎝|㎡|ha)(?![A-Za-z])", KO_KR, 1),
    ("(?<![A-Za-z])[A-Z] ?씨(?![가-힣]{2})", KO_KR, 2),
    ("(?<![一-鿿])[中美日英韓北與野靑](?=[ ,·…'‘“])", KO_KR, 2),
    ("ㅋㅋ|ㅎㅎ|ㅠㅠ|ㅜㅜ", KO_KR, 2),
    ("(?<=[는은인한]) (?:게|건)(?![가-힣])", KO_KR, 2),
    ("(?<![가-힣])(?:눈|물|산|땅|길|상|벽|돌|풀|나무|책상|침대|바다|지붕|머리|무대)우(?=에|의|로)", KO_CN, 2),
    (f"(?<=[0-9])여{_COUNTER}{_PARTICLE}", KO_CN, 1),
    (f"(?<![0-9가-힣])[수몇]?[십백천만억]{1,3}여?(?:(?<=몇십)년|명|개|곳|건|대|마리|가구|호|세대){_PARTICLE}", KO_CN, 1),
    (f"(?<=[0-9])[만억조천]여?{_MONEY}{_PARTICLE}", KO_CN, 1),
    ("(?<=[0-9])[.][0-9]+[만억]", KO_CN, 2),
    ("[1-9][0-9]?[.]5[’']? ?(?:계획|시기)|제[1-4]분기|[1-4][./]4분기", KO_CN, 3),
    ("(?<=[0-9])(?:[가-힣]{0,4}메터|[가-힣]{0,2}그람|키로)", KO_CN, 3),
    ("(?<![0-9:])[0-9]:[0-9](?![0-9:])", KO_CN, 1),
    ("(?<=[0-9]일), ", KO_CN, 1),
    ("(?<=[0-9])(?:여개국|(?:년|개월|일|시간|주일)만에)", KO_CN, 1),
    ("(?<=[가-힣][한된간온난])지 (?=[0-9두세네몇반]|열|오래|얼마|한 |사흘|이틀)", KO_CN, 1),
    ("(?<![가-힣])(?!(?:농|어|산|강|지구|민속|선수|귀)촌)[가-힣]{1,5}촌(?=에서|의|은|에 )", KO_CN, 2),
    ("[다라]고 (?:[가-힣]+[은는이가] )?소개했", KO_CN, 1),
    ("(?<=[가-힣])[주보누꾸두추놓루][었았][다던으고지]", KO_CN, 1),
    ("(?<![가-힣])근 (?=[0-9])", KO_CN, 2),
    (f"(?<=[0-9]년)(?:전|후|내|말|초){_END}", KO_CN, 1),
    (f"(?<=[가-힣]{{2}})(?<![{_NO_PROCESS}])중(?=에 |이[다고며]|인 )", KO_CN, 1),
    ("(?<=[가-힣]{2})(?<![오이전직향최생기노독])후(?=에|부터|[ ,])", KO_CN, 1),
    ('(?<=다)[.][”"](?=고|라고|며|라며|면서)', KO_CN, 1),
    ("(?<=[가-힣])[어여려져해와돼]있[다는던었]", KO_CN, 1),
    ("(?<=[가-힣])[은는]데 (?=도움|쓰[이인는]|필요|사용|성공|이바지|기여|주력|있다|습관)", KO_CN, 1),
    ("(?<=[가-힣])군 (?=[하한했])", KO_CN, 3),
    ("(?:(?<=^)|(?<=[,.] ))때문에", KO_CN, 2),
    ("(?<![가-힣])전 (?:사회|국민|인민|세계|당|촌|성|주|시|현)(?=[에의은이가을를과와] |[에의]서)", KO_CN, 1),
    (f"(?<![가-힣]){_CITY}(?:에서|시[에의는가와를]|행|로 (?:가|갔|간|떠|향)|(?<=상해)의 (?!정도|고의|죄|결과|원인))", KO_CN, 2),
)
_COMPILED = tuple((re.compile(sign), variety, weight) for sign, variety, weight in _SIGNS)
_WITHOUT_DIGITS = tuple(each for each in _COMPILED if "0-9" not in each[0].pattern)
_DIGIT = re.compile("[0-9]")
_OFFICE = re.compile(
    "(?:주임|서기|총경리|리사장|부장|국장|처장|촌장|주장|대변인|원장|소장|교장|대장|단장|총리|"
    "주석) "
    "([가-힣]{2,3})(?=[은는이가의](?![가-힣])|[,.]|$)"
)
_FOREIGN = re.compile(
    "(?:대통령|총리|수상|외무장관|외교장관|국방장관|국무장관|사무총장|국왕) ([가-힣]{2,6})[은는이가](?= )"
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
    for sign, variety, weight in _COMPILED if _DIGIT.search(text) else _WITHOUT_DIGITS:
        for match in sign.finditer(text):
            yield Marker(match.start(), match.end(), variety, weight)
    for match in _OFFICE.finditer(text):
        if _is_name(match.group(1)):
            yield Marker(match.start(), match.end(), KO_CN, 2)
    for match in _FOREIGN.finditer(text):
        if match[1][:2] not in lexicon().words:
            yield Marker(match.start(), match.end(), KO_CN, 2)
    for start, end in parted(text):
        yield Marker(start, end, KO_KR, 1)
    for run in runs:
        together = joined(run.group()) if not text[: run.start()][-1:].isdigit() else None
        if together:
            yield Marker(run.start(), run.start() + together[1], KO_CN, 1)
        size = _with_office(run.group())
        if size:
            yield Marker(run.start(), run.start() + size, KO_CN, 2)
    for match in _BRACKETED.finditer(text):
        yield from _of_hanzi(match)


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
