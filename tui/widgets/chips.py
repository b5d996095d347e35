"""The filters of a search, each a chip that says what it lets through."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.voice import say
from tui.widgets.shown import one_line

KINDS = ("set", "domain", "status", "variety")
_LONGEST = 24


class Chip(Static):
    """One filter."""

    class Pressed(Message):
        """The chip was clicked."""

        def __init__(self, kind: str) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self, kind: str) -> None:
        super().__init__(id=f"chip-{kind}", classes="chip")
        self.kind = kind
        self.set_value("")

    def set_value(self, value: str) -> None:
        """Show what the filter lets through; nothing stands for everything."""
        label = say(f"tui-filter-{self.kind}")
        text = value[:_LONGEST] or say("tui-filter-any")
        self.set_class(bool(value), "-on")
        self.update(one_line(say("labelled", label=label, text=text), "bold" if value else "dim"))

    def on_click(self) -> None:
        """Say that it was clicked."""
        self.post_message(self.Pressed(self.kind))


class Chips(Horizontal):
    """All filters in a row."""

    def compose(self) -> ComposeResult:
        """A chip for each kind of filter."""
        for kind in KINDS:
            yield Chip(kind)

    def show(self, values: Mapping[str, str]) -> None:
        """Show the filters' values, as people call them."""
        for kind in KINDS:
            self.query_one(f"#chip-{kind}", Chip).set_value(values.get(kind, ""))
