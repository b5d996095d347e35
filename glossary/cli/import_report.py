"""What an import did or would do, row by row."""

from __future__ import annotations

from glossary.cli.console import Console
from glossary.documents import to_document
from glossary.workflow.plan import OUTCOMES, REFUSED, SAME, Plan, PlannedRow, Report

_SHOWN = 20  # rows of each outcome; --json has them all


def show(console: Console, plan: Plan, report: Report | None) -> None:
    """Print a plan, and the report where it was carried out."""
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
