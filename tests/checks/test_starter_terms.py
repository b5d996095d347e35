"""What the checks say with the starter pack, whose lists are no dictionary: clean translations in
plain words are left alone, and what only the other Korean says is told."""

from __future__ import annotations

import pytest

from glossary.checks.pair import paired
from glossary.checks.registry import findings
from glossary.model import KO_CN, KO_KR, ZH_CN, Finding
from tests.checks.test_families import rows
from tests.checks.test_registry import starter_finder

CLEAN = rows("clean_pairs.tsv")


def found(source: str, target: str, variety: str) -> list[Finding]:
    return list(findings(paired((ZH_CN, source), (variety, target), starter_finder())))


@pytest.mark.parametrize("case", CLEAN, ids=[case[2] for case in CLEAN])
def test_a_clean_pair_is_left_alone(case: tuple[str, ...]) -> None:
    variety, source, target = case
    assert [(each.reason, each.text) for each in found(source, target, variety)] == []


@pytest.mark.parametrize(
    ("source", "target", "variety", "word"),
    [
        ("新厂正在进行中试。", "새 공장에서 파일럿 시험을 하고 있다.", KO_CN, "파일럿 시험"),
        ("朝鲜代表团昨天抵达。", "북한대표단이 어제 도착하였다.", KO_CN, "북한"),
        ("孩子已经上小学了。", "아이는 벌써 초등학교에 다닌다.", KO_CN, "초등학교"),
        ("他去过西藏两次。", "그는 티베트에 두번 가보았다.", KO_CN, "티베트"),
        ("吉林的冬天很冷。", "지린의 겨울은 매우 춥다.", KO_CN, "지린"),
        ("仓库里装满了粮食。", "창고에 알곡이 가득 찼다.", KO_KR, "알곡"),
        ("增加值再创新高。", "증가치가 다시 최고 기록을 세웠다.", KO_KR, "증가치"),
        ("“十五五”规划已经公布。", "15.5계획이 이미 발표됐다.", KO_KR, "15.5계획"),
    ],
)
def test_what_only_the_other_variety_says_is_told(
    source: str, target: str, variety: str, word: str
) -> None:
    told = {each.text for each in found(source, target, variety) if each.reason == "variety-term"}
    assert word in told


@pytest.mark.parametrize(
    ("source", "target", "variety", "word"),
    [
        ("他提了三点建议。", "그는 세가지를 말하였다.", KO_CN, "建议"),
        ("他们讨论了政策的落实。", "그들은 정책을 토론했다.", KO_KR, "落实"),
        ("街道改善了公共卫生。", "가두에서는 환경을 개선하였다.", KO_CN, "卫生"),
        (
            "当地正在因地制宜发展低空经济。",
            "현지에서는 실정에 맞게 경제를 발전시킨다.",
            KO_CN,
            "低空经济",
        ),
        ("代表们听取了政府的工作。", "대표들은 정부의 설명을 들었다.", KO_KR, "工作"),
    ],
)
def test_a_noun_of_the_source_is_asked_for(
    source: str, target: str, variety: str, word: str
) -> None:
    told = {each.text for each in found(source, target, variety) if each.check == "term-missing"}
    assert word in told


def test_a_concept_without_a_preferred_form_is_not_asked_for() -> None:
    assert found("社区给老人送饭。", "동네에서 노인들에게 밥을 가져다준다.", KO_KR) == []


@pytest.mark.parametrize(
    ("source", "target", "word", "fix"),
    [
        ("宾馆的服务越来越好。", "호텔의 봉사가 갈수록 좋아진다.", "봉사", None),
        ("新董事长发表了讲话。", "새 이사장이 연설을 했다.", "이사장", None),
        ("中试已经结束。", "중시는 이미 끝났다.", "중시", None),
        ("她是一名研究生。", "그는 연구생이다.", "연구생", "대학원생"),
    ],
)
def test_a_form_that_is_right_for_another_concept_is_told_and_not_replaced(
    source: str, target: str, word: str, fix: str | None
) -> None:
    told = [each for each in found(source, target, KO_KR) if each.check.startswith("term-")]
    assert [(each.text, each.fix) for each in told] == [(word, fix)]


def test_a_word_that_lost_its_inner_sound_is_told_by_the_chinese() -> None:
    (told,) = found("回数不限。", "회수에는 제한이 없다.", KO_KR)
    assert (told.reason, told.text) == ("variety-spelling", "회수")


@pytest.mark.parametrize(
    ("target", "first"),
    [
        ("졸업한지 3년이 됐다.", "졸업한"),
        ("졸업한지도 벌써 다섯 해다.", "졸업한"),
        ("그럴리가 없다.", "그럴"),
    ],
)
def test_a_noun_with_what_goes_with_it_stands_apart(target: str, first: str) -> None:
    told = [each.fix for each in found("毕业多年了。", target, KO_KR) if each.check == "variety"]
    assert [fix.split(" ")[0] for fix in told if fix] == [first]


def test_an_office_is_no_unit() -> None:
    told = found("各单位都要派人参加。", "각 단위는 사람을 보내야 한다.", KO_KR)
    assert [(each.check, each.text) for each in told] == [("term-forbidden", "단위")]
