"""Lines to type into, of which some stretches are marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import TextArea

from glossary.texts.harmless import cleaned
from tui.widgets.caret import hide_cursor, show_cursor

if TYPE_CHECKING:
    from rich.text import Text

_SCREENS = ("f6", "f7")
"""Keys that belong to the screen; bound here too they would stand first in its footer."""

Stretch = tuple[int, int, str]
"""Start and end (code points of the whole text) and the style of what is marked."""


class TextField(TextArea):
    """A text in NFC and without control or invisible characters but line breaks."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002  # Textual's
        super().__init__(cleaned_lines(text), id=id, classes=classes, compact=True)
        self.highlight_cursor_line = False
        for key in _SCREENS:
            self._bindings.key_to_bindings.pop(key, None)
        self._stretches: dict[int, list[Stretch]] = {}

    def put(self, text: str) -> None:
        """Show another text."""
        self._stretches = {}
        self.load_text(cleaned_lines(text))

    def change(self, text: str) -> None:
        """Put another text in place of what stands here; undo takes that back."""
        self.replace(cleaned_lines(text), self.document.start, self.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is left that undo or redo here could do, the keys are those of the file."""
        if action == "undo":
            return bool(self.history.undo_stack)
        if action == "redo":
            return bool(self.history.redo_stack)
        return super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether the key is typed: not where the screen has it for something that goes before."""
        own = self.screen._bindings.key_to_bindings.get(key, ())
        return not any(each.priority for each in own) and super().check_consume_key(key, character)

    def mark(self, stretches: Iterable[Stretch]) -> None:
        """Mark these stretches of the text, none reaching over a line's end, and no others."""
        starts = self._starts()
        self._stretches = {}
        for start, end, style in stretches:
            row = bisect_right(starts, start) - 1
            at = starts[row]
            self._stretches.setdefault(row, []).append((start - at, end - at, style))
        self._line_cache.clear()
        self.refresh()

    def select_stretch(self, start: int, end: int) -> None:
        """Put the selection on a stretch of the text, and bring it into sight."""
        from textual.widgets.text_area import Selection

        starts = self._starts()
        rows = [bisect_right(starts, place) - 1 for place in (start, end)]
        ends = [(row, place - starts[row]) for row, place in zip(rows, (start, end), strict=True)]
        self.selection = Selection(*ends)
        self.scroll_cursor_visible(center=True)

    @property
    def place(self) -> int:
        """Where the caret stands, in code points of the whole text."""
        row, column = self.selection.end
        return self._starts()[row] + column

    def _starts(self) -> list[int]:
        """Where each line starts in the text."""
        return list(accumulate((len(line) + 1 for line in self.document.lines), initial=0))[:-1]

    def word(self) -> str:
        """The word at the caret: what stands between spaces."""
        row, column = self.selection.end
        line = self.document.get_line(row)
        before, after = line[:column].split(" ")[-1], line[column:].split(" ")[0]
        return (before + after).strip("，。、,.?!“”\"'()（）《》")

    def get_line(self, line_index: int) -> Text:
        """A line with what is marked in it."""
        line = super().get_line(line_index)
        for start, end, style in self._stretches.get(line_index, ()):
            line.stylize(style, start, end)
        return line

    def on_focus(self) -> None:
        """Show where the caret is."""
        show_cursor(self)

    def on_blur(self) -> None:
        """Hide it again."""
        hide_cursor(self)

    def on_resize(self) -> None:
        """The caret may stand elsewhere now."""
        if self.has_focus:
            show_cursor(self)

    async def _on_paste(self, event: events.Paste) -> None:
        """What is pasted, cleaned."""
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(cleaned_lines(event.text), *self.selection)


def cleaned_lines(text: str) -> str:
    """The text with each of its lines cleaned."""
    return "\n".join(cleaned(line) for line in text.splitlines()) + "\n" * text.endswith("\n")
