"""The command tui, which starts the workbench."""

from __future__ import annotations

import os
import sys

import typer

from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.errors import UsageError


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("tui", help=help_text("help-tui"))(workbench)


def workbench(context: typer.Context) -> None:
    """Open the workbench."""
    console = Console()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("tui-needs-terminal")
    state: State = context.obj
    # Opened and closed again, so that a file is made, mended or refused before the screen changes.
    with state.workspace(console, to_write=True) as workspace:
        path = workspace.database.path
    from tui.app import run

    run(path, spoken=console.language, actor=os.environ.get("GLOSSARY_ACTOR") or "tui")
