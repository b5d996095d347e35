"""Chinese that only spells a foreign name is known as such, and Chinese names are not."""

from __future__ import annotations

import pytest

from glossary.language.foreign_names import JAPANESE, KNOWN, SPELT, foreign_name


@pytest.mark.parametrize(
    ("hanzi", "reason"),
    [
        ("特朗普", KNOWN),
        ("普京", KNOWN),
        ("高市早苗", KNOWN),
        ("澤連斯基", KNOWN),
        ("田中太郎", JAPANESE),
        ("长谷川海太郎", None),
        ("约翰·史密斯", SPELT),
        ("罗马尼亚", SPELT),
        ("卡塔尔", SPELT),
    ],
)
def test_foreign_names_are_known(hanzi: str, reason: str | None) -> None:
    found = foreign_name(hanzi)
    assert (found.reason if found else None) == reason


@pytest.mark.parametrize(
    "hanzi",
    ["习近平", "李强", "毛泽东", "马英九", "北京", "技术", "量产", "中试平台", "", "A", "中A"],
)
def test_chinese_names_and_words_are_not(hanzi: str) -> None:
    assert foreign_name(hanzi) is None
