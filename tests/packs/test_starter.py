"""What the starter glossary promises: a clean file, one meaning per concept, stated doubts."""

from __future__ import annotations

import csv
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.documents import dumps, from_document, to_document
from glossary.model import (
    DRAFT,
    KO_CN,
    KO_KR,
    PARTS_OF_SPEECH,
    PREFERRED,
    RULE_KINDS,
    STATUSES,
    ZH_CN,
    Concept,
    Term,
)

DATA = Path(__file__).resolve().parents[2] / "data"
PACK = DATA / "packs" / "starter"
LINES = (PACK / "terms.jsonl").read_text(encoding="utf-8").splitlines()
HEADER: dict[str, Any] = json.loads(LINES[0])
CONCEPTS: list[Concept] = [from_document(json.loads(line)) for line in LINES[1:]]
TERMS: list[tuple[Concept, Term]] = [(each, term) for each in CONCEPTS for term in each.terms]
KOREAN = (KO_CN, KO_KR)
VARIETIES = (KO_CN, ZH_CN, KO_KR)
NAMES_WITHOUT_HANZI = ("률욱금", "방서봉", "온옥염", "리빈")


def concepts_with(ko_cn: str, zh_cn: str) -> list[Concept]:
    return [
        each for each in CONCEPTS if ko_cn in each.texts(KO_CN) and zh_cn in each.texts(ZH_CN)
    ]


def the_concept(ko_cn: str, zh_cn: str) -> Concept:
    found = concepts_with(ko_cn, zh_cn)
    assert len(found) == 1, f"{ko_cn} / {zh_cn}: {len(found)} concepts"
    return found[0]


def the_term(concept: Concept, variety: str, text: str) -> Term:
    found = [term for term in concept.terms if (term.variety, term.text) == (variety, text)]
    assert len(found) == 1, f"{text}: {len(found)} terms"
    return found[0]


def preferred(concept: Concept, variety: str) -> list[str]:
    return [
        term.text
        for term in concept.terms
        if term.variety == variety and term.status == PREFERRED
    ]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def stem(term: Term) -> str:
    """What stays of a term when it is inflected, in jamo for Korean."""
    text = term.text
    if term.variety == ZH_CN:
        return text
    if term.pos in ("verb", "adjective", "phrase") and text.endswith("다"):
        for ending in ("시키다", "하다", "되다"):
            if text.endswith(ending) and len(text) > len(ending) + 1:
                return unicodedata.normalize("NFD", text.removesuffix(ending))
        jamo = unicodedata.normalize("NFD", text[:-1])
        return jamo[:-1] if jamo[-1] in "ᅵᅮᅳᅩᅡᅥ" else jamo
    return unicodedata.normalize("NFD", text)


def allows(term: Term, text: str) -> bool:
    """Whether the term's rules leave its first occurrence in the text standing."""
    start = text.index(term.text)
    before, after = text[:start], text[start + len(term.text) :]
    kinds: dict[str, list[str]] = {kind: [] for kind in RULE_KINDS}
    for rule in term.rules:
        kinds[rule.kind].append(rule.text)
    return not (
        after.startswith(tuple(kinds["not_before"]))
        or before.endswith(tuple(kinds["not_after"]))
        or (kinds["only_before"] and not after.startswith(tuple(kinds["only_before"])))
        or (kinds["only_after"] and not before.endswith(tuple(kinds["only_after"])))
    )


# --- the file -------------------------------------------------------------------------------


def test_the_header_and_the_pack_file_agree() -> None:
    pack = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))
    assert (HEADER["format"], HEADER["version"]) == ("malmoi-glossary", 1)
    assert HEADER["set"]["pack"] == HEADER["set"]["name"] == pack["name"] == PACK.name
    for field in ("version", "licence", "source"):
        assert HEADER["set"][field] == pack[field] != ""
    assert set(pack["title"]) == {"ko", "zh", "en"}
    licence = (PACK / "LICENSE").read_text(encoding="utf-8")
    assert pack["licence"] in licence
    assert "the Malmoi authors" in licence


