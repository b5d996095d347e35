"""What begins like a name and is none: numbers of people, words of the Korean edition."""

from __future__ import annotations

import pytest

from glossary.language.orthography import applied, respell
from glossary.model import APPLY, FLAG, KO_CN, KO_KR, SUGGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("로동자 두명이 쉬고 있다", "노동자 두 명이 쉬고 있다"),
        ("로인 한명이 앉아 있다", "노인 한 명이 앉아 있다"),
        ("로동자 백명이 모였다", "노동자 백명이 모였다"),
        ("렬사릉원에 꽃을 놓았다", "열사릉원에 꽃을 놓았다"),
        ("녀맹에서 나왔다", "여맹에서 나왔다"),
        ("리직한 사람", "이직한 사람"),
    ],
)
def test_counted_people_and_words_are_no_names(text: str, expected: str) -> None:
    found = respell(text, KO_KR)
    assert FLAG not in {each.band for each in found}
    assert applied(text, [each for each in found if each.band == APPLY]) == expected


def test_a_word_that_may_stay_is_only_suggested_the_other_way_round() -> None:
    assert [each.band for each in respell("이직을 생각한다", KO_CN)] == [SUGGEST]


def test_a_name_is_flagged_as_a_whole() -> None:
    assert [each.before for each in respell("류해도의 말이다")] == ["류해도"]
    assert [each.before for each in respell("기자 한대수는 렬차를 탔다")] == ["한대수", "렬차"]
