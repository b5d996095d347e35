"""Writes docs/cli.md from the command line's own help: python -m tests.docs.generate_cli"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"

HEAD = """# Command line

This page is made from the program's own help (`make docs`); do not edit it by hand.
"""

TAIL = """## Exit codes

| code | means |
|---|---|
| 0 | done |
| 1 | nothing found, or what was named is not there; findings (`doctor`) |
| 2 | the command was called in a way that makes no sense, or its output cannot be written |
| 3 | a file or a value was refused; nothing was changed |
| 4 | the glossary file is missing, damaged, busy, foreign or not ours to write |
| 70 | a defect of the program: one sentence and the path of a log; `--debug` shows the traceback |
| 130 | interrupted from the keyboard |

## Environment

| variable | means |
|---|---|
| `GLOSSARY_DB` | the glossary file, where `--db` does not name one |
| `GLOSSARY_LANG` | `en`, `ko` or `zh`; else what `config.toml` calls `language`; else English |
| `GLOSSARY_ACTOR` | who is written into the history; otherwise `cli` |
| `NO_COLOR` | no colour, whatever its value |

Data go to standard output and everything else to standard error, both in UTF-8. With `--json` a
refusal is one JSON document on standard error:
`{"error": {"code": …, "fields": {…}, "sentence": …}}`.
"""


def page() -> str:
    """The whole page, in English whatever the user's language."""
    os.environ["GLOSSARY_LANG"] = "en"
    from tests.docs.command_tree import commands, program

    parts = [HEAD, *_section(program(), "## Before every command")]
    for command in commands():
        parts += _section(command, f"## glossary {command.name}")
    return "\n".join([*parts, TAIL])


def _section(command: object, heading: str) -> Iterator[str]:
    from tests.docs.command_tree import Command

    assert isinstance(command, Command)
    yield f"{heading}\n"
    yield f"```\n{command.usage}\n```\n"
    for paragraph in command.help.split("\n\n"):
        yield _paragraph(paragraph)
    rows = [(f"`{each.written}`", each.help) for each in command.arguments]
    for each in command.options:
        default = f" (default: {each.default})" if each.default else ""
        rows.append((f"`{each.written}`", each.help + default))
    yield "| argument or option | means |\n|---|---|"
    yield "\n".join(f"| {_cell(first)} | {_cell(second)} |" for first, second in rows) + "\n"


def _paragraph(text: str) -> str:
    """A paragraph; one that keeps its lines becomes a block of code."""
    lines = text.splitlines()
    if lines[0] == "\b":
        shown = "\n".join(line.removeprefix("  ") for line in lines[1:])
        return f"```sh\n{shown}\n```\n"
    return f"{text}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(PAGE)
