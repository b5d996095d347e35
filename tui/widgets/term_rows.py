"""The terms of a concept as rows that are typed into, a few for each variety."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from glossary.model import ADMITTED, DEFAULT_VARIETIES, PARTS_OF_SPEECH, PREFERRED, STATUSES
from glossary.workflow.entering import Entered
from tui.voice import pos_name, status_name, variety_name
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput


class TermRow(Horizontal):
    """One term: its variety, its text, its part of speech, its status."""

    def __init__(self, term: Entered) -> None:
        super().__init__(classes="row")
        self.variety, self.uid = term.variety, term.uid
        self.line = LineInput(term.text, classes="term", compact=True)
        statuses = [(status, status_name(status)) for status in STATUSES]
        self.field = Choice(statuses, term.status, classes="status")
        kinds = [("", "–"), *((pos, pos_name(pos)) for pos in PARTS_OF_SPEECH)]
        self.kind = Choice(kinds, term.pos or "", classes="pos")

    def compose(self) -> ComposeResult:
        """Label, line, part of speech, status."""
        yield Static(variety_name(self.variety), classes="label", markup=False)
        yield self.line
        yield self.kind
        yield self.field

    @property
    def entered(self) -> Entered:
        """What stands in the row."""
        text = self.line.value.strip()
        return Entered(self.variety, text, self.field.value, self.uid, self.kind.value)


class TermRows(Vertical):
    """All rows, by variety; each variety has an empty row at its end."""

    class StatusChanged(Message):
        """A term has another status, or another part of speech."""

    async def fill(self, terms: Iterable[Entered]) -> None:
        """Show these terms, ours first."""
        await self.remove_children()
        terms = list(terms)
        others = dict.fromkeys(each.variety for each in terms)
        varieties = dict.fromkeys((*DEFAULT_VARIETIES, *others))
        for variety in varieties:
            own = [each for each in terms if each.variety == variety]
            await self.mount_all([TermRow(each) for each in own])
            await self._grow(variety)

    async def put(self, terms: Sequence[tuple[str, str]]) -> None:
        """Put texts into the empty rows of their varieties."""
        for variety, text in terms:
            empty = [row for row in self._of(variety) if not row.line.value.strip()]
            if empty:
                empty[0].line.value = text
            await self._grow(variety)

    def entered(self) -> tuple[Entered, ...]:
        """The rows that hold a text, in order."""
        rows = (row.entered for row in self.query(TermRow))
        return tuple(each for each in rows if each.text)

    def focus_first(self, *, empty: bool) -> None:
        """Put the cursor into the first row, or the first empty one."""
        rows = list(self.query(TermRow))
        wanted = [row for row in rows if not row.line.value] if empty else rows
        if wanted:
            wanted[0].line.focus()

    async def on_input_changed(self) -> None:
        """Each variety has an empty row at its end."""
        for variety in dict.fromkeys(row.variety for row in self.query(TermRow)):
            await self._grow(variety)

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """One preferred term a variety: another steps back to admitted."""
        event.stop()
        changed = event.choice.parent
        if not isinstance(changed, TermRow):
            return
        if changed.entered.status == PREFERRED:
            for row in self._of(changed.variety):
                if row is not changed and row.line.value and row.field.value == PREFERRED:
                    row.field.put(ADMITTED)
        self.post_message(self.StatusChanged())

    def _of(self, variety: str) -> list[TermRow]:
        return [row for row in self.query(TermRow) if row.variety == variety]

    async def _grow(self, variety: str) -> None:
        rows = self._of(variety)
        if rows and not rows[-1].line.value.strip():
            return
        taken = any(row.entered.status == PREFERRED for row in rows)
        row = TermRow(Entered(variety, "", ADMITTED if taken else PREFERRED))
        await self.mount(row, after=rows[-1] if rows else None)
