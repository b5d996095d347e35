"""Terms are found in running text, and not where only their letters stand."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.language.invisible import visible
from glossary.matching.recognition import Beside, Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_CN, KO_KR, ZH_CN, ContextRule, Occurrence, Term
from tests.workflow import labelled
from tests.workflow.labelled import by_substring, by_whole_word, cases, recognised, score


@cache
def whole() -> Recogniser:
    return Recogniser(labelled.entries())


def found(text: str, *terms: Term, variety: str = KO_CN, **options: bool) -> list[Occurrence]:
    entries = [Entry(f"c{number}", term) for number, term in enumerate(terms)]
    return list(Recogniser(entries).find(text, variety, **options))


def texts(text: str, *terms: str, variety: str = KO_CN) -> list[str]:
    return [each.text for each in found(text, *(Term(variety, t) for t in terms), variety=variety)]


@pytest.mark.parametrize("part", ["dev", "aside"])
def test_the_labelled_set_is_found_from_the_text_alone(part: str) -> None:
    reached = score(cases(part), recognised(whole()))
    assert reached.precision >= 0.945
    assert reached.recall >= 0.95


def test_homographs_are_what_the_text_alone_cannot_tell() -> None:
    reached = score(cases("later"), recognised(whole()))
    assert reached.precision >= 0.88
    assert reached.recall >= 0.98


@pytest.mark.parametrize("part", ["dev", "aside", "later"])
def test_the_other_side_decides_what_the_text_alone_cannot(part: str) -> None:
    reached = score(cases(part), recognised(whole(), beside=True))
    assert reached.precision >= 0.98
    assert reached.recall >= 0.97


@pytest.mark.parametrize("part", ["dev", "aside", "later"])
def test_what_the_other_side_does_not_say_and_is_shown_is_hardly_ever_another_word(
    part: str,
) -> None:
    reached = score(cases(part), recognised(whole(), beside=True, unsaid=True))
    assert reached.precision >= 0.98
    assert reached.recall >= 0.97


UNSAID = [
    Entry(concept, Term(variety, text))
    for concept, terms in {
        "year": {ZH_CN: "明年", KO_CN: "래년"},
        "engineer": {ZH_CN: "工程师", KO_CN: "기사"},
        "talent": {ZH_CN: "人才", KO_CN: "인재"},
        "power": {ZH_CN: "电力", KO_CN: "전력"},
        "company": {ZH_CN: "电力公司", KO_CN: "전력회사"},
    }.items()
    for variety, text in terms.items()
]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("明年再来", "다음해에 다시 오라", [("明年", "unsaid")]),
        ("明年再来", "래년에 다시 오라", [("明年", "beside")]),
        ("工程师都来了", "기술자들이 다 왔다", [("工程师", "unsaid")]),
        ("只有敢想的人才能做到", "생각하는 사람만이 해낸다", []),
        ("电力公司通知", "전력을 맡은 기업의 통지", [("电力公司", "unsaid")]),
        ("电力不足", "전력이 모자란다", [("电力", "beside")]),
    ],
)
def test_a_term_that_the_other_side_does_not_say_is_shown_where_it_is_surely_one(
    text: str, other: str, expected: list[tuple[str, str]]
) -> None:
    recogniser = Recogniser(UNSAID)
    shown = recogniser.find(text, ZH_CN, Beside(other, KO_CN), unsaid=True)
    assert [(each.text, each.why) for each in shown] == expected
    decided = recogniser.find(text, ZH_CN, Beside(other, KO_CN))
    assert "unsaid" not in {each.why for each in decided}


def test_two_syllables_that_the_other_side_does_not_say_may_be_another_word() -> None:
    recogniser = Recogniser(UNSAID)
    assert recogniser.find("전력을 다했다", KO_CN, Beside("尽了全力", ZH_CN), unsaid=True) == ()
    [each] = recogniser.find("전력회사에서", KO_CN, Beside("在供电所", ZH_CN), unsaid=True)
    assert (each.text, each.why) == ("전력회사", "unsaid")


def test_looking_for_letters_or_for_whole_words_finds_much_that_is_wrong_or_little() -> None:
    chosen = cases("dev") + cases("aside")
    ours = score(chosen, recognised(whole()))
    assert score(chosen, by_substring).precision < ours.precision - 0.1
    assert score(chosen, by_whole_word).recall < ours.recall - 0.4


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("군중시위가 있었다", "중시"),
        ("집중시간을 늘인다", "중시"),
        ("전력량이 모자란다", "력량"),
        ("영화를 보고 울었다", "보고"),
        ("경기도에 산다", "경기"),
        ("녀성 농업인이 많다", "인리"),
        ("4대 명작중의 하나", "중의"),
        ("하이테크 기업", "테크"),
    ],
)
def test_letters_of_other_words_are_no_term(text: str, term: str) -> None:
    assert texts(text, term) == []


@pytest.mark.parametrize("text", ["성정부가", "시정부는", "주정부가", "시정부청사에서"])
def test_the_government_of_a_body_is_one(text: str) -> None:
    assert texts(text, "정부") == ["정부"]


@pytest.mark.parametrize("text", ["시정부문에서", "성정부족은"])
def test_other_words_that_begin_like_a_body_are_none(text: str) -> None:
    assert texts(text, "정부") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("상하이시에서", "상하이"),
        ("창춘시는", "창춘"),
        ("하얼빈시", "하얼빈"),
        ("옌지시장이", "옌지"),
        ("왕칭현과", "왕칭"),
        ("창춘시정부", "창춘"),
        ("장춘시에", "장춘"),
        ("할빈시의", "할빈"),
        ("선전시와", "선전"),
        ("선전에서", "선전"),
        ("선전공항으로", "선전"),
    ],
)
def test_a_place_is_found_before_what_it_is(text: str, place: str) -> None:
    name = Term(KO_CN, place, pos="proper-noun")
    assert [each.text for each in found(text, name)] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("선전부에서", "선전"),
        ("선전활동을", "선전"),
        ("장사진을 쳤다", "장사"),
        ("안정감이", "안정"),
    ],
)
def test_a_place_is_not_found_in_another_word_that_begins_alike(text: str, place: str) -> None:
    assert found(text, Term(KO_CN, place, pos="proper-noun")) == []


def test_a_word_and_a_place_written_alike_are_told_by_what_follows() -> None:
    entries = [
        Entry("a", Term(KO_KR, "선전", pos="proper-noun")),
        Entry("b", Term(KO_KR, "선전", pos="noun")),
    ]
    [each] = Recogniser(entries).find("선전부는", KO_KR)
    assert (each.concept, each.others) == ("b", ())


@pytest.mark.parametrize("text", ["高中试点", "集中试点工作", "其中试验"])
def test_chinese_words_are_not_straddled(text: str) -> None:
    assert texts(text, "中试", variety=ZH_CN) == []
    assert texts("中试基地", "中试", variety=ZH_CN) == ["中试"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("晚上看电视", "电视"),
        ("一起看电视节目", "电视"),
        ("占地3.4万平方米", "平方米"),
        ("占地200余平方米", "平方米"),
        ("智慧和光荣", "光荣"),
    ],
)
def test_a_chinese_word_stands_behind_its_verb_its_number_and_what_joins_it(
    text: str, term: str
) -> None:
    assert texts(text, term, variety=ZH_CN) == [term]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我们要突出重点", ["突出"]),
        ("缺人的矛盾依然突出", []),
        ("她的表现十分突出，得了奖", []),
        ("作出了突出贡献", []),
        ("这一步起了关键作用", ["关键"]),
        ("攻克关键核心技术", []),
        ("关键在于人", []),
    ],
)
def test_a_verb_of_the_starter_pack_is_not_found_where_it_is_another_word(
    text: str, expected: list[str]
) -> None:
    found = [each.text for each in whole().find(text, ZH_CN)]
    assert [each for each in found if each in ("突出", "关键")] == expected


def test_a_county_of_the_starter_pack_is_found_without_what_it_is() -> None:
    assert [each.text for each in whole().find("汪清的冬天很长", ZH_CN)] == ["汪清"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年大力量产新车", ["量产"]),
        ("大力量产化", ["量产"]),
        ("他大力量产", ["量产"]),
        ("强大力量产生了", ["力量"]),
        ("巨大力量", ["力量"]),
        ("力量大", ["力量"]),
    ],
)
def test_of_chinese_terms_that_overlap_the_one_whose_cut_leaves_words_stands(
    text: str, expected: list[str]
) -> None:
    assert texts(text, "力量", "量产", variety=ZH_CN) == expected


def test_an_office_is_found_by_its_short_name() -> None:
    [each] = whole().find("国家发展改革委印发了意见。", ZH_CN)
    assert each.text == "国家发展改革委"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("중시를 마쳤다", "exact"),
        ("중시플랫폼에서는", "inside"),
        ("북경중시기지", "inside"),
        ("2차중시에 들어갔다", "inside"),
    ],
)
def test_particles_and_compounds_are_seen_through(text: str, by: str) -> None:
    [each] = found(text, Term(KO_CN, "중시"))
    assert (each.text, each.by) == ("중시", by)


@pytest.mark.parametrize(
    "text", ["관철락착하여", "관철락착할데 대한", "관철락착되였다", "관철락착을 하고"]
)
def test_a_verb_is_found_in_its_forms(text: str) -> None:
    [each] = found(text, Term(KO_CN, "관철락착하다", pos="verb"))
    assert each.text.startswith("관철락착")
    assert each.by == "inflected"


@pytest.mark.parametrize(
    ("verb", "other"),
    [
        ("다르다", "소개에 따르면"),
        ("다르다", "따르다"),
        ("바르다", "걸음이 빠르고"),
        ("부리다", "씨를 뿌렸다"),
        ("지르다", "창으로 찌르는데"),
    ],
)
def test_a_verb_is_not_found_in_the_forms_of_one_that_is_folded_alike(
    verb: str, other: str
) -> None:
    assert found(other, Term(KO_CN, verb, pos="verb")) == []


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("뛰여넘다", "담을 뛰어넘고"),
        ("자르다", "머리를 짜르고"),
        ("뒤따르다", "뒤따르면"),
        ("다르다", "다르면"),
    ],
)
def test_a_verb_is_found_as_it_is_also_spelt(verb: str, text: str) -> None:
    [each] = found(text, Term(KO_CN, verb, pos="verb"))
    assert each.by == "inflected"


@pytest.mark.parametrize("text", ["과학기술 성과 전환", "과학기술성과전환", "과학기술 성과전환"])
def test_a_long_term_is_found_however_it_is_spaced(text: str) -> None:
    assert texts(text, "과학기술성과 전환") == [text]


@pytest.mark.parametrize("text", ["일하는 중 시장에 갔다", "시험 중, 시간이 없다", "그중 시급한"])
def test_a_short_term_is_not_put_together_over_a_space(text: str) -> None:
    assert texts(text, "중시") == []


def test_the_other_variety_s_spelling_is_found_as_a_variant() -> None:
    [each] = found("양산에 들어갔다", Term(KO_CN, "량산"))
    assert (each.text, each.term.text, each.by) == ("양산", "량산", "variant")


def test_quotes_that_open_before_a_term_belong_to_it() -> None:
    assert texts("‘15.5’계획을 세웠다", "15.5계획") == ["‘15.5’계획"]


def test_latin_letters_end_at_latin_letters() -> None:
    assert texts("AI가 OpenAI와 AI산업을", "AI") == ["AI", "AI"]


def test_rules_of_context_hold() -> None:
    rules = (ContextRule("not_before", "하"), ContextRule("not_after", "집"))
    assert found("중시하다", Term(KO_CN, "중시", rules=rules)) == []
    only = Term(KO_CN, "중시", rules=(ContextRule("only_before", "를 돌리"),))
    assert [each.why for each in found("중시를 돌리다", only)] == ["rule"]
    assert found("중시를 마치다", only) == []


SIGNS = tuple(
    ContextRule(*rule)
    for rule in (("sure_before", "기지"), ("sure_after", "두번째"), ("sure_with", "양산"))
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("중시가 어렵다", "unsure"),
        ("중시 기지를", "rule"),
        ("중시기지를", "rule"),
        ("두번째 중시가", "rule"),
        ("중시는 양산보다 앞선다", "rule"),
        ("태양산업은 중시가 어렵다", "unsure"),
        ("양산을 앞두었다. 중시가 어렵다", "unsure"),
        ("이제 양산이다.\n중시가 끝나면 양산이다. 다음은 없다.", "rule"),
    ],
)
def test_a_term_that_needs_a_sign_is_found_and_in_doubt_without_one(text: str, why: str) -> None:
    assert [each.why for each in found(text, Term(KO_CN, "중시", rules=SIGNS))] == [why]


def test_a_sign_decides_between_entries_written_alike_unless_both_have_one() -> None:
    signs = {"a": ("sure_before", "기지"), "b": ("sure_after", "을")}
    entries = [
        Entry(concept, Term(KO_CN, "중시", rules=(ContextRule(*rule),)))
        for concept, rule in signs.items()
    ]
    recogniser = Recogniser(entries)
    told = {
        text: [(each.concept, each.others) for each in recogniser.find(text, KO_CN)]
        for text in ("중시기지", "사람을 중시", "중시가", "물건을 중시기지에")
    }
    assert list(told.values()) == [[("a", ())], [("b", ())], [("a", ("b",))], [("a", ("b",))]]


def test_the_longest_term_is_meant_and_those_in_it_are_there_for_the_asking() -> None:
    terms = [Term(KO_CN, text) for text in ("중시", "중시플랫폼", "플랫폼")]
    assert [each.text for each in found("중시플랫폼이", *terms)] == ["중시플랫폼"]
    nested = found("중시플랫폼이", *terms, nested=True)
    assert [each.text for each in nested] == ["중시플랫폼", "중시", "플랫폼"]


def test_concepts_written_alike_are_all_named_and_the_other_side_chooses() -> None:
    entries = [
        Entry(concept, Term(variety, text))
        for concept, korean, chinese in (("a", "경사", "喜事"), ("b", "경사", "坡度"))
        for variety, text in ((KO_CN, korean), (ZH_CN, chinese))
    ]
    recogniser = Recogniser(entries)
    [alone] = recogniser.find("경사가 있다", KO_CN)
    assert {alone.concept, *alone.others} == {"a", "b"}
    [decided] = recogniser.find("경사가 있다", KO_CN, Beside("有坡度", ZH_CN))
    assert (decided.concept, decided.others, decided.why) == ("b", (), "beside")
    assert recogniser.find("경사가 있다", KO_CN, Beside("没有", ZH_CN)) == ()


def test_of_entries_folded_alike_the_one_that_is_written_so_is_meant() -> None:
    recogniser = Recogniser([Entry("a", Term(KO_CN, "립장")), Entry("b", Term(KO_CN, "입장"))])
    told = [recogniser.find(f"{text}을 밝히다", KO_CN) for text in ("입장", "립장")]
    assert [[(each.concept, each.others) for each in found] for found in told] == [
        [("b", ())],
        [("a", ())],
    ]


def test_one_syllable_is_found_only_when_switched_on() -> None:
    entries = [Entry("a", Term(KO_CN, "구"))]
    assert Recogniser(entries).find("구 정부", KO_CN) == ()
    assert len(Recogniser(entries, single=True).find("구 정부", KO_CN)) == 1


ALPHABET = "중시플랫폼량산 를하여군집간,.‘’()AI中试高点\u1112\u1161\u11ab\u0301\u200d\x00[/]"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=40), st.sampled_from([KO_CN, KO_KR, ZH_CN]))
def test_what_is_found_stands_at_its_place_and_overlaps_nothing(text: str, variety: str) -> None:
    last = 0
    for each in whole().find(text, variety):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        last = each.end


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=40), st.data())
def test_what_nobody_sees_hides_no_term(text: str, data: st.DataObject) -> None:
    text = visible(text)
    places = st.lists(st.integers(0, len(text)), max_size=5)
    whole_text = text
    for at in sorted(data.draw(places), reverse=True):
        hidden = data.draw(st.sampled_from("\u200b\ufeff\u00ad\u200d\u202e\u2060"))
        whole_text = whole_text[:at] + hidden + whole_text[at:]
    expected, seen = whole().find(text, KO_CN), whole().find(whole_text, KO_CN)
    assert [(each.concept, each.why) for each in expected] == [
        (each.concept, each.why) for each in seen
    ]
    for one, other in zip(expected, seen, strict=True):
        assert other.text == whole_text[other.start : other.end]
        assert visible(other.text) == one.text
        assert visible(whole_text[: other.start]) == text[: one.start]


def test_an_entry_too_long_for_a_term_is_not_looked_for() -> None:
    """An automaton of it took a minute to make."""
    assert texts("긴" * 10_000 + " 량산", "긴" * 10_000, "량산") == ["량산"]


def test_a_letter_with_marks_without_end_is_no_obstacle() -> None:
    assert texts("a" + "\u0301" * 30_000 + " 량산을", "량산") == ["량산"]
