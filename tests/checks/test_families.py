"""Families of faults, each told in sentences of its own: the check finds it and leaves the twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.checks.pair import paired
from glossary.checks.registry import findings


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()[1:]
    return tuple(tuple(line.split("\t")) for line in lines)


CASES, LOOKALIKES = rows("families.tsv"), rows("lookalikes.tsv")


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{at}" for at, case in enumerate(CASES, 2)])
def test_a_fault_of_a_family_is_found_and_its_twin_is_not(case: tuple[str, ...]) -> None:
    check, source, target, text, faulty, clean = case
    said = {each.check for each in findings(paired((source, text), (target, faulty)))}
    assert check in said
    assert list(findings(paired((source, text), (target, clean)))) == []


@pytest.mark.parametrize("case", LOOKALIKES, ids=[case[2] for case in LOOKALIKES])
def test_what_only_looks_like_a_fault_is_left(case: tuple[str, ...]) -> None:
    """The same said from the other end, in another order, or by a word that denies nothing."""
    source, target, text, translation = case
    assert list(findings(paired((source, text), (target, translation)))) == []


def test_a_number_is_told_once() -> None:
    pair = paired(("zh-CN", "第三季度末完工。"), ("ko-KR", "2분기 말에 완공된다."))
    assert [each.text for each in findings(pair)] == ["2분기"]


def test_what_counts_is_named_whole() -> None:
    pair = paired(("zh-CN", "三只羊。"), ("ko-CN", "양 세 마리를 샀다."))
    (found,) = (each for each in findings(pair) if each.check == "variety")
    assert (found.text, found.fix) == ("세 마리", "세마리")


def test_an_hour_is_not_a_part_of_another() -> None:
    pair = paired(("zh-CN", "会议13:45开始。"), ("ko-KR", "회의는 11시에 열린다."))
    assert [(each.reason, each.text) for each in findings(pair)] == [("number-added", "11")]


def test_words_are_named_without_the_space_behind_them() -> None:
    pair = paired(("zh-CN", "出口增长到10倍。"), ("ko-KR", "수출은 10배 늘었다."))
    assert [(each.text, dict(each.fields)["said"]) for each in findings(pair)] == [("10배",) * 2]


def test_a_number_is_named_without_the_space_behind_it() -> None:
    pair = paired(("zh-CN", "来了几位客人。"), ("ko-KR", "손님 70여 명이 왔다."))
    assert [each.text for each in findings(pair)] == ["70여"]
