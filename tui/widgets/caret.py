"""The terminal's own cursor at the caret of a field: an input method draws what it composes there.

Textual moves the hidden cursor after a key; some terminals need it visible, and from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widgets import Input, TextArea

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


def show_cursor(field: Input | TextArea) -> None:
    """Show the terminal's cursor at the caret, once its place is known."""

    def show() -> None:
        if field.has_focus:
            field.app.cursor_position = field.cursor_screen_offset
            field.refresh()
            _write(field, _SHOW)

    field.call_after_refresh(show)


def hide_cursor(field: Input | TextArea) -> None:
    """Hide the terminal's cursor again."""
    _write(field, _HIDE)


def _write(field: Input | TextArea, sequence: str) -> None:
    driver = field.app._driver  # the only way to the terminal's cursor
    if driver is not None:
        driver.write(sequence)
        driver.flush()
