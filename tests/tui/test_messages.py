"""What the workbench says in passing: nothing of it is cut, and it goes when it holds no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import Desk, at_desk, form
from tui.screens.page import Page, tell

SIZES = [(120, 40), (80, 24)]
PAGES = ("f8", "f4", "f3", "f2")


@pytest.mark.parametrize("size", SIZES)
def test_what_is_said_keeps_every_wide_character(small: Path, size: tuple[int, int]) -> None:
    """The edge of a part beneath would take the character that stands over it."""

    async def journey(desk: Desk) -> None:
        await desk.search("중시")
        for page in PAGES:
            await desk.press(page)
            for shift in ("a", "bc"):
                await _whole(desk, shift)
        await desk.settled()
        await desk.press("f10")
        await form(desk)
        for shift in ("a", "bc"):
            await _whole(desk, shift)

    at_desk(small, journey, size=size, language="ko", toasts=True)


async def _whole(desk: Desk, shift: str) -> None:
    said = shift + "용어집" * 10
    tell(desk.app, said)
    await desk.until(lambda: said in desk.screen(), f"for {said}")
    assert desk.notices() == said


def test_a_failure_is_said_once_and_stays_beside_what_is_done(small: Path) -> None:
    async def journey(desk: Desk) -> None:
        await desk.search("없는말")
        for _ in range(3):
            await desk.press("f5")
        await desk.said("no form to copy")
        screen = desk.app.screen
        assert isinstance(screen, Page)
        for said_so in ("first", "second"):
            tell(desk.app, said_so)
            await desk.said(said_so)
        said = desk.notices().split("\n")
        assert len(said) == 2
        assert said[-1] == "second"

    at_desk(small, journey)
