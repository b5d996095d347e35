"""The command tui, which starts the workbench."""

from __future__ import annotations

import typer

from glossary.cli import start_up
from glossary.cli.context import State, help_text


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("tui", help=help_text("help-tui"))(workbench)


def workbench(context: typer.Context) -> int:
    """Open the workbench."""
    state: State = context.obj
    return start_up.run(db=state.db)
