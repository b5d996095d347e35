"""Whether amounts rise or fall, by the words of change: 增长 and 늘다, 下降 and 떨어지다.

Only what says so of amounts is read: 산에 올라, 비가 내려 and 좋은 인상 are none, nor are names of
measures (增速, 증가률), of which either may be said. Words that rephrase a change from the other
end (缩短, 절감) have no direction of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from glossary.language.hangul import UNCONTRACTED, compose, letters
from glossary.language.quantities import quantities
from glossary.language.quantity import Quantity
from glossary.model import language_of

UP, DOWN, OTHER = "up", "down", "other"


@dataclass(frozen=True, slots=True)
class Direction:
    """A word of change at start:end, whether it says UP, DOWN or OTHER, and the number it is said
    of, None where there is none."""

    start: int
    end: int
    way: str
    number: Fraction | None = None


_MEASURES = re.compile(
    "增速|增幅|增势|增减|增长[率点极]|涨幅|涨跌|降幅|跌幅|减幅|升降|升幅|增加值"
    "|(?:증가|성장|상승|감소|하락|인상|인하|축소|확대) ?(?:률|율|폭|세(?![가-힣]{3}))|증감|등락"
    "|성장[점기동]"
)
_CHINESE = re.compile(
    "(?P<down>负增长|减少|下降|下挫|暴跌|大跌|锐减|净减|骤减|缩水|下跌|下滑|下调|降低"
    "|[降减跌](?:[至到为]|了(?=[0-9一二三四五六七八九]))"
    "|缩小|缩减|回落|走低|萎缩|减产|减收|偏少|偏低)"
    "|(?P<up>增长|增加|增多|上扬|飙升|净增|激增|猛增|剧增|暴涨|大涨|增产|增收|[增升涨](?:[至到]"
    "|了(?=[0-9一二三四五六七八九]))|上升|上涨|上调"
    "|提高|提升|扩大|回升|攀升|走高|偏多|偏高)"
    "|(?P<other>节约|节省|缩短|减轻|缓解|放缓|减缓|好转|改善|恶化|加快|加速|减速|收窄)"
)


def _forms(stem: str) -> str:
    """A pattern of all that becomes of the stem of a verb that ends in a vowel: 낮추 and 낮출."""
    onset, vowel, _ = letters(stem[-1])
    infinitive = next((each for each, of in UNCONTRACTED.items() if of == vowel), vowel)
    lasts = [compose(onset, vowel, coda) for coda in ("", "ㄴ", "ㄹ", "ㅁ", "ㅂ")]
    lasts += [compose(onset, infinitive, coda) for coda in ("", "ㅆ")]
    return f"{stem[:-1]}[{''.join(lasts)}]"


_PRICE = (
    "(?:값|가격|료금|요금|[가-힣]료|률|율|금리|리자|이자|세|지수|주가|물가|유가|기온|온도|점수"
    "|수치|수준"
    "|임금|로임|[%％℃]|[0-9] ?[원도점]|위안|딸라|달러|포인트|퍼센트)[^,.]{0,8}$"
)
_OF_PRICE = re.compile(_PRICE)
_KOREAN = re.compile(
    "(?P<down>감소|하락|급감|순감|급락|폭락|하강|축소|감축|삭감|감산|줄[어었고며]"
    f"|{_forms('줄이')}|(?<!뒤)떨어[지질졌]|떨어{_forms('뜨리')}"
    "|(?<=[이가%] )떨어[진져](?! ?(?:있|곳|지점|마을))"
    f"|낮아|{_forms('낮추')}|(?<=[%원명개도] )적)"
    "|(?P<up>증가|상승|확대|제고|향상|증산|늘어(?![놓선서섰])|늘[었고며다]"
    f"|{_forms('늘리')}"
    "|높아|높[인일입여였]|높이[고며면려자지기]|(?<=[을를] )높이[는던]"
    "|급등|급증|순증|폭등|(?<=[%원명개도배] )(?:많|장성|성장))"
    f"|(?P<priced_down>인하|{_forms('내리')}(?<!내려(?=고|면|는))|하향)"
    f"|(?P<priced_up>인상|오[르른를름릅]|올라|올랐|{_forms('올리')}|상향|뛰[여었])"
    "|(?P<other>절감|경감|저감|저하|단축|위축|둔화|완화|덜|상회|하회|개선|악화|강화|증진|호전|커"
    "|작아"
    "|좁|넓|할인)"
)
_DENIED = {
    "zh": re.compile("(?:[不未没无]|没有|不会|不能|不再|避免|防止|停止|遏制|难以|免于)$"),
    "ko": re.compile(
        "[가-힣]{0,3}지(?:는|도|를)? ?(?:않|못|말)|을 ?(?:막|방지|멈)|[가-힣]{0,4} ?(?:전|없)"
    ),
}
_NEAR = {"zh": 10, "ko": 16}  # characters between a word of change and its number


def directions(text: str, variety: str) -> tuple[Direction, ...]:
    """The words of change of a Chinese or Korean text in order; none where one of them is denied,
    since that may be said from the other end.

    >>> [each.way for each in directions("同比增长3%，环比下降2%", "zh-CN")]
    ['up', 'down']
    >>> [str(each.number) for each in directions("3% 늘고 2% 줄었다", "ko-CN")]
    ['3', '2']
    """
    language = language_of(variety)
    pattern = {"zh": _CHINESE, "ko": _KOREAN}.get(language)
    if pattern is None:
        return ()
    plain = without_measures(text)
    sure = [each for each in quantities(text, variety) if each.sure]
    found = []
    for match in pattern.finditer(plain):
        kind = str(match.lastgroup)
        if kind.startswith("priced") and not _OF_PRICE.search(plain[: match.start()][-14:]):
            continue
        if _is_denied(plain, match, language):
            return ()
        way = kind.removeprefix("priced_")
        found.append(Direction(*match.span(), way, _number(text, language, sure, match)))
    return tuple(found)


def without_measures(text: str) -> str:
    """A text with line breaks for the names of measures (增速, 감소 폭), of which either way may be
    said."""
    return _MEASURES.sub(lambda match: "\n" * len(match[0]), text)


def _is_denied(text: str, match: re.Match[str], language: str) -> bool:
    if language == "zh":
        return bool(_DENIED["zh"].search(text[: match.start()][-2:]))
    return bool(_DENIED["ko"].match(text, match.end()))


def _number(
    text: str, language: str, sure: list[Quantity], match: re.Match[str]
) -> Fraction | None:
    """The number right behind a Chinese word of change, or right before a Korean one."""
    near = _NEAR[language]
    if language == "zh":
        after = [each for each in sure if 0 <= each.start - match.end() <= near]
        beside = after[:1]
        between = text[match.end() : beside[0].start] if beside else ""
    else:
        before = [each for each in sure if 0 <= match.start() - each.end <= near]
        beside = before[-1:]
        between = text[beside[0].end : match.start()] if beside else ""
    return beside[0].value if beside and not re.search("[,，、。;；]", between) else None
