"""What import and export tell a translator: every row's fate, and what was not written and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.cli.runner import Runner

ROWS = "조선말,中文,한국말,note\n랭동차떼,冷藏车队,냉장차떼,하나\n랭동소금,,,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_a_dry_run_lists_the_rows_that_are_there_already(glossary: Runner, table: Path) -> None:
    glossary("import", str(table))
    tried = glossary("import", str(table), "--dry-run")
    assert [line.split()[:2] for line in tried.out.splitlines()[1:3]] == [
        [f"{table}:2", "same"],
        [f"{table}:3", "same"],
    ]
    rows = glossary("import", str(table), "--dry-run", "--json").json["rows"]
    assert [(row["line"], row["outcome"]) for row in rows] == [(2, "same"), (3, "same")]


def test_a_long_list_of_rows_is_cut_on_the_screen_and_whole_in_json(
    glossary: Runner, tmp_path: Path
) -> None:
    table = tmp_path / "long.csv"
    table.write_text("ko-CN\n" + "".join(f"랭동{n}호\n" for n in range(30)), "utf-8")
    glossary("import", str(table))
    tried = glossary("import", str(table), "--dry-run").out
    assert (tried.count("long.csv:"), "and 10 more" in tried) == (20, True)
    assert len(glossary("import", str(table), "--json").json["rows"]) == 30


def test_what_merge_replaces_is_shown_with_both_values(glossary: Runner, table: Path) -> None:
    glossary("import", str(table))
    table.write_text(ROWS.replace("하나", "둘").replace("note", "definition"), "utf-8")
    glossary("import", str(table))
    table.write_text(ROWS.replace("하나", "셋").replace("note", "definition"), "utf-8")
    assert "definition: 둘 → 셋" in glossary("import", str(table), "--dry-run").out


def test_what_skip_leaves_out_is_told_when_it_is_done(glossary: Runner, table: Path) -> None:
    glossary("import", str(table))
    table.write_text(ROWS.replace("하나", "둘"), "utf-8")
    done = glossary("import", str(table), "--on-duplicate", "skip")
    assert f"{table}:2" in done.out
    assert "left out: note" in done.out
    assert f"{table}:3" not in done.out
    rows = glossary("import", str(table), "--on-duplicate", "skip", "--json").json["rows"]
    assert [row.get("left") for row in rows] == [["note"], None]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--varieties", "ko"), 3, "ko-CN or ko-KR"),
        (("--varieties", "ja"), 1, "ko-CN"),
        (("--domain", "tehc"), 1, "tech"),
    ],
)
def test_an_export_of_what_is_not_there_says_what_is(
    glossary: Runner, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    target = tmp_path / "out.csv"
    answer = glossary("export", "-o", str(target), *arguments)
    assert (answer.code, said in answer.err, target.exists()) == (code, True, False)
    to_screen = glossary("export", *arguments)
    assert (to_screen.code, to_screen.out) == (code, "")


def test_a_file_is_written_over_only_with_the_option(glossary: Runner, table: Path) -> None:
    refused = glossary("export", "-o", str(table))
    assert (refused.code, "--overwrite" in refused.err) == (2, True)
    assert table.read_text("utf-8") == ROWS
    assert glossary("export", "-o", str(table), "--overwrite").code == 0
    assert table.read_text("utf-8-sig").startswith("uid,")


def test_another_encoding_is_named_and_then_read(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "old.csv"
    table.write_bytes("조선어,한국어\n랭동차떼,냉장차떼\n".encode("cp949"))
    refused = glossary("import", str(table))
    assert (refused.code, "iconv -f CP949 -t UTF-8" in refused.err) == (3, True)
    assert glossary("import", str(table), "--encoding", "CP949").code == 0


def test_numbers_are_said_without_wrong_plurals(glossary: Runner, tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("ko-CN,ko-CN note\n랭동차떼,a|b|c\n", "utf-8")
    answer = glossary("import", str(table))
    assert "1 terms" not in answer.out
    assert "1 rows" not in answer.err
    assert "refused rows: 1" in answer.err


def test_progress_is_shown_on_a_terminal_alone_and_is_gone_in_the_end(
    program: Program, tmp_path: Path
) -> None:
    table = tmp_path / "many.csv"
    table.write_text("zh\n" + "".join(f"量产第{n}号\n" for n in range(4_000)), "utf-8")
    assert b"a second" not in program("import", str(table), "--dry-run").stderr
    sent = program.on_terminal("import", str(table))
    assert "Making search keys" in sent
    assert sent.rindex("\r\x1b[K") > sent.rindex("a second")


def test_the_history_names_the_files_that_came_in(glossary: Runner, table: Path) -> None:
    glossary("import", str(table))
    assert glossary("history", "--json").json[0]["command"] == f"import {table.name}"


def test_an_export_takes_a_status_by_any_of_its_names(glossary: Runner) -> None:
    drafts = glossary("export", "--status", "draft").out
    assert drafts.count("\n") > 1
    assert glossary("export", "--status", "초안").out == drafts
