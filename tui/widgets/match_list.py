"""Matches of a memory, numbered: what differs, what was taken off the score, what may be put in."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from glossary.matching.differences import EQUAL, Edit
from glossary.model import Text
from glossary.texts.harmless import harmless
from glossary.workflow.matches import ExplainedMatch
from tui.voice import say, variety_name
from tui.widgets.shown import MARK, one_line, shown

_GOOD, _SURE = 85, 95
_LABEL = 16

Line = tuple[Text, tuple[int, int], tuple[Text, ...]]
"""A text, the stretch of it that was looked for, and its translations."""


class MatchItem(Static):
    """One of them; a click puts it in."""

    class Pressed(Message):
        """It was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, content: Content) -> None:
        super().__init__(content, classes="match")
        self._number = number

    def on_click(self) -> None:
        """Say that it was clicked."""
        self.post_message(self.Pressed(self._number))


class MatchList(VerticalScroll):
    """What was found for a text, best first."""

    def compose(self) -> ComposeResult:
        """Nothing yet."""
        yield Static(id="match-said")

    async def show_matches(self, found: Sequence[ExplainedMatch], text: str) -> None:
        """Show matches of a text."""
        said = "" if found else say("tui-no-match")
        await self._show([_match(each, text) for each in found], said)

    async def show_lines(self, found: Sequence[Line], words: str) -> None:
        """Show the places of these words."""
        code = "tui-concordance" if found else "tui-no-concordance"
        await self._show([_line(*each) for each in found], say(code, words=harmless(words)))

    async def clear(self) -> None:
        """Show nothing."""
        await self._show([], "")

    async def _show(self, contents: Sequence[Content], said: str) -> None:
        await self.query(MatchItem).remove()
        self.query_one("#match-said", Static).update(Content(said))
        numbered = [
            Content.styled(f"{number:>2} ", "bold").append(content)
            for number, content in enumerate(contents, 1)
        ]
        await self.mount_all([MatchItem(number, each) for number, each in enumerate(numbered, 1)])
        self.scroll_home(animate=False)


def _match(each: ExplainedMatch, text: str) -> Content:
    one = each.match
    said = [say(f"tm-penalty-{code}", points=points) for code, points in one.penalties]
    if one.spelling_only:
        said.append(say("tm-spelling-only"))
    elif one.folded > one.surface:
        said.append(say("tm-folded", score=one.folded))
    style = "$success" if one.score >= _SURE else "$warning" if one.score >= _GOOD else "$error"
    head = Content.styled(f"{one.score}%", f"bold {style}")
    head = head.append("  ").append(one_line(one.memory, "dim"))
    head = head.append(Content.styled(f"  {', '.join(said)}".rstrip(), "dim"))
    lines = [
        head,
        _labelled(one.source.variety, _differences(one.source.text, text, each.edits)),
        _labelled(one.target.variety, shown(one.target.text)),
    ]
    if one.proposal:
        lines.append(_labelled("", shown(one.proposal, "bold"), say("tui-proposal-arrow")))
    for change in each.changes:
        kind = say(f"tm-change-{change.kind}")
        said_so = say("tui-changed", kind=kind, was=change.was or "–", now=change.now or "–")
        lines.append(Content.styled(f"   {said_so}", "dim"))
    return Content("\n").join(lines)


def _differences(source: str, text: str, edits: Sequence[Edit]) -> Content:
    """The stored source with what was taken out struck through and what came in underlined."""
    content = Content("")
    for edit in edits:
        if edit.kind == EQUAL:
            content = content.append(shown(source[edit.start : edit.end]))
            continue
        content = content.append(shown(source[edit.start : edit.end], "strike $error"))
        new = text[edit.new_start : edit.new_end]
        content = content.append(shown(new, "underline bold $success"))
    return content


def _line(text: Text, stretch: tuple[int, int], others: Sequence[Text]) -> Content:
    start, end = stretch
    parts = (text.text[:start], text.text[start:end], text.text[end:])
    before, word, after = parts
    content = shown(before).append(shown(word, MARK)).append(shown(after))
    lines = [content, *(_labelled(each.variety, shown(each.text, "dim")) for each in others)]
    return Content("\n").join(lines)


def _labelled(variety: str, content: Content, label: str = "") -> Content:
    name = Content.styled(label or variety_name(variety), "dim")
    return Content("   ").append(name.pad_right(max(_LABEL - name.cell_length, 1))).append(content)
