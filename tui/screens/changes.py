"""What was done: to one concept, with the differences, and to the whole file."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from glossary.errors import DatabaseError
from glossary.model import BatchRecord, Change, Concept, Term
from glossary.store.batches import Contents
from glossary.workflow.plan import differences
from glossary.workspace import Workspace
from tui.keys import HISTORY
from tui.screens.confirm import Confirm
from tui.screens.page import Bench, Dialog, Page
from tui.voice import pos_name, say, status_name, variety_name
from tui.widgets.shown import one_line, shown

_MOST = 500
_FIELDS = ("domain", "definition", "note")


class ConceptHistory(Dialog[None]):
    """Everything that happened to a concept, the latest first."""

    def __init__(self, bench: Bench, uid: str) -> None:
        super().__init__(bench)
        self._uid = uid

    def compose(self) -> ComposeResult:
        """Title and text."""
        with Vertical(classes="dialog large"):
            title = say("tui-history-of", uid=self._uid)
            yield Static(Content.styled(title, "bold"), classes="title")
            with VerticalScroll(classes="body"):
                yield Static(id="changes")

    def on_mount(self) -> None:
        """Read it."""
        self.query_one(VerticalScroll).focus()
        self.attempt("read", self._read)

    async def _read(self) -> None:
        uid = self._uid
        found = await self.session.read(lambda workspace: workspace.history.of(uid))
        parts = [_change(each) for each in reversed(found)]
        self.query_one("#changes", Static).update(Content("\n\n").join(parts))


class HistoryPage(Page):
    """The batches of the file, of which any can be undone."""

    PLACES = (HISTORY,)

    def compose(self) -> ComposeResult:
        """A list of batches."""
        yield Static(Content.styled(say("tui-history"), "bold"), classes="title")
        yield OptionList(id="batches")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read them."""
        self._batches: tuple[BatchRecord, ...] = ()
        options = self.query_one(OptionList)
        # The page has Enter, and its footer says for what; the list would hide it there.
        options._bindings.key_to_bindings.pop("enter", None)
        options.focus()
        self.attempt("read", self.refreshed)

    async def refreshed(self) -> None:
        """Read the batches again."""

        def read(workspace: Workspace) -> tuple[tuple[BatchRecord, ...], dict[int, Contents]]:
            batches = workspace.history.batches(_MOST)
            return batches, workspace.history.contents(each.number for each in batches)

        self._batches, contents = await self.session.read(read)
        options = self.query_one(OptionList)
        place = options.highlighted
        options.clear_options()
        options.add_options(
            [Option(described(each, contents[each.number])) for each in self._batches]
        )
        if self._batches:
            options.highlighted = min(place or 0, len(self._batches) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click asks whether to undo."""
        self._ask(self._batches[event.option_index])

    def action_undo_batch(self) -> None:
        """Ask whether to undo the batch that is chosen."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._ask(self._batches[place])

    def _ask(self, batch: BatchRecord) -> None:
        self.attempt("write", self._undo, batch)

    async def _undo(self, batch: BatchRecord) -> None:
        number = batch.number
        contents = await self.session.read(lambda workspace: workspace.history.contents([number]))
        about = described(batch, contents[number])
        ask = Confirm(self.bench, say("tui-undo-ask"), about, say("tui-undo"))
        if not await self.app.push_screen_wait(ask):
            return
        try:
            await self.session.write(lambda workspace: workspace.history.undo(number, "undo"))
        except DatabaseError as error:
            if error.code != "undo-conflict":
                raise
            later = say("tui-undo-later", later=error.fields["later"])
            ask = Confirm(self.bench, later, about, say("tui-undo-all"))
            if not await self.app.push_screen_wait(ask):
                return
            await self.session.write(
                lambda workspace: workspace.history.undo(number, "undo", with_later=True)
            )
        self.tell(say("tui-undone", number=number))
        self.bench.written()


def described(batch: BatchRecord, contents: Contents) -> Content:
    """A batch in one line: number, time, command, what it was about, whether it still stands."""
    about = " · ".join(contents.texts) or ", ".join(contents.sets)
    if contents.concepts > 1:
        about = say("remark-more", first=about, more=contents.concepts - 1)
    notes = []
    if batch.installs:
        notes.append(say("remark-installs", name=batch.installs))
    if batch.undoes:
        notes.append(say("remark-undoes", number=batch.undoes))
    if batch.undone_by:
        notes.append(say("remark-undone", number=batch.undone_by))
    style = "dim" if batch.undone_by else ""
    said = " ".join([batch.command, *(f"({note})" for note in notes), about])
    head = Content.styled(f"{batch.number:>5}  {batch.at[:16].replace('T', ' ')}  ", "dim")
    return head.append(one_line(said, style))


def _change(change: Change) -> Content:
    at = change.at[:16].replace("T", " ")
    head = say("tui-change", batch=change.batch, at=at, command=change.command, set=change.set)
    before, after = (each or Concept("") for each in (change.before, change.after))
    lines = [Content.styled(head, "bold")]
    for name in differences(before, after):
        lines += _difference(name, before, after)
    return Content("\n").join(lines)


def _difference(name: str, before: Concept, after: Concept) -> Iterator[Content]:
    """What was and what is, each line with its sign: colour only says it again."""
    if name in _FIELDS:
        label, old, new = say(f"field-{name}"), [getattr(before, name)], [getattr(after, name)]
    elif name == "merged_into":
        label, old, new = say("field-merged"), [before.merged_into], [after.merged_into]
    elif name == "examples":
        label = say("tui-examples")
        old, new = ([text for each in one.examples for _, text in each.texts]
                    for one in (before, after))  # fmt: skip
    else:
        label = variety_name(name)
        old, new = ([_term(term) for term in one.terms if term.variety == name]
                    for one in (before, after))  # fmt: skip
    yield Content(label).stylize("underline")
    for sign, style, texts, others in (("-", "$error", old, new), ("+", "$success", new, old)):
        for text in texts:
            if text and text not in others:
                yield Content.styled(f"  {sign} ", style).append(shown(text, style))


def _term(term: Term) -> str:
    pos = pos_name(term.pos) if term.pos else ""
    facts = [status_name(term.status), pos, term.note, *(each.line for each in term.citations)]
    return f"{term.text} ({', '.join(fact for fact in facts if fact)})"
