"""A dialog that does something long: its progress, and stopping it."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from glossary.errors import MalmoiError
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace
from tui.screens.page import Dialog, is_closing
from tui.session import stoppable
from tui.voice import say, told

Result = TypeVar("Result")
_STEP = 0.1  # seconds between two reports that are shown


class Work(Dialog[None]):
    """A form with fields, what comes of it, and buttons; one job runs at a time."""

    NAME = ""
    BUTTONS: tuple[str, ...] = ()
    """What can be done, a button each; "stop" is added."""

    def compose(self) -> ComposeResult:
        """Title, fields, outcome, progress, buttons."""
        with Vertical(classes="dialog large"):
            yield Static(Content.styled(say(f"tui-title-{self.NAME}"), "bold"), classes="title")
            yield from self.fields()
            with VerticalScroll(classes="body"):
                yield Static(id="outcome")
            yield Static(id="progress")
            with Horizontal(classes="buttons"):
                for name in self.BUTTONS:
                    yield Button(Content(say(f"tui-do-{name}")), id=name)
                yield Button(Content(say("tui-stop")), id="stop", disabled=True)

    def fields(self) -> ComposeResult:
        """The fields of the form."""
        yield from ()

    def outcome(self, content: Content) -> None:
        """Show what came of it."""
        self.query_one("#outcome", Static).update(content)

    async def run_long(self, job: Callable[[Workspace, Progress], Result]) -> Result:
        """Run a job that reports its progress and can be stopped. Raises MalmoiError; "interrupted"
        where it was stopped, with nothing left behind."""
        loop = get_running_loop()
        last = [0.0]

        def show(stage: str, done: int, whole: int) -> None:
            now = loop.time()
            if now - last[0] >= _STEP:
                last[0] = now
                said = say(f"tui-stage-{stage}", done=done, whole=whole or "?")
                loop.call_soon_threadsafe(self._say, said)

        self.query_one("#stop", Button).disabled = False
        try:
            return await self.session.write(
                lambda workspace: job(workspace, stoppable(workspace, show))
            )
        finally:
            if self.is_running:
                self.query_one("#stop", Button).disabled = True
                self._say("")

    def _say(self, said: str) -> None:
        if self.is_running:
            self.query_one("#progress", Static).update(Content(said))

    async def _told(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """A failure stays in the dialog, where the fields are that can mend it."""
        try:
            await work()
        except MalmoiError as error:
            said = say("tui-stopped") if error.code == "interrupted" else told(error)
            if not is_closing(self):
                self.outcome(Content.styled(said, "bold $error"))

    async def action_leave(self) -> None:
        """Stop what runs, and close."""
        self.session.stop_writing()
        self.dismiss(None)
