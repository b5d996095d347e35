"""What an import did or would do, row by row."""

from __future__ import annotations

from dataclasses import replace

from glossary.cli.console import Console
from glossary.documents import to_document
from glossary.model import Concept
from glossary.texts.sentences import sentence
from glossary.workflow.plan import CHANGED, NEW, REFUSED, SAME, FileRemark, Plan, PlannedRow, Report

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
                "remarks": [_remark_document(each) for each in plan.remarks],
                "rows": [_row_document(row) for row in plan.rows],
            }
        )
        return
    _show_rows(console, plan if report is None else replace(plan, rows=plan.left))
    for each in plan.remarks:
        where = _where(each.file, each.remark.sheet, each.remark.line)
        console.talk(
            "remark", where=where, said=console.say(each.remark.code, **each.remark.fields)
        )
    console.line(console.say("import-counts", **plan.counts))
    if plan.left:
        console.talk("import-left", count=len(plan.left))
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
    for outcome in (REFUSED, CHANGED, NEW, SAME):
        found = sorted(plan.of(outcome), key=lambda row: not row.left)
        rows += [_row(console, row) for row in found[:_SHOWN]]
        if len(found) > _SHOWN:
            more = console.say("import-more", count=len(found) - _SHOWN)
            rows.append(["…", console.say(f"outcome-{outcome}"), "", more])
    if len(rows) > 1:
        console.table(rows)


def _row(console: Console, row: PlannedRow) -> list[str]:
    reason = console.say(row.code, **row.fields) if row.code else _changes(console, row)
    where = _where(row.file, row.sheet, row.line, row.column)
    return [where, console.say(f"outcome-{row.outcome}"), " · ".join(row.texts), reason]


def _where(file: str, sheet: str, line: int, column: str = "") -> str:
    """The place of a row, as far as there is one: file:sheet:line:column."""
    return ":".join(part for part in (file, sheet, str(line or ""), column) if part)


def _changes(console: Console, row: PlannedRow) -> str:
    """What the row changes, a text that is replaced with both values, and what is left out."""
    changes = (
        [] if row.before is None else [_change(row.before, row.after, each) for each in row.changes]
    )
    if row.left:
        changes.append(console.say("import-left-out", names=", ".join(row.left)))
    return "; ".join(changes)


def _change(before: Concept, after: Concept | None, name: str) -> str:
    old, new = (getattr(each, name, "") for each in (before, after))
    if not old or not isinstance(old, str):
        return name
    return f"{name}: {old} → {new}".replace("\n", " / ")


def _remark_document(found: FileRemark) -> dict[str, object]:
    remark = found.remark
    said = sentence(remark.code, **remark.fields)
    document = {"file": found.file, "sheet": remark.sheet, "line": remark.line}
    return {**document, "code": remark.code, **remark.fields, "sentence": said}


def _row_document(row: PlannedRow) -> dict[str, object]:
    document: dict[str, object] = {
        "file": row.file,
        **({"sheet": row.sheet} if row.sheet else {}),
        "line": row.line,
        **({"column": row.column} if row.column else {}),
        "outcome": row.outcome,
        "uid": row.uid or None,
        "texts": list(row.texts),
    }
    if row.code:
        document["reason"] = {"code": row.code, **row.fields}
    if row.left:
        document["left"] = list(row.left)
    if row.before is not None and row.after is not None and row.outcome != SAME:
        document["changes"] = list(row.changes)
        document["before"] = to_document(row.before)
        document["after"] = to_document(row.after)
    return document
