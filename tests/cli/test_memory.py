"""The commands on memories, as a translator calls them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.runner import Runner
from tests.matching.test_alignment import CHINESE, KOREAN

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


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


def test_a_number_that_cannot_be_carried_is_never_filled_in(filled: Runner) -> None:
    filled("tm", "add", "--zh", "今年投资了300万元。", "--ko-cn", "올해 300만원을 투자하였다.")
    Path("job.txt").write_text("今年投资了3亿元。\n今年投资了500万元。\n", "utf-8")
    found = filled("tm", "pretranslate", "job.txt", "--min", "60", "--json").json
    assert [each["target"] for each in found] == [None, "올해 500만원을 투자하였다."]
    assert found[0]["original"] == "올해 300만원을 투자하였다."


def test_an_equal_text_with_several_translations_is_exact(filled: Runner) -> None:
    for target in ("훌륭한 봉사를 제공한다.", "우수한 봉사를 제공한다."):
        filled("tm", "add", "--zh", "提供优质服务。", "--ko-cn", target)
    Path("job.txt").write_text("提供优质服务。\n", "utf-8")
    bands = filled("tm", "analyse", "job.txt", "--json").json["total"]
    assert {band for band, each in bands.items() if each["segments"]} == {"exact"}


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
