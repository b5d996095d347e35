"""The table of keys: one for bindings, footer, help, palette and docs; no bare letter needed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from glossary.language.keyboard import to_hangul
from glossary.texts.sentences import LANGUAGES
from tests.docs.generate_keys import PAGE, page
from tests.tui.desk import NARROW, Desk, at_desk, form
from tui.keys import EVERYWHERE, KEYS, PLACES, PRESETS, Key, keys
from tui.screens.help import Help
from tui.screens.look_up import LookUp
from tui.screens.page import Page
from tui.themes import NAMES
from tui.voice import say, speak

# A terminal without the newer protocols sends none of these as a key of its own.
UNSENT = ("ctrl+enter", "ctrl+shift+", *(f"ctrl+{digit}" for digit in range(10)))


def test_the_page_of_keys_is_made_from_the_table() -> None:
    """Else: make docs."""
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_is_a_bare_letter_unless_its_jamo_is_bound_too(preset: str) -> None:
    for key in keys(preset):
        letters = [each for each in key.keys if len(each) == 1 and each.isalpha()]
        assert all(to_hangul(letter) in key.keys for letter in letters), key


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_does_two_things_at_one_place(preset: str) -> None:
    for place in PLACES:
        used: Counter[str] = Counter()
        for key in keys(preset):
            if key.place in (place, EVERYWHERE):
                used.update(key.keys)
        assert [each for each, times in used.items() if times > 1] == [], place


@pytest.mark.parametrize("preset", PRESETS)
def test_every_action_has_a_key_that_a_terminal_sends(preset: str) -> None:
    for key in keys(preset):
        assert any(not each.startswith(UNSENT) for each in key.keys), key


def test_a_preset_names_actions_that_there_are() -> None:
    names = {key.name for key in KEYS}
    for own in PRESETS.values():
        assert own.keys() <= names
    assert len(names) == len(KEYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_footer_say_every_key_in_every_language(small: Path, language: str) -> None:
    speak(language)
    own = [key for key in KEYS if key.place == EVERYWHERE]

    async def journey(desk: Desk) -> None:
        # All keys of the footer are in it but that of the page that is shown.
        footer = desk.app.screen.query_one(Footer)
        shown = {str(getattr(each, "description", "")) for each in footer.children}
        assert {said(key) for key in own if key.footer and key.name != "look-up"} <= shown
        assert shown.isdisjoint({say("tui-key-look-up"), say("tui-brief-look-up")})
        await desk.press("f1")
        await desk.showing(Help)
        table = str(desk.app.screen.query_one("#keys").render())
        assert all(said(key) in table for key in KEYS)

    def said(key: Key) -> str:
        return say(f"tui-key-{key.name}")

    at_desk(small, journey, language=language, size=(120, 50))


def test_the_footer_tells_what_enter_does_in_the_history_and_escape_in_a_form(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.press("f8")
        await desk.until(lambda: "Enter Undo this" in desk.screen())
        await desk.press("f2")
        await desk.settled()
        await desk.press("f10")
        await form(desk)
        await desk.until(lambda: "Esc Close, keep the draft" in desk.screen())

    at_desk(small, journey)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_footer_of_every_page_fits_the_usual_terminal(small: Path, language: str) -> None:
    async def journey(desk: Desk) -> None:
        for key in ("f2", "f3", "f4", "f8"):
            await desk.press(key)
            footer = desk.app.screen.query_one(Footer)
            await desk.until(partial(footer.query, FooterKey), "for the footer")
            last = footer.children[-1].region
            assert last.right <= desk.app.size.width, (key, desk.screen().splitlines()[-1])
            found = [each.key for each in footer.query(FooterKey)]
            assert found == sorted(found, key=wanted(desk).index)

    def wanted(desk: Desk) -> list[str]:
        screen = desk.app.screen
        assert isinstance(screen, Page)
        return [
            each
            for place in (*screen.PLACES, EVERYWHERE)
            for key in KEYS
            if key.place == place
            for each in key.keys
        ]

    at_desk(small, journey, language=language, size=NARROW)


def test_the_palette_offers_all_that_a_key_does(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        titles = [each.title for each in desk.app.get_system_commands(desk.app.screen)]
        screen = desk.app.screen
        assert isinstance(screen, Page)
        for key in KEYS:
            if key.place in (EVERYWHERE, *screen.PLACES) and key.name != "palette":
                assert say(f"tui-key-{key.name}") in titles
        assert sum("Theme" in title for title in titles) == len(NAMES) == 5

    at_desk(small, journey)


def test_a_preset_changes_the_keys_and_the_usual_ones_are_free_again(small: Path) -> None:
    from tui.state import State

    State(str(small)).set("keys", "trados")

    async def journey(desk: Desk) -> None:
        await desk.press("shift+f3")
        await desk.until(lambda: not isinstance(desk.app.screen, LookUp))
        await desk.press("f4")
        await desk.until(lambda: bool(desk.app.screen.query("#source")))
        await desk.press("f3")  # the concordance now, which has no words to look for
        await desk.pause()
        assert desk.app.screen.query("#source")

    at_desk(small, journey)
