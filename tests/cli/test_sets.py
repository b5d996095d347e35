"""Sets are made, ordered, renamed and deleted, each in one step that undo takes back."""

from __future__ import annotations

import pytest

from tests.cli.runner import Runner


def names(glossary: Runner) -> list[str]:
    return [each["name"] for each in glossary("sets", "--json").json]


@pytest.fixture
def client(glossary: Runner) -> Runner:
    """A set of one's own with a concept."""
    glossary("sets", "--create", "client")
    glossary("--set", "client", "add", "--ko-cn", "랭동차")
    return glossary


@pytest.mark.parametrize(
    "words", [("--rank", "1"), ("--read-only",), ("--writable",), ("--rename", "x"), ("--delete",)]
)
def test_a_change_to_a_set_asks_which_one(glossary: Runner, words: tuple[str, ...]) -> None:
    before = glossary("history", "--json").out
    answer = glossary("sets", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "--set NAME" in answer.err
    assert glossary("history", "--json").out == before


@pytest.mark.parametrize("name", ["", " ", "a\tb"])
def test_a_set_needs_a_name_that_can_be_read(client: Runner, name: str) -> None:
    before = names(client)
    assert client("sets", "--create", name).code == 2
    assert client("sets", "--set", "client", "--rename", name).code == 2
    assert names(client) == before


@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_set_is_renamed_with_all_it_holds(client: Runner, place: str) -> None:
    words = ("--set", "client"), ("sets", "--rename", "agency")
    order = words if place == "before" else words[::-1]
    assert client(*order[0], *order[1]).code == 0
    assert names(client) == ["mine", "agency", "starter"]
    assert client("--set", "agency", "search", "랭동차").code == 0
    client("undo")
    assert names(client) == ["mine", "client", "starter"]


def test_a_new_set_is_consulted_before_the_packs(client: Runner) -> None:
    assert names(client) == ["mine", "client", "starter"]
    client("sets", "--create", "last", "--rank", "9")
    assert names(client) == ["mine", "client", "starter", "last"]


def test_no_two_sets_have_one_name(client: Runner) -> None:
    assert "already" in client("sets", "--set", "client", "--rename", "mine").err
    assert client("sets", "--set", "client", "--rename", "client").code == 0


def test_several_changes_are_one_batch(client: Runner) -> None:
    before = client("history", "--json").json[0]["number"]
    client("sets", "--set", "client", "--rename", "agency", "--rank", "1", "--read-only")
    client("sets", "--create", "other", "--rank", "1", "--read-only")
    assert client("history", "--json").json[0]["number"] == before + 2
    assert names(client) == ["other", "agency", "mine", "starter"]


def test_a_deleted_set_comes_back_whole_by_undo(client: Runner) -> None:
    before = client("sets", "--json").out
    deleted = client("sets", "--set", "client", "--delete")
    assert "concepts: 1" in deleted.err
    assert names(client) == ["mine", "starter"]
    assert client("search", "랭동차", "--min", "100").code == 1
    assert client("undo").code == 0
    assert client("sets", "--json").out == before
    assert client("--set", "client", "search", "랭동차").code == 0


def test_what_is_guarded_is_not_deleted(client: Runner) -> None:
    client("sets", "--set", "client", "--read-only")
    refused = client("sets", "--set", "client", "--delete")
    assert (refused.code, "--writable" in refused.err) == (2, True)
    refused = client("sets", "--set", "starter", "--delete")
    assert (refused.code, "packs --remove starter" in refused.err) == (2, True)
    assert client("sets", "--set", "client", "--delete", "--rank", "1").code == 2
    assert client("sets", "--create", "x", "--rename", "y").code == 2
    assert names(client) == ["mine", "client", "starter"]
