"""What the Korean edition writes together and South Korea apart, run by run."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.lexicon import lexicon
from glossary.language.segmentation import is_particles
from glossary.language.variety_after_verbs import after_stem, after_verb, bound
from glossary.language.variety_compounds import (
    Found,
    adjectival,
    compound,
    is_single,
    parts,
    short_noun,
)
from glossary.language.variety_places import (
    AUXILIARY,
    COUNTED_RUN,
    COUNTER,
    JOINED_NUMBER,
    LONGEST_RUN,
    NEGATED,
    NOT,
    ON,
    PHRASE,
    SECOND_VERB,
    SHORT_AUXILIARY_RUN,
    SHORT_VERBS,
    SINCE,
    SPOT,
    TAIL,
    UNIT,
    WHEN,
    is_infinitive,
    is_word,
    nouns,
    opened,
)

_BESIDE_FIRST = frozenset(
    "속앞밑옆곁뒤아안밖우위사가쪽끝복틈옆기시당전후중내때이무도직동측간날철초말년없있같정대덕탓"
)
_SECOND_FIRST = frozenset(
    "있계보본볼봄봅봐봤주준줄줌줍줘줬드두둔둘둠둡둬뒀놓놔놨버내낸낼냅냈가간갈갑갔오온올옵왔와대댄댈댔나"
    "달먹앉놀살넣서섰죽붙들떠다쌓모퍼마쓰쓴쓸써썼입읽심치박꽂걸담매뽑돌뜯부불건지올터닿신"
)

_BESIDE = re.compile(f"({ON})|({WHEN}){TAIL}")
_WHOLE = re.compile(
    "온(?:가족|나라|세상|세계|마을|하루|집안|몸|집|동네|골짜기|산|식구|거리|교실|학교)|"
    "전(?:세계|사회|인민|지역|과정|직원|국민)|헌(?:옷|책|집|신문|신발|물건)|빈(?:병|컵|통|"
    "상자|그릇|봉지)|"
    "옛(?:성|집|친구|이야기|노래|사람|모습|책|마을|동네|고향)|짧은글|가짜(?:술|돈|약|상품)|"
    "새(?:옷|책|둥지|학기|교실|터전|보금자리|일터|집|차|학교|건물|규정|기록|제품|기술|세대|"
    "시대|마을|생활|친구|선생님)"
)
_NOT = re.compile(f"안({NEGATED})[가-힣]*")
_AUXILIARY = re.compile(f"(?![줬놨뒀]){SECOND_VERB}")
_NUMBERED = re.compile("두(?![시기어고면는지려자])|세|네|다섯|여섯|일곱|여덟|아홉|여러|몇")
_PAIRED = re.compile(
    "(?:눈|손|발|팔|볼|뺨|귀|다리|무릎|어깨|집|몸|딸|줄)(?:[이은을의에도로]|에서|으로|과)?"
)
_ONE = frozenset(
    "등목담차방집산강논밭배숲굴책병컵솥옷몸꿈땅물불눈비손발문벽길돌흙뜰벌못섬땀피말글봄밤낮해달별빛"
    "풀꽃솜잔독관통칸성시주현군촌향역탑탁상품입코귀혀창막널칼촉점선원면각"
)
_PLACE = re.compile("뒤쪽|옆쪽|사이|아래|가운데|복판|.")
_SPAN = re.compile(
    "며칠|얼마|하루|이틀|사흘|나흘|사나흘|닷새|엿새|이레|열흘|보름|한달|두달|"
    "반년|몇해|몇년|몇달|일주일|오래|그|이|방금|조금|잠시|식사|퇴근|출근|수업|"
    "전쟁|해방|개학|방학|취침|운동|수술|퇴직|졸업|결혼|회의|경기|사건|사고"
)
_INSIDE = ("에", "의", "으로")
_FIXED = re.compile("보여[주준줄줬줘줍]|걸려[오온왔]|알려[주준줄줬줘드]|해[내낸냈]")
_WITH_VERB = re.compile(
    "[눈비개피물흙꽃땀불손발닭새해달별김논밭밤밥술글책꿈춤길집옷신돈빚병약털풀꿀잎솔나락벼]"
    "(?:덮[인여였]|내[리린렸려]|짖[는고던어]|"
    "묻은|벗[고어은]|맺[힌혔]|[오지피뜨매캐차][는던고]|[진핀맨캔찬밴](?![가-힣])|우는|울[고던]|[뜯심짓읽씻갚쌓잡찾얻벌듣][는고으]|"
    "마[시신셨셔]|젖은|마른|뿌리|흘리|태우|갈[고던]|모[는고]|붙은|묶[인여]|깔린|끓[는이]|날리|먹은|들인)[가-힣]*"
)
_PHRASES = re.compile(
    "싶어[하한할했]|얼마만[에이인입]|아니[된될됩되]|몇년만|[가-힣]{1,2}나라때|그자체|다같이|먼데서|눈코뜰새|즐겨[하한할했][가-힣]|그래[왔온]|(?:[너나저그이]|누구|무엇|우리)때문|모든것|빈것|이른(?:봄|아침|새벽|시일|시간)|깊은(?:밤|산)|아무데[나도서에]|(?:내|네|니|우리|누구|엄마|아빠)거[야다라지]|몇(?:학년|월|등|층|호|점|도|급|회|번지)|먼(?:곳|산|나라|바다)|어느(?:해|마을|집|곳)|(?:둘째|셋째|첫째)주|말것[은을이]|(?:시|현|주|성)(?:중급|당국|공안국|교육국|교통|기상|정부|당위|인민|"
    "위생|민정|도서관|박물관|체육|병원|지진국|재정국|검찰원|법원)|크고작|서있[다었는던을]|나와있|와있[다었는던]|가있[다었는던]|첫주에|"
    "차안에|더이상|할말[이은을도]|마지막날|매일마다|다시한번|또한번|하루종일|"
    "마음놓고|소리내|여러가지|여러차례|여러번|우리집|우리학교|그밖에|둘째날|"
    "셋째날|첫째날|이튿날아침|다음날|다음주|이번주|이번달|다음달|지난달말|매주말|"
    "두말할것|할수없이|아닐수|하나도없|아무것도없|밤늦게까지|아침일찍|얼마전|"
    "그가운데|너나없이|나혼자|너혼자|반컵|이모든|그모든|걱정마|걱정말|인상깊|고장[나났난]|이사온|"
    "이사간|해질무렵|"
    "련락주[세시십었]|연락주[세시십]|며칠전|보다더|제일먼저|하루빨리|한시바삐"
)


@lru_cache(maxsize=1 << 16)
def joined(run: str) -> Found | None:
    """Where in a run of Hangul the words end that South Korea would part, and the kind of place.

    >>> joined("졸업한후"), joined("불길속에서"), joined("두통이")
    ((4, 'noun-after-verb'), (3, 'position'), None)
    """
    known = run in lexicon().words or run in nouns().whole
    if not 1 < len(run) <= LONGEST_RUN or (known and run not in nouns().counted):
        return None
    return next(filter(None, (look(run) for look in _LOOKS)), None)


def _number(run: str) -> Found | None:
    match = JOINED_NUMBER.fullmatch(run)
    if not match:
        return _noun_after_number(run) if _NUMBERED.match(run) else None
    if _begins_with_verb(run) or any(run[:end] in nouns().whole for end in (2, 3)):
        return None
    number = run[: match.end(2)]
    if (number in lexicon().words and number not in nouns().counted) or match[1] == "만":
        return None
    counted = COUNTED_RUN.match(match[2])
    return match.end(2), UNIT if counted and counted.end() == len(match[2]) else COUNTER


def _noun_after_number(run: str) -> Found | None:
    """Any other noun after a native numeral (세남매, 두볼)."""
    match = _NUMBERED.match(run)
    single = any(is_single(run, end) for end in range(2, len(run) + 1))
    if not match or single or _begins_with_verb(run):
        return None
    at = match.end()
    if run.startswith(("거나", "지도", "우", "내", "아서", "차려", "날", "드"), at):
        return None  # 세거나
    for end in range(at + 2, len(run) + 1):
        if is_word(run[at:end]) and is_particles(run[end:]):
            return end, UNIT
    return (at + 1, UNIT) if _PAIRED.fullmatch(run, at) else None


def _begins_with_verb(run: str) -> bool:
    """Whether the stem of a verb begins the run (서성이다)."""
    return any(run[:end] in lexicon().stems for end in range(2, len(run) + 1))


def _beside(run: str) -> Found | None:
    """A noun and its place or time, which are no part of one word (법안, 약속)."""
    for at in range(1, len(run)):
        match = _BESIDE.fullmatch(run, at) if run[at] in _BESIDE_FIRST else None
        if match:
            found = _is_beside(run, at, match)
            if found:
                return found
    return None


def _is_beside(run: str, at: int, match: re.Match[str]) -> Found | None:
    noun, place = run[:at], match[1]
    head = _PLACE.match(place) if place else None
    last = head[0] if head else match[2]
    if not _stands_before(noun, is_place=bool(place)) or _is_cut(noun, last):
        return None
    end = at + len(last)
    if at == 1 and any(is_single(run, size) for size in range(2, len(run))):
        return None  # 품사이며
    if any(opened(run[: at + size]) in lexicon().stems for size in (1, 2)):
        return None  # 내세우다, 결판날
    opens = (*_INSIDE, "을") if noun in nouns().rooms else _INSIDE
    if last == "안" and not run[end:].startswith(opens):
        return None  # 건설안이
    if last == "시" and noun not in nouns().events:
        return None
    if last == "간" and _SPAN.fullmatch(noun):
        return None  # 사흘간
    return end, SPOT if place else SINCE


def _stands_before(noun: str, *, is_place: bool) -> bool:
    if len(noun) == 1:
        return is_place and noun in _ONE
    plural = noun[-1] == "들" and noun[:-1] in lexicon().words
    known = is_word(noun) or plural or _SPAN.fullmatch(noun) is not None
    return known or (len(noun) > 3 and parts(noun) > 1)


def _is_cut(noun: str, last: str) -> bool:
    """Whether the two are one word (재미있는), or another begins inside the noun and ends with
    what follows (사업 + 기간)."""
    words, stems = lexicon().words, lexicon().stems
    if (
        noun + last in words
        or noun + last in nouns().whole
        or (last[0] in "있없같" and noun + last[0] in stems)
    ):
        return True
    return any(noun[at:] + last in words and is_word(noun[:at]) for at in range(2, len(noun)))


def _whole(run: str) -> Found | None:
    if run[0] not in "온전헌빈옛짧가새첫":
        return None
    if any(run[:end] in nouns().whole for end in range(3, len(run) + 1)):
        return None
    match = _WHOLE.match(run)
    if match and match[0] not in lexicon().words and is_particles(run[match.end() :]):
        return match.end(), PHRASE
    first = run[0] == "첫" and next(
        (end for end in range(len(run), 2, -1) if is_word(run[1:end]) and is_particles(run[end:])),
        0,
    )
    return (first, PHRASE) if first else None


def _not(run: str) -> Found | None:
    if run[0] != "안" or len(run) < 3:
        return None
    words, stems = lexicon().words, lexicon().stems
    if any(run[:end] in words for end in range(2, len(run) + 1)):
        return None
    match = _NOT.fullmatch(run)
    if match:
        return match.end(1), NOT
    if run[1] in "았아" or any(opened(run[:end]) in stems for end in range(2, len(run) + 1)):
        return None  # 안았다, 안기다
    verb = any(run[1:end] in stems or opened(run[1:end]) in stems for end in (2, 3, 4))
    return (2, NOT) if verb and not is_particles(run[1:]) else None


def _auxiliary(run: str) -> Found | None:
    if _FIXED.match(run):
        return None
    if run[0] in SHORT_VERBS:
        match = SHORT_AUXILIARY_RUN.fullmatch(run, 1)
        if match and not _is_one_verb(run, 1) and run[:2] not in lexicon().words:
            return 2, AUXILIARY
    for at in range(2, len(run)):
        match = _AUXILIARY.match(run, at) if run[at] in _SECOND_FIRST else None
        if (
            match
            and is_infinitive(run[:at])
            and not _is_one_verb(run, at)
            and not (is_word(run[:at]) and is_particles(run[at:]))
        ):
            return match.end(), AUXILIARY
    return None


def _is_one_verb(run: str, at: int) -> bool:
    stems = lexicon().stems
    heads = [run[: at + size] for size in (1, 2)]
    heads += [opened(head) for head in heads]
    if run.startswith("올", at):
        heads.append(f"{run[:at]}오르")  # 달아올라
    return any(head in stems or head in nouns().whole for head in heads)


def _noun_with_verb(run: str) -> Found | None:
    """A noun of one syllable with its verb, which are no one verb (눈덮인)."""
    match = _WITH_VERB.fullmatch(run)
    if not match or any(is_single(run, end) for end in range(2, len(run) + 1)):
        return None
    return None if _is_one_verb(run, 1) else (len(run), PHRASE)


def _phrase(run: str) -> Found | None:
    match = _PHRASES.match(run)
    return (match.end(), PHRASE) if match else None


_LOOKS = (
    _number,
    bound,
    after_verb,
    after_stem,
    _beside,
    _not,
    _phrase,
    _whole,
    _noun_with_verb,
    _auxiliary,
    compound,
    short_noun,
    adjectival,
)
