"""A file whose every text is an attack: every screen is visited, nothing acts, nothing crashes."""

from __future__ import annotations

import base64
import unicodedata
from pathlib import Path

from textual.widgets import OptionList

from glossary.model import Citation, Concept, ContextRule, Example, Term, Text, Unit
from glossary.workspace import Workspace
from tests.store.build import new_file, write_all
from tests.tui.desk import NARROW, Desk, at_desk
from tui.screens.changes import ConceptHistory, HistoryPage
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.doctor import Doctor
from tui.screens.edit import EditConcept
from tui.screens.look_up import LookUp
from tui.screens.memory import MemoryPage
from tui.screens.sets import Sets
from tui.screens.text import TextPage
from tui.state import State
from tui.widgets.text_field import TextField

ATTACKS = (
    "[/] [bold]x[/bold] [/none] {0} %s",
    "[@click=app.quit]here[/]",
    "[@click=app.bell()]",
    "\\[link=file:///x]",
    "$error [$error]x",
    "\x1b[31mred\x1b[2J\x1b]0;title\x07",
    "\x1b]52;c;" + base64.b64encode(b"stolen").decode() + "\x07",
    "\x9b31mC1\x90\x9c",
    "abc\u202e량산\u2066x\u2069\u200f",
    "가\x00나",
    "긴" * 10_000,
    "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍💻 🇨🇳",
    "량\u200b산\u2060\ufeff\u3164",
    "a\nb\rc\u2028d\tf",
    "\U0003fffd\ue000",
    "e" + "\u0301" * 300,
)
FORMATS_KEPT = {"\u200d"}  # between emoji


def harmless_screen(desk: Desk) -> None:
    """Nothing that a terminal would act on is drawn, and no line is wider than the terminal."""
    drawn = desk.screen()
    for line in drawn.split("\n"):
        acting = {
            char
            for char in line
            if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        }
        assert acting <= FORMATS_KEPT, (acting, line)
    for strip in desk.app.screen._compositor.render_strips():
        assert strip.cell_length == desk.app.size.width
        for segment in strip:
            assert segment.control is None
            meta = segment.style.meta if segment.style else {}
            actions = [str(value) for name, value in meta.items() if name.startswith("@")]
            assert not any("quit" in each or "bell" in each for each in actions), segment
            assert segment.style is None or segment.style.link is None


def attacked(path: Path) -> Path:
    """A file with each attack in every text there can be."""
    new_file(path)
    concepts = []
    for number, text in enumerate(ATTACKS):
        seen = (Citation(text, text, text, text),)
        rules = (ContextRule("not_before", text),)
        terms = (
            Term("ko-CN", text, "preferred", text, text, seen, rules, f"a{number}"),
            Term("zh-CN", f"害{number}", uid=f"b{number}"),
            Term("ko-KR", text, "forbidden", note=text, uid=f"c{number}"),
            Term(f"xx-{text}"[:60], text, uid=f"d{number}"),
        )
        examples = (Example((("ko-CN", text), ("zh-CN", text))),)
        concepts.append(Concept(f"h{number}", terms, text, text, text, examples))
    with Workspace(str(path)) as workspace:
        write_all(workspace, concepts)
        for concept in concepts[:4]:
            edited = Concept(concept.uid, concept.terms[:2], "x" + concept.domain)
            workspace.terms.edit(edited, f"edit {concept.note}")
        for number, text in enumerate(ATTACKS):
            texts = (Text("ko-CN", f"해로운 {text}"), Text("zh-CN", f"有害 {text}"))
            workspace.memory.add(Unit(texts), f"[/] [@click=app.quit]x {number}", "tm add")
    return path


def test_every_screen_only_shows_what_is_hostile(tmp_path: Path) -> None:
    path = attacked(tmp_path / "hostile.db")
    state = State(str(path))
    for text in ATTACKS:
        state.searched(text)

    async def journey(desk: Desk) -> None:
        await look_up(desk)
        await dialogs(desk)
        await memory_page(desk)
        await text_page(desk)
        await history_page(desk)
        assert desk.app.clipboard == ""

    at_desk(path, journey)
    at_desk(path, first_page, size=NARROW)


