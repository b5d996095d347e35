"""Chinese names are written as South Korea transcribes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.language.pinyin import _table
from glossary.language.transcription import (
    COMPOUND_SURNAMES,
    surname_length,
    transcribe,
    transcribe_pinyin,
)

# The table of the rule (외래어 표기법, 표 5), a line an initial: b ba bo bai …
ROWS = """
바 보 바이 베이 바오 반 번 방 벙 비 볘 뱌오 볜 빈 빙 부
ba bo bai bei bao ban ben bang beng bi bie biao bian bin bing bu
다 더 다이 데이 다오 더우 단 당 덩 둥 디 뎨 댜오 듀 뎬 딩 두 둬 두이 돤 둔
da de dai dei dao dou dan dang deng dong di die diao diu dian ding du duo dui duan dun
자 제 자오 주 젠 진 장 징 중 쥐 줴 쥐안 쥔 지
jia jie jiao jiu jian jin jiang jing jiong ju jue juan jun ji
샤 셰 샤오 슈 셴 신 샹 싱 슝 쉬 쉐 쉬안 쉰 시
xia xie xiao xiu xian xin xiang xing xiong xu xue xuan xun xi
즈 자 저 자이 제이 자오 저우 잔 전 장 정
zhi zha zhe zhai zhei zhao zhou zhan zhen zhang zheng
중 주 좌 줘 좌이 주이 좐 준 좡
zhong zhu zhua zhuo zhuai zhui zhuan zhun zhuang
쯔 짜 쩌 짜이 쩨이 짜오 쩌우 짠 쩐 짱 쩡 쭝 쭈 쭤 쭈이 쫜 쭌
zi za ze zai zei zao zou zan zen zang zeng zong zu zuo zui zuan zun
쓰 싸 써 싸이 싸오 써우 싼 썬 쌍 썽 쑹 쑤 쒀 쑤이 쏸 쑨
si sa se sai sao sou san sen sang seng song su suo sui suan sun
라 러 라이 레이 라오 러우 란 랑 렁 룽
la le lai lei lao lou lan lang leng long
리 랴 례 랴오 류 롄 린 량 링 루 뤄 롼 룬 뤼 뤠
li lia lie liao liu lian lin liang ling lu luo luan lun lv lve
야 요 예 야오 유 옌 인 양 잉 융 와 워 와이 웨이 완 원 왕 웡 위 웨 위안 윈
ya yo ye yao you yan yin yang ying yong wa wo wai wei wan wen wang weng yu yue yuan yun
"""


def table() -> dict[str, str]:
    lines = ROWS.strip().splitlines()
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return {
        syllable: hangul
        for korean, pinyin in pairs
        for hangul, syllable in zip(korean.split(), pinyin.split(), strict=True)
    }


def cases() -> list[list[str]]:
    path = Path(__file__).parent / "transcription_cases.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:]]


def test_the_table_of_the_rule() -> None:
    known = table()
    assert len(known) > 150
    assert {each: transcribe_pinyin(each) for each in known} == known


def test_every_syllable_of_standard_chinese_has_a_transcription() -> None:
    syllables, _ = _table()
    for syllable in syllables:
        assert all("가" <= char <= "힣" for char in transcribe_pinyin(syllable))


@pytest.mark.parametrize("text", ["", "x", "bx", "hello", "zhh", "5"])
def test_what_is_no_pinyin_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="pinyin"):
        transcribe_pinyin(text)


def test_names_are_written_as_reference_works_do() -> None:
    rows = cases()
    assert len(rows) > 150
    got = {hanzi: transcribe(hanzi, person=kind == "person") for hanzi, _, kind in rows}
    assert got == {hanzi: korean for hanzi, korean, _ in rows}


def test_a_compound_surname_is_one() -> None:
    assert all(surname_length(surname + "明") == 2 for surname in COMPOUND_SURNAMES)
    assert surname_length("王小明") == 1
    assert surname_length("欧阳") == 1


def test_what_is_not_chinese_stays() -> None:
    assert transcribe("AI城") == "AI청"
