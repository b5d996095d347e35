"""One of several, found by typing a part of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from glossary.language.fold import plain_key
from tui.screens.page import Bench, Dialog
from tui.widgets.line_input import LineInput
from tui.widgets.shown import one_line

_MOST = 500


class Choose(Dialog[str | None]):
    """A choice of (value, what people read); the value comes back, None for Esc."""

    def __init__(self, bench: Bench, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(bench)
        self._title, self._choices = title, choices
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the choices."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._title, "bold"), classes="title")
            yield LineInput(id="part", compact=True)
            yield OptionList(id="choices")

    def on_mount(self) -> None:
        """All choices, the first one ready."""
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what holds the part that was typed."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Take the choice that is ready."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._shown[place])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one clicked on."""
        self.dismiss(self._shown[event.option_index])

    def on_key(self, event: object) -> None:
        """Move among the choices from the line."""
        key = getattr(event, "key", "")
        choices = self.query_one(OptionList)
        if self.query_one(LineInput).has_focus and key in ("up", "down"):
            choices.action_cursor_up() if key == "up" else choices.action_cursor_down()

    def _narrow(self, part: str) -> None:
        wanted = plain_key(part)
        found = [each for each in self._choices if wanted in plain_key(each[1])][:_MOST]
        self._shown = [value for value, _ in found]
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options([Option(one_line(said)) for _, said in found])
        choices.highlighted = 0 if found else None