def test_every_line_is_in_the_one_canonical_form() -> None:
    for line, concept in zip(LINES[1:], CONCEPTS, strict=True):
        assert line == dumps(to_document(concept))


def test_values_are_known_ones() -> None:
    for concept in CONCEPTS:
        assert re.fullmatch(r"[a-z]+", concept.domain), concept.uid
        assert not concept.merged_into
    for _, term in TERMS:
        assert term.variety in VARIETIES
        assert term.status in STATUSES
        assert term.pos in PARTS_OF_SPEECH, term.text
        for rule in term.rules:
            assert rule.kind in RULE_KINDS
            assert rule.text


def test_uids_are_random_looking_and_unique() -> None:
    uids = [each.uid for each in CONCEPTS] + [term.uid for _, term in TERMS]
    assert all(re.fullmatch(r"[0-9a-hjkmnp-tv-z]{13}", uid) for uid in uids)
    assert [uid for uid, count in Counter(uids).items() if count > 1] == []


def test_every_text_is_clean() -> None:
    for line in LINES:
        for text in strings(json.loads(line)):
            assert text == unicodedata.normalize("NFC", text) == text.strip() != ""
            assert not any(unicodedata.category(letter).startswith("C") for letter in text), text
            assert "  " not in text


# --- concepts and terms ---------------------------------------------------------------------


def test_there_are_enough_concepts_and_examples() -> None:
    assert 250 <= len(CONCEPTS) <= 400
    assert sum(bool(concept.examples) for concept in CONCEPTS) >= 80


def test_every_concept_speaks_all_three_varieties_with_at_most_one_preferred() -> None:
    for concept in CONCEPTS:
        for variety in VARIETIES:
            assert concept.texts(variety), (concept.uid, variety)
            assert len(preferred(concept, variety)) <= 1, concept.texts(variety)


def test_no_form_stands_twice_in_a_concept_and_no_pair_in_two() -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for concept in CONCEPTS:
        forms = [(term.variety, term.text) for term in concept.terms]
        assert len(forms) == len(set(forms)), forms
        korean, chinese = preferred(concept, KO_CN), preferred(concept, ZH_CN)
        pairs.update((one, other) for one in korean for other in chinese)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_no_alternatives_inside_a_term() -> None:
    for _, term in TERMS:
        assert not re.search(r"[/()（）\[\]?？]", term.text), term.text


def test_chinese_terms_are_chinese_and_korean_terms_are_not() -> None:
    for _, term in TERMS:
        hanzi = re.search(r"[\u4e00-\u9fff]", term.text)
        hangul = re.search(r"[가-힣]", term.text)
        if term.variety == ZH_CN:
            assert not hangul, term.text
        else:
            assert not hanzi, term.text


def test_terms_are_dictionary_forms() -> None:
    inflected = re.compile(r"(했|였|었|았|쳤|렸)다$|(하여|되여|고있다|는바|했다|합니다)$")
    for _, term in TERMS:
        if term.variety not in KOREAN:
            continue
        assert not inflected.search(term.text), term.text
        if term.pos in ("verb", "adjective"):
            assert term.text.endswith("다"), term.text
        elif term.pos == "noun":
            assert not re.search(r"(하다|되다)$", term.text), term.text


def test_doubts_and_warnings_say_why_in_korean() -> None:
    for _, term in TERMS:
        if term.status in (DRAFT, "deprecated", "forbidden"):
            assert re.search(r"[가-힣]{2}", term.note), term.text
    for concept in CONCEPTS:
        for text in (concept.definition, concept.note):
            # A span of years, or a mere equation, needs no words.
            assert not text or re.search(r"[가-힣]", text), text


def test_names_without_known_hanzi_are_left_out() -> None:
    texts = {term.text for _, term in TERMS}
    assert texts.isdisjoint(NAMES_WITHOUT_HANZI)


# --- promises, one by one -------------------------------------------------------------------

