"""The commands import and export."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.choices import status_named
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.cli.options import as_typed
from glossary.errors import InputRefused

if TYPE_CHECKING:
    from glossary.workflow.plan import Progress

_PAUSE = 0.5  # seconds between two lines of progress
_LONGEST_NAMES = 60  # characters


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    app.command("import", help=help_text("help-import"))(import_files)
    app.command("export", help=help_text("help-export"))(export)


Json = Annotated[bool, typer.Option("--json", help=help_text("help-json"))]
Form = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help=help_text("help-format"))
]


def import_files(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=help_text("help-files"))],
    form: Form = "",
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help=help_text("help-map")),
    ] = None,
    variety: Annotated[
        list[str] | None, typer.Option(metavar="TAG=VARIETY", help=help_text("help-variety"))
    ] = None,
    encoding: Annotated[str, typer.Option(metavar="NAME", help=help_text("help-encoding"))] = "",
    on_duplicate: Annotated[
        str, typer.Option(metavar="HOW", help=help_text("help-on-duplicate"))
    ] = "merge",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("help-dry-run"))] = False,
    json: Json = False,
) -> int:
    """Take terms in from files."""
    from glossary.cli.import_report import show
    from glossary.workflow.exchange import plan_import, run_import

    console = Console(json=json)
    state: State = context.obj
    with (
        state.workspace(console, to_write=not dry_run) as workspace,
        progress(console) as report_progress,
    ):
        plan = plan_import(
            workspace,
            files,
            form=form,
            set_name=state.set_name,
            on_duplicate=on_duplicate,
            varieties=mapping(variety),
            columns=mapping(columns),
            encoding=encoding,
            progress=report_progress,
        )
        if dry_run or plan.counts["refused"]:
            report = None
        else:
            report = run_import(workspace, plan, _command(files), report_progress)
    show(console, plan, report)
    return InputRefused.exit_code if plan.counts["refused"] else 0


def _command(files: list[str]) -> str:
    """What the history says was done: the files by their names, in so far as they fit a line."""
    names = " ".join(Path(file).name for file in files)
    shown = names if len(names) <= _LONGEST_NAMES else names[: _LONGEST_NAMES - 1] + "…"
    return f"import {shown}"


def export(
    context: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-output"))
    ] = "-",
    form: Form = "",
    domain: Annotated[str, typer.Option("--domain", "-d", help=help_text("help-domain"))] = "",
    status: Annotated[str, typer.Option("--status", "-s", help=help_text("help-status"))] = "",
    varieties: Annotated[
        str, typer.Option(metavar="TAG,TAG", help=help_text("help-varieties"))
    ] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=help_text("help-overwrite"))
    ] = False,
) -> None:
    """Write terms into a file."""
    from glossary.workflow.exchange import run_export

    console = Console()
    state: State = context.obj
    form = form or ("csv" if output == "-" else "")
    status = status_named(console, status)
    with state.workspace(console) as workspace, progress(console) as report_progress:
        count = run_export(
            workspace,
            output,
            form,
            sets=[state.set_name] if state.set_name else [],
            domain=as_typed(domain),
            status=status,
            varieties=[each.strip() for each in varieties.split(",") if each.strip()],
            overwrite=overwrite,
            progress=report_progress,
        )
    if output != "-":
        console.talk("exported", count=count, file=output)


@contextmanager
def progress(console: Console) -> Iterator[Progress | None]:
    """Progress on a terminal's standard error: one line, written over, gone in the end; else none.

    The rate is that of the stage, which begins anew with its first report.
    """
    if not sys.stderr.isatty():
        yield None
        return
    began = last = time.monotonic()
    known = ""

    def show(stage: str, done: int, whole: int) -> None:
        nonlocal began, last, known
        now = time.monotonic()
        if stage != known:
            known, began = stage, now
        if now - last >= _PAUSE and now > began:
            last = now
            rate = int(done / (now - began))
            said = console.say(f"progress-{stage}", done=done, whole=whole or "?", rate=rate)
            print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
