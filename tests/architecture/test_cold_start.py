"""A look-up and the help import only what they need: the rest costs more than they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glossary.workflow.packs import create_workspace

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "ahocorasick_rs",
    "lxml",
    "numpy",
    "platformdirs",
    "pypinyin",
    "rapidfuzz",
    "rich",
    "sqlite_utils",
    "textual",
    "typer",
)
NEVER_FOR_HELP = ("lxml", "numpy", "pypinyin", "rapidfuzz", "sqlite_utils", "textual")
WATCHED = """
import sys
before = set(sys.modules)
from glossary.cli.front import run
code = run(sys.argv[1:])
print(code, *(set(sys.modules) - before), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cold") / "glossary.db")
    create_workspace(path)
    return path


def imported(*arguments: str) -> set[str]:
    """The top names of all that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("query", ["중시", "ㅈㅅ", "wndtl", "zhongshi", "량샨"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["table", "json"])
def test_a_look_up_imports_nothing_heavy(starter: str, query: str, form: tuple[str, ...]) -> None:
    names = imported("--db", starter, "search", query, *form)
    assert names & set(HEAVY) == set()


def test_the_workbench_begins_without_typer_and_without_what_only_later_screens_need() -> None:
    watched = "import sys, glossary.cli.front, glossary.cli.start_up, tui.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", watched], cwd=ROOT, capture_output=True, check=True, text=True
    )
    names = set(done.stdout.split())
    heavy = {"typer", "click", "numpy", "lxml", "pypinyin", "ahocorasick_rs", "rapidfuzz"}
    assert names & heavy == set()
    shown = {f"tui.screens.{name}" for name in ("page", "look_up", "choose", "confirm")}
    assert {name for name in names if name.startswith("tui.screens.")} == shown


@pytest.mark.parametrize("arguments", [("--help",), ("search", "--help"), ("--version",)])
def test_help_imports_neither_storage_nor_the_workbench(arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) & set(NEVER_FOR_HELP) == set()
