"""Tables and cards: columns align, nothing is lost when a line is wrapped."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from glossary.cli.table import lines, wrapped
from glossary.texts.harmless import harmless, width
from tests.cli.program import Program
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


@pytest.mark.parametrize("columns", range(6, 30))
def test_no_line_begins_with_the_dot_between_terms(columns: int) -> None:
    text = "파일럿 시험 · 파일럿 테스트 · 중간 시험 · 시험"
    pieces = wrapped(text, columns)
    assert not [piece for piece in pieces if piece.startswith(("·", " "))]
    assert max(map(cell_len, pieces)) <= columns
    assert "".join("".join(pieces).split()).replace("·", "") == "".join(text.split()).replace(
        "·", ""
    )


def test_a_dot_alone_stays() -> None:
    assert wrapped("·", 1) == ["·"]


@pytest.mark.parametrize("columns", [30, 40, 80])
def test_a_card_fits_its_terminal_and_loses_nothing(
    program: Program, glossary: Runner, columns: int
) -> None:
    long = "아주 긴 설명입니다 " * 12
    uid = glossary(
        "add",
        "--ko-cn",
        "랭동차" * 9,
        "--zh",
        "冷藏车" * 20,
        "--note",
        long,
        "--definition",
        "定义" * 40,
        "--cite",
        f"인민넷;{long};2026",
        "--json",
    ).json["uid"]
    whole = glossary("show", uid).out
    shown = program.on_terminal("show", uid, columns=columns, NO_COLOR="1")
    assert max(map(cell_len, shown.splitlines())) <= columns
    assert "".join(shown.split()) == "".join(whole.split())


def test_labels_have_the_colon_of_their_language(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = glossary.uid("중시")
    assert "\nDomain: tech\n" in glossary("show", uid).out
    monkeypatch.setenv("GLOSSARY_LANG", "zh")
    assert "\n领域：tech\n" in glossary("show", uid).out
