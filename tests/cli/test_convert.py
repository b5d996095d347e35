"""glossary convert: a text in the South Korean spelling, or what would be changed and why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glossary.language.kiwi import kiwi_score
from tests.cli.runner import Runner

TEXT = "량산에 들어간 기술혁신쎈터에서 할수 있다.\r\n류하생은 회수를 늘렸다."


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return str(path)


def test_only_what_is_sure_is_changed_and_line_ends_stay(fresh: Runner, text: str) -> None:
    answer = fresh("convert", text, "--spelling-only")
    assert answer.code == 0
    assert answer.out == ("양산에 들어간 기술혁신센터에서 할 수 있다.\r\n류하생은 회수를 늘렸다.")
    assert "applied 3, suggested 1, flagged 1" in answer.err


def test_what_is_likely_is_changed_on_request(fresh: Runner, text: str) -> None:
    assert "횟수를" in fresh("convert", text, "--band", "suggest").out


def test_the_document_has_every_edit_with_offsets_into_the_original(
    fresh: Runner, text: str
) -> None:
    document = fresh("convert", text, "--json").json
    assert document["text"].startswith("양산에")
    for edit in document["edits"]:
        assert list(edit) == ["start", "end", "from", "to", "kind", "rule", "band", "reason"]
        assert TEXT[edit["start"] : edit["end"]] == edit["from"]
    assert [edit["band"] for edit in document["edits"]].count("apply") == 3


def test_every_change_is_listed_with_its_reason(fresh: Runner, text: str) -> None:
    lines = fresh("convert", text, "--changes").out.splitlines()
    assert len(lines) == 5
    assert lines[0].split("  ")[0] == "line 1, 1"
    assert "량산 → 양산" in lines[0]
    assert "할␣수" in lines[2]
    assert "류하생" in lines[3]
    assert "perhaps a name" in lines[3]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--band", "flag"), 2), (("--to", "zh-CN"), 2), (("--band", "x"), 2)],
)
def test_what_cannot_be_chosen_is_refused(
    fresh: Runner, text: str, words: tuple[str, ...], code: int
) -> None:
    answer = fresh("convert", text, *words)
    assert (answer.code, answer.out) == (code, "")
    assert words[1] in answer.err


def test_a_file_that_cannot_be_read_is_named(fresh: Runner, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("량산과 로동".encode("cp949"))
    for path in (old, tmp_path / "none.txt", tmp_path):
        answer = fresh("convert", str(path))
        assert (answer.code, answer.out) == (3, "")
        assert str(path) in answer.err
    assert fresh("convert", str(old), "--encoding", "cp949").out == "양산과 노동"


def test_the_other_way_round(fresh: Runner, tmp_path: Path) -> None:
    path = tmp_path / "southern.txt"
    path.write_text("노동자들이 여성을 돕게 되었다.\n", "utf-8")
    assert fresh("convert", str(path), "--to", "ko-CN").out == "로동자들이 녀성을 돕게 되였다.\n"
    answer = fresh("convert", str(path), "--to", "zh-CN")
    assert (answer.code, "ko-KR, ko-CN" in answer.err) == (2, True)


def test_a_missing_analyser_is_said_before_anything_is_written(
    fresh: Runner, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kiwipiepy", None)
    kiwi_score.cache_clear()
    answer = fresh("convert", text, "--kiwi")
    assert (answer.code, answer.out) == (2, "")
    assert "malmoi[kiwi]" in answer.err
    assert fresh("convert", text, "--kiwi", "--to", "ko-CN").code == 2
