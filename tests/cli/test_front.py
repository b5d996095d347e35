"""Both doors give the same: the quick one for plain look-ups, and Typer for everything."""

from __future__ import annotations

import io
import sys
from itertools import product
from random import Random

import pytest

from glossary.cli import front, start_up
from glossary.cli.options import GLOBAL, MATCH, SEARCH
from tests.cli.runner import Answer, Runner

VALUES = {
    "db": ("", "no/such/file.db"),
    "set": ("starter", "none", ""),
    "variety": ("ko-CN", "zh", "", "-", "ko"),
    "domain": ("tech", "", "=x"),
    "status": ("preferred", "good", ""),
    "minimum": ("80", "102", "-1", "+5", "x", "1_0", "٣", "9" * 5000),
    "limit": ("0", " 3", "-3", "05", "2.0", ""),
}
ODD = (
    "--",
    "-h",
    "--help",
    "-",
    "--no-json",
    "--js",
    "-x",
    "-nd",
    "-n5",
    "--json=yes",
    "--version",
)


def forms() -> list[tuple[str, ...]]:
    """Every option in every way to write it, before and behind the query, whole and broken."""
    found: list[tuple[str, ...]] = []
    for table, before in ((GLOBAL, True), (SEARCH, False)):
        for option in table:
            written: list[tuple[str, ...]] = [(flag,) for flag in option.flags]
            for flag, value in product(option.flags, VALUES.get(option.name, ())):
                written += [(flag, value), (f"{flag}={value}",)]
            for words in written:
                if before:
                    found.append((*words, "search", "중시"))
                found.append(("search", *words, "중시"))
                found.append(("search", "중시", *words))
    found += [("search", *place) for odd in ODD for place in ((odd, "중시"), ("중시", odd))]
    found += [(odd, "search", "중시") for odd in ODD]
    found += [(), ("search",), ("search", ""), ("search", "search"), ("x", "search", "중시")]
    return found


def through(door: str, runner: Runner, arguments: tuple[str, ...]) -> Answer:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("중시\n량산\n".encode())))
        if door == "typer":
            patch.setattr(front, "plain_search", lambda arguments: None)
            patch.setattr(front, "plain_match", lambda arguments: None)
            patch.setattr(front, "plain_workbench", lambda arguments: None)
        return runner(*arguments)


def same_through_both(runner: Runner, arguments: tuple[str, ...]) -> bool:
    """Whether the quick door took it; then Typer's answer is the same."""
    if front.plain_search(arguments) is None and front.plain_match(arguments) is None:
        return False
    assert through("quick", runner, arguments) == through("typer", runner, arguments), arguments
    return True


def test_every_form_of_every_option_reads_the_same(glossary: Runner) -> None:
    taken = [same_through_both(glossary, arguments) for arguments in forms()]
    assert 60 < sum(taken) < len(taken)


def match_forms() -> list[tuple[str, ...]]:
    """The same for look-ups in memories."""
    values = {
        **dict.fromkeys(("source", "target"), ("zh", "ko-KR", "ko", "")),
        **dict.fromkeys(("before", "after"), ("중시", "")),
        **{name: VALUES[name] for name in ("minimum", "limit")},
    }
    found: list[tuple[str, ...]] = []
    for option in MATCH:
        written: list[tuple[str, ...]] = [(flag,) for flag in option.flags]
        for flag, value in product(option.flags, values.get(option.name, ())):
            written += [(flag, value), (f"{flag}={value}",)]
        for words in written:
            found += [("tm", "match", *words, "량산"), ("tm", "match", "량산", *words)]
    found += [("tm", "match", *place) for odd in ODD for place in ((odd, "량산"), ("량산", odd))]
    found += [("--db", "no/such.db", "tm", "match", "량산"), ("tm", "match"), ("tm",)]
    return [*found, ("tm", "match", ""), ("tm", "match", "량산을", "시작"), ("tm", "x", "match")]


def test_every_form_of_a_look_up_in_memories_reads_the_same(glossary: Runner) -> None:
    added = glossary("tm", "add", "--ko-cn", "량산", "--zh", "量产")
    assert added.code == 0
    taken = [same_through_both(glossary, arguments) for arguments in match_forms()]
    assert 40 < sum(taken) < len(taken)


def test_the_workbench_opens_the_same_file_through_both(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(start_up, "run", lambda *, db: opened.append(db) or 0)
    quick = [
        ("tui",),
        ("--db", "a.db", "tui"),
        ("--db=a.db", "tui"),
        ("--set", "mine", "--db", "b.db", "tui"),
    ]
    for arguments in quick:
        assert front.plain_workbench(arguments) is not None
        answers = [through(door, glossary, arguments) for door in ("quick", "typer")]
        assert answers == [Answer(0, "", "")] * 2
    assert opened == ["", "", "a.db", "a.db", "a.db", "a.db", "b.db", "b.db"]
    for other in (("tui", "x"), ("tui", "--help"), ("--debug", "tui"), ("x", "tui"), ("search",)):
        assert front.plain_workbench(other) is None


def test_options_in_any_order_read_the_same(glossary: Runner) -> None:
    dice = Random(1443)
    words = [part for form in forms() for part in form if len(part) < 100 and part != "search"]
    taken = 0
    for _ in range(150):
        before = [("--set", "starter"), ("--debug",), ("--db=",), (), ()][dice.randrange(5)]
        arguments = (*before, "search", *dice.choices(words, k=dice.randint(1, 4)))
        taken += same_through_both(glossary, arguments)
    assert taken > 20


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "-d=", "중시"),
        ("search", "-n5", "중시"),
        ("search", "--", "중시"),
        ("search", "중시", "-h"),
        ("search", "--limit", "중시"),
        ("search", "--limit", "9" * 5000, "중시"),
        ("--debug", "search", "중시"),
        ("show", "x"),
        ("--set",),
        (),
    ],
)
def test_what_is_not_plain_is_left_to_typer(arguments: tuple[str, ...]) -> None:
    assert front.plain_search(arguments) is None


def test_a_plain_look_up_does_not_wait_for_typer(glossary: Runner) -> None:
    for arguments in (
        ("search", "중시"),
        ("--set", "starter", "search", "-n", "1", "--json", "zs"),
    ):
        assert front.plain_search(arguments) is not None
