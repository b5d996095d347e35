"""Which Korean a text is written in, and by what that is known.

The evidence, each with a weight of 1 to 3: words and endings that only one variety spells so,
names and places in the form of one of them, words that mostly one of them uses, signs, and the
places where one joins what the other parts. What each kind is worth was fitted
(`variety_weights`); the sum gives the likelier variety and its probability. What a text does not
show is evidence as well, but little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from glossary.language.gazetteer import southern_names
from glossary.language.lexicon import INITIAL, RATE, YE, lexicon
from glossary.language.name_tables import persons
from glossary.language.orthography import respell
from glossary.language.reasons import AMBIGUOUS
from glossary.language.runs import HANGUL_RUN
from glossary.language.segmentation import is_tail
from glossary.language.spans import Spans
from glossary.language.variety_letters import letters_odds
from glossary.language.variety_markers import markers_in
from glossary.language.variety_signs import signs_in
from glossary.language.variety_spaces import spaces_in
from glossary.language.variety_weights import NAME, SIGN, SPELLING, WORD, log_odds, worth
from glossary.model import APPLY, FLAG, KO_CN, KO_KR, Respelling

_SURE, _MOSTLY, _RATHER = 3, 2, 1
_SURE_FROM = 0.9
_LONGEST_NAME = 8
_JOIN = re.compile("(?<![가-힣’”》0-9A-Za-z])이")
# What many people in South Korea write so as well: 였 and 여 after 이 and 아니, and these words.
_COPULA = ("이였", "니였", "이여", "니여")
_OF_WIFE = ("안해의", "안해를", "안해에게", "안해와", "안해는")
_MISSPELT = frozenset(["머리속", "안해", "나이값", "출산률"])
# Words that either country writes so, whatever the tables know.
_BOTH = re.compile(
    "대만|이란|나선|프로그램|페인|가스|나사|인터넷|컴퓨터|시스템|피아노|보트|"
    "사이트|이웃|벌인|세트|조각|숟가락|슈퍼마켓|스위스|칼슘|에너지|디지털|비디오|"
    "우시|예년|나사못|하드웨어|소프트웨어|카메라|프로젝트|플랫폼|로고|로망|리치|해남|영호|영수|영희|영철|용수|용호|연희|여주|여주시|"
    "강소|라선|유리(?:병|창|컵|잔|문|그릇)?|왼쪽|오른쪽|[동서남북]쪽|맞은편|비닐|냄비|독일|트럼프|바나나|마라톤|캐나다|몹시|레이저|백신|미사일|"
    "보일러|배터리|그래프|이집트|콘크리트|에어컨|엘리베이터|오토바이|커튼|칼로리|페인트|펌프|돌이켜|다이아몬드|"
    "모터|원수|유월|댓글|위로|슬로건|포스터|라이터|모니터"
)
_SILENT = ("number", "spacing")  # plans are numbered in either spelling; spaces are looked at apart


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a variety: where it stands, what it is, and how much it weighs."""

    start: int
    end: int
    text: str
    variety: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Detection:
    """The likelier variety ("" only for a text without Hangul), its probability, and all the
    evidence in order.

    The probability is .5 to 1 and holds where both varieties are as likely beforehand: of the
    texts at .9 nine in ten are in the variety.
    """

    variety: str
    probability: float
    evidence: tuple[Evidence, ...]

    @property
    def sure(self) -> bool:
        """Whether there is evidence enough to go by the variety without asking."""
        return self.probability >= _SURE_FROM

    def counted(self, variety: str) -> tuple[Evidence, ...]:
        """What speaks for a variety: what is repeated once, and of what overlaps the heaviest."""
        told, spans, kept = set[str](), Spans(), []
        own = [each for each in self.evidence if each.variety == variety]
        own.sort(key=lambda each: each.start)
        own.sort(key=lambda each: worth(variety, each.kind, each.weight), reverse=True)
        for each in own:
            if each.text in told:
                continue
            if not spans.meet(each.start, each.end):
                told.add(each.text)
                spans.add(each.start, each.end)
                kept.append(each)
        return tuple(kept)

    def weight(self, variety: str) -> int:
        """How much speaks for a variety."""
        return sum(each.weight for each in self.counted(variety))


def detect(text: str) -> Detection:
    """The variety of a Korean text.

    >>> detect("로동자들이 투입되였다").variety, detect("노동자들이 투입되었다").variety
    ('ko-CN', 'ko-KR')
    >>> detect("사람이 많다").sure
    False
    """
    runs = tuple(HANGUL_RUN.finditer(text))
    found = _found(text, runs)
    if not runs:
        return found
    odds = _odds(found, runs, letters_odds(text))
    probability = 1 / (1 + exp(-abs(odds)))
    return Detection(KO_KR if odds > 0 else KO_CN, probability, found.evidence)


