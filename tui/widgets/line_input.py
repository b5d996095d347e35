"""A line to type into."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input

from glossary.texts.harmless import cleaned
from tui.widgets.caret import hide_cursor, show_cursor


class LineInput(Input):
    """An input whose value is in NFC and without control or invisible characters, whatever is
    pasted or put in."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Its width is that of the screen: a longer text moves nothing else."""

    def validate_value(self, value: str) -> str:
        """The value as it is kept."""
        return cleaned(value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret stands on the screen (Textual's own is a cell too far at the end)."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

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

    def _on_paste(self, event: events.Paste) -> None:
        """All lines of what is pasted, as one."""
        self.replace(cleaned(event.text).strip(), *sorted(self.selection))
        event.stop()
        event.prevent_default()
