"""The commands on memories, as a translator calls them."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.runner import Runner
from tests.matching.test_alignment import CHINESE, KOREAN

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"

TABLE = """\
ko-CN\tzh-CN\tko-KR\tnote
새 기업은 래년부터 량산에 들어간다.\t新企业明年开始量产。\t\t기사
\t新企业明年开始量产。\t새 기업은 내년부터 양산에 들어간다.\t
신제품의 중시를 2023년 5월에 마치였다.\t2023年5月完成了新产品中试。\t\t
"""


@pytest.fixture
def filled(glossary: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.chdir(tmp_path)
    Path("units.tsv").write_text(TABLE, "utf-8")
    assert glossary("tm", "import", "units.tsv", "--memory", "news").code == 0
    return glossary


def test_an_import_says_what_it_did_and_can_be_undone(filled: Runner) -> None:
    again = filled("tm", "import", "units.tsv", "--memory", "news")
    assert "3 there already" in again.err
    assert "Nothing was changed" in again.err
    assert "undo" not in again.err
    assert "news" in filled("tm", "list").out
    assert filled("undo").code == 0
    assert filled("tm", "list").out == ""


def test_a_match_shows_scores_penalties_differences_and_a_proposal(filled: Runner) -> None:
    shown = filled("tm", "match", "신제품의", "중시를", "2026년 11월에 마쳤다.").out
    assert "2026年11月完成了新产品中试。" in shown
    assert "number: 2023년 → 2026년" in shown
    found = filled("tm", "match", "新企业明年开始量产。", "--target", "ko-CN", "--json").json
    assert [(each["score"], each["target_variety"]) for each in found] == [
        (100, "ko-CN"),
        (90, "ko-KR"),
    ]
    assert found[1]["proposal"] == "새 기업은 래년부터 양산에 들어간다."
    assert found[1]["penalties"] == [{"code": "target-variety", "points": 10}]
    keys = {"score", "folded", "source", "target", "memory", "unit", "penalties"}
    assert keys <= found[0].keys()


def test_nothing_found_is_exit_code_1(filled: Runner) -> None:
    for command in (("match", "아무도 모르는 말이다"), ("concordance", "모르는말")):
        answer = filled("tm", *command)
        assert (answer.code, answer.out) == (1, "")


def test_a_concordance_shows_words_in_their_context(filled: Runner) -> None:
    shown = filled("tm", "concordance", "량산").out
    assert "[량산]에 들어간다." in shown
    assert "新企业明年开始量产。" in shown
    assert "내년부터 [양산]에" in filled("tm", "concordance", "량산", "--across").out
    assert len(filled("tm", "concordance", "业", "--json").json) == 2
    first = filled("tm", "concordance", "产", "--limit", "1")
    assert "--skip 1" in first.err
    assert filled("tm", "concordance", "产", "--limit", "2", "--skip", "3").code == 1


def test_a_unit_is_added_and_removed(filled: Runner) -> None:
    uid = filled("tm", "add", "--ko-cn", "기지", "--zh", "基地", "--json").json["unit"]
    assert filled("tm", "match", "기지", "--json").json[0]["unit"] == uid
    assert filled("tm", "remove", uid, "--unit").code == 0
    assert filled("tm", "match", "기지").code == 1
    assert filled("undo").code == 0
    assert filled("tm", "match", "기지").code == 0


def test_a_unit_that_is_there_is_not_added_again(filled: Runner) -> None:
    words = ("tm", "add", "--ko-cn", "기지", "--zh", "基地", "-m", "news")
    uid = filled(*words, "--json").json["unit"]
    before = filled("history", "--json").out
    again = filled(*words)
    assert f"has this unit already: {uid}" in again.err
    assert filled("history", "--json").out == before


def test_a_memory_is_removed_and_brought_back(filled: Runner) -> None:
    assert "units: 3" in filled("tm", "remove", "news").err
    assert filled("tm", "match", "新企业明年开始量产。").code == 1
    filled("undo")
    assert filled("tm", "match", "新企业明年开始量产。").code == 0


def test_statistics_tell_what_a_memory_holds_and_where_it_is_from(filled: Runner) -> None:
    filled("tm", "add", "--ko-cn", "량산", "--zh", "量产", "--memory", "mine")
    [news] = filled("tm", "stats", "--memory", "news", "--json").json
    assert (news["memory"], news["units"]) == ("news", 3)
    assert {each["variety"]: each["texts"] for each in news["varieties"]} == {
        "zh-CN": 3,
        "ko-CN": 2,
        "ko-KR": 1,
    }
    korean = next(each for each in news["varieties"] if each["variety"] == "ko-KR")
    assert korean["characters"] == len("새 기업은 내년부터 양산에 들어간다.")
    [origin] = news["origins"]
    assert origin["units"] == 3
    assert origin["first"] == origin["last"] != ""
    assert "tm import" in origin["command"]
    shown = filled("tm", "stats").out
    assert "news  units: 3" in shown
    assert "mine  units: 1" in shown
    assert filled("tm", "stats", "--memory", "none").code == 1


def test_a_memory_is_renamed_and_guarded(filled: Runner) -> None:
    filled("tm", "list", "--memory", "news", "--rename", "press", "--penalty", "5", "--read-only")
    (memory,) = filled("tm", "list", "--json").json
    assert (memory["name"], memory["penalty"], memory["read_only"]) == ("press", 5, True)
    assert filled("tm", "import", "units.tsv", "--memory", "press").code == 2
    assert filled("tm", "remove", "none").code == 1
    assert filled("tm", "list", "--penalty", "3").code == 2


def test_an_export_is_a_file_that_goes_in_again(filled: Runner) -> None:
    assert filled("tm", "export", "-o", "all.tmx", "--source", "zh-CN").code == 0
    assert filled("tm", "export", "-o", "all.tmx").code == 2  # never over a file
    assert "3 new" in filled("tm", "import", "all.tmx", "--memory", "copy").err
    assert filled("tm", "export", "-o", "x.xlsx").code == 2
    assert filled("tm", "export").out.startswith("<?xml")


def test_bare_korean_is_asked_about(filled: Runner) -> None:
    Path("old.tsv").write_text("zh\tko\n工人\t로동자들이 투입되였다\n", "utf-8")
    refused = filled("tm", "import", "old.tsv")
    assert (refused.code, "--variety ko=ko-CN" in refused.err) == (3, True)
    assert filled("tm", "import", "old.tsv", "--variety", "ko=ko-CN").code == 0


def test_an_analysis_counts_and_prices(filled: Runner) -> None:
    known = "新企业明年开始量产。"
    text = f"{known}\n2026年11月完成了新产品中试。{known}\n不同的话。不同的话。\n"
    Path("job.txt").write_text(text, "utf-8")
    found = filled("tm", "analyse", "job.txt", "--rate", "0.5", "--json").json
    bands = {band: each["segments"] for band, each in found["total"].items() if each["segments"]}
    assert bands == {"exact": 2, "95-99": 1, "new": 1, "repeated": 1}
    # 20 字 at 20 %, 17 at 30, 5 at 100, 5 at 10
    zi = {band: each["zi"] for band, each in found["total"].items() if each["zi"]}
    assert zi == {"exact": 20, "95-99": 13, "new": 5, "repeated": 5}
    assert (found["price"]["weighted"], found["price"]["price"]) == ("13.4", "6.7")
    assert "6.70" in filled("tm", "analyse", "job.txt", "--rate", "0.5").out
    free = filled("tm", "analyse", "job.txt", "--rate", "1", "--grid", "new=0,exact=0", "--json")
    assert free.json["price"]["weighted"] == "4.4"


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_an_analysis_is_written_as_a_file(filled: Runner, form: str) -> None:
    Path("<job>.txt").write_text("新企业明年开始量产。\n", "utf-8")
    Path("b.txt").write_text("新企业明年开始量产。\n", "utf-8")
    assert filled("tm", "analyse", "<job>.txt", "b.txt", "-o", f"report.{form}").code == 0
    data = Path(f"report.{form}").read_bytes()
    if form == "xlsx":
        with zipfile.ZipFile(f"report.{form}") as archive:
            data = archive.read("xl/sharedStrings.xml")
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    if form == "html":
        assert b"<svg" in data
        assert b"<job>" not in data
        assert b"&lt;job&gt;" in data
    assert b"job" in data
    assert filled("tm", "analyse", "b.txt", "-o", "report.pdf").code == 2


def test_a_text_is_filled_in_and_the_other_korean_never_silently(filled: Runner) -> None:
    Path("job.txt").write_text("新企业明年开始量产。未知的句子。\n", "utf-8")
    filled("tm", "add", "--zh", "只有南方。", "--ko-kr", "내년에 시작한다.")
    Path("south.txt").write_text("只有南方。\n", "utf-8")
    found = filled("tm", "pretranslate", "job.txt", "--json").json
    assert [each["target"] for each in found] == ["새 기업은 래년부터 량산에 들어간다.", None]
    (south,) = filled("tm", "pretranslate", "south.txt", "--min", "80", "--json").json
    assert (south["target"], south["other_variety"], south["original"]) == (
        None,
        True,
        "내년에 시작한다.",
    )
    (spelt,) = filled("tm", "pretranslate", "south.txt", "--min", "80", "--respell", "--json").json
    assert spelt["target"] == "래년에 시작한다."
    assert filled("tm", "pretranslate", "job.txt", "-o", "draft.csv").code == 0
    assert "새 기업은 래년부터".encode() in Path("draft.csv").read_bytes()


def test_a_profile_says_what_is_asked_and_how_near_it_must_be(filled: Runner) -> None:
    Path("job.txt").write_text("新企业明年开始投产。\n", "utf-8")
    filled("tm", "add", "--zh", "只有南方。", "--ko-kr", "내년에 시작한다.")

    def target(*options: str) -> str | None:
        (found,) = filled("tm", "pretranslate", "job.txt", "--json", *options).json
        return None if found["target"] is None else str(found["target"])

    near = "새 기업은 래년부터 량산에 들어간다."
    Path("desk.toml").write_text('target = "ko-CN"\nmemories = ["news"]\nthreshold = 70\n', "utf-8")
    Path("other.toml").write_text('memories = ["mine"]\nthreshold = 70\n', "utf-8")
    assert (target(), target("--profile", "desk.toml")) == (None, near)
    assert target("--profile", "desk.toml", "--min", "96") is None
    assert target("--profile", "other.toml") is None
    assert target("--profile", "other.toml", "--memory", "news") == near
    for profile, band in (("desk.toml", "85-94"), ("other.toml", "new")):
        total = filled("tm", "analyse", "job.txt", "--json", "--profile", profile).json["total"]
        assert total[band]["segments"] == 1
    assert filled("tm", "analyse", "job.txt", "--memory", "none").code == 1


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

    page = (SAMPLES.parents[1] / "docs" / "workflow.md").read_text("utf-8")
    named = {name.removeprefix("checks.") for name in EXAMPLES if name != "checks"}
    assert named == {each.name for each in fields(Profile)}
    for name, example in EXAMPLES.items():
        assert name == "checks" or f"| `{name}` | `{example}` |" in page


def test_documents_become_units_once(filled: Runner) -> None:
    Path("zh.txt").write_text("".join(CHINESE), "utf-8")
    Path("ko.txt").write_text(" ".join(KOREAN), "utf-8")
    head = "source\ttarget\toutlet\tdate\n"
    Path("list.tsv").write_text(f"{head}zh.txt\tko.txt\t우리 신문\t2025-05-02\n", "utf-8")
    call = ("tm", "align", "--list", "list.tsv", "--memory", "press", "--review", "r.csv")
    first = filled(*call)
    assert (first.code, "aligned: 1; done before: 0" in first.err) == (0, True)
    (match,) = filled("tm", "match", CHINESE[5], "--json").json
    assert match["details"] == [["prop:outlet", "우리 신문"], ["prop:date", "2025-05-02"]]
    again = filled(*call, "--overwrite")
    assert "aligned: 0; done before: 1" in again.err
    filled("undo")
    assert "aligned: 1" in filled(*call, "--overwrite").err


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


def test_the_doubtful_pairs_of_what_was_done_are_obtained_again(filled: Runner) -> None:
    files = [str(SAMPLES / f"article.{variety}.txt") for variety in ("zh-CN", "ko-CN")]
    call = ("tm", "align", *files, "--memory", "press")
    review = ("--review", "r.csv", "--overwrite")
    filled(*call, *review)
    before = Path("r.csv").read_bytes()
    batches = filled("history", "--json").json
    assert len(before.splitlines()) > 1
    second = filled(*call, *review)
    assert "--again" in second.err
    assert "was not written" in second.err
    assert Path("r.csv").read_bytes() == before
    Path("r.csv").unlink()
    assert "Units written to press: 0" in filled(*call, *review, "--again").err
    assert Path("r.csv").read_bytes() == before
    assert filled("history", "--json").json == batches
    other = ("tm", "align", *files, "--memory", "other", "--again")
    assert "Units written to other: 0" not in filled(*other).err


def test_joined_sentences_stand_as_they_stood(filled: Runner) -> None:
    from glossary.language.sentences import segments

    text = "기술을 높여야 한다.고 그는 말했다. 그 다음은 쉽다.라는 말이였다."
    assert [each.text for each in segments(text)] == [
        "기술을 높여야 한다.고 그는 말했다.",
        "그 다음은 쉽다.라는 말이였다.",
    ]
    Path("zh.txt").write_text("新产品的中试在2023年5月完成了。\n企业明年开始量产。\n", "utf-8")
    korean = "신제품의 중시를 2023년 5월에 마쳤다.그리고  좋다.\n기업은 래년부터 량산에 들어간다.\n"
    Path("ko.txt").write_text(korean, "utf-8")
    found = filled("tm", "align", "zh.txt", "ko.txt", "--json").json
    assert all(each["target"] in korean for each in found["pairs"])
    assert "마쳤다.그리고  좋다." in found["pairs"][0]["target"]


def test_what_is_aligned_without_a_memory_is_only_shown(filled: Runner) -> None:
    Path("zh.txt").write_text("\n".join(CHINESE), "utf-8")
    Path("ko.txt").write_text("\n".join(KOREAN), "utf-8")
    found = filled("tm", "align", "zh.txt", "ko.txt", "--json").json
    assert [each["target"] for each in found["pairs"]] == KOREAN
    assert filled("tm", "align", "zh.txt").code == 2
    assert filled("tm", "align", "zh.txt", "none.txt").code == 3


def test_lines_are_looked_up_one_after_another(
    filled: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    lines = io.TextIOWrapper(io.BytesIO("新企业明年开始量产。\n没有\n".encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", lines)
    answer = filled("tm", "match", "-", "--jsonl")
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert [(each["text"], len(each["matches"])) for each in found] == [
        ("新企业明年开始量产。", 2),
        ("没有", 0),
    ]


def test_hostile_texts_harm_no_screen(filled: Runner) -> None:
    text = "가\x1b[31m나\u202e다[/]라 위험한 문장이다"
    Path("bad.jsonl").write_text(
        '{"format":"malmoi-memory","version":1}\n'
        + json.dumps(
            {"texts": [{"variety": "ko-CN", "text": text.replace("\x1b", "")},
                       {"variety": "zh-CN", "text": "危\u2066险"}]}
        )
        + "\n",
        "utf-8",
    )  # fmt: skip
    assert filled("tm", "import", "bad.jsonl").code == 0
    for answer in (filled("tm", "match", text), filled("tm", "concordance", "위험")):
        assert answer.code == 0
        assert not set("\x1b\u202e\u2066") & set(answer.out)


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
    assert "Texts in ko-CN without any Hangul: 1 (wrong.csv:2, …)" in answer.err


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


def test_documents_in_the_wrong_order_are_refused(filled: Runner) -> None:
    Path("zh.txt").write_text("\n".join(CHINESE), "utf-8")
    Path("ko.txt").write_text("\n".join(KOREAN), "utf-8")
    answer = filled("tm", "align", "ko.txt", "zh.txt", "--memory", "press")
    assert answer.code == 3
    assert "ko.txt is not in the script of zh-CN" in answer.err
    assert [each["name"] for each in filled("tm", "list", "--json").json] == ["news"]
    right = ("--source", "ko-CN", "--target", "zh-CN")
    assert filled("tm", "align", "ko.txt", "zh.txt", *right).code == 0


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_the_usual_grid_is_said_in_the_help(language: str) -> None:
    from glossary.texts.sentences import sentence
    from glossary.workflow.analysis import GRID

    said = ",".join(f"{band}={percent}" for band, percent in GRID.items())
    assert said in sentence("help-tm-grid", language)
    page = (SAMPLES.parents[1] / "docs" / "matching.md").read_text("utf-8")
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


def test_a_review_file_is_a_table_or_refused(filled: Runner) -> None:
    Path("zh.txt").write_text("\n".join(CHINESE), "utf-8")
    Path("ko.txt").write_text("\n".join(KOREAN), "utf-8")
    answer = filled("tm", "align", "zh.txt", "ko.txt", "--review", "x.pdf", "--memory", "press")
    assert (answer.code, "csv, xlsx" in answer.err) == (2, True)
    assert not Path("x.pdf").exists()
    assert "press" not in filled("tm", "list").out


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
