"""Quantities of Chinese and Korean texts: exact values, units and places."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.increases import increases
from glossary.language.numeral_words import in_chinese, is_well_formed, positional, value_of
from glossary.language.quantities import quantities
from glossary.model import KO_CN, KO_KR, ZH_CN

LARGEST = 10**16 - 1


def sure(text: str, variety: str) -> list[tuple[str, str]]:
    """The sure quantities as (value, unit)."""
    return [(str(q.value), q.unit) for q in quantities(text, variety) if q.sure]


@given(st.integers(0, LARGEST))
def test_chinese_numerals_are_read_as_they_are_written(value: int) -> None:
    said = in_chinese(value)
    assert value_of(said) == value
    assert is_well_formed(said)


def test_every_number_to_ten_thousand_is_read_and_written() -> None:
    assert [value_of(in_chinese(value)) for value in range(10_001)] == [*range(10_001)]


@pytest.mark.parametrize("word", ["三三", "七八十", "一二三", "百千", "万一", "十十"])
def test_numerals_that_are_no_number_are_not_well_formed(word: str) -> None:
    assert not is_well_formed(word)


@given(
    st.text(
        alphabet="零〇一二两三四五六七八九十百千万亿兆点영일이삼십백천만억조0123456789,.",
        max_size=60,
    )
)
def test_any_run_of_numerals_is_read_or_is_none(text: str) -> None:
    value_of(text)
    positional(text)
    for variety in (ZH_CN, KO_CN, KO_KR):
        for each in quantities(text, variety):
            assert 0 <= each.start < each.end <= len(text)


def test_quarters_by_their_letter_are_read() -> None:
    assert sure("Q3营收增长", ZH_CN) == [("3", "quarter")]


def test_money_in_coins_is_one_amount_and_its_parts() -> None:
    found = quantities("每斤卖3块2，涨了", ZH_CN)
    assert (Fraction(16, 5), (Fraction(3),)) in [(q.value, q.also) for q in found]


@pytest.mark.parametrize(
    ("text", "variety"),
    [("20世纪80年代", ZH_CN), ("20세기 80년대", KO_KR), ("20세기 80년대", KO_CN)],
)
def test_a_decade_with_its_century_is_one_of_that_century_only(text: str, variety: str) -> None:
    (decade,) = [q for q in quantities(text, variety) if q.sure]
    assert (decade.value, decade.also) == (80, (1980,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资3.5万亿元", [("3500000000000", "CNY")]),
        ("1亿2000万人", [("120000000", "")]),
        ("二十五个项目", [("25", "")]),
        ("百分之三十", [("30", "percent")]),
        ("百分之三点五", [("7/2", "percent")]),
        ("三分之一", [("1/3", "")]),
        ("提高2.3个百分点", [("23/10", "percentage-point")]),
        ("三成以上", [("3", "tenth")]),
        ("第一季度", [("1", "quarter")]),
        ("“十四五”规划", [("14", "plan")]),
        ("二〇二六年", [("2026", "year")]),
        ("2026年1月4日", [("2026", "year"), ("1", "calendar-month"), ("4", "day")]),
        ("30多万亩", [("300000", "mu")]),
        ("500公里", [("500", "km")]),
        ("120里", [("120", "li")]),
        ("300万美元", [("3000000", "USD")]),
        ("七旬老人", [("70", "")]),
        ("６５．５％", [("131/2", "percent")]),
    ],
)
def test_chinese_quantities(text: str, expected: list[tuple[str, str]]) -> None:
    assert sure(text, ZH_CN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3만 5,000명", [("35000", "")]),
        ("35,000명", [("35000", "")]),
        ("1억 2천만원", [("120000000", "CNY")]),
        ("3조 5천억원", [("3500000000000", "CNY")]),
        ("30여만무", [("300000", "mu")]),
        ("3.5%포인트", [("7/2", "percentage-point")]),
        ("3.5퍼센트", [("7/2", "percent")]),
        ("1.4분기", [("1", "quarter")]),
        ("1/4분기", [("1", "quarter")]),
        ("1분기", [("1", "quarter")]),
        ("‘14.5’계획", [("14", "plan")]),
        ("제14차 5개년 계획", [("14", "plan")]),
        ("2026.1.4", [("2026", "year"), ("1", "calendar-month"), ("4", "day")]),
        ("9.18사변", [("9", ""), ("18", "")]),
        ("3분의 1", [("1/3", "")]),
        ("3할", [("3", "tenth")]),
        ("500키로메터", [("500", "km")]),
        ("칠순", [("70", "")]),
    ],
)
def test_korean_quantities(text: str, expected: list[tuple[str, str]]) -> None:
    assert sure(text, KO_CN) == expected


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("一带一路和两会", ZH_CN),
        ("一批、一系列、第一、十分、千方百计、统一", ZH_CN),
        ("几十个，数百人，十几年，正月十五", ZH_CN),
        ("百分之百", ZH_CN),
        ("5G、GPT-4和H1N1", ZH_CN),
        ("일대일로, 량회, 삼국, 만일, 천만에, 일부 백성", KO_CN),
        ("두 사람이 하루에 세 번", KO_KR),
        ("https://example.org/2026/1 user7@example.org %1$s", KO_KR),
    ],
)
def test_words_and_names_are_no_sure_numbers(text: str, variety: str) -> None:
    assert sure(text, variety) == []


def test_a_won_in_the_korean_edition_is_a_yuan_unless_the_text_says_otherwise() -> None:
    assert sure("300원", KO_CN) == [("300", "CNY")]
    assert sure("300원", KO_KR) == sure("한화 300원", KO_CN) == [("300", "KRW")]


def test_units_can_be_converted() -> None:
    jin, kilogram = quantities("10斤", ZH_CN)[0], quantities("5kg", KO_KR)[0]
    assert jin.amount == kilogram.amount == ("mass", Fraction(5))


def test_the_first_number_of_a_range_takes_the_scale_and_unit_of_the_second() -> None:
    first, second = quantities("10-15万人", ZH_CN)
    assert first.also == (Fraction(100_000),)
    assert [each.unit for each in quantities("3~5%", KO_CN)] == ["percent", "percent"]
    assert second.value == 150_000


@pytest.mark.parametrize(
    ("text", "variety", "factor"),
    [
        ("增长了两倍", ZH_CN, "3"),
        ("增长到三倍", ZH_CN, "3"),
        ("是去年的20倍", ZH_CN, "20"),
        ("翻两番", ZH_CN, "4"),
        ("减少三分之一", ZH_CN, "2/3"),
        ("减少到三分之一", ZH_CN, "1/3"),
        ("3배 늘었다", KO_KR, "4"),
        ("세 배로 늘었다", KO_KR, "3"),
        ("20배다", KO_KR, "20"),
        ("3분의 1로 줄었다", KO_KR, "1/3"),
        ("3분의 1만큼 줄었다", KO_KR, "2/3"),
    ],
)
def test_growth_by_and_growth_to(text: str, variety: str, factor: str) -> None:
    assert [str(each.factor) for each in increases(text, variety)] == [factor]
