"""Which way amounts go is told by verbs in all their forms."""

from __future__ import annotations

import pytest

from glossary.checks.growth import increase
from glossary.checks.pair import paired
from glossary.language.directions import directions
from glossary.model import KO_KR, ZH_CN

_UP, _DOWN = (
    "높일 높인 높여 높였 늘릴 늘려 늘림",
    "낮출 낮춘 낮춰 낮췄 낮춤 줄일 줄여 줄임 떨어뜨릴",
)


@pytest.mark.parametrize("verb", _UP.split())
def test_rises_are_known_by_every_form(verb: str) -> None:
    assert [each.way for each in directions(f"몫을 {verb} 때", KO_KR)] == ["up"]


@pytest.mark.parametrize("verb", _DOWN.split())
def test_falls_are_known_by_every_form(verb: str) -> None:
    assert [each.way for each in directions(f"몫을 {verb} 때", KO_KR)] == ["down"]


@pytest.mark.parametrize(
    "text", ["5km 떨어진 마을", "집이 멀리 떨어져 있다", "요금을 내려고 한다", "높이는 3미터다"]
)
def test_what_looks_like_them_says_nothing(text: str) -> None:
    assert directions(text, KO_KR) == ()


def test_what_the_target_says_in_another_form_is_no_change_of_direction() -> None:
    pair = paired(
        (ZH_CN, "扩大规模，降低成本。"), (KO_KR, "규모를 확대하고 원가를 낮출 계획이다."), None
    )
    assert list(increase(pair)) == []
    pair = paired((ZH_CN, "降低成本。"), (KO_KR, "원가를 높일 계획이다."), None)
    assert [each.text for each in increase(pair)] == ["높일"]
