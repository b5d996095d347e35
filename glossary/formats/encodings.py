"""What bytes that are not UTF-8 most likely are: the encodings of Korean and Chinese files.

A guess for people, never for reading: most bytes of one of them are bytes of the others too. What
tells them apart is whether the characters that come out are those people write most; the wrong
encoding gives rare ones. A short text can still mislead, so a guess is shown with a sample.
"""

from __future__ import annotations

from glossary.language.fold import fold

ENCODINGS = ("UTF-8", "GB18030", "CP949", "Big5", "UTF-16-LE", "UTF-16-BE", "ISO-2022-KR")
"""What Korean and Chinese files are in, for people to choose from; every guess is one of them."""

_ENOUGH = 0.4  # of the letters that are no ASCII; of a wrong encoding there are less than .25

# The most frequent syllables and simplified characters of the starter pack and of 300,000
# segments of interface texts: 85 % and more of running text.
_SYLLABLES = (
    "가각간값강개거건검게격결경계고공과관광교구국군권규그극근금급기길나난내너년노뇌는능니다단당대"
    "더데도동되된두드들등디때라락래랫량러럿레려력련령로록료류르른를름리린림립마만말메면명모목무문"
    "물미민밀바반받발방배백버범법베변병보본봉부북분불브비빈사산상새색생서선설성세센션소속수술스슬"
    "습시식신실심십아안않앙야약양어업없에여역연열영오와요용우운원위유융으은을음응의이인일임입있자"
    "작장재저적전정제젝조족종주중증지직진질집징쪽차착찰창처천철체초총최추축춘출치침카커크클키타탁"
    "태택터테통트특티파판패페평포폼표품프플필하학한할함합항해했행향허험혁현협형호화확환활회획흥힘"
)
_HANZI = (
    "一万三上下不与专业两个中临为主义书了事二于五交产京人亿从代令以们件企伏会传位低体作你使供保信"
    "修值像元先光入全公共关兴其内军出分划列创初删利到制刺前力办加务动励劳包化北区医十千单南印历县"
    "参双发取变口可台右号司合吉同名后向启告员命和器四回国图在地型城域基增士处备复多大天央失奋女好"
    "如始委子字存季学孵它安定实客室家密对导将小尔局层展山州工巨已币市带平年并床序库应底废度延建开"
    "式弹强当录形彻径微心志快态思性总息您意成我或户房所打托批找技抓报择持指按换据授接推提播支收改"
    "攻放政效数文斯新方族无日时明春是显智更最有服朝期未本术机权村条来板构林果查标格梁模欧止正此段"
    "比民水江汽没治法津洲活流济消深添清港源澳激点然版物特献率环现理生用电留疗登白的盟目知码砂研示"
    "社科称移程究空窗立端符第签算管米类粒精系级线组终经结给络统续综绿编网置美群者联股能脑自航色节"
    "苏药落藏融行衔街表被装西要规视角解计认议记论设证试该语误请调象贡败质贯资赋起跨路身车转载辑输"
    "边过运近这进连选通速造逼道部配里重量金铁链错键长门问间限院除集需面革韩音页顶项领首验高鲜默龙"
)
_FREQUENT = frozenset(fold(_SYLLABLES + _HANZI) + "，。、：；！？（）《》“”‘’·")


def likely_encoding(data: bytes) -> str:
    """The name of the encoding, or the empty string where none is likely.

    >>> likely_encoding("량산,양산".encode("cp949")), likely_encoding("量产".encode("gb18030"))
    ('CP949', 'GB18030')
    """
    if b"\x1b$)C" in data:
        return "ISO-2022-KR"
    if b"\0" in data:
        names = ["UTF-16-LE", "UTF-16-BE"]
    elif _is_damaged_utf_8(data):
        return ""
    else:
        names = ["CP949", "GB18030", "Big5"]
    score, best = max((_plausible(data, name), -place) for place, name in enumerate(names))
    return names[-best] if score >= _ENOUGH else ""


def _plausible(data: bytes, encoding: str) -> float:
    """The share of the frequent among the letters; what cannot be decoded counts against it."""
    text = data.decode(encoding, "replace")
    others = [char for char in fold(text) if char >= "\x80" or char < "\t"]
    if not others:
        return 1.0 if text.isprintable() or "\n" in text else 0.0
    return sum(char in _FREQUENT for char in others) / len(others)


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are UTF-8 after all."""
    kept = len(data.decode("utf-8", "ignore").encode("utf-8"))
    beyond = sum(byte >= 0x80 for byte in data)  # ASCII ends there
    return len(data) - kept < beyond / 4
