"""The commands import and export."""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer

from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.documents import to_document
from glossary.errors import InputRefused
from glossary.workflow.exchange import plan_import, run_export, run_import
from glossary.workflow.plan import OUTCOMES, REFUSED, SAME, Plan, PlannedRow, Progress, Report

_SHOWN = 20  # rows of each outcome; --json has them all
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
        if dry_run or plan.counts[REFUSED]:
            report = None
        else:
            report = run_import(workspace, plan, "import", progress(console))
    _show(console, plan, report)
    return InputRefused.exit_code if plan.counts[REFUSED] else 0


def _show(console: Console, plan: Plan, report: Report | None) -> None:
    if console.json:
        console.document(
            {
                "written": report is not None,
                "batch": (report.batch or None) if report else None,
                "set": plan.set,
                "counts": plan.counts,
                "rows": [_row_document(row) for row in plan.rows],
            }
        )
        return
    if report is None:
        _show_rows(console, plan)
    console.line(console.say("import-counts", **plan.counts))
    if report is None:
        code = "import-nothing-written" if plan.counts[REFUSED] else "import-dry-run"
        console.talk(code, refused=plan.counts[REFUSED])
    elif report.batch:
        console.line(console.say("import-done", set=report.set, batch=report.batch))
    else:
        console.line(console.say("import-unchanged"))


def _show_rows(console: Console, plan: Plan) -> None:
    names = ("line", "outcome", "terms", "reason")
    rows = [[console.say(f"column-{name}") for name in names]]
    for outcome in reversed(OUTCOMES):
        found = plan.of(outcome) if outcome != SAME else ()
        rows += [_row(console, row) for row in found[:_SHOWN]]
        if len(found) > _SHOWN:
            more = console.say("import-more", count=len(found) - _SHOWN)
            rows.append(["…", console.say(f"outcome-{outcome}"), "", more])
    if len(rows) > 1:
        console.table(rows)


def _row(console: Console, row: PlannedRow) -> list[str]:
    reason = console.say(row.code, **row.fields) if row.code else ", ".join(row.changes)
    where = f"{row.file}:{row.line}" if row.file else str(row.line)
    return [where, console.say(f"outcome-{row.outcome}"), " · ".join(row.texts), reason]


def _row_document(row: PlannedRow) -> dict[str, object]:
    document: dict[str, object] = {
        "file": row.file,
        "line": row.line,
        "outcome": row.outcome,
        "uid": row.uid or None,
        "texts": list(row.texts),
    }
    if row.code:
        document["reason"] = {"code": row.code, **row.fields}
    elif row.before is not None and row.after is not None and row.outcome != SAME:
        document["changes"] = list(row.changes)
        document["before"] = to_document(row.before)
        document["after"] = to_document(row.after)
    return document


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
