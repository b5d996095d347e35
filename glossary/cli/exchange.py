"""The commands import and export."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.errors import InputRefused

if TYPE_CHECKING:
    from glossary.workflow.plan import Progress

_PAUSE = 0.5  # seconds between two lines of progress


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
    with state.workspace(console, to_write=not dry_run) as workspace:
        plan = plan_import(
            workspace,
            files,
            form=form,
            set_name=state.set_name,
            on_duplicate=on_duplicate,
            varieties=mapping(variety),
            columns=mapping(columns),
            encoding=encoding,
            progress=progress(console),
        )
        if dry_run or plan.counts["refused"]:
            report = None
        else:
            report = run_import(workspace, plan, "import", progress(console))
    show(console, plan, report)
    return InputRefused.exit_code if plan.counts["refused"] else 0


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
) -> None:
    """Write terms into a file."""
    from glossary.workflow.exchange import run_export

    console = Console()
    state: State = context.obj
    form = form or ("csv" if output == "-" else "")
    with state.workspace(console) as workspace:
        count = run_export(
            workspace,
            output,
            form,
            sets=[state.set_name] if state.set_name else [],
            domain=domain,
            status=status,
            varieties=[each.strip() for each in varieties.split(",") if each.strip()],
            progress=progress(console),
        )
    if output != "-":
        console.talk("exported", count=count, file=output)


def progress(console: Console) -> Progress | None:
    """Lines of progress on a terminal's standard error, one every half second; else none."""
    if not sys.stderr.isatty():
        return None
    began = last = time.monotonic()

    def show(stage: str, done: int, whole: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PAUSE:
            last = now
            rate = int(done / (now - began))
            said = console.say(f"progress-{stage}", done=done, whole=whole or "?", rate=rate)
            print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True)

    return show
