"""Texts in NFC: what unicodedata makes, in bounded time."""

from __future__ import annotations

import sys
from unicodedata import combining, is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from glossary.language.composed import MARKS, nfc

_PARTS = st.sampled_from(
    ["a", "가", "\u1112", "\u1161", "\u11ab", "中", "\u0301", "\u0323", "\u302e"]
)


@given(st.lists(_PARTS, max_size=60))
def test_texts_of_people_are_in_nfc(parts: list[str]) -> None:
    text = "".join(parts)
    for each in (text, 30 * text + 1000 * "가"):
        made = nfc(each)
        longest = max((len(run) for run in _runs(each)), default=0)
        assert made == normalize("NFC", each) or longest > MARKS


@given(st.lists(st.tuples(_PARTS, st.integers(1, 400)), max_size=20))
def test_once_is_as_good_as_twice(parts: list[tuple[str, int]]) -> None:
    made = nfc("".join(part * count for part, count in parts))
    assert nfc(made) == made


def test_every_mark_is_one_of_too_many() -> None:
    """A text of nothing but one mark stays as it is, whichever mark it is."""
    for code in range(sys.maxunicode + 1):
        mark = chr(code)
        if combining(mark) and not is_normalized("NFC", mark):
            assert nfc("a" + mark * 1100) == "a" + mark * 1100, hex(code)
    many = "a" + "\u0301\u0323" * 50_000
    assert nfc(many) == many


def _runs(text: str) -> list[str]:
    return "".join("1" if combining(each) else " " for each in text).split()
