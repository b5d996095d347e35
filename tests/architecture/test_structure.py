"""How the files lie and how large they grow: what a reader may rely on without looking.

The rules hold for what is committed, so the list of files comes from git; outside a checkout
these tests are skipped.
"""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = ("glossary", "tui")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
LINES = 400
PIN = re.compile(r"^([a-z0-9][\w.-]*)(?:\[[\w,-]+\])?(==[^ \\]+)", re.MULTILINE)

# Written from right to left, so that this file does not name them.
REGISTRY_HOSTS = tuple(
    reversed_name[::-1]
    for reversed_name in (
        "gro.ipyp",
        "gro.detsohnohtyp",
        "gro.sjmpn.yrtsiger",
        "moc.gkpnray.yrtsiger",
        "gro.naibed.bed",
        "oi.setarc",
        "gro.gnalog.yxorp",
    )
)
MACHINE_PATH = re.compile(
    r"(?<![\w.~})-])/(?:work|root|home|Users)/(?=[\w.])|\b[A-Z]:\\Users\\", re.ASCII
)


@cache
def committed() -> tuple[PurePosixPath, ...]:
    """Every committed file that is still there, relative to the root."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"not a git checkout: {error}")
    names = [name for name in done.stdout.split("\0") if name]
    return tuple(PurePosixPath(name) for name in names if (ROOT / name).is_file())


def text_of(path: PurePosixPath) -> str:
    """The text of a file; what is not UTF-8 in it is replaced, so that no file is left out."""
    return (ROOT / path).read_text("utf-8", errors="replace")


def modules(*tops: str) -> list[PurePosixPath]:
    return [path for path in committed() if path.suffix == ".py" and path.parts[0] in tops]


def test_no_file_of_the_program_is_longer_than_400_lines() -> None:
    files = [path for path in committed() if path.parts[0] in CODE]
    sizes = {str(path): text_of(path).count("\n") for path in files}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LINES} == {}


def test_no_folder_is_deeper_than_two_but_a_pack_s_own() -> None:
    deep = [
        str(path)
        for path in committed()
        if len(path.parent.parts) > (3 if path.parts[:2] == ("data", "packs") else 2)
    ]
    assert deep == []


def test_every_module_says_what_it_knows() -> None:
    silent = [
        str(path)
        for path in committed()
        if path.suffix == ".py" and not ast.get_docstring(ast.parse(text_of(path)))
    ]
    assert silent == []


def test_an_init_holds_its_docstring_alone() -> None:
    busy = {}
    for path in committed():
        if path.name == "__init__.py":
            rest = [ast.unparse(node) for node in ast.parse(text_of(path)).body[1:]]
            if path.parts == ("glossary", "__init__.py"):
                rest = [line for line in rest if not line.startswith("__version__ = ")]
            if rest:
                busy[str(path)] = rest
    assert busy == {}


def test_every_package_has_an_init() -> None:
    folders = {path.parent for path in modules(*CODE)}
    assert {str(folder) for folder in folders if folder / "__init__.py" not in committed()} == set()


def test_every_part_of_the_program_has_its_layer() -> None:
    settings = tomllib.loads(text_of(PurePosixPath("pyproject.toml")))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name for layer in layers for name in re.findall(r"[\w.]+", layer)}
    parts = {
        f"glossary.{PurePosixPath(path.parts[1]).stem}"
        for path in modules("glossary")
        if path.parts[1] != "__init__.py"
    }
    assert parts - placed == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_hashes_and_names_no_address(name: str) -> None:
    lock = text_of(PurePosixPath(name))
    assert "://" not in lock
    pins = re.findall(r"^[a-z0-9][\w.-]*==", lock, re.MULTILINE)
    assert pins
    assert len(re.findall(r"^ +--hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)) >= len(pins)


def test_all_lock_files_pin_the_same_runtime_packages() -> None:
    runtime, development, benchmarks = (
        set(PIN.findall(text_of(PurePosixPath(name)))) for name in LOCKS
    )
    assert runtime < development
    assert runtime < benchmarks


@pytest.mark.parametrize("name", LOCKS)
def test_a_pin_has_the_extras_that_other_packages_ask_for(name: str) -> None:
    """Else an older pip takes the newest version for the extra, which has no hash here."""
    text = text_of(PurePosixPath(name))
    assert "markdown-it-py[linkify]==" in text
    assert ("coverage[toml]==" in text) == (name == "requirements-dev.lock")


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_no_committed_text_names_a_package_registry(host: str) -> None:
    assert [str(path) for path in committed() if host in text_of(path)] == []


def test_no_committed_text_holds_a_path_of_somebody_s_machine() -> None:
    found = {}
    for path in committed():
        match = MACHINE_PATH.search(text_of(path))
        if match:
            found[str(path)] = match[0]
    assert found == {}


# "|" stands for the slash, so that this file holds no such path itself.
@pytest.mark.parametrize("text", ["see |home|kim|x", "'|Users|kim'", "file:|||work|a"])
def test_a_machine_path_is_known_when_seen(text: str) -> None:
    assert MACHINE_PATH.search(text.replace("|", "/"))


@pytest.mark.parametrize("text", ["https:||example.org|home|x", "$place|home|data", "~|work|a"])
def test_an_address_and_a_relative_path_are_no_machine_path(text: str) -> None:
    assert not MACHINE_PATH.search(text.replace("|", "/"))


def test_the_tests_that_the_documents_name_are_there() -> None:
    known = {str(path) for path in committed()}
    known |= {str(parent) for path in committed() for parent in path.parents}
    pages = [text_of(path) for path in committed() if path.suffix == ".md"]
    named = {name for page in pages for name in re.findall(r"`(tests/[\w/.]+)`", page)}
    assert named
    assert named - known == set()
