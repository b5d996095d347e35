"""Tables and cards: columns align, nothing is lost when a line is wrapped."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from glossary.cli.harmless import harmless, width
from glossary.cli.table import lines
from tests.cli.runner import Runner

ROWS = [
    ["중국 조선어", "中文", "x"],
    ["파일럿 테스트 플랫폼 파일럿", "中试平台", "y"],
    ["a", "b", "c"],
]


def test_every_column_starts_at_one_place() -> None:
    shown = list(lines(ROWS))
    assert len({cell_len(line) for line in shown}) == 1
    assert [line[-1] for line in shown] == ["x", "y", "c"]


@pytest.mark.parametrize("room", [20, 26, 30])
def test_a_wrapped_line_fits_and_loses_nothing(room: int) -> None:
    shown = list(lines(ROWS, room))
    assert max(cell_len(line) for line in shown) <= room
    text = "".join("".join(shown).split())
    assert sorted(text) == sorted("".join("".join(cell for row in ROWS for cell in row).split()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;x\x07", "\\x1b]52;c;x\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\u200b", "\\u200b"),
        ("\U000e0041", "\\U000e0041"),
        ("중시 [/] 中试", "중시 [/] 中试"),
    ],
)
def test_what_could_act_on_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_width_is_that_of_the_terminal() -> None:
    for text in ("중시", "中试", "abc", "ﾊﾝｶｸ", "Ｆｕｌｌ", "é", "한글"):
        assert width(text) == cell_len(text)


def test_a_card_shows_all_a_concept_holds(glossary: Runner) -> None:
    shown = glossary("show", glossary.uid("중시")).out
    for part in ("sqg4pnecs5kpc", "Domain: tech", "Definition:", "Note:", "Korean in China"):
        assert part in shown
    for part in ("(preferred, noun)", "not before 하", "이코노믹데일리", "2025-01-31", "forbidden"):
        assert part in shown
