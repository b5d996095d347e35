"""Documents aligned into units, and the file for review."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runner import Runner
from tests.matching.test_alignment import CHINESE, KOREAN


def test_aligned_units_know_their_neighbours(filled: Runner) -> None:
    Path("zh.txt").write_text("".join(CHINESE), "utf-8")
    Path("ko.txt").write_text(" ".join(KOREAN), "utf-8")
    assert filled("tm", "align", "zh.txt", "ko.txt", "--memory", "press").code == 0
    total = filled("tm", "analyse", "zh.txt", "--json").json["total"]
    written = next(each for each in filled("tm", "list", "--json").json if each["name"] == "press")
    assert total["context"]["segments"] == written["units"] > 3
    back = filled("tm", "match", KOREAN[5], "--before", KOREAN[4], "--after", KOREAN[6], "--json")
    assert back.json[0]["score"] == 101


def test_a_review_file_says_where_its_pairs_are_from_and_keeps_it(filled: Runner) -> None:
    Path("zh.txt").write_text("".join(CHINESE), "utf-8")
    Path("ko.txt").write_text(" ".join(KOREAN), "utf-8")
    Path("list.tsv").write_text(
        "source\ttarget\toutlet\ttitle\tdate\n"
        "zh.txt\tko.txt\t우리 신문\t제목; 둘\t2025-05-02\n"
        "zh.txt\tko.txt\t\t제목만\t\n",
        "utf-8",
    )
    assert filled("tm", "align", "--list", "list.tsv", "--review", "r.csv").code == 0
    assert filled("tm", "import", "r.csv", "--memory", "press").code == 0
    (match,) = filled("tm", "match", CHINESE[5], "--json").json
    assert ["prop:outlet", "우리 신문"] in match["details"]
    assert ["prop:title", "제목; 둘"] in match["details"]
    assert ["prop:date", "2025-05-02"] in match["details"]
    assert ",; 제목만" in Path("r.csv").read_text("utf-8-sig")


def test_documents_in_the_wrong_order_are_refused(filled: Runner) -> None:
    Path("zh.txt").write_text("\n".join(CHINESE), "utf-8")
    Path("ko.txt").write_text("\n".join(KOREAN), "utf-8")
    answer = filled("tm", "align", "ko.txt", "zh.txt", "--memory", "press")
    assert answer.code == 3
    assert "ko.txt is not in the script of zh-CN" in answer.err
    assert [each["name"] for each in filled("tm", "list", "--json").json] == ["news"]
    right = ("--source", "ko-CN", "--target", "zh-CN")
    assert filled("tm", "align", "ko.txt", "zh.txt", *right).code == 0


def test_a_review_file_is_a_table_or_refused(filled: Runner) -> None:
    Path("zh.txt").write_text("\n".join(CHINESE), "utf-8")
    Path("ko.txt").write_text("\n".join(KOREAN), "utf-8")
    answer = filled("tm", "align", "zh.txt", "ko.txt", "--review", "x.pdf", "--memory", "press")
    assert (answer.code, "csv, xlsx" in answer.err) == (2, True)
    assert not Path("x.pdf").exists()
    assert "press" not in filled("tm", "list").out


def test_units_that_came_without_neighbours_are_not_written_again(filled: Runner) -> None:
    Path("zh.txt").write_text("".join(CHINESE), "utf-8")
    Path("ko.txt").write_text(" ".join(KOREAN), "utf-8")
    pairs = filled("tm", "align", "zh.txt", "ko.txt", "--json").json["pairs"]
    rows = [f"{each['source']}\t{each['target']}" for each in pairs]
    Path("pairs.tsv").write_text("\n".join(["zh-CN\tko-CN", *rows]), "utf-8")
    assert filled("tm", "import", "pairs.tsv", "--memory", "press").code == 0
    again = filled("tm", "align", "zh.txt", "ko.txt", "--memory", "press", "--again")
    assert "Units written to press: 0" in again.err
