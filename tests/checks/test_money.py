"""Amounts of money in one text are treated alike."""

from __future__ import annotations

import pytest

from glossary.checks.pair import paired
from glossary.checks.units import unit
from glossary.language.orthography import respell
from glossary.model import KO_KR, ZH_CN


def fixes(source: str, target: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.fix) for each in unit(paired((ZH_CN, source), (KO_KR, target), None))]


@pytest.mark.parametrize(
    "text", ["국수는 12원인데 맛있다", "주머니에 6원만 있다", "7원쯤 한다", "8원보다 비싸다"]
)
def test_every_amount_is_pointed_at_whatever_hangs_on_it(text: str) -> None:
    assert [each.reason for each in respell(text)] == ["yuan"]


@pytest.mark.parametrize("text", ["한화 5000원이다", "₩5000원", "한국 돈 3000원", "3대 원인"])
def test_won_and_other_words_are_no_yuan(text: str) -> None:
    assert respell(text) == ()


def test_all_amounts_of_a_segment_are_mended() -> None:
    found = fixes("一碗12元，我只付了6元。", "한 그릇에 12원인데 나는 6원만 냈다.")
    assert found == [("원", "위안"), ("원", "위안")]
    assert fixes("一碗12元，合韩元2400。", "한 그릇에 12원, 한화 2400원이다.") == [("원", "위안")]


def test_where_one_amount_cannot_be_mended_none_is() -> None:
    assert fixes("门票13元，停车26元。", "표는 14원, 주차는 26원이다.") == [("원", None)]