RENDERINGS = [
    ("중시", "中试", "파일럿 시험"),
    ("중시플랫폼", "中试平台", "파일럿 테스트 플랫폼"),
    ("량산", "量产", "양산"),
    ("규모화 량산", "规模化量产", "대규모 양산"),
    ("15.5계획", "十五五规划", "제15차 5개년 계획"),
    ("14.5시기", "十四五时期", "제14차 5개년 계획 기간"),
    ("신품질생산력", "新质生产力", "새로운 질적 생산력"),
    ("심도 있는 융합", "深度融合", "심층 융합"),
    ("고급·정밀·첨단산업", "高精尖产业", "고급·정밀·첨단 산업"),
    ("기여도", "贡献率", "기여율"),
    ("다그치다", "加快", "가속화하다"),
    ("제기하다", "提出", "제시하다"),
    ("관철락착", "贯彻落实", "관철·이행"),
    ("락착", "落实", "이행"),
    ("의탁하다", "依托", "기반으로 하다"),
    ("부동하다", "不同", "다르다"),
    ("온건하다", "稳健", "안정적이다"),
    ("출범하다", "出台", "발표하다"),
    ("격려하다", "鼓励", "장려하다"),
    ("건설", "建设", "구축"),
    ("봉사", "服务", "서비스"),
    ("모식", "模式", "모델"),
    ("사로", "思路", "방향"),
    ("리사장", "董事长", "회장"),
    ("리사장", "理事长", "이사장"),
    ("사회적 인지도", "社会认可度", "사회적 인정도"),
    ("주권", "股权", "지분"),
    ("주권 등기위탁관리", "股权登记托管", "지분 등록·예탁"),
    ("북경주권거래쎈터", "北京股权交易中心", "베이징지분거래센터"),
    ("특허사용권", "专利使用权", "실시권"),
    ("과학성", "科学城", "과학시티"),
    ("국가급 실험실", "国家级实验室", "국가급 연구소"),
    ("국가실험실", "国家实验室", "국가 실험실"),
    ("에너지부여", "赋能", "역량 강화"),
    ("전문·정밀·특색·신형", "专精特新", "전정특신"),
    ("소거인", "小巨人", "작은 거인"),
    ("의료기구", "医疗机构", "의료기관"),
    ("림상실험", "临床试验", "임상시험"),
    ("상아병원", "湘雅医院", "샹야병원"),
    ("사형", "砂型", "모래 주형"),
    ("래원", "来源", "출처"),
    ("원", "元", "위안"),
    ("습근평", "习近平", "시진핑"),
    ("윤력", "尹力", "인리"),
    ("류하생", "刘河生", "류허성"),
    ("쎈터", "中心", "센터"),
    ("뻐스", "公共汽车", "버스"),
    ("딸라", "美元", "달러"),
    ("심수", "深圳", "선전"),
    ("우리 나라", "我国", "중국"),
]


@pytest.mark.parametrize(("ko_cn", "zh_cn", "ko_kr"), RENDERINGS)
def test_the_preferred_rendering(ko_cn: str, zh_cn: str, ko_kr: str) -> None:
    assert preferred(the_concept(ko_cn, zh_cn), KO_KR) == [ko_kr]


HOMOGRAPHS = [
    ("중시", "中试", "重视"),
    ("주권", "股权", "主权"),
    ("사형", "砂型", "死刑"),
    ("상아", "象牙", ""),
    ("과학성", "科学城", "科学性"),
    ("온건하다", "稳健", "温和"),
    ("의탁하다", "依托", "投靠"),
    ("출범하다", "出台", "起航"),
    ("출범하다", "出台", "成立"),
    ("격려하다", "鼓励", "勉励"),
    ("건설", "建设", "修建"),
    ("제기하다", "提出", "提起"),
    ("다그치다", "加快", "逼问"),
    ("리사장", "董事长", "理事长"),
    ("조직건설", "组建", "组织建设"),
    ("페지", "页", "废止"),
    ("단위", "单位", "计量单位"),
    ("공정", "工程", "工序"),
    ("대상", "项目", "对象"),
    ("우", "上面", "右"),
]


