"""The places where one variety of Korean writes a space and the other none, and what stands there.

A bound noun after a verb (할수, 할 수: 한글 맞춤법 §42), a counter after its numeral (두사람: §43),
an auxiliary after another verb (적어두다: §47), a place or a time after a noun (공기속, 퇴직후),
a noun after a noun (검사기록: §49, §50), a verb after 안 or 못. China joins (조선말규범집 2010),
South Korea parts or may part.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.language.hangul import UNCONTRACTED, coda, compose, letters, with_coda
from glossary.language.lexicon import lexicon
from glossary.language.tables import read_table

BOUND, TIME, COUNTER, UNIT, SPOT, SINCE, NOUN, HEAD, AUXILIARY, ONGOING, NOT, PHRASE = (
    KINDS_OF_PLACE
) = (
    "bound-noun",
    "noun-after-verb",
    "counter",
    "counted-noun",
    "position",
    "time",
    "noun",
    "head-noun",
    "auxiliary",
    "ongoing",
    "negation",
    "phrase",
)

LONGEST_RUN = 24
"""Syllables; a longer run is no word, nor two."""


def _any_of(words: str) -> str:
    """A pattern of these words, of two that begin alike the longer one first."""
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


_PARTICLES = (
    "은 는 이 가 을 를 와 과 에 의 도 로 으로 만 에서 서 에서부터 까지 부터 이다 다 이라 라 "
    "이고 고 이며 며 인 임 일 이나 나 "
    "처럼 마다 이라고 라고 이란 란 이라는 라는 이라도 라도 이라면 라면 에게 에게서 보다 조차 "
    "마저 만큼 밖에 "
    "입니다 입니까 이에요 예요 이예요 이지만 이라며 이라면서 이므로 이니 이니까 이면 면 인데 "
    "인가 인지 일가 일까 "
    "이던 이든 이자 이였 이었 였 였다 이였다 이었다 이였고 이었고 였고 이였는 이었는 "
    "이야 이여 여서 이여서 이어서 께서 께 들 로서 으로서 로써 으로써 로부터 으로부터 에로 "
    "하고 씩 쯤 정도 가량 "
)
TAIL = f"(?:{'|'.join(_PARTICLES.split())}){{0,3}}"
_NO_THING = (
    "[리절부래울기짓품위주의대듭름나실액점창친쳐슬푸북미꾸론센취]|니와"  # what 거 may begin else
)
BOUND_NOUN = (
    f"(?:것[가-힣]{{0,6}}|거(?!{_NO_THING})[가-힣]{{0,4}}|겁니[다까][가-힣]*|걸[가까]요?|"
    "게(?:요|지|야)?|건(?:지|가|데|데요)?|걸|"
    "수(?:가|는|도|밖에|밖에는|조차|있[가-힣]*|없[가-힣]*)?|"
    "데(?:나|에|는|도|에는|에도|서|로|다가|만|를|가)?|지(?:는|도|가|만)?|줄(?:은|도|을|만|로)?|"
    "듯(?:이|[하한할했해싶][가-힣]{0,4})?|뿐(?!더러)[가-힣]{0,6}|"
    "만큼(?:은|이나|의|도)?|대로|채(?:로)?|"
    "바(?:가|를|는|와|에|로|도|의|로는|에는|이다|인데|대로)?|리(?:가|는|도)?|"
    "[척체](?:[하한할했해][가-힣]{0,4})?|만(?:[하한할합했해][가-힣]{0,4})|"
    "번(?:했다|하였다|한|했)[가-힣]*|"
    "뻔(?:했다|하였다|한|했|하다)[가-힣]*|셈(?:이다|인|이었다|이였다|이지|이고|입니다)?|"
    "나름(?:이다)?|새(?:도|가|를)|나위(?:도|가)|턱(?:이|은|도)|둥|족족|겸|"
    "참(?:이다|이였다|이었다|에|인데)|"
    "터(?:이다|인데|에|라|니|여서)?|테(?:니|니까|면|고|지|지만|야|다)|텐데요?|따름(?:이다|"
    "입니다|이였다|이었다)?|"
    "념(?:을|도|이)?|법(?:이다|이니|이었다|이였다|이라고|이지)|김에|적(?:이|은|도|에|부터)|만치|"
    "감(?:이|도|을)|이(?:가|는|도|의|에게|들[가-힣]{0,2})|자(?:는|가|에게|에|의|를|들[가-힣]{0,2})|"
    "분(?:이[가-힣]{0,4}|은|을|도|의|께서?|들(?:이|은|을|도|의|께서?)?)?|"
    "시(?:에|에는)?|중(?:이[가-힣]{0,4}|인|인데|입니다|에))"
)
_NAMED = (
    "동안|사이|순간|경우|까닭|가운데|외|이상|일|곳|편|날|사람|이후|이래|끝|모양|당시|이유|"
    "사실|다음|뒤|때|덕분|탓|대신"
)
_UNNAMED = "후|때문|무렵|즈음|도중|즉시|노릇|통"
AFTER_VERB = f"(?:(?:{_NAMED}|{_UNNAMED}){TAIL})"
NUMERAL = (
    "(?:(?:한두|두세|두서너|서너|두어|네댓|너덧|댓|열댓|대여섯|예닐곱|열(?=한|두|세|네|다섯|여섯|일곱|여덟|"
    "아홉)|스물|한|두|세|네|석|넉|서|너|다섯|"
    "여섯|일곱|여덟|아홉|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔|몇|여러|매|수십|수백|수천|"
    "수만|몇십|몇백|몇천|"
    "[이삼사오육칠팔구]?[십백천만]{1,2}){1,2}여?)"
)
_COUNTERS = _any_of(
    "마리 시간 시 분 초 차례 군데 갈래 송이 켤레 그릇 자루 걸음 바퀴 그루 가지 번째 마디 조각 "
    "토막 봉지 상자 숟가락 숟갈 젓가락 주먹 움큼 발자국 발자욱 발 개월 주일 주 명 개 병 곳 달 "
    "해 년 살 대 권 장 채 척 쌍 잔 벌 알 골 꼴 통 점 편 건 돌 끼 차 모금 이삭 포기 번 배 부 줄 "
    "뙈기 보따리 가락 꼬치 컵 고뿌 스푼 섬 근 푼 원 위안 메터 미터 킬로 킬로메터 킬로미터 보 평 "
    "마지기 정보 쪽 페지 페이지 구절 줄기 방울 덩이 덩어리 무더기 묶음 다발 단 동 층 칸 톨 쪼각 "
    "팩 곽 갑 뿌리 세트 세대 가구 겹 판 순배 사발 뽐 뼘 식구 접시 냄비 단계 등급 종류 종 세기 "
    "과목 문제 글자 단어 마당 시즌 구간 방 대목 살배기 가닥 필 폭 컬레 리 축 두름 접 이랑 두둑 "
    "자락 오리 굽이 고개 막 장면 대접 종지 뚝배기 공기 모 아름 웅큼 줌 꾸러미 타래 짐 바리 지게 "
    "수레 트럭 동이 독 항아리 되 홉 가마니 가마 포대 냥 돈 닢 도막 동강 끼니 수 회 돐 고비 단락 "
    "문장 낱말 획 소절 악장 땀 짝 패 떼 열 켜 간 떨기 잎 꼬투리 두릅 량 문 정 개비 가치 개피 "
    "보루 궤짝 봉 깡통 캔 주발 양푼 솥 시루 쟁반 상 발짝 길 마장 순 탕 날 밤 놈 녀석 모양 "
    "오라기 올 뭉치 나절 귀퉁이 모퉁이 구석 동작 박자 차원 바가지 광주리 바구니 소쿠리 주머니 "
    "삽 호미 치수 사이즈 바늘 코스 목 다리 자리 자릿수 자리수 토리 모서리 봉우리 평생 계절 철"
)
_COUNTED = (
    "(?:사람|마을|나라|도시|학생|가정|녀성|로인|선수|아이|지역|분야|학교|민족|방면|가족|손|"
    "눈|발|팔|형제|자매|아들|딸|친구|"
    "어린이|젊은이|노인|여성|남자|녀자|여자|부류|식구|기관|단체|측면|방향|부분|곡|학기|학급|"
    "날|밤|몸|마음|마디|도|성)"
)
_AFTER_COUNTER = (
    f"(?:중|씩|가량|쯤|짜리|당|꼴|적|마다|만에|째|간|동안|이상|이하|여|전|후|사이|안|내|차)?{TAIL}"
)
ON = (
    "(?:속|앞|밑|옆|곁|뒤|아래|안|밖|우|위|사이|가운데|쪽|끝|복판|틈|뒤쪽|"
    f"옆쪽)(?<!밖(?=에(?!서))){TAIL}"
)
WHEN = (
    "(?:기간|시기|당시|전|후|중|내|때|이후|이전|이래|무렵|도중|직후|직전|동안|가운데|때문|"
    "측|간|날|뒤|끝|철|초|말|년대|시절|시대|시|"
    "없이|있는|없는|같은|내외|정도|전후|당일|대신|덕분|탓|사이)"
)

_SUFFIXES = frozenset("률율량권소실비법료장단액품")
_LIGHT = "하되시키"  # what makes a verb of a noun
_SHORT = (
    "뜰끌밀팔빌불눌널할될갈올볼쓸클살한된간본쓴큰먹준줄산든들탄탈온쉴팰팬"
    "낸낼난날진질찬찰선설잔잘앉깬깰건걸단달"
)
_SHORT_SECOND = frozenset("본볼준줄둔둘낸낼간갈온올선설진질난날든들")
_BARE = frozenset(
    "일손등목코귀입털뼈살피옷신돈값말점콩우당시론집길물불눈비손발문책밥국술떡쌀꽃산강논밭해날땀힘겁병잠꿈춤쥐"
)
_HONOURED = ("보시", "주시")  # their 보신 and 주신 are nouns as well
_ENDS_IN_N_OR_L = ("ㄴ", "ㄹ")


class Nouns(NamedTuple):
    """What the table of nouns has: those that are parted from the one before, words after which
    either country parts, what neither parts, further nouns, nouns of what happens (외출시), and
    numerals with counters like words (한해), words that either country parts from the noun before,
    and places that have an inside (골목안)."""

    heads: frozenset[str]
    parted_after: frozenset[str]
    whole: frozenset[str]
    further: frozenset[str]
    events: frozenset[str]
    counted: frozenset[str]
    parted_before: frozenset[str]
    rooms: frozenset[str]


@cache
def nouns() -> Nouns:
    """The table, read on first use."""
    parts = read_table("noun_heads.txt").split("\n\n")
    return Nouns._make(frozenset(part.split()) for part in parts)


def is_word(word: str) -> bool:
    """Whether either country's tables have the word as it stands, or without its suffix."""
    return _is_listed(word) or (len(word) > 2 and word[-1] in _SUFFIXES and _is_listed(word[:-1]))


