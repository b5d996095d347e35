"""A short tour at the first start, beside a search in the starter pack."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tui.screens.page import Bench, Dialog
from tui.voice import say

STEPS = 4


class Tour(Dialog[None]):
    """What can be done, in four paragraphs; Enter and Esc both go on to the work, and so does
    typing, which arrives where it is meant to go."""

    def __init__(self, bench: Bench, typed: Callable[[str], None]) -> None:
        super().__init__(bench)
        self._typed = typed

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

    def on_key(self, event: events.Key) -> None:
        """What is typed begins the first search."""
        if event.is_printable and event.character:
            event.stop()
            self._begin(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So does what is pasted."""
        event.stop()
        self._begin(" ".join(event.text.split()))

    def on_button_pressed(self) -> None:
        """Begin."""
        self._begin("")

    def _begin(self, text: str) -> None:
        self._typed(text)
        if self.is_current:  # a second key may come before the first one has closed this
            self.dismiss(None)
