"""The entries that may stand in one text find in it what all of them find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.store.entries import entries
from glossary.workflow.packs import create_workspace
from glossary.workspace import Workspace

TEXTS = (
    ("ko-CN", "로동자들이 중시플랫폼력량을 높이고 량산을 다그쳤다. ‘15.5’계획을 락착되게 하였다."),
    ("ko-CN", "공업용 사형 3D 프린터와 고급·정밀·첨단산업을 지지를 받아 장려하고 힘을 냈다."),
    ("ko-KR", "노동자들이 파일럿 시험을 거쳐 양산에 박차를 가했다. 흘러 내려 몰라 갈려."),
    ("zh-CN", "加快中试基地建設，推动“十五五”规划落实。"),
    ("ko-CN", ""),
)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    path = tmp_path_factory.mktemp("entries") / "glossary.db"
    create_workspace(str(path))
    return Workspace(str(path))


def assert_same(workspace: Workspace, text: str, variety: str) -> None:
    whole, few = workspace.recogniser(), workspace.recogniser(text=text)
    assert few.find(text, variety, nested=True) == whole.find(text, variety, nested=True)
    assert few.find(text, variety) == whole.find(text, variety)


@pytest.mark.parametrize(("variety", "text"), TEXTS)
def test_a_text_s_entries_find_what_all_find(starter: Workspace, variety: str, text: str) -> None:
    assert_same(starter, text, variety)
    assert len(entries(starter.database, starter.sets, text=text)) < 500


def test_every_term_is_among_the_entries_of_its_own_text(starter: Workspace) -> None:
    """Also a verb with each of its endings, which change its last syllable."""
    from glossary.language.fold import search_key
    from glossary.matching.term_letters import looked_for

    for entry in entries(starter.database, starter.sets)[::7]:
        for pattern, _ in looked_for(entry.term, search_key(entry.term.text)):
            if len(pattern) > 1:
                found = entries(starter.database, starter.sets, text=f"가 {pattern}")
                assert entry in found, (entry.term.text, pattern)


@given(st.lists(st.sampled_from([word for _, text in TEXTS for word in text.split()]), max_size=6))
def test_any_words_find_the_same(starter: Workspace, words: list[str]) -> None:
    assert_same(starter, " ".join(words), "ko-CN")


def test_only_the_sets_asked_for_count(starter: Workspace, tmp_path: Path) -> None:
    assert entries(starter.database, starter.sets, ["starter"], text="중시를")
