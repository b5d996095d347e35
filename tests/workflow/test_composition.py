"""A Chinese word is put together from what the user's own glossary has for its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.model import KO_CN, KO_KR, ZH_CN, Concept, Term, new_uid
from glossary.store.create import create
from glossary.workflow.composition import compose
from glossary.workspace import Workspace

ROWS = [
    ("科技创新", "과학기술혁신", "과학기술 혁신"),
    ("科技成果", "과학기술성과", "과학기술 성과"),
    ("国家科技部", "국가과학기술부", "국가과학기술부"),
    ("服务", "봉사", "서비스"),
    ("数据", "수치", "데이터"),
    ("攻关难题", "난관공략난제", "난제 해결 난제"),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A small glossary of one's own."""
    path = str(tmp_path / "glossary.db")
    create(path)
    with Workspace(path) as opened:
        for row in ROWS:
            terms = tuple(map(Term, (ZH_CN, KO_CN, KO_KR), row))
            opened.terms.put(Concept(new_uid(), terms), "test")
        yield opened


def test_a_part_is_learnt_from_the_terms_that_agree(workspace: Workspace) -> None:
    found = compose(workspace, "科技政策")
    assert found is not None
    assert (found.chinese, found.korean) == ("과학기술정책", "과학기술정책")
    assert [(part.hanzi, part.learnt, part.read) for part in found.parts] == [
        ("科技", 2, False),
        ("政策", 0, True),
    ]


def test_a_term_is_a_part_with_both_its_forms(workspace: Workspace) -> None:
    found = compose(workspace, "科技服务")
    assert found is not None
    assert (found.chinese, found.korean) == ("과학기술봉사", "과학기술서비스")


def test_a_term_is_a_part_between_others_that_are_read(workspace: Workspace) -> None:
    found = compose(workspace, "养老服务站")
    assert found is not None
    assert (found.chinese, found.korean) == ("양로봉사참", "양로서비스참")


def test_a_verb_is_a_part_by_its_noun(workspace: Workspace) -> None:
    terms = tuple(map(Term, (ZH_CN, KO_CN, KO_KR), ("加快", "촉진하다", "추진하다")))
    workspace.terms.put(Concept(new_uid(), terms), "test")
    found = compose(workspace, "加快计划")
    assert found is not None
    assert (found.chinese, found.korean) == ("촉진계획", "추진계획")


def test_traditional_characters_are_the_same_word(workspace: Workspace) -> None:
    assert compose(workspace, "科技服務") == compose(workspace, "科技服务")


@pytest.mark.parametrize(
    "word",
    [
        "攻关小组",  # 攻关 is 난관공략 in one term only
        "人民公园",  # no part is known
        "服务",  # the word itself
        "服务 station",
        "",
        "服" * 30,
    ],
)
def test_nothing_is_made_up(workspace: Workspace, word: str) -> None:
    assert compose(workspace, word) is None


def test_what_is_forgotten_is_not_used(workspace: Workspace) -> None:
    (hit,) = workspace.search.find("服务").hits
    assert hit.concept
    workspace.terms.remove(hit.concept, "test")
    assert compose(workspace, "数据服务中心") is not None
    assert "봉사" not in str(compose(workspace, "数据服务中心"))
