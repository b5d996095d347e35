"""Texts are counted as the definitions say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.counting import Counts, counts


@pytest.mark.parametrize(
    ("text", "zi"),
    [
        ("中试平台", 4),
        ("中试平台。", 5),  # a full-width mark is one
        ("使用AI技术", 5),
        ("增长3.5%，达到2,000台", 8),  # 增长 + 3.5% + ， + 达到 + 2,000 + 台
        ("hello world", 2),
        ("a - b", 2),  # a mark alone is none
        ("중시를 마쳤다.", 2),
        ("“中试”（试验）", 8),
        ("", 0),
        ("Ｇ２０峰会", 5),  # full-width letters are as wide as hanzi
    ],
)
def test_zi_are_those_of_word(text: str, zi: int) -> None:
    assert counts(text).zi == zi


@pytest.mark.parametrize(
    ("text", "characters", "spaced"),
    [
        ("중시를 마쳤다.", 7, 8),
        ("중시\n량산", 4, 4),
        ("가　나", 2, 3),
        ("\u1100\u1161", 1, 1),  # NFD
        ("👨‍👩‍👧 👍🏽 🇰🇷", 3, 5),
        ("e\u0301\u0323", 1, 1),
        ("가\u200b나\x07", 2, 2),
    ],
)
def test_characters_are_what_a_reader_sees(text: str, characters: int, spaced: int) -> None:
    found = counts(text)
    assert (found.characters, found.spaced) == (characters, spaced)


@pytest.mark.parametrize(
    ("text", "squares"),
    [("2026년", 3), ("KBS 방송", 6), ("kbs 방송", 5), ("1 2", 3), ("중시.", 3)],
)
def test_squares_of_a_manuscript_are_shared_by_digits_and_small_letters(
    text: str, squares: int
) -> None:
    assert counts(text).squares == squares


def test_a_sheet_that_is_begun_counts() -> None:
    assert [Counts(squares=size).sheets for size in (0, 1, 200, 201, 400)] == [0, 1, 1, 2, 2]


@given(st.text(), st.text())
def test_counts_of_lines_add_up(first: str, second: str) -> None:
    together = counts(f"{first}\n{second}")
    both = counts(first).plus(counts(second))
    assert (together.eojeol, together.spaced) == (both.eojeol, both.spaced)
    assert together.characters <= together.spaced
