"""The commands, put together: every command but a plain look-up comes through here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from glossary import __version__
from glossary.cli import (
    check,
    convert,
    exchange,
    extract,
    memory,
    reading,
    scan,
    sets,
    terms,
    upkeep,
    workbench,
)
from glossary.cli.console import streams_as_utf8
from glossary.cli.context import State, help_text
from glossary.cli.options import GLOBAL, option

app = typer.Typer(
    name="glossary",
    help=help_text("help-app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"glossary {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    db: Annotated[
        str, typer.Option(*option(GLOBAL, "db").flags, metavar="PATH", help=help_text("help-db"))
    ] = "",
    set_name: Annotated[
        str, typer.Option(*option(GLOBAL, "set").flags, metavar="NAME", help=help_text("help-set"))
    ] = "",
    debug: Annotated[
        bool, typer.Option(*option(GLOBAL, "debug").flags, help=help_text("help-debug"))
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=help_text("help-version")),
    ] = False,
) -> None:
    """Take the options that stand before every command."""
    context.obj = State(db=db, set_name=set_name)


_COMMANDS = (
    terms,
    exchange,
    scan,
    convert,
    check,
    extract,
    reading,
    memory,
    sets,
    upkeep,
    workbench,
)

for module in _COMMANDS:
    module.register(app)


def call(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; our own errors are raised, Typer's are shown."""
    streams_as_utf8()
    try:
        found: Any = app(args=list(arguments), prog_name="glossary", standalone_mode=False)
    except typer.Exit as ended:
        return ended.exit_code
    except typer.Abort:
        return 1
    except SystemExit as ended:  # so Click answers a reader that has gone
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise
    except Exception as error:
        shown = _usage_error(error)
        if shown is None:
            raise
        return shown
    return found if isinstance(found, int) else 0


def _usage_error(error: Exception) -> int | None:
    """Show an error of the command line itself (Typer brings its own copy of Click's)."""
    show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
    if show is None or not isinstance(code, int):
        return None
    show()
    return code
