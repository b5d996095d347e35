"""Terms are replaced where that is right as it stands, and only pointed at where it may not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.language.orthography import applied, respell
from glossary.matching.recognition import Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import APPLY, FLAG, KO_CN, KO_KR, SUGGEST, ContextRule, Respelling, Term
from glossary.workflow.convert import Conversion
from glossary.workflow.term_conversion import with_terms
from tests.packs.starter_pack import CONCEPTS

GUARD = (ContextRule("not_after", "군"),)
"""What makes sure that nothing else is meant."""

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@cache
def starter(to: str = KO_KR) -> Conversion:
    entries = [Entry(each.uid, term) for each in CONCEPTS for term in each.terms]
    return Conversion(to, Recogniser(entries))


def changes(text: str, *terms: Term, to: str = KO_KR) -> list[Respelling]:
    recogniser = Recogniser([Entry("c", term) for term in terms])
    return list(Conversion(to, recogniser).respellings(text))


def changed(text: str, *terms: Term, to: str = KO_KR) -> str:
    return applied(text, [each for each in changes(text, *terms, to=to) if each.band == APPLY])


def term(text: str, variety: str = KO_CN, **fields: str) -> Term:
    return Term(variety, text, **fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("중시를 마쳤다", "파일럿 시험을 마쳤다"),
        ("‘중시’란 무엇인가", "‘파일럿 시험’이란 무엇인가"),
        ("새 쎈터이였다", "새 파일럿 시험이었다"),
        ("중시로 넘어갔다", "파일럿 시험으로 넘어갔다"),
        ("중시단계에서", "파일럿 시험 단계에서"),
        ("군중시위에서", "군중시위에서"),
        ("**중시**를 마쳤다", "**파일럿 시험**을 마쳤다"),
        ("<b>중시</b>로", "<b>파일럿 시험</b>으로"),
        ("중시(중간시험)를 마쳤다", "파일럿 시험(중간시험)을 마쳤다"),
    ],
)
def test_a_noun_is_replaced_and_what_follows_repaired(text: str, expected: str) -> None:
    own = [Term(KO_CN, each, rules=GUARD) for each in ("중시", "중간시험", "쎈터")]
    assert changed(text, *own, term("파일럿 시험", KO_KR)) == expected


def test_what_is_written_so_already_or_is_only_spelt_otherwise_is_left_to_spelling() -> None:
    [each] = changes("량산에 들어갔다", term("량산"), term("양산", KO_KR))
    assert (each.kind, each.after) == ("initial-sound", "양산")
    assert changes("서비스를 준다", term("서비스"), term("서비스", KO_KR)) == []


def test_several_terms_and_none_preferred_are_suggested() -> None:
    targets = [term(each, KO_KR, status="admitted") for each in ("모형", "방식")]
    [each] = changes("이 모식을 썼다", term("모식"), *targets)
    assert (each.band, each.reason, each.after) == (SUGGEST, "term-several", "모형")


def test_a_word_with_another_sense_is_suggested_unless_rules_made_sure() -> None:
    targets = [term("서비스", KO_KR), term("봉사", KO_KR, status="forbidden")]
    [each] = changes("봉사를 제공하였다", term("봉사"), *targets)
    assert (each.band, each.reason) == (SUGGEST, "false-friend")
    sure = Term(KO_CN, "봉사", rules=(ContextRule("only_before", "를 제공"),))
    assert changed("봉사를 제공하였다", sure, *targets) == "서비스를 제공하였다"


def test_a_term_that_needs_a_sign_is_suggested_without_one() -> None:
    own = Term(KO_CN, "중시", rules=(ContextRule("sure_before", "를 마치"),))
    target = term("파일럿 시험", KO_KR)
    assert changed("중시를 마치고", own, target) == "파일럿 시험을 마치고"
    [each] = changes("공장의 중시가 어렵다", own, target)
    assert (each.band, each.reason) == (SUGGEST, "term-also-word")


@pytest.mark.parametrize(
    "text",
    [
        "지도부의 중시가 모자라 일이 늦어졌다.",
        "우리 말에 대한 중시는 오래된 전통이다.",
        "기초교육을 중시, 해마다 자금을 늘인다.",
        "각 부문의 중시하에 다리가 놓였다.",
        "마을에서는 촌의 중시와 관심이 고맙다고 한다.",
        "양식장의 위생에 대한 중시가 높아졌다.",
        "실험실의 안전에 대한 중시가 높아졌다.",
    ],
)
def test_a_homograph_is_not_replaced_where_nothing_speaks_for_it(text: str) -> None:
    found = starter().respellings(text)
    assert [each for each in found if each.kind == "term" and each.band == APPLY] == []


@pytest.mark.parametrize(
    "text",
    [
        "중시기지를 세웠다.",
        "소시와 중시를 한곳에서 한다.",
        "새 재료는 중시를 거쳐야 팔린다.",
        "시제품이 나왔으니 다음은 중시이다.",
        "두번째 중시생산선을 놓았다.",
        "중시(中试)는 쉽지 않다.",
    ],
)
def test_a_homograph_is_replaced_where_something_speaks_for_it(text: str) -> None:
    [each] = [each for each in starter().respellings(text) if each.before.startswith("중시")]
    assert (each.band, each.after.startswith("파일럿 시험")) == (APPLY, True)


@pytest.mark.parametrize(
    "text",
    [
        "우리 당을 중심으로 뭉치자",
        "물 한잔 달라고 하였다",
        "폭행으로 상해를 입었다",
        "물질의 성질을 밝혔다",
        "기구를 타고 하늘로 올랐다",
        "논쟁을 전개하였다",
        "마음의 량식을 쌓자",
        "우리나라 경제가 자랐다",
    ],
)
def test_a_word_that_both_koreas_have_is_never_replaced_unasked(text: str) -> None:
    found = starter().respellings(text)
    assert [each for each in found if each.kind == "term" and each.band == APPLY] == []


@pytest.mark.parametrize(
    "text", ["고전명작중의 하나로 꼽힌다", "내년에 집을 짓기로 결정했다", "올해 92세였다"]
)
def test_a_word_that_can_mean_nothing_else_is_not_pointed_at(text: str) -> None:
    assert [each for each in starter().respellings(text) if each.kind in ("term", "ending")] == []


def test_a_verb_of_the_same_frame_gets_another_noun() -> None:
    own = Term(KO_CN, "제기하다", pos="verb", rules=GUARD)
    other = term("제시하다", KO_KR, pos="verb")
    assert changed("방안을 제기하였는바", own, other) == "방안을 제시하였는바"


def test_any_other_verb_is_only_pointed_at() -> None:
    own, other = term("의탁하다", pos="verb"), term("기반으로 하다", KO_KR, pos="verb")
    [each] = [e for e in changes("정책에 의탁하여", own, other) if e.kind == "term"]
    assert (each.band, each.before, each.after) == (FLAG, "의탁하", "의탁하")


@pytest.mark.parametrize("to", [KO_KR, KO_CN])
def test_no_term_is_replaced_by_nothing(to: str) -> None:
    """료해 is said with verbs alone in South Korea, so it is pointed at and stays."""
    conversion = starter(to)
    written = {each.text for concept in CONCEPTS for each in concept.terms if each.variety != to}
    assert len(written) > 300
    for each in sorted(written):
        found = conversion.respellings(f"{each}에 따르면")
        assert all(edit.after.strip() for edit in found if edit.kind == "term"), each


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("담장을 초록색으로 칠하고", "담장을 초록색으로 칠하고"),
        ("암록색 천", "암녹색 천"),
        ("력사적인 만남이다", "역사적인 만남이다"),
        ("생산량은 작년 동기대비 늘고", "생산량은 전년 동기 대비 늘고"),
        ("사업일군 다섯이 왔다", "사업일군 다섯이 왔다"),
    ],
)
def test_what_would_be_made_wrong_stays(text: str, expected: str) -> None:
    found = starter().respellings(text)
    assert applied(text, [each for each in found if each.band == APPLY]) == expected


@pytest.mark.parametrize("text", ["장춘에 갔다", "연변조선족자치주에서", "북경은 크다"])
def test_places_are_suggested_alike_whether_the_glossary_has_them_or_not(text: str) -> None:
    [each] = starter().respellings(text)
    assert (each.band, each.reason) == (SUGGEST, "place")


@pytest.mark.parametrize(
    "text", ["한국과 중국은 협정을 맺었다", "한국어를 배운다", "중국인 관광객", "입장료를 냈다"]
)
def test_south_korean_words_that_the_korean_edition_has_too_are_not_replaced(text: str) -> None:
    assert [each for each in starter(KO_CN).respellings(text) if each.kind == "term"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [("《중시의 길》을 읽다", "title"), ("‘중시’는 서울에서 쓰지 않는 단어이다", "mentioned")],
)
def test_a_term_in_a_title_or_under_discussion_is_only_pointed_at(text: str, reason: str) -> None:
    [each] = changes(text, term("중시"), term("파일럿 시험", KO_KR))
    assert (each.band, each.reason) == (FLAG, reason)


@pytest.mark.parametrize(
    "text",
    ["http://중시.kr/로동", "`중시` {중시}", "C:\\중시\\로동.txt", "[여기](중시.md)", "#중시"],
)
def test_what_machines_read_is_not_touched(text: str) -> None:
    assert list(changes(text, term("중시"), term("파일럿 시험", KO_KR))) == []


def test_a_verb_that_is_pointed_at_is_not_respelt_to_what_its_concept_forbids() -> None:
    own, other = term("끝까지 락착하다"), term("철저히 이행하다", KO_KR)
    forbidden = term("끝까지 낙착하다", KO_KR, status="forbidden")
    text = "끝까지 락착하여야 할 로동"
    found = changes(text, own, other, forbidden)
    assert [each.after for each in found] == ["끝까지 락착하", "노동"]


def test_a_name_is_suggested_since_others_may_be_called_the_same() -> None:
    name = [
        term("류하생", pos="proper-noun"),
        term("刘河生", "zh-CN", pos="proper-noun"),
        term("류허성", KO_KR, pos="proper-noun"),
    ]
    [each] = changes("류하생은 웃었다", *name)
    assert (each.band, each.after) == (SUGGEST, "류허성")


def test_part_of_an_unknown_name_is_only_suggested() -> None:
    [each] = changes("북경경성증재에서", term("북경"), term("베이징", KO_KR))
    assert (each.band, each.reason) == (SUGGEST, "term-in-compound")


def test_a_year_keeps_its_end() -> None:
    assert changed("2027년말까지", term("년말"), term("연말", KO_KR)) == "2027년말까지"


def test_what_nobody_sees_hides_no_word() -> None:
    line = "\ufeff로\u200b동자가 중\u00ad시를\u200b 마쳤다. 중\u200b국"
    found = starter().respellings(line)
    assert applied(line, [each for each in found if each.band == APPLY]) == (
        "\ufeff노동자가 파일럿 시험을\u200b 마쳤다. 중\u200b국"
    )
    assert all(line[each.start : each.end] == each.before for each in found)


def test_the_other_way_round() -> None:
    own, other = term("파일럿 시험", KO_KR), term("중시")
    assert changed("파일럿 시험을 마쳤다", own, other, to=KO_CN) == "중시를 마쳤다"


def test_a_draft_is_never_applied_in_either_direction() -> None:
    own, other = term("량대"), term("두 묶음", KO_KR)
    for to, text, terms in (
        (KO_KR, "량대가 왔다", (replace(own, status="draft"), other)),
        (KO_CN, "두 묶음이 왔다", (own, replace(other, status="draft"))),
    ):
        [each] = [e for e in changes(text, *terms, to=to) if e.kind == "term"]
        assert (each.band, each.reason) == (SUGGEST, "term-draft")
    assert changes("량대가 왔다", own, replace(other, status="draft"))[0].kind != "term"


@pytest.mark.parametrize(
    "text", ["역량 강화 교육을 받았다", "인큐베이터에서 자란다", "빠르고 능동적 대응", "AI"]
)
def test_a_word_that_says_more_than_the_entry_is_not_taken_back(text: str) -> None:
    found = [each for each in starter(KO_CN).respellings(text) if each.kind == "term"]
    assert {(each.band, each.reason) for each in found} == {(SUGGEST, "term-wider")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("헤이룽장과 지린에서", "흑룡강과 길림에서"),
        ("국내총생산이 늘었다", "국내생산총액이 늘었다"),
        ("제15차 5개년 계획을", "15.5계획을"),
    ],
)
def test_names_and_terms_that_the_entry_alone_has_are_taken_back(text: str, expected: str) -> None:
    found = starter(KO_CN).respellings(text)
    assert applied(text, [each for each in found if each.band == APPLY]) == expected


def test_a_person_is_told_from_a_place_by_the_hanzi() -> None:
    for text, reason in (("리창 총리가", "term-name"), ("지린에서", "term")):
        [each] = [e for e in starter(KO_CN).respellings(text) if e.kind == "term"]
        assert each.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "그는 두 회의에 다 참석하였다",
        "두 회의실을 합쳤다",
        "온도의 증가치를 쟀다",
        "모식표본을 현미경으로 보았다",
        "부가가치가 높은 제품",
        "**중시**플랫폼이 문을 열었다",
        "**중시**하였다",
        "사회구역의 로인식당",
    ],
)
def test_what_is_another_word_or_half_of_one_is_not_replaced(text: str) -> None:
    for to in (KO_KR, KO_CN):
        found = starter(to).respellings(text)
        assert [each for each in found if each.kind == "term" and each.band == APPLY] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("전국 두 회의가 끝났다", "전국 양회가 끝났다"),
        ("두 회의 대표들", "양회 대표들"),
        ("두 회의의 대표", "양회의 대표"),
        ("공업증가치가", "공업 부가가치가"),
    ],
)
def test_what_stands_near_makes_sure(text: str, expected: str) -> None:
    found = starter().respellings(text)
    assert applied(text, [each for each in found if each.band == APPLY]) == expected


class Counted(list[Respelling]):
    """A list that counts what is read of it."""

    read = 0

    def __iter__(self) -> Iterator[Respelling]:
        for each in super().__iter__():
            self.read += 1
            yield each

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.read += len(found) if isinstance(at, slice) else 1
        return found


def test_a_long_line_takes_no_more_than_its_share() -> None:
    """Of the respellings of a line, each term looks at its own."""
    entries = [term("중시"), term("파일럿 시험", KO_KR)]
    recogniser = Recogniser([Entry("c", each) for each in entries])
    read = []
    for size in (100, 800):
        text = "중시를 마친 로동자 " * size
        spelling = Counted(respell(text))
        with_terms(text, spelling, recogniser.find(text, KO_CN), recogniser.terms, KO_KR)
        read.append(spelling.read)
    assert read[1] < 12 * read[0]


def test_a_suggested_part_leaves_the_word_to_its_spelling() -> None:
    own = [term("메터"), term("미터", KO_KR), term("메터", KO_KR, status="admitted")]
    assert changed("1립방메터의 물", *own) == "1입방미터의 물"


def test_nothing_becomes_itself() -> None:
    own, other = term("중시"), term("중시하다", KO_KR, pos="verb")
    assert changes("지도자들의 중시하에 풀렸다", own, other) == []


def test_the_sample_article_reads_as_it_would_in_seoul() -> None:
    text = (SAMPLES / "article.ko-CN.txt").read_text("utf-8")
    found = "".join(
        applied(line, [each for each in starter().respellings(line) if each.band == APPLY])
        for line in text.splitlines(keepends=True)
    )
    for right in (
        "파일럿 테스트 플랫폼 3개를",
        "시제품은 파일럿 시험을 거쳐야 양산에",
        "올해 2분기에 대규모 양산을",
        "제15차 5개년 계획 기간 우리 시는",
        "발전을 중시하고",
        "“공동 연구개발의 현장을 직접 보게 되어",
        "집중시간에 센터를",
        "전력량과 유량을",
    ):
        assert right in found


ALPHABET = "중시플랫폼량산봉사모식 를을가이였다하되여0123년말.,‘’“”()《》\n\u1112\u1161\u11ab"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=40))
def test_changes_stand_at_their_place_and_overlap_nothing(text: str) -> None:
    last = 0
    for each in starter().respellings(text):
        assert last <= each.start <= each.end <= len(text)
        assert text[each.start : each.end] == each.before
        last = each.end
