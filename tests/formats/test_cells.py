"""What cells promise: no formula, and every text comes back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.formats.cells import (
    guard,
    join_citations,
    join_details,
    join_terms,
    split_citations,
    split_details,
    split_terms,
    unguard,
)
from glossary.model import Citation

FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
ODD = st.text(st.sampled_from("'=+-@＝＋－＠ \t\r\n\u3000a가|;；\\"), max_size=8)


@given(st.text() | ODD)
def test_the_guard_can_be_taken_off_whatever_the_text(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text() | ODD)
def test_nothing_guarded_begins_like_a_formula(text: str) -> None:
    assert not FORMULA.match(guard(text))


@pytest.mark.parametrize("text", ["중시", "", "'인용'", "C++", "a=b", "１", " 앞"])
def test_an_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert guard(text) == text == unguard(text)


@given(st.lists((st.text(min_size=1) | ODD).filter(lambda text: bool(text.strip()))))
def test_terms_in_one_cell_come_back_one_by_one(texts: list[str]) -> None:
    assert list(split_terms(join_terms(texts))) == texts


@given(st.lists(st.text() | ODD, min_size=1).filter(any))
def test_details_in_one_cell_come_back_one_by_one(values: list[str]) -> None:
    assert list(split_details(join_details(values))) == values


@pytest.mark.parametrize(
    ("cell", "terms"),
    [
        ("중시|중간시험", ("중시", "중간시험")),
        ("중시; 중간시험", ("중시", "중간시험")),
        ("中试；中间试验", ("中试", "中间试验")),
        ("중시\n중간시험\r\n", ("중시", "중간시험")),
        (" | 중시 ||", ("중시",)),
        ("", ()),
        (" \t", ()),
        (r"C:\work", (r"C:\work",)),
        (r"a\|b", ("a|b",)),
        (r"a\\|b", ("a\\", "b")),
        ("중시\\ |\\ 앞", ("중시 ", " 앞")),
        ("끝\\\\ ", ("끝\\",)),
    ],
)
def test_a_cell_is_read_as_people_write_it(cell: str, terms: tuple[str, ...]) -> None:
    assert split_terms(cell) == terms


def test_a_semicolon_stays_in_a_detail() -> None:
    assert split_details("갑; 을|병\n정") == ("갑; 을", "병\n정")


def test_details_that_are_all_empty_are_an_empty_cell() -> None:
    assert join_details(["", ""]) == ""


ANYTHING = st.text() | ODD | st.sampled_from(("; ", ";", "\\n", "\n", "\r", ""))


@given(st.lists(st.builds(Citation, ANYTHING, ANYTHING, ANYTHING, ANYTHING)))
def test_citations_in_one_cell_come_back_one_by_one(citations: list[Citation]) -> None:
    assert split_citations(join_citations(citations)) == tuple(citations)


@pytest.mark.parametrize(
    ("value", "citations"),
    [
        ("시험신문", [Citation("시험신문")]),
        ("시험신문;새 공장;2024-03-01", [Citation("시험신문", "새 공장", "2024-03-01")]),
        ("가; 나\r\n\n다", [Citation("가", "나"), Citation("다")]),
        ("가;;;http://h/?a;b", [Citation("가", "", "", "http://h/?a;b")]),
    ],
)
def test_citations_are_read_as_people_write_them(value: str, citations: list[Citation]) -> None:
    assert split_citations(value) == tuple(citations)


def test_further_signs_stand_between_terms_when_asked() -> None:
    assert split_terms("가/나、다|라", "/、") == ("가", "나", "다", "라")
    assert split_terms("가/나") == ("가/나",)
    assert split_terms("]^-a", "]^-") == ("a",)
