"""The screen that is open all day: a line to search in, what it finds, the concept beside it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from glossary.errors import MalmoiError, NotFound
from glossary.model import DEFAULT_VARIETIES, STATUSES, ZH_CN, Concept, Hit
from glossary.store.listing import PAGE, Listing
from glossary.store.search import Filter
from glossary.store.statistics import counted
from glossary.workspace import Workspace
from tui.keys import LOOK_UP
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.page import Bench, Page
from tui.voice import say, status_name, variety_name
from tui.widgets.card import Card
from tui.widgets.chips import KINDS, Chip, Chips
from tui.widgets.line_input import LineInput
from tui.widgets.result_list import ResultList
from tui.widgets.shown import one_line

_QUIET = 0.3
"""Seconds without a key after which the whole list is fetched and counted."""

_DRAWN = 0.5
"""Seconds in which the first list is drawn and counting it begins, before anything else is made
ready."""

_GLANCE = 0.04
"""Seconds after which the rest follows (card, state line, what is found with more work): what the
list begins with is drawn sooner alone."""

_SETTLED = 1.5
"""Seconds after which what stands in the line counts as a search to be remembered."""


class LookUp(Page):
    """Search, and everything that is done with what is found."""

    PLACES = (LOOK_UP,)

    def __init__(self, bench: Bench, search: str = "") -> None:
        super().__init__(bench)
        self._begins_with = search

    def compose(self) -> ComposeResult:
        """Line, filters, list and card, state."""
        with Horizontal(id="search"):
            hint = say("tui-search-hint")
            yield LineInput(self._begins_with, placeholder=hint, id="query", compact=True)
        yield Chips(id="chips")
        with Container(id="found"):
            yield ResultList(PAGE, id="list")
            yield Card(id="card")
        yield Static(id="state")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Everything there is, newest first."""
        self._wanted = Filter()
        self._listing = Listing(0)
        self._why_read_only = ""
        self._shown = asyncio.Event()
        self.query_one("#query").focus()
        self._search()
        self.attempt("look", self._look)

    async def refreshed(self) -> None:
        """Search again, and keep the chosen concept."""
        hit = self._list.chosen
        self._search(keep=hit.concept if hit else None)

    def wanted_text(self) -> str:
        """What stands in the search line."""
        return self.query_one("#query", LineInput).value.strip()

    def search_for(self, text: str) -> None:
        """Put a text into the search line."""
        self.query_one("#query", LineInput).value = text

    def type_on(self, text: str) -> None:
        """Put what was typed elsewhere behind what stands in the search line."""
        line = self.query_one("#query", LineInput)
        line.insert(text, len(line.value))

    @property
    def _list(self) -> ResultList:
        return self.query_one("#list", ResultList)

    async def _look(self) -> None:
        await self._shown.wait()
        await asyncio.sleep(_DRAWN)
        self._why_read_only = await self.session.why_read_only()
        # What a first search has to import and to map is ready before the first key.
        await self.session.read(lambda workspace: workspace.listings.first("가", Filter()))
        self._say_state()

    def on_input_changed(self) -> None:
        """Search for what is typed."""
        self._search()

    def on_input_submitted(self) -> None:
        """Enter opens the chosen concept."""
        self.action_edit()

    def _search(self, keep: str | None = None) -> None:
        self._shown.clear()
        self.attempt("search", self._find, self.wanted_text(), keep)

    async def _find(self, text: str, keep: str | None) -> None:
        """What begins like the query at once, then the first page; the whole list when no other
        key has followed."""
        wanted = self._wanted
        try:
            first = await self.session.read(
                lambda workspace: workspace.listings.begin(text, wanted)
            )
            # What is to be kept may be found only by the rest.
            early = keep is None or any(hit.concept == keep for hit in first)
            if first and (early or len(first) >= PAGE):
                self._show_first(text, first, keep)
                await asyncio.sleep(_GLANCE)
            if len(first) < PAGE:
                first = await self.session.read(
                    lambda workspace: workspace.listings.first(text, wanted)
                )
                chosen = self._list.chosen if self._shown.is_set() else None
                self._show_first(text, first, chosen.concept if chosen else keep)
        except MalmoiError:
            self._shown.set()
            raise
        if len(first) >= PAGE:
            await asyncio.sleep(_QUIET)
            listing = await self.session.read(lambda workspace: workspace.listings.of(text, wanted))
            self._listing = listing
            self._list.show_total(listing.total)
            self._say_state()
        await asyncio.sleep(_SETTLED)
        self.bench.state.searched(text)

    def _show_first(self, text: str, hits: tuple[Hit, ...], keep: str | None) -> None:
        """Show another list, of which pages of the last one are no part."""
        self._listing = Listing(len(hits))
        self._list.show_first(text, hits, keep=keep)
        self._shown.set()

    def on_result_list_page_wanted(self, event: ResultList.PageWanted) -> None:
        """Fetch a page that came into sight."""
        self.attempt("pages", self._page, event.number, alone=False)

    async def _page(self, number: int) -> None:
        listing = self._listing
        hits = await self.session.read(lambda workspace: workspace.listings.page(listing, number))
        if listing is self._listing:
            self._list.show_page(number, hits)

    def on_result_list_chosen(self, event: ResultList.Chosen) -> None:
        """Show the concept."""
        self.attempt("card", self._show, event.hit)

    def on_result_list_opened(self) -> None:
        """A second click opens the concept."""
        self.action_edit()

    async def _show(self, hit: Hit | None) -> None:
        await asyncio.sleep(_GLANCE)
        self._say_state()
        card = self.query_one("#card", Card)
        if hit is None:
            text = self.wanted_text()
            nothing = say("tui-nothing", query=text[:60]) if text and not self._list.total else ""
            card.clear(nothing)
            return
        if hit.concept is None:
            card.show(Concept("", hit.terms), "", hit)
            return
        uid = hit.concept
        try:
            entry = await self.session.read(lambda workspace: workspace.terms.find(uid))
        except NotFound:
            card.clear(say("tui-gone"))
            return
        card.show(entry.concept, entry.set, hit)

    def _say_state(self) -> None:
        place = self._list.place + 1 if self._list.total else 0
        said = say("tui-place", place=place, total=self._list.total)
        parts = [Content(said), one_line(self.session.path, "dim")]
        if self._why_read_only:
            why = say(self._why_read_only, path=self.session.path)
            parts.insert(1, one_line(why, "bold"))
        # It keeps its one line, so nothing has to be laid out anew.
        self.query_one("#state", Static).update(Content(" · ").join(parts), layout=False)

    def action_move(self, how: str) -> None:
        """Choose another line of the list."""
        self._list.action_move(how)

    def action_search_line(self) -> None:
        """Back to the search line, whose text the next key replaces."""
        line = self.query_one("#query", LineInput)
        line.focus()
        line.action_select_all()

    def action_copy(self, place: int) -> None:
        """Copy the form to write in a variety."""
        self.attempt("copy", self._copy, DEFAULT_VARIETIES[place])

    async def _copy(self, variety: str) -> None:
        hit = await self._found()
        texts = hit.usable(variety) if hit else ()
        if not texts:
            self.fail(say("tui-nothing-to-copy", variety=variety_name(variety)))
            return
        self.bench.state.searched(self.wanted_text())
        await self.copy(texts[0])

    async def _found(self) -> Hit | None:
        """The chosen hit of what stands in the line, once it is found: fingers are faster than
        searches, and never meant what an earlier search had found."""
        await self._shown.wait()
        return self._list.chosen

    def action_edit(self) -> None:
        """Change the chosen concept in place, or add what was searched for."""
        self.attempt("edit", self._edit)

    async def _edit(self) -> None:
        from tui.screens.edit import Draft, EditConcept  # half of the start, and not seen there

        hit = await self._found()
        self.bench.state.searched(self.wanted_text())
        if hit is not None and hit.concept:
            self.app.push_screen(EditConcept(self.bench, hit.concept))
        else:
            typed = (ZH_CN, self.wanted_text())
            terms = (typed, *((each.variety, each.text) for each in hit.terms)) if hit else ()
            draft = Draft(self.wanted_text(), terms)
            self.app.push_screen(EditConcept(self.bench, draft=draft))

    def action_of_concept(self) -> None:
        """What happened to the chosen concept."""
        self.attempt("edit", self._history_of)

    async def _history_of(self) -> None:
        from tui.screens.changes import ConceptHistory

        hit = await self._found()
        if hit is not None and hit.concept:
            self.app.push_screen(ConceptHistory(self.bench, hit.concept))

    def action_delete(self) -> None:
        """Delete the chosen concept, after asking."""
        self.attempt("write", self._delete)

    async def _delete(self) -> None:
        hit = await self._found()
        uid = hit.concept if hit else None
        if hit is None or not uid:
            return
        ask = Confirm(self.bench, say("tui-delete-ask"), _described(hit), say("tui-delete"))
        if not await self.app.push_screen_wait(ask):
            return
        removed = await self.session.write(lambda workspace: workspace.terms.remove(uid, "rm"))
        code = "tui-hidden" if removed.hidden_by else "tui-deleted"
        terms = " · ".join(term.text for term in removed.entry.concept.terms)
        self.tell(say(code, terms=terms[:80]))
        self.bench.written()

    def action_merge(self) -> None:
        """Choose, among what the search found, what becomes one with the chosen concept."""
        self.attempt("write", self._merge)

    async def _merge(self) -> None:
        hit = await self._found()
        kept = hit.concept if hit else None
        if hit is None or not kept:
            return
        text, wanted = self.wanted_text() or hit.terms[0].text, self._wanted
        found = await self.session.read(lambda workspace: workspace.listings.first(text, wanted))
        others = [(each.concept, _described(each).plain) for each in found]
        choices = [(uid, said) for uid, said in others if uid and uid != kept]
        title = say("tui-merge-with", terms=_described(hit).plain[:60])
        lost = await self.app.push_screen_wait(Choose(self.bench, title, choices))
        if lost:
            await self.session.write(lambda workspace: workspace.terms.merge(kept, lost, "merge"))
            self.tell(say("tui-merged"))
            self.bench.written()

    def action_searches(self) -> None:
        """Search again for something of before."""
        choices = [(each, each) for each in self.bench.state.searches]

        def chosen(text: str | None) -> None:
            if text:
                self.search_for(text)

        self.app.push_screen(Choose(self.bench, say("tui-searches"), choices), chosen)

    def action_filter(self) -> None:
        """Choose which filter to set."""
        kinds = [(kind, say(f"tui-filter-{kind}")) for kind in KINDS]

        def chosen(kind: str | None) -> None:
            if kind:
                self.attempt("filter", self._filter, kind)

        self.app.push_screen(Choose(self.bench, say("tui-filter"), kinds), chosen)

    def on_chip_pressed(self, event: Chip.Pressed) -> None:
        """Set the filter clicked on."""
        self.attempt("filter", self._filter, event.kind)

    async def _filter(self, kind: str) -> None:
        values = await self.session.read(lambda workspace: _values(workspace, kind))
        choices = [("", say("tui-filter-any")), *((each, _named(kind, each)) for each in values)]
        title = say(f"tui-filter-{kind}")
        value = await self.app.push_screen_wait(Choose(self.bench, title, choices))
        if value is None:
            return
        self._wanted = replace(self._wanted, **{kind: value})  # type: ignore[arg-type]  # fields of Filter
        shown = {each: _named(each, getattr(self._wanted, each)) for each in KINDS}
        self.query_one("#chips", Chips).show(shown)
        self._search()


def _values(workspace: Workspace, kind: str) -> list[str]:
    if kind == "set":
        return [each.name for each in workspace.sets.all()]
    if kind == "status":
        return list(STATUSES)
    return [each for each in counted(workspace.database, kind) if each]


def _named(kind: str, value: str) -> str:
    names = {"status": status_name, "variety": variety_name}
    return names.get(kind, str)(value) if value else ""


def _described(hit: Hit) -> Content:
    """The hit in one line, as people tell concepts apart."""
    texts = dict.fromkeys(term.text for term in hit.terms)
    where = [part for part in (hit.domain, hit.set) if part]
    return one_line(f"{' · '.join(texts)} ({', '.join(where)})")
