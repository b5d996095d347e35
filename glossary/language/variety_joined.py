"""What the Korean edition writes together and South Korea apart, run by run."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.hangul import coda
from glossary.language.lexicon import lexicon
from glossary.language.segmentation import hangs_on, is_particles
from glossary.language.variety_places import (
    AFTER_VERB,
    AUXILIARY,
    BOUND,
    BOUND_NOUN,
    COUNTED_RUN,
    COUNTER,
    HEAD,
    JOINED_NUMBER,
    NEGATED,
    NOT,
    NOUN,
    ON,
    PHRASE,
    SECOND_VERB,
    SINCE,
    SPOT,
    TAIL,
    TIME,
    UNIT,
    WHEN,
    is_adnominal,
    is_infinitive,
    is_stem,
    is_word,
    nouns,
)

_Found = tuple[int, str]

_BOUND = re.compile(f"(.+?)({BOUND_NOUN})")
_AFTER = re.compile(f"(.+?)({AFTER_VERB})")
_AFTER_STEM = re.compile(
    f"(.+?)(?:기(전){TAIL}|기(위하|위해|위한|때문|시작|어려|힘들|쉬운|쉽|마련|일쑤|바쁘)[가-힣]*"
    "|고(싶|난|나서|나면|나니|말았|계시|계신|있|있었)[가-힣]*)"
)
_BESIDE = re.compile(f"(.+?)(?:({ON})|({WHEN}){TAIL})")
_WHOLE = re.compile(f"온(가족|나라|세상|세계|마을|하루|집안|몸|집)?{TAIL}|첫(.{{2,}}?){TAIL}")
_NOT = re.compile(f"안({NEGATED})[가-힣]*")
_AUXILIARY = re.compile(f"(.+?)({SECOND_VERB})[가-힣]*")
_NUMBERED = re.compile("두(?![시기어고면는지려자])|세|네|다섯|여섯|일곱|여덟|아홉|여러|몇")
_PAIRED = re.compile(
    "(?:눈|손|발|팔|볼|뺨|귀|다리|무릎|어깨|집|몸|딸|줄)(?:[이은을의에도로]|에서|으로|과)?"
)
_ONE = frozenset(
    "차방집산강논밭배숲굴책병컵솥옷몸꿈땅물불눈비손발문벽길돌흙뜰벌못섬땀피말글봄밤낮해달별빛"
    "풀꽃솜잔독관통칸성시주현군촌향역탑탁상품입코귀혀창막널칼촉점선원면각"
)
_ALSO_JOINED = ("만", "듯", "일", "편", "김", "법", "외", "이상", "줄", "적", "곳")
"""Bound nouns that may be joined (한글 맞춤법 §47), or that other words end in, too (맞은편)."""
_PLACE = re.compile("뒤쪽|옆쪽|사이|아래|가운데|복판|.")
_SUFFIXES = frozenset(
    "시자률성객가장료비기지인원팀권률율량물품선식형적용급층국과실집관론법화력률액부소점제증증서서장"
)
_PARTICLE_END = re.compile(".*(?:인지|인가|라면|보다|마다|가량|하고|까지|부터|들이|이나)")
_SPAN = re.compile(
    "며칠|얼마|하루|이틀|사흘|나흘|사나흘|닷새|엿새|이레|열흘|보름|한달|두달|"
    "반년|몇해|몇년|몇달|일주일|오래|그|이|방금|조금|잠시|식사|퇴근|출근|수업|"
    "전쟁|해방|개학|방학|취침|운동|수술|퇴직|졸업|결혼|회의|경기|사건|사고"
)
_OPENED = dict(
    zip(
        "본볼봤봐봅준줄줘줬둔둘뒀간갈갔온올왔낸낼냈난날났",
        "보보보보보주주주주두두두가가가오오오내내내나나나",
        strict=True,
    )
)
_PHRASES = re.compile(
    "크고작|서있[다었는던을]|나와있|와있[다었는던]|가있[다었는던]|첫주에|"
    "차안에|더이상|할말[이은을도]|마지막날|매일마다|다시한번|또한번|하루종일|"
    "마음놓고|소리내|여러가지|여러차례|여러번|우리집|우리학교|그밖에|둘째날|"
    "셋째날|첫째날|이튿날아침|다음날|다음주|이번주|이번달|다음달|지난달말|매주말|"
    "두말할것|할수없이|아닐수|하나도없|아무것도없|밤늦게까지|아침일찍|얼마전|"
    "며칠전|보다더|제일먼저|하루빨리|한시바삐"
)


@lru_cache(maxsize=1 << 16)
def joined(run: str) -> _Found | None:
    """Where in a run of Hangul the words end that South Korea would part, and the kind of place.

    >>> joined("졸업한후"), joined("불길속에서"), joined("두통이")
    ((4, 'noun-after-verb'), (3, 'position'), None)
    """
    if len(run) < 2 or run in lexicon().words:
        return None
    return next(filter(None, (look(run) for look in _LOOKS)), None)


def joined_after_verb(run: str) -> int | None:
    """Where in a run of Hangul a bound noun is joined to the form of a verb before it, which South
    Korea never writes.

    >>> joined_after_verb("졸업한후"), joined_after_verb("불길속에서")
    (3, None)
    """
    if run in lexicon().words:
        return None
    for look in (_bound, _after_verb):
        found = look(run)
        if found is not None and not run.startswith(_ALSO_JOINED, found[0] - 1):
            return found[0] - 1
    match = _after_stem_in(run)
    return match.start(match.lastindex or 0) if match else None


def _bound(run: str) -> _Found | None:
    match = _BOUND.fullmatch(run)
    if not match:
        return None
    word, noun = match[1], match[2]
    if word + noun[0] in lexicon().stems:
        return None  # 살리는
    ending = noun[0] in "지데" and not _is_past(word)  # 인지, 는데
    if ending or not is_adnominal(word) or _is_one_word(run, len(word), len(noun)):
        return None
    if noun[0] == "만" and len(word) == 1:
        return None  # 볼만하다
    return len(word) + 1, BOUND


def _is_past(word: str) -> bool:
    """Whether 지 and 데 are nouns after this form (떠난지), not a part of its ending (인지)."""
    return len(word) > 1 and not word.endswith(("는", "던", "인", "운", "은"))


def _after_verb(run: str) -> _Found | None:
    match = _AFTER.fullmatch(run)
    if not match or (len(match[1]) == 1 and match[2][0] not in "때뒤후무즈"):
        return None
    at = len(match[1])
    if is_adnominal(match[1]) and not _is_one_word(run, at, len(match[2])):
        return at + 1, TIME
    return None


def _after_stem(run: str) -> _Found | None:
    match = _after_stem_in(run)
    if match is None:
        return None
    return match.end(match.lastindex or 0), AUXILIARY if match[4] else TIME


def _after_stem_in(run: str) -> re.Match[str] | None:
    """A noun after 기, or an auxiliary after 고, behind a stem or a past (왔기때문에)."""
    match = _AFTER_STEM.fullmatch(run)
    return match if match and (is_stem(match[1]) or coda(match[1][-1]) == "ㅆ") else None


def _is_one_word(run: str, at: int, size: int) -> bool:
    """Whether what would be parted is one word (실수, 탈것)."""
    words = lexicon().words
    first = max(0, at - 3)
    last = at - 1 if at > 2 and run[at - 1] in "한할된될" else at
    return any(
        run[start:end] in words
        for start in range(first, last)
        for end in range(at + 1, at + size + 1)
    )


def _number(run: str) -> _Found | None:
    match = JOINED_NUMBER.fullmatch(run)
    if not match:
        return _noun_after_number(run)
    if run[: match.end(2)] in lexicon().words or match[1] == "만":
        return None
    counted = COUNTED_RUN.match(match[2])
    return match.end(2), UNIT if counted and counted.end() == len(match[2]) else COUNTER


def _noun_after_number(run: str) -> _Found | None:
    """Any other noun after a native numeral (세남매, 두볼)."""
    match = _NUMBERED.match(run)
    if not match or any(_is_single(run, end) for end in range(2, len(run) + 1)):
        return None
    at = match.end()
    for end in range(at + 2, len(run) + 1):
        if is_word(run[at:end]) and is_particles(run[end:]):
            return end, UNIT
    return (at + 1, UNIT) if _PAIRED.fullmatch(run, at) else None


def _beside(run: str) -> _Found | None:
    """A noun and its place or time, which are no part of one word (법안, 약속)."""
    match = _BESIDE.fullmatch(run)
    if not match:
        return None
    noun, place = match[1], match[2]
    head = _PLACE.match(place) if place else None
    last = head[0] if head else match[3]
    if not _stands_before(noun, is_place=bool(place)) or _is_cut(noun, last):
        return None
    end = len(noun) + len(last)
    if last == "안" and not run[end:].startswith(("에", "의", "으로")):
        return None  # 건설안이
    return end, SPOT if place else SINCE


def _stands_before(noun: str, *, is_place: bool) -> bool:
    if len(noun) == 1:
        return is_place and noun in _ONE
    plural = noun[-1] == "들" and noun[:-1] in lexicon().words
    known = is_word(noun) or plural or _SPAN.fullmatch(noun) is not None
    return known or (len(noun) > 3 and _parts(noun) > 1)


def _is_cut(noun: str, last: str) -> bool:
    """Whether the two are one word (재미있는), or another begins inside the noun and ends with
    what follows (사업 + 기간)."""
    words, stems = lexicon().words, lexicon().stems
    if noun + last in words or (last[0] in "있없같" and noun + last[0] in stems):
        return True
    return any(noun[at:] + last in words and is_word(noun[:at]) for at in range(2, len(noun)))


def _whole(run: str) -> _Found | None:
    match = _WHOLE.fullmatch(run)
    part = match and (match[1] or match[2])
    return (1 + len(part), PHRASE) if part and is_word(part) else None


def _not(run: str) -> _Found | None:
    match = _NOT.fullmatch(run)
    if not match or any(run[:end] in lexicon().words for end in range(2, len(run) + 1)):
        return None
    return match.end(1), NOT


def _auxiliary(run: str) -> _Found | None:
    match = _AUXILIARY.fullmatch(run)
    if not match or len(match[1]) < 2 or not is_infinitive(match[1]) or run.endswith("해보다"):
        return None
    stems = lexicon().stems
    at = len(match[1])
    if any(run[: at + size] in stems or _opened(run[: at + size]) in stems for size in (1, 2)):
        return None
    return match.end(2), AUXILIARY


def _opened(word: str) -> str:
    """The stem whose last syllable took an ending in (찾아본: 찾아보)."""
    return word[:-1] + _OPENED.get(word[-1], word[-1])


def _phrase(run: str) -> _Found | None:
    match = _PHRASES.match(run)
    return (match.end(), PHRASE) if match else None


def _compound(run: str) -> _Found | None:
    """Nouns that South Korea mostly parts."""
    if len(run) < 4 or any(_is_single(run, end) for end in range(2, len(run) + 1)):
        return None
    for end in range(len(run), 3, -1):
        noun = run[:end]
        if noun in nouns()[2]:
            return None
        if _parts(noun) > 1 and hangs_on(run[end:]) and not _is_particle(noun):
            head = any(noun[at:] in nouns()[0] for at in range(2, len(noun) - 1))
            return len(noun), HEAD if head else NOUN
    return None


def _is_single(run: str, end: int) -> bool:
    """Whether a run begins with one word with no other behind it, but an affix or an ending."""
    if not is_word(run[:end]) and run[:end] not in lexicon().stems:
        return False
    rest = run[end:]
    return hangs_on(rest) or (hangs_on(rest[1:]) and rest[0] in _SUFFIXES) or rest.startswith("들")


def _is_particle(noun: str) -> bool:
    return _PARTICLE_END.fullmatch(noun) is not None or noun[:2] == noun[2:4]


@lru_cache(maxsize=1 << 15)
def _parts(noun: str) -> int:
    """How many nouns of two syllables and more a noun consists of, at least; 0 if of others."""
    best = [0] + [-1] * len(noun)
    for end in range(2, len(noun) + 1):
        for start in range(max(0, end - 5), end - 1):
            if best[start] >= 0 and is_word(noun[start:end]):
                count = best[start] + 1
                if best[end] < 0 or count < best[end]:
                    best[end] = count
    return max(0, best[-1])


_LOOKS = (
    _number,
    _bound,
    _after_verb,
    _after_stem,
    _beside,
    _not,
    _phrase,
    _whole,
    _auxiliary,
    _compound,
)
