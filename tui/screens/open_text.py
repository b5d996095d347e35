"""Opening a text: the file, and its encoding where the file does not tell it."""

from __future__ import annotations

import asyncio
import os

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from glossary.errors import MalmoiError
from glossary.formats.encodings import ENCODINGS
from glossary.formats.rows import ReadOptions
from tui.screens.page import Dialog
from tui.voice import say, told
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput


class OpenText(Dialog[str | None]):
    """The text of a file comes back, None for Esc. A file that cannot be read leaves the dialog
    open, with the encoding that would read it chosen."""

    def compose(self) -> ComposeResult:
        """Title, path, encoding, and what is wrong with them."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(say("tui-open"), "bold"), classes="title")
            with Horizontal(classes="row"):
                yield Static(say("tui-import-path"), classes="label", markup=False)
                yield LineInput(placeholder=say("tui-path"), id="line", compact=True)
            with Horizontal(classes="row"):
                yield Static(say("tui-import-encoding"), classes="label", markup=False)
                own = ("", say("tui-encoding-own"))
                yield Choice([own, *((name, name) for name in ENCODINGS)], id="encoding")
            yield Static(say("tui-open-how"), id="outcome", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(Content(say("tui-open-it")), id="open", variant="primary")

    def on_input_submitted(self) -> None:
        """Read the file."""
        self.attempt("open", self._open)

    def on_button_pressed(self) -> None:
        """The same."""
        self.attempt("open", self._open)

    async def _open(self) -> None:
        path = self.query_one("#line", LineInput).value.strip()
        encoding = self.query_one("#encoding", Choice)
        if not path:
            return
        try:
            text = await asyncio.to_thread(_read, path, encoding.value)
        except MalmoiError as error:
            said = Content.styled(told(error), "bold $error")
            if error.code == "encoding-likely":
                encoding.put(str(error.fields["encoding"]))
                said = said.append(Content(f"\n{say('tui-again')}"))
            self.query_one("#outcome", Static).update(said)
        else:
            self.dismiss(text)


def _read(path: str, encoding: str) -> str:
    """The text of a file. Raises InputRefused."""
    from glossary.workflow.documents_in import whole_text

    return whole_text(os.path.expanduser(path), ReadOptions(encoding=encoding))
