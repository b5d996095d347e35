"""Taking terms in from a file: what every row would do is shown before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from glossary.errors import InputRefused
from glossary.formats.rows import ReadOptions
from glossary.workflow.exchange import plan_import, run_import
from glossary.workflow.plan import (
    CHANGED,
    MERGE,
    NEW,
    ON_DUPLICATE,
    REFUSED,
    SAME,
    Plan,
    PlannedRow,
    Progress,
    Report,
)
from glossary.workspace import Workspace
from tui.screens.work import Work
from tui.voice import say, told
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput
from tui.widgets.shown import one_line

_FIELDS = ("path", "map", "variety", "encoding")
_SHOWN = 100  # rows of each outcome


class Import(Work):
    """Preview first, then the import itself, whole or not at all."""

    NAME = "import"
    BUTTONS = ("preview", "import")

    def fields(self) -> ComposeResult:
        """The file, and what it does not say of itself."""
        for name in _FIELDS:
            with Horizontal(classes="row"):
                yield Static(say(f"tui-import-{name}"), classes="label", markup=False)
                hint = say(f"tui-hint-{name}")
                yield LineInput(placeholder=hint, id=name, compact=True)
        with Horizontal(classes="row"):
            yield Static(say("tui-import-duplicates"), classes="label", markup=False)
            values = [(each, say(f"tui-duplicate-{each}")) for each in ON_DUPLICATE]
            yield Choice(values, MERGE, id="duplicates")

    def on_mount(self) -> None:
        """Nothing to import before a preview."""
        self._plan: Plan | None = None
        self.query_one("#import", Button).disabled = True
        self.query_one("#path").focus()

    def on_input_changed(self) -> None:
        """Another file, or the same read otherwise, needs another preview."""
        self._plan = None
        self.query_one("#import", Button).disabled = True

    def on_choice_changed(self) -> None:
        """So does another way with duplicates."""
        self.on_input_changed()

    def on_input_submitted(self) -> None:
        """Enter shows the preview."""
        self.attempt("work", self._preview)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Preview, import, or stop."""
        if event.button.id == "stop":
            self.session.stop_writing()
        elif event.button.id == "preview":
            self.attempt("work", self._preview)
        elif self._plan is not None:
            self.attempt("work", self._import, self._plan)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", LineInput).value.strip()

    async def _preview(self) -> None:
        path = os.path.expanduser(self._value("path"))
        options = ReadOptions(
            _pairs(self._value("variety")), _pairs(self._value("map")), self._value("encoding")
        )
        duplicates = self.query_one("#duplicates", Choice).value

        def plan(workspace: Workspace, report: Progress) -> Plan:
            return plan_import(
                workspace, [path], on_duplicate=duplicates, options=options, progress=report
            )

        try:
            found = await self.run_long(plan)
        except InputRefused as error:
            said = self._filled_in(error)
            if not said:
                raise
            self.outcome(Content.styled(said, "bold").append(f"\n{say('tui-again')}"))
            return
        self._plan = found
        self.outcome(_preview(found))
        ready = bool(found.writes) and not found.counts[REFUSED]
        self.query_one("#import", Button).disabled = not ready
        if ready:
            self.query_one("#import").focus()

    def _filled_in(self, error: InputRefused) -> str:
        """What to say of a refusal that another value in a field mends, which is put in; "" of any
        other."""
        if error.code == "encoding-likely":
            self.query_one("#encoding", LineInput).value = str(error.fields["encoding"])
            return told(error)
        column = str(error.fields.get("column", ""))
        if error.code == "column-unknown" and "," not in column and "=" not in column:
            line = self.query_one("#map", LineInput)
            parts = (each.strip() for each in line.value.split(","))
            kept = [each for each in parts if each and each.partition("=")[0].strip() != column]
            line.value = ", ".join((*kept, f"{column}=-"))
            return say("tui-column-unknown", **error.fields)
        return ""

    async def _import(self, plan: Plan) -> None:
        command = f"import {os.path.basename(self._value('path'))[:60]}"

        def carry_out(workspace: Workspace, report: Progress) -> Report:
            return run_import(workspace, plan, command, report)

        report = await self.run_long(carry_out)
        self._plan = None
        self.query_one("#import", Button).disabled = True
        said = say("tui-imported", new=report.new, changed=report.changed, set=report.set)
        self.outcome(Content.styled(said, "bold $success"))
        self.bench.written()


def _pairs(text: str) -> dict[str, str]:
    """NAME=VALUE, NAME=VALUE as a mapping; what is none is left out."""
    pairs = (each.partition("=") for each in text.split(","))
    return {name.strip(): value.strip() for name, sign, value in pairs if sign}


def _preview(plan: Plan) -> Content:
    lines = [Content.styled(say("import-counts", **plan.counts), "bold")]
    lines += [
        one_line(say("remark", where=each.remark.line or each.file, said=said))
        for each in plan.remarks
        for said in [say(each.remark.code, **each.remark.fields)]
    ]
    if plan.counts[REFUSED]:
        said = say("import-nothing-written", refused=plan.counts[REFUSED])
        lines.append(Content.styled(said, "bold $error"))
    for outcome in (REFUSED, CHANGED, NEW, SAME):
        rows = plan.of(outcome)
        lines += [_row(row) for row in rows[:_SHOWN]]
        if len(rows) > _SHOWN:
            lines.append(Content.styled(say("import-more", count=len(rows) - _SHOWN), "dim"))
    return Content("\n").join(lines)


def _row(row: PlannedRow) -> Content:
    """A row: its line, what becomes of it, its terms, and why or what it changes."""
    style = {REFUSED: "$error", NEW: "$success", CHANGED: "$warning"}.get(row.outcome, "dim")
    head = Content(f"{row.line:>6}  ").append(
        Content.styled(say(f"outcome-{row.outcome}").ljust(8), style)
    )
    reason = ", ".join(_reasons(row))
    return head.append(" ").append(one_line(" · ".join(row.texts))).append(one_line(f"  {reason}"))


def _reasons(row: PlannedRow) -> Iterator[str]:
    if row.code:
        yield say(row.code, **row.fields)
    elif row.before is not None:
        yield from row.changes
    if row.left:
        yield say("import-left-out", names=", ".join(row.left))
