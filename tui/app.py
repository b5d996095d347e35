"""The workbench: its pages, what works on all of them, and watching the file."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.binding import BindingsMap
from textual.command import CommandPalette
from textual.screen import Screen

from glossary.errors import DatabaseError, MalmoiError
from glossary.store.holder import Holder
from glossary.texts.sentences import LANGUAGES
from tui.keys import EVERYWHERE, PRESETS, USUAL, bindings, keys, shown
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.look_up import LookUp
from tui.screens.page import Bench, Dialog, Page, begin, tell
from tui.session import Session
from tui.state import State
from tui.themes import NAMES, THEMES
from tui.themes import USUAL as USUAL_THEME
from tui.voice import language, say, speak, told

if TYPE_CHECKING:
    from glossary.workflow.undoing import Step

WATCH = 1.0
"""Seconds between two looks at whether somebody else has written."""

_STARTED = 3.0
"""Seconds after which everything that stays as long as the program is there."""

_SWITCH = 0.0005
"""Seconds a thread may keep the interpreter. The one that reads gives it up at every query, and
with the usual 5 ms waits as long as ten times for the one that draws."""

# What the first screen does not show is imported when it is wanted: it would double the start.

FILES = ("import", "export", "sets", "doctor")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the workbench begins with: a language, a page, and what is searched for."""

    language: str = "en"
    page: str = "look_up"
    search: str = ""


