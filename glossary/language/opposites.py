"""Words that say the opposite of one another: 收窄 and 확대, 缩短 and 길어지다, 顺差 and 적자.

They lie on axes, each with a lesser and a greater end, as Chinese and Korean name it. A word of
one end in the one text and of the other end in the other is a contradiction only where neither
text has anything else that could stand for it, since the same can be said from both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from glossary.language.directions import without_measures
from glossary.model import language_of

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Axis:
    """The words of both ends by language; further words that may stand for an end."""

    zh: tuple[str, str]
    ko: tuple[str, str]
    also_zh: tuple[str, str] = ("", "")
    also_ko: tuple[str, str] = ("", "")


_LESS_ZH, _MORE_ZH = "[减降缩跌短窄]|[回走]落|走低|低于", "[增升涨扩]|提高|延长|拉大|加大|高于"
_LESS_KO = "감소|하락|축소|줄|떨어|낮|내려|내린|내렸|둔화|좁|단축|짧|인하|절감|덜"
_MORE_KO = "증가|상승|확대|늘|높|오르|올라|올랐|올린|커|성장|넓|벌어|길|인상|많"
_AMOUNTS_ZH, _AMOUNTS_KO = (_LESS_ZH, _MORE_ZH), (_LESS_KO, _MORE_KO)
_IN_NUMBERS = "(?=[0-9一二两三四五六七八九十百千半])"
_FREE = "(?<![不未没得能应可会要宜须准])"

_AXES = (
    _Axis(
        ("收窄|缩小|趋窄|放缓|回落", "扩大|拉大"),
        (
            "축소|둔화|좁아|좁혀|좁히|줄어|줄었|줄이|줄인",
            "확대|벌어[지졌진]|커[지졌진]|넓어|늘어|늘었",
        ),
        _AMOUNTS_ZH,
        _AMOUNTS_KO,
    ),
    _Axis(
        ("缩短|压缩", "延长|拉长"),
        ("단축|짧아|줄어|줄었|줄이|줄인|줄였", "연장|길어|늘어|늘었|늘리|늘려|늘렸|늘린"),
        _AMOUNTS_ZH,
        _AMOUNTS_KO,
    ),
    _Axis(
        ("放缓|减缓|趋缓|减速|放慢|变慢", "加快|加速|提速|变快"),
        ("둔화|느려|늦어|늦춰|더뎌|감속", "빨라|빨리|가속|가팔라|급속"),
        ("慢|缓", "快|急|迅|早日"),
        ("늦|느리|느린|완만|더디", "빠르|빠른|서두|박차|앞당|다그"),
    ),
    _Axis(
        ("恶化|变差|变坏|转差|转坏", "好转|改善|转好|变好"),
        ("악화|나빠", "호전|개선|나아[졌지진질]|좋아[졌지진질]"),
        ("差|坏|糟", "好|优"),
        ("나쁘|나쁜|심각", "낫|나은|좋"),
    ),
    _Axis(
        ("转亏|亏损|逆差|赤字", "为盈|转盈|扭亏|盈利|顺差|盈余"),
        (
            "적자(?!에서| ?(?:탈출|해소|축소|감소|폭|규모|를 ?(?:벗|면|해|만|극|줄|메|흑자)))|손실",
            "흑자(?!에서| ?(?:폭|규모|를 ?(?:줄|적자)))",
        ),
        ("(?<!扭)亏|损|赔|负债", "(?<!由)盈|赚|利"),
        ("적자(?!를 흑자|에서 흑자)|결손|밑지|손해", "흑자(?!를 적자|에서 적자)|이익|리익|수익|벌"),
    ),
    _Axis(
        ("减弱|削弱|变弱", "增强|加强|变强"),
        ("약화|약해", "강화|강해|세[졌지]"),
        ("弱|[减降]", "强|[增升]"),
        ("약|줄|떨어", "강|커|높|세"),
    ),
    _Axis(
        ("贬值|走弱|走低|下行", "升值|走强|走高|上扬|上行"),
        ("절하|약세|하락|내림세", "절상|강세|상승|오름세"),
        ("跌|降|低|弱", "涨|升|高|强"),
        ("내려|내렸|내린|떨어|약|낮", "올랐|오르|올라|올린|강|높"),
    ),
    _Axis(
        ("便宜|降价|减价|廉价", "昂贵|涨价|变贵|更贵"),
        ("싸[다졌지게고]|저렴", "비싸|비쌌|인상"),
        ("低|降|减|下调", "高|涨|升|贵|上调"),
        ("싼|할인|인하|낮|내[렸려리린]", "높|오르|올[랐라렸려]"),
    ),
    _Axis(
        ("流出", "流入"),
        ("유출|류출", "유입|류입"),
        ("外流|出", "入|进"),
        (("빠져|나가|나갔"), "들어|몰려"),
    ),
    _Axis(
        ("偏少|偏低", "偏多|偏高"),
        ("(?:적은|낮은) 편|적었다|적다", "(?:많은|높은) 편|많았다|많다"),
        ("[少低]", "[多高]"),
        ("적|낮|부족|모자라", "많|높|넘"),
    ),
    _Axis(
        ("减轻", "加重"),
        ("경감|가벼워|줄어|줄이|줄었|덜[어었]", "가중|무거워|늘어|늘었|커[졌지진]"),
        _AMOUNTS_ZH,
        _AMOUNTS_KO,
    ),
    _Axis(
        (
            (
                f"{_FREE}(?:低于|少于)|(?:不足|不到|未满|未达){_IN_NUMBERS}|跌破|不及"
                f"|比[^，。]{{1,8}}[少低](?!了)"
            ),
            (
                f"{_FREE}(?:高于|超过|超出|多于|大于|好于)|突破{_IN_NUMBERS}|超{_IN_NUMBERS}"
                f"|比[^，。]{{1,8}}[多高](?!了)"
            ),
        ),
        (
            (
                "밑돌|밑돈|못 ?미[치쳤친]|미치지 ?못|미달|하회|미만|이르지 ?못|보다 ?(?:적"
                "|낮)[다았었은아]"
            ),
            "웃돌|웃돈|(?<![가-힣])넘[었는긴]|넘어섰|초과|상회|돌파|보다 ?(?:많|높)[다았은아]",
        ),
        ("[不未低少下]", "[超高多过逾]|以上|突破|余|大于|好于"),
        (
            "낮|적[다은었게]|부족|이하|이내|못|않|안 되|채|모자|아래|밑",
            ("높|많|이상|여 |넘|더|위|커"),
        ),
    ),
    _Axis(
        ("提前|提早", "推迟|延后|延期|推后|晚点|晚到|迟到|延误"),
        ("앞당|일찍", "늦춰|늦어|늦춘|늦추|미뤄|미루|미룬|연기[되됐된하했]|지연"),
        ("早|先", "晚|后|迟"),
        ("앞|미리|먼저|사전|조기|전에|이르", "늦|뒤|후|나중"),
    ),
    _Axis(
        ("新低|最低(?!生活|工资)|最少", "新高|最高(?!人民|法|检|领|气温|限)|最多"),
        (
            "최저(?!임금|생활|기온)|가장 낮|가장 적|최소[치량]",
            ("최고[치조봉]|최다|가장 높|가장 많|최대[치량]"),
        ),
        ("低|[少小]", "高|[多大]"),
        ("낮|최소|적|하한", "높|최고|최대|많|상한"),
    ),
    _Axis(
        ("放宽|放松|宽松", "收紧|趋紧|从严"),
        ("완화|느슨", "강화|조[였이인]|긴축|엄격"),
        ("松|宽", "紧|严|加强|强化"),
        ("풀|넓|늘", "죄|엄|까다"),
    ),
    _Axis(
        ("负增长|转负", "正增长|转正"),
        ("마이너스|역성장", "플러스"),
        ("负|降|减", "正|增"),
        ("감소|하락|줄", "증가|상승|늘"),
    ),
    _Axis(
        ("降温|转冷|变冷", "升温|回暖|转暖|变暖"),
        ("추워|떨어|내려|낮아|식었", "따뜻|더워|올라|올랐|오르|높아"),
        ("冷|凉|降", "暖|热|升"),
        ("쌀쌀|차[가워]|식|한파|서늘|내리|낮", "덥|더운|포근|풀|높|뜨거|회복"),
    ),
)
"""Axes of change and comparison. What is denied (不低于, 넘지 않다) says nothing."""

_DENIED = {
    "zh": re.compile("[不未没无免防避难勿休]|没有|不会|停止|遏制|扭转|摆脱"),
    "ko": re.compile(
        "[가-힣]{0,3}지(?:는|도|를)? ?(?:않|못|말)|[가-힣]{0,4} ?(?:없|막|방지|멈|탈)"
    ),
}
_OWN_DENIAL = re.compile("미치지|이르지|못")
_PART = re.compile("[，。；！？;!?]|[,.](?![0-9])")


def opposites(source: tuple[str, str], target: tuple[str, str]) -> tuple[Place, Place] | None:
    """The first words of two texts, each given with its variety, that say the opposite; looked for
    in the whole texts, and in their clauses where these are as many.

    >>> opposites(("差距收窄", "zh-CN"), ("격차가 벌어졌다", "ko-KR"))
    ((2, 4), (4, 7))
    """
    ours, theirs = language_of(source[1]), language_of(target[1])
    if ours not in _DENIED or theirs not in _DENIED:
        return None
    said = without_measures(source[0])
    if not _any_end(ours).search(said):
        return None
    shown = without_measures(target[0])
    for mine, others in _aligned(said, shown):
        found = _contradiction((said, *mine, ours), (shown, *others, theirs))
        if found is not None:
            return found
    return None


def _aligned(said: str, shown: str) -> Iterator[tuple[Place, Place]]:
    """Both texts as a whole, then clause by clause."""
    yield (0, len(said)), (0, len(shown))
    parts = list(_parts(said)), list(_parts(shown))
    if len(parts[0]) == len(parts[1]) > 1:
        yield from zip(*parts, strict=True)


def _parts(text: str) -> Iterator[Place]:
    start = 0
    for match in _PART.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _contradiction(
    one: tuple[str, int, int, str], other: tuple[str, int, int, str]
) -> tuple[Place, Place] | None:
    for number in range(len(_AXES)):
        for end in (0, 1):
            mine = _only(number, end, *one)
            theirs = _only(number, 1 - end, *other) if mine else None
            if mine and theirs:
                return mine, theirs
    return None


def _only(number: int, end: int, text: str, start: int, stop: int, language: str) -> Place | None:
    """The first word of this end of an axis, where nothing is said of the other end."""
    words, rest = _patterns(number, language)
    found = words[end].search(text, start, stop)
    if found is None or rest[1 - end].search(text, start, stop):
        return None
    if language == "zh":
        denied = _DENIED["zh"].search(text, max(start, found.start() - 3), found.start())
    else:
        denied = _DENIED["ko"].match(text, found.end(), stop)
    own = language == "ko" and _OWN_DENIAL.search(found[0])
    return None if denied and not own else found.span()


@cache
def _patterns(
    number: int, language: str
) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """The words of either end of an axis, and all that may stand for it."""
    axis = _AXES[number]
    words = axis.zh if language == "zh" else axis.ko
    also = axis.also_zh if language == "zh" else axis.also_ko
    wide = (f"{word}|{more}" if more else word for word, more in zip(words, also, strict=True))
    return tuple(map(re.compile, words)), tuple(map(re.compile, wide))


@cache
def _any_end(language: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(word for axis in _AXES for word in (axis.zh if language == "zh" else axis.ko))
    )
