"""Help: the table of keys as it is in use."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.texts.harmless import width
from tui.keys import PLACES, keys, shown
from tui.screens.page import Dialog
from tui.voice import say


class Help(Dialog[None]):
    """All keys by place, in the language and the preset that are used."""

    def compose(self) -> ComposeResult:
        """Title and table."""
        with Vertical(classes="dialog large"):
            yield Static(Content.styled(say("tui-help"), "bold"), classes="title")
            with VerticalScroll(classes="body"):
                yield Static(self._table(), id="keys")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def _table(self) -> Content:
        lines = [Content(say("tui-help-intro", preset=self.bench.preset)), Content("")]
        for place in PLACES:
            lines.append(Content.styled(say(f"tui-place-{place}"), "bold underline"))
            for key in keys(self.bench.preset):
                if key.place == place:
                    names = ", ".join(map(shown, key.keys))
                    pad = " " * max(26 - width(names), 1)
                    lines.append(Content(f"  {names}{pad}{say(f'tui-key-{key.name}')}"))
            lines.append(Content(""))
        return Content("\n").join(lines)