def _is_listed(word: str) -> bool:
    tables = lexicon()
    return word in tables.words or word in tables.by_chinese or word in nouns().further


def is_noun(word: str) -> bool:
    """Whether a word is a South Korean noun that another may follow, and no noun with a particle
    (말이)."""
    if len(word) < 2 or word in nouns().parted_after or word.endswith(("히", "껏", "없이", "같이")):
        return False
    if word[-1] in "이가과에로의은" and (word[:-1] in _BARE or word[:-1] in lexicon().words):
        return False
    known = lexicon().words
    suffixed = len(word) > 2 and word[-1] in _SUFFIXES and word[:-1] in known
    return suffixed or word in known or word in nouns().further


def is_stem(word: str) -> bool:
    """Whether this is the stem of a verb, with the verbs that are made of nouns."""
    return word in lexicon().stems or (len(word) > 1 and word[-1] in _LIGHT)


def _is_noun_with_verb(stem: str) -> bool:
    """Whether a noun and a short verb make up the stem (고장나)."""
    stems = lexicon().stems
    short = stem[0] in _BARE and stem[1:] in stems
    return short or any(is_word(stem[:at]) and stem[at:] in stems for at in range(2, len(stem)))


@lru_cache(maxsize=1 << 16)
def is_adnominal(word: str) -> bool:
    """Whether this is the form of a verb that stands before a noun (졸업한, 끝날, 있는, 먹던)."""
    tables = lexicon()
    before, last = word[:-1], word[-1]
    if not before:
        return word in _SHORT
    known = word in tables.words
    if last in "는던을은":
        if known or (before[-1] == "들" and is_word(before[:-1])):  # 학생들은
            return False
        if last == "는" and before[-1] in "다라자냐":
            return True
        ends = before[-1] in f"{_LIGHT}있없계" or coda(before[-1]) == "ㅆ" or before in tables.stems
        ends = ends or _is_noun_with_verb(before)
        return ends and (last != "은" or coda(before[-1]) != "")
    onset, vowel, final = letters(last)
    if final not in _ENDS_IN_N_OR_L:
        return False
    stem, in_l = (before + compose(onset, vowel, end) for end in ("", "ㄹ"))
    if stem in tables.stems or in_l in tables.stems or stem in _HONOURED:
        return not known or final == "ㄴ"
    become = stem[-1] == "지" and len(stem) > 2 and is_infinitive(stem[:-1])  # 괜찮아질
    stem_like = is_stem(stem) or stem[-1] in "시이" or _is_noun_with_verb(stem)
    split = _is_of_two_verbs(word) or _lost_p(word)
    return split or (not known and (become or stem_like))


