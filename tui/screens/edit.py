"""A concept in a form: adding one, or changing one in place.

What is typed is kept as a draft until it is saved or thrown away, so that nothing is lost when
the terminal closes. Esc closes the form and keeps the draft.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, Static

from glossary.errors import NotFound, UsageError
from glossary.model import Concept
from glossary.store.termbase import Entry
from glossary.workflow.entering import Entered, listed, new_concept, rewritten
from glossary.workflow.proposing import Proposal, proposals, variety_of
from glossary.workspace import Workspace
from tui.keys import FORM
from tui.screens.confirm import Confirm
from tui.screens.page import Bench, Dialog
from tui.voice import say, told, variety_name
from tui.widgets.line_input import LineInput
from tui.widgets.shown import one_line
from tui.widgets.term_rows import TermRows
from tui.widgets.text_field import TextField

_LINE, _LONG = ("domain",), ("definition", "note")
_FIELDS = (*_LINE, *_LONG)
_QUIET = 0.25
"""Seconds without a key after which proposals and like concepts are looked for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new entry begins with: a text whose variety is still to be told, or terms."""

    text: str = ""
    terms: tuple[tuple[str, str], ...] = ()


class EditConcept(Dialog[str]):
    """The form; the uid of what was saved comes back, None for Esc."""

    PLACES = (FORM,)

    def __init__(self, bench: Bench, uid: str = "", *, draft: Draft | None = None) -> None:
        super().__init__(bench)
        self._uid, self._draft = uid, draft or Draft()
        self._concept = Concept("")
        self._proposed: tuple[Proposal, ...] = ()
        self._like: tuple[Entry, ...] = ()
        self._filled = asyncio.Event()

    def compose(self) -> ComposeResult:
        """Terms by variety, the fields of the concept, what is proposed."""
        title = say("tui-edit" if self._uid else "tui-add")
        with Vertical(classes="dialog form"):
            with Horizontal(classes="title"):
                yield Static(Content.styled(title, "bold"), id="what")
                yield Static(id="into", markup=False)
            with VerticalScroll(classes="body", can_focus=False):
                yield TermRows(id="terms")
                with Horizontal(classes="row"):
                    yield Static(say("field-domain"), classes="label", markup=False)
                    yield LineInput(id="domain", compact=True)
                for name in _LONG:
                    with Horizontal(classes="long row"):
                        yield Static(say(f"field-{name}"), classes="label", markup=False)
                        yield TextField(id=name)
            yield Static(id="proposed")
            yield Static(id="like")
            with Horizontal(classes="buttons"):
                yield Button(Content(say("tui-save")), id="save", variant="primary")
                yield Button(Content(say("tui-throw-away")), id="away")
            yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Fill the form."""
        self.attempt("fill", self._fill)

    async def _fill(self) -> None:
        kept = self.bench.state.draft(self._kind)
        if self._uid:
            uid = self._uid
            entry = await self.session.read(lambda workspace: workspace.terms.find(uid))
            self._concept = entry.concept
        self.query_one("#into", Static).update(await self.session.read(self._into))
        terms = [Entered(*each) for each in self._were]
        fields = {name: str(getattr(self._concept, name)) for name in _FIELDS}
        if not self._uid:
            terms = await self._begun()
        if kept and (self._uid or not terms or kept.get("from") == self._draft.text):
            terms = [Entered(*map(str, each)) for each in kept.get("terms", ())]
            fields = {name: str(kept.get(name, "")) for name in _FIELDS}
            self.tell(say("tui-draft-found"))
        await self.query_one("#terms", TermRows).fill(terms)
        self.query_one("#domain", LineInput).value = fields["domain"]
        for name in _LONG:
            self.query_one(f"#{name}", TextField).put(fields[name])
        self.query_one("#terms", TermRows).focus_first(empty=not self._uid)
        self._filled.set()
        self._look()

    def _into(self, workspace: Workspace) -> Content:
        """The set that is written to: one's own in the place of a read-only one."""
        own = workspace.terms.find(self._uid).set if self._uid else ""
        try:
            if own and not workspace.sets.find(own)[1].read_only:
                return one_line(say("tui-of-set", set=own))
            home = workspace.terms.home()[1].name
        except UsageError as error:
            return one_line(told(error), "bold $error")
        return one_line(say("tui-of-set", set=f"{own} → {home}" if own else home))

    async def _begun(self) -> list[Entered]:
        """The terms of a new entry."""
        if self._draft.terms:
            return [Entered(variety, text) for variety, text in self._draft.terms]
        text = self._draft.text
        if not text:
            return []
        variety = await self.session.read(lambda _: variety_of(text))
        return [Entered(variety, text)]

    @property
    def _were(self) -> list[list[str]]:
        return [
            [each.variety, each.text, each.status, each.uid, each.pos]
            for each in self._concept.terms
        ]

    @property
    def _kind(self) -> str:
        return f"edit:{self._uid}" if self._uid else "add"

    def _typed(self) -> dict[str, Any]:
        rows = self.query_one("#terms", TermRows).entered()
        terms = [[each.variety, each.text, each.status, each.uid, each.pos] for each in rows]
        return {"terms": terms, **self._fields(), "from": self._draft.text}

    def _fields(self) -> dict[str, str]:
        long = {name: self.query_one(f"#{name}", TextField).text for name in _LONG}
        return {"domain": self.query_one("#domain", LineInput).value, **long}

    def on_input_changed(self) -> None:
        """Keep the draft, and look again at what is proposed."""
        self._look()

    def on_text_area_changed(self) -> None:
        """The same for what is typed into the long fields."""
        self._look()

    def on_term_rows_status_changed(self) -> None:
        """Keep the draft."""
        self._look()

    def _look(self) -> None:
        if self._filled.is_set():
            self.attempt("think", self._think)

    async def _think(self) -> None:
        """After a moment's quiet: keep the draft, find proposals and like concepts."""
        await asyncio.sleep(_QUIET)
        self.bench.state.keep_draft(self._kind, self._typed())
        rows = self.query_one("#terms", TermRows).entered()
        terms = tuple((each.variety, each.text) for each in rows)
        self._proposed = await self.session.read(lambda workspace: proposals(workspace, terms))
        self._like = await self.session.read(lambda workspace: _alike(workspace, rows, self._uid))
        self.query_one("#proposed", Static).update(_proposed(self._proposed))
        self.query_one("#like", Static).update(_like(self._like))

    async def action_take(self) -> None:
        """Enter the likeliest proposal of each variety that has none."""
        first: dict[str, Proposal] = {}
        for each in self._proposed:
            first.setdefault(each.variety, each)
        await self.query_one("#terms", TermRows).put(
            [(each.variety, each.text) for each in first.values()]
        )
        self._look()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save, or throw the draft away."""
        if event.button.id == "save":
            self.action_save()
        else:
            self._filled.clear()
            self.workers.cancel_group(self, "think")
            self.bench.state.keep_draft(self._kind, {})
            self.dismiss(None)

    def action_save(self) -> None:
        """Save, asking first where there is a like concept."""
        self.attempt("write", self._save)

    async def action_leave(self) -> None:
        """Close; what is typed stays as a draft."""
        if self._filled.is_set():
            typed = self._typed()
            changed = typed["terms"] != self._were or any(
                typed[name] != getattr(self._concept, name) for name in _FIELDS
            )
            self.bench.state.keep_draft(self._kind, typed if changed else {})
            if changed:
                self.tell(say("tui-draft-kept"))
        self.dismiss(None)

    async def _save(self) -> None:
        await self._filled.wait()  # who saves at once means what the form is about to show
        rows = self.query_one("#terms", TermRows).entered()
        fields = self._fields()
        if not self._uid:
            like = await self.session.read(lambda workspace: _alike(workspace, rows, ""))
            ask = Confirm(
                self.bench, say("tui-like-ask"), _like(like), say("tui-save-all-the-same")
            )
            if like and not await self.app.push_screen_wait(ask):
                return
        uid = self._uid
        entry = await self.session.write(lambda workspace: _written(workspace, uid, rows, fields))
        self.workers.cancel_group(self, "think")
        self.bench.state.keep_draft(self._kind, {})
        code = "tui-saved" if self._uid else "tui-added"
        self.tell(say(code, terms=listed(entry.concept)[:80], set=entry.set))
        self.bench.written()
        self.dismiss(entry.concept.uid)


def _written(
    workspace: Workspace, uid: str, rows: Sequence[Entered], fields: dict[str, str]
) -> Entry:
    if uid:
        return workspace.terms.revise(
            uid, lambda concept: rewritten(concept, rows, **fields), "edit"
        ).after
    return workspace.terms.put(rewritten(Concept(""), rows, **fields), "add")


def _alike(workspace: Workspace, rows: Sequence[Entered], uid: str) -> tuple[Entry, ...]:
    """The concepts that are like what is typed; the one that is edited is not like itself."""
    if not rows:
        return ()
    concept = new_concept((each.variety, each.text) for each in rows)
    found = workspace.terms.alike(concept)
    try:
        own = workspace.terms.find(uid).concept.uid if uid else ""
    except NotFound:
        own = ""
    return tuple(each for each in found if each.concept.uid != own)


def _proposed(found: Sequence[Proposal]) -> Content:
    by_variety: dict[str, list[str]] = {}
    for each in found:
        said = say("tui-proposal", text=each.text, how=say(f"tui-by-{each.by}"))
        by_variety.setdefault(each.variety, []).append(said)
    lines = [
        one_line(say("labelled", label=variety_name(variety), text=", ".join(said)))
        for variety, said in by_variety.items()
    ]
    if not lines:
        return Content("")
    return Content("\n").join([Content.styled(say("tui-proposed"), "bold"), *lines])


def _like(found: Sequence[Entry]) -> Content:
    if not found:
        return Content("")
    lines = [one_line(f"{listed(each.concept)} ({each.set})") for each in found[:5]]
    return Content("\n").join([Content.styled(say("tui-like"), "bold $warning"), *lines])
