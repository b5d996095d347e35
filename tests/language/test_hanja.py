"""Sino-Korean readings: likeliest first, in both norms, for simplified and traditional text."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language import hangul, hanja
from glossary.language.fold import search_key
from glossary.language.hanja import (
    KO_CN,
    KO_KR,
    after_open_syllable,
    combine,
    initial_sound,
    is_hanzi,
    is_reading,
    reading_keys,
    readings,
    simplified,
    spell,
)

# Chinese, ko-CN, ko-KR: readings in the customer's article and in standard dictionaries.
PAIRS = [
    ("中试", "중시", "중시"),
    ("量产", "량산", "양산"),
    ("量產", "량산", "양산"),
    ("女子", "녀자", "여자"),
    ("效率", "효률", "효율"),
    ("高效率", "고효률", "고효율"),
    ("利率", "리률", "이율"),
    ("百分率", "백분률", "백분율"),
    ("成功率", "성공률", "성공률"),
    ("系列", "계렬", "계열"),
    ("列车", "렬차", "열차"),
    ("协力", "협력", "협력"),
    ("闭幕", "페막", "폐막"),
    ("两会", "량회", "양회"),
    ("历史", "력사", "역사"),
    ("劳动", "로동", "노동"),
    ("来源", "래원", "내원"),
    ("习近平", "습근평", "습근평"),
    ("尹力", "윤력", "윤력"),
]

COMPOUNDS = [
    ("男尊女卑", "남존녀비", "남존여비"),
    ("新女性", "신녀성", "신여성"),
    ("国际联合体", "국제련합체", "국제연합체"),
    ("社会主义劳动", "사회주의로동", "사회주의노동"),
]

WORDS = [
    ("音乐", "음악"),
    ("快乐", "쾌락"),
    ("银行", "은행"),
    ("自行车", "자행거"),
    ("停车", "정거"),
    ("败北", "패배"),
    ("投降", "투항"),
    ("憎恶", "증오"),
    ("率先", "솔선"),
    ("金氏", "김씨"),
    ("金属", "금속"),
    ("复兴", "부흥"),
    ("不足", "부족"),
    ("头发", "두발"),
    ("发展", "발전"),
    ("干部", "간부"),
    ("干燥", "건조"),
    ("乾燥", "건조"),
    ("乾坤", "건곤"),
    ("十月", "시월"),
]


@pytest.mark.parametrize(("hanzi", "northern", "southern"), PAIRS + COMPOUNDS)
def test_the_first_reading_follows_the_norm_asked_for(
    hanzi: str, northern: str, southern: str
) -> None:
    assert readings(hanzi, KO_CN)[0] == northern
    assert readings(hanzi, KO_KR)[0] == southern


@pytest.mark.parametrize(("hanzi", "reading"), WORDS)
def test_a_word_is_read_as_a_word_before_its_characters(hanzi: str, reading: str) -> None:
    assert readings(hanzi)[0] == reading


def test_a_character_of_several_sounds_gives_several_readings() -> None:
    assert set(readings("乐")) == {"악", "락", "요"}
    assert set(readings("行")) == {"행", "항"}
    assert set(readings("车")) == {"차", "거"}
    assert set(readings("参")) == {"참", "삼"}


@pytest.mark.parametrize("old", ["發", "髮", "後", "后", "面", "麵", "產", "産", "敎", "靑", "內"])
def test_a_simplified_character_can_be_read_as_each_it_stands_for(old: str) -> None:
    assert set(readings(old)) <= set(readings(simplified(old)))


def test_an_ambiguous_simplified_character_has_its_likeliest_sound_first() -> None:
    assert readings("发") == ("발",)
    assert readings("干") == ("간", "건")
    assert readings("后")[0] == "후"


def test_what_is_no_hanzi_stays() -> None:
    assert readings("3D打印")[0] == "3D타인"
    assert readings("“AI”芯片")[0].startswith("“AI”")


def test_a_unit_after_a_number_keeps_its_sound() -> None:
    assert readings("2026年", KO_KR) == ("2026년",)
    assert readings("AI量产", KO_KR) == ("AI양산",)


def test_only_the_south_writes_sios_between_parts() -> None:
    assert readings("数字", KO_CN)[0] == "수자"
    assert readings("数字", KO_KR)[0] == "숫자"
    assert reading_keys("数字")[0] == "수자"
    assert "숫자" in reading_keys("数字")


@pytest.mark.parametrize("text", ["", "hello", "중시", "2026", "—"])
def test_without_hanzi_there_is_nothing_to_read(text: str) -> None:
    assert readings(text) == ()
    assert reading_keys(text) == ()
    assert not is_reading(text, text)


def test_one_unreadable_character_leaves_no_reading() -> None:
    assert is_hanzi("𠅤")
    assert readings("中𠅤") == ()
    assert not is_reading("중시", "中𠅤")


@given(st.text("乐行车参率量产不中A1", min_size=1, max_size=12), st.integers(1, 12))
def test_readings_are_distinct_and_within_the_limit(text: str, limit: int) -> None:
    for variety in (KO_CN, KO_KR):
        found = readings(text, variety, limit)
        assert len(found) <= limit
        assert len(set(found)) == len(found)
        assert all(len(reading) == len(text) for reading in found)


@given(st.text("乐行车参率量产不中试两女", min_size=1, max_size=8))
def test_what_is_read_is_a_reading(text: str) -> None:
    for variety in (KO_CN, KO_KR):
        assert all(is_reading(reading, text) for reading in readings(text, variety))


@pytest.mark.parametrize(("hanzi", "northern", "southern"), PAIRS + COMPOUNDS)
def test_a_reading_is_known_in_either_norm(hanzi: str, northern: str, southern: str) -> None:
    assert is_reading(northern, hanzi)
    assert is_reading(southern, hanzi)


@pytest.mark.parametrize(
    ("reading", "hanzi"),
    [("성공율", "成功率"), ("협역", "协力"), ("량회", "量产"), ("중", "中试"), ("중시시", "中试")],
)
def test_what_neither_norm_writes_is_no_reading(reading: str, hanzi: str) -> None:
    assert not is_reading(reading, hanzi)


def test_a_reading_is_compared_without_spaces_and_in_any_normal_form() -> None:
    assert is_reading("중시 력량", "中试力量")
    assert is_reading("\u110c\u116e\u11bc\u1109\u1175", "中试")


@pytest.mark.parametrize(("hanzi", "northern", "southern"), PAIRS + COMPOUNDS)
def test_both_norms_find_a_term_by_its_folded_reading_keys(
    hanzi: str, northern: str, southern: str
) -> None:
    keys = {search_key(key) for key in reading_keys(hanzi)}
    assert {search_key(northern), search_key(southern)} <= keys


def test_the_initial_sound_rule_settles_at_once() -> None:
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]
    assert all(initial_sound(initial_sound(s)) == initial_sound(s) for s in syllables)
    assert all(initial_sound(s) == s for s in syllables if s[0] < "나")
    assert initial_sound("A") == "A"


def test_ryul_changes_after_a_vowel_or_nieun_only() -> None:
    after = {before: after_open_syllable(before, "률") for before in "효분성백 "}
    assert after == {"효": "율", "분": "율", "성": "률", "백": "률", " ": "률"}
    assert after_open_syllable("효", "력") == "력"


def test_marks_never_reach_a_spelling() -> None:
    every = " ".join(hanja._words().values()).split()
    spelled = [spell(reading, variety) for reading in every for variety in (KO_CN, KO_KR)]
    assert all(hangul.is_syllable(character) for character in "".join(spelled))


def test_every_entry_of_the_word_table_can_be_looked_up() -> None:
    wrong_length = [
        word
        for word, entry in hanja._words().items()
        for reading in entry.split(" ")
        if len(spell(reading, KO_CN)) != len(word)
    ]
    assert wrong_length == []
    assert [word for word in hanja._words() if not 2 <= len(word) <= 8] == []


def test_ordinary_simplified_text_can_be_read() -> None:
    first_level = [bytes(pair).decode("gb2312") for pair in gb2312_codes()]
    assert len(first_level) == 3755
    assert [character for character in first_level if not readings(character)] == []


def gb2312_codes() -> list[tuple[int, int]]:
    """The 3,755 characters of GB 2312's first level."""
    codes = product(range(0xB0, 0xD8), range(0xA1, 0xFF))
    return [(row, cell) for row, cell in codes if (row, cell) < (0xD7, 0xFA)]


def test_the_likeliest_combinations_come_first() -> None:
    assert combine([["a", "b"], ["c", "d"]], 4) == [
        ("a", "c"),
        ("b", "c"),
        ("a", "d"),
        ("b", "d"),
    ]
    assert combine([["a", "b"]] * 30, 3)[0] == ("a",) * 30


def test_a_look_up_of_one_character_reads_no_word_table() -> None:
    code = (
        "import sys; from glossary.language import hanja\n"
        "assert not hanja._tables.cache_info().currsize\n"
        "hanja.readings('量'); assert not hanja._words.cache_info().currsize\n"
        "hanja.readings('量产'); assert hanja._words.cache_info().currsize\n"
        "print(*{'typing', 'dataclasses', 're', 'pypinyin'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
