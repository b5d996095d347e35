"""What one side denies and the other affirms is told, whatever the verb itself sounds like."""

from __future__ import annotations

import pytest

from glossary.checks.negation import negation
from glossary.checks.pair import paired
from glossary.model import KO_KR, ZH_CN


def told(source: str, target: str) -> list[str]:
    return [each.text for each in negation(paired((ZH_CN, source), (KO_KR, target), None))]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("旧车再也不用了。", "낡은 차를 다시 사용한다.", "再也不"),
        ("不得降低水温。", "물 온도를 낮추어야 한다.", "不得"),
        ("村子已脱离贫困。", "마을은 가난에서 벗어나지 못했다.", "지 못했다"),
    ],
)
def test_what_is_denied_on_one_side_alone_is_told(source: str, target: str, said: str) -> None:
    assert told(source, target) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("旧车再也不用了。", "낡은 차를 더는 사용하지 않는다."),
        ("再也不用排队了。", "이제 줄을 서지 않아도 된다."),
        ("不得降低水温。", "물 온도를 낮춰서는 안 된다."),
        ("在不得降低水温的情况下，降低水位。", "따뜻하게 두면서 물높이를 낮춰야 한다."),
        ("病人很难脱离危险。", "환자는 위험에서 벗어나지 못했다."),
    ],
)
def test_what_is_denied_on_both_is_not(source: str, target: str) -> None:
    assert told(source, target) == []
