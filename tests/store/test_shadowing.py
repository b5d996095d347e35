"""The same uid in a higher-ranked set hides the lower one, wherever a person looks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from glossary.errors import NotFound, UsageError
from glossary.model import Concept
from glossary.workspace import Workspace
from tests.store.build import concept, write_all

OWN, PACK = "mine", "pack"


@pytest.fixture
def both(workspace: Workspace) -> Workspace:
    """A read-only pack below one's own set, which has the pack's `a` in words of its own."""
    workspace.sets.create(PACK, "create")
    write_all(workspace, [concept("a", "낮은말"), concept("b", "둘째말")], PACK)
    workspace.sets.change(PACK, "change", read_only=True)
    write_all(workspace, [concept("a", "높은말"), concept("c", "셋째말")], OWN)
    return workspace


def seen(workspace: Workspace, *set_names: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What the pages hold: by uid, the set and the terms."""
    entries = [entry for page in workspace.terms.pages(set_names) for entry in page]
    found = {entry.concept.uid: (entry.set, entry.concept.texts("ko-CN")) for entry in entries}
    assert len(found) == len(entries)
    return found


def found(workspace: Workspace, query: str) -> list[tuple[str, str | None]]:
    """The hits of a whole term, as (set, uid)."""
    hits = workspace.search.find(query).hits
    return [(hit.set, hit.concept) for hit in hits if hit.matched.by == "exact"]


def test_the_higher_set_is_seen_by_every_way(both: Workspace) -> None:
    assert both.terms.find("a").set == OWN
    assert seen(both)["a"] == (OWN, ("높은말",))
    assert found(both, "높은말") == [(OWN, "a")]
    assert found(both, "낮은말") == []
    assert [entry.set for entry in both.terms.alike(concept("new", "높은말"))] == [OWN]
    assert both.terms.alike(concept("new", "낮은말")) == []


def test_what_only_one_set_has_is_seen_in_any_case(both: Workspace) -> None:
    assert seen(both).keys() == {"a", "b", "c"}
    assert found(both, "둘째말") == [(PACK, "b")]
    assert found(both, "셋째말") == [(OWN, "c")]


def test_a_set_by_name_shows_all_it_holds(both: Workspace) -> None:
    assert seen(both, PACK) == {"a": (PACK, ("낮은말",)), "b": (PACK, ("둘째말",))}


def test_another_rank_turns_it_around_and_back(both: Workspace) -> None:
    before = seen(both)
    both.sets.change(PACK, "change", rank=1)
    assert [each.name for each in both.sets.all()] == [PACK, OWN]
    assert both.terms.find("a").set == PACK
    assert seen(both)["a"] == (PACK, ("낮은말",))
    assert found(both, "낮은말") == [(PACK, "a")]
    assert found(both, "높은말") == []
    both.sets.change(PACK, "change", rank=2)
    assert seen(both) == before


def test_removing_the_upper_shows_the_lower(both: Workspace) -> None:
    assert both.terms.remove("a", "rm").set == OWN
    assert both.terms.find("a").set == PACK
    assert found(both, "낮은말") == [(PACK, "a")]
    with pytest.raises(UsageError, match="set-read-only"):
        both.terms.remove("a", "rm")


def test_editing_what_may_only_be_read_writes_a_copy_above_it(both: Workspace) -> None:
    assert both.terms.edit(concept("b", "고친말"), "edit").set == OWN
    assert seen(both, PACK)["b"] == (PACK, ("둘째말",))
    assert seen(both)["b"] == (OWN, ("고친말",))
    assert (found(both, "둘째말"), found(both, "고친말")) == ([], [(OWN, "b")])


def test_a_copy_that_would_stay_hidden_is_refused(both: Workspace) -> None:
    both.sets.change(PACK, "change", rank=1)
    with pytest.raises(UsageError, match="edit-shadowed"):
        both.terms.edit(concept("b", "고친말"), "edit")
    assert seen(both)["b"] == (PACK, ("둘째말",))


def test_without_a_set_of_ones_own_nothing_can_be_edited(both: Workspace) -> None:
    both.sets.change(OWN, "change", read_only=True)
    with pytest.raises(UsageError, match="set-none-writable"):
        both.terms.edit(concept("b", "고친말"), "edit")
    with pytest.raises(UsageError, match="set-read-only"):
        both.terms.put(concept("n", "새말"), "add", OWN)


class TestMerging:
    """The loser leads to the winner for ever."""

    def test_the_winner_has_the_terms_of_both(self, both: Workspace) -> None:
        merged = both.terms.merge("c", "a", "merge").concept
        assert merged.texts("ko-CN") == ("셋째말", "높은말")
        assert [term.status for term in merged.terms] == ["preferred", "admitted"]

    def test_a_loser_that_may_only_be_read_is_hidden_by_its_copy(self, both: Workspace) -> None:
        both.terms.merge("c", "b", "merge")
        assert both.terms.find("b").concept.uid == "c"
        assert seen(both).keys() == {"a", "c"}
        assert seen(both, PACK).keys() == {"a", "b"}
        assert found(both, "둘째말") == [(OWN, "c")]

    def test_a_winner_that_may_only_be_read_is_copied(self, both: Workspace) -> None:
        assert both.terms.merge("b", "c", "merge").set == OWN
        assert both.terms.find("c").concept.texts("ko-CN") == ("둘째말", "셋째말")

    def test_with_itself_is_refused_by_any_of_its_uids(self, both: Workspace) -> None:
        both.terms.merge("a", "c", "merge")
        for winner, loser in (("a", "a"), ("a", "c"), ("c", "a")):
            with pytest.raises(UsageError, match="merge-same"):
                both.terms.merge(winner, loser, "merge")

    def test_chains_are_followed_to_their_end(self, workspace: Workspace) -> None:
        uids = [f"c{number}" for number in range(30)]
        write_all(workspace, [concept(uid, f"낱말{uid}") for uid in uids])
        for loser, winner in pairwise(uids):
            workspace.terms.merge(winner, loser, "merge")
        assert {workspace.terms.find(uid).concept.uid for uid in uids} == {uids[-1]}
        assert seen(workspace).keys() == {uids[-1]}

    def test_circles_end(self, workspace: Workspace) -> None:
        circle = {"a": "b", "b": "c", "c": "a", "self": "self", "into": "a"}
        write_all(workspace, [Concept(uid, merged_into=to) for uid, to in circle.items()])
        for uid in circle:
            assert workspace.terms.find(uid).concept.uid in circle
        assert seen(workspace) == {}

    def test_near_duplicates_are_named_once_and_never_lead_nowhere(self, both: Workspace) -> None:
        both.terms.merge("c", "b", "merge")
        like_b = concept("new", "둘째말", "셋째말")
        assert [entry.concept.uid for entry in both.terms.alike(like_b)] == ["c"]
        assert both.terms.alike(both.terms.find("c").concept) == []
        both.terms.remove("c", "rm")
        assert both.terms.alike(like_b) == []
        with pytest.raises(NotFound):
            both.terms.find("b")

    def test_undo_brings_both_back(self, both: Workspace) -> None:
        before = seen(both)
        both.terms.merge("c", "b", "merge")
        both.history.undo(both.history.newest().number, "undo")
        assert seen(both) == before
