"""The memory page: matches, inserting by number, words in context, adding a pair."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from glossary.workspace import Workspace
from tests.store.build import unit
from tests.tui.desk import NARROW, Desk, at_desk
from tui.screens.choose import Choose
from tui.screens.confirm import Confirm
from tui.screens.memory import MemoryPage
from tui.widgets.match_list import MatchItem
from tui.widgets.text_field import TextField


@pytest.fixture
def remembering(small: Path) -> Path:
    with Workspace(str(small)) as workspace:
        for number, (korean, chinese) in enumerate(
            (
                ("신제품 300대를 량산하였다.", "量产了300台新产品。"),
                ("새 공장에서 시험을 마쳤다.", "在新工厂完成了试验。"),
                ("공장 문을 열었다.", "工厂开门了。"),
            )
        ):
            workspace.memory.add(unit(f"unit{number}", korean, chinese), "client", "tm add")
    return small


def field(desk: Desk, name: str) -> TextField:
    return desk.app.screen.query_one(f"#{name}", TextField)


async def opened(desk: Desk) -> None:
    await desk.press("f4")
    await desk.showing(MemoryPage)


async def matched(desk: Desk, part: str) -> str:
    """Wait for a match that says this; all matches."""
    await desk.until(lambda: part in matches(desk), f"for {part}")
    return matches(desk)


def matches(desk: Desk) -> str:
    return "\n".join(str(each.render()) for each in desk.app.screen.query(MatchItem))


def test_a_segment_finds_matches_that_go_in_by_number(remembering: Path) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        await desk.type("신제품 500대를 량산하였다.")
        said = await matched(desk, "95%")
        for part in ("client", "3500대", "量产了300台新产品。", "量产了500台新产品。", "number"):
            assert part in said, part
        await desk.press("alt+1")
        assert field(desk, "target").text == "量产了500台新产品。"
        await desk.press("alt+7")
        await desk.said("There is no number 7")

    at_desk(remembering, journey)


def test_alt_with_a_digit_inserts_as_terminals_without_the_newer_protocols_send_it(
    remembering: Path,
) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        await desk.type("신제품 500대를 량산하였다.")
        await matched(desk, "95%")
        await desk.send("\x1b1")
        assert field(desk, "target").text == "量产了500台新产品。"
        for digit in "23456789":
            await desk.send(f"\x1b{digit}")
            await desk.said(f"There is no number {digit}")
        await desk.send("\x1b[49;3u")  # the newer protocol
        assert field(desk, "target").text == "量产了500台新产品。"
        assert field(desk, "source").text == "신제품 500대를 량산하였다."
        await desk.press("f3")  # where nothing can be inserted they are the signs they are
        await desk.send("\x1b6")
        assert field(desk, "text").text == "§"

    at_desk(remembering, journey)


def test_what_an_insertion_replaces_comes_back_by_undo_and_then_the_batch_is_asked_about(
    remembering: Path,
) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        await desk.type("공장 문을 열었다.")
        await matched(desk, "100%")
        field(desk, "target").focus()
        await desk.type("工厂")
        await desk.press("alt+1")
        assert field(desk, "target").text == "工厂开门了。"
        await desk.press("ctrl+z")
        assert field(desk, "target").text == "工厂"
        await desk.press("ctrl+j")
        await desk.said("Made the memory mine")
        await desk.press("ctrl+z")
        await desk.showing(Confirm)
        assert "tm add" in desk.screen()
        await desk.press("enter")
        await desk.said("Done.")
        assert "Made the memory" not in desk.notices()

    at_desk(remembering, journey)


def test_a_key_goes_round_all_directions_that_the_script_allows(remembering: Path) -> None:
    async def journey(desk: Desk) -> None:
        async def round_trip(count: int) -> list[str]:
            seen = []
            for _ in range(count):
                seen.append(desk.text("#direction").split(" · ")[0])
                await desk.press("f6")
            assert desk.text("#direction").split(" · ")[0] == seen[0]
            return seen

        await opened(desk)
        field(desk, "source").put("工厂开门了。")
        await desk.pause()
        seen = await round_trip(6)
        assert len(set(seen)) == 6
        assert seen[0] == "Chinese → Korean in China"
        assert "Korean in China → Chinese" in seen
        field(desk, "source").put("공장 문을 열었다.")
        await desk.pause()
        seen = await round_trip(4)
        assert len(set(seen)) == 4
        assert not any(each.startswith("Chinese") for each in seen)
        while "South Korean → Chinese" not in desk.text("#direction"):
            await desk.press("f6")
        field(desk, "source").put("工厂开门了。")  # the other way round, where it has to be
        await desk.until(lambda: "Chinese → South Korean" in desk.text("#direction"))

    async def later(desk: Desk) -> None:
        await opened(desk)
        field(desk, "source").put("공장 문을 열었다.")
        await desk.until(lambda: "South Korean → Chinese" in desk.text("#direction"))

    at_desk(remembering, journey)
    at_desk(remembering, later)


def test_a_pair_is_added_and_found_again(remembering: Path) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        await desk.type("련습을 시작하였다")
        field(desk, "target").focus()
        await desk.type("开始练习了")
        await desk.press("ctrl+j")
        await desk.said("Made the memory mine")
        assert field(desk, "source").text == ""
        await desk.type("련습을 시작하였다")
        assert "开始练习了" in await matched(desk, "100%")

    at_desk(remembering, journey)
    with Workspace(str(remembering)) as workspace:
        found = workspace.memory.match("련습을 시작하였다", "ko-CN", "zh-CN")
        assert [each.target.text for each in found] == ["开始练习了"]
        assert workspace.history.batches(1)[0].command == "tm add"


def test_pairs_go_to_the_memory_of_ones_choice(remembering: Path) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        assert "pairs are added to: mine" in desk.text("#direction")
        await desk.press("f7")
        await desk.showing(Choose)
        await desk.type("client")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, MemoryPage))
        await desk.until(lambda: "added to: client" in desk.text("#direction"))
        await desk.type("련습을 시작하였다")
        field(desk, "target").focus()
        await desk.type("开始练习了")
        await desk.press("ctrl+j")
        await desk.said("Added to the memory client")

    at_desk(remembering, journey)
    with Workspace(str(remembering)) as workspace:
        (match,) = workspace.memory.match("련습을 시작하였다", "ko-CN", "zh-CN", threshold=100)
        assert match.memory == "client"


def test_the_words_at_the_caret_are_shown_in_context(remembering: Path) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        await desk.type("공장")
        await desk.press("ctrl+k")
        said = await matched(desk, "공장 문을 열었다.")
        assert "工厂开门了。" in said
        assert "새 공장에서" in said
        assert len(desk.app.screen.query(MatchItem)) == 2
        assert "공장" in desk.text("#match-said")
        field(desk, "source").put("없는말")
        await desk.until(lambda: "No match" in desk.text("#match-said"))
        await desk.press("ctrl+k")
        await desk.until(lambda: "없는말" in desk.text("#match-said"))

    at_desk(remembering, journey, size=NARROW)


def test_the_other_direction_is_told_by_the_script_and_the_target_by_a_key(
    remembering: Path,
) -> None:
    async def journey(desk: Desk) -> None:
        await opened(desk)
        field(desk, "source").post_message(Paste("工厂开门了。"))
        assert "공장 문을 열었다." in await matched(desk, "100%")
        assert "Chinese → Korean in China" in desk.text("#direction")
        await desk.press("f6")
        assert "Chinese → South Korean" in desk.text("#direction")
        await matched(desk, "target in the other variety")

    at_desk(remembering, journey)


def test_a_segment_outlives_the_program(remembering: Path) -> None:
    async def types(desk: Desk) -> None:
        await opened(desk)
        await desk.type("공장 문을 열었다.")
        await matched(desk, "100%")

    async def finds(desk: Desk) -> None:
        await opened(desk)
        await matched(desk, "100%")
        assert field(desk, "source").text == "공장 문을 열었다."

    at_desk(remembering, types)
    at_desk(remembering, finds)
