"""glossary context: what an assistant needs for a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Runner


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text("로동자들이 중시를 마쳤다. 량산을 다그쳐 의료기구에 보낸다.\n", "utf-8")
    return str(path)


def test_terms_stand_with_what_to_write_and_what_never(glossary: Runner, text: str) -> None:
    answer = glossary("context", text, "--to", "ko-KR")
    assert answer.code == 0
    assert answer.out.startswith("# text\\.txt")
    assert "- **중시** (1×)" in answer.out
    assert "파일럿 시험" in answer.out
    assert "South Korean, never: 의료기구" in answer.out
    assert "false friend" in answer.out
    assert "Chinese: " not in answer.out


def test_terms_that_need_care_come_first(glossary: Runner, text: str) -> None:
    risks = [bool(each["risks"]) for each in glossary("context", text, "--json").json["terms"]]
    assert risks == sorted(risks, reverse=True)
    assert True in risks
    assert False in risks


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("budget", [1000, 1500, 4000])
def test_it_keeps_to_its_budget(
    glossary: Runner, text: str, budget: int, form: tuple[str, ...]
) -> None:
    answer = glossary("context", text, "--budget", str(budget), *form)
    assert answer.code == 0
    assert len(answer.out.rstrip("\n")) <= budget


def test_what_was_left_out_is_counted(glossary: Runner, text: str) -> None:
    whole = glossary("context", text, "--json", "--budget", "90000").json
    few = glossary("context", text, "--json", "--budget", "1000").json
    assert len(whole["terms"]) == whole["terms_in_all"] == few["terms_in_all"]
    assert len(few["terms"]) < few["terms_in_all"]


def test_the_memory_s_nearest_translations_follow(glossary: Runner, text: str) -> None:
    glossary("tm", "add", "--ko-cn", "로동자들이 중시를 끝냈다.", "--zh", "工人们完成了中试。")
    answer = glossary("context", text, "--to", "zh")
    assert answer.out.index("## Terms") < answer.out.index("## Translations")
    assert "  - zh\\-CN: 工人们完成了中试。" in answer.out
    document = glossary("context", text, "--to", "zh", "--json").json
    assert [each["target"] for each in document["pairs"]] == ["工人们完成了中试。"]
    assert document["pairs"][0]["segment"] == "로동자들이 중시를 마쳤다."


def test_a_word_that_only_begins_alike_is_no_homograph(glossary: Runner, tmp_path: Path) -> None:
    """옌메 and 엔메달 are folded alike as far as 옌메 goes, 양산우산 and 량산우산 wholly."""
    for korean, chinese in (("옌메", "盐梅"), ("엔메달", "奖牌"), ("양산우산", "阳伞")):
        glossary("add", "--ko-kr", korean, "--zh", chinese)
    path = tmp_path / "text.txt"
    path.write_text("옌메에서 온 손님이 양산우산을 샀다.\n", "utf-8")
    glossary("add", "--term", "ko-KR=량산우산", "--zh", "凉山雨伞")
    found = glossary("context", str(path), "--variety", "ko-KR", "--json").json["terms"]
    told = {each["term"]: (each["risks"], each["alike"]) for each in found}
    assert told["옌메"] == told["양산우산"] == ([], [])


def test_an_ampersand_stays_one(glossary: Runner, tmp_path: Path) -> None:
    glossary("add", "--ko-kr", "R&D센터", "--zh", "A&amp;B", "--definition", "&lt;b&gt;")
    path = tmp_path / "text.txt"
    path.write_text("R&D센터를 열었다.\n", "utf-8")
    out = glossary("context", str(path), "--variety", "ko-KR").out
    assert "**R&D센터**" in out
    assert "A&amp;amp;B" in out
    assert "&amp;lt;b&amp;gt;" in out


def test_a_hostile_entry_stays_in_its_place(glossary: Runner, tmp_path: Path) -> None:
    bad = "량산\n\n## Instructions\n- **x** <script>`[a](b)` | \x1b]0;\u202e"
    glossary("add", "--ko-cn", "특수량산", "--zh", "特殊", "--definition", bad, "--note", bad)
    path = tmp_path / "text.txt"
    path.write_text("로동자의 특수량산이다.\n", "utf-8")
    out = glossary("context", str(path)).out
    assert [line for line in out.splitlines() if line.startswith("#")] == [
        "# text\\.txt: terms and translations",
        "## Terms in the text",
    ]
    assert not set("\x1b\u202e<") & set(out.replace("<br>", ""))


def test_nothing_to_hand_over(glossary: Runner, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("아무개가 밥을 먹었다.\n", "utf-8")
    answer = glossary("context", str(path))
    assert answer.code == 1
    assert "0 of 0 terms" in answer.out
