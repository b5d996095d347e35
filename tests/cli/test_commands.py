"""One journey through every command, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import Runner
from tests.packs.starter_pack import CONCEPTS


def test_an_entry_is_added_found_shown_and_undone(glossary: Runner) -> None:
    added = glossary("add", "--ko-cn", "랭동창고", "--zh", "冷库", "--ko-kr", "냉동 창고")
    assert added.code == 0
    uid = glossary.uid("랭동창고")
    assert uid in added.out
    assert "냉동 창고" in glossary("show", uid).out
    assert glossary("show", uid, "--json").json["set"] == "mine"
    assert glossary("undo").code == 0
    assert glossary("search", "랭동창고").code == 1
    assert glossary("show", uid).code == 1


@pytest.mark.parametrize("text", ["", "  ", "\x1b[31mx", "a\u202eb", "a\x00b", "x" * 3000])
def test_a_text_that_is_no_term_is_refused(glossary: Runner, text: str) -> None:
    answer = glossary("add", "--ko-cn", text)
    assert answer.code == 3
    assert "\x1b" not in answer.err
    assert glossary("stats", "--json").json["set"] == {"starter": len(CONCEPTS)}


def test_a_like_entry_is_warned_of_and_merged(glossary: Runner) -> None:
    answer = glossary("add", "--ko-cn", "양산", "--zh", "量产")
    other = glossary.uid("量产 ")
    assert "glossary merge" in answer.err
    hits = glossary("search", "量产", "--json", "--limit", "2").json
    kept, lost = (hit["concept"] for hit in sorted(hits, key=lambda hit: hit["set"], reverse=True))
    assert other in (kept, lost)
    assert glossary("merge", kept, lost).code == 0
    assert glossary("show", lost, "--json").json["uid"] == kept


def test_readings_are_proposed_for_chinese_alone(glossary: Runner) -> None:
    answer = glossary("add", "--zh", "疗法论")
    assert "료법론" in answer.err
    assert "요법론" in answer.err


def test_editing_a_pack_copies_and_removing_shows_it_again(glossary: Runner) -> None:
    uid = glossary.uid("량산")
    edited = glossary("edit", uid, "--note", "확인함", "--term", "ko-KR=대량생산품")
    assert "copy" in edited.out
    assert glossary("show", uid, "--json").json["set"] == "mine"
    assert "확인함" in glossary("history", uid).out
    removed = glossary("rm", uid)
    assert removed.code == 0
    assert glossary("show", uid, "--json").json["set"] == "starter"
    assert "mine hides" in glossary("rm", uid).out


def test_an_edit_changes_what_it_names_and_nothing_else(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "가나", "--zh", "甲乙", "--json").json["uid"]
    glossary("edit", uid, "--ko-cn", "가나다", "--term", "ko-CN=라마", "--domain", "시험")
    glossary("edit", uid, "--status", "ko-CN=라마=preferred")
    document = glossary("edit", uid, "--drop", "zh-CN=甲乙", "--json").json
    assert [(term["text"], term["status"]) for term in document["terms"]] == [
        ("가나다", "admitted"),
        ("라마", "preferred"),
    ]
    assert document["domain"] == "시험"
    assert glossary("edit", uid).code == 2
    assert glossary("edit", uid, "--drop", "zh-CN=甲乙").code == 1
    assert "Nothing changed" in glossary("edit", uid, "--domain", "시험").out


def test_history_lists_batches_and_undo_refuses_in_words(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "가나", "--json").json["uid"]
    glossary("edit", uid, "--note", "둘")
    batches = glossary("history", "--json").json
    first = next(each["number"] for each in batches if each["command"] == "add")
    refused = glossary("undo", str(first))
    assert refused.code == 4
    assert "--with-later" in refused.err
    undone = glossary("undo", str(first), "--with-later", "--json").json
    assert len(undone) == 2
    assert glossary("search", "가나").code == 1
    assert [each["after"] is None for each in glossary("history", uid, "--json").json][-1]


def test_sets_are_made_ordered_and_guarded(glossary: Runner) -> None:
    assert glossary("sets", "--create", "client", "--rank", "1").code == 0
    names = [each["name"] for each in glossary("sets", "--json").json]
    assert names == ["client", "mine", "starter"]
    glossary("--set", "client", "add", "--ko-cn", "가나")
    assert glossary("--set", "client", "sets", "--read-only").code == 0
    assert glossary("--set", "client", "add", "--ko-cn", "다라").code == 2
    assert glossary("--set", "starter", "sets", "--writable").code == 2
    assert "client" in glossary("sets").out


def test_packs_are_shown_removed_and_installed(glossary: Runner) -> None:
    packs = {each["name"]: each["installed"] for each in glossary("packs", "--json").json}
    assert packs["starter"] is not None
    assert packs["places"] is None
    assert glossary("packs", "--remove", "starter").code == 0
    assert glossary("search", "중시").code == 1
    assert "Installed" in glossary("packs", "--install", "starter").err
    assert "Nothing was changed" in glossary("packs", "--install", "starter").err
    assert glossary("search", "중시").code == 0
    assert glossary("packs", "--install", "none").code in (1, 2)


def test_a_list_goes_in_and_everything_comes_out(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("조선어,中文,한국어\n가나다라,甲,가나\n,,\n마바사아,乙,=1+1\n", "utf-8")
    tried = glossary("import", str(table), "--dry-run")
    assert (tried.code, "dry run" in tried.err) == (0, True)
    assert glossary("search", "가나다라").code == 1
    done = glossary("import", str(table), "--json").json
    assert (done["written"], done["counts"]["new"]) == (True, 2)
    out = tmp_path / "out.csv"
    assert glossary("--set", "mine", "export", "-o", str(out)).code == 0
    assert "'=1+1" in out.read_text("utf-8-sig")
    assert "Nothing changed" in glossary("import", str(out)).out
    assert glossary("undo").code == 0
    assert glossary("search", "가나다라").code == 1


def test_a_refused_row_is_named_and_nothing_is_written(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("ko-CN,zh\n가나다라,甲\nx\x07y,乙\n", "utf-8")
    answer = glossary("import", str(table))
    assert answer.code == 3
    assert "terms.csv:3" in answer.out
    assert glossary("search", "가나다라").code == 1
    refused = [
        row for row in glossary("import", str(table), "--json").json["rows"] if "reason" in row
    ]
    assert [row["line"] for row in refused] == [3]


def test_bare_korean_is_asked_about(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "terms.tsv"
    table.write_text("ko\tzh\n가나다라\t甲\n", "utf-8")
    refused = glossary("import", str(table))
    assert refused.code == 3
    assert "--variety ko=ko-CN" in refused.err
    assert glossary("import", str(table), "--variety", "ko=ko-CN").code == 0


def test_export_goes_to_standard_output_and_narrows(glossary: Runner) -> None:
    glossary("search", "중시")
    lines = glossary("export", "--format", "jsonl", "--domain", "tech").out.splitlines()
    assert json.loads(lines[0])["format"] == "malmoi-glossary"
    assert {json.loads(line)["domain"] for line in lines[1:]} == {"tech"}
    assert glossary("export", "--format", "nothing").code == 2


def test_stats_backup_and_doctor(glossary: Runner, tmp_path: Path) -> None:
    assert "starter" in glossary("stats").out
    copy = tmp_path / "copy.db"
    assert glossary("backup", str(copy)).code == 0
    assert glossary("backup", str(copy)).code == 2
    assert glossary("--db", str(copy), "search", "중시").code == 0
    assert glossary("doctor").code == 0
    assert glossary("doctor", "--json").json["sound"] is True


def test_lost_keys_are_found_and_repaired(glossary: Runner, tmp_path: Path) -> None:
    from glossary.store.sqlite import sqlite3

    copy = tmp_path / "copy.db"
    glossary("backup", str(copy))
    connection = sqlite3.connect(copy)
    connection.execute("DELETE FROM term_key WHERE key = '중시'")
    connection.commit()
    connection.close()
    assert glossary("--db", str(copy), "doctor").code == 1
    assert glossary("--db", str(copy), "doctor", "--repair").code == 0
    assert glossary("--db", str(copy), "search", "중시", "--min", "100").code == 0


COMMANDS = """
search show add edit rm merge import export history undo sets packs stats backup doctor
"""


@pytest.mark.parametrize("command", COMMANDS.split())
def test_every_command_has_help(glossary: Runner, command: str) -> None:
    answer = glossary(command, "--help")
    assert answer.code == 0
    assert f"glossary {command}" in answer.out


def test_a_new_file_is_made_only_by_writing(glossary: Runner, tmp_path: Path) -> None:
    path = str(tmp_path / "new.db")
    assert glossary("--db", path, "search", "중시").code == 4
    assert not (tmp_path / "new.db").exists()
    assert glossary("--db", path, "add", "--ko-cn", "가나").code == 0
    assert glossary("--db", path, "search", "가나").code == 0


def test_the_version_is_told(glossary: Runner) -> None:
    assert glossary("--version").out.startswith("glossary 0.")


@pytest.mark.parametrize("date", ["2026", "2026-01", "2026-01-04", "2024-02-29", ""])
def test_a_citation_has_a_date_as_far_as_it_is_known(glossary: Runner, date: str) -> None:
    added = glossary("add", "--ko-cn", "랭동차", "--cite", f"인민넷;제목;{date}", "--json").json
    assert added["terms"][0]["citations"][0].get("date", "") == date


@pytest.mark.parametrize(
    "date", ["26", "2026-13", "2026-02-30", "2025-02-29", "4 Jan 2026", "2026/01/04", "2026-1-4"]
)
def test_a_citation_with_no_such_date_is_refused(glossary: Runner, date: str) -> None:
    answer = glossary("add", "--ko-cn", "랭동차", "--cite", f"인민넷;제목;{date}")
    assert (answer.code, answer.out) == (3, "")
    assert date in answer.err
    assert "YYYY-MM-DD" in answer.err


@pytest.mark.parametrize("mark", "\u200b\u200c\u200d\u2060\ufeff\u00ad\u3164")
def test_what_shows_nothing_is_left_out_of_what_is_typed(glossary: Runner, mark: str) -> None:
    added = glossary(
        "add", "--ko-cn", f"{mark}랭동{mark}차{mark}", "--domain", f"te{mark}ch", "--json"
    ).json
    assert (added["terms"][0]["text"], added["domain"]) == ("랭동차", "tech")
    assert glossary("add", "--ko-cn", mark * 3).code == 3


def test_statuses_and_parts_of_speech_are_entered_by_their_names(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "랭동차", "--status", "초안", "--pos", "명사", "--json").json[
        "uid"
    ]
    shown = glossary("show", uid).out
    assert "(draft, noun)" in shown
    glossary("edit", uid, "--status", "ko-CN=랭동차=禁用")
    assert "(forbidden, noun)" in glossary("show", uid).out


@pytest.mark.parametrize(
    "words",
    [
        *(("scan", "."), ("convert", "."), ("check", "."), ("import", "."), ("extract", ".")),
        *(("context", "."), ("tm", "import", "."), ("tm", "analyse", "."), ("check", ".", ".")),
        *(("tm", "align", ".", "."), ("extract", "--accept", "."), ("tm", "pretranslate", ".")),
    ],
)
def test_a_folder_is_called_one(glossary: Runner, words: tuple[str, ...]) -> None:
    answer = glossary(*words)
    assert answer.code in (2, 3)
    assert "This is a folder" in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(((name, ""), 3) for name in ("scan", "context", "convert", "check", "extract")),
        *((("tm", name, ""), 3) for name in ("analyse", "pretranslate")),
        (("import", "", "--format", "csv"), 3),
        (("tm", "import", "", "--memory", "m"), 3),
        (("tm", "align", "", "x"), 3),
        (("export", "-o", "", "--format", "csv"), 2),
    ],
)
def test_a_name_that_is_empty_is_called_so(
    glossary: Runner, words: tuple[str, ...], code: int
) -> None:
    answer = glossary(*words)
    assert (answer.code, answer.err) == (code, "The name of the file is empty.\n")


def test_the_doctor_sends_nobody_to_the_doctor(glossary: Runner, own: Path) -> None:
    own.write_bytes(own.read_bytes()[:-4096])
    for words in (("doctor",), ("doctor", "--repair")):
        answer = glossary(*words)
        assert answer.code == 4
        assert "tells more" not in answer.err
        assert "backup" in answer.err
    assert "glossary doctor tells more" in glossary("stats").err
