"""Days of the week in lists and halves of hours are the same on both sides."""

from __future__ import annotations

import pytest

from glossary.checks.number_senses import senses
from glossary.checks.pair import paired
from glossary.model import KO_KR, ZH_CN


def told(source: str, target: str) -> list[str]:
    return [each.text for each in senses(paired((ZH_CN, source), (KO_KR, target), None))]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("周二、四有课。", "월·목에 수업이 있다.", ["월"]),
        ("周一、三有课。", "월·금요일에 수업이 있다.", ["금요일"]),
        ("周一、三、五有课。", "월·수·토요일에 수업이 있다.", ["토요일"]),
        ("早上九点半出发。", "아침 아홉 시에 떠난다.", ["半"]),
    ],
)
def test_another_day_and_a_lost_half_are_told(source: str, target: str, said: list[str]) -> None:
    assert told(source, target) == said


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("周二、四有课。", "화·목요일에 수업이 있다."),
        ("周二、四有课。", "화요일과 목요일에 수업이 있다."),
        ("周二、四个人来了。", "화요일, 네 사람이 왔다."),
        ("填写年、月、日。", "연·월·일을 쓴다."),
        ("早上九点半出发。", "아침 아홉 시 반에 떠난다."),
        ("早上九点半出发。", "아침 아홉 시 30분에 떠난다."),
    ],
)
def test_the_same_days_and_hours_are_not(source: str, target: str) -> None:
    assert told(source, target) == []
