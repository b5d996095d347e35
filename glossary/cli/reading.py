"""The command read: how Chinese is read in Korean, and how South Korea transcribes a name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.console import Console
from glossary.cli.context import help_text
from glossary.cli.options import as_typed
from glossary.errors import UsageError
from glossary.model import KO_CN, KO_KR

if TYPE_CHECKING:
    from glossary.workflow.reading import Reading

_NOTHING = 1


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("read", help=help_text("help-read"))(read)


def read(
    texts: Annotated[list[str], typer.Argument(metavar="HANZI...", help=help_text("help-hanzi"))],
    kind: Annotated[str, typer.Option("--as", metavar="KIND", help=help_text("help-as"))] = "",
    json: Annotated[bool, typer.Option("--json", help=help_text("help-json"))] = False,
) -> int:
    """Read Chinese in Korean."""
    from glossary.workflow import reading

    console = Console(json=json)
    if kind not in ("", *reading.KINDS):
        known = ", ".join(reading.KINDS)
        raise UsageError("value-unknown", field="--as", value=kind, known=known)
    given = [line.strip() for line in sys.stdin] if texts == ["-"] else texts
    found = [reading.read(as_typed(text), kind) for text in given if text.strip()]
    if json:
        console.document([_document(each) for each in found])
    else:
        _show(console, found)
    return 0 if any(each.chinese or each.korean for each in found) else _NOTHING


def _document(each: Reading) -> dict[str, object]:
    document: dict[str, object] = {"hanzi": each.hanzi, KO_CN: each.chinese, KO_KR: each.korean}
    others = {"person": each.person, "place": each.place, "foreign": each.foreign}
    others["class"] = each.known
    return document | {name: value for name, value in others.items() if value}


def _show(console: Console, found: list[Reading]) -> None:
    codes = (
        "column-hanzi",
        "variety-ko-CN",
        "variety-ko-KR",
        "column-transcribed",
        "column-remark",
    )
    rows = [[console.say(code) for code in codes]]
    for each in found:
        names = dict.fromkeys(filter(None, (each.person, each.place)))
        shown = [" · ".join(texts) for texts in (each.chinese, each.korean, names)]
        rows.append([each.hanzi, *shown, _remark(console, each)])
    console.table(rows)


def _remark(console: Console, each: Reading) -> str:
    if each.known:
        return console.say(f"person-{each.known}")
    return console.say(f"foreign-{each.foreign}") if each.foreign else ""
