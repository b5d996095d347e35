"""The sets of the file in the order in which they are consulted, and the packs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from glossary.model import GlossarySet
from glossary.workflow import packs
from glossary.workflow.set_removal import delete_set
from glossary.workspace import Workspace
from tui.screens.ask import Ask
from tui.screens.confirm import Confirm
from tui.screens.page import Dialog
from tui.voice import language, say
from tui.widgets.shown import one_line

_BUTTONS = ("create", "rename", "raise", "lower", "lock", "delete")


class Sets(Dialog[None]):
    """A line for each set and for each pack that is not put in; buttons for what can be done."""

    def compose(self) -> ComposeResult:
        """List and buttons."""
        with Vertical(classes="dialog large"):
            yield Static(Content.styled(say("tui-sets"), "bold"), classes="title")
            yield OptionList(id="sets")
            with Horizontal(classes="buttons"):
                for name in _BUTTONS:
                    yield Button(Content(say(f"tui-sets-{name}")), id=name)

    def on_mount(self) -> None:
        """Read them."""
        self._sets: tuple[GlossarySet, ...] = ()
        self._packs: tuple[packs.Pack, ...] = ()
        self.query_one(OptionList).focus()
        self.attempt("read", self._read)

    async def _read(self) -> None:
        def read(
            workspace: Workspace,
        ) -> tuple[tuple[GlossarySet, ...], dict[str, tuple[int, int]]]:
            return workspace.sets.all(), workspace.sets.counts()

        self._sets, counts = await self.session.read(read)
        held = {each.pack for each in self._sets}
        self._packs = tuple(each for each in packs.available() if each.name not in held)
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        options.clear_options()
        options.add_options([Option(_line(each, counts.get(each.name))) for each in self._sets])
        options.add_options([Option(_offer(each)) for each in self._packs])
        options.highlighted = min(place, options.option_count - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a pack that is not here puts it in."""
        place = event.option_index - len(self._sets)
        if place >= 0:
            name = self._packs[place].name
            install = partial(packs.install, name=name, command="packs")
            self.attempt("write", self._do, install)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says with the chosen set."""
        place = self.query_one(OptionList).highlighted
        chosen = self._sets[place] if place is not None and place < len(self._sets) else None
        name = event.button.id or ""
        if name == "create":
            self.attempt("write", self._create)
        elif chosen is not None:
            self.attempt("write", self._change, name, chosen)

    async def _create(self) -> None:
        name = await self.app.push_screen_wait(
            Ask(self.bench, say("tui-sets-create"), say("tui-sets-name"))
        )
        if name:
            await self._do(lambda workspace: workspace.sets.create(name, "sets"))

    async def _change(self, how: str, chosen: GlossarySet) -> None:
        name = chosen.name
        if how == "rename":
            ask = Ask(self.bench, say("tui-sets-rename"), say("tui-sets-name"), name)
            new = await self.app.push_screen_wait(ask)
            if new:
                await self._do(lambda space: space.sets.change(name, "sets", new_name=new))
        elif how == "lock":
            locked = not chosen.read_only
            await self._do(lambda space: space.sets.change(name, "sets", read_only=locked))
        elif how == "delete":
            await self._delete(chosen)
        else:
            rank = max(chosen.rank + (1 if how == "lower" else -1), 1)
            await self._do(lambda space: space.sets.change(name, "sets", rank=rank))

    async def _delete(self, chosen: GlossarySet) -> None:
        about = one_line(chosen.name)
        ask = Confirm(self.bench, say("tui-sets-delete-ask"), about, say("tui-sets-delete"))
        if not await self.app.push_screen_wait(ask):
            return
        if chosen.pack:
            await self._do(lambda space: packs.remove(space, chosen.pack, "packs"))
        else:
            await self._do(lambda space: delete_set(space, chosen.name, "sets"))

    async def _do(self, job: Callable[[Workspace], object]) -> None:
        await self.session.write(job)
        self.bench.written()
        await self._read()


def _line(each: GlossarySet, counts: tuple[int, int] | None) -> Content:
    concepts, _ = counts or (0, 0)
    notes = []
    if each.pack:
        notes.append(say("remark-pack", name=each.pack, version=each.version))
    elif each.read_only:
        notes.append(say("remark-read-only"))
    counted = say("tui-sets-count", count=concepts)
    return one_line("  ".join([f"{each.rank:>2}", each.name, counted, *notes]))


def _offer(pack: packs.Pack) -> Content:
    title = pack.titles.get(language(), pack.title)
    return one_line(say("tui-sets-offer", name=pack.name, title=title), "dim")
