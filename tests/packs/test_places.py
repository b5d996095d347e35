"""What the pack of Chinese places promises: every division once, in three varieties."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from glossary.documents import dumps, from_document, to_document
from glossary.language.hangul import is_syllable
from glossary.model import DRAFT, KO_CN, KO_KR, PREFERRED, STATUSES, ZH_CN, Concept
from glossary.workflow import packs
from glossary.workspace import Workspace

PACK = Path(__file__).resolve().parents[2] / "data" / "packs" / "places"
LINES = (PACK / "terms.jsonl").read_text(encoding="utf-8").splitlines()
HEADER: dict[str, Any] = json.loads(LINES[0])
CONCEPTS = [from_document(json.loads(line)) for line in LINES[1:]]
BY_CHINESE: dict[str, list[Concept]] = defaultdict(list)
for each in CONCEPTS:
    BY_CHINESE[each.texts(ZH_CN)[0]].append(each)

# Written from knowledge before the pack was made: Chinese, ko-CN, ko-KR.
WELL_KNOWN = """
北京市 북경시 베이징시|上海市 상해시 상하이시|天津市 천진시 톈진시|重庆市 중경시 충칭시
河北省 하북성 허베이성|山西省 산서성 산시성|陕西省 섬서성 산시성|辽宁省 료녕성 랴오닝성
吉林省 길림성 지린성|黑龙江省 흑룡강성 헤이룽장성|江苏省 강소성 장쑤성|浙江省 절강성 저장성
安徽省 안휘성 안후이성|福建省 복건성 푸젠성|江西省 강서성 장시성|山东省 산동성 산둥성
河南省 하남성 허난성|湖北省 호북성 후베이성|湖南省 호남성 후난성|广东省 광동성 광둥성
海南省 해남성 하이난성|四川省 사천성 쓰촨성|贵州省 귀주성 구이저우성|云南省 운남성 윈난성
甘肃省 감숙성 간쑤성|青海省 청해성 칭하이성|台湾省 대만성 타이완성|广州市 광주시 광저우시
内蒙古自治区 내몽골자치구 네이멍구_자치구|广西壮族自治区 광서쫭족자치구 광시_좡족_자치구
西藏自治区 서장자치구 티베트_자치구|宁夏回族自治区 녕하회족자치구 닝샤_후이족_자치구
新疆维吾尔自治区 신강위글자치구 신장_위구르_자치구|香港特别行政区 향항특별행정구 홍콩_특별행정구
澳门特别行政区 오문특별행정구 마카오_특별행정구|延边朝鲜族自治州 연변조선족자치주 옌볜_조선족_자치주
凉山彝族自治州 량산이족자치주 량산_이족_자치주
长白朝鲜族自治县 장백조선족자치현 창바이_조선족_자치현
哈尔滨市 할빈시 하얼빈시|齐齐哈尔市 치치할시 치치하얼시|乌鲁木齐市 우룸치시 우루무치시
拉萨市 라싸시 라싸시
深圳市 심수시 선전시|沈阳市 심양시 선양시|大连市 대련시 다롄시|长春市 장춘시 창춘시
延吉市 연길시 옌지시
龙井市 룡정시 룽징시|图们市 도문시 투먼시|珲春市 훈춘시 훈춘시|敦化市 돈화시 둔화시
和龙市 화룡시 허룽시
汪清县 왕청현 왕칭현|安图县 안도현 안투현|涞源县 래원현 라이위안현|梁山县 량산현 량산현
牡丹江市 목단강시 무단장시
六安市 륙안시 루안시|台州市 태주시 타이저우시|乐山市 락산시 러산시|乐清市 악청시 웨칭시
厦门市 하문시 샤먼시
单县 선현 산현|赵县 조현 자오현|歙县 흡현 서현|漯河市 루하시 뤄허시|番禺区 번우구 판위구
大埔县 대포현 다부현
长治市 장치시 창즈시|长子县 장자현 장쯔현|蚌埠市 방부시 벙부시|铅山县 연산현 옌산현
昌都市 창도시 창두시
中牟县 중모현 중무현|宁波市 녕파시 닝보시|南宁市 남녕시 난닝시|洛阳市 락양시 뤄양시
浦东新区 포동신구 푸둥신구
泸州市 로주시 루저우시|连云港市 련운항시 롄윈강시|柳州市 류주시 류저우시|昌平区 창평구 창핑구
大兴区 대흥구 다싱구
"""
KNOWN = [tuple(each.split()) for each in re.split(r"[|\n]", WELL_KNOWN.strip())]


def test_there_are_provinces_prefectures_and_counties() -> None:
    kinds = Counter(concept.definition.split("의 ")[-1].split()[0] for concept in CONCEPTS)
    assert (kinds["성급"], kinds["지급"]) == (34, 353)
    assert 2840 <= kinds["현급"] <= 2860


def test_the_header_and_the_pack_file_agree() -> None:
    pack = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))
    assert (HEADER["format"], HEADER["version"]) == ("malmoi-glossary", 1)
    assert HEADER["set"]["pack"] == HEADER["set"]["name"] == pack["name"] == PACK.name
    assert all(HEADER["set"][field] == pack[field] for field in ("version", "licence", "source"))
    assert set(pack["title"]) == {"ko", "zh", "en"}
    assert pack["licence"] in (PACK / "LICENSE").read_text(encoding="utf-8")


def test_every_line_is_canonical_and_every_uid_is_unique() -> None:
    for line, concept in zip(LINES[1:], CONCEPTS, strict=True):
        assert line == dumps(to_document(concept))
    uids = [c.uid for c in CONCEPTS] + [term.uid for c in CONCEPTS for term in c.terms]
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{13}", uid) for uid in uids)
    assert len(set(uids)) == len(uids)


def test_a_place_has_one_chinese_name_and_forms_in_both_koreans() -> None:
    for concept in CONCEPTS:
        chinese = concept.texts(ZH_CN)
        assert concept.domain == "place"
        assert len(chinese) == 1
        assert re.fullmatch("[\u4e00-\u9fff]{2,}", chinese[0])
        for variety in (KO_CN, KO_KR):
            texts = concept.texts(variety)
            assert 1 <= len(texts) <= 2
            for text in texts:
                assert text == unicodedata.normalize("NFC", text).strip()
                assert all(letter == " " or is_syllable(letter) for letter in text), text


def test_what_is_not_certain_is_a_draft_and_says_why() -> None:
    for concept in CONCEPTS:
        for term in concept.terms:
            assert term.status in STATUSES
            assert term.pos == "proper-noun"
            assert bool(term.note) == (term.status == DRAFT), term
        for variety in (KO_CN, ZH_CN, KO_KR):
            first = next(term for term in concept.terms if term.variety == variety)
            assert first.status in (PREFERRED, DRAFT)


def test_drafts_are_few_where_the_names_are_chinese() -> None:
    drafts = Counter(t.variety for c in CONCEPTS for t in c.terms if t.status == DRAFT)
    assert drafts[ZH_CN] == 0
    assert drafts[KO_KR] < 20
    assert drafts[KO_CN] < 350


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_two_places_spelled_alike_name_each_other(variety: str) -> None:
    spelled: dict[str, list[Concept]] = defaultdict(list)
    for concept in CONCEPTS:
        for text in concept.texts(variety):
            spelled[text].append(concept)
    for text, concepts in spelled.items():
        for concept in concepts if len(concepts) > 1 else ():
            others = {c.texts(ZH_CN)[0] for c in concepts if c is not concept}
            assert all(f"{other}(" in concept.note for other in others), text


@pytest.mark.parametrize(("chinese", "ko_cn", "ko_kr"), KNOWN, ids=[each[0] for each in KNOWN])
def test_a_well_known_place(chinese: str, ko_cn: str, ko_kr: str) -> None:
    (concept,) = BY_CHINESE[chinese]
    assert concept.texts(KO_CN)[0] == ko_cn
    assert concept.texts(KO_KR)[0] == ko_kr.replace("_", " ")


def test_enough_well_known_places_are_tried() -> None:
    assert len(set(KNOWN)) == len(KNOWN) >= 60


def test_the_generic_part_is_kept() -> None:
    kept = {"省": "성", "市": "시", "县": "현", "区": "구", "州": "주", "盟": "맹", "旗": "기"}
    for concept in CONCEPTS:
        last = concept.texts(ZH_CN)[0][-1]
        for variety in (KO_CN, KO_KR):
            assert concept.texts(variety)[0].endswith(kept[last]), concept


def test_the_pack_is_installed_on_request_only(tmp_path: Path) -> None:
    path = str(tmp_path / "glossary.db")
    assert packs.create_workspace(path)
    with Workspace(path) as workspace:
        assert [each.pack for each in workspace.sets.all() if each.pack] == ["starter"]
        assert packs.install(workspace, "places", "test") == len(CONCEPTS)
        assert {each.pack for each in workspace.sets.all() if each.pack} == {"starter", "places"}