@pytest.mark.parametrize(("text", "one", "other"), HOMOGRAPHS)
def test_homographs_are_two_concepts_each_with_its_definition(
    text: str, one: str, other: str
) -> None:
    concept = the_concept(text, one)
    assert concept.definition
    if other:
        counterpart = the_concept(text, other)
        assert counterpart.uid != concept.uid
        assert counterpart.definition not in ("", concept.definition)


@pytest.mark.parametrize(
    ("ko_cn", "zh_cn"),
    [("량산이족자치주", "凉山彝族自治州"), ("량산현", "梁山县"), ("래원현", "涞源县")],
)
def test_place_names_that_look_like_terms_have_their_own_concept(ko_cn: str, zh_cn: str) -> None:
    assert the_concept(ko_cn, zh_cn).domain == "place"


MISLEADING = [
    ("중시", "中试", "중시"),
    ("의료기구", "医疗机构", "의료기구"),
    ("주권", "股权", "주권"),
    ("원", "元", "원"),
    ("리사장", "董事长", "이사장"),
    ("온건하다", "稳健", "온건하다"),
    ("부동하다", "不同", "부동하다"),
    ("의탁하다", "依托", "의탁하다"),
    ("출범하다", "出台", "출범하다"),
    ("락착", "落实", "낙착"),
    ("다그치다", "加快", "다그치다"),
    ("사회적 인지도", "社会认可度", "사회적 인지도"),
    ("기여도", "贡献率", "기여도"),
    ("상아병원", "湘雅医院", "상아병원"),
    ("우리 나라", "我国", "우리나라"),
]


@pytest.mark.parametrize(("ko_cn", "zh_cn", "ko_kr"), MISLEADING)
def test_the_false_friend_is_forbidden(ko_cn: str, zh_cn: str, ko_kr: str) -> None:
    assert the_term(the_concept(ko_cn, zh_cn), KO_KR, ko_kr).status == "forbidden"


IN_TEXT = [
    ("중시", "中试", "올해 중시를 마치였다", True),
    ("중시", "中试", "중시플랫폼을 세웠다", True),
    ("중시", "中试", "교육을 중시하였다", False),
    ("중시", "中试", "교육을 중시한다", False),
    ("중시", "中试", "중시되고 있다", False),
    ("중시", "中试", "중시를 받고 있다", False),
    ("중시", "中试", "교육에 중시를 돌리다", False),
    ("중시", "重视", "교육을 중시하였다", True),
    ("중시", "重视", "교육에 중시를 돌리다", True),
    ("중시", "重视", "올해 중시를 마치였다", False),
    ("주권", "股权", "회사의 주권을 샀다", True),
    ("주권", "股权", "국가주권을 지키다", False),
    ("주권", "股权", "주권국가의 권리", False),
    ("주권", "主权", "국가주권을 지키다", True),
    ("주권", "主权", "주권거래를 시작하다", False),
    ("사형", "砂型", "사형거푸집을 만들다", True),
    ("사형", "砂型", "사형을 선고하다", False),
    ("사형", "砂型", "사형에 처하다", False),
    ("사형", "死刑", "사형을 선고하다", True),
    ("사형", "死刑", "사형거푸집을 만들다", False),
    ("량산", "量产", "량산에 들어가다", True),
    ("량산", "量产", "량산이족자치주", False),
    ("상아", "象牙", "상아로 만든 도장", True),
    ("상아", "象牙", "상아병원에 입원하다", False),
    ("과학성", "科学城", "미래과학성에 들어서다", True),
    ("과학성", "科学城", "과학성을 높이다", False),
    ("과학성", "科学性", "과학성을 높이다", True),
    ("과학성", "科学性", "미래과학성에 들어서다", False),
    ("페지", "页", "첫 페지를 펼치다", True),
    ("페지", "页", "규정을 페지하다", False),
    ("페지", "废止", "규정을 페지하다", True),
    ("페지", "废止", "첫 페지를 펼치다", False),
    ("우", "上面", "책상 우에 놓다", True),
    ("우", "上面", "우수한 학생", False),
    ("조선", "朝鲜", "조선의 수도", True),
    ("조선", "朝鲜", "조선족학교", False),
]