async def first_page(desk: Desk) -> None:
    """The list and the first cards."""
    for _ in range(3):
        harmless_screen(desk)
        await desk.press("down")
        await desk.settled()


async def look_up(desk: Desk) -> None:
    """Every concept in list and card."""
    await desk.search("害")
    assert desk.list.total >= len(ATTACKS)
    for _ in ATTACKS:
        harmless_screen(desk)
        await desk.press("down")
        await desk.settled()


async def dialogs(desk: Desk) -> None:
    """Forms, questions, choices, files."""
    await forms(desk)
    await questions(desk)
    await files(desk)


async def forms(desk: Desk) -> None:
    """Markup, an escape sequence, bidi and ten thousand characters in the form."""
    for number in (1, 5, 8, 10):
        await desk.search(f"害{number}")
        await desk.press("enter")
        await desk.showing(EditConcept)
        screen = desk.app.screen
        assert isinstance(screen, EditConcept)
        await desk.until(screen._filled.is_set)
        await desk.pause()
        harmless_screen(desk)
        await desk.press("escape")
        await desk.showing(LookUp)


async def questions(desk: Desk) -> None:
    """The history of a concept, filters, searches, deleting, undo."""
    await desk.search("害0")
    await desk.press("shift+f8")
    await desk.showing(ConceptHistory)
    await desk.until(lambda: bool(desk.text("#changes")))
    harmless_screen(desk)
    await desk.press("escape")
    for keys, kind in (
        (("shift+delete",), Confirm),
        (("ctrl+g",), Choose),
        (("ctrl+r",), Choose),
        (("ctrl+z",), Confirm),
    ):
        await desk.showing(LookUp)
        await desk.press(*keys)
        await desk.showing(kind)
        await desk.pause()
        harmless_screen(desk)
        await desk.press("escape")
    await desk.showing(LookUp)
    await desk.press("ctrl+t")
    await desk.showing(Choose)
    await desk.press("down", "enter")
    await desk.until(lambda: "Domain" in desk.screen() and bool(desk.app.screen.query(OptionList)))
    await desk.pause()
    harmless_screen(desk)
    await desk.press("escape")


async def files(desk: Desk) -> None:
    """Sets and doctor."""
    for name, dialog in (("sets", Sets), ("examine", Doctor)):
        await desk.showing(LookUp)
        await desk.press("f9")
        await desk.showing(Choose)
        await desk.type(name)
        await desk.press("enter")
        await desk.showing(dialog)
        await desk.press("enter")
        await desk.until(lambda: not any(each.is_running for each in desk.app.screen.workers))
        await desk.pause()
        harmless_screen(desk)
        await desk.press("escape")
    await desk.showing(LookUp)


async def memory_page(desk: Desk) -> None:
    """Matches and words in context."""
    await desk.press("f4")
    await desk.showing(MemoryPage)
    for attack in (ATTACKS[1], ATTACKS[5], ATTACKS[8], ATTACKS[10]):
        desk.app.screen.query_one("#source", TextField).put(f"해로운 {attack}")
        await desk.pause()
        await desk.until(lambda: all(each.group != "match" for each in desk.app.screen.workers))
        await desk.pause()
        harmless_screen(desk)
        await desk.press("alt+1")
    desk.app.screen.query_one("#source", TextField).put("해로운")
    await desk.press("ctrl+k")
    await desk.until(lambda: all(each.group != "match" for each in desk.app.screen.workers))
    await desk.pause()
    harmless_screen(desk)


async def text_page(desk: Desk) -> None:
    """A text that is made of nothing else."""
    await desk.press("f3")
    await desk.showing(TextPage)
    desk.app.screen.query_one("#text", TextField).put("\n".join(ATTACKS))
    await desk.pause()
    await desk.until(lambda: all(each.group != "find" for each in desk.app.screen.workers))
    harmless_screen(desk)
    await desk.press("f5")
    await desk.pause()
    harmless_screen(desk)


async def history_page(desk: Desk) -> None:
    """The batches, whose commands are attacks."""
    await desk.press("f8")
    await desk.showing(HistoryPage)
    await desk.until(lambda: "tm add" in desk.screen())
    harmless_screen(desk)
