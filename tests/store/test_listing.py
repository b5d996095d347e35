"""Long lists read in pages hold what the whole search, or the whole file, holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import DatabaseError
from glossary.model import Hit
from glossary.store.listing import PAGE
from glossary.store.search import Filter
from glossary.workflow.packs import create_workspace
from glossary.workspace import Workspace
from tests.store.build import concept, new_file, write_all


def everything(workspace: Workspace, text: str, wanted: Filter | None = None) -> list[Hit]:
    listing = workspace.listings.of(text, wanted or Filter())
    pages = range((listing.total + PAGE - 1) // PAGE)
    hits = [hit for number in pages for hit in workspace.listings.page(listing, number)]
    assert len(hits) == listing.total
    return hits


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found = Workspace(str(new_file(tmp_path / "g.db")))
    write_all(found, [concept(f"u{number:03}", f"량산{number}") for number in range(2 * PAGE + 7)])
    return found


@pytest.mark.parametrize("text", ["량산", "산1", "ㄹㅅ", "양산20", "중시", "中试"])
def test_the_pages_of_a_query_are_what_the_search_finds(workspace: Workspace, text: str) -> None:
    with workspace:
        assert everything(workspace, text) == list(workspace.search.find(text, 0).hits)
        first = workspace.listings.first(text, Filter())
        assert list(first) == everything(workspace, text)[:PAGE]


@pytest.mark.parametrize(
    "text", ["중시", "중시플랫폼을", "량", "양산", "총겨", "시", "中", "rnr", "정착", "ㅈㅅ"]
)
def test_what_a_list_begins_with_is_its_beginning(tmp_path: Path, text: str) -> None:
    path = str(tmp_path / "starter.db")
    create_workspace(path)
    with Workspace(path) as workspace:
        for wanted in (Filter(), Filter(variety="ko-KR"), Filter(status="draft")):
            begun = workspace.listings.begin(text, wanted)
            whole = workspace.listings.first(text, wanted)
            assert begun == whole[: len(begun)]
            assert {hit.matched.by for hit in begun} <= {"exact", "prefix"}
        assert len(workspace.listings.begin("중시", Filter())) > 1


def test_the_list_of_all_is_that_of_now(workspace: Workspace) -> None:
    with workspace:
        before = workspace.listings.of("", Filter())
        assert workspace.listings.of("", Filter()) is before
        write_all(workspace, [concept("one", "하나")])
        assert workspace.listings.of("", Filter()).total == before.total + 1


def test_without_a_query_all_concepts_stand_there_newest_first(workspace: Workspace) -> None:
    with workspace:
        uids = [hit.concept for hit in everything(workspace, "")]
        assert uids == [f"u{number:03}" for number in reversed(range(2 * PAGE + 7))]
        assert [hit.concept for hit in workspace.listings.first(" ", Filter())] == uids[:PAGE]


def test_a_shadowed_a_merged_and_a_hidden_concept_stand_in_no_list(workspace: Workspace) -> None:
    with workspace:
        workspace.sets.create("below", "sets")
        write_all(workspace, [concept("u001", "밑"), concept("b", "밑에만")], "below")
        workspace.terms.merge("u002", "u003", "merge")
        found = everything(workspace, "")
        uids = [hit.concept for hit in found]
        assert uids[0] == "b"
        assert uids.count("u001") == 1
        assert "u003" not in uids
        below = [hit.concept for hit in everything(workspace, "", Filter(set="below"))]
        assert below == ["b", "u001"]


def test_filters_narrow_the_list_of_all(workspace: Workspace) -> None:
    with workspace:
        write_all(workspace, [concept("d", "칩", zh="芯片", domain="기술")])
        assert [hit.concept for hit in everything(workspace, "", Filter(domain="기술"))] == ["d"]
        assert [hit.concept for hit in everything(workspace, "", Filter(variety="zh-CN"))] == ["d"]
        assert everything(workspace, "", Filter(status="forbidden")) == []


def test_a_row_that_has_gone_is_left_out_of_its_page(workspace: Workspace) -> None:
    with workspace:
        whole, found = (workspace.listings.of(text, Filter()) for text in ("", "량산"))
        workspace.terms.remove("u000", "rm")
        last = [hit.concept for hit in workspace.listings.page(whole, 2)]
        assert last == [f"u{number:03}" for number in reversed(range(1, 7))]
        assert "u000" not in [hit.concept for hit in workspace.listings.page(found, 0)]


def test_an_interruption_lasts_until_queries_are_wanted_again(workspace: Workspace) -> None:
    with workspace:
        workspace.database.interrupt()
        with pytest.raises(DatabaseError, match="interrupted"):
            workspace.listings.first("량산", Filter())
        workspace.database.resume()
        assert workspace.listings.first("량산", Filter())