@pytest.mark.parametrize(("ko_cn", "zh_cn", "text", "stands"), IN_TEXT)
def test_context_rules_tell_homographs_apart(
    ko_cn: str, zh_cn: str, text: str, stands: bool
) -> None:
    term = the_term(the_concept(ko_cn, zh_cn), KO_CN, ko_cn)
    assert allows(term, text) is stands


def test_both_pilot_forms_are_kept_with_their_sources() -> None:
    concept = the_concept("중시", "中试")
    cited = the_term(concept, KO_KR, "파일럿 테스트").citations
    assert [(each.outlet, each.date) for each in cited] == [("이코노믹데일리", "2025-01-31")]
    assert the_term(concept, KO_KR, "파일럿 시험").note


def test_three_renderings_of_one_policy_term_each_have_a_source() -> None:
    concept = the_concept("신품질생산력", "新质生产力")
    for text in ("새로운 질적 생산력", "신질 생산력", "신품질 생산력"):
        assert the_term(concept, KO_KR, text).citations, text


def test_two_words_for_one_meaning_share_a_concept() -> None:
    assert the_concept("힘을 실어주다", "赋能") is the_concept("에너지부여", "赋能")
    assert the_concept("전국인대", "全国人大") is the_concept(
        "전국인민대표대회", "全国人民代表大会"
    )


def test_the_change_of_government_is_stated() -> None:
    assert "…에 의탁하다" in the_concept("의탁하다", "依托").note
    assert "…을 기반으로 하다" in the_concept("의탁하다", "依托").note


# --- citations and examples -----------------------------------------------------------------


def test_citations_are_complete_enough_to_find() -> None:
    for _, term in TERMS:
        for citation in term.citations:
            assert citation.outlet
            assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", citation.date), term.text
            assert not citation.link or re.match(r"https?://[^\s]+$", citation.link)
            if term.variety == KO_CN:
                assert citation.title, term.text
                assert len(citation.date) == len("2026-01-04"), term.text


def test_examples_show_their_term_in_all_three_varieties() -> None:
    for concept in CONCEPTS:
        for example in concept.examples:
            assert [variety for variety, _ in example.texts] == list(VARIETIES)
            for variety, sentence in example.texts:
                shown = (
                    sentence if variety == ZH_CN else unicodedata.normalize("NFD", sentence)
                )
                stems = [
                    stem(term)
                    for term in concept.terms
                    if term.variety == variety and term.status != "forbidden"
                ]
                assert any(each in shown for each in stems), sentence
                assert sentence[-1] in ".。!?？！", sentence


def test_examples_keep_to_the_orthography_of_their_variety() -> None:
    seoul = re.compile(r"되었|됐|센터|버스|달러|아파트|고있다|할수|될수|[가-힣]위안")
    joseoneo = re.compile(r
        r"[되이아]였|하였|쎈터|뻐스|딸라|아빠트|할수|될수|뒤받침|고있다|(^| )[련력료류령량립록론리로]")
    loan = re.compile(r"(^| )(리창|량산|로봇|료칸|리더|류허성|로켓)")
    for concept in CONCEPTS:
        for example in concept.examples:
            texts = dict(example.texts)
            assert not seoul.search(texts[KO_CN]), texts[KO_CN]
            plain = loan.sub(" ", texts[KO_KR])
            assert not joseoneo.search(plain), texts[KO_KR]


# --- the sample -----------------------------------------------------------------------------


def test_the_sample_is_a_plain_table_with_nothing_from_the_pack() -> None:
    with (DATA / "samples" / "client-terms.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == [KO_CN, ZH_CN, KO_KR, "domain", "note"]
    assert 10 <= len(rows) <= 25
    known = {(term.variety, term.text) for _, term in TERMS}
    for row in rows:
        assert None not in row
        assert all(value == value.strip() for value in row.values())
        for variety in VARIETIES:
            assert row[variety]
            assert (variety, row[variety]) not in known, row[variety]
