"""The documents say what the command line does: its page is fresh, and no example is stale."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.command_tree import commands, named, program
from tests.docs.generate_cli import PAGE

ROOT = PAGE.parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "docs" / "demo.sh"]
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"(?:^|[\s/(])glossary(?=[ \n])([^|<>;&)\n]*)", re.MULTILINE)
FLAG = re.compile(r"(?<!\S)--?[a-z][\w-]*")
COMMENT = re.compile(r"\s{2,}.*|\s#.*")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def code(text: str, name: str) -> Iterator[str]:
    """The pieces of a document that are code: of Markdown its blocks and spans."""
    if not name.endswith(".md"):
        yield from (line for line in text.splitlines() if line.startswith("show "))
        return
    yield from FENCE.findall(text)
    yield from SPAN.findall(FENCE.sub("", text))


def calls(text: str, name: str) -> list[list[str]]:
    """The words behind `glossary` of every call of the program."""
    pieces = [words.strip() for piece in code(text, name) for words in CALL.findall(piece)]
    found = [COMMENT.sub("", QUOTED.sub("TEXT", words)).split() for words in pieces]
    return [words for words in found if words]


def stale(words: list[str]) -> list[str]:
    """What in these words the program does not know."""
    known = {command.name: command.flags for command in commands()}
    rest, unknown = list(words), []
    while rest and rest[0].startswith("-"):
        flag = rest.pop(0).partition("=")[0]
        unknown += [] if flag in program().flags else [flag]
        if flag in ("--db", "--set") and rest:
            rest.pop(0)
    if not rest or not re.match(r"[a-z]", rest[0]):  # glossary COMMAND …
        return unknown
    name, behind = named(rest)
    if not name:
        group = any(each.startswith(f"{rest[0]} ") for each in known)
        return unknown if group and not rest[1:] else [*unknown, rest[0]]
    flags = [word.partition("=")[0] for word in behind if FLAG.match(word)]
    return unknown + [flag for flag in flags if flag not in known[name]]


def test_the_page_of_the_command_line_is_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "from tests.docs.generate_cli import page; print(page(), end='')"],
        cwd=ROOT,
        env=os.environ | {"GLOSSARY_LANG": "ko", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert PAGE.read_text("utf-8") == made.stdout.decode("utf-8"), "run make docs"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_example_names_a_command_or_option_that_is_not_there(document: Path) -> None:
    found = calls(document.read_text("utf-8"), document.name)
    assert {" ".join(words): stale(words) for words in found if stale(words)} == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_option_alone_is_one_that_is_not_there(document: Path) -> None:
    known = program().flags.union(*(command.flags for command in commands()))
    spans = SPAN.findall(FENCE.sub("", document.read_text("utf-8")))
    alone = [FLAG.match(span) for span in spans]
    assert {found[0] for found in alone if found} <= known


def test_every_command_has_a_section() -> None:
    page = PAGE.read_text("utf-8")
    assert [
        command.name for command in commands() if f"## glossary {command.name}\n" not in page
    ] == []


def test_a_stale_example_would_be_noticed() -> None:
    said = "Run `glossary serach 중시` or:\n```sh\nglossary --set x search 중시 --limt 3   # x\n```"
    assert [stale(words) for words in calls(said, "x.md")] == [["--limt"], ["serach"]]
    assert stale(["--db", "x.db", "export", "-o", "x.csv"]) == []
