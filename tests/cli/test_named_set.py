"""A set named before the command is the one it acts on; and what may only be read is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Runner

MASS_PRODUCTION = "e96zk6rqhnnt2"


@pytest.fixture
def client(glossary: Runner, tmp_path: Path) -> Runner:
    """A second set of one's own, ranked first, and a copy of one concept in both."""
    glossary("edit", MASS_PRODUCTION, "--note", "own words")
    file = tmp_path / "mine.jsonl"
    glossary("--set", "mine", "export", "-o", str(file))
    file.write_text(file.read_text("utf-8").replace("own words", "client's words"), "utf-8")
    glossary("sets", "--create", "client", "--rank", "1")
    assert glossary("--set", "client", "import", str(file)).code == 0
    return glossary


def notes(glossary: Runner) -> list[str]:
    shown = [
        glossary("--set", name, "show", MASS_PRODUCTION, "--json") for name in ("mine", "client")
    ]
    return [answer.json["note"] if answer.code == 0 else "" for answer in shown]


def test_an_edit_acts_on_the_copy_of_the_set(client: Runner) -> None:
    assert notes(client) == ["own words", "client's words"]
    client("--set", "mine", "edit", MASS_PRODUCTION, "--note", "새것")
    assert notes(client) == ["새것", "client's words"]


def test_removing_acts_on_the_copy_of_the_set(client: Runner) -> None:
    assert "from the set mine" in client("--set", "mine", "rm", MASS_PRODUCTION).out
    assert notes(client) == ["", "client's words"]


def test_a_merge_acts_on_the_copies_of_the_set(client: Runner) -> None:
    other = client("--set", "mine", "add", "--ko-cn", "랭동차", "--json").json["uid"]
    merged = client("--set", "mine", "merge", MASS_PRODUCTION, other, "--json").json
    assert (merged["set"], merged["note"]) == ("mine", "own words")
    assert "랭동차" not in client("--set", "client", "show", MASS_PRODUCTION).out


@pytest.mark.parametrize("words", [("rm",), ("edit", "--note", "x"), ("merge", MASS_PRODUCTION)])
def test_what_the_set_does_not_hold_is_refused_by_name(
    client: Runner, words: tuple[str, ...]
) -> None:
    uid = client("--set", "mine", "add", "--ko-cn", "랭동차", "--json").json["uid"]
    command, *rest = words
    answer = client("--set", "client", command, uid, *rest)
    assert (answer.code, answer.out) == (1, "")
    assert f"The set client does not hold the concept {uid}; it is in the set mine." in answer.err


def test_a_pack_is_not_removed_from_and_says_what_can_be_done(glossary: Runner) -> None:
    answer = glossary("--set", "starter", "rm", MASS_PRODUCTION)
    assert answer.code == 2
    assert f"glossary rm {MASS_PRODUCTION}" in answer.err


def test_a_wrong_entry_of_a_pack_is_hidden_and_comes_back_as_is_said(glossary: Runner) -> None:
    shown = glossary("show", MASS_PRODUCTION, "--json").json
    said = glossary("rm", MASS_PRODUCTION).out
    assert f"glossary --set mine rm {MASS_PRODUCTION}" in said
    hits = glossary("search", "量产", "--json", "--limit", "0").json
    assert MASS_PRODUCTION not in [hit["concept"] for hit in hits]
    assert MASS_PRODUCTION not in glossary("export", "--format", "jsonl").out
    assert "is hidden by the set mine" in glossary("show", MASS_PRODUCTION).err
    assert glossary("history", MASS_PRODUCTION).out.rstrip().endswith("+ hidden")
    command = said[said.index("glossary --set") :].split()[1:]
    assert "shows again" in glossary(*command).err
    assert glossary("show", MASS_PRODUCTION, "--json").json == shown


def test_a_like_entry_is_merged_by_the_command_that_is_told(glossary: Runner) -> None:
    answer = glossary("add", "--ko-cn", "양산", "--zh", "量产")
    command = answer.err[answer.err.index("glossary merge ") :].splitlines()[0].split()[1:]
    merged = glossary(*command, "--json").json
    assert merged["uid"] == MASS_PRODUCTION
    assert "양산" in [term["text"] for term in merged["terms"]]


def test_no_empty_list_of_other_readings_is_said(glossary: Runner) -> None:
    said = glossary("add", "--zh", "冷冻论").err
    assert "–" not in said


LIST = """\
ko-CN,zh-CN,ko-KR
량산,量产,대량 생산
중시플랫폼,中试平台,시험 생산 플랫폼
고중,高中,고교
"""


@pytest.fixture
def listed(glossary: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """A client's list in a set before the pack, which has other words for the same."""
    monkeypatch.chdir(tmp_path)
    Path("client.csv").write_text(LIST, "utf-8")
    Path("ko.txt").write_text("량산을 시작하고 중시플랫폼을 세웠다. 고중이다.\n", "utf-8")
    Path("desk.toml").write_text('target = "ko-KR"\nsets = ["client"]\n', "utf-8")
    glossary("sets", "--create", "client", "--rank", "1")
    answer = glossary("--set", "client", "import", "client.csv")
    assert "3 new, 0 changed, 0 the same" in answer.out
    return glossary


def test_a_list_imported_again_into_its_set_changes_nothing(listed: Runner) -> None:
    assert "0 new, 0 changed, 3 the same" in listed("--set", "client", "import", "client.csv").out
    skipped = listed("--set", "client", "import", "client.csv", "--on-duplicate", "skip")
    assert "3 the same" in skipped.out
    added = listed("--set", "client", "import", "client.csv", "--on-duplicate", "add")
    assert "3 new" in added.out


@pytest.mark.parametrize("profile", [[], ["--profile", "desk.toml"]])
def test_the_highest_set_s_words_are_written_and_asked_for(
    listed: Runner, profile: list[str]
) -> None:
    shown = listed("convert", "ko.txt", *profile).out
    assert shown == "대량 생산을 시작하고 시험 생산 플랫폼을 세웠다. 고교다.\n"
    found = listed("scan", "ko.txt", "--to", "ko-KR", "--json", *profile).json
    assert [[one["text"] for one in each["equivalents"]] for each in found[:3]] == [
        ["대량 생산"],
        ["시험 생산 플랫폼"],
        ["고교"],
    ]
    Path("zh.txt").write_text("企业开始量产。\n企业开始量产。\n", "utf-8")
    Path("kr.txt").write_text("기업이 양산을 시작한다.\n대량 생산이 시작된다.\n", "utf-8")
    missing = listed(
        *("check", "zh.txt", "kr.txt", "-t", "ko-KR", "--only", "term-missing", "--json"), *profile
    ).json
    assert [(each["line"], dict(each["fields"])["wanted"]) for each in missing] == [
        (1, "대량 생산")
    ]


def test_an_entry_never_makes_a_text_worse_than_its_spelling(fresh: Runner, tmp_path: Path) -> None:
    text = tmp_path / "ko.txt"
    text.write_text("량산을 시작한다.\n", "utf-8")
    for word, shown in (("양산", "양산을"), ("대량 생산", "양산을")):
        db = str(tmp_path / f"{word}.db")
        fresh("--db", db, "add", "--ko-cn", "량산", "--zh", "量产", "--ko-kr", word)
        assert fresh("--db", db, "convert", str(text)).out == f"{shown} 시작한다.\n"
    assert "대량 생산을 시작" in fresh("--db", db, "convert", str(text), "--band", "suggest").out
    edits = fresh("--db", db, "convert", str(text), "--json").json["edits"]
    assert (edits[0]["to"], edits[0]["otherwise"]) == ("대량 생산", "양산")
