"""The same uid in a higher-ranked set hides the lower one, wherever a person looks."""

from __future__ import annotations

from dataclasses import replace
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
    assert both.terms.remove("a", "rm").entry.set == OWN
    assert both.terms.find("a").set == PACK
    assert found(both, "낮은말") == [(PACK, "a")]


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
            with pytest.raises(NotFound, match="concept-hidden"):
                workspace.terms.find(uid)
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


class TestHiding:
    """What may only be read is removed by hiding it."""

    def test_it_is_seen_nowhere_but_in_its_set(self, both: Workspace) -> None:
        removed = both.terms.remove("b", "rm")
        assert (removed.entry.set, removed.hidden_by) == (PACK, OWN)
        with pytest.raises(NotFound, match="concept-hidden"):
            both.terms.find("b")
        assert found(both, "둘째말") == []
        assert seen(both).keys() == {"a", "c"}
        assert both.terms.alike(concept("new", "둘째말")) == []
        assert both.terms.statistics()["set"] == {OWN: 2, PACK: 2}
        assert both.terms.find("b", PACK).concept.texts("ko-CN") == ("둘째말",)

    def test_it_shows_again_by_undo_or_when_the_hiding_entry_is_removed(
        self, both: Workspace
    ) -> None:
        before = seen(both)
        both.terms.remove("b", "rm")
        both.history.undo(both.history.newest().number, "undo")
        assert seen(both) == before
        both.terms.remove("b", "rm")
        both.terms.remove("b", "rm", OWN)
        assert seen(both) == before

    def test_what_is_hidden_is_neither_changed_nor_merged(self, both: Workspace) -> None:
        both.terms.remove("b", "rm")
        with pytest.raises(NotFound, match="concept-hidden"):
            both.terms.edit(concept("b", "고친말"), "edit")
        with pytest.raises(NotFound, match="concept-hidden"):
            both.terms.merge("c", "b", "merge")
        with pytest.raises(NotFound, match="concept-hidden"):
            both.terms.remove("b", "rm")

    def test_it_is_refused_where_it_would_not_hide(self, both: Workspace) -> None:
        both.sets.change(PACK, "change", rank=1)
        with pytest.raises(UsageError, match="edit-shadowed"):
            both.terms.remove("b", "rm")


class TestNamedSets:
    """A change with a set named is to what that set holds, or is refused."""

    @pytest.fixture
    def three(self, both: Workspace) -> Workspace:
        """A second set of one's own between the two, which has `a` too."""
        both.sets.create("client", "create", rank=2)
        write_all(both, [concept("a", "중간말"), concept("d", "넷째말")], "client")
        return both

    @staticmethod
    def noted(workspace: Workspace, uid: str, set_name: str) -> str:
        entry = workspace.terms.revise(
            uid, lambda found: replace(found, note="새것"), "edit", set_name
        ).after
        assert workspace.terms.find(uid, entry.set) == entry
        return entry.set

    def test_an_edit_changes_the_copy_of_the_set(self, three: Workspace) -> None:
        assert self.noted(three, "a", "client") == "client"
        assert [three.terms.find("a", name).concept.note for name in (OWN, "client", PACK)] == [
            "",
            "새것",
            "",
        ]

    def test_an_edit_copies_what_may_only_be_read_into_the_named_set(
        self, three: Workspace
    ) -> None:
        assert self.noted(three, "b", "client") == "client"
        assert seen(three)["b"] == ("client", ("둘째말",))

    def test_an_edit_of_a_read_only_set_goes_into_the_first_of_one_s_own(
        self, three: Workspace
    ) -> None:
        assert self.noted(three, "b", PACK) == OWN

    def test_an_edit_never_overwrites_another_copy(self, three: Workspace) -> None:
        with pytest.raises(UsageError, match="edit-has-copy"):
            self.noted(three, "a", PACK)

    @pytest.mark.parametrize(("uid", "name"), [("c", "client"), ("d", OWN), ("c", PACK)])
    def test_what_the_set_does_not_hold_is_refused(
        self, three: Workspace, uid: str, name: str
    ) -> None:
        before = seen(three)
        for change in (
            lambda: self.noted(three, uid, name),
            lambda: three.terms.remove(uid, "rm", name),
            lambda: three.terms.merge("a", uid, "merge", name),
        ):
            with pytest.raises((NotFound, UsageError), match=r"concept-not-in-set|edit-has-copy"):
                change()
        assert seen(three) == before

    def test_removing_takes_the_copy_of_the_set(self, three: Workspace) -> None:
        assert three.terms.remove("a", "rm", "client").entry.set == "client"
        assert [three.terms.find("a", name).set for name in (OWN, PACK)] == [OWN, PACK]
        with pytest.raises(UsageError, match="rm-read-only"):
            three.terms.remove("b", "rm", PACK)

    def test_merging_stays_within_the_set(self, three: Workspace) -> None:
        merged = three.terms.merge("d", "a", "merge", "client")
        assert (merged.set, merged.concept.texts("ko-CN")) == ("client", ("넷째말", "중간말"))
        assert three.terms.find("a").set == OWN
        assert three.terms.find("a", "client").concept.uid == "d"

    def test_an_edit_that_changes_nothing_copies_nothing(self, three: Workspace) -> None:
        before = three.database.stamp()
        revised = three.terms.revise("b", lambda found: found, "edit", "client")
        assert (revised.after, three.database.stamp()) == (revised.before, before)
