"""What denies in a sentence for sure, and whether anything in another could say the same.

Languages deny in many ways (不同 is 다르다, 不超过 is 이하), so what is sure is read narrowly and
what may stand for it widely.
"""

from __future__ import annotations

import re
from functools import cache

from glossary.language.permission import MUST_NOT, permission
from glossary.language.tables import read_table
from glossary.model import language_of

_SURE = {
    "zh": re.compile(
        "(?<![尚从并还])未(?:签[署订]|进行|采取|参与|出席|公开|披露|接受|恢复|开放|经(?!许可|允许|批准|同意|授权)|得到|能(?!够不)|获|按|被|受|完成|通过|发现|达到|出现|参加|公布|确定"
        "|确认|支付|提交|收到"
        "|提供|取得|列入|查明|回复|履行|使用|造成|影响|改变)"
        "|未(?=[就对因在向与将予再有作曾])|没有(?=参加|出席|通过|完成|发现|收到|得到|获得"
        "|达[到成]|出现|造成|公布|提交|签署|影响"
        "|改变|停止|放弃|回[复应]|解决|取得|提供|使用|公开|承认)|没有(?![什任过一了]|比"
        "|[^，。；]{0,10}的|[^，。；]{0,6}[不没无])|没(?=能|办法|来得及|收到|通过|完成|赶上|成功)"
        "|无(?:法|权|力(?!量))"
        "|(?<![绝决从毫丝])不(?:能(?!不|仅|只|光|够?忘|[再单])|会(?!不|因)|予|允许|支持|含(?!糊)"
        "|包括|接受|存在|属于|符合"
        "|同意|知道|承担|由(?!得|自|于|衷)|参加|提供|改变|适用|愿(?!意不)|认可|收取|公开"
        "|承认|打算|出席|参与)"
        "|并不(?!是)|概不|恕不|并非|绝不|决不|从不|毫不(?!犹)"
        f"|再也[不没]|请勿|切勿|不要(?!紧)|严禁|禁止|{MUST_NOT}"
    ),
    "ko": re.compile(
        "지(?:는|도|를)? ?(?:않|못하|못했)(?:았|았습|습니|는다|한다|[다음]|겠|을 것이|고 있"
        "|[는은]다[고며는])(?!면)"
        "|지(?:는|도)? ?못(?:했|한다|합니|하였|할 것이)"
        "|(?<!안 될)(?<!않을)(?<!없을)(?<=[가-힣]) ?수(?:는|가|도)? ?없(?:다|습|었|게|으며|고)"
        "|지 ?(?:마(?:십|세|라)|말(?:아야|라|고|것))|(?<=[가-힣][이가도은는]) 없(?:다|습|었)"
        "|아니(?:다|었)|아닙니다"
    ),
}
_IDIOMS = {
    "zh": re.compile(
        "[不没无未非][^，。；]{0,6}(?:[不没]|无(?!人机|线|障碍)|未(?!成年|来|婚))|不可避免|不(?:能|会)(?:忘|少|差|太)|不能再"
        "|没有问题|不要紧|不要忘|为空|重复|否则|太[^，。]{1,6}无法|(?P<asked>[能会可是有愿该])[不没](?P=asked)"
    ),
    "ko": re.compile(
        "않을 ?수 ?없|않으면|지나지 ?않|뿐(?:만)? ?아니|밖에 없|수밖에|마지 ?않|못지 ?않"
        "|적지 ?않|만만[치찮]|머지 ?않"
        "|다름 ?(?:아니|없)|틀림 ?없|끊임 ?없|변함 ?없|어김 ?없|아낌 ?없|관계 ?없|상관 ?없"
        "|잊지 ?못|잊을 수 없|둘도 없"
        "|더없|한없|끝없|헤아릴 수 없|이루 말할|말할 나위|그지 ?없|의심할|놓치지|늦지 ?않"
        "|뒤지지 ?않|그치지 ?않"
        "|빠질 ?수 ?없|없어서는|아깝지 ?않|지지 ?않|멈추지 ?않|빼놓을|지 않는 한|아니라"
        "|(?<![가-힣])[불비미무][가-힣]{1,3}지 ?않|너무"
    ),
}
"""Denials of denials, and set phrases that deny nothing."""
_MAY = {
    "zh": re.compile(
        "[忽略空错隐瞒落逃漏欠闭关弃废消异仅只才假虚反背违超败休掉离脱罢辞断缓退损坏险谨慎除另独唯]"
        "|[不没未无勿别莫]|最新|最佳|还行|伪|零|过时|过早|冲突|忘|必须|匿|陌生|保密|取代|代替|有误|过期|到期"
        "|以内|之前|以前|等待|仍|[少低差弱短]"
    ),
    "ko": re.compile(
        "다르|다른|달라|위반|어긋|이내|이하|미만|부족|불과|그쳤|그치|그친|면제|생략|끊|모자라"
        "|밖에|뿐|취소|배제|탈락"
        "|벗어|무관|잃|떨어|아직|덜|빼|빠[지졌진질져]|빗나|반드시|필수|지 마|매우|삼가"
        "|쉬[운우워]|쉽|성공|끄기|말 |거슬|감추|숨[기김겨긴]|너무"
        "|모[릅름]|몰[라랐]|비-|안 ?될|뺀|[기 ]전(?![가-힣])|야 ?할|전용|비활성|건너"
        "|중지|온전|익명|안[함하되됨사보읽]|남은"
        "|예정|더 있|업습|놓[치쳤친]|틀[리렸린]|해제|무효|부[적정당결재]|대신|나쁘|힘[들든]"
        "|드물|드문|거의|겨우|오히려|차단|말[라고것아]|마[라시십세]|엄금|금[지물하합한함했]|사양"
        "|어려|헛|잘못|오류|그르|넘|초과|외[의에]"
        "|이외|충돌|손상|누락|결여|결석|기권|반려|기각|부결|차이|보류|미루|미뤄"
        "|예외|따로|별도|전에|이전|허[위용]|줄|낮|적[은다게]|작[은다아]|약[한하해]|싫|꺼리"
        "|참[아으]|가리지"
    ),
}
_HINTS = {"zh": re.compile("[不未没无非勿禁]"), "ko": re.compile("[않못없마말]|아니|아닙")}
"""Without these nothing is denied for sure."""
Places = tuple[tuple[int, int], ...]


