"""What the tables of sentences promise: every code in every language, and no sentence too many."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from glossary.model import RULE_KINDS
from glossary.texts.harmless import width
from glossary.texts.sentences import LANGUAGES, sentence, table
from tests.texts.used_codes import Sources, Use, codes

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [language for language in LANGUAGES if language != "en"]
KEEPS_ITS_LINES = "\b"
"""A line of its own with this character: the lines of the paragraph below stay lines."""


@cache
def used() -> tuple[Use, ...]:
    """Every code that the program's source uses."""
    files = [
        path
        for top in ("glossary", "tui")
        for path in sorted((ROOT / top).rglob("*.py"))
        if path.parent.name != "texts"
    ]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}
    return tuple(Sources(texts).uses())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def examples(text: str) -> list[tuple[str, str]]:
    """The lines with commands, each with what is said about it."""
    found = []
    for line in text.split("\n"):
        if line.startswith("  glossary "):
            command, _, said = line.strip().partition("  ")
            found.append((command, said.strip()))
    return found


def columns(text: str) -> set[int]:
    """Where the words about the commands begin."""
    lines = [line for line in text.split("\n") if line.startswith("  glossary ")]
    ends = [re.match(r"  \S.*?\s{2,}(?=\S)", line) for line in lines]
    return {width(end[0]) for end in ends if end}


def test_every_code_in_the_program_has_a_sentence() -> None:
    missing: dict[str, list[str]] = {}
    for use in used():
        if use.code not in table("en"):
            missing.setdefault(use.code, []).append(use.place)
    assert missing == {}


def test_no_sentence_is_unused() -> None:
    assert [code for code in table("en") if code not in codes(used())] == []


def test_every_call_gives_the_fields_of_its_sentence() -> None:
    wanting = {
        (use.place, use.code): sorted(placeholders(table("en")[use.code]) - use.fields)
        for use in used()
        if use.fields is not None and use.code in table("en")
    }
    assert {place: fields for place, fields in wanting.items() if fields} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_codes_of_english_in_their_order(language: str) -> None:
    assert list(table(language)) == list(table("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_has_the_placeholders_of_the_english_one(language: str) -> None:
    ours, english = table(language), table("en")
    assert {
        code: placeholders(text)
        for code, text in ours.items()
        if placeholders(text) != placeholders(english.get(code, ""))
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_filled_in(language: str) -> None:
    for code, text in table(language).items():
        said = sentence(code, language, **dict.fromkeys(placeholders(text), "량산"))
        assert said.strip() == said != "", code
        assert "{" not in said, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_korean_particle_hangs_on_a_placeholder(language: str) -> None:
    """Whether it is 을 or 를 depends on what is filled in."""
    particle = re.compile(r"\}[’”]?(?:을|를|이|가|은|는|과|와|으로|로|라는|이라는)(?![가-힣])")
    assert [code for code, text in table(language).items() if particle.search(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_commands_in_a_help_text_are_those_of_the_english_one(language: str) -> None:
    ours, english = table(language), table("en")
    for code in english:
        commands = [(command, bool(said)) for command, said in examples(ours[code])]
        assert commands == [(line, bool(said)) for line, said in examples(english[code])], code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_about_commands_stand_in_one_column(language: str) -> None:
    assert {code: columns(text) for code, text in table(language).items() if columns(text)} == {
        code: {max(columns(text))} for code, text in table(language).items() if columns(text)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_commands_stay_lines(language: str) -> None:
    for code, text in table(language).items():
        for paragraph in text.split("\n\n"):
            if "\n" in paragraph or examples(paragraph):
                assert paragraph.split("\n")[0] == KEEPS_ITS_LINES, code


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("raise UsageError('no-such')", {"no-such"}),
        ("errors.NotFound('gone', uid=uid)", {"gone"}),
        ("RefusedRow(1, 'bad-row')", {"bad-row"}),
        ("Planned(line=1, code='bad-row')", {"bad-row"}),
        ("say('a' if x else 'b')", {"a", "b"}),
        ("say(f'rule-{x.kind}')", {f"rule-{kind}" for kind in RULE_KINDS}),
        ("say(f'thing-{x.kind}')", {"thing-…"}),
        ("[say(f'column-{each}') for each in ('at', 'row')]", {"column-at", "column-row"}),
        ("for code, x in (('one', 1), ('two', 2)):\n    say(code)", {"one", "two"}),
        ("K = (('a', 'one'),)\ndef f():\n    for _, c in K:\n        say(c)", {"one"}),
        ("def f(code='own'):\n    raise UsageError(code)\nf('given')", {"own", "given"}),
        ("def f():\n    c = 'p'\n    c = 'q' if x else c\n    say(c)", {"p", "q"}),
        ("say(error.code, **error.fields)", set()),
        ("def say(code):\n    return sentence(code)", set()),
        ("def f():\n    return 'by-way'\nraise UsageError(f())", {"by-way"}),
    ],
)
def test_a_code_is_found_however_it_is_said(source: str, expected: set[str]) -> None:
    assert codes(Sources({"a.py": source}).uses()) == expected
