"""Longer ways through the program, as people go them."""

from __future__ import annotations

import pytest

from tests.cli.runner import Runner

MASS_PRODUCTION = "e96zk6rqhnnt2"


def everything(glossary: Runner) -> tuple[str, object]:
    """All concepts and all sets as they are seen."""
    exported = glossary("export", "--format", "jsonl").out
    return exported, glossary("sets", "--json").json


def test_every_change_can_be_undone_down_to_the_first(glossary: Runner) -> None:
    before = everything(glossary)
    uid = glossary("add", "--ko-cn", "랭동차", "--zh", "冷藏车", "--json").json["uid"]
    other = glossary("add", "--ko-cn", "랭장차", "--json").json["uid"]
    for command in (
        ("edit", uid, "--note", "하나", "--drop", "zh-CN=冷藏车"),
        ("edit", MASS_PRODUCTION, "--note", "둘"),
        ("merge", uid, other),
        ("sets", "--create", "client", "--rank", "1", "--read-only"),
        ("rm", MASS_PRODUCTION),
    ):
        assert glossary(*command).code == 0
    assert everything(glossary) != before
    while (answer := glossary("undo")).code == 0:
        pass
    assert (answer.code, "nothing to undo" in answer.err) == (1, True)
    assert everything(glossary) == before
    assert glossary("doctor").code == 0


def test_an_undo_can_be_undone(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "랭동차", "--json").json["uid"]
    glossary("undo")
    number = glossary("history", "--json").json[0]["number"]
    assert glossary("undo", str(number)).code == 0
    assert glossary("show", uid).code == 0


def test_a_pack_is_left_alone_by_edits_and_shows_again(glossary: Runner) -> None:
    shown = glossary("show", MASS_PRODUCTION, "--json").json
    edited = glossary("edit", MASS_PRODUCTION, "--ko-kr", "대량 양산")
    assert "is read-only" in edited.out
    assert glossary("search", "대량 양산", "--json").json[0]["set"] == "mine"
    hits = glossary("search", "양산", "--json", "--in", "ko-KR", "--min", "100").json
    assert MASS_PRODUCTION not in [hit["concept"] for hit in hits]
    below = glossary("--set", "starter", "search", "양산", "--json").json[0]
    assert (below["concept"], below["set"]) == (MASS_PRODUCTION, "starter")
    removed = glossary("rm", MASS_PRODUCTION)
    assert "shows again" in removed.err
    assert glossary("show", MASS_PRODUCTION, "--json").json == shown


def test_a_set_named_before_the_command_is_written_searched_and_exported(glossary: Runner) -> None:
    glossary("sets", "--create", "client")
    glossary("--set", "client", "add", "--ko-cn", "랭동차")
    glossary("add", "--ko-cn", "랭동차")
    assert [each["set"] for each in glossary("search", "랭동차", "--json").json] == [
        "mine",
        "client",
    ]
    hits = glossary("--set", "client", "search", "랭동차", "--json").json
    assert [each["set"] for each in hits] == ["client"]
    assert glossary("--set", "client", "export").out.count("랭동차") == 1
    assert glossary("--set", "starter", "add", "--ko-cn", "가나").code == 2
    assert glossary("--set", "nobody", "add", "--ko-cn", "가나").code == 1


def test_a_set_ranked_first_answers_first(glossary: Runner) -> None:
    glossary("sets", "--create", "client")
    for name in ("client", "mine"):
        glossary("--set", name, "add", "--ko-cn", "랭동차")
    glossary("--set", "client", "sets", "--rank", "1")
    assert glossary("search", "랭동차", "--json").json[0]["set"] == "client"
    assert [each["rank"] for each in glossary("sets", "--json").json] == [1, 2, 3]


Refusal = tuple[tuple[str, ...], int, str]
REFUSALS: tuple[Refusal, ...] = (
    (("add",), 3, "needs a term"),
    (("add", "--zh", " "), 3, "must not be empty"),
    (("add", "--term", "ko=양산"), 3, "ko"),
    (("add", "--term", "양산"), 2, "TAG=TEXT"),
    (("add", "--ko-cn", "가나", "--status", "good"), 2, "status"),
    (("add", "--ko-cn", "가나", "--pos", "thing"), 2, "part of speech"),
    (("edit", MASS_PRODUCTION, "--ko-cn", "x\x1by"), 3, "U+001B"),
    (("edit", MASS_PRODUCTION, "--status", "ko-KR=양산"), 2, "TAG=TEXT=STATUS"),
    (("edit", MASS_PRODUCTION, "--drop", "ko-KR=없음"), 1, "no term"),
    (("edit", "nosuchuid", "--note", "x"), 1, "nosuchuid"),
    (("rm", "nosuchuid"), 1, "nosuchuid"),
    (("merge", MASS_PRODUCTION, MASS_PRODUCTION), 2, "Both are"),
    (("undo",), 1, "nothing to undo"),
    (("undo", "99"), 1, "99"),
    (("sets", "--create", "mine"), 2, "already"),
    (("sets", "--create", "a\x1bb"), 2, "named"),
    (("packs", "--remove", "nothing"), 1, "nothing"),
    (("import", "no/such/file.csv"), 3, "no/such/file.csv"),
    (("export", "-o", "no/such/folder/x.csv"), 2, "no/such/folder"),
    (("backup", "no/such/folder/x.db"), 4, "no/such/folder"),
    (("nothing",), 2, "No such command"),
)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: " ".join(refusal[0])[:40])
def test_a_refusal_says_why_and_changes_nothing(glossary: Runner, refusal: Refusal) -> None:
    arguments, code, said = refusal
    before = glossary("stats", "--json").out
    answer = glossary(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert "\x1b" not in answer.err
    assert glossary("stats", "--json").out == before
    assert glossary("history", "--json").json[0]["installs"] == "starter"


def test_readings_come_as_a_command_to_run(glossary: Runner) -> None:
    said = glossary("add", "--zh", "冷冻论").err
    assert "랭동론" in said
    assert "냉동론" in said
    command = said[said.index("glossary edit ") :].split()[1:]
    assert glossary(*command).code == 0
    hit = glossary("search", "랭동론", "--json").json[0]
    assert [term["text"] for term in hit["terms"]] == ["冷冻论", "랭동론", "냉동론"]
