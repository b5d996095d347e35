"""Text that would act on a terminal, hide in it or upset its columns."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from glossary.cli.table import lines
from glossary.model import Citation, Concept, ContextRule, Example, Term
from glossary.texts.harmless import harmless, width
from glossary.workspace import Workspace
from tests.cli.runner import Runner

HOSTILE = {
    "markup": "[/] [bold]x[/bold] {0} %s",
    "an escape": "\x1b[31mred\x1b[0m",
    "the clipboard": "\x1b]52;c;aGFja2Vk\x07",
    "C1 controls": "a\x9b31mb\x85c",
    "turned about": "abc\u202e량산\u2066x\u2069\u200f",
    "nothing to see": "량\u200b산\u2060\ufeff\u00ad\u3164\u115f",
    "joined where nothing joins": "량\u200d산 a\ufe0f",
    "lines": "a\nb\rc\u2028d\u2029e\tf",
    "tags": "x\U000e0041\U000e007f",
    "very long": "긴" * 1999 + "끝",
    "nothing assigned": "\U0003fffd\ue000",
}
EMOJI = ("👨‍👩‍👧", "❤️", "👍🏽", "👩🏽‍💻", "🇨🇳", "⌚", "🏳️‍🌈", "☺")
WIDE = (*EMOJI, "한", "ㅈㅅ", "ｶﾞ", "中试", "…", "·", "①", "가\u0301", "Ａ", "é", "〜", "«»")


def does_nothing(text: str) -> bool:
    """Whether a terminal only shows this: lines of visible characters."""
    if any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") for char in text):
        return all(line.isprintable() or does_nothing(line) for line in text.split("\n")) and (
            "\n" in text
        )
    formats = {char for char in text if unicodedata.category(char) == "Cf"}
    return formats <= {"\u200d"} and not set(text) & set("\u3164\u115f\u1160")


def planted(own: Path, text: str) -> None:
    """A concept that holds the text everywhere, as only another program could write it."""
    term = Term(
        "ko-CN",
        text,
        note=text,
        pos=text,
        citations=(Citation(text, text, text, text),),
        rules=(ContextRule("not_before", text),),
        uid="hostile-0",
    )
    concept = Concept(
        "hostile",
        (term, Term("zh-CN", "害", uid="hostile-1"), Term("xx-" + text, "x", uid="hostile-2")),
        domain=text,
        definition=text,
        note=text,
        examples=(Example((("ko-CN", text), ("zh-CN", text))),),
    )
    with Workspace(str(own)) as workspace:
        workspace.terms.put(concept, "add " + text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_only_shown(own: Path, glossary: Runner, text: str) -> None:
    planted(own, text)
    for arguments in (
        ("search", "害"),
        ("show", "hostile"),
        ("history",),
        ("history", "hostile"),
        ("stats",),
        ("add", "--ko-cn", text.replace("\0", "") or "x", "--zh", "害"),
        ("edit", "hostile", "--note", "x"),
        ("rm", "hostile"),
        ("show", text),
        ("search", text + "없는말정말없는말"),
        ("--set", text, "search", "x"),
        ("--db", text[:50], "search", "x"),
        ("undo", text),
        (text,),
    ):
        answer = glossary(*arguments)
        assert does_nothing(answer.out), arguments
        assert does_nothing(answer.err), arguments


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_keeps_a_hostile_text_exactly(own: Path, glossary: Runner, text: str) -> None:
    planted(own, text)
    hit = glossary("search", "害", "--json").json[0]
    assert (hit["terms"][0]["text"], hit["domain"]) == (text, text)
    shown = glossary("show", "hostile", "--json").json
    assert shown["terms"][0]["citations"][0]["outlet"] == text
    assert glossary("history", "hostile", "--json").json[0]["after"]["note"] == text
    fields = json.loads(glossary("show", text, "--json").err)["error"]["fields"]
    assert fields == {"uid": text}


@pytest.mark.parametrize(
    "text", ["\x00", "가\x00나", "\x1b[0m", "가\u202e나", "가\ud800나", " \t\n"]
)
def test_what_acts_or_is_empty_is_refused_as_a_term(glossary: Runner, text: str) -> None:
    answer = glossary("add", "--ko-cn", text)
    assert (answer.code, answer.out) == (3, "")
    assert does_nothing(answer.err)


@pytest.mark.parametrize("text", [*EMOJI, "[/]", "C++", "x" * 200])
def test_what_only_looks_odd_is_a_term(glossary: Runner, text: str) -> None:
    assert glossary("add", "--zh", text).code == 0
    assert glossary("search", text, "--json").json[0]["matched"]["text"] == text


@pytest.mark.parametrize("text", WIDE)
def test_columns_stand_where_a_terminal_puts_them(text: str) -> None:
    assert width(harmless(text)) == cell_len(text)
    shown = list(lines([["head", "second"], [harmless(text), "|"], ["한글 넓이", "|"]]))
    assert {cell_len(line.partition("|")[0]) for line in shown[1:]} == {cell_len("한글 넓이") + 2}


def test_a_table_fits_its_terminal(own: Path, glossary: Runner) -> None:
    with Workspace(str(own)) as workspace:
        hits = workspace.search.find("중시").hits
    rows = [[term.text, term.note, term.variety] for hit in hits for term in hit.terms]
    for room in (24, 40, 80, 200):
        shown = list(lines(rows, room))
        assert max(map(cell_len, shown)) <= room
        letters = sorted("".join("".join(row) for row in rows).replace(" ", ""))
        assert sorted("".join(shown).replace(" ", "")) == letters


def test_line_breaks_of_a_note_are_line_breaks_on_its_card(glossary: Runner) -> None:
    uid = glossary("add", "--ko-cn", "랭동차", "--note", "하나\n둘", "--json").json["uid"]
    assert "Note: 하나\n  둘\n" in glossary("show", uid).out
