"""What the starter glossary answers for the words that translators get wrong."""

from __future__ import annotations

import pytest

from glossary.matching.context_rules import needs_sign, ruled
from glossary.model import KO_CN, KO_KR, Term
from tests.packs.starter_pack import preferred, the_concept, the_term


def speaks_for(term: Term, text: str) -> bool:
    """Whether the term's rules leave its first occurrence in the text standing, with a sign where
    it needs one."""
    start = text.index(term.text)
    asked = ruled(term, text, start, start + len(term.text))
    return asked is True if needs_sign(term) else asked is not None


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
    ("국가급 실험실", "国家级实验室", "국가급 실험실"),
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
    ("원", "元", "값은 50원이다", True),
    ("원", "元", "원만한 해결", False),
    ("단위", "单位", "각 단위에서 참가하다", True),
    ("단위", "单位", "길이단위를 배우다", False),
    ("단위", "计量单位", "길이단위를 배우다", True),
    ("공정", "工程", "하천공정을 끝내다", True),
    ("공정", "工程", "공정한 판결", False),
    ("대상", "项目", "중점대상이 착공하다", True),
    ("대상", "对象", "중점대상이 착공하다", False),
    ("조선", "朝鲜", "조선의 수도", True),
    ("조선", "朝鲜", "조선족학교", False),
]


@pytest.mark.parametrize(("ko_cn", "zh_cn", "text", "stands"), IN_TEXT)
def test_context_rules_tell_homographs_apart(
    ko_cn: str, zh_cn: str, text: str, stands: bool
) -> None:
    term = the_term(the_concept(ko_cn, zh_cn), KO_CN, ko_cn)
    assert speaks_for(term, text) is stands


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
