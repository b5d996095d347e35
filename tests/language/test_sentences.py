"""Texts are cut where sentences end, and nothing of them is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.sentences import segments

CUT = [
    "중시를 마쳤다. | 량산에 들어간다.",
    "성장률은 3.5%이다. | 지난해는 2.1%였다.",
    "2026. 1. 4. 열린 회의에서 결정하였다. | 모두 찬성하였다.",
    "“시작한다.”라고 그는 말했다. | 모두 박수를 쳤다.",
    "그는 “끝났다.”며 웃었다. | 비가 왔다.",
    "“좋다.” | 그는 고개를 끄덕였다.",
    "“가자.” 그가 말했다. | 비가 왔다.",
    "“어디로 가는가?” 로인은 낮은 소리로 되물었다. | 비가 왔다.",
    "“모두 왔다!” 책임자는 크게 말하면서 “이제 시작하자.”라고 덧붙였다. | 비가 왔다.",
    "“가자.” | 그가 전화를 끊었다. | 그리고 말했다.",
    "《홍루몽. 속편》이 나왔다. | 《가자!》는 노래이다.",
    "‘왜 그런가?’라는 물음이 나왔다. | 답은 없었다.",
    "설비(2025년 도입. 독일제)를 옮겼다. | 다음은 시험이다.",
    "J. K. 김이 왔다. | A.I. 기술이다.",
    "자세한 내용은 www.example.com/a.html 을 보라. | 끝.",
    "1. 개요를 쓴다. | 2. 목적을 쓴다.",
    "가. 대상은 다음과 같다. | 나. 기간은 1년이다.",
    "정말인가? | 그렇다! | 좋다.",
    "그는 머뭇거렸다… | 그리고 떠났다.",
    "아직…아니다.",
    "중국 Huawei Co. Ltd. 제품이다. | 새것이다.",
    "중시를 마쳤다.량산에 들어간다.",
    "完成了中试。 | 开始量产。",
    "“开始了。”他说。 | 大家鼓掌。",
    "“开始了！”王工程师高兴地说。 | 大家鼓掌。",
    "他说：“开始了。” | 大家鼓掌。",
    "产量增长3.5%。 | 销售额达1.2亿元！",
    "为什么？！ | 不知道。",
    "设备（2025年引进。德国制造）已搬走。 | 下一步是试验。",
    "“第一句。 | 第二句。”他说。",
    "这是《中试。平台》吗？ | 是。",
    "《红楼梦。续》出版了。 | 《出发！》也出版了。",
    "《没有结束。 | 下一句。",
    "He left. | She stayed. | Dr. Kim came at 3 p.m. yesterday.",
]


@pytest.mark.parametrize("marked", CUT)
def test_sentences_end_where_they_do(marked: str) -> None:
    pieces = [piece.strip() for piece in marked.split("|")]
    joint = "" if "。" in marked or "！ |" in marked else " "
    if marked.startswith("중시를 마쳤다.량"):
        pieces = ["중시를 마쳤다.", "량산에 들어간다."]
        joint = ""
    assert [each.text for each in segments(joint.join(pieces))] == pieces


@given(st.text(alphabet="가다.。”“(（)）!?… \n1a", max_size=60) | st.text(max_size=60))
def test_nothing_is_lost(text: str) -> None:
    place = 0
    for each in segments(text):
        assert text[each.start : each.end] == each.text == each.text.strip() != ""
        assert text[place : each.start].strip() == ""
        place = each.end
    assert text[place:].strip() == ""


def test_quotes_that_never_close_do_not_swallow_the_text() -> None:
    text = "그는 “가자. 빨리 가자. (그런데 비가 온다.\n둘째 줄이다. 끝이다."
    assert len(segments(text)) == 5


def test_time_grows_with_the_text_alone() -> None:
    for piece in ("중시를 마쳤다. “좋다.”라고 (했다. ", "((((.", ". . . 1. ", "“。"):
        began = time.process_time()
        segments(piece * 40_000)
        assert time.process_time() - began < 10
