"""What every screen has: the session, its keys, work in the background that ends in a sentence
when it fails, and the clipboard.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from textual.app import App
from textual.binding import BindingsMap
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from glossary.errors import MalmoiError
from tui.clipboard import copied_by_system
from tui.keys import USUAL, bindings
from tui.session import Session
from tui.state import State
from tui.voice import say, told

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Bench:
    """What all screens of one workbench share; `written` is to be called after each write."""

    session: Session
    state: State
    preset: str = USUAL
    written: Callable[[], None] = field(default=lambda: None)


def begin(
    node: DOMNode, job: Callable[[], Coroutine[Any, Any, object]], group: str, *, alone: bool = True
) -> None:
    """Do a job in the background, as long as the node is there."""
    kept = partial(_while_open, node, job)
    node.run_worker(kept, group=group, exclusive=alone)  # type: ignore[arg-type]  # mypy cannot tell which of its three forms


async def _while_open(node: DOMNode, job: Callable[[], Coroutine[Any, Any, object]]) -> None:
    try:
        await job()
    except NoMatches:
        if not is_closing(node):  # else there is nothing left to show it on
            raise


def is_closing(node: DOMNode) -> bool:
    """Whether this screen, or all of the workbench, is being closed."""
    return node._pruning or node.app._exit or not node.app.is_running


def tell(app: App[Any], said: str) -> None:
    """Say what was done; what was said before of that kind may hold no longer, and goes."""
    untell(app)
    app.notify(said, markup=False, timeout=4)


def untell(app: App[Any]) -> None:
    """Take away what is said to be done. Failures stay."""
    for each in tuple(app._notifications):  # Textual's own way takes all of them away
        if each.severity == "information":
            app._unnotify(each)


class Desk(Screen[Outcome]):
    """A page or a dialog: whoever works in the background."""

    PLACES: tuple[str, ...] = ()
    """The places of the table of keys whose keys work here."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        own = [bindings(place, bench.preset, say) for place in self.PLACES]
        # Its own first: a form says in its footer what Esc does, a plain dialog does not.
        self._bindings = BindingsMap.merge([*own, self._bindings])

    @property
    def session(self) -> Session:
        """The opened glossary."""
        return self.bench.session

    def attempt(
        self,
        group: str,
        work: Callable[..., Coroutine[Any, Any, None]],
        *arguments: Any,
        alone: bool = True,
        **named: Any,
    ) -> None:
        """Do something in the background; `alone` stops what is under way in the same group. A
        failure is told, and ends nothing else."""
        # A function, not a coroutine: of those that a newer one replaces many never begin.
        begin(self, partial(self._told, partial(work, *arguments, **named)), group, alone=alone)

    async def _told(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except MalmoiError as error:
            if error.code != "interrupted":
                self.fail(told(error))

    def fail(self, said: str) -> None:
        """Say what went wrong; what is said already is not said twice."""
        for each in tuple(self.app._notifications):
            if each.message == said:
                self.app._unnotify(each)
        self.app.notify(said, severity="error", markup=False, timeout=10)

    def tell(self, said: str) -> None:
        """Say what was done, and no longer what was done before."""
        tell(self.app, said)

    async def copy(self, text: str) -> None:
        """Put a text on the clipboard, and say so."""
        if not await asyncio.to_thread(copied_by_system, text):
            self.app.copy_to_clipboard(text)
        self.tell(say("tui-copied", text=text[:60]))


class Page(Desk[None]):
    """A whole screen."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    async def refreshed(self) -> None:
        """The file has changed: show it as it is now."""

    def wanted_text(self) -> str:
        """The text a new entry would begin with."""
        return ""


class Dialog(Desk[Outcome], ModalScreen[Outcome]):
    """A screen in front of another, which it gives an answer."""

    BINDINGS = [("escape", "leave", "")]

    async def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
