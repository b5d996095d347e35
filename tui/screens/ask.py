"""A question that is answered with a line of text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.screens.page import Bench, Dialog
from tui.widgets.line_input import LineInput


class Ask(Dialog[str | None]):
    """The line that was typed comes back, None for Esc."""

    def __init__(self, bench: Bench, title: str, hint: str, given: str = "") -> None:
        super().__init__(bench)
        self._title, self._hint, self._given = title, hint, given

    def compose(self) -> ComposeResult:
        """Title and line."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._title, "bold"), classes="title")
            yield LineInput(self._given, placeholder=self._hint, id="line", compact=True)

    def on_input_submitted(self) -> None:
        """Give the answer."""
        self.dismiss(self.query_one(LineInput).value.strip() or None)
