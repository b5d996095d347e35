"""Is the file sound? And a copy of it, for when it is not."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Button

from glossary.store.backup import backup
from glossary.store.doctor import Examination
from glossary.workspace import Workspace
from tui.screens.ask import Ask
from tui.screens.work import Work
from tui.voice import say


class Doctor(Work):
    """Examine, repair what can be derived, copy the whole file."""

    NAME = "doctor"
    BUTTONS = ("examine", "repair", "backup")

    def on_mount(self) -> None:
        """Repairing comes after examining."""
        self.query_one("#repair", Button).disabled = True
        self.query_one("#examine").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        name = event.button.id
        if name == "stop":
            self.session.stop_writing()
        elif name == "backup":
            self.attempt("work", self._backup)
        else:
            self.attempt("work", self._examine, repair=name == "repair")

    async def _examine(self, *, repair: bool) -> None:
        def examine(workspace: Workspace, _: object) -> Examination:
            doctor = workspace.doctor
            return doctor.repair("doctor") if repair else doctor.examine()

        self.outcome(Content(say("tui-doctor-looks")))
        found = await self.run_long(examine)
        lines = [say(each.code, **each.fields) for each in (*found.problems, *found.repairable)]
        if found.sound:
            lines = [say("doctor-sound", concepts=found.concepts)]
        elif found.problems:
            lines.append(say("doctor-advice"))
        self.query_one("#repair", Button).disabled = not found.repairable
        self.outcome(Content("\n".join(lines)))
        if repair:
            self.bench.written()

    async def _backup(self) -> None:
        """The reader copies: it still has the file when that has lost its name."""
        ask = Ask(self.bench, say("tui-do-backup"), say("tui-path"))
        target = await self.app.push_screen_wait(ask)
        if target is None:
            return
        path = await self.session.read(lambda workspace: backup(workspace.database, target))
        self.outcome(Content(say("backed-up", path=path)))
