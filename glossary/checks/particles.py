"""Particles that do not agree with the sound before them, where that is sure.

After digits, signs and brackets the reading tells. In a run of Hangul the same syllables may end
another word (가을, 전문가, 총무과, 진입로, 먹는), so the word before has to be a known noun, and
with them together no other word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.gazetteer import places_in, southern_names
from glossary.language.hangul import coda, is_syllable
from glossary.language.lexicon import lexicon
from glossary.language.particle_ends import ends_no_word
from glossary.language.particles import choose
from glossary.language.sounds import is_listed
from glossary.model import Finding

PARTICLE = "particle"

_LONGEST = 40  # characters of a word that is looked at
_COMPARED = 5_000  # characters of a Korean source that is asked for the particle

_WORD = re.compile(
    r"(?P<word>[^\s]{0,30}?[가-힣A-Za-z0-9%％℃㎞㎏㎝㎡²)）’”」』》〉])"
    r"(?P<particle>을|를|은|는|이|가|(?:과|와)(?=(?:는|도|의)?[^가-힣]|$)|(?:으로|로)(?=(?:부터"
    r"|서|써|도|만|의|는)?[^가-힣]|$))"
    r"(?:(?<=[와과])(?:는|도|의)|(?<=로)(?:부터|서|써|도|만|의|는))?(?=[\s,.!?…，。)’”]|$)"
)
_EXPLAINED = re.compile(r"[가-힣]\([^()]*[^()\s]\)$|[가-힣]（[^（）]*[^（）\s]）$")
_QUOTED = re.compile("[가-힣0-9][’”」』》〉]$")
_INITIALS = re.compile("(?:^|[^A-Za-z/0-9.])(?:[A-Z]{1,3}|[A-Z]&[A-Z])$")
_NUMBER = re.compile(
    r"(?:^|[^A-Za-z0-9.,/:=_-])(?:\d+(?:[.,]\d+)?|G(?:7|8|20))$|(?<![\d:])\d{1,2}:\d$"
)
_MEASURED = re.compile(
    r"(?:^|[^A-Za-z0-9.,/:=_-])(?:[2-6]G|\d+(?:[.,]\d+)? ?"
    r"(?:[kmc]?m|[km]?g|t|ha|[kMG]W|[kMG]?Hz|kWh|[KMGT]B|k?V|dB))$"
)
_HANGUL_END = re.compile("[가-힣]+$")
_COUNTER = re.compile(
    r"[0-9](?:년|월|일|명|개|번|원|톤|권|건|편|층|호|점|등|살|분|만|억|년간|개월|대|채|마리|장"
    r"|쌍|그루|위|등급|급|번째|차|회|호|조|반|팀|도|미터|메터|킬로미터|킬로메터|킬로그램"
    r"|킬로그람|그램|그람|퍼센트|프로"
    r"|포인트|달러|딸라|위안|유로|엔|시간|분기|세기|학년|년도|분|초|평|무|리)$"
)
_BEFORE_GA = re.compile(" [가-힣]")  # at the end of a sentence 가 asks, or is 家 or 價
_OTHER_WORDS = {
    "가": re.compile("[인은는던언런한할된람]가$"),
    "을": re.compile("[가마노고]을$"),
    "이": re.compile(
        "(?:[아사차오나구모거누머더어]|들|그|저|바|같|깊|높|많|죽|먹|보|풀|받|지|키|리|다|하"
        "|스러)이$"
    ),
    "은": re.compile("은은$"),
    "과": re.compile(
        "(?:총무|경리|서무|인사|교무|국어|영어|회계|세무|관리|정보|처리|기계|무|보|수)과$"
    ),
}
_ENDS = {
    "가을": re.compile("秋"),
    "마을": re.compile("[村庄屯寨乡里镇社]"),
    "노을": re.compile("[霞晚暮]"),
    "고을": re.compile("[县郡邑乡州]"),
    "사이": re.compile("[间中之]"),
    "차이": re.compile("差"),
    "나이": re.compile("[岁龄]"),
    "오이": re.compile("瓜"),
    "아이": re.compile("[孩娃童子]"),
    "구이": re.compile("[烤烧]"),
    "누이": re.compile("[姐妹]"),
}
"""Words that a noun's last syllable makes with the particle, and hanzi that the source then has."""
_SHORT = {
    "는": "물말길글술칼달",  # of 물다 and 말다 these forms are 무는 and 마는
    "은": "키코귀배차새비해피뼈벼",
    "과": "키코귀배차새비해피뼈벼",
    "와": "눈물산강집책밥말길손발몸꽃달별돈땅옷약빵술콩글곡",
}
"""Nouns of one syllable that with this particle are no other word."""
_AND = re.compile("[\u3400-\u9fff][和与及跟][\u3400-\u9fff]")
_WITH = re.compile("[和与及跟同并、，,/]")
"""Without these a source joins nothing, and 와 may end a foreign name."""
_GATES = {
    "가": re.compile("[家街价歌哥者人]"),
    "로": re.compile("[路道街]"),
    "과": re.compile("[科课系]"),
}
"""Hanzi that, where the source has them, may be the last syllable: 家 is 가, 路 is 로."""


