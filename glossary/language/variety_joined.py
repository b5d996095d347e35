"""What the Korean edition writes together and South Korea apart, beyond what `spacing` mends.

Bound nouns and nouns of time after a verb (졸업한후, 바랄뿐이다: 한글 맞춤법 §42), 전 and 위하다
after 기, 싶다 after 고 (§47), a numeral or 첫 with what it counts (두사람: §43), and a noun with a
place, a time or a common noun (불길속에서, 방학기간, 생산과정: §49, §50). The press of
South Korea seldom writes so, compounds excepted; many people there do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import islice

from glossary.language.hangul import coda, compose, letters
from glossary.language.lexicon import lexicon
from glossary.language.tables import read_table

_TAIL = (
    "(?:은|는|이|가|을|를|와|과|에|의|도|로|으로|만|에는|에도|에서|에서는|에서도|에서의|까지"
    "|부터|이다|이라|이고|"
    "이며|인|임|이나|였다|이였다|이었다|처럼|마다|라고|이라고)?"
)
_AFTER_VERB = re.compile(
    "(.+?)(채|뿐|줄|듯|후|뒤|다음|때|때문|동안|사이|순간|무렵|즈음|경우|만큼|대로|탓|덕분|반면"
    "|까닭|"
    "가운데|대신|정도|도중|즉시|외|이상|일|곳|셈|편|법|김|바(?=[와에가를로의])|적(?=[이은도])|"
    f"(?<!볼)만(?=[하한할했]))(?:{_TAIL}|(?<=만)[하한할했][가-힣]*)"
)
_AFTER_STEM = re.compile(
    f"(.+?)(?:기(전){_TAIL}|기(위하|위해|위한|때문|시작|어려|힘들|쉬운|쉽|마련|일쑤)[가-힣]*"
    "|고(싶|난|나서|나면|나니|말았|계시|계신)[가-힣]*)"
)
_COUNTED = re.compile(
    "((?:한두|두세|서너|네댓|열(?=한|두|세|네|다섯|여섯|일곱|여덟|아홉)|스물|한|두|세|네|석|넉"
    "|다섯|여섯|일곱|여덟"
    "|아홉|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔|몇|여러){1,2})"
    "(사람|마리|시간|차례|마을|나라|도시|학생|군데|갈래|송이|켤레|그릇|자루|걸음|바퀴|그루|가지"
    "|번째|"
    "개월|가정|녀성|로인|선수|아이|지역|분야|학교|민족|방면|명|개|병|곳|달|해|년|살|대|권|장|채"
    "|척|쌍|"
    f"팀|잔|벌|알|골|꼴|통|집|점|편|건|돌|끼|차|모금|이삭|포기|번|배)(?:중|씩|가량|쯤|만에"
    f"|째)?{_TAIL}"
)
_BESIDE_NOUN = re.compile(
    "(.{2,}?)(?:(속|앞|밑|옆|곁|뒤|아래|안|우|사이)(?:에|의|에서|으로|에는|에서는|에서도|에도"
    "|에서의|까지)"
    "|(기간|시기|당시|후|이후|이전|이래|무렵|도중|직후|직전|동안|가운데|때문|문제|수준|조치|과정"
    "|상황|결과|"
    f"내용|소식|모습|대책|측){_TAIL})"
)
_WHOLE = re.compile(f"온(가족|나라|세상|세계|마을|하루|집안){_TAIL}|첫(.{{2,}}?){_TAIL}")
_COMPOUND = re.compile(f"(.{{4,}}?)(?:들)?{_TAIL}")
_PARTED = re.compile(f"(?<![가-힣])([가-힣]{{2,6}}) ([가-힣]{{2,5}}?)(?:들)?{_TAIL}(?![가-힣])")
_ALSO_JOINED = frozenset(("만", "듯", "일", "편", "김", "법", "외", "이상", "줄", "적", "곳"))
"""Bound nouns that may be joined (한글 맞춤법 §47), or that other words end in, too (맞은편)."""
_LIGHT = "하되시키"  # what makes a verb of a noun
_VERBAL = ("하고", "되고", "하며", "되며", "하여", "되여", "하기", "되기")
_SHORT = "할될갈올볼쓸클살한된간본쓴큰"  # others of one syllable are mostly nouns


@lru_cache(maxsize=1 << 16)
def joined(run: str) -> int | None:
    """Where in a run of Hangul the word ends that would be two in South Korea.

    >>> joined("졸업한후"), joined("불길속에서"), joined("두통이")
    (4, 3, None)
    """
    for pattern, agrees in _KINDS:
        match = pattern.fullmatch(run)
        if match and agrees(match):
            end = match.end(match.lastindex or 0)
            if run[:end] not in lexicon().words and run not in lexicon().words:
                return end
    return None


def joined_after_verb(run: str) -> int | None:
    """Where in a run of Hangul a bound noun is joined to the form of a verb before it, which South
    Korea never writes.

    >>> joined_after_verb("졸업한후"), joined_after_verb("불길속에서")
    (3, None)
    """
    for pattern, agrees in _KINDS[:2]:
        match = pattern.fullmatch(run)
        if match is None or not agrees(match) or run in lexicon().words:
            continue
        end = match.start(match.lastindex or 0)
        noun = match[match.lastindex or 0]
        alone = end > 1 or noun == "때"
        if alone and noun not in _ALSO_JOINED and run[: end + len(noun)] not in lexicon().words:
            return end
    return None


def parted(text: str) -> Iterator[tuple[int, int]]:
    """The first places where two nouns stand apart that are no compound of their own, which China
    mostly writes together; from the third on they say nothing new."""
    return islice(_parted(text), 2)


def _parted(text: str) -> Iterator[tuple[int, int]]:
    words, between = lexicon().words, _nouns()[1]
    for match in _PARTED.finditer(text):
        before, after = match.groups()
        nouns = before in words and after in words and between.isdisjoint((before, after))
        if nouns and before + after not in words:
            yield match.start(), match.end(2)


def _after_verb(match: re.Match[str]) -> bool:
    """Whether this is the form of a verb that stands before a noun."""
    word, tables = match[1], lexicon()
    before, last = word[:-1], word[-1]
    if word in tables.words or (len(word) == 1 and word not in _SHORT):
        return False
    if last in "는던은을" and before:
        ends = before[-1] in f"{_LIGHT}있없" or coda(before[-1]) == "ㅆ" or before in tables.stems
        return ends and (last != "은" or coda(before[-1]) != "")
    onset, vowel, final = letters(last)
    if final not in ("ㄴ", "ㄹ"):
        return False
    open_stem, in_l = (before + compose(onset, vowel, end) for end in ("", "ㄹ"))
    return _is_stem(open_stem) or in_l in tables.stems


def _after_stem(match: re.Match[str]) -> bool:
    return _is_stem(match[1]) or coda(match[1][-1]) == "ㅆ"


def _is_stem(word: str) -> bool:
    return word in lexicon().stems or (len(word) > 1 and word[-1] in _LIGHT)


def _beside_noun(match: re.Match[str]) -> bool:
    """Whether a noun ends here, and the place or time is no part of one (법안, 약속)."""
    noun, words = match[1], lexicon().words
    tail = match[match.lastindex or 0]
    known = noun in words or (noun[-1] == "들" and noun[:-1] in words)
    return known and not any(noun[at:] + tail in words for at in range(len(noun)))


def _whole(match: re.Match[str]) -> bool:
    return match[match.lastindex or 0] in lexicon().words


def _compound(match: re.Match[str]) -> bool:
    """Whether a known noun or two stand before one that South Korea mostly parts from them."""
    noun, words = match[1], lexicon().words
    heads, _, known = _nouns()
    if noun in known or match.string.endswith(_VERBAL):
        return False
    for at in range(2, len(noun) - 1):
        if noun[at:] in heads:
            first = noun[:at]
            return first in words or any(
                first[:cut] in words and first[cut:] in words for cut in range(2, at - 1)
            )
    return False


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Nouns that are parted, words after which either country parts, and what neither parts."""
    heads, between, known = read_table("noun_heads.txt").split("\n\n")
    return frozenset(heads.split()), frozenset(between.split()), frozenset(known.split())


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_AFTER_VERB, _after_verb),
    (_AFTER_STEM, _after_stem),
    (_COUNTED, bool),
    (_BESIDE_NOUN, _beside_noun),
    (_WHOLE, _whole),
    (_COMPOUND, _compound),
)
