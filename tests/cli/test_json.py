"""What programs get: every command's JSON document, alone on standard output."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import Answer, Runner
from tests.packs.starter_pack import CONCEPTS

TERM = {"uid", "variety", "text", "status"}


def document(answer: Answer) -> dict[str, object]:
    assert answer.code == 0, answer.err
    found = answer.json
    assert isinstance(found, dict)
    return found


def test_a_hit_is_as_documented(glossary: Runner) -> None:
    hit = glossary("search", "중시", "--json", "--limit", "1").json[0]
    assert {name: hit[name] for name in ("concept", "set", "domain", "score", "matched")} == {
        "concept": "sqg4pnecs5kpc",
        "set": "starter",
        "domain": "tech",
        "score": 100,
        "matched": {"variety": "ko-CN", "text": "중시", "by": "exact"},
    }
    assert hit["terms"][0] == {
        "variety": "ko-CN",
        "text": "중시",
        "status": "preferred",
        "pos": "noun",
    }


def test_json_lines_are_the_same_hits_one_a_line(glossary: Runner) -> None:
    hits = glossary("search", "중시", "--json", "--limit", "0").json
    lines = glossary("search", "중시", "--jsonl", "--limit", "0").out.splitlines()
    assert [json.loads(line) for line in lines] == hits
    assert glossary("search", "없는말정말", "--jsonl").out == ""


def test_a_concept_is_one_document_from_add_to_rm(glossary: Runner) -> None:
    words = (
        "--ko-cn",
        "랭동차",
        "--zh",
        "冷藏车",
        "--domain",
        "tech",
        "--cite",
        "인민넷;제목;2026",
    )
    added = document(glossary("add", *words, "--json"))
    uid = str(added["uid"])
    assert list(added)[:3] == ["set", "uid", "domain"]
    assert (added["set"], added["domain"]) == ("mine", "tech")
    terms = added["terms"]
    assert isinstance(terms, list)
    assert set(terms[1]) == TERM
    assert terms[0]["citations"] == [{"outlet": "인민넷", "title": "제목", "date": "2026"}]
    assert document(glossary("show", uid, "--json")) == added
    edited = document(glossary("edit", uid, "--note", "확인", "--json"))
    assert edited == {**added, "note": "확인"}
    assert document(glossary("rm", uid, "--json")) == edited
    assert glossary("show", uid, "--json").out == ""


def test_what_is_worth_saying_stays_off_standard_output(glossary: Runner) -> None:
    answer = glossary("add", "--ko-cn", "양산", "--zh", "量产", "--json")
    assert answer.json["set"] == "mine"
    assert "like entry" in answer.err


def test_merge_gives_the_concept_that_stays(glossary: Runner) -> None:
    first, second = (
        str(document(glossary("add", "--ko-cn", text, "--zh", "冷藏车", "--json"))["uid"])
        for text in ("랭동차", "랭장차")
    )
    merged = document(glossary("merge", first, second, "--json"))
    assert merged["uid"] == first
    assert document(glossary("show", second, "--json")) == merged
    history = glossary("history", second, "--json").json
    assert history[-1]["after"]["merged_into"] == first


def test_history_gives_batches_and_the_changes_of_a_concept(glossary: Runner) -> None:
    uid = str(document(glossary("add", "--ko-cn", "랭동차", "--json"))["uid"])
    glossary("edit", uid, "--note", "하나")
    batch = glossary("history", "--json", "--limit", "1").json[0]
    assert {name: batch[name] for name in ("actor", "command", "undoes", "undone_by", "rows")} == {
        "actor": "cli",
        "command": "edit",
        "undoes": 0,
        "undone_by": 0,
        "rows": 1,
    }
    change = glossary("history", uid, "--json").json[-1]
    assert list(change) == ["batch", "at", "command", "set", "before", "after"]
    assert ("note" in change["before"], change["after"]["note"]) == (False, "하나")
    undone = glossary("undo", "--json").json
    assert undone == [{"undone": batch["number"], "by": batch["number"] + 1}]


def test_sets_packs_and_stats_count_what_is_there(glossary: Runner) -> None:
    mine, starter = glossary("sets", "--json").json
    assert (mine["name"], mine["rank"], mine["read_only"], mine["concepts"]) == (
        "mine",
        1,
        False,
        0,
    )
    assert (starter["pack"], starter["read_only"]) == ("starter", True)
    packs = {each["name"]: each for each in glossary("packs", "--json").json}
    assert packs["starter"]["installed"] == packs["starter"]["version"]
    assert packs["places"]["installed"] is None
    stats = document(glossary("stats", "--json"))
    assert list(stats) == ["path", "set", "domain", "variety", "status"]
    assert stats["set"] == {"starter": starter["concepts"]}


def test_doctor_and_backup_say_what_they_did(glossary: Runner, tmp_path: Path) -> None:
    target = str(tmp_path / "copy.db")
    assert document(glossary("backup", target, "--json")) == {"backup": target}
    assert document(glossary("doctor", "--json")) == {
        "sound": True,
        "concepts": len(CONCEPTS),
        "problems": [],
        "repairable": [],
    }


def test_an_import_tells_every_row(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("ko-CN,zh-CN\n랭동차,冷藏车\n", "utf-8")
    tried = document(glossary("import", str(table), "--dry-run", "--json"))
    assert (tried["written"], tried["batch"], tried["set"]) == (False, None, "mine")
    done = document(glossary("import", str(table), "--json"))
    assert done["counts"] == {"new": 1, "changed": 0, "same": 0, "refused": 0}
    rows = done["rows"]
    assert isinstance(rows, list)
    assert (rows[0]["line"], rows[0]["outcome"], rows[0]["texts"]) == (
        2,
        "new",
        ["랭동차", "冷藏车"],
    )
