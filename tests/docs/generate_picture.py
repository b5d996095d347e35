"""Writes docs/workbench.svg, the picture of the workbench: python -m tests.docs.generate_picture"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.texts.harmless import width
from glossary.workflow.packs import create_workspace

if TYPE_CHECKING:
    from tests.tui.desk import Desk

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "workbench.svg"
_SIZE = (120, 26)
_CELL = 12.2  # wide, as Rich draws it
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+"'
    r' clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)


async def _drawn(folder: str) -> str:
    from tests.tui.desk import Desk
    from tui.app import Workbench
    from tui.state import State

    path = os.path.join(folder, "glossary.db")
    create_workspace(path)
    State(path).set("toured", "yes")
    app = Workbench(path)
    async with app.run_test(size=_SIZE) as pilot:
        desk = Desk(app, pilot, Path(path))
        await desk.settled()
        await desk.search("중시")
        await still(desk)
        return app.export_screenshot(title="glossary tui")


async def still(desk: Desk) -> None:
    """Have nothing blink, and all that was wanted drawn."""
    from textual.widgets import Input

    for field in desk.app.screen.query(Input):
        field.cursor_blink = False
        field._pause_blink(visible=True)
    desk.app.screen.refresh(layout=True)
    before = ""
    while (now := desk.app.export_screenshot()) != before:
        before = now
        await desk.pilot.pause(0.5)  # longer than any wait for another key


def _in_cells(found: re.Match[str]) -> str:
    """A text as long as its cells, wide characters each in a place of its own: Rich takes them
    for narrow ones, and fonts differ in how wide they are."""
    runs = groupby(html.unescape(found["text"]), lambda char: width(char) != 1)
    pieces = [each for wide, run in runs for each in (_clusters(run) if wide else ["".join(run)])]
    drawn, x = [], float(found["x"])
    for piece in pieces:
        length = width(piece) * _CELL
        if piece.strip("\xa0 "):
            said = html.escape(piece).replace("\xa0", "&#160;")
            drawn.append(
                f'<text class="{found["style"]}" x="{x:.1f}" y="{found["y"]}"'
                f' textLength="{length:.1f}" clip-path="{found["clip"]}">{said}</text>'
            )
        x += length
    return "".join(drawn)


def _clusters(run: Iterable[str]) -> Iterator[str]:
    """The characters, each with what joins it."""
    cluster = ""
    for char in run:
        if cluster and width(char) and not cluster.endswith("\u200d"):
            yield cluster
            cluster = ""
        cluster += char
    yield cluster


def cleaned(drawn: str) -> str:
    """A picture that any machine draws alike: without fonts from elsewhere and random names."""
    drawn = _TEXT.sub(_in_cells, re.sub(r"terminal-\d+", "terminal", drawn))
    lines = (line.rstrip() for line in drawn.split("\n") if "cdnjs" not in line)  # fonts
    return "\n".join(lines).replace('"),\n', '");\n') + "\n"


def main() -> None:
    """Draw the look-up on the starter pack."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = os.path.join(folder, name)
        os.chdir(folder)
        drawn = asyncio.run(_drawn("."))
        path = os.path.realpath("glossary.db")
    shown = "~/glossary.db"
    drawn = drawn.replace(path, shown + "&#160;" * (len(path) - len(shown)))
    PICTURE.write_text(cleaned(drawn), encoding="utf-8")


if __name__ == "__main__":
    main()
