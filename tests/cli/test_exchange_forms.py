"""Import and export at the command line: headings, sheets, encodings, remarks, pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

from tests import peak
from tests.cli.program import Program
from tests.cli.runner import Runner
from tests.formats.broken_workbooks import BROKEN


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "terms.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        page = made.add_worksheet("용어")
        page.write_row(0, 0, ["조선어", "中文", "비고"])
        page.write_row(1, 0, ["랭동차떼", "冷藏车队", "하나"])
        page.write_number(2, 1, 7)
        page.write_string(3, 0, "랭\u202e동")
        other = made.add_worksheet("다른")
        other.write_row(0, 0, ["ko-CN"])
        other.write_row(1, 0, ["랭동소금"])
    return path


def test_several_sheets_are_asked_about_and_one_is_named(glossary: Runner, book: Path) -> None:
    refused = glossary("import", str(book))
    assert (refused.code, "용어, 다른" in refused.err, "--sheet" in refused.err) == (3, True, True)
    done = glossary("import", str(book), "--sheet", "다른")
    assert (done.code, "1 new" in done.out, "용어" in done.err) == (0, True, True)


def test_a_refused_row_is_told_with_file_sheet_line_and_column(
    glossary: Runner, book: Path
) -> None:
    tried = glossary("import", str(book), "--sheet", "용어")
    assert tried.code == 3
    assert f"{book}:용어:4:조선어" in tried.out
    assert f"{book}:용어:3: The column 中文" in tried.err
    document = glossary("import", str(book), "--sheet", "용어", "--json").json
    refused = [row for row in document["rows"] if row["outcome"] == "refused"]
    places = [(row["sheet"], row["line"], row["column"]) for row in refused]
    assert places == [("용어", 4, "조선어")]
    assert [each["code"] for each in document["remarks"]] == ["sheets-unread", "cells-typed"]
    assert "中文" in document["remarks"][1]["sentence"]


def test_a_file_without_headings_is_read_by_position_when_asked(
    glossary: Runner, tmp_path: Path
) -> None:
    table = tmp_path / "bare.csv"
    table.write_text("랭동차떼/얼음차떼,冷藏车队,x\n", "utf-8")
    refused = glossary("import", str(table))
    assert (refused.code, "--no-header" in refused.err) == (3, True)
    columns = ("--map", "1=ko-CN", "--map", "2=zh")
    refused = glossary("import", str(table), "--no-header", *columns)
    assert (refused.code, '--map "3=FIELD"' in refused.err) == (3, True)
    done = glossary(
        *("import", str(table), "--no-header", *columns, "--map", "3=-", "--split", "/", "--json")
    )
    assert done.json["rows"][0]["texts"] == ["랭동차떼", "얼음차떼", "冷藏车队"]


def test_an_encoding_is_asked_about_at_the_terminal(program: Program, tmp_path: Path) -> None:
    table = tmp_path / "old.csv"
    table.write_bytes("조선어,한국어\n랭동차떼,냉장차떼\n".encode("cp949"))
    assert program("import", str(table)).returncode == 3
    sent = program.on_terminal("import", str(table), said="y\n")
    assert "랭동차떼,냉장차떼" in sent
    assert "Read the file as CP949?" in sent
    assert "1 new" in sent
    assert "Nothing" in program.on_terminal("import", str(table), "--encoding", "cp949")


def test_what_is_left_out_of_a_file_is_said(glossary: Runner, tmp_path: Path) -> None:
    glossary("add", "--zh", "量产车", "--ko-kr", "양산차")
    glossary("add", "--zh", "量产车", "--ko-kr", "양산 차량", "--ko-cn", "량산차")
    path = tmp_path / "deepl.csv"
    done = glossary(
        *("--set", "mine", "export", "--format", "deepl", "--varieties", "zh,ko-KR"),
        *("-o", str(path)),
    )
    assert (done.code, "DeepL takes each source once" in done.err) == (0, True)
    assert path.read_bytes().decode("utf-8") == "量产车,양산차\r\n"


def test_a_time_that_is_none_is_refused(glossary: Runner) -> None:
    assert glossary("export", "--only-changed-since", "어제").code == 2
    assert glossary("export", "--only-changed-since", "2999-01-01").code == 1


def _many_rows(path: Path) -> None:
    path.write_bytes(b"ko-CN\n" + "가나\n".encode() * 10_000_000)


def _long_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"ko-CN\n")
        for _ in range(600):
            file.write(b"a" * 1_000_000)


def _large_cell(path: Path) -> None:
    path.write_text('ko-CN,note\n중시,"' + "가" * 1_100_000 + '"\n', "utf-8")


HOSTILE = {
    "ten million rows": (".csv", _many_rows),
    "a line of 600 MB": (".csv", _long_line),
    "a cell of more than 1 MB": (".csv", _large_cell),
    **{
        name: (f".{form}", lambda path, build=build: path.write_bytes(build()))
        for name, (form, build, _) in BROKEN.items()
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence_and_changes_nothing(
    own: Path, program: Program, tmp_path: Path, name: str
) -> None:
    suffix, write = HOSTILE[name]
    path = tmp_path / f"hostile{suffix}"
    write(path)
    before = own.read_bytes()
    done, megabytes = peak.run(program.line("import", str(path)), timeout=20)
    path.unlink()
    said = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == 3
    assert str(path) in said
    assert "Traceback" not in said
    assert megabytes < 700
    assert own.read_bytes() == before
    assert json.loads(program("history", "--json").stdout)