def _is_of_two_verbs(word: str) -> bool:
    """Whether a short verb stands behind another in it (멈추어선)."""
    ends = range(1, len(word))
    return any(word[at:] in _SHORT_SECOND and is_infinitive(word[:at]) for at in ends)


def _lost_p(word: str) -> bool:
    """Whether a stem in ㅂ has become this (더운)."""
    if word[-1] not in "운울" or len(word) < 2 or coda(word[-2]):
        return False
    return with_coda(word[:-1], "ㅂ") in lexicon().stems


@lru_cache(maxsize=1 << 16)
def is_infinitive(word: str) -> bool:
    """Whether this is the form of a verb that an auxiliary follows (적어, 말해, 덮여, 가꿔)."""
    before, last = word[:-1], word[-1]
    stems = lexicon().stems
    if last == "해":
        return len(word) > 1 and word not in nouns().parted_after
    onset, vowel, final = letters(last)
    if final:
        return False
    if last in "아어여" and before and (before in stems or coda(before[-1]) or last == "여"):
        return before in stems or before[-1] in "하되이"
    if vowel in UNCONTRACTED:
        stem = before + compose(onset, UNCONTRACTED[vowel])
        return stem in stems or stem[-1] in "되이우리"
    if last in "라러" and coda(before[-1:] or "가") == "ㄹ":
        return before[:-1] + compose(*letters(before[-1])[:2]) + "르" in stems
    if vowel in "ㅏㅓ" and before + compose(onset, "ㅡ") in stems:
        return True
    return vowel in "ㅏㅓㅐ" and word in stems and len(word) > 1


