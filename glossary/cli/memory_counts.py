"""The command `tm stats`: what memories hold."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from glossary.cli.common_options import Json, Memories
from glossary.cli.console import Console
from glossary.cli.context import State
from glossary.cli.options import as_typed
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from glossary.store.unit_statistics import MemoryCounts


def stats(
    context: typer.Context,
    memory: Memories = None,
    json: Json = False,
) -> None:
    """Count what memories hold."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console) as workspace:
        found = workspace.memory.counted([as_typed(each) for each in memory or []])
    if json:
        console.document([{"memory": name} | asdict(each) for name, each in found.items()])
        return
    if not found:
        console.talk("tm-none")
    for name, each in found.items():
        _show(console, name, each)


def _show(console: Console, name: str, counts: MemoryCounts) -> None:
    console.line(f"{harmless(name)}  {console.say('tm-stats-units', count=counts.units)}", "strong")
    columns = ("tm-column-variety", "tm-column-texts", "tm-column-characters", "tm-column-codes")
    rows = [
        [each.variety, f"{each.texts:,}", f"{each.characters:,}", f"{each.with_codes:,}"]
        for each in counts.varieties
    ]
    console.table([[console.say(each) for each in columns], *rows])
    columns = ("tm-column-origin", "tm-column-units", "tm-column-first", "tm-column-last")
    rows = [[each.command, f"{each.units:,}", each.first, each.last] for each in counts.origins]
    console.table([[console.say(each) for each in columns], *rows])
