"""두벌식: what keys give and which keys give it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.keyboard import to_hangul, to_keys

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]
SYLLABLE = st.sampled_from(SYLLABLES)


def test_every_syllable_comes_back_from_its_keys() -> None:
    assert [to_hangul(to_keys(syllable)) for syllable in SYLLABLES] == SYLLABLES


def test_pairs_of_syllables_come_back_from_their_keys() -> None:
    chance = random.Random(1)
    for first in SYLLABLES:
        for second in chance.sample(SYLLABLES, 8):
            assert to_hangul(to_keys(first + second)) == first + second


@given(st.text(st.one_of(SYLLABLE, st.sampled_from(" .,-中1")), max_size=12))
def test_any_text_without_loose_letters_comes_back(text: str) -> None:
    assert to_hangul(to_keys(text)) == text


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("wndtl", "중시"),
        ("fidtks", "량산"),
        ("Tpsxj", "쎈터"),
        ("ekfr", "닭"),
        ("ekfrdl", "닭이"),
        ("ekfrl", "달기"),
        ("gksrmf", "한글"),
        ("dhksfy", "완료"),
        ("dml", "의"),
        ("zhong", "쾌ㅜㅎ"),
        ("zs", "ㅋㄴ"),
        ("wt", "ㅈㅅ"),
        ("rt", "ㄱㅅ"),
        ("hk", "ㅘ"),
        ("rEk", "ㄱ따"),
        ("rkE", "가ㄸ"),
        ("wndtl 2.0", "중시 2.0"),
        ("", ""),
    ],
)
def test_what_the_keys_give(keys: str, hangul: str) -> None:
    assert to_hangul(keys) == hangul


def test_capitals_without_a_letter_of_their_own_count_as_small() -> None:
    assert to_hangul("WNDTL") == to_hangul("WndTl") == "쭝씨"
    assert to_hangul("GKS") == to_hangul("gks") == "한"


@pytest.mark.parametrize(
    ("text", "keys"),
    [("쾌ㅜㅎ", "zhong"), ("ㄳ", "rt"), ("ㅘ", "hk"), ("값", "rkqt"), ("빼", "Qo"), ("얘", "dO")],
)
def test_which_keys_type_a_text(text: str, keys: str) -> None:
    assert to_keys(text) == keys
