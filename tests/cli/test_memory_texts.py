"""Texts and files of pairs held against memories: quotes, what is filled in, profiles."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.runner import Runner

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("min = 80", "no field min; it can have: target, sets, memories, threshold, single"),
        ("[memory]\nmin = 80", "no field memory; it can have: target"),
        ("[checks]\nonly = []", "no field checks.only; it can have: target"),
        (
            'threshold = "75"',
            "it should be as in threshold = 75",
        ),
        ("[checks]\nskip = 3", "the value of checks.skip is not of its kind"),
    ],
)
def test_a_profile_that_says_something_else_is_told_what_it_can_say(
    filled: Runner, text: str, said: str
) -> None:
    Path("desk.toml").write_text(text, "utf-8")
    answer = filled("tm", "analyse", "units.tsv", "--profile", "desk.toml")
    assert (answer.code, said in answer.err) == (3, True)


def test_every_field_of_a_profile_is_in_the_documentation() -> None:
    from dataclasses import fields

    from glossary.workflow.profiles import EXAMPLES, Profile

    page = (DOCS / "workflow.md").read_text("utf-8")
    named = {name.removeprefix("checks.") for name in EXAMPLES if name != "checks"}
    assert named == {each.name for each in fields(Profile)}
    for name, example in EXAMPLES.items():
        assert name == "checks" or f"| `{name}` | `{example}` |" in page


PAIRS = {
    "tsv": "zh-CN\tko-CN\n第一句话。\t\n新企业明年开始量产。\t이미 번역하였다.\n第三句话。\t\n",
    "csv": "zh-CN,ko-CN\n第一句话。,\n新企业明年开始量产。,이미 번역하였다.\n第三句话。,\n",
    "jsonl": (
        '{"zh-CN":"第一句话。"}\n{"zh-CN":"新企业明年开始量产。","ko-CN":"이미 번역하였다."}\n'
        '{"zh-CN":"第三句话。","ko-CN":""}\n'
    ),
    "tmx": (
        '<tmx version="1.4"><header srclang="zh-CN"/><body>'
        '<tu><tuv xml:lang="zh-CN"><seg>第一句话。</seg></tuv></tu>'
        '<tu><tuv xml:lang="zh-CN"><seg>新企业明年开始量产。</seg></tuv>'
        '<tuv xml:lang="ko-CN"><seg>이미 번역하였다.</seg></tuv></tu>'
        '<tu><tuv xml:lang="zh-CN"><seg>第三句话。</seg></tuv>'
        '<tuv xml:lang="ko-CN"><seg> </seg></tuv></tu></body></tmx>'
    ),
    "xlsx": "",
}


def _write_pairs(form: str, text: str, tags: tuple[str, str] = ("zh-CN", "ko-CN")) -> str:
    path = Path(f"job.{form}")
    if form == "xlsx":
        import xlsxwriter

        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet()
            rows = [line.split("\t") for line in PAIRS["tsv"].splitlines()]
            for number, row in enumerate([list(tags), *rows[1:]]):
                sheet.write_row(number, 0, row)
    else:
        for tag, other in zip(("zh-CN", "ko-CN"), tags, strict=True):
            text = text.replace(tag, other)
        path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("tags", [("zh-CN", "ko-CN"), ("zh", "ko")], ids=["whole", "bare"])
@pytest.mark.parametrize("form", PAIRS)
def test_every_row_of_a_file_of_pairs_counts_and_what_is_translated_stays(
    filled: Runner, form: str, tags: tuple[str, str]
) -> None:
    job = _write_pairs(form, PAIRS[form], tags)
    counted = filled("tm", "analyse", job, "--json").json["total"]
    assert sum(band["segments"] for band in counted.values()) == 3
    found = filled("tm", "pretranslate", job, "--min", "60", "--json").json
    assert [(each["source"], each["target"], each["kept"]) for each in found] == [
        ("第一句话。", None, False),
        ("新企业明年开始量产。", "이미 번역하였다.", True),
        ("第三句话。", None, False),
    ]
    written = filled("tm", "pretranslate", job, "-o", "out.csv")
    assert "0 of 3 segments filled" in written.err
    assert "1 had a translation" in written.err
    rows = [line.split(",") for line in Path("out.csv").read_text("utf-8-sig").splitlines()]
    assert [row[:2] for row in rows[1:]] == [
        ["第一句话。", ""],
        ["新企业明年开始量产。", "이미 번역하였다."],
        ["第三句话。", ""],
    ]
    assert rows[2][4] == "the file's own"


def test_a_bare_tag_means_the_variety_that_is_asked_for_else_one_says_which(filled: Runner) -> None:
    Path("job.csv").write_text("zh,ko\n新企业明年开始量产。,래년부터\n", "utf-8")
    (south,) = filled("tm", "pretranslate", "job.csv", "--target", "ko-KR", "--json").json
    assert (south["target"], south["kept"]) == ("래년부터", True)
    Path("south.csv").write_text("ko,ko-KR\n새 기업은 래년부터 량산에 들어간다.,\n", "utf-8")
    call = ("tm", "analyse", "south.csv", "--source", "ko-CN", "--target", "ko-KR")
    assert filled(*call).code == 3
    assert filled(*call, "--variety", "ko=ko-CN").code == 0
    assert filled("scan", "job.csv", "--variety", "zh-CN").code == 0


def test_a_file_of_pairs_without_the_variety_is_said_to_be_so(filled: Runner) -> None:
    Path("job.csv").write_text("zh-CN,ko-CN\n新企业明年开始量产。,\n甲,을\n", "utf-8")
    for command in ("analyse", "pretranslate"):
        answer = filled("tm", command, "job.csv", "--source", "ko-KR")
        assert answer.code == 2
        assert "no text in ko-KR; it has: zh-CN, ko-CN" in answer.err


def test_a_row_that_cannot_be_read_is_not_lost_without_a_word(filled: Runner) -> None:
    Path("job.jsonl").write_text('{"zh-CN":"第一句话。"}\n{"zh-CN":\n', "utf-8")
    answer = filled("tm", "analyse", "job.jsonl")
    assert "Rows not counted: 1" in answer.out
    assert "job.jsonl, line 2: " in answer.err
    document = filled("tm", "analyse", "job.jsonl", "--json").json
    assert [(each["file"], each["line"]) for each in document["refused_rows"]] == [("job.jsonl", 2)]
    assert "job.jsonl, line 2: " in filled("tm", "pretranslate", "job.jsonl").err


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_the_usual_grid_is_said_in_the_help(language: str) -> None:
    from glossary.texts.sentences import sentence
    from glossary.workflow.analysis import GRID

    said = ",".join(f"{band}={percent}" for band, percent in GRID.items())
    assert said in sentence("help-tm-grid", language)
    page = (DOCS / "matching.md").read_text("utf-8")
    assert f"| {' | '.join(map(str, GRID.values()))} |" in page


def _rows(path: str) -> list[list[str]]:
    from python_calamine import CalamineWorkbook

    if path.endswith("csv"):
        import csv

        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [[f"{each:g}" if isinstance(each, float) else str(each) for each in r] for r in sheet]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_quote_can_be_checked_by_its_reader(filled: Runner, form: str) -> None:
    Path("job.txt").write_text("新企业明年开始量产。\n不同的话。\n", "utf-8")
    call = ("tm", "analyse", "job.txt", "--grid", "new=90", "--rate", "0.055")
    assert filled(*call, "-o", f"quote.{form}").code == 0
    rows = _rows(f"quote.{form}")
    head = {row[0]: row[1] for row in rows[:4]}
    assert head["Direction"] == "Chinese (zh-CN) → Korean in China (ko-CN)"
    assert head["Date"] == datetime.now().astimezone().date().isoformat()
    assert head["Memories"] == "news"
    columns = next(row for row in rows if "Per cent" in row)
    places = [columns.index(each) for each in ("Match", "字数", "Per cent", "Weighted total, 字数")]
    bands = {row[1]: [row[place] for place in places[1:]] for row in rows if "job.txt" in row}
    assert bands["100"] == ["10", "20", "2"]
    assert bands["no match"] == ["5", "90", "4.5"]
    assert bands["Total"] == ["15", "", "6.5"]
    assert any(row[:2] == ["At 0.055 each", "0.36"] for row in rows)
    found = filled(*call, "--json").json
    assert (found["source"], found["target"], found["memories"]) == ("zh-CN", "ko-CN", ["news"])
    new = found["total"]["new"]
    assert (new["percent"], new["weighted"], found["date"]) == (90, "4.5", head["Date"])
    shown = filled(*call).out
    assert "Chinese (zh-CN) → Korean in China (ko-CN)" in shown
    assert "4.5" in next(line for line in shown.splitlines() if line.startswith("no match"))


def test_the_chart_of_a_quote_has_the_bands_of_its_table(filled: Runner) -> None:
    Path("job.txt").write_text("新企业明年开始量产。\n", "utf-8")
    Path("low.txt").write_text("新企业去年停业了。\n", "utf-8")
    for name, low, shown in (("job", (), False), ("low", ("--low",), True)):
        assert filled("tm", "analyse", f"{name}.txt", *low, "-o", f"{name}.html").code == 0
        page = Path(f"{name}.html").read_text("utf-8")
        chart, table = page.split("</svg>")
        assert ("50–59" in chart, "50–59" in table) == (shown, shown)
        assert "Chinese (zh-CN) → Korean in China (ko-CN)" in chart


@pytest.mark.parametrize("command", ["analyse", "pretranslate"])
def test_a_form_that_is_not_written_is_refused_before_the_work(
    filled: Runner, command: str
) -> None:
    answer = filled("tm", command, "none.txt", "-o", "out.pdf")
    assert (answer.code, "pdf" in answer.err, "none.txt" in answer.err) == (2, True, False)
