"""Help: every command, in every language, with examples that stand as they were written."""

from __future__ import annotations

import re
import shlex

import pytest

from glossary.cli import front
from glossary.texts.sentences import LANGUAGES, table
from tests.cli.program import Program
from tests.cli.runner import Runner
from tests.docs.command_tree import commands, named

COMMANDS = [command.name for command in commands()]


def examples(language: str, command: str) -> list[str]:
    """The example lines of a command, as its sentence has them."""
    lines = table(language)[f"help-{command.replace(' ', '-')}"].splitlines()
    return [line.strip() for line in lines if line.startswith("  glossary ")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_shows_its_examples_on_lines_of_their_own(
    program: Program, language: str
) -> None:
    code = (
        "import sys; from glossary.cli.app import app\n"
        "for name in sys.argv[1:]:\n"
        "    app([*name.split(), '--help'], prog_name='glossary', standalone_mode=False)\n"
        "app(['--help'], prog_name='glossary', standalone_mode=False)\n"
    )
    done = program.python(code, *COMMANDS, GLOSSARY_LANG=language)
    lines = {line.strip() for line in done.splitlines()}
    for command in [*COMMANDS, "app"]:
        assert examples(language, command), command
        assert lines >= set(examples(language, command))
    assert "\b" not in done


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_data_and_ends_well(glossary: Runner, command: str, flag: str) -> None:
    answer = glossary(*command.split(), flag)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Usage: glossary {command}")


def test_no_command_at_all_shows_the_help(glossary: Runner) -> None:
    answer = glossary()
    assert "glossary search 중시" in answer.out + answer.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_a_command_that_is_understood(glossary: Runner, language: str) -> None:
    known = {command.name: command.flags for command in commands()}
    for name in [*COMMANDS, "app"]:
        for example in examples(language, name):
            words = shlex.split(re.split(r"\s{2,}| < ", example)[0])[1:]
            while words[0] in ("--set", "--db"):
                del words[:2]
            command, rest = named(words)
            flags = {word for word in rest if word.startswith("-") and word != "-"}
            assert flags <= known[command], example


def test_a_wrong_option_is_answered_with_usage(glossary: Runner) -> None:
    answer = glossary("search", "중시", "--nothing")
    assert (answer.code, answer.out) == (2, "")
    assert "--nothing" in answer.err
    assert front.plain_search(("search", "중시", "--nothing")) is None
