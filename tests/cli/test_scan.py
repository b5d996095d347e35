"""glossary scan: the known terms of a text as a table, in colours, as JSON, as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.cli.runner import Runner

TEXT = "기술혁신쎈터에서 중시를 마쳤다.\n\n\t량산에 들어가고 량산을 늘이였다."

NAMES = [
    *("start", "end", "text", "term", "variety", "concept"),
    *("status", "by", "why", "others", "equivalents"),
]


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_the_table_has_the_place_the_term_and_what_to_write(glossary: Runner, text: str) -> None:
    answer = glossary("scan", text)
    assert answer.code == 0
    head, *rows = answer.out.splitlines()
    assert head.split()[:3] == ["Place", "Text", "Term"]
    places = [row.split()[0] for row in rows]
    assert places == ["1:1", "1:10", "3:2", "3:11"]
    assert "量产" in rows[2]
    assert "양산" in rows[2]
    assert "\x1b" not in answer.out


def test_only_the_variety_asked_for_is_shown(glossary: Runner, text: str) -> None:
    answer = glossary("scan", text, "--to", "ko-KR")
    assert "양산" in answer.out
    assert "量产" not in answer.out
    document = glossary("scan", text, "--to", "zh", "--json").json
    assert {one["variety"] for each in document for one in each["equivalents"]} == {"zh-CN"}


def test_the_document_has_offsets_of_the_whole_text(glossary: Runner, text: str) -> None:
    document = glossary("scan", text, "--json").json
    for each in document:
        assert list(each) == NAMES
        assert TEXT[each["start"] : each["end"]] == each["text"]
    assert [each["term"] for each in document][-1] == "량산"
    assert {each["variety"] for each in document} == {"ko-CN"}


def test_nothing_found_has_an_exit_code_of_its_own(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("아무개가 밥을 먹었다.\n", "utf-8")
    for form in ((), ("--json",)):
        answer = glossary("scan", str(path), *form)
        assert (answer.code, answer.out) == (1, "[]\n" if form else "")
        assert "No known term" in answer.err


def test_a_text_that_does_not_tell_its_variety_is_said(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("중시를 마쳤다.\n", "utf-8")
    assert "--variety" in glossary("scan", str(path)).err
    assert glossary("scan", str(path), "--variety", "ko-CN").err == ""
    assert glossary("scan", str(path), "--variety", "ko").code == 3


def test_the_other_side_decides(glossary: Runner, tmp_path: Path) -> None:
    path, other = tmp_path / "ko.txt", tmp_path / "zh.txt"
    path.write_text("중시가 미뤄졌다.\n", "utf-8")
    other.write_text("中试推迟了。\n", "utf-8")
    words = ("scan", str(path), "--variety", "ko-CN", "--other", str(other), "--json")
    (each,) = glossary(*words).json
    assert (each["why"], each["others"]) == ("beside", [])
    chinese, korean = tmp_path / "cn.txt", tmp_path / "kr.txt"
    chinese.write_text("中试推迟了。\n", "utf-8")
    korean.write_text("시험이 미루어졌다.\n", "utf-8")
    words = ("scan", str(chinese), "--variety", "zh-CN", "--other", str(korean), "--json")
    (each,) = glossary(*words).json
    assert (each["text"], each["why"]) == ("中试", "unsaid")
    words = ("scan", str(path), "--variety", "ko-CN", "--other", str(other), "--json")
    other.write_text("完成了中试。\n又一行\n", "utf-8")
    answer = glossary(*words)
    assert (answer.code, answer.out) == (3, "")
    assert str(other) in answer.err


def test_terms_inside_of_longer_ones_on_request(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("중시플랫폼력량을 높이고 로동자를 돕다.\n", "utf-8")
    plain, nested = (
        [each["text"] for each in glossary("scan", str(path), "--json", *more).json]
        for more in ((), ("--nested",))
    )
    assert plain[0] == "중시플랫폼력량"
    assert nested[:2] == ["중시플랫폼력량", "중시플랫폼"]


def test_a_profile_says_where_to(glossary: Runner, text: str, tmp_path: Path) -> None:
    profile = tmp_path / "desk.toml"
    profile.write_text('target = "ko-KR"\n', "utf-8")
    answer = glossary("scan", text, "--profile", str(profile))
    assert "量产" not in answer.out
    assert glossary("scan", text, "--profile", "none").code == 1


def test_the_page_is_written_once_whole(glossary: Runner, text: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert glossary("scan", text, "--html", str(target)).code == 0
    page = target.read_text("utf-8")
    assert page.count("<mark") == 4
    assert glossary("scan", text, "--html", str(target)).code == 2
    assert glossary("scan", text, "--html", str(target), "--overwrite").code == 0
    broken = tmp_path / "broken.txt"
    broken.write_bytes("량산\n".encode() * 2000 + b"\xff\n")
    answer = glossary(
        "scan", str(broken), "--variety", "ko-CN", "--html", str(target), "--overwrite"
    )
    assert answer.code == 3
    assert target.read_text("utf-8") == page


def test_a_broken_file_gives_no_half_document(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes("량산\n".encode() * 2000 + b"\xff\n")
    answer = glossary("scan", str(path), "--json")
    assert (answer.code, answer.out) == (3, "")


def test_a_terminal_gets_the_text_in_colours_a_legend_and_the_table(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("량산\x1b[31m과\u202e 로동자\n", "utf-8")
    sent = program.on_terminal("scan", str(path), columns=120)
    first, *rest = sent.splitlines()
    assert first.startswith("\x1b[32m량산\x1b[0m\\x1b[31m과\\u202e")
    assert any("preferred or admitted" in line for line in rest)
    assert any(line.startswith("1:1") for line in rest)
    assert "\u202e" not in sent


def test_without_colours_a_terminal_gets_the_table_alone(program: Program, text: str) -> None:
    sent = program.on_terminal("scan", text, columns=120, NO_COLOR="1")
    assert sent.startswith("Place")
    assert "\x1b[3" not in sent


def test_standard_input_is_a_text_too(program: Program) -> None:
    done = program("scan", "-", "--json", given="로동자들이 량산을 다그쳤다\n".encode())
    assert done.returncode == 0
    assert '"text": "량산"' in done.stdout.decode()


@pytest.mark.parametrize("language", ["ko", "zh"])
def test_the_table_speaks_the_language_of_the_reader(
    glossary: Runner, text: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLOSSARY_LANG", language)
    answer = glossary("scan", text)
    assert answer.out.startswith({"ko": "위치", "zh": "位置"}[language])
