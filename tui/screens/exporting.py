"""Writing terms into a file."""

from __future__ import annotations

import os

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from glossary.formats.rows import Written
from glossary.model import STATUSES
from glossary.workflow.exchange import run_export
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace
from tui.screens.work import Work
from tui.voice import language, say, status_name
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput

_FIELDS = ("path", "sets", "domain", "varieties")


class Export(Work):
    """The format is told by the file's name, as `glossary export` does it."""

    NAME = "export"
    BUTTONS = ("export",)

    def fields(self) -> ComposeResult:
        """The file, and which concepts go into it."""
        for name in _FIELDS:
            with Horizontal(classes="row"):
                yield Static(say(f"tui-export-{name}"), classes="label", markup=False)
                hint = say(f"tui-export-hint-{name}")
                yield LineInput(placeholder=hint, id=name, compact=True)
        with Horizontal(classes="row"):
            yield Static(say("tui-filter-status"), classes="label", markup=False)
            values = [
                ("", say("tui-filter-any")),
                *((each, status_name(each)) for each in STATUSES),
            ]
            yield Choice(values, id="status")
        with Horizontal(classes="row"):
            yield Static(say("tui-export-there"), classes="label", markup=False)
            values = [("", say("tui-export-keep")), ("yes", say("tui-export-replace"))]
            yield Choice(values, id="overwrite")

    def on_mount(self) -> None:
        """The path first."""
        self.query_one("#path").focus()

    def on_input_submitted(self) -> None:
        """Enter writes."""
        self.attempt("work", self._export)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write, or stop."""
        if event.button.id == "stop":
            self.session.stop_writing()
        else:
            self.attempt("work", self._export)

    def _listed(self, name: str) -> list[str]:
        value = self.query_one(f"#{name}", LineInput).value
        return [each.strip() for each in value.split(",") if each.strip()]

    async def _export(self) -> None:
        path = os.path.expanduser(self.query_one("#path", LineInput).value.strip())
        domain = self.query_one("#domain", LineInput).value.strip()
        sets, varieties = self._listed("sets"), self._listed("varieties")
        status = self.query_one("#status", Choice).value
        overwrite = bool(self.query_one("#overwrite", Choice).value)

        def export(workspace: Workspace, report: Progress) -> Written:
            return run_export(
                workspace,
                path,
                sets=sets,
                domain=domain,
                status=status,
                varieties=varieties,
                language=language(),
                overwrite=overwrite,
                progress=report,
            )

        written = await self.run_long(export)
        lines = [say("exported", count=written.concepts, file=path)]
        lines += [say(f"left-{reason}", count=count) for reason, count in written.left_out.items()]
        self.outcome(Content.styled("\n".join(lines), "bold"))
