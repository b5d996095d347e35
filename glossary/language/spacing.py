"""Words that the Korean edition writes together and South Korea writes apart.

Bound nouns after a verb (할수 있다: 한글 맞춤법 §42; 조선말규범집 2016 §20), numerals and what
they count (세명: §43), what follows a time (3년전에), and the auxiliary 있다 after 고 (잡고있다:
한글 맞춤법 §47 allows it attached after 아 and 어; 조선말규범집 2016 §26). Only where nothing else
can be meant: 한번, 세대, 열대 and 마을뿐 stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.language.hangul import ending_in, letters, with_coda
from glossary.language.lexicon import lexicon
from glossary.language.runs import HANGUL_RUN

_R, _N = ending_in("ㄹ"), ending_in("ㄴ")
_START, _END = "(?<![가-힣])", "(?![가-힣])"

_ONES = "두|세|네|다섯|여섯|일곱|여덟|아홉|열"
_SOME = f"{_ONES}|열한|열두|스무|서른|마흔|쉰|한두|두세|서너|너댓|대여섯|몇|여러"
_LONG = (
    f"(?:(?:[0-9]|한|석|넉|몇|여러|[십백천]|{_ONES}|스무) ?(?:년|개월|시간|주일|달|해)"
    "|[0-9] ?[일분초주]|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|열흘|보름)"
)
_SINCE = f"(?:오래|얼마|(?:(?:꼭|불과|겨우|어언|거의|벌써|이미) )?{_LONG})"

_THING = (
    "것(?:이|은|을|도|과|으로|만|뿐|임|입|인)?"
    f"(?:{_END}|다|라|니|며|고|지[만요]|였|었|기[에도]|므로|만큼)"
)
_WAY = "줄(?:은|도|을|로|로만)? ?(?:알|안다|아[는니]|몰|모르|모른|모릅)"
_WHEN = f"때(?:에|에는|에도|는|도|마다|면|까지|부터|의|보다|처럼)?{_END}"
_LATER = f"(?:후|뒤|다음)(?:에|에는|에도|의|부터|로)?{_END}"
_UNIT_END = (
    "(?:때(?:에|에는|는|부터|까지)?|동안|전에|전의|전부터|후에|후의|뒤에|만에|씩|당|쯤|정도|가량|만|도|은|는|이|가|을|를|의|과|와|에|"
    f"에서|에게|으로|로|마다|까지|부터|뿐|이나|나|이상|이하|짜리)?{_END}"
)
_BOUND = (
    f"(?<=[{_R}])(?=수(?:가|는|도|밖에)? ?[있없]|{_WHEN}|무렵|데(?:가|도|라고는|라곤)? ?없)",
    f"(?:(?<=[{_R}]수)|(?<=[{_R}] 수)|(?<=[{_R}]수[가는도])|(?<=[{_R}] 수[가는도]))(?=[있없])",
    f"(?:(?<=[가-힣][던{_N}])|(?<=[한된{_R}]))(?={_THING})",
    f"(?<=[{_R}{_N}])(?={_WAY})",
    f"(?<=[{_N}])(?=채(?:로)?{_END}|(?<!는)지(?:도|는|가)? {_SINCE}|{_LATER})",
    "(?<=[할될을])(?=뿐(?:만 ?아니|이[다며고]|이였|이었))",
    "(?<=[가-힣]는)(?=중(?:이[다며고라]|이였|이었|에|인))",
    f"(?<=[가-힣]는)(?=만큼{_END})",
)
_COUNTED = (
    f"(?:한|{_SOME})(?=(?:명|마리|권|송이|켤레|시간|사람|개월){_UNIT_END})",
    f"(?:{_SOME})(?=(?:개|가지|그루|군데|차례|곳|해|살){_UNIT_END})",
    f"(?:석|넉|몇|여러|{_ONES})(?=달{_UNIT_END})",
    f"(?:두|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|몇)(?=시(?:에|에는|부터|까지|쯤|반){_END})",
    f"(?:두|세|네|다섯|여섯|여러|몇)(?=번{_UNIT_END})",
    f"(?:두|네|다섯|여섯|일곱|여덟|아홉|열두|스무|몇|여러)(?=대{_UNIT_END})",
    f"(?:한|{_SOME})(?=(?:대|개|장|곳|건|채|잔|병|알|줄|점|쌍|그릇|상자|걸음|마디|모금|가지)씩{_END})",
)
# What each begins with is asked first: most places have none of it.
_GAP = re.compile(
    f"(?=[수때무데있없것줄채지뿐후뒤다중만])(?P<bound>{'|'.join(_BOUND)})"
    f"|(?=[한두세네다여일아열스서마쉰너대몇석넉]){_START}(?P<counted>{'|'.join(_COUNTED)})"
    "|(?=[있계싶])(?<=[가-힣]고)(?=있[다는던었을음습지으고어]|계[시셨신실]|싶[다은어지고었습던네])"
)
_JOINED = re.compile(
    f"(?=[두세네다여일아열스서마쉰너대몇석넉]){_START}(?:석|넉|{_SOME}) "
    f"(?:명|개|마리|권|송이|켤레|시간|개월|그루|군데|차례|곳|달|살|대|가지|번째)(?={_UNIT_END})"
)
_AFTER_TIME = re.compile(
    f"(?=[0-9한석넉몇여십백천두세네다일아열스하이사나닷엿보]){_START}{_LONG}(?=만에|동안|[전후뒤](?:에|에는|의|부터|까지|보다)?{_END})"
)
_NEARLY = re.compile(f"(?<=[{_R.replace('열', '')}]) ?번(?=했|하였|한(?![가-힣])|하다|하고)")
_ABOVE = re.compile(
    f"{_START}[가-힣]{{1,6}}?(우)(?=(?:에|에서|에는|에도|에서는|에서도|에다|로|의){_END})"
)
_ONE_ABOVE = frozenset("물산땅눈불돌풀밥책길손몸등벽섬흙")
_AS_IS = re.compile(f"{_START}[가-힣]{{2,6}}인(?=만큼(?:은|도)?{_END})")
_RUN_BEFORE = re.compile("[가-힣]+$")
_LONGEST_VERB = 6
_BOUND_NOUN = "bound-noun"
_RULES = {"bound": _BOUND_NOUN, "counted": "counted", None: "auxiliary"}


def gaps(text: str) -> list[tuple[int, str]]:
    """Where a space is missing by the South Korean rule, in order, and which rule says so.

    >>> gaps("따를수 있다. 찾고있는것은")
    [(2, 'bound-noun'), (10, 'auxiliary'), (12, 'bound-noun')]
    >>> gaps("세시간만에 왔다"), gaps("세대의 차이")
    ([(1, 'counted'), (3, 'bound-noun')], [])
    """
    found = {match.end(): _BOUND_NOUN for match in _AFTER_TIME.finditer(text)}
    if "인만큼" in text:
        as_is = (match for match in _AS_IS.finditer(text) if _is_noun_in(match[0]))
        found |= {match.end(): _BOUND_NOUN for match in as_is}
    for match in _GAP.finditer(text):
        if not _is_word(text, match):
            found[match.end()] = _RULES[match.lastgroup]
    return sorted(found.items())


def joins(text: str) -> list[tuple[int, int]]:
    """The words that the Korean edition writes without the space between them, in order: a numeral
    and what it counts (조선말규범집 2016 §21). 할 수 있다 stands apart there as well.

    >>> joins("할 수 있다. 세 마리가"), joins("두 사람")
    ([(8, 12)], [])
    """
    return [match.span() for match in _JOINED.finditer(text)]


def nearly(text: str) -> Iterator[tuple[int, int]]:
    """Where 번 after a verb stands for 뻔, with the space before it (놓칠번했다: 놓칠 뻔했다).

    >>> list(nearly("놓칠번했다. 열번했다"))
    [(2, 3)]
    """
    return (match.span() for match in _NEARLY.finditer(text))


def above(text: str) -> Iterator[int]:
    """Where 우 is joined to a noun and means 위, with a space before it (책상우에: 책상 위에).

    >>> list(above("책상우에 경우에 폭우에"))
    [2]
    """
    words = lexicon().words
    for match in _ABOVE.finditer(text):
        at = match.start(1)
        noun = match[0][: at - match.start()]
        foreign = letters(noun[-1])[1:] == ("ㅗ", "")  # 윈도우
        if (noun in words or noun in _ONE_ABOVE) and f"{noun}우" not in words and not foreign:
            yield at


def _is_word(text: str, gap: re.Match[str]) -> bool:
    """Whether what would be parted is one word (실수 없는, 탈것, 안채), or a noun is before 뿐."""
    words, at = lexicon().words, gap.end()
    if gap.lastgroup == "counted":
        run = HANGUL_RUN.match(text, gap.start())
        return run is not None and run[0] in words
    if gap.lastgroup != "bound":
        return False
    if text[at] in "있없":
        return text[at - 3 : at - 1] in words or text[at - 2 : at] in words
    if text[at] == "뿐" and any(text[start:at] in words for start in (at - 3, at - 2)):
        return True
    if text[at] == "수" and _ends_verb(text, at):
        return False
    return any(text[start : at + 1] in words for start in range(max(0, at - 3), at))


def _ends_verb(text: str, at: int) -> bool:
    """Whether what ends here is a verb of two syllables or more in ㄹ: 보일 is no 일수."""
    run = _RUN_BEFORE.search(text, max(0, at - _LONGEST_VERB), at)
    if run is None or len(run[0]) < len("보일"):
        return False
    return with_coda(run[0], "") in lexicon().stems


def _is_noun_in(run: str) -> bool:
    """Whether 인 is of 이다 and not a person's: 음식인 is, 한국인 is not."""
    words = lexicon().words
    return run[:-1] in words and run not in words
