"""A workbench in a test: it is typed into, waited for and read, never slept beside."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from glossary.workspace import Workspace
from tui.app import Beginning, Workbench
from tui.screens.edit import EditConcept
from tui.screens.look_up import LookUp
from tui.state import State
from tui.voice import speak
from tui.widgets.card import Card
from tui.widgets.line_input import LineInput
from tui.widgets.result_list import ResultList
from tui.widgets.term_rows import TermRows

Found = TypeVar("Found")
WIDE, NARROW = (120, 30), (80, 24)
_ROUNDS = 8  # turns of the loop in which a message that is being worked on may send another
_PATIENCE = 10.0  # seconds; only a test that fails waits so long


class Desk:
    """One running workbench and the file it works on."""

    def __init__(self, app: Workbench, pilot: Pilot[Beginning], path: Path) -> None:
        self.app, self.pilot, self.path = app, pilot, path

    async def until(self, condition: Callable[[], object], about: str = "") -> None:
        """Wait until this holds."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited in vain {about}\n{self.screen()}"
            await self.pilot.pause(0.002)

    async def type(self, text: str) -> None:
        """Type letters, Hangul too, as a terminal sends them."""
        await self.press(*text)

    async def press(self, *keys: str) -> None:
        """Press keys. (The pilot's own way also waits until the processor is idle, up to a second
        a key while another thread searches.)"""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            single = len(key) == 1
            name = _character_to_key(key) if single else key
            event = Key(name, key if single else _CHARACTERS.get(key))
            event.set_sender(self.app)
            driver.send_message(event)
            await self.pause()

    async def send(self, raw: str) -> None:
        """Send what a terminal sends, as it arrives."""
        driver = self.app._driver
        assert driver is not None
        for event in XTermParser().feed(raw):
            event.set_sender(self.app)
            driver.send_message(event)
            await self.pause()

    async def pause(self) -> None:
        """Wait until no widget has a message left, and none comes of the last ones. (The pilot's
        own way sends one to every widget, and is half of what a test costs.)"""
        quiet, end = 0, time.monotonic() + _PATIENCE
        while quiet < _ROUNDS and time.monotonic() < end:
            await asyncio.sleep(0)
            quiet = 0 if self._busy() else quiet + 1

    def _busy(self) -> bool:
        screens = self.app.screen_stack
        nodes = [self.app, *screens, *(each for one in screens for each in one.walk_children())]
        return any(node.message_queue_size for node in nodes if node.is_running)

    async def search(self, text: str) -> None:
        """Search for a text and wait for what is found."""
        line = self.app.screen.query_one("#query", LineInput)
        line.value = ""
        await self.type(text)
        await self.settled()

    async def settled(self) -> None:
        """Wait until the look-up shows what its line asks for, and the card is drawn."""
        await self.pause()
        await self.until(lambda: isinstance(self.app.screen, LookUp), "for the look-up")
        screen = self.app.screen
        assert isinstance(screen, LookUp)
        # Each key starts a search: only that for what the line says now counts.
        await self.until(
            lambda: screen._shown.is_set() and screen._list._query == screen.wanted_text(),
            "for a search",
        )
        await self.pause()
        await self.until(
            lambda: all(worker.group != "card" for worker in screen.workers), "for the card"
        )
        await self.pause()

    async def showing(self, kind: type[Widget] | str) -> None:
        """Wait for a screen of this kind."""
        if isinstance(kind, str):
            await self.until(lambda: bool(self.app.screen.query(kind)), f"for {kind}")
        else:
            await self.until(lambda: isinstance(self.app.screen, kind), f"for {kind}")
        await self.pause()

    async def said(self, part: str) -> None:
        """Wait until the workbench says something that holds this."""
        await self.until(lambda: part in self.notices(), f"for {part}")

    def notices(self) -> str:
        """What it has said and still shows."""
        return "\n".join(str(each.message) for each in self.app._notifications)

    @property
    def list(self) -> ResultList:
        """The list of the look-up."""
        return self.app.screen.query_one("#list", ResultList)

    def lines(self) -> list[str]:
        """The list as it is drawn."""
        found = self.list
        return [found.render_line(y).text.rstrip() for y in range(found.size.height)]

    def card(self) -> str:
        """The card's text."""
        return "\n".join(
            str(each.render()) for each in self.app.screen.query_one(Card).query(Static)
        )

    def text(self, selector: str) -> str:
        """The text of a Static."""
        return str(self.app.screen.query_one(selector, Static).render())

    def screen(self) -> str:
        """The whole screen as it is drawn, a line each."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        assert len(strips) <= height
        return "\n".join(strip.text[:width].rstrip() for strip in strips)

    def ask(self, question: Callable[[Workspace], Found]) -> Found:
        """What the file itself holds."""
        with Workspace(str(self.path)) as workspace:
            return question(workspace)


_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b"}


async def form(desk: Desk) -> TermRows:
    """The form, once it is filled."""
    await desk.showing(EditConcept)
    screen = desk.app.screen
    assert isinstance(screen, EditConcept)
    await desk.until(screen._filled.is_set, "for the form")
    return screen.query_one(TermRows)


Journey = Callable[[Desk], Awaitable[None]]


def at_desk(
    path: Path,
    journey: Journey,
    *,
    size: tuple[int, int] = WIDE,
    language: str = "en",
    first: bool = False,
    beginning: Beginning | None = None,
    toasts: bool = False,
) -> Beginning | None:
    """Run a journey through a workbench on this file; what it would begin again with comes back.
    What is said is drawn only with `toasts`."""

    async def run() -> Beginning | None:
        speak(language)
        if not first:
            State(str(path)).set("toured", "yes")
        app = Workbench(str(path), beginning=beginning)
        async with app.run_test(size=size, notifications=toasts) as pilot:
            desk = Desk(app, pilot, path)
            if not first and beginning is None:
                await desk.settled()
            await journey(desk)
        assert app._exception is None
        return app.return_value

    return asyncio.run(run())
