"""A list of hits of any length: it draws the lines that are seen, and asks for the pages they
stand on. Invariant: a line that is not here yet is drawn empty, never waited for.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glossary.model import DEFAULT_VARIETIES, Hit
from tui.voice import say
from tui.widgets.shown import marked, one_line

_GAP = 2
_HOW = 14  # columns for how a hit matched
_KEPT = 40  # pages


class ResultList(ScrollView, can_focus=True):
    """Hits, a line each, of which one is chosen."""

    COMPONENT_CLASSES = {"result-list--chosen", "result-list--how"}
    BINDINGS = [
        Binding("home", "move('first')", show=False),
        Binding("end", "move('last')", show=False),
    ]

    # Its scroll bar is always there, so that another length moves nothing else: laying the whole
    # screen out anew at each key would take longer than the search.
    virtual_size = Reactive(Size(0, 0), layout=False)

    class PageWanted(Message):
        """A page came into sight that is not here."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Chosen(Message):
        """Another hit was chosen; None where there is none, or it is not here yet."""

        def __init__(self, hit: Hit | None) -> None:
            super().__init__()
            self.hit = hit

    class Opened(Message):
        """The chosen hit was clicked again."""

    def __init__(self, page: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's
        super().__init__(id=id)
        self._page = page
        self._pages: dict[int, Sequence[Hit]] = {}
        self._asked: set[int] = set()
        self._total = 0
        self._query = ""
        self.place = 0

    @property
    def total(self) -> int:
        """How many hits the list has, as far as is known."""
        return self._total

    @property
    def chosen(self) -> Hit | None:
        """The hit that is chosen."""
        return self._at(self.place)

    def show_first(self, query: str, hits: Sequence[Hit], *, keep: str | None = None) -> None:
        """Show another list, of which the first page is here; the hit of the concept `keep`, or
        else the first, is chosen."""
        self._query = query
        self._pages, self._asked = {0: hits}, {0}
        uids = [hit.concept for hit in hits]
        # A hit that is in no concept, a reading, has no uid.
        self.place = uids.index(keep) if keep and keep in uids else 0
        self._resize(len(hits))
        if not self.place:
            self.scroll_home(animate=False, immediate=True)
        self._announce()

    def show_total(self, total: int) -> None:
        """Make room for the whole list."""
        self._resize(total)
        if self.place >= total:
            self._choose(max(total - 1, 0))

    def show_page(self, number: int, hits: Sequence[Hit]) -> None:
        """Show a page that was asked for."""
        self._pages[number] = hits
        while len(self._pages) > _KEPT:
            farthest = max(self._pages, key=lambda each: abs(each - self.place // self._page))
            del self._pages[farthest]
            self._asked.discard(farthest)
        self.refresh()
        if self.place // self._page == number:
            self._announce()

    def action_move(self, how: str) -> None:
        """Choose another hit: up, down, page_up, page_down, first or last."""
        page = max(self.scrollable_content_region.height - 1, 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        ends = {"first": 0, "last": self._total - 1}
        self._choose(ends.get(how, self.place + steps.get(how, 0)))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        base = self.visual_style
        if place == self.place and self._total:
            base = self.get_visual_style("result-list--chosen")
        hit = self._at(place, asking=True) if place < self._total else None
        line = Content.blank(width) if hit is None else self._line(hit, width, place == self.place)
        return Strip(line.render_segments(base), width)

    def on_click(self, event: events.Click) -> None:
        """Choose the line clicked on; open it at the second click."""
        place = event.y + self.scroll_offset.y
        if place >= self._total:
            return
        if place == self.place and event.chain > 1:
            self.post_message(self.Opened())
        self._choose(place)

    def on_resize(self) -> None:
        """Keep the chosen line in sight."""
        self._resize(self._total)

    def _line(self, hit: Hit, width: int, chosen: bool) -> Content:
        sign = ">" if chosen else " "  # so that it is seen without colour
        how = min(_HOW, max(width // 5, 0)) if width > 30 else 0
        room = max(width - 1 - how - _GAP * len(DEFAULT_VARIETIES), 3)
        columns = [room // 3, room // 3, room - 2 * (room // 3)]
        parts: list[Content] = [Content(sign)]
        for variety, cells in zip(DEFAULT_VARIETIES, columns, strict=True):
            parts += [_fitted(self._texts(hit, variety), cells), Content(" " * _GAP)]
        parts.append(_fitted(Content.styled(_how(hit), "dim"), how))
        return _fitted(Content("").join(parts), width)

    def _texts(self, hit: Hit, variety: str) -> Content:
        query = hit.matched.stem or self._query
        texts = hit.usable(variety)
        if not texts and hit.warning and variety == hit.matched.variety:
            return one_line(hit.matched.text, "strike")
        if len(texts) == 1:
            return marked(texts[0], query)
        return Content(" · ").join([marked(text, query) for text in texts])

    def _at(self, place: int, *, asking: bool = False) -> Hit | None:
        number, row = divmod(place, self._page)
        hits = self._pages.get(number)
        if hits is None:
            if asking and number not in self._asked:
                self._asked.add(number)
                self.post_message(self.PageWanted(number))
            return None
        return hits[row] if row < len(hits) else None

    def _choose(self, place: int) -> None:
        place = max(min(place, self._total - 1), 0)
        if place == self.place:
            return
        self.place = place
        self.scroll_to_region(
            Region(0, place, 1, 1), animate=False, force=True, immediate=True, x_axis=False
        )
        self.refresh()
        self._at(place, asking=True)
        self._announce()

    def _announce(self) -> None:
        self.post_message(self.Chosen(self.chosen))

    def _resize(self, total: int) -> None:
        self._total = total
        self.virtual_size = Size(self.scrollable_content_region.width, total)
        self._scroll_update(self.virtual_size)
        self.refresh()


def _how(hit: Hit) -> str:
    """How it matched, in a few columns."""
    if not hit.matched.by:
        return ""
    how = say(f"by-{hit.matched.by}")
    if hit.concept is None:
        return f"({how})"
    if hit.warning:
        return say(f"status-{hit.warning}")
    return f"{how} {hit.score}" if hit.matched.by in ("prefix", "inside", "fuzzy") else how


def _fitted(content: Content, cells: int) -> Content:
    """The content in exactly so many columns; ">" says that it goes on."""
    if content.cell_length > cells:
        cut = content.truncate(max(cells - 1, 0))
        content = cut.append(Content.styled(">", "dim")) if cells else Content("")
    return content.pad_right(cells - content.cell_length)
