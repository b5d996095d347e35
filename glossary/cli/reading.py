"""The command read: how Chinese is read in Korean, and how South Korea transcribes a name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Json
from glossary.cli.console import Console
from glossary.cli.context import help_text
from glossary.cli.options import as_typed
from glossary.errors import DatabaseError, UsageError
from glossary.model import KO_CN, KO_KR

if TYPE_CHECKING:
    from glossary.cli.context import State
    from glossary.workflow.composition import Composition
    from glossary.workflow.reading import Reading

_NOTHING = 1


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("read", help=help_text("help-read"))(read)


def read(
    context: typer.Context,
    texts: Annotated[list[str], typer.Argument(metavar="HANZI...", help=help_text("help-hanzi"))],
    kind: Annotated[str, typer.Option("--as", metavar="KIND", help=help_text("help-as"))] = "",
    json: Json = False,
) -> int:
    """Read Chinese in Korean."""
    from glossary.workflow import reading

    console = Console(json=json)
    if kind not in ("", *reading.KINDS):
        known = ", ".join(reading.KINDS)
        raise UsageError("value-unknown", field="--as", value=kind, known=known)
    given = [line.strip() for line in sys.stdin] if texts == ["-"] else texts
    found = [reading.read(as_typed(text), kind) for text in given if text.strip()]
    words = [each.hanzi for each in found if kind != reading.PERSON and not each.known]
    composed = _composed(context.obj, console, words, parts=kind != reading.PLACE)
    if json:
        console.document([_document(each, composed.get(each.hanzi)) for each in found])
    else:
        _show(console, found, composed)
    return 0 if any(each.chinese or each.korean for each in found) else _NOTHING


def _composed(
    state: State, console: Console, words: list[str], *, parts: bool
) -> dict[str, Composition]:
    """What the user's glossary has for words, or makes of them by their `parts`; one that cannot
    be read is no reason to read nothing."""
    from glossary.cli.opening import has_file

    if not words or not has_file(state.db):
        return {}
    from glossary.workflow.composition import compose, entry

    try:
        with state.workspace(console) as workspace:
            found = {word: entry(workspace, word) for word in words}
            if parts:
                found = {word: each or compose(workspace, word) for word, each in found.items()}
    except DatabaseError as error:
        console.talk(error.code, **error.fields)
        return {}
    return {word: each for word, each in found.items() if each is not None}


def _document(each: Reading, composed: Composition | None) -> dict[str, object]:
    document: dict[str, object] = {"hanzi": each.hanzi, KO_CN: each.chinese, KO_KR: each.korean}
    others = {"person": each.person, "place": each.place, "foreign": each.foreign}
    others["class"] = each.known
    document |= {name: value for name, value in others.items() if value}
    if composed is not None:
        document["composed"] = {
            KO_CN: composed.chinese,
            KO_KR: composed.korean,
            "parts": [
                {"hanzi": part.hanzi, KO_CN: part.chinese, KO_KR: part.korean}
                for part in composed.parts
            ],
        }
    return document


def _show(console: Console, found: list[Reading], composed: dict[str, Composition]) -> None:
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
        rows.append([each.hanzi, *shown, _remark(console, each, composed.get(each.hanzi))])
    console.table(rows)


def _remark(console: Console, each: Reading, composed: Composition | None) -> str:
    if composed is not None:
        parts = " + ".join(f"{part.hanzi} {part.chinese}" for part in composed.parts)
        return console.say(
            "read-composed", ko_cn=composed.chinese, ko_kr=composed.korean, parts=parts
        )
    if each.known:
        return console.say(f"person-{each.known}")
    return console.say(f"foreign-{each.foreign}") if each.foreign else ""
