"""The commands import and export."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.choices import status_named
from glossary.cli.common_options import (
    Columns,
    DryRun,
    Encoding,
    Form,
    Json,
    NoHeader,
    Overwrite,
    Sheet,
    Skip,
    Tags,
)
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import InputRefused

if TYPE_CHECKING:
    from glossary.workflow.plan import Plan

_LONGEST_NAMES = 60  # characters


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    app.command("import", help=help_text("help-import"))(import_files)
    app.command("export", help=help_text("help-export"))(export)


def import_files(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=help_text("help-files"))],
    form: Form = "",
    columns: Columns = None,
    variety: Tags = None,
    encoding: Encoding = "",
    no_header: NoHeader = False,
    skip: Skip = 0,
    split: Annotated[str, typer.Option(metavar="SIGNS", help=help_text("help-split"))] = "",
    sheet: Sheet = "",
    on_duplicate: Annotated[
        str, typer.Option(metavar="HOW", help=help_text("help-on-duplicate"))
    ] = "merge",
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Take terms in from files."""
    from glossary.cli.import_report import show
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.exchange import plan_import, run_import

    console = Console(json=json)
    state: State = context.obj
    with (
        state.workspace(console, to_write=not dry_run) as workspace,
        progress(console) as report_progress,
    ):

        def planned(encoding: str) -> Plan:
            header = not no_header
            names = mapping(variety), mapping(columns)
            options = ReadOptions(
                *(*names, encoding, header, as_typed(split), as_typed(sheet), skip)
            )
            return plan_import(
                workspace,
                files,
                form=form,
                set_name=state.set_name,
                on_duplicate=on_duplicate,
                options=options,
                progress=report_progress,
            )

        plan = _confirmed(console, planned, encoding, files)
        if dry_run or plan.counts["refused"]:
            report = None
        else:
            report = run_import(workspace, plan, _command(files), report_progress)
    show(console, plan, report)
    return InputRefused.exit_code if plan.counts["refused"] else 0


def _confirmed(
    console: Console, planned: Callable[[str], Plan], encoding: str, files: list[str]
) -> Plan:
    """The plan; where an encoding is only likely, a person at the terminal is asked about it."""
    try:
        return planned(encoding)
    except InputRefused as error:
        asks = not console.json and "-" not in files and sys.stdin.isatty() and sys.stderr.isatty()
        if error.code != "encoding-likely" or not asks:
            raise
        console.error(error)
        likely = str(error.fields["encoding"])
        if not typer.confirm(console.say("encoding-ask", encoding=likely), err=True):
            raise typer.Exit(InputRefused.exit_code) from error
    return planned(likely)


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
    changed_since: Annotated[
        str,
        typer.Option("--only-changed-since", metavar="DATE|BATCH", help=help_text("help-since")),
    ] = "",
    overwrite: Overwrite = False,
) -> None:
    """Write terms into a file."""
    from glossary.workflow.exchange import run_export

    console = Console()
    state: State = context.obj
    form = form or ("csv" if output == "-" else "")
    status = status_named(console, status)
    with state.workspace(console) as workspace, progress(console) as report_progress:
        written = run_export(
            workspace,
            output,
            form,
            sets=[state.set_name] if state.set_name else [],
            domain=as_typed(domain),
            status=status,
            varieties=[each.strip() for each in varieties.split(",") if each.strip()],
            changed_since=changed_since,
            language=console.language,
            overwrite=overwrite,
            progress=report_progress,
        )
    for reason, count in written.left_out.items():
        console.talk(f"left-{reason}", count=count)
    if output != "-":
        console.talk("exported", count=written.concepts, file=output)
