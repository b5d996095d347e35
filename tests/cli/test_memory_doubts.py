"""What memory commands say of units and varieties that are not what they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Runner


def test_texts_in_the_script_of_another_variety_are_pointed_out(filled: Runner) -> None:
    swapped = "新企业明年开始量产。\t새 기업은 래년부터 량산(量产)에 들어간다.\n" * 4
    Path("swapped.tsv").write_text("ko-CN\tzh-CN\n2026\tGDP\n" + swapped, "utf-8")
    answer = filled("tm", "import", "swapped.tsv", "--dry-run")
    three = "swapped.tsv:3, swapped.tsv:4, swapped.tsv:5"
    assert f"Texts in ko-CN without any Hangul: 4 ({three}, …)" in answer.err
    assert f"Texts in zh-CN that are written in Hangul: 4 ({three}, …)" in answer.err
    doubts = filled("tm", "import", "swapped.tsv", "--json").json["doubts"]
    assert [(each["code"], each["variety"], each["count"]) for each in doubts] == [
        ("no-hangul", "ko-CN", 4),
        ("in-hangul", "zh-CN", 4),
    ]
    assert "Texts in" not in filled("tm", "import", "units.tsv").err


def test_bytes_that_were_read_in_the_wrong_encoding_are_pointed_out(filled: Runner) -> None:
    korean = "연길에서 대회를 열었다."
    Path("wrong.csv").write_bytes(f"ko-CN,ko-KR\n{korean},{korean}\n".encode("cp949"))
    answer = filled("tm", "import", "wrong.csv", "--encoding", "gb18030")
    assert "Texts in ko-CN without any Hangul: 1 (wrong.csv:2)" in answer.err


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("????公司", True),
        ("新??明年???量产。", True),
        ("是吗?是。", False),
        ("？", False),
    ],
)
def test_question_marks_in_place_of_letters_are_pointed_out(
    filled: Runner, text: str, doubtful: bool
) -> None:
    Path("lost.tsv").write_text(f"zh-CN\tko-CN\n{text}\t갑\n", "utf-8")
    assert (
        "letters were lost: 1 (lost.tsv:2" in filled("tm", "import", "lost.tsv").err
    ) == doubtful


def test_a_variety_that_no_unit_has_is_said_to_be_so(filled: Runner) -> None:
    Path("job.txt").write_text("新企业明年开始量产。\n", "utf-8")
    said = "No unit has a text in en; there are texts in: zh-CN, ko-CN, ko-KR."
    for command, code in (
        (("match", "새 기업", "-s", "en"), 1),
        (("match", "新企业明年开始量产。", "-t", "en"), 1),
        (("concordance", "기업", "--in", "en"), 1),
        (("analyse", "job.txt", "-t", "en"), 0),
        (("pretranslate", "job.txt", "-t", "en"), 0),
    ):
        answer = filled("tm", *command)
        assert (answer.code, answer.err.count(said)) == (code, 1)
    asked = filled("tm", "match", "새 기업", "-s", "en", "--json")
    assert (asked.json, "tm-variety-absent" in asked.err) == ([], True)
    assert filled("tm", "match", "아무 말", "-s", "ko-CN", "--json").err == ""
    assert "No match" in filled("tm", "match", "아무 말", "-s", "ko-CN").err


def test_an_empty_memory_says_nothing_of_varieties(glossary: Runner, tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("新企业明年开始量产。\n", "utf-8")
    assert "No unit" not in glossary("tm", "analyse", str(tmp_path / "job.txt")).err


def test_a_concordance_beyond_its_end_says_how_many_there_are(filled: Runner) -> None:
    answer = filled("tm", "concordance", "产", "--skip", "9")
    assert (answer.code, "Only 3 units hold it: 产" in answer.err) == (1, True)


def test_a_file_of_which_nothing_can_be_taken_in_is_no_success(filled: Runner) -> None:
    Path("none.tsv").write_text("zh-CN\tko-CN\n甲\t\n\t을\n", "utf-8")
    answer = filled("tm", "import", "none.tsv")
    assert (answer.code, "None of the units in none.tsv" in answer.err) == (3, True)
    assert filled("tm", "import", "none.tsv", "units.tsv", "--json").code == 3
    Path("half.tsv").write_text("zh-CN\tko-CN\n甲\t\n丙\t병\n", "utf-8")
    assert filled("tm", "import", "half.tsv").code == 0


def test_an_export_names_no_source_that_its_units_lack(filled: Runner) -> None:
    answer = filled("tm", "export", "-o", "all.tmx", "--source", "ko-KP")
    assert (answer.code, "there are texts in: zh-CN" in answer.err) == (2, True)
    cut = ("--varieties", "zh-CN,ko-CN", "--source", "ko-KR")
    assert filled("tm", "export", "-o", "all.tmx", *cut).code == 2
    assert not Path("all.tmx").exists()


def test_a_read_only_memory_keeps_its_name(filled: Runner) -> None:
    change = ("tm", "list", "--memory", "news")
    filled(*change, "--read-only")
    answer = filled(*change, "--rename", "press")
    assert (answer.code, "read-only" in answer.err) == (2, True)
    assert filled(*change, "--priority", "2").code == 0
    assert filled(*change, "--rename", "press", "--writable").code == 0
