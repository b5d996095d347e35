"""Patterns of spaces, numerals and words by which one variety of Korean is known.

A numeral and what it counts are written together in China (20여명, 세번: 조선말규범집 2016 §21)
and apart in South Korea (한글 맞춤법 §43), where the press often keeps figures together as well.
So it is with Sino-Korean bound nouns (조사중, 3년내).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_CITY = "(?:상해|천진|산동|산서|무한|서안|연대|정주(?!행)|장사|귀양|온주|심수|위해)"
_NO_PROCESS = "집관군대청민도와열비신존공시체이나그"  # before 중 in words: 집중, 관중
_NO_VILLAGE = "(?:농|어|산|강|지구|민속|선수|귀|외?삼|[외이고]?사|외|친|처가|판자|빈민)촌"
_ONE_OF = "(?:명|개|곳|건|대|마리|가구|호|세대)"
_OF_USE = "도움|쓰[이인는]|필요|사용|성공|이바지|기여|주력|있다|습관"
_INJURY = "정도|고의|죄|결과|원인"  # what 상해 (傷害) may have, unlike Shanghai
_PERIOD = "여?(?:년|개월|달|일|주|주일|시간|분|명|개|m|km|kg)"
_SURNAME = (
    "[김리이박최정강조윤장림임오한신서권황안송류유전홍고문양손배백허남심로노하곽성차주"
    "우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
    "진]"
)
_ON = "눈|물|산|땅|길|상|벽|돌|풀|나무|책상|침대|바다|지붕|머리|무대"
# Pattern, variety, weight, and what a text must hold for the pattern to be tried (# is a digit).
_SIGNS: tuple[tuple[str, str, int, str], ...] = (
    (f"(?<![가-힣])(?:한|첫|{_FEW}) {_COUNTER}{_PARTICLE}", KO_KR, 2, ""),
    (f"(?<![가-힣])여러 {_COUNTER}{_PARTICLE}", KO_KR, 1, "여러 "),
    (
        f"(?<=[0-9])여 {_COUNTER}|(?<=[0-9])[만억조천]여? (?:{_MONEY}|{_COUNTER}){_PARTICLE}",
        KO_KR,
        2,
        "#",
    ),
    (f"(?<=[0-9]년) (?:전|뒤|후|내|말|초){_END}", KO_KR, 1, "#"),
    ("(?<=[가-힣]{2}) (?:중|측)(?:이[다고며]|인|은|에|의)", KO_KR, 1, ""),
    ("(?<=[0-9]) ?(?:km|kg|cm|mm|㎞|㎏|㎜|㎝|㎡|ha)(?![A-Za-z])", KO_KR, 1, "#"),
    ("(?<![A-Za-z])[A-Z] ?씨(?![가-힣]{2})", KO_KR, 2, "씨"),
    ("(?<![一-鿿])[中美日英韓北與野靑](?=[ ,·…'‘“])", KO_KR, 2, ""),
    (f"(?<=[0-9]){_PERIOD} (?:동안|사이|이상|남짓|만에){_END}", KO_KR, 1, "#"),
    (f"(?<=[0-9]){_PERIOD}(?:동안|사이|이상|남짓){_END}", KO_CN, 1, "#"),
    ("(?<=[0-9]) 대 (?=[0-9])", KO_KR, 2, " 대 "),
    (
        "(?<=[0-9]) (?:명|개|마리|가구|곳|채|그루|권|편|살|번|번째|차례|가지)(?![가-힣]{2})",
        KO_KR,
        1,
        "#",
    ),
    (f"(?<![가-힣]){_SURNAME} 씨(?:[는가의를도와]|에게|$)", KO_KR, 2, " 씨"),
    (f"(?<![가-힣]){_SURNAME}씨(?=[는가의를도와]|에게|부부|네)", KO_CN, 1, "씨"),
    ("《[가-힣]", KO_CN, 2, "《"),
    ("(?<![가-힣])매 (?=[가-힣]{2})", KO_CN, 1, "매 "),
    ("ㅋㅋ|ㅎㅎ|ㅠㅠ|ㅜㅜ", KO_KR, 2, ""),
    (r"(?<![.])[.]{2,3}(?![.])|[!?~]{2,}|\^\^|;;", KO_KR, 1, ""),  # of the Internet, not the press
    ("(?<=[는은인한]) 게(?![가-힣])", KO_KR, 2, " 게"),
    ("(?<=[는은인한]) 건(?![가-힣])", KO_KR, 2, " 건"),
    (f"(?<![가-힣])(?:{_ON})우(?=에|의|로)", KO_CN, 2, "우"),
    (f"(?<=[0-9])여{_COUNTER}{_PARTICLE}", KO_CN, 1, "#"),
    (f"(?<![0-9가-힣])[수몇]?[십백천만억]{{1,3}}여?{_ONE_OF}{_PARTICLE}", KO_CN, 1, ""),
    ("(?<![가-힣])몇[십백천]년", KO_CN, 1, "몇"),
    (f"(?<=[0-9])[백천만억조]{{1,2}}여?{_MONEY}{_PARTICLE}", KO_CN, 1, "#"),
    ("(?<=[0-9])[.][0-9]+[만억]", KO_CN, 2, "#"),
    ("[1-9][0-9]?[.]5[’']? ?(?:계획|시기)|제[1-4]분기|[1-4][./]4분기", KO_CN, 3, "#"),
    ("(?<=[0-9])(?:[가-힣]{0,4}메터|[가-힣]{0,2}그람|키로)", KO_CN, 3, "#"),
    ("(?<![0-9:])[0-9]:[0-9](?![0-9:])", KO_CN, 1, ":"),
    ("(?<=[0-9]일), ", KO_CN, 1, "일, "),
    ("(?<=[0-9])(?:여개국|(?:년|개월|일|시간|주일)만에)", KO_CN, 1, "#"),
    (
        "(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|한달|반년)만에",
        KO_CN,
        1,
        "만에",
    ),
    ("되게 [되된될됐]", KO_CN, 2, "되게 "),
    ("(?<![가-힣])근 (?=[0-9])", KO_CN, 2, "근 "),
    (
        f"(?:(?<=[0-9]년)|(?<=여년)|(?<=[0-9]일)|(?<=[0-9]개월)|(?<=[0-9]월)|(?<=시간))(?:전|후|내|말|초){_END}",
        KO_CN,
        1,
        "#",
    ),
    ("(?<=[가-힣][한된간온난])지 (?=[0-9두세네몇반]|열|오래|얼마|한 )", KO_CN, 1, "지 "),
    (f"(?<![가-힣])(?!{_NO_VILLAGE})[가-힣]{{1,5}}촌(?=에서|의|은|에 )", KO_CN, 2, "촌"),
    ("[다라]고 (?:[가-힣]+[은는이가] )?소개했", KO_CN, 1, "소개했"),
    (f"(?<=[가-힣]{{2}})(?<![{_NO_PROCESS}])중(?=에 |이[다고며]|인 )", KO_CN, 1, "중"),
    ('(?<=다)[.][”"](?=고|라고|며|라며|면서)', KO_CN, 1, "다."),
    (f"(?<=[가-힣])[은는]데 (?={_OF_USE})", KO_CN, 1, "데 "),
    ("(?<=[가-힣])군 (?=[하한했])", KO_CN, 3, "군 "),
    ("(?:(?<=^)|(?<=[,.] ))때문에", KO_CN, 2, "때문에"),
    ("(?<![가-힣])전 (?:인민|당|촌|성|주|시|현)(?=[에의은을과] |에서)", KO_CN, 1, "전 "),
    (
        (
            f"(?<![가-힣]){_CITY}(?:에서|시[에의는가와를]|행(?![을이해했하중주])"
            "|로 (?:가|갔|간|떠|향))"
        ),
        KO_CN,
        2,
        "",
    ),
    (f"(?<![가-힣])상해의 (?!{_INJURY})", KO_CN, 2, "상해의"),
)
_DIGIT = re.compile("[0-9]")
_COMPILED = tuple(
    (re.compile(sign), variety, weight, needs) for sign, variety, weight, needs in _SIGNS
)


def patterns_in(text: str) -> Iterator[Marker]:
    """What the patterns say, and for which variety."""
    digits = bool(_DIGIT.search(text))
    for sign, variety, weight, needs in _COMPILED:
        if digits if needs == "#" else needs in text:
            for match in sign.finditer(text):
                yield Marker(match.start(), match.end(), variety, weight)
