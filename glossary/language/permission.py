"""What a text forbids and what it allows: 不得 and -ㄹ 수 없다, 可以 and -ㄹ 수 있다.

A double negation allows or obliges (不得不, 하지 않으면 안 된다) and is neither here. Whether
anything is denied is read widely, since a ban can be said in many ways (피하다, 谢绝).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.model import language_of

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Permission:
    """Where a text forbids, allows, bids, says ‘not yet’, that there is not and that there is; how
    often it denies something apart from what it forbids; whether anything is `denied` in it in any
    way, and whether it is by more than a ‘without’."""

    forbids: Places = ()
    allows: Places = ()
    bids: Places = ()
    not_yet: Places = ()
    lacks: Places = ()
    has: Places = ()
    apart: int = 0
    denied: bool = False
    denied_plainly: bool = False


MUST_NOT = "不得(?![不已而了以]|少于|低于|超过|多于|高于|小于|大于)"
"""不得 where it forbids something: not in 不得不, nor before an amount."""
_NO_MATTER_OF_RIGHTS = "".join(
    f"(?<!{verb})" for verb in ("않을", "없을", "클", "작을", "적을", "넘을")
)
_CAN = f"(?= ?수)(?<=[가-힣]){_NO_MATTER_OF_RIGHTS} ?수(?:가|는|도)? ?"
_FORBIDS = {
    "zh": re.compile(
        f"(?<![舍恨来见怪顾巴免少值说]){MUST_NOT}"
        "|(?<!不是)不(?:准|许|允许|可以)(?!不)|不能(?![不够再仅只光单]|否认|说)|不宜|不应该?(?!有)"
        "|严禁|禁止|请勿|切勿"
    ),
    "ko": re.compile(
        f"{_CAN}없(?:다|습|어요|음|으며|고|도록|$)"
        "|(?<![않없크작높낮많적길짧])(?:(?<!으)면|(?<!고)서는|다면) ?(?:절대 ?)?안 ?[된되됩돼]"
        "|금지(?:한|된|하|되|됐|됩|합)|금물|엄금|불허|삼가"
        "|지 ?(?:말아야(?! ?(?:할지|하는지))|말 것|마십|마세|마시|못한다|못하게|못하도록"
        "|않는 ?것이 좋)"
        "|허용(?:하지|되지|할 수 없)"
    ),
}
_ALLOWS = {
    "zh": re.compile(
        "(?<![不无没岂])(?:可以|允许|准许)"
        "|(?<![不智功性可动职技潜节效产万才全本核体官势热电内])能(?![力量源手耗级效干人见])"
        "|(?<![不许认])可(?=自行|凭|由|向|在|以|通过|委托|申请|携带|免费)"
    ),
    "ko": re.compile(
        f"{_CAN}있(?:다|습|어요|음|으며|고|도록|게|는|$)"
        "|[아어여해워려와져쳐켜춰꿔]도 ?(?:된다|됩니다|좋다|좋습니다|무방)|것이 (?:좋|바람직)"
        "|허용(?:한|된|됐|합|됩|하[고였며]|했)|허가(?:한다|된다|합니다)"
    ),
}
_BIDS = {
    "zh": re.compile("必须|应当|应该|务必|(?<![必无])须(?!知)"),
    "ko": re.compile(
        "[아어여해져려워러]야 ?(?:만 )?(?:한다|하며|하고|합니다|함|할 것|된다|됩니다)"
    ),
}
_NOT_YET = {
    "zh": re.compile("尚未|还没有?|仍未|从未|并未|并没有|未能(?!够)|未曾"),
    "ko": re.compile("아직[^.?!]{0,30}(?:않|못)"),
}
_LACKS = {
    "zh": re.compile("(?<![有还从并尚也])没有(?![过了到]|[^，。；]{0,8}的)"),
    "ko": re.compile("(?:이|가|은|는|도) ?없(?:다|습|었)"),
}
_HAS = {
    "zh": re.compile("(?<![没只仅唯还就所])有(?![没关效限时些的意])"),
    "ko": re.compile("(?:이|가|은|는) ?있(?:다|습|었)"),
}
_NO_DENIAL = {
    "zh": re.compile(
        "未成年|未满|未来|非常|非洲|非遗|无数|无论|无人机|不断|不仅|不但|不少|不同|不久|不过|不管|不论"
        "|停车|停靠|外部|外来|外籍|外文|外国"
        "|外地|外商|外贸|外卖|海外|对外|国外|室外|户外|绝对|缺口|除夕|少年|少女|少数"
        "|特别|分别|否则|休息|免费|防控|只要|只有"
    ),
    "ko": re.compile(
        "인명 ?피해|재산 ?피해|피해(?=[가를는자액규도의])|안[전내정경건보녕심락]"
        "|미(?:만|성년|래|국|술|용|리|디어|터)|비(?:행|용|밀|률|율|교|싸|슷|닐)"
        "|무(?:대|료|역|엇|게|릎)|불(?:교|꽃|고기)"
    ),
}
_DENIES = {
    "zh": re.compile("[不未没无非勿禁拒免难绝停失缺只仅除莫休否少别止避外唯惟杜克防戒]"),
    "ko": re.compile(
        "없|않|못|안 ?[된되됩돼]|안(?= )|아니|아닌|아님|아닙"
        "|(?<=[가-힣])(?<![지다])만(?:이|을)? |최대"
        "|말[고아것]|마십|마세|마시|금지|금물|엄금"
        "|불가|불허|삼가|피하|피해|막|거부|거절|사절|제한|자제|중단|그만|조심|주의|방지|예방"
        "|외에|외의|제외|모르"
        "|모른|몰[라랐]|반대|(?<![가-힣])[미불비무][가-힣]|덜|멈|포기|실패|부재|어렵|곤난|곤란|여전|까지만"
    ),
}
_WITHOUT = {
    "zh": re.compile("未经|没有|无"),
    "ko": re.compile("없이|없는|않은|않고|못한|못하고|아닌|않으면|없으면|못하면"),
}


def permission(text: str, variety: str) -> Permission:
    """What a Chinese or Korean text forbids and allows; nothing for any other.

    >>> permission("未经许可不得转载", "zh-CN").forbids, permission("옮길 수 있다", "ko-KR").allows
    (((4, 6),), ((2, 7),))
    """
    language = language_of(variety)
    if language not in _DENIES:
        return Permission()
    forbids, allows, bids, later, lacks, has = (
        tuple(match.span() for match in pattern[language].finditer(text))
        for pattern in (_FORBIDS, _ALLOWS, _BIDS, _NOT_YET, _LACKS, _HAS)
    )
    plain = _NO_DENIAL[language].sub("", text)
    rest = _FORBIDS[language].sub("", plain)
    return Permission(
        forbids,
        allows,
        bids,
        later,
        lacks,
        has,
        len(_DENIES[language].findall(rest)),
        bool(_DENIES[language].search(plain)),
        bool(_DENIES[language].search(_WITHOUT[language].sub("", plain))),
    )
