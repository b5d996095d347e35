"""Every command of docs/workflow.md does, and shows, what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.runner import Runner

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "workflow.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MORE = "…"


class Shown(NamedTuple):
    """A command, the lines it is said to print, and its exit code."""

    words: list[str]
    lines: list[str]
    code: int


def commands() -> Iterator[Shown]:
    for language, block in BLOCK.findall(PAGE):
        if language:
            continue
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = piece.splitlines()
            code = 1 if "# exit 1" in lines else 0
            said = [line for line in lines if not line.startswith("# exit")]
            yield Shown(shlex.split(command)[1:], said, code)


def stands(line: str, printed: list[str]) -> bool:
    """Whether a line was printed; … stands for what is left out of it."""
    pattern = re.compile(r"\s+".join(map(re.escape, line.split())).replace(re.escape(MORE), ".*"))
    return any(pattern.fullmatch(each.strip()) for each in printed)


def test_every_command_does_what_the_page_says(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sample in (ROOT / "data" / "samples").iterdir():
        shutil.copy(sample, tmp_path)
    [profile] = [block for language, block in BLOCK.findall(PAGE) if language == "toml"]
    (tmp_path / "seoul.toml").write_text(profile, "utf-8")
    monkeypatch.chdir(tmp_path)
    run = Runner(capsys)
    shown = list(commands())
    assert len(shown) > 12
    for each in shown:
        answer = run(*each.words)
        printed = (answer.out + answer.err).splitlines()
        assert answer.code == each.code, (each.words, answer.err)
        missing = [line for line in each.lines if line != MORE and not stands(line, printed)]
        assert missing == [], (each.words, printed)
        if MORE not in each.lines:
            made = "Made your glossary"
            assert len([line for line in printed if made not in line]) == len(each.lines)
