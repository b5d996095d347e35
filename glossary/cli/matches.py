"""The commands that look into memories: match and concordance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Json, Jsonl, Memories
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.options import MATCH, MatchOptions, as_typed, option
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from glossary.errors import NotFound
    from glossary.store.units import StoredUnit

_NOTHING = 1
_AROUND = 30  # characters shown on either side of what was looked for


def register(tm: typer.Typer) -> None:
    """Put these commands into the group."""
    tm.command("match", help=help_text("help-tm-match"))(match)
    tm.command("concordance", help=help_text("help-tm-concordance"))(concordance)


def match(
    context: typer.Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help=help_text("help-tm-match-text"))
    ],
    source: Annotated[
        str,
        typer.Option(
            *option(MATCH, "source").flags, metavar="VARIETY", help=help_text("help-tm-source")
        ),
    ] = "",
    target: Annotated[
        str,
        typer.Option(
            *option(MATCH, "target").flags, metavar="VARIETY", help=help_text("help-tm-target")
        ),
    ] = "",
    minimum: Annotated[
        int, typer.Option(*option(MATCH, "minimum").flags, help=help_text("help-tm-min"))
    ] = 70,
    limit: Annotated[
        int, typer.Option(*option(MATCH, "limit").flags, help=help_text("help-limit"))
    ] = 10,
    before: Annotated[
        str | None,
        typer.Option(
            *option(MATCH, "before").flags, metavar="TEXT", help=help_text("help-tm-before")
        ),
    ] = None,
    after: Annotated[
        str | None,
        typer.Option(
            *option(MATCH, "after").flags, metavar="TEXT", help=help_text("help-tm-after")
        ),
    ] = None,
    memory: Memories = None,
    json: Json = False,
    jsonl: Jsonl = False,
) -> int:
    """Find the units that are near a text."""
    from glossary.cli import match_up

    state: State = context.obj
    words = (source, target, minimum, limit, before, after, json, jsonl)
    return match_up.run(
        MatchOptions(tuple(text), *words),
        db=state.db,
        memories=[as_typed(each) for each in memory or []],
    )


def concordance(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_text("help-tm-words"))],
    variety: Annotated[
        str, typer.Option("--in", metavar="VARIETY", help=help_text("help-tm-in"))
    ] = "",
    across: Annotated[bool, typer.Option("--across", help=help_text("help-tm-across"))] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=0, help=help_text("help-limit"))
    ] = 20,
    skip: Annotated[int, typer.Option(metavar="N", min=0, help=help_text("help-tm-skip"))] = 0,
    memory: Memories = None,
    json: Json = False,
) -> int:
    """Show words in their context."""
    from glossary.workflow.held_varieties import absent
    from glossary.workflow.matches import varieties

    console = Console(json=json)
    state: State = context.obj
    wanted = as_typed(text)
    source, _ = varieties(wanted, variety, "")
    names = [as_typed(each) for each in memory or []]
    with state.workspace(console) as workspace:
        found = workspace.memory.concordance(
            wanted, source, limit + (limit > 0), skip=skip, folded=across, memories=names
        )
        memories = {row: each.name for row, each in workspace.memory.memories.by_id().items()}
        if not found:
            held = skip and len(
                workspace.memory.concordance(wanted, source, 0, folded=across, memories=names)
            )
            missing = absent(workspace, [source], names) if variety else None
    more = bool(limit) and len(found) > limit
    found = found[: limit or None]
    if json:
        console.document([_unit_document(each, memories) for each in found])
    else:
        _show_lines(console, found, wanted, source)
    if not found:
        _tell_nothing(console, wanted, held, missing)
    elif more:
        console.talk("tm-concordance-more", skip=skip + limit)
    return 0 if found else _NOTHING


def _tell_nothing(console: Console, wanted: str, held: int, missing: NotFound | None) -> None:
    """Say why there is nothing: all of so many were passed over, or no unit is in the variety."""
    if held:
        console.talk("tm-concordance-end", count=held, text=wanted)
    elif missing:
        console.error(missing)
    else:
        console.talk("tm-concordance-nothing", text=wanted)


def _unit_document(each: StoredUnit, memories: dict[int, str]) -> dict[str, object]:
    texts = [{"variety": text.variety, "text": text.text} for text in each.unit.texts]
    return {"unit": each.unit.uid, "memory": memories[each.memory], "texts": texts}


def _show_lines(console: Console, found: Iterable[StoredUnit], wanted: str, source: str) -> None:
    from glossary.texts.harmless import width
    from glossary.workflow.matches import stretch_of

    lines = []
    for each in found:
        place = next(
            text for text in each.unit.texts if stretch_of(text, wanted, source) is not None
        )
        start, end = stretch_of(place, wanted, source) or (0, 0)
        left = harmless(place.text[max(start - _AROUND, 0) : start])
        others = [text for text in each.unit.texts if text is not place]
        right = harmless(place.text[end : end + _AROUND])
        lines.append((left, harmless(place.text[start:end]), right, others))
    widest = max((width(left) for left, *_ in lines), default=0)
    for left, word, right, others in lines:
        room = " " * (widest - width(left))
        shown = console.styled(word, "good") if console.colour else f"[{word}]"
        console.line(f"{room}{left}{shown}{right}")
        for text in others:
            console.line(f"{' ' * widest}{text.variety} {harmless(text.text)}", "dim")
