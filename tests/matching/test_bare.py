"""Texts in which no word differs have one key, as arrays or alone, and no others have it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.matching.bare import all_keys, bare, key
from glossary.matching.segment_build import build

LETTERS = "가나ab 12３.,，。!-%　\t중试٣"
texts = st.text(LETTERS, min_size=1, max_size=12) | st.text(min_size=1, max_size=12)


def keys_of(stored: list[str]) -> list[int]:
    joined = "".join(stored).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(joined, np.uint32).astype(np.uint64)
    return [int(each) for each in all_keys(codes, np.array(list(map(len, stored)), np.uint64))]


@settings(max_examples=400, deadline=None)
@given(st.lists(texts, min_size=1, max_size=8))
def test_many_texts_have_the_keys_each_has_alone(stored: list[str]) -> None:
    assert keys_of(stored) == list(map(key, stored))


@settings(max_examples=400, deadline=None)
@given(st.lists(texts, min_size=1, max_size=20), texts)
def test_an_index_finds_the_texts_that_are_bare_alike(stored: list[str], query: str) -> None:
    rows = [(7 * number, text) for number, text in enumerate(stored)]
    wanted = [each for each, text in rows if bare(text) == bare(query)]
    assert sorted(build(rows).alike(query)) == wanted


def test_the_order_of_letters_and_every_letter_count() -> None:
    stored = ["가나", "나가", "가나가", "가", "가1", "1가", "가11", "가1.1", "가1-1", "가 1"]
    assert [bare(each) for each in stored[4:]] == ["가0", "0가", "가0", "가0", "가00", "가0"]
    found = keys_of(stored)
    assert len(set(found)) == len({bare(each) for each in stored})