def particle(pair: Pair) -> Iterator[Finding]:
    """Particles of the target in the wrong form."""
    if pair.target.language != "ko":
        return
    variety = pair.target.variety
    for match in _WORD.finditer(pair.target.text):
        word, old = match["word"], match["particle"]
        if len(word) > _LONGEST:
            continue
        before = pair.target.text[max(0, match.end("word") - _LONGEST) : match.end("word")]
        right = choose(before, old, variety)
        if right is None or right == old or not _is_sure(pair, before, old, right, match.end()):
            continue
        start, end = match.span("particle")
        yield pair.in_target(
            PARTICLE, "particle-wrong", start, end, fix=right, word=word, right=right
        )


def _is_sure(pair: Pair, word: str, old: str, right: str, at: int) -> bool:
    """Whether the particle that begins after `word`, and ends at this place, is surely wrong."""
    last = word.split()[-1]
    known = pair.source.language == "ko" and len(pair.source.text) < _COMPARED
    if known and f" {last}{right} " in f" {pair.source.text}":
        return True
    if not is_syllable(word[-1]):
        return _is_read(word, old)
    if _may_be_other(pair.target.text, word, old, at):
        return False
    if old == "를" or (old == "으로" and coda(word[-1]) in ("", "ㄹ")) or _COUNTER.search(word):
        return old != "가"
    found = _HANGUL_END.search(word)
    stem = found[0] if found else ""
    gate, other = _GATES.get(old), _OTHER_WORDS.get(old)
    if gate is not None and pair.source.language == "zh" and gate.search(pair.source.text):
        return False
    if other is not None and other.search(stem + old) and not _is_meant(pair, stem, old):
        return False
    return _is_noun(stem, old) or _joins(pair, stem, old) or _ends_no_word(pair, stem, old)


def _ends_no_word(pair: Pair, stem: str, old: str) -> bool:
    """Whether no word can end so, and 和 or the like is in the source where the particle joins."""
    may_join = old != "와" or pair.source.language != "zh" or bool(_WITH.search(pair.source.text))
    return may_join and ends_no_word(stem, old)


def _is_meant(pair: Pair, stem: str, old: str) -> bool:
    """Whether all before the particle is a noun, and the source has nothing of the word that the
    last two syllables may be: 보고을 is no 고을 (县)."""
    if old == "가" or pair.source.language != "zh" or stem not in lexicon().words:
        return False
    if stem + old in southern_names():  # 상하이
        return False
    hanzi = _ENDS.get(stem[-1:] + old)
    return hanzi is None or not hanzi.search(pair.source.text)


def _may_be_other(text: str, word: str, old: str, at: int) -> bool:
    """Whether a particle that ends at this place may be a noun's end: 사과는, 학과의, 전문가."""
    if old == "가":
        return not _BEFORE_GA.search(text[at:])
    joined = old in ("과", "와") and text[at - 1 : at] in tuple("는도의")
    return joined and not _COUNTER.search(word)


def _joins(pair: Pair, stem: str, old: str) -> bool:
    """Whether a noun is joined to the next as the source has it: 콩와 옥수수. 도시과 may be a word,
    but not where the source has nothing of a department (see `_GATES`)."""
    words = lexicon().words
    if old not in ("와", "과") or _AND.search(pair.source.text) is None:
        return False
    return stem in words if len(stem) > 1 else f"{stem}{old}" not in words


def _is_read(word: str, old: str) -> bool:
    """Whether it is sure how a word is read that ends in a digit, a sign, a letter or a mark."""
    if word[-1] in ")）":
        return _EXPLAINED.search(word) is not None
    if word[-1] in "’”」』》〉":
        return _QUOTED.search(word) is not None
    if word[-1].isascii() and word[-1].isalpha():
        return any(each.search(word) for each in (_INITIALS, _MEASURED)) or is_listed(word)
    return not word[-1].isdigit() or (old not in ("가", "이") and bool(_NUMBER.search(word)))


def _is_noun(stem: str, old: str) -> bool:
    """Whether a run of Hangul ends in a known noun, and with the particle is no word itself."""
    tables = lexicon()
    whole = stem + old
    if len(stem) == 1:
        no_verb = old == "는" and stem not in tables.stems  # 책는
        return no_verb or stem in _SHORT.get(old, "")
    for size in range(len(whole), 2, -1):
        if whole[-size:] in tables.words or whole[-size:] in tables.by_chinese:
            return False
    if old == "는" and stem in tables.stems:
        return False
    if (stem.endswith("들") and len(stem) > 2) or (old == "이" and stem.endswith("이")):
        return True  # 장웨이이
    for size in range(len(stem), 1, -1):
        piece = stem[-size:]
        if piece in tables.words or piece in tables.by_korean:
            return True
        pair = tables.by_chinese.get(piece)
        if pair is not None and pair.korean not in tables.stems:
            return True
    return any(place.end == len(stem) for place in places_in(stem))
