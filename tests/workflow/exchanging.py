"""Short ways to import and export in a test."""

from __future__ import annotations

import io
from typing import Any

from glossary.model import Concept
from glossary.workflow.exchange import plan_import, run_export, run_import
from glossary.workflow.plan import Plan, Report
from glossary.workspace import Workspace


def plan(workspace: Workspace, text: str | bytes, form: str = "csv", **options: Any) -> Plan:
    data = text.encode() if isinstance(text, str) else text
    return plan_import(workspace, [("file", io.BytesIO(data))], form=form, **options)


def take_in(workspace: Workspace, text: str | bytes, form: str = "csv", **options: Any) -> Report:
    return run_import(workspace, plan(workspace, text, form, **options), "import")


def export(workspace: Workspace, form: str = "csv", **options: Any) -> bytes:
    stream = io.BytesIO()
    run_export(workspace, stream, form, **options)
    return stream.getvalue()


def outcomes(found: Plan) -> list[str]:
    return [row.outcome for row in found.rows]


def concepts(workspace: Workspace) -> list[Concept]:
    """Everything a person sees."""
    return [entry.concept for page in workspace.terms.pages() for entry in page]


def fill(workspace: Workspace, *wanted: Concept, set_name: str = "mine") -> int:
    """Write concepts as they are, in one batch."""
    with workspace.database.write("fill") as batch:
        workspace.terms.write(batch, workspace.sets.find(set_name)[0], wanted)
    return batch.number


def texts(concept: Concept) -> dict[str, list[str]]:
    """The terms of each variety, a status that is not preferred behind the text."""
    found: dict[str, list[str]] = {}
    for term in concept.terms:
        status = "" if term.status == "preferred" else f" {term.status}"
        found.setdefault(term.variety, []).append(term.text + status)
    return found
