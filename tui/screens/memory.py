"""The memory beside a segment: matches as it is typed, words in context, adding a pair."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from glossary.language.hanja import is_hanzi
from glossary.model import KO_CN, KO_KR, ZH_CN, Text, Unit, language_of
from glossary.workflow.matches import ExplainedMatch, explained, proposed, stretch_of, varieties
from glossary.workspace import Workspace
from tui.keys import MEMORY
from tui.screens.choose import Choose
from tui.screens.page import Page
from tui.voice import say, variety_name
from tui.widgets.match_list import Line, MatchItem, MatchList
from tui.widgets.text_field import TextField

_QUIET = 0.15
_LIMIT = 9
"""As many matches as there are keys to put them in."""

Direction = tuple[str, str]
"""The varieties of source and target."""

_KOREAN = ((KO_CN, ZH_CN), (KO_CN, KO_KR), (KO_KR, ZH_CN), (KO_KR, KO_CN))
_ALL = ((ZH_CN, KO_CN), (ZH_CN, KO_KR), *_KOREAN)
OWN = "mine"
"""The memory that pairs are added to where no other was chosen."""


class MemoryPage(Page):
    """A segment, its translation, and what the memories have for it."""

    PLACES = (MEMORY,)

    def compose(self) -> ComposeResult:
        """Two fields, the matches."""
        yield Static(id="direction")
        with Horizontal(id="pair"):
            yield TextField(id="source")
            yield TextField(id="target")
        yield MatchList(id="matches")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """What was typed the last time stands there again."""
        self._found: tuple[ExplainedMatch, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._chosen = self._remembered_direction()
        self._into = OWN
        draft = self.bench.state.draft("pair")
        for name in ("source", "target"):
            self._field(name).put(str(draft.get(name, "")))
        self._field("source").focus()
        self._say_direction()
        self.attempt("match", self._match, 0)
        self.attempt("into", self._say_into)

    def wanted_text(self) -> str:
        """What is selected, else nothing: a segment is no term."""
        fields = (self._field(name).selected_text for name in ("source", "target"))
        return next((text.strip() for text in fields if text.strip()), "")

    async def refreshed(self) -> None:
        """Match again."""
        self.attempt("match", self._match, 0)

    def _field(self, name: str) -> TextField:
        return self.query_one(f"#{name}", TextField)

    @property
    def _varieties(self) -> Direction:
        """The direction that was chosen last, or the other way round, where it fits the script of
        the segment; else the first that does."""
        script = _script(self._field("source").text)
        if self._chosen is None:
            return _directions(script)[0]
        chosen, chosen_in = self._chosen
        if script in ("", chosen_in):
            return chosen
        ways = (chosen, (chosen[1], chosen[0]))
        fitting = (way for way in ways if language_of(way[0]) == script)
        return next(fitting, _directions(script)[0])

    def _remembered_direction(self) -> tuple[Direction, str] | None:
        """The direction that was chosen last, and the script of the segment then."""
        kept = self.bench.state.draft("direction")
        source, target, script = (str(kept.get(name, "")) for name in ("source", "target", "for"))
        direction = source, target
        return (direction, script) if direction in _directions(script) else None

    def _say_direction(self) -> None:
        source, target = map(variety_name, self._varieties)
        said = say("tui-direction", source=source, target=target, memory=self._into)
        self.query_one("#direction", Static).update(Content.styled(said, "bold"))

    def on_text_area_changed(self) -> None:
        """Match what is typed, and keep it."""
        self._say_direction()
        self.attempt("match", self._match, _QUIET)

    async def _match(self, quiet: float) -> None:
        await asyncio.sleep(quiet)
        text, target_text = (self._field(name).text for name in ("source", "target"))
        draft = {"source": text, "target": target_text} if text or target_text else {}
        self.bench.state.keep_draft("pair", draft)
        source, target = self._varieties

        def match(workspace: Workspace) -> tuple[ExplainedMatch, ...]:
            found = workspace.memory.match(text, source, target, limit=_LIMIT)
            shown = (proposed(each, text, target) for each in found)
            return tuple(explained(workspace, each, text) for each in shown)

        self._found = await self.session.read(match) if text.strip() else ()
        self._lines = ()
        matches = self.query_one(MatchList)
        await (matches.show_matches(self._found, text) if text.strip() else matches.clear())

    def action_swap(self) -> None:
        """The next direction, which is kept for the segments to come."""
        script = _script(self._field("source").text)
        possible = _directions(script)
        source, target = possible[(possible.index(self._varieties) + 1) % len(possible)]
        self._chosen = (source, target), script
        kept = {"source": source, "target": target, "for": script}
        self.bench.state.keep_draft("direction", kept)
        self._say_direction()
        self.attempt("match", self._match, 0)

    def action_insert(self, number: int) -> None:
        """Put a match's translation, or what a line of the concordance has, into the target."""
        texts = self._insertable()
        if not 1 <= number <= len(texts):
            self.fail(say("tui-no-number", number=number))
            return
        target = self._field("target")
        if self._lines:
            target.insert(texts[number - 1])
        else:
            target.change(texts[number - 1])
            target.move_cursor(target.document.end)
        target.focus()

    def on_match_item_pressed(self, event: MatchItem.Pressed) -> None:
        """A click does the same."""
        self.action_insert(event.number)

    def _insertable(self) -> Sequence[str]:
        if self._lines:
            return [others[0].text if others else text.text for text, _, others in self._lines]
        return [each.match.proposal or each.match.target.text for each in self._found]

    def action_copy_target(self) -> None:
        """Copy the translation."""
        text = self._field("target").text
        if text:
            self.attempt("copy", self.copy, text)

    def action_concordance(self) -> None:
        """Show the units that hold what is selected, or the word at the caret."""
        field = self.focused if isinstance(self.focused, TextField) else self._field("source")
        wanted = field.selected_text.strip() or field.word()
        if wanted:
            self.attempt("match", self._concordance, wanted)

    async def _concordance(self, wanted: str) -> None:
        variety, _ = varieties(wanted, "", "")

        def look(workspace: Workspace) -> tuple[Line, ...]:
            found = workspace.memory.concordance(wanted, variety, _LIMIT, folded=True)
            return tuple(line for each in found for line in _line(each.unit, wanted, variety))

        self._lines = await self.session.read(look)
        await self.query_one(MatchList).show_lines(self._lines, wanted)

    def action_confirm(self) -> None:
        """Add the pair to one's own memory."""
        self.attempt("write", self._add)

    def action_into(self) -> None:
        """Choose the memory that pairs are added to."""
        self.attempt("write", self._choose_into)

    @property
    def _remembered(self) -> str:
        return str(self.bench.state.draft("memory").get("name", ""))

    async def _say_into(self) -> None:
        await self._find_into()

    async def _find_into(self) -> list[str]:
        """The memories that take pairs; the one chosen before, or else one's own, is at hand."""
        names = await self.session.read(
            lambda workspace: [
                each.name for each in workspace.memory.memories.all() if not each.read_only
            ]
        )
        remembered = str(self.bench.state.draft("memory").get("name", ""))
        self._into = remembered if remembered in names else OWN
        self._say_direction()
        return names

    async def _choose_into(self) -> None:
        names = dict.fromkeys((*await self._find_into(), OWN))
        choices = [(name, name) for name in names]
        ask = Choose(self.bench, say("tui-into-ask"), choices)
        chosen = await self.app.push_screen_wait(ask)
        if chosen:
            self.bench.state.keep_draft("memory", {"name": chosen})
            self._into = chosen
            self._say_direction()

    async def _add(self) -> None:
        names = await self._find_into()
        memory = self._into
        source, target = self._varieties
        texts = tuple(
            Text(variety, self._field(name).text.strip())
            for variety, name in ((source, "source"), (target, "target"))
        )
        unit = Unit(texts)
        await self.session.write(lambda workspace: workspace.memory.add(unit, memory, "tm add"))
        self.bench.state.keep_draft("pair", {})
        self.tell(say("tui-pair-added" if memory in names else "tui-memory-made", memory=memory))
        for name in ("source", "target"):
            self._field(name).put("")
        self._field("source").focus()
        self.bench.written()


def _script(text: str) -> str:
    """The language a text is in by its script; "" where it has neither Hangul nor hanzi."""
    source, _ = varieties(text, "", "")
    return language_of(source) if source != ZH_CN or any(map(is_hanzi, text)) else ""


def _directions(script: str) -> tuple[Direction, ...]:
    """The directions that make sense, the likeliest first: Hangul is Korean, but a few hanzi may
    be a Korean segment too."""
    return _KOREAN if script == "ko" else _ALL


def _line(unit: Unit, wanted: str, variety: str) -> list[Line]:
    """The first text of a unit that holds the words, where they stand, and the other texts."""
    for text in unit.texts:
        stretch = stretch_of(text, wanted, variety)
        if stretch is not None:
            return [(text, stretch, tuple(each for each in unit.texts if each is not text))]
    return []