class Workbench(App[Beginning]):
    """The application; what it returns is what to begin again with, or nothing."""

    CSS_PATH = "tui.tcss"
    TITLE = "Malmoi"

    def __init__(
        self,
        path: str,
        *,
        actor: str = "tui",
        started: Callable[[], None] = lambda: None,
        beginning: Beginning | None = None,
    ) -> None:
        super().__init__()
        self._beginning = beginning or Beginning()
        self._started = started
        self._vanished = False
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        session = Session(path, actor=actor, on_wait=self._waiting)
        state = State(session.path)
        self.bench = Bench(session, state, state.setting("keys", USUAL), self.look_again)
        own = bindings(EVERYWHERE, self.bench.preset, say)
        self._bindings = BindingsMap.merge([self._bindings, own])
        for each in THEMES:
            self.register_theme(each)
        name = state.setting("theme", USUAL_THEME)
        self.theme = name if name in NAMES else USUAL_THEME

    def on_mount(self) -> None:
        """Open the look-up, or the page to begin with, and watch the file."""
        self._look_up = LookUp(self.bench, self._beginning.search)
        self._pages["look_up"] = self._look_up
        self.install_screen(self._look_up, "look_up")
        self.push_screen(self._look_up)
        if self._beginning.page != "look_up":
            self.action_show(self._beginning.page)
        if not self.bench.state.setting("toured"):
            self.bench.state.set("toured", "yes")
            from tui.screens.tour import Tour

            self.push_screen(Tour(self.bench, self._look_up.type_on))
        self.look_again()  # what it is like before anybody writes
        self.set_interval(WATCH, self.look_again)
        self.set_timer(_STARTED, self._started)

    def on_unmount(self) -> None:
        """Close the file."""
        self.bench.session.close()

    @property
    def page(self) -> Page | None:
        """The page that is shown, perhaps behind dialogs."""
        pages = [each for each in self.screen_stack if isinstance(each, Page)]
        return pages[-1] if pages else None

    def look_again(self) -> None:
        """Show the file as it is now, where anybody has written to it."""
        begin(self, self._watch, "watch", alone=False)

    async def _watch(self) -> None:
        try:
            if await self.bench.session.changed():
                self._stale = set(self._pages)
                await self._refresh_page()
            self._vanished = False
        except DatabaseError as error:
            if error.code == "tui-vanished" and self._vanished:
                return
            self._vanished = error.code == "tui-vanished"
            if error.code != "interrupted":
                self.notify(told(error), severity="error", markup=False, timeout=10)

    async def _refresh_page(self) -> None:
        """Bring the page that is shown up to date; the others wait until they are shown."""
        names = [name for name, page in self._pages.items() if page is self.page]
        for name in names:
            if name in self._stale:
                self._stale.discard(name)
                await self._pages[name].refreshed()

    def _waiting(self, holder: Holder) -> None:
        said = say("waiting-for-writer", command=holder.command, process=holder.process)
        self.call_from_thread(self.notify, said, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the table of keys, themes, presets, languages."""
        for key in keys(self.bench.preset):
            node = self if key.place == EVERYWHERE else screen
            places = getattr(screen, "PLACES", ())
            if key.name != "palette" and (key.place == EVERYWHERE or key.place in places):
                title, about = say(f"tui-key-{key.name}"), ", ".join(map(shown, key.keys))
                yield SystemCommand(title, about, self._doing(key.action, node))
        for name in NAMES:
            title = say("tui-use-theme", name=name)
            yield SystemCommand(title, say("tui-about-theme"), self._using("theme", name))
        for name in PRESETS:
            title = say("tui-use-keys", name=name)
            yield SystemCommand(title, say("tui-about-keys"), self._using("keys", name))
        for name in LANGUAGES:
            title = say(f"tui-language-{name}")
            yield SystemCommand(title, say("tui-about-language"), self._using("language", name))

    def _doing(self, action: str, node: App[Beginning] | Screen[object]) -> Callable[[], None]:
        def do() -> None:
            begin(self, partial(self.run_action, action, node), "palette")

        return do

    def _using(self, setting: str, value: str) -> Callable[[], None]:
        def use() -> None:
            self.bench.state.set(setting, value)
            if setting == "theme":
                self.theme = value
            else:
                page = next(name for name, each in self._pages.items() if each is self.page)
                spoken = self.bench.state.setting("language", language())
                self.exit(Beginning(spoken, page, self._look_up.wanted_text()))

        return use

    def action_command_palette(self) -> None:
        """Find a command by a part of its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=say("tui-commands")))

    def action_files(self) -> None:
        """Choose what to do with files."""
        if isinstance(self.screen, Page):
            begin(self, self._files, "files")

    async def _files(self) -> None:
        choices = [(name, say(f"tui-files-{name}")) for name in FILES]
        name = await self.push_screen_wait(Choose(self.bench, say("tui-files"), choices))
        if name:
            self.push_screen(_dialog(name)(self.bench))

    def action_guide(self) -> None:
        """Show the keys."""
        from tui.screens.help import Help

        self.push_screen(Help(self.bench))

    def action_show(self, name: str) -> None:
        """Show another page, which is as it was left."""
        if isinstance(self.screen, Page):
            if name not in self._pages:
                self._pages[name] = _page(name)(self.bench)
                self.install_screen(self._pages[name], name)
            self.switch_screen(self._pages[name])
            begin(self, self._refresh_page, "watch", alone=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer leaves out the key of the page that is shown."""
        if action == "show" and self.page is not None:
            return self._pages.get(str(parameters[0])) is not self.page
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """Add an entry, which begins with what is searched for or selected."""
        from tui.screens.edit import Draft, EditConcept

        if self.page is not None and isinstance(self.screen, Page):
            self.push_screen(EditConcept(self.bench, draft=Draft(self.page.wanted_text())))

    def action_undo(self) -> None:
        """Say what would be undone, and do it when that is wanted."""
        from glossary.workflow.undoing import to_undo

        self._ask_step(to_undo, "tui-undo-ask", "tui-undo")

    def action_redo(self) -> None:
        """Say what would be done again, and do it when that is wanted."""
        from glossary.workflow.undoing import to_redo

        self._ask_step(to_redo, "tui-redo-ask", "tui-redo")

    def _ask_step(self, find: Callable[..., Step], ask: str, yes: str) -> None:
        begin(self, partial(self._step, find, ask, yes), "undo")

    async def _step(self, find: Callable[..., Step], ask: str, yes: str) -> None:
        from tui.screens.changes import described

        session = self.bench.session
        try:
            step = await session.read(find)
            about = described(step.batch, step.contents)
            if await self.push_screen_wait(Confirm(self.bench, say(ask), about, say(yes))):
                await session.write(lambda workspace: workspace.history.undo(step.number, "undo"))
                tell(self, say("tui-done"))
                self.look_again()
        except MalmoiError as error:
            self.notify(told(error), severity="error", markup=False, timeout=10)

    def _fatal_error(self) -> None:
        """A defect ends the workbench; `run` raises it, and the command line says it in one
        sentence (Textual itself would print a traceback)."""
        self._close_messages_no_wait()


def _page(name: str) -> type[Page]:
    """The page of this name; what it needs is imported when it is first shown."""
    if name == "text":
        from tui.screens.text import TextPage

        return TextPage
    if name == "memory":
        from tui.screens.memory import MemoryPage

        return MemoryPage
    from tui.screens.changes import HistoryPage

    return HistoryPage


def _dialog(name: str) -> type[Dialog[None]]:
    """The dialog of this name, imported when it is wanted."""
    if name == "import":
        from tui.screens.importing import Import

        return Import
    if name == "export":
        from tui.screens.exporting import Export

        return Export
    if name == "sets":
        from tui.screens.sets import Sets

        return Sets
    from tui.screens.doctor import Doctor

    return Doctor


def _keep() -> None:
    """What was made so far is never looked through for garbage again: that would hold up drawing
    for a tenth of a second now and then."""
    gc.enable()
    gc.freeze()


def run(path: str, *, spoken: str = "en", actor: str = "tui") -> None:
    """Open a glossary in the workbench until the user leaves it.

    Raises DatabaseError where the file cannot be opened.
    """
    sys.setswitchinterval(_SWITCH)
    beginning: Beginning | None = Beginning(spoken)
    while beginning:
        speak(State(path).setting("language", beginning.language))
        workbench = Workbench(path, actor=actor, started=_keep, beginning=beginning)
        beginning = workbench.run()
        if workbench._exception is not None:
            raise workbench._exception
