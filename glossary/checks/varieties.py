"""Spellings, words and place names of the other Korean: 로동 in a text for Seoul, 노동 in one for
the Korean edition.

What spelling alone leaves open (역사 is 历史 or 驛舍) the Chinese source decides. Titles, persons'
names and words that stand in quotation marks by themselves are as somebody else wrote them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from glossary.checks.pair import Pair
from glossary.language.fold import fold
from glossary.language.gazetteer import southern_names
from glossary.language.hangul import coda
from glossary.language.hanja import is_hanzi, is_reading
from glossary.language.lexicon import INITIAL, LOANWORD, RATE, YE, lexicon, reversed_lexicon
from glossary.language.literals import literals
from glossary.language.names import names_in
from glossary.language.orthography import respell
from glossary.language.restored import restored, softened
from glossary.language.runs import HANGUL_RUN
from glossary.language.segmentation import segment
from glossary.language.spacing import gaps, joins
from glossary.language.spans import Spans
from glossary.language.transcribed_names import is_name_of, may_be_transcribed
from glossary.language.variety_after_verbs import joined_after_verb
from glossary.language.variety_markers import is_of
from glossary.language.variety_words import unusual_words
from glossary.model import (
    APPLY,
    ESTABLISHED,
    KO_CN,
    KO_KR,
    SUGGEST,
    Finding,
    Occurrence,
    Respelling,
)

VARIETY = "variety"

_Place = tuple[int, int, str]
"""Start and end in the target, and what its variety writes there."""

_TITLE = re.compile(
    "\\([^()\n]*\\)|（[^（）\n]*）|《[^《》\n]*》|〈[^〈〉\n]*〉|『[^『』\n]*』|<[^<>\n]{2,40}>"
)
_ALONE = re.compile("[‘'「“\"]([가-힣]{1,8})[’'」”\"]")
_SOUNDS = (INITIAL, RATE, YE)
_SIOS = ord("갓") - ord("가")
_SIOS_KEPT = frozenset(("샛별", "빗바람"))
_RARELY_UNCHANGED = frozenset([
    "요리", "농구", "여권", "여사", "여의사", "유학생", "이론", "농담", "치열", "대열", "열풍",
    "열사", "서열", "균열", "역사", "약력", "유형", "연관", "예의", "이치", "양호", "저열",
    "이해", "유학", "연금",
    "영도", "예시", "유동", "이자", "이행", "연도", "역도",
])  # fmt: skip
"""Words of South Korea whose other reading, that both varieties spell so (農具, 蹂躪), is rare."""
_NOT_SPELLING = frozenset(("number", "spacing", "style", "person"))
_DONE = re.compile("됐(?=[다던고으습지는음])")
_OTHER_WORDS = ("연인원",)  # 延人員, no 연인 (戀人)
_HANZI = re.compile("[\u3400-\u9fff]+")
_LONGEST_NAME = 8
_LONGEST = 5_000  # characters of a source that is asked how it is read
_USUAL_PLACES = frozenset(("대만", "연변", "상해", "만주", "천안문"))
"""What South Korea calls so, too."""
_BOTH = frozenset(("%포인트", "포인트"))
"""Terms that either variety uses, whatever the glossary prefers."""
_READINGS = {KO_CN: restored, KO_KR: softened}
_ABLE = re.compile("( 수(?:가|는|도|밖에)?)(?=[있없])")
_UNLIKELY = re.compile("리[가는도]? ?(?:없|있|만무|만은)")
_SPAN_OF_TIME = re.compile(
    "지[가는도를]? ?(?:(?:약|거의|벌써|이미|어언|불과|겨우|꼭|근) ?)?"
    "(?:[0-9]|오래|얼마|한참|반년|하루|이틀|사흘|나흘|열흘|보름"
    "|(?:[한두세네몇수반여일이삼사오육칠팔구십백열]|다섯|여섯|일곱|여덟|아홉|스무) ?"
    "(?:[년해달주개]|시간|여))"
)
_YUAN = re.compile(
    "(?<=[0-9십백천만억조여])위안(?!부|화)|(?<=[0-9십백천만억조여] )위안(?!부|화)|위안화"
)
_COUNTED = re.compile(r"[0-9%％개명년월일원배] ?$")
_IN_BOTH = frozenset([
    "데이터", "인터넷", "사이트", "웹사이트", "에너지", "디지털", "서비스", "시스템", "시나리오",
    "시리즈", "하드웨어", "센서",
    "테이블", "페인트", "바이러스", "배터리", "주스", "초콜릿", "케이크", "카페", "캠페인",
    "컨테이너", "콘크리트", "로켓", "레이저", "레이더", "로봇", "모터", "비디오", "샤워",
    "소스", "세트", "스위스", "스케이트", "스피커", "사이즈", "샘플", "솔로", "재즈",
    "저널", "장르", "챔피언", "테러", "파트너", "칼슘", "칼륨", "마라톤", "뮤지컬",
    "미사일", "필름", "펌프", "탱크", "댄스", "볼", "보일러", "비닐", "스위치",
    "슬로건", "나일론", "다이아몬드", "피아노", "보트", "정글", "셀카", "파리", "알코올",
    "알루미늄", "커튼", "칼로리", "재킷", "셔츠", "골키퍼", "세일", "카타르", "파키스탄",
    "아프가니스탄", "캄보디아", "튀르키예", "에어컨",
    "덴마크", "콜롬비아", "파나마", "폴란드", "스웨덴", "네덜란드", "세르비아", "체코", "슈퍼마켓",
])  # fmt: skip
"""Loanwords that the Korean edition today writes as South Korea does, too: whoever writes them so
is not necessarily wrong."""


def variety(pair: Pair) -> Iterator[Finding]:
    """What the target spells or says as only the other variety does."""
    other = pair.target.other_variety
    if not other:
        return
    text = pair.target.text
    runs = tuple(HANGUL_RUN.finditer(text))
    taken = _untouchable(pair, runs)
    for each in _spellings(pair):
        if not taken.meet(each.start, each.end):
            taken.add(each.start, each.end)
            fix = each.after if _is_sure(pair, each) else None
            yield pair.in_target(
                VARIETY,
                "variety-spelling",
                each.start,
                each.end,
                fix,
                word=each.before,
                right=each.after,
            )
    yield from _unlisted(pair, runs, taken)
    seoul = pair.target.variety == KO_KR
    yield from _told(pair, taken, _unspaced(text, runs) if seoul else _northern(text))
    yield from _terms(pair, taken)
    yield from _places(pair, runs, taken)
    yield from _unusual(pair, runs, taken)


def _untouchable(pair: Pair, runs: tuple[re.Match[str], ...]) -> Spans:
    """Titles, explanations in brackets, words in quotation marks, what machines read, persons'
    names, and what the glossary says is right."""
    text = pair.target.text
    spans = Spans()
    found = [match.span() for pattern in (_TITLE, _ALONE) for match in pattern.finditer(text)]
    found += literals(text)
    found += [(name.start, name.end) for name in names_in(text, runs)]
    found += [(each.start, each.end) for each in pair.target.terms if _is_own(pair, each)]
    for start, end in sorted(found):
        if not spans.meet(start, end):
            spans.add(start, end)
    return spans


def _is_own(pair: Pair, each: Occurrence) -> bool:
    """Whether a term stands there just as the glossary writes it in this variety."""
    text = pair.target.text[each.start : each.end]
    usable = each.term.status in ESTABLISHED
    return usable and each.by == "exact" and text == each.term.text


def _spellings(pair: Pair) -> Iterator[Respelling]:
    """The respellings that are leaks: those that apply, loanwords, places, and what the source
    decides."""
    to = pair.target.variety
    for each in respell(pair.target.text, to):
        if each.kind in _NOT_SPELLING or each.before == each.after:
            continue
        if to == KO_CN and each.kind == "place":
            continue  # told as names
        if pair.target.text.startswith(_OTHER_WORDS, each.start):
            continue
        if _is_adjective(each.before) and not _is_meant(pair, each):
            continue
        if to == KO_KR and each.kind == INITIAL and _is_in_name(pair, each.start):
            continue
        if each.band == APPLY or (each.band == SUGGEST and _is_leak(pair, each)):
            yield each


def _is_in_name(pair: Pair, at: int) -> bool:
    """Whether a run begins here with the transcription of a name in the source: 류리, 刘莉."""
    run = HANGUL_RUN.match(pair.target.text, at)
    if run is None or pair.source.language != "zh" or not may_be_transcribed(run[0][:2]):
        return False
    return is_name_of(run[0], pair.source.text[:_LONGEST])


def _is_adjective(word: str) -> bool:
    """Whether a word is a form of an adjective too: 연한 is 年限 or from 연하다."""
    return word.endswith("한") and f"{word[:-1]}하" in lexicon().stems


def _is_leak(pair: Pair, each: Respelling) -> bool:
    if _drops_sios(each.before, each.after):
        return pair.target.variety == KO_CN
    if each.kind == "place":
        return pair.target.variety == KO_KR and each.before not in _USUAL_PLACES
    if each.kind == LOANWORD:
        return pair.target.variety == KO_KR or each.before not in _IN_BOTH
    if each.kind not in _SOUNDS:  # 회수 for 回数 is 횟수, but 이발 for 理发 no 이빨
        said = bool(_times_read(pair.source.text, each.before))
        return pair.target.variety == KO_KR and said and _drops_sios(each.after, each.before)
    return _is_meant(pair, each) or (pair.target.variety == KO_CN and _is_only_so(pair, each))


def _drops_sios(one: str, other: str) -> bool:
    """Whether a word becomes the other by nothing but ㅅ lost between two parts (바닷가), which the
    Korean edition never writes."""
    if len(one) != len(other) or one in _SIOS_KEPT:
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return bool(changed) and all(coda(a) == "ㅅ" and ord(a) - ord(b) == _SIOS for a, b in changed)


def _is_only_so(pair: Pair, each: Respelling) -> bool:
    """Whether the Korean edition spells no word so, and it is surely that word:
    it begins its run, all of the run is known, or the source has 女 (중국여자축구팀).
    Of 요리 or 농구 the spelling without change is a rare word."""
    tables = lexicon()
    spellings = tables.by_korean.get(each.before, ())
    one = all(pair.kind == INITIAL for pair in spellings) and len(each.before) > 1
    one = one and (len(spellings) > 1 or spellings[0].band == APPLY)
    text = pair.target.text
    begins = not HANGUL_RUN.match(text, max(0, each.start - 1), each.start)
    if each.before in _RARELY_UNCHANGED:
        return begins and not _times_read(pair.source.text[:_LONGEST], each.before)
    if not one or each.before in tables.also_unchanged:
        return False
    of_woman = each.after[0] == "녀" and "女" in pair.source.text
    return begins or of_woman or _is_all_known(pair, each)


def _is_all_known(pair: Pair, each: Respelling) -> bool:
    """Whether the run around a word is nothing but known words."""
    runs = HANGUL_RUN.finditer(pair.target.text)
    run = next(found for found in runs if found.end() >= each.end)
    return all(piece.known for piece in segment(run[0], reversed_lexicon()))


def _is_sure(pair: Pair, each: Respelling) -> bool:
    return each.band == APPLY or each.kind in _SOUNDS


def _is_meant(pair: Pair, each: Respelling) -> bool:
    """Whether the Chinese source has a word that the Korean edition reads as the respelling, and
    that does not stand in the target in that spelling already. Behind a number 이상 is 以上, and
    inside of a run syllables may be anything."""
    if pair.source.language != "zh" or len(each.after) < 2 or len(pair.source.text) > _LONGEST:
        return False
    text = pair.target.text
    if HANGUL_RUN.match(text, max(0, each.start - 1), each.start):
        return False
    if _COUNTED.search(text, max(0, each.start - 4), each.start):
        return False
    return _times_read(pair.source.text, each.after) > text.count(each.after)


def _times_read(text: str, word: str) -> int:
    size = len(word)
    return sum(
        all(map(is_hanzi, text[at : at + size])) and is_reading(word, text[at : at + size])
        for at in range(len(text) - size + 1)
    )


def _told(pair: Pair, taken: Spans, places: Iterable[_Place]) -> Iterator[Finding]:
    """Spellings of the other variety that are sure, where nothing was told yet."""
    for start, end, right in places:
        if not taken.meet(start, end):
            taken.add(start, end)
            word = pair.target.text[start:end]
            yield pair.in_target(
                VARIETY, "variety-spelling", start, end, right, word=word, right=right
            )


def _unspaced(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[_Place]:
    """할수 있다, 졸업한후 in a text for Seoul, where these stand apart."""
    places = [at for at, _ in gaps(text)]
    for run in runs:
        first = bisect_right(places, run.start())
        inside = first < len(places) and places[first] < run.end()
        at = places[first] - run.start() if inside else joined_after_verb(run[0])
        if at is not None and not _is_ending(text, run, at):
            yield *run.span(), _ABLE.sub(r"\1 ", f"{run[0][:at]} {run[0][at:]}")


def _is_ending(text: str, run: re.Match[str], at: int) -> bool:
    """Whether what looks like a noun is a part of the verb, for what goes with the noun does not
    follow it: a span of time behind 지 (가능한지), 없다 behind 리 (들어올리는)."""
    first, after = run[0][at], run.start() + at
    if first == "지":
        return coda(run[0][at - 1]) == "ㄴ" and not _SPAN_OF_TIME.match(text, after)
    return first == "리" and not _UNLIKELY.match(text, after)


def _northern(text: str) -> Iterator[_Place]:
    """세 명, 됐다 and 위안 in a text for the Korean edition, which writes 세명 and 되였다 and calls
    the currency 원 and 인민페."""
    for start, end in joins(text):
        yield start, end, text[start:end].replace(" ", "")
    for match in _DONE.finditer(text):
        yield *match.span(), "되였"
    for match in _YUAN.finditer(text):
        yield *match.span(), "원" if match[0] == "위안" else "인민페"


def _unlisted(pair: Pair, runs: tuple[re.Match[str], ...], taken: Spans) -> Iterator[Finding]:
    """Words of no table in the spelling of the other variety, by the sounds of the source."""
    source, reading = pair.source, _READINGS[pair.target.variety]
    if source.language != "zh" or len(source.text) > _LONGEST:
        return
    for run in runs:
        if pair.target.text[run.start() - 1 : run.start()].isdigit():  # 20여명
            continue
        found = reading(run[0], source.text)
        if found is None:
            continue
        start, end = run.start(), run.start() + found[0]
        if not taken.meet(start, end):
            taken.add(start, end)
            word = pair.target.text[start:end]
            yield pair.in_target(VARIETY, "variety-spelling", start, end, word=word, right=found[1])


def _terms(pair: Pair, taken: Spans) -> Iterator[Finding]:
    """Terms that only the other variety has, where the glossary has one of this variety for what
    the source says."""
    said = {uid for each in pair.source.terms for uid in (each.concept, *each.others)}
    for each in pair.leaked:
        terms = pair.terms_of(each.concept)
        ours = [term for term in terms if term.variety == pair.target.variety]
        wanted = [term.text for term in ours if term.status in ESTABLISHED]
        if each.concept not in said or not wanted or taken.meet(each.start, each.end):
            continue
        if (
            each.text in _BOTH
            or each.text.isascii()  # GDP is nobody's spelling
            or each.text != each.term.text
            or any(_alike(term.text, each.text) for term in ours)
            or not _is_only_theirs(pair, each)
        ):
            continue
        taken.add(each.start, each.end)
        yield pair.in_target(
            VARIETY, "variety-term", each.start, each.end, word=each.text, right=", ".join(wanted)
        )


def _is_only_theirs(pair: Pair, each: Occurrence) -> bool:
    """Whether what the glossary has for the other variety is no plain word of both: the language
    data know it as the other's (위안), or it is a name as only the other writes it (베이징).
    That no entry has 공사 for 工程 in this variety does not make it wrong."""
    ours, theirs = pair.target.variety, pair.target.other_variety
    if any(found.text == each.text for found in pair.find(each.text, ours)):
        return False
    if is_of(theirs, each.text) or any(a.kind == "number" for a in respell(each.text, ours)):
        return True
    return each.term.pos == "proper-noun" and any(
        run in southern_names() or not (segment(run, lexicon())[0].known or pair.find(run, ours))
        for run in HANGUL_RUN.findall(each.text)
    )


def _alike(ours: str, theirs: str) -> bool:
    """Whether a term is the other one when folded, or a part of it (전년 동기 대비, 동기대비)."""
    return "".join(fold(theirs).split()) in "".join(fold(ours).split())


def _places(pair: Pair, runs: tuple[re.Match[str], ...], taken: Spans) -> Iterator[Finding]:
    """Places as only South Korea names them, in a text for the Korean edition."""
    if pair.target.variety != KO_CN:
        return
    text = pair.target.text
    for run in runs:
        for size in range(min(_LONGEST_NAME, len(run[0])), 1, -1):
            start, end = run.start(), run.start() + size
            if run[0][:size] in southern_names() and not taken.meet(start, end):
                yield pair.in_target(VARIETY, "variety-word", start, end, word=text[start:end])
                break


def _unusual(pair: Pair, runs: tuple[re.Match[str], ...], taken: Spans) -> Iterator[Finding]:
    """Words that are hardly said in this variety, where another one is usual."""
    for place, right in unusual_words(runs, pair.target.variety):
        if not taken.meet(*place):
            taken.add(*place)
            word = pair.target.text[slice(*place)]
            yield pair.in_target(VARIETY, "variety-usage", *place, word=word, right=right)
