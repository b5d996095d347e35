"""A field with a few values, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_STEPS = {"right": 1, "left": -1, "space": 1, "enter": 1}


class Choice(Static, can_focus=True):
    """One of (value, what people read); Enter, Space, the arrows and a click change it."""

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(
        self,
        values: Sequence[tuple[str, str]],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002  # Textual's
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=f"choice {classes}")
        self._values = tuple(values)
        self._place = 0
        self._set(value)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._values[self._place][0]

    def put(self, value: str) -> None:
        """Choose a value, the first where it is none of them."""
        self._set(value)
        self._show()

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Choose another."""
        step = _STEPS.get(event.key, 0)
        if step:
            event.stop()
            self._step(step)

    def on_click(self) -> None:
        """Choose the next."""
        self._step(1)

    def _set(self, value: str) -> None:
        places = [place for place, (each, _) in enumerate(self._values) if each == value]
        self._place = places[0] if places else 0

    def _step(self, step: int) -> None:
        self._place = (self._place + step) % len(self._values)
        self._show()
        self.post_message(self.Changed(self))

    def _show(self) -> None:
        self.update(Content(f"[{self._values[self._place][1]}]"))
