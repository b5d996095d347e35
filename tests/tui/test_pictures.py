"""What the screens look like, as pictures that a person has looked at.

python -m tests.tui.test_pictures draws them anew, after a change that is meant.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import pytest
from textual.widgets import Static

from glossary.store.create import create
from glossary.workspace import Workspace
from tests.docs.generate_picture import cleaned, still
from tests.store.build import write_all
from tests.tui.conftest import entry
from tests.tui.desk import Desk, form
from tui.app import Workbench
from tui.state import State
from tui.voice import speak

HERE = Path(__file__).parent


async def _wide_in_narrow_columns(desk: Desk) -> None:
    """Wide characters in columns that are too narrow for them."""
    await desk.search("연변")


async def _card(desk: Desk) -> None:
    """List and card beside each other."""
    await desk.search("시험")


async def _form(desk: Desk) -> None:
    """The form on the smallest usual terminal."""
    await desk.search("시험")
    await desk.press("f10")
    await form(desk)
    await desk.until(lambda: "South Korean" in desk.screen())


SCENES = {
    "narrow": ((60, 20), _wide_in_narrow_columns),
    "wide": ((130, 30), _card),
    "form": ((80, 24), _form),
}


def drawn(name: str, folder: Path) -> str:
    """The picture of a scene."""
    size, scene = SCENES[name]
    path = folder / "glossary.db"
    create(str(path))
    with Workspace(str(path)) as workspace:
        write_all(
            workspace,
            [
                entry("y1", "연변조선족자치주", "延边朝鲜族自治州", "옌볜 조선족 자치주"),
                entry("y2", "연변", "延边", "옌볜 연변 👨‍👩‍👧‍👦 ｆｕｌｌ", domain="지명"),
                entry("y3", "연변말", "延边话", "연변 말", note="가" * 40),
                entry("t1", "시험생산", "试生产", "시험 생산", domain="기술"),
                entry("t2", "중간시험", "中间试验", "파일럿 시험", definition="작게 해 보는 일"),
            ],
        )

    async def run() -> str:
        speak("en")
        State(str(path)).set("toured", "yes")
        app = Workbench(str(path))
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot, path)
            await desk.settled()
            await scene(desk)
            await still(desk)
            for state in app.screen_stack[1].query("#state").results(Static):
                state.update("glossary.db")  # where it lies differs
            await still(desk)
            return app.export_screenshot(title=name)

    return cleaned(asyncio.run(run()))


@pytest.mark.parametrize("name", SCENES)
def test_the_screen_looks_as_it_did_when_a_person_looked_at_it(name: str, tmp_path: Path) -> None:
    kept = (HERE / f"picture_{name}.svg").read_text(encoding="utf-8")
    assert drawn(name, tmp_path) == kept


if __name__ == "__main__":
    for each in SCENES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["XDG_STATE_HOME"] = os.environ["XDG_CACHE_HOME"] = home
            (HERE / f"picture_{each}.svg").write_text(drawn(each, Path(home)), encoding="utf-8")
            sys.stdout.write(f"{each}\n")
