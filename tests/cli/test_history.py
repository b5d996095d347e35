"""The history says what each batch was about, and a plain undo never ends in a blind alley."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Runner


def remark(glossary: Runner, number: int) -> str:
    lines = glossary("history").out.splitlines()[1:]
    return next(line for line in lines if line.split()[0] == str(number))


def newest(glossary: Runner) -> int:
    return int(glossary("history", "--json", "--limit", "1").json[0]["number"])


def test_a_batch_names_its_first_term_and_its_uid(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "랭동차", "--zh", "冷藏车", "--json").json["uid"]
    number = newest(glossary)
    assert f"랭동차 ({uid})" in remark(glossary, number)
    glossary("edit", uid, "--note", "x")
    assert f"랭동차 ({uid})" in remark(glossary, newest(glossary))
    batch = glossary("history", "--json").json[0]
    assert (batch["concept"], batch["terms"], batch["concepts"], batch["sets"]) == (
        uid,
        ["랭동차", "冷藏车"],
        1,
        [],
    )


def test_what_was_undone_is_still_told(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "랭동차", "--json").json["uid"]
    number = newest(glossary)
    glossary("undo")
    for each in (number, number + 1):
        assert f"랭동차 ({uid})" in remark(glossary, each)
    assert [each["rows"] for each in glossary("history", "--json", "--limit", "2").json] == [1, 1]


def test_many_concepts_are_counted(glossary: Runner, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("ko-CN\n랭동차\n랭장차\n랭동선\n", "utf-8")
    glossary("import", str(file))
    assert "랭동차" in remark(glossary, newest(glossary))
    assert "and 2 more" in remark(glossary, newest(glossary))


def test_hiding_and_sets_are_told_too(glossary: Runner) -> None:
    uid = glossary.uid("량산")
    glossary("rm", uid)
    assert f"량산 ({uid})" in remark(glossary, newest(glossary))
    glossary("sets", "--create", "client", "--rank", "9")
    glossary("sets", "--set", "client", "--delete")
    assert "set: client" in remark(glossary, newest(glossary))
    assert "set: client" in remark(glossary, newest(glossary) - 1)


def test_a_limit_is_a_count(glossary: Runner) -> None:
    glossary("add", "--ko-cn", "랭동차")
    answer = glossary("history", "--limit", "-3")
    assert (answer.code, answer.out, "--limit" in answer.err) == (2, "", True)
    assert len(glossary("history", "--limit", "1", "--json").json) == 1
    assert len(glossary("history", "--limit", "0", "--json").json) == newest(glossary)


def everything(glossary: Runner) -> tuple[str, str]:
    return glossary("export", "--format", "jsonl").out, glossary("sets", "--json").out


def test_undo_goes_past_a_pack_that_was_taken_out_and_put_in_again(glossary: Runner) -> None:
    before = everything(glossary)
    glossary("add", "--ko-cn", "랭동차")
    glossary("packs", "--remove", "starter")
    glossary("packs", "--install", "starter")
    undone = glossary("undo")
    assert (undone.code, "(add," in undone.out) == (0, True)
    assert everything(glossary) == before


def test_undo_says_what_to_do_where_a_pack_stands_in_the_way_of_all(glossary: Runner) -> None:
    glossary("packs", "--remove", "starter")
    number = newest(glossary)
    glossary("packs", "--install", "starter")
    for words in ((), (str(number),)):
        answer = glossary("undo", *words)
        assert answer.code == 2
        assert "glossary packs --remove starter" in answer.err
    glossary("packs", "--remove", "starter")
    assert glossary("undo").code == 0
    assert glossary("search", "중시").code == 0


def test_undo_names_the_set_that_has_taken_a_name(glossary: Runner) -> None:
    glossary("sets", "--create", "client", "--rank", "9")
    glossary("sets", "--set", "client", "--delete")
    number = newest(glossary)
    glossary("sets", "--create", "client", "--rank", "9")
    answer = glossary("undo", str(number))
    assert answer.code == 2
    assert "glossary sets --set client --rename" in answer.err
    glossary("sets", "--set", "client", "--rename", "other")
    assert glossary("undo", str(number)).code == 0


@pytest.mark.parametrize("steps", [("remove",), ("remove", "install"), ("remove", "install") * 2])
def test_undo_by_undo_everything_of_one_s_own_goes(
    glossary: Runner, steps: tuple[str, ...]
) -> None:
    glossary("add", "--ko-cn", "랭동차")
    for step in steps:
        glossary("packs", f"--{step}", "starter")
    glossary("add", "--ko-cn", "랭장차")
    for _ in range(10):
        if glossary("undo").code:
            break
    assert glossary("--set", "mine", "export", "--format", "jsonl").out.count("\n") <= 1
