"""glossary extract, as a translator collects terms with it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.runner import Runner
from tests.workflow.test_extraction import PAIRS


@pytest.fixture
def collecting(fresh: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Commands on a glossary with one entry that is no candidate."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GLOSSARY_DB", str(tmp_path / "own.db"))
    Path("pairs.tsv").write_text(PAIRS, "utf-8")
    assert fresh("add", "--ko-cn", "사슬", "--zh", "链条").code == 0
    return fresh


def answered(review: str, answers: dict[str, str]) -> str:
    """A copy of a review list as CSV, with these answers by candidate."""
    rows = CalamineWorkbook.from_path(review).get_sheet_by_index(0).to_python()
    for row in rows:
        row[0] = answers.get(str(row[1]), row[0])
    with Path("answered.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return "answered.csv"


def candidates(collecting: Runner) -> list[str]:
    answer = collecting("extract", "pairs.tsv", "--json")
    return [each["text"] for each in json.loads(answer.out)["candidates"]]


def test_the_table_shows_candidates_their_translations_and_where_they_stand(
    collecting: Runner,
) -> None:
    answer = collecting("extract", "pairs.tsv")
    assert answer.code == 0
    line = next(line for line in answer.out.splitlines() if line.startswith("저공경제"))
    assert "低空经济 3 (2023: 1, 2024: 2) · 低高度经济 2 (2025: 2)" in line
    assert "【저공경제】를 발전시켰다. — 신문 가, 기사 1, 2023-05-01" in line
    assert "ko-CN" in answer.err
    assert "Nothing was written" in answer.err


def test_json_says_all_of_it(collecting: Runner) -> None:
    found = collecting("extract", "pairs.tsv", "--json").json
    first = next(each for each in found["candidates"] if each["text"] == "저공경제")
    assert (found["variety"], first["count"], first["reading"]) == ("ko-CN", 5, True)
    assert first["renderings"][0]["years"] == {"2023": 1, "2024": 2}
    assert first["places"][0]["line"] == 2


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_review_list_imports_as_it_is(
    collecting: Runner, monkeypatch: pytest.MonkeyPatch, language: str, suffix: str
) -> None:
    monkeypatch.setenv("GLOSSARY_LANG", language)
    review = f"review.{suffix}"
    assert collecting("extract", "pairs.tsv", "-o", review, "-d", "항공").code == 0
    assert collecting("import", review).code == 0
    found = collecting("search", "저공경제", "--json").json[0]
    terms = {each["variety"]: each for each in found["terms"]}
    assert found["domain"] == "항공"
    assert terms["ko-CN"]["status"] == "draft"
    assert terms["zh-CN"]["text"] == "低空经济"
    assert "신문 가" in collecting("show", found["concept"]).out
    assert collecting("extract", "pairs.tsv", "-o", review).code == 2


def test_what_is_accepted_is_a_draft_what_is_declined_stays_away_and_undo_takes_both_back(
    collecting: Runner,
) -> None:
    before = candidates(collecting)
    collecting("extract", "pairs.tsv", "-o", "review.xlsx")
    review = answered("review.xlsx", {"저공경제": "예", "무인기": "否"})
    dry = collecting("extract", "--accept", review, "--dry-run")
    assert "저공경제 · 低空经济" in dry.out
    assert "Would be declined for good: 1." in dry.err
    assert candidates(collecting) == before
    done = collecting("extract", "--accept", review)
    assert done.code == 0
    assert "1 new" in done.out
    assert "Declined for good: 1." in done.err
    assert not {"저공경제", "무인기"} & set(candidates(collecting))
    batches = collecting("history", "--json").json
    again = collecting("extract", "--accept", review)
    assert "Nothing changed." in again.out
    assert collecting("history", "--json").json == batches
    assert collecting("undo").code == 0
    assert candidates(collecting) == before


def test_an_unclear_answer_is_refused_with_its_line_and_nothing_is_written(
    collecting: Runner,
) -> None:
    collecting("extract", "pairs.tsv", "-o", "review.xlsx")
    before = candidates(collecting)
    answer = collecting(
        "extract", "--accept", answered("review.xlsx", {"저공경제": "아니오", "무인기": "maybe"})
    )
    assert answer.code == 3
    assert "maybe" in answer.out
    assert "eclined" not in answer.err
    assert candidates(collecting) == before


def test_a_list_without_a_column_for_answers_is_refused(collecting: Runner) -> None:
    answer = collecting("extract", "--accept", "pairs.tsv")
    assert answer.code == 3
    assert "#accept" in answer.err


def test_conditions_accept_what_meets_all_of_them(collecting: Runner) -> None:
    rule = ("extract", "pairs.tsv", "--accept-if", "count>=5,reading")
    before = candidates(collecting)
    dry = collecting(*rule, "--dry-run")
    assert "저공경제" in dry.out
    assert "무인기" not in dry.out
    assert candidates(collecting) == before
    assert "1 new" in collecting(*rule).out
    assert set(before) - set(candidates(collecting)) == {"저공경제"}
    assert collecting("undo").code == 0
    assert candidates(collecting) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("extract",), 2),
        (("extract", "pairs.tsv", "--accept", "pairs.tsv"), 2),
        (("extract", "pairs.tsv", "--accept-if", "count>5"), 2),
        (("extract", "pairs.tsv", "--accept-if", "__import__"), 2),
        (("extract", "pairs.tsv", "-o", "review.docx"), 2),
        (("extract", "pairs.tsv", "--memory", "nowhere"), 1),
        (("extract", "missing.txt"), 3),
        (("extract", "pairs.tsv", "--min-count", "99"), 1),
    ],
)
def test_what_makes_no_sense_is_said_with_its_exit_code(
    collecting: Runner, arguments: tuple[str, ...], code: int
) -> None:
    answer = collecting(*arguments)
    assert answer.code == code
    assert answer.err
    assert "Traceback" not in answer.err


def test_a_file_may_come_from_standard_input_only_as_text(
    collecting: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    data = "중시플랫폼력량을 늘였다. 중시플랫폼력량이 크다.\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    assert "중시플랫폼력량" in collecting("extract", "-").out


def test_what_is_not_translated_yet_is_read_too(collecting: Runner) -> None:
    Path("half.tsv").write_text("ko-CN\tzh-CN\n" + "저공경제가 발전하였다.\t\n" * 3, "utf-8")
    answer = collecting("extract", "half.tsv", "--variety", "ko-CN", "--json")
    assert "저공경제" in [each["text"] for each in answer.json["candidates"]]
    assert "passed over" not in answer.err
