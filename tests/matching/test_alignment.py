"""Two texts are put side by side: groups are found, and what is not sure is not called so."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.matching.alignment import ACCEPTED, Link, align, document_confidence

CHINESE = [
    "2025年5月，研究院完成了新型传感器的中试。",
    "项目总投资达到3.5亿元。",
    "第一生产线每天可以生产1200台设备。",
    "工程师们表示，质量管理是企业的生命。",
    "明年将在延吉市建设第二个试验基地。",
    "市政府提供资金和技术支持。",
    "专家组检查了安全设施。",
]
KOREAN = [
    "2025년 5월, 연구원은 신형 수감부의 중시를 완성하였다.",
    "대상의 총투자는 3.5억원에 달하였다.",
    "제1생산선은 매일 1200대의 설비를 생산할 수 있다.",
    "공정사들은 품질관리가 기업의 생명이라고 표시하였다.",
    "래년에 연길시에 두번째 시험기지를 건설하게 된다.",
    "시정부는 자금과 기술지지를 제공한다.",
    "전문가조는 안전시설을 검사하였다.",
]


def places(links: list[Link]) -> list[tuple[int, int, int, int]]:
    return [link[:4] for link in links]


def test_sentences_that_translate_one_another_stand_side_by_side() -> None:
    links = align(CHINESE, KOREAN, False, True)
    assert places(links) == [(at, at + 1, at, at + 1) for at in range(7)]
    assert sum(link.confidence >= ACCEPTED for link in links) >= 5
    assert document_confidence(links) > 0.9


def test_two_sentences_may_be_one_on_the_other_side() -> None:
    korean = [KOREAN[0], f"{KOREAN[1]} {KOREAN[2]}", *KOREAN[3:]]
    assert (1, 3, 1, 2) in places(align(CHINESE, korean, False, True))
    assert (1, 2, 1, 3) in places(align([*CHINESE[:1], *korean[1:2]], KOREAN[:3], False, True))


def test_what_was_left_out_stands_alone() -> None:
    korean = KOREAN[:2] + KOREAN[3:]
    links = align(CHINESE, korean, False, True)
    assert (2, 3, 2, 2) in places(links)
    assert document_confidence(links) < document_confidence(align(CHINESE, KOREAN, False, True))


def test_numbers_that_contradict_are_never_accepted() -> None:
    korean = [text.replace("1200", "7300").replace("3.5", "9.1") for text in KOREAN]
    for link in align(CHINESE, korean, False, True):
        if link.start in (1, 2) and link.pairs:
            assert link.confidence < ACCEPTED


def test_the_same_text_in_both_koreas_is_aligned() -> None:
    south = [
        "2025년 5월, 연구원은 신형 센서의 파일럿 시험을 완성하였다.",
        *KOREAN[1:3],
        "엔지니어들은 품질 관리가 기업의 생명이라고 밝혔다.",
        "내년에 옌지시에 두 번째 시험 기지를 건설하게 된다.",
        *KOREAN[5:],
    ]
    links = align(KOREAN, south, True, True)
    assert places(links) == [(at, at + 1, at, at + 1) for at in range(7)]


def test_terms_that_are_known_count() -> None:
    source, target = ["传感器坏了。", "机器坏了。"], ["기계가 고장났다.", "수감부가 고장났다."]
    known = [("传感器", "수감부")]
    plain = {link[:4]: link.confidence for link in align(source, target, False, True)}
    taught = {link[:4]: link.confidence for link in align(source, target, False, True, known)}
    assert taught != plain


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(CHINESE), max_size=12), st.lists(st.sampled_from(KOREAN), max_size=12)
)
def test_every_segment_is_in_one_link(source: list[str], target: list[str]) -> None:
    links = align(source, target, False, True)
    assert [at for link in links for at in range(link.start, link.end)] == list(range(len(source)))
    assert [at for link in links for at in range(link.target_start, link.target_end)] == list(
        range(len(target))
    )
    assert all(0 <= link.confidence <= 1 for link in links)


def test_long_texts_take_time_in_proportion() -> None:
    began = time.process_time()
    links = align(CHINESE * 60, KOREAN * 60, False, True)
    assert len(links) >= 400
    assert time.process_time() - began < 30