def denials(text: str, variety: str) -> Places:
    """The places where a Chinese or Korean text denies something for sure; none where it denies a
    denial, or in set phrases.

    >>> denials("未获承认", "zh-CN"), denials("갈 수밖에 없다", "ko-KR")
    (((0, 2),), ())
    >>> denials("없을 수 없다", "ko-KR"), denials("쓸 수 없다", "ko-KR")
    ((), ((1, 6),))
    """
    language = language_of(variety)
    if language not in _SURE or not _HINTS[language].search(text):
        return ()
    found = tuple(match.span() for match in _SURE[language].finditer(text))
    return () if found and _IDIOMS[language].search(text) else found


def may_deny(text: str, variety: str) -> bool:
    """Whether there is anything in a text that could stand for a denial.

    >>> may_deny("이내에 내야 한다", "ko-KR"), may_deny("검사를 통과했다", "ko-KR")
    (True, False)
    """
    language = language_of(variety)
    if language not in _MAY:
        return True
    denied = _MAY[language].search(text) or _SURE[language].search(text)
    return bool(denied) or permission(text, variety).denied


def is_said_too(near: str, language: str, other: str) -> bool:
    """Whether a text of the other language has a counterpart of a word `near` a denial: what is
    denied in the one and affirmed in the other.

    >>> is_said_too("承认", "zh", "인정받았다"), is_said_too("연결되지", "ko", "已关闭")
    (True, False)
    """
    return bool(_said_too(near, language, other))


def without_said(near: str, language: str, other: str) -> str:
    """The other text with line breaks for the counterparts of a word `near` a denial, which deny
    nothing: 脱离 of 벗어나지 못했다."""
    said = [word for word in _said_too(near, language, other) if "不" not in word]
    return re.sub("|".join(map(re.escape, said)), "\n", other) if said else other


def _said_too(near: str, language: str, other: str) -> list[str]:
    """What in a text of the other language is a counterpart of a word `near` a denial."""
    mine, others = (0, 1) if language == "zh" else (1, 0)
    rows = [row for row in _denied_words() if any(word in near for word in row[mine])]
    return [word for row in rows for word in row[others] if word in other]


@cache
def _denied_words() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """What is often denied, in Chinese and in Korean."""
    rows = (line.split("\t") for line in read_table("denied_words.tsv").split("\n"))
    return tuple((tuple(zh.split()), tuple(ko.split())) for zh, ko in rows)
