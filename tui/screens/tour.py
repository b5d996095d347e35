"""A short tour at the first start, beside a search in the starter pack."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.screens.page import Dialog
from tui.voice import say

STEPS = 4


class Tour(Dialog[None]):
    """What can be done, in four paragraphs; Enter and Esc both go on to the work."""

    def compose(self) -> ComposeResult:
        """The paragraphs."""
        steps = [say(f"tui-tour-{step}") for step in range(1, STEPS + 1)]
        with Vertical(classes="dialog"):
            yield Static(Content.styled(say("tui-tour-title"), "bold"), classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                yield Static(Content("\n\n".join(steps)))
            with Horizontal(classes="buttons"):
                yield Button(Content(say("tui-tour-begin")), id="begin", variant="primary")

    def on_mount(self) -> None:
        """Enter begins."""
        self.query_one("#begin").focus()

    def on_button_pressed(self) -> None:
        """Begin."""
        self.dismiss(None)