@lru_cache(maxsize=1 << 14)
def opened(word: str) -> str:
    """The stem whose last syllable took an ending in (찾아본: 찾아보, 내려와: 내려오)."""
    onset, vowel, final = letters(word[-1])
    return word[:-1] + compose(onset, UNCONTRACTED.get(vowel, vowel) if final != "ㄹ" else vowel)


SHORT_VERBS = "해펴켜꺼써사타와가서떠쳐져줘내깨파짜쪄싸캐따빼"
_SHORT_AUXILIARY = (
    "(?:주[신어었고세십시면는려지기라느]|준|줄|줘|두[었자고면는세십라느]|둔|둘|"
    "보[았지니면세고십려자는시신던라다아]|본|봤|봐|"
    "놓[았고으는아]|놔|있[다었는던을으고어습]|버[렸리린려]|드[려리렸린립]|달라|넣[었고으는어]|내[었고는어]|낸|냈)"
)
SHORT_AUXILIARY_RUN = re.compile(f"{_SHORT_AUXILIARY}[가-힣]*")
BOUND_RUN = re.compile(BOUND_NOUN)
AFTER_VERB_RUN = re.compile(f"({_UNNAMED}){TAIL}")  # the others are parted in China as well
COUNTER_RUN = re.compile(f"(?!주인)({_COUNTERS}){_AFTER_COUNTER}")
COUNTED_RUN = re.compile(f"{_COUNTED}{_AFTER_COUNTER}")
NUMERAL_RUN = re.compile(NUMERAL)
ON_RUN = re.compile(f"(?!안$|우){ON}")  # 생각 안 나네; 창고 우에서 is no South Korean
WHEN_RUN = re.compile(
    f"(?!없|있|같|대신|간|말|동안)({WHEN}){TAIL}"
)  # either country parts 허락 없이
NOUN_RUN = re.compile(f"([가-힣]{{2,6}}?)(?:들)?{TAIL}")
JOINED_NUMBER = re.compile(f"({NUMERAL})({_COUNTERS}|{_COUNTED}){_AFTER_COUNTER}")
AUXILIARY_FORMS = (
    "(?:있|계[시신실십셨]|[보본볼봄봅봐봤]|[주준줄줌줍줘줬]|드[리린릴립림려렸]|[두둔둘둠둡둬뒀]|"
    "[놓놔놨]|버[리린릴립림려렸]|[내낸낼냅냈]|[가간갈갑갔]|[오온올옵왔와]|[대댄댈댔]|나[가간갈갔])"
)
SECOND_VERB = (
    f"(?:{AUXILIARY_FORMS}|달[라래]|먹[어었고는자은을기으던습]|앉|놀[아았고]|살[아았고던며]|넣|"
    f"서[서있고며게던]|섰|죽[었는은]|치우[고며는던지면려]|치[운울웠]|박[았고아힌혀]|꽂[았고아]|걸[었고어]|담[았고아]|매[었고어]|뽑[았고아]|"
    f"돌[았고아]|뜯[었고어]|부르[고며는던]|불[러렀]|건[너넜]|지나[고며는던]|"
    "붙[어었이여]|들었|떠[나난날났]|다[니닌닐녔녀]|쌓[아았]|모[으은을아았]|퍼[지진질져졌]|"
    "마[시신실셨셔]|나[오온올와왔]|먹[이여였]|[쓰쓴쓸써썼]|"
    "입[었고은어]|신[었고은어]|읽[었고어]|들어[가간갔오온왔]|심[었는고은을]|터[지진졌]|닿[았는은아])"
)
_NO_SECOND = (
    "가[을장슴족끔게운까득지난마루위방구공]|내[려리용년일부과]|오[늘후전래른이징]|주[민말로변요인전머]|"
    "보[통리석관험호내급완장도존전충]|갑[은이을과의]|대[회학부표파추접]|나[라무머물이]|두[시번부만루통]|온[몸갖도]|올해|갈비|볼펜|본[인래]|준비|간장|"
    "[두내대갑나](?![가-힣])"
)
AUXILIARY_RUN = re.compile(
    f"(?!{_NO_SECOND})(?:{AUXILIARY_FORMS}|다[니닌닐녔녀]|넣|모[으은을아았]|죽[었는은]|"
    f"먹[어었고는은]|앉|놓|서[서있]|쌓[아았]|"
    "퍼[지진졌져]|달[라래])[가-힣]*"
)
NEGATED = (
    "(?:된|되|될|됩|됐|돼|하[다고는면지여]|한다|했|할|해|먹|좋|맞|팔리|팔려|믿|왔|와|갔|"
    "가요|써|썼|보이|보여|나오|나와|나왔|들리|들려|"
    "아프|아파|자고|자는|열리|열려|열린|열렸|보인|보였|들린|들렸|걸린|걸렸|풀린|팔린|팔렸|"
    "먹힌|가[고는면지]|간다|올라|읽|웃|울[고었]|춥|낳|걸리|걸려|쓰[는고던]|풀리|풀려|알려|"
    "잊|바뀌|보낸|보내)"
)
