"""One term, found however it is typed, and what a look-up prints."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from glossary.model import Concept, Term
from glossary.workspace import Workspace
from tests.cli.runner import Runner

PILOT = {  # query: how it matched, and the stem
    "중시": ("exact", None),
    "ㅈㅅ": ("chosung", None),
    "중ㅅ": ("prefix", None),
    "wndtl": ("keyboard", None),
    "中试": ("exact", None),
    "中試": ("variant", None),
    "zhongshi": ("pinyin", None),
    "zhòngshì": ("pinyin", None),
    "zs": ("initials", None),
    "파일럿": ("prefix", None),
    "중시를": ("exact", "중시"),
}


@pytest.mark.parametrize("query", PILOT)
def test_the_pilot_test_is_found_and_says_how(glossary: Runner, query: str) -> None:
    hits = glossary("search", query, "--json", "--limit", "0").json
    (hit,) = [hit for hit in hits if "中试" in [term["text"] for term in hit["terms"]]]
    assert (hit["matched"]["by"], hit["matched"].get("stem")) == PILOT[query]


SECOND_THOUGHTS = {  # queries no term is, begins with or holds: a term, how, and the stem
    "총겨": ("총경리", "prefix", None),
    "중시플래": ("중시플랫폼", "prefix", None),
    "중ㅅㅍㄹㅍ": ("중시플랫폼", "chosung", None),
    "ㅈ시": ("중시", "chosung", None),
    "중시(중간시험)플랫폼": ("중시플랫폼", "exact", "중시플랫폼"),
    "뛰여넘는": ("뛰여넘다", "exact", "뛰여넘다"),
    "뛰여넘어": ("뛰여넘다", "exact", "뛰여넘다"),
    "wndtlvmffotvhadmf": ("중시플랫폼", "keyboard", None),
    "chdru": ("총경리", "keyboard", None),
}


@pytest.mark.parametrize("query", SECOND_THOUGHTS)
def test_half_a_word_and_a_word_in_its_sentence_are_found(glossary: Runner, query: str) -> None:
    for text in ("총경리", "중시", "중시플랫폼", "뛰여넘다"):
        glossary("add", "--ko-cn", text, "--domain", "second thoughts")
    hits = glossary("search", query, "--domain", "second thoughts", "--json").json
    matched = hits[0]["matched"]
    assert (matched["text"], matched["by"], matched.get("stem")) == SECOND_THOUGHTS[query]


def test_a_syllable_before_a_particle_finds_only_the_word_of_one_syllable(
    glossary: Runner,
) -> None:
    glossary("add", "--ko-cn", "우", "--zh", "上")
    assert glossary("search", "우에", "--json").json[0]["matched"]["text"] == "우"
    assert glossary("search", "가나다라", "--json").json == []


@pytest.mark.parametrize(("query", "by"), [("양산", "exact"), ("량선", "fuzzy"), ("량샨", "fuzzy")])
def test_mass_production_is_found_from_seoul_and_from_a_typo(
    glossary: Runner, query: str, by: str
) -> None:
    first = glossary("search", query, "--json").json[0]
    assert "量产" in [term["text"] for term in first["terms"]]
    assert first["matched"]["by"] == by


def test_the_other_spelling_is_a_variant(glossary: Runner) -> None:
    hit = glossary("search", "양산", "--in", "ko-CN", "--json").json[0]
    assert hit["matched"] == {"variety": "ko-CN", "text": "량산", "by": "variant"}


def test_a_hit_has_the_documented_shape(glossary: Runner) -> None:
    hit = glossary("search", "량산", "--json").json[0]
    assert list(hit) == ["concept", "set", "domain", "score", "matched", "terms"]
    assert {"variety", "text", "status"} <= set(hit["terms"][0])


def test_a_reading_without_an_entry_is_marked_derived(glossary: Runner) -> None:
    answer = glossary("search", "铁矿石", "--json")
    hit = answer.json[0]
    assert (hit["concept"], hit["matched"]["by"], hit["matched"]["text"]) == (
        None,
        "reading",
        "철광석",
    )
    assert "derived" in glossary("search", "铁矿石").out


def test_nothing_found_is_said_and_exits_with_one(glossary: Runner) -> None:
    answer = glossary("search", "없는말이다정말")
    assert (answer.code, answer.out) == (1, "")
    assert "없는말이다정말" in answer.err
    assert glossary("search", "없는말이다정말", "--json").json == []


def test_data_stand_alone_on_standard_output(fresh: Runner) -> None:
    answer = fresh("search", "중시", "--json", "--limit", "1")
    assert json.loads(answer.out)
    assert "starter" in answer.err  # the first run tells what it made


def test_each_line_of_standard_input_is_a_query(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    glossary("search", "중시")
    given = io.TextIOWrapper(io.BytesIO("중시\n\n량산\n".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    lines = glossary("search", "-", "--jsonl", "--limit", "1").out.splitlines()
    assert [json.loads(line)["query"] for line in lines] == ["중시", "량산"]


def test_filters_narrow(glossary: Runner) -> None:
    everything = glossary("search", "중시", "--json", "--limit", "0").json
    tech = glossary("search", "중시", "--json", "--domain", "tech").json
    assert 0 < len(tech) < len(everything)
    assert {hit["domain"] for hit in tech} == {"tech"}
    assert all(
        hit["score"] >= 80 for hit in glossary("search", "중시", "--json", "--min", "80").json
    )
    assert glossary("--set", "mine", "search", "중시").code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("search", "중시", "--status", "good"), 2),
        (("search", "중시", "--min", "500"), 2),
        (("search",), 2),
        (("search", "중시", "--unknown"), 2),
        (("--set", "none", "search", "중시"), 1),
        (("--db", "/nowhere/at/all.db", "search", "중시"), 4),
    ],
)
def test_what_cannot_be_has_its_exit_code(
    glossary: Runner, arguments: tuple[str, ...], code: int
) -> None:
    answer = glossary(*arguments)
    assert answer.code == code
    assert answer.err
    assert "Traceback" not in answer.err


def test_an_error_in_json_carries_code_fields_and_sentence(glossary: Runner) -> None:
    answer = glossary("--db", "/nowhere/at/all.db", "search", "중시", "--json")
    error = json.loads(answer.err)["error"]
    assert error["code"] == "database-missing"
    assert error["fields"] == {"path": "/nowhere/at/all.db"}
    assert error["sentence"].startswith("There is no glossary")


@pytest.mark.parametrize(("language", "word"), [("ko", "중국 조선어"), ("zh", "中国朝鲜语")])
def test_people_are_spoken_to_in_their_language(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    monkeypatch.setenv("GLOSSARY_LANG", language)
    assert word in glossary("search", "중시").out


def test_columns_align_for_wide_characters(glossary: Runner) -> None:
    from rich.cells import cell_len

    lines = glossary("search", "중시").out.splitlines()
    columns = {cell_len(line[: line.index("중시하다", 8)]) for line in lines if "重视" in line}
    heads = {cell_len(lines[0][: lines[0].index("South Korean")])}
    assert columns == heads


def test_the_stem_of_a_verb_is_not_half_a_syllable_of_another_word(
    glossary: Runner,
) -> None:
    glossary("add", "--ko-cn", "은주구", "--ko-kr", "인저우구")
    glossary("add", "--ko-cn", "인정서", "--zh", "认定书")

    def found(query: str) -> list[str]:
        hits = glossary("search", query, "--json").json
        return [each["terms"][0]["text"] for each in hits]

    assert found("인정하면")[0] == "인정서"
    assert "은주구" not in found("인정하면")
    assert "은주구" in found("인정")


def test_hostile_terms_are_shown_harmlessly_and_kept_exactly(own: Path, glossary: Runner) -> None:
    hostile = "[/]\u200b=1+1\u200dx"
    concept = Concept("x", (Term("ko-CN", hostile, uid="x1"), Term("zh-CN", "害", uid="x2")))
    with Workspace(str(own)) as workspace:
        workspace.terms.put(concept, "add")
    answer = glossary("search", "害")
    assert "\u200b" not in answer.out
    assert "\\u200b" in answer.out
    terms = glossary("search", "害", "--json").json[0]["terms"]
    assert hostile in [term["text"] for term in terms]


def test_each_table_of_many_queries_stands_under_its_query(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO("중시\n없는말정말없는말\n량산\n".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    answer = glossary("search", "-", "--limit", "1")
    tables = answer.out.rstrip().split("\n\n")
    assert [table.splitlines()[0] for table in tables] == ["중시", "량산"]
    assert "없는말정말없는말" in answer.err
    assert not glossary("search", "중시").out.startswith("중시\n")


@pytest.mark.parametrize("arguments", [("",), ("  ",), ("", " "), ("\t",)])
def test_a_query_must_not_be_blank(glossary: Runner, arguments: tuple[str, ...]) -> None:
    answer = glossary("search", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "what to look for" in answer.err


def test_a_long_query_is_not_said_again_whole(glossary: Runner) -> None:
    said = glossary("search", "없는말" * 500).err
    assert "…" in said
    assert len(said) < 100


@pytest.mark.parametrize(
    ("option", "value", "first", "also"),
    [
        ("--domain", "tehc", "tech", "manufacturing"),
        ("--in", "ko-KP", "ko-K", "zh-CN"),
        ("--in", "not a tag!", "", "ko-CN"),
        ("--status", "forbiden", "forbidden", "draft"),
    ],
)
def test_a_value_that_is_not_there_is_answered_with_those_that_are(
    glossary: Runner, option: str, value: str, first: str, also: str
) -> None:
    answer = glossary("search", "중시", option, value)
    assert (answer.code in (1, 2), answer.out) == (True, "")
    assert f": {first}" in answer.err
    assert also in answer.err
    assert "Nothing found" not in answer.err


def test_bare_korean_is_answered_with_both_varieties(glossary: Runner) -> None:
    answer = glossary("search", "중시", "--in", "ko")
    assert answer.code == 2
    assert "--in ko-CN or --in ko-KR" in answer.err


@pytest.mark.parametrize("name", ["금지", "禁用", "forbidden", "Forbidden"])
def test_a_status_goes_by_its_name_in_any_language(glossary: Runner, name: str) -> None:
    wanted = glossary("search", "양산현", "--status", "forbidden", "--json").json
    assert wanted
    assert glossary("search", "양산현", "--status", name, "--json").json == wanted


def test_a_refused_status_lists_the_names_of_the_language(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLOSSARY_LANG", "ko")
    said = glossary("search", "중시", "--status", "금자").err
    assert ": forbidden (금지)" in said
    assert "preferred (우선)" in said


def test_a_sentence_shows_the_terms_in_it(glossary: Runner) -> None:
    answer = glossary("search", "중시를 마치고 량산에 들어갔다")
    assert answer.code == 0
    assert [line.split()[:2] for line in answer.out.splitlines()[1:]] == [
        ["1", "중시"],
        ["9", "량산"],
    ]
    assert "terms in it" in answer.err


def test_the_terms_in_a_sentence_are_hits_for_a_program(glossary: Runner) -> None:
    query = "量产이 아니라 파일럿 시험을 거쳐 양산, 양산에 들어간다"
    hits = glossary("search", query, "--json").json
    texts = [hit["matched"]["text"] for hit in hits]
    assert texts == ["파일럿 시험", "양산"]
    for hit in hits:
        place = slice(hit["matched"]["start"], hit["matched"]["end"])
        assert query[place] == hit["matched"]["text"]
        assert {"concept", "set", "domain", "score", "terms"} <= set(hit)
    assert len(glossary("search", query, "--json", "--limit", "1").json) == 1


def test_a_chinese_sentence_is_looked_through_too(glossary: Runner) -> None:
    hits = glossary("search", "我们要加快中试基地建设", "--json").json
    assert "中试" in {hit["matched"]["text"] for hit in hits}


def test_a_sentence_without_terms_finds_nothing(glossary: Runner) -> None:
    answer = glossary("search", "우리는 밥을 먹었다")
    assert (answer.code, answer.out) == (1, "")
    assert glossary("search", "우리는 밥을 먹었다", "--json").out == "[]\n"


def test_a_sentence_is_not_looked_through_for_a_domain(glossary: Runner) -> None:
    answer = glossary("search", "중시를 마치고 량산에 들어갔다", "--domain", "tech")
    assert answer.code == 1
