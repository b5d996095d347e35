"""A question with two answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.screens.page import Bench, Dialog
from tui.voice import say


class Confirm(Dialog[bool]):
    """Whether to do something; Enter says yes, Esc no."""

    def __init__(self, bench: Bench, question: str, about: Content, yes: str) -> None:
        super().__init__(bench)
        self._question, self._about, self._yes = question, about, yes

    def compose(self) -> ComposeResult:
        """The question, what it is about, two buttons."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._question, "bold"), classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                yield Static(self._about)
            with Horizontal(classes="buttons"):
                yield Button(Content(self._yes), id="yes", variant="primary")
                yield Button(Content(say("tui-no")), id="no")

    def on_mount(self) -> None:
        """Enter says yes."""
        self.query_one("#yes").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer."""
        self.dismiss(event.button.id == "yes")
