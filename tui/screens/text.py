"""A text to work on: its known terms marked, their concepts beside, and changing its spelling."""

from __future__ import annotations

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Footer, Static

from glossary.language.detection import detect
from glossary.language.orthography import applied, respell
from glossary.matching.recognition import Recogniser
from glossary.model import KO_CN, KO_KR, ZH_CN, Occurrence, Respelling
from glossary.workflow.matches import varieties
from glossary.workflow.term_conversion import other_korean, with_terms
from glossary.workspace import Workspace
from tui.keys import TEXT
from tui.screens.open_text import OpenText
from tui.screens.page import Page, untell
from tui.screens.review import Review
from tui.voice import say, variety_name
from tui.widgets.card import Card
from tui.widgets.text_field import TextField

_QUIET = 0.3
_LONGEST = 400_000
"""Characters of a text that are worked on at once."""


class Terms:
    """The recogniser of a session, made anew when the file has changed; only the thread that
    reads touches it."""

    def __init__(self) -> None:
        self._made: tuple[tuple[int, str], Recogniser] | None = None

    def of(self, workspace: Workspace) -> Recogniser:
        """What finds the terms of the file as it is now."""
        stamp = workspace.database.stamp()
        if self._made is None or self._made[0] != stamp:
            self._made = (stamp, workspace.recogniser())
        return self._made[1]


class TextPage(Page):
    """The text, and the card of the term at the caret."""

    PLACES = (TEXT,)

    def compose(self) -> ComposeResult:
        """Text and card."""
        with Container(id="found"):
            yield TextField(id="text")
            yield Card(id="card")
        yield Static(id="state")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The text of the last time."""
        self._terms = Terms()
        self._found: tuple[Occurrence, ...] = ()
        self._shown: Occurrence | None = None
        self._converted = ""
        self._field.put(str(self.bench.state.draft("text").get("text", "")))
        self._field.focus()
        self._say_state("")
        self.attempt("find", self._find, 0)

    def wanted_text(self) -> str:
        """What is selected."""
        return " ".join(self._field.selected_text.split())

    async def refreshed(self) -> None:
        """Find the terms again."""
        self.attempt("find", self._find, 0)

    @property
    def _field(self) -> TextField:
        return self.query_one("#text", TextField)

    def on_text_area_changed(self) -> None:
        """Find the terms of what was typed or pasted, and keep it."""
        if self._converted and self._field.text != self._converted:
            self._converted = ""
            untell(self.app)  # that it was converted is undone, or undo would take back less
        self.attempt("find", self._find, _QUIET)

    def on_text_area_selection_changed(self) -> None:
        """Show the term at the caret."""
        self._show_at_caret()

    async def _find(self, quiet: float) -> None:
        await asyncio.sleep(quiet)
        text = self._field.text[:_LONGEST]
        self.bench.state.keep_draft("text", {"text": text} if text.strip() else {})

        def find(workspace: Workspace) -> tuple[str, tuple[Occurrence, ...]]:
            variety = _variety(text)
            return variety, self._terms.of(workspace).find(text, variety)

        variety, found = await self.session.read(find) if text.strip() else ("", ())
        self._found = found
        self._field.mark((each.start, each.end, "underline bold") for each in self._found)
        self._shown = None
        self._say_state(variety)
        self._show_at_caret()

    def _say_state(self, variety: str) -> None:
        said = say("tui-terms-known", count=len(self._found))
        name = variety_name(variety) if variety else ""
        self.query_one("#state", Static).update(Content(" · ".join(filter(None, (said, name)))))

    def _show_at_caret(self) -> None:
        place = self._field.place
        at = bisect_right([each.start for each in self._found], place) - 1
        if at >= 0 and place <= self._found[at].end and self._found[at] is not self._shown:
            self._shown = self._found[at]
            self.attempt("card", self._show, self._shown)

    async def _show(self, each: Occurrence) -> None:
        uids = (each.concept, *each.others)
        entry = await self.session.read(lambda workspace: workspace.terms.find(uids[0]))
        self.query_one(Card).show(entry.concept, entry.set)

    def action_term(self, step: int) -> None:
        """Go to the next term, or the previous one."""
        if not self._found:
            return
        starts = [each.start for each in self._found]
        selection = self._field.selected_text
        place = self._field.place - len(selection)
        at = bisect_right(starts, place) if step > 0 else bisect_left(starts, place) - 1
        each = self._found[at % len(self._found)]
        self._field.select_stretch(each.start, each.end)

    def action_open(self) -> None:
        """Ask for a file and open it."""
        self.attempt("open", self._open)

    async def _open(self) -> None:
        text = await self.app.push_screen_wait(OpenText(self.bench))
        if text is not None:
            self._field.change(text)
            self._field.move_cursor((0, 0))

    def action_convert(self) -> None:
        """Propose the other Korean's spelling and terms, each for review."""
        self.attempt("convert", self._convert)

    async def _convert(self) -> None:
        text = self._field.text[:_LONGEST]

        def convert(workspace: Workspace) -> tuple[str, tuple[Respelling, ...]]:
            to = KO_CN if _variety(text) == KO_KR else KO_KR
            terms = self._terms.of(workspace)
            found = terms.find(text, other_korean(to))
            return to, with_terms(text, respell(text, to), found, terms.terms, to)

        to, edits = await self.session.read(convert)
        if not edits:
            self.tell(say("tui-nothing-to-convert", variety=variety_name(to)))
            return
        accepted = await self.app.push_screen_wait(Review(self.bench, text, edits, to))
        if accepted:
            rest = self._field.text[_LONGEST:]
            self._replace(applied(text, list(accepted)) + rest, accepted)

    def _replace(self, text: str, accepted: Sequence[Respelling]) -> None:
        """Put the converted text in place, so that the field can undo it."""
        self._field.change(text)
        self._converted = self._field.text
        self.tell(say("tui-converted", count=len(accepted)))


def _variety(text: str) -> str:
    """The variety of a text: Chinese by its script, Korean by its spelling."""
    source, _ = varieties(text, "", "")
    return source if source == ZH_CN else (detect(text).variety or KO_CN)
