"""glossary check: what is found, as table, JSON and page; fixes; suppression; exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.cli.runner import Runner

SOURCE = "今年产量是3.5万吨。\n工人来了。\n"
TARGET = "올해 산량은 3억 5천만톤이다.\n노동자가 <b>왔다 .\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "zh.txt", tmp_path / "ko.txt"
    for path, text in zip(paths, (SOURCE, TARGET), strict=True):
        path.write_text(text, "utf-8")
    return str(paths[0]), str(paths[1])


def test_findings_are_told_with_line_check_reason_and_fix(
    glossary: Runner, files: tuple[str, str]
) -> None:
    answer = glossary("check", *files)
    assert answer.code == 1
    assert "line 1, 8" in answer.out
    assert "노동 → 로동" in answer.out
    assert "Findings: 3" in answer.err


def test_json_has_the_places_and_the_sentence(glossary: Runner, files: tuple[str, str]) -> None:
    found = glossary("check", *files, "--only", "number", "--json").json
    (one,) = found
    assert (one["check"], one["reason"], one["line"]) == ("number", "number-scale", 1)
    assert one["target"][one["start"] : one["end"]] == one["text"]
    assert one["text"] in one["sentence"]


def test_nothing_found_is_exit_code_0(glossary: Runner, files: tuple[str, str]) -> None:
    answer = glossary("check", *files, "--only", "quotes,particle")
    assert (answer.code, answer.out) == (0, "")


def test_an_unknown_check_is_named(glossary: Runner, files: tuple[str, str]) -> None:
    answer = glossary("check", *files, "--only", "nonsense")
    assert answer.code == 2
    assert "term-missing" in answer.err


def test_an_unknown_variety_is_refused_on_the_line_and_in_a_profile(
    glossary: Runner, files: tuple[str, str], tmp_path: Path
) -> None:
    profile = tmp_path / "desk.toml"
    profile.write_text('target = "jp"\n', "utf-8")
    for options in (["-t", "jp"], ["-s", "jp"], ["--profile", str(profile)]):
        answer = glossary("check", *files, *options)
        assert answer.code == 2
        assert "no terms in jp" in answer.err
        assert "ko-KR" in answer.err


def test_a_file_that_is_not_there_is_said_to_be_unreadable(glossary: Runner) -> None:
    answer = glossary("check", "nofile.txt")
    assert answer.code == 3
    assert "nofile.txt cannot be read" in answer.err


def test_fixes_go_to_standard_output_or_a_file_and_never_over_one(
    glossary: Runner, files: tuple[str, str], tmp_path: Path
) -> None:
    fixed = TARGET.replace("노동", "로동").replace(" .", ".")
    assert glossary("check", *files, "--fix").out == fixed
    target = str(tmp_path / "fixed.txt")
    assert glossary("check", *files, "--fix", "-o", target).code == 1
    assert Path(target).read_text("utf-8").startswith("올해")
    assert glossary("check", *files, "--fix", "-o", files[1]).code == 2
    assert Path(files[1]).read_text("utf-8") == TARGET


@pytest.mark.parametrize(
    "options",
    [("-o", "x.txt"), ("--fix", "--json"), ("--suppress", "0123"), ("--reason", "why")],
)
def test_options_that_make_no_sense_are_refused(
    glossary: Runner, files: tuple[str, str], options: tuple[str, ...]
) -> None:
    assert glossary("check", *files, *options).code == 2


def test_a_suppressed_finding_is_not_told_again(glossary: Runner, files: tuple[str, str]) -> None:
    (one,) = glossary("check", *files, "--only", "number", "--json").json
    assert glossary("check", *files, "--suppress", one["id"], "--reason", "a quotation").code == 0
    assert glossary("check", *files, "--only", "number").code == 0
    again = glossary("check", *files, "--suppress", one["id"], "--reason", "a quotation")
    assert (again.code, "undo" in again.err) == (0, False)
    assert "Nothing was changed" in again.err
    assert glossary("undo").code == 0
    assert glossary("check", *files, "--only", "number").code == 1


def test_the_page_escapes_everything(
    glossary: Runner, files: tuple[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    assert glossary("check", *files, "--html", str(page)).code == 1
    text = page.read_text("utf-8")
    assert "<mark>노동</mark>자가 &lt;b&gt;왔다" in text
    assert "<b>" not in text
    assert "default-src 'none'" in text
    assert "<mark></mark>" not in text


def test_the_page_says_what_was_checked_and_how_many_findings_there_are(
    glossary: Runner, files: tuple[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    glossary("check", *files, "--html", str(page))
    head = page.read_text("utf-8").partition("<table>")[0]
    names = [Path(each).name for each in files]
    assert f"{names[0]} (Chinese) → {names[1]} (Korean in China)" in head
    assert "Findings: 3" in head
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("zh-CN,ko-KR\n提高2个百分点,2% 높아졌다\n", "utf-8")
    glossary("check", str(pairs), "--target", "ko-KR", "--html", str(page), "--overwrite")
    assert "pairs.csv (Chinese → South Korean)" in page.read_text("utf-8")


@pytest.mark.parametrize("name", ["growth", "Quotation marks", "증감", "引号", "increase"])
def test_a_check_goes_by_its_name_in_any_language(
    glossary: Runner, files: tuple[str, str], name: str
) -> None:
    assert glossary("check", *files, "--only", name).code == 0
    found = glossary("check", *files, "--skip", f"{name},number", "--json").json
    assert "number" not in {each["check"] for each in found}
    assert glossary("check", *files, "--only", f"{name},gowth").code == 2


def test_a_file_of_pairs_is_given_alone(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("zh-CN,ko-KR\n提高2个百分点,2% 높아졌다\n", "utf-8")
    answer = glossary("check", str(path), "--target", "ko-KR", "--only", "unit", "--json")
    assert [(each["line"], each["fix"]) for each in answer.json] == [(2, "%포인트")]


def test_a_broken_file_is_a_sentence(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tmx"
    path.write_bytes(b"\x00\xff<tmx")
    answer = glossary("check", str(path))
    assert answer.code == 3
    assert "pairs.tmx" in answer.err


def test_the_named_set_is_the_only_one_whose_terms_count(glossary: Runner, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("zh.txt", "ko.txt")]
    for path, text in zip(paths, ("中试已经结束。\n", "시험이 끝났다.\n"), strict=True):
        path.write_text(text, "utf-8")
    named = [*map(str, paths), "--target", "ko-KR", "--only", "term-missing"]
    assert glossary("check", *named).code == 1
    assert glossary("--set", "mine", "check", *named).code == 0


TMX = """\
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" srclang="zh" datatype="plaintext"/><body><tu>
<tuv xml:lang="zh"><seg>提高2个百分点</seg></tuv><tuv xml:lang="ko"><seg>2% 높아졌다</seg></tuv>
</tu></body></tmx>
"""
PAIRS = {
    "bare.tmx": TMX,
    "more.tsv": "번호표\tzh-CN\tko-KR\t\n1\t提高2个百分点\t2% 높아졌다\t검토함\n",
    "bare.csv": "zh,Korean\n提高2个百分点,2% 높아졌다\n",
    "plain.jsonl": '{"id":7,"zh-CN":"提高2个百分点","ko-KR":"2% 높아졌다"}\n',
    "bare.jsonl": '{"zh":"提高2个百分点","ko":"2% 높아졌다"}\n',
}


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_are_checked_as_other_tools_write_them(
    glossary: Runner, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text(PAIRS[name], "utf-8")
    found = glossary("check", str(path), "-t", "ko-KR", "--only", "unit", "--json").json
    assert [each["fix"] for each in found] == ["%포인트"]


def test_pairs_without_headings_or_on_one_of_several_sheets_are_checked_as_is_said(
    glossary: Runner, tmp_path: Path
) -> None:
    bare, book = tmp_path / "bare.tsv", tmp_path / "book.xlsx"
    bare.write_text("提高2个百分点\t2% 높아졌다\n", "utf-8")
    with Workbook(str(book)) as made:
        for name in ("one", "two"):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, ["中文", "우리말"])
            sheet.write_row(1, 0, ["提高2个百分点", "2% 높아졌다" if name == "two" else "높다"])
    target = ("-t", "ko-KR", "--only", "unit")
    assert "--no-header" in glossary("check", str(bare), *target).err
    columns = ("--no-header", "--map", "1=zh-CN", "--map", "2=ko-KR")
    assert "%포인트" in glossary("check", str(bare), *target, *columns).out
    assert "--sheet" in glossary("check", str(book), *target).err
    named = ("--sheet", "two", "--map", "우리말=ko", "--variety", "ko=ko-KR")
    assert "%포인트" in glossary("check", str(book), *target, *named).out


def test_where_both_sides_are_korean_a_bare_tag_is_asked_about(
    glossary: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "bare.tmx"
    path.write_text(TMX, "utf-8")
    answer = glossary("check", str(path), "-s", "ko-CN", "-t", "ko-KR")
    assert (answer.code, "--variety ko=ko-CN" in answer.err) == (3, True)
    scanned = glossary("scan", str(path))
    assert (scanned.code, "--variety ko-CN" in scanned.err) == (3, True)
    assert glossary("scan", str(path), "--variety", "ko-KR").code in (0, 1)


def test_rows_that_are_passed_over_or_cut_short_are_named(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text('zh-CN\tko-CN\ten\n好\t좋다\t\n\t\tno\n对\t옳다\t\t셋\n是\t"그렇다\n', "utf-8")
    answer = glossary("check", str(path))
    assert f"{path}, line 3: There is no text in zh-CN or ko-CN." in answer.err
    assert f"{path}, line 4: There are more cells (4) than columns (3)" in answer.err
    assert f"{path}, line 5: A quotation mark is opened here" in answer.err
    assert "were passed over: 2" in answer.err


@pytest.mark.parametrize("named", [("",), ("zh.txt", ""), ("pairs.tsv", ""), ("", "ko.txt")])
def test_a_file_without_a_name_is_refused(glossary: Runner, named: tuple[str, ...]) -> None:
    answer = glossary("check", *named)
    assert (answer.code, "name of the file is empty" in answer.err) == (3, True)


SHEET = (
    "번호,조선어,검토,中文\r\n"
    '1, 노동자가 왔다. ,"a ""b"", c",工人到此。\r\n'
    "\r\n"
    '2,"노동자, ""노동""자",,工人大者\r\n'
    '3,"좋다,\r\n좋아",x,好\n'
    "4,노동자"
)


@pytest.mark.parametrize(
    ("suffix", "delimiter", "encoding"),
    [
        ("csv", ",", "utf-8"),
        ("csv", ";", "utf-8-sig"),
        ("tsv", "\t", "utf-16"),
        ("csv", ",", "cp949"),
    ],
)
def test_fixes_leave_everything_else_of_a_table_as_it_was(
    glossary: Runner, tmp_path: Path, suffix: str, delimiter: str, encoding: str
) -> None:
    text = SHEET.replace(",", delimiter)
    path, out = tmp_path / f"in.{suffix}", tmp_path / f"out.{suffix}"
    path.write_bytes(text.encode(encoding))
    named = ["--encoding", "cp949"] if encoding == "cp949" else []
    options = ("--only", "variety", "--fix", "-o", str(out), *named)
    glossary("check", str(path), "-t", "ko-CN", *options)
    assert out.read_bytes() == text.replace("노동자", "로동자").encode(encoding)
