"""What outlives the program: settings, searches, drafts; and the ways to a clipboard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glossary import places
from tests.tui.desk import Desk, at_desk
from tui import clipboard
from tui.app import Beginning
from tui.state import State
from tui.themes import NAMES, THEMES
from tui.voice import say


def folder() -> Path:
    return Path(places.state_folder())


def test_settings_are_those_of_all_files_and_drafts_those_of_one() -> None:
    State("/a").set("theme", "malmoi-ink")
    State("/a").keep_draft("add", {"note": "하나"})
    assert State("/b").setting("theme") == "malmoi-ink"
    assert State("/b").draft("add") == {}
    assert State("/a").draft("add") == {"note": "하나"}
    State("/a").keep_draft("add", {})
    assert State("/a").draft("add") == {}


def test_the_latest_search_comes_first_and_stands_once() -> None:
    state = State("/a")
    for text in ("량산", "중시", " 량산 ", ""):
        state.searched(text)
    assert State("/a").searches == ("량산", "중시")


def test_only_the_user_may_read_what_is_kept() -> None:
    State("/a").searched("비밀")
    State("/a").keep_draft("add", {"note": "비밀"})
    modes = {each.stat().st_mode & 0o777 for each in folder().iterdir()}
    assert modes == {0o600}
    assert folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("broken", ["", "[1]", "{", '{"/a": [], "searches": [1]}', "\x00"])
def test_a_broken_file_counts_as_empty(broken: str) -> None:
    folder().mkdir(parents=True)
    for name in ("workbench.json", "searches.json", "drafts.json"):
        (folder() / name).write_text(broken, encoding="utf-8")
    state = State("/a")
    assert (state.setting("theme", "x"), state.searches, state.draft("add")) == ("x", (), {})
    state.searched("량산")
    assert State("/a").searches == ("량산",)


def test_a_folder_that_cannot_be_made_stops_nothing() -> None:
    folder().parent.mkdir(parents=True)
    folder().write_text("a file in its place", encoding="utf-8")
    state = State("/a")
    state.set("theme", "x")
    state.keep_draft("add", {"note": "x"})
    assert state.setting("theme") == "x"


@pytest.mark.parametrize(
    ("platform", "environment", "first"),
    [
        ("darwin", {}, "pbcopy"),
        ("win32", {}, "clip.exe"),
        ("linux", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "wl-copy"),
        ("linux", {"DISPLAY": ":0"}, "xclip"),
        ("linux", {"WSL_DISTRO_NAME": "x"}, "clip.exe"),
    ],
)
def test_each_system_has_its_tool(platform: str, environment: dict[str, str], first: str) -> None:
    assert clipboard.tools(platform, environment)[0][0] == first
    remote = {**environment, "SSH_CONNECTION": "x"}
    assert clipboard.tools(platform, remote) == ()


def test_a_tool_gets_the_text_and_one_that_fails_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    code = f"import sys; open({str(taken)!r}, 'wb').write(sys.stdin.buffer.read())"
    commands = (
        ("no-such-tool",),
        (sys.executable, "-c", "raise SystemExit(1)"),
        (sys.executable, "-c", code),
    )
    monkeypatch.setattr(clipboard, "tools", lambda *_: commands)
    assert clipboard.copied_by_system("량산 量产")
    assert taken.read_text("utf-8") == "량산 量产"
    monkeypatch.setattr(clipboard, "tools", lambda *_: commands[:2])
    assert not clipboard.copied_by_system("량산")


def test_every_theme_can_be_used_and_is_kept(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        for name in NAMES:
            desk.app._using("theme", name)()
            await desk.pause()
            assert desk.app.theme == name
            assert desk.lines()[0].startswith(">")

    at_desk(small, journey)
    assert State(str(small)).setting("theme") == NAMES[-1]
    assert [theme.dark for theme in THEMES].count(False) == 2


def test_without_colour_signs_say_what_colour_would(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def journey(desk: Desk) -> None:
        await desk.search("중시")
        assert desk.lines()[0].startswith(">")
        strip = desk.list.render_line(0)
        assert any(segment.style and segment.style.underline for segment in strip)

    at_desk(small, journey)


def test_another_language_begins_on_the_same_page_with_the_same_search(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("칩")
        await desk.press("f4")
        await desk.until(lambda: bool(desk.app.screen.query("#source")))
        title = say("tui-language-ko")
        commands = desk.app.get_system_commands(desk.app.screen)
        next(each for each in commands if each.title == title).callback()
        await desk.pause()

    async def again(desk: Desk) -> None:
        await desk.until(lambda: bool(desk.app.screen.query("#source")), "for the memory")
        await desk.press("f2")
        await desk.settled()
        assert desk.text("#state").startswith("1 ")
        assert "芯片" in desk.lines()[0]

    beginning = at_desk(small, journey)
    assert beginning == Beginning("ko", "memory", "칩")
    at_desk(small, again, beginning=beginning)


@pytest.mark.parametrize("language", ["ko", "zh"])
def test_the_workbench_speaks_the_language_asked_for(small: Path, language: str) -> None:
    wanted = {"ko": "분야", "zh": "领域"}[language]

    async def journey(desk: Desk) -> None:
        await desk.search("량산")
        screen = desk.screen()
        assert wanted in screen
        assert not any(word in screen for word in ("Domain", "Chinese", "preferred", "Copy"))

    at_desk(small, journey, language=language)