def evidence_odds(text: str) -> float:
    """How much likelier ko-KR is than ko-CN by what can be shown alone, in log-odds."""
    runs = tuple(HANGUL_RUN.finditer(text))
    return _odds(_found(text, runs), runs, 0.0)


def _found(text: str, runs: tuple[re.Match[str], ...]) -> Detection:
    """The evidence of a text, with nothing made of it."""
    evidence = sorted(_evidence(text, runs), key=lambda each: (each.start, each.end))
    return Detection("", 0.5, tuple(evidence))


def _odds(found: Detection, runs: tuple[re.Match[str], ...], letters: float) -> float:
    chinese, korean = (
        [(each.kind, each.weight) for each in found.counted(variety)] for variety in (KO_CN, KO_KR)
    )
    return log_odds(chinese, korean, runs, letters)


def _evidence(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Evidence]:
    for variety, to in ((KO_CN, KO_KR), (KO_KR, KO_CN)):
        for each in respell(text, to):
            weight = _weight(each, to, text)
            if weight == _RATHER and each.kind == INITIAL and _is_whole(each, text, to):
                weight = _MOSTLY
            if weight:
                place = text[each.start : each.end] or text[each.start - 1 : each.end + 1]
                yield Evidence(each.start, each.end, place, variety, _kind(each), weight)
    yield from _southern(text, runs)
    for kind, markers in ((WORD, markers_in(text, runs)), (SIGN, signs_in(text, runs))):
        for marker in markers:
            shown = text[marker.start : marker.end]
            yield Evidence(marker.start, marker.end, shown, marker.variety, kind, marker.weight)
    for found in spaces_in(text, runs):
        yield Evidence(found.start, found.end, found.text, found.variety, found.kind, _RATHER)


def _is_whole(each: Respelling, text: str, to: str) -> bool:
    """Whether a word of the Korean edition stands with its particles alone (리해가, not "
    "리조트)."""
    after = HANGUL_RUN.match(text, each.end)
    return (
        to == KO_KR
        and not text[each.start - 1 : each.start].isalnum()
        and (after is None or is_tail(after[0]))
    )


def _weight(each: Respelling, to: str, text: str) -> int:
    """How much a respelling speaks for the variety it leads away from."""
    if each.kind in _SILENT or _BOTH.fullmatch(each.before) or _is_join(each, text):
        return 0
    if to == KO_CN and (each.kind in ("person", "place") or each.before in lexicon().by_chinese):
        return 0  # names have tables; the Korean edition has a word of its own in 이발
    if each.band == APPLY:
        return _RATHER if _is_misspelt(each, text) or _is_copula(each, text) else _SURE
    if each.band == FLAG:
        told = each.kind in ("style", "person") or each.reason == AMBIGUOUS  # 이발을 닦다
        return _RATHER if told else 0
    if each.kind in ("person", "place"):
        return _MOSTLY
    own = each.kind not in (INITIAL, RATE, YE)  # 노력 (努力) may stay as it is
    return _RATHER if own or to == KO_KR else 0


def _is_misspelt(each: Respelling, text: str) -> bool:
    """Whether South Korea has it as a mistake: 머리속, and 안해 for 안 해, but not 안해의."""
    return each.before in _MISSPELT and not text.startswith(_OF_WIFE, each.start)


def _is_copula(each: Respelling, text: str) -> bool:
    return len(each.before) == 1 and text[each.start - 1 : each.end] in _COPULA


def _is_join(each: Respelling, text: str) -> bool:
    """Whether a run begins with 이었 and so may be a form of 잇다, in either variety."""
    return each.before == "었" and _JOIN.match(text, each.start - 1) is not None


def _kind(each: Respelling) -> str:
    return NAME if each.kind in ("person", "place") else SPELLING


def _southern(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Evidence]:
    """Names of persons and places as only South Korea writes them."""
    for run in runs:
        name = _southern_name(run.group())
        start = run.start()
        if name and not text[start - 1 : start].isdigit():
            yield Evidence(start, start + len(name), name, KO_KR, NAME, _SURE)


@lru_cache(maxsize=1 << 16)
def _southern_name(word: str) -> str:
    """The name that a run of Hangul begins with, or ""."""
    names = _southern_forms()
    sizes = range(min(_LONGEST_NAME, len(word)), 1, -1)
    return next((word[:size] for size in sizes if word[:size] in names), "")


@cache
def _southern_forms() -> frozenset[str]:
    forms = {each.korean for each in persons().values() if each.korean != each.chinese}
    names = southern_names() | {form for form in forms if " " not in form and len(form) > 2}
    return frozenset(name for name in names if not _BOTH.fullmatch(name))
