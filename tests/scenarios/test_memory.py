"""Memories when things go wrong: a process killed while it imports or builds an index, a full
disk, two imports at once, an index that is deleted or broken while it is in use.

MALMOI_UNITS says how many units an import has; by default few, so that all is done in seconds.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glossary.store import segments
from glossary.workspace import Workspace
from tests.store.build import ROOT, answer, new_file, python, run_sql

KILLS = 20
UNITS = int(os.environ.get("MALMOI_UNITS", "6000"))
_PATIENCE = 60 + UNITS / 500  # seconds; the machine may have other work

_IMPORT = """
import sys
from glossary.workspace import Workspace
from glossary.workflow.memory_import import import_units
with Workspace(sys.argv[1]) as workspace:
    print("ready", flush=True)
    report = import_units(workspace, [sys.argv[2]], sys.argv[3], "tm import")
    print(report.new, report.same, flush=True)
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("units") / "units.tsv"
    chance = random.Random(3)
    words = ["중시", "량산", "기지", "건설", "마쳤다", "시작했다", "신제품", "공장", "올해", "래년"]
    with path.open("w", encoding="utf-8") as file:
        file.write("ko-CN\tzh-CN\n")
        for number in range(UNITS):
            file.write(f"{number}호 {' '.join(chance.choices(words, k=6))}\t第{number}句\n")
    return path


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "malmoi"


def count(path: Path) -> int:
    return int(run_sql(path, "SELECT count(*) FROM unit WHERE ended IS NULL")[0][0])


def is_found(path: Path, text: str = "17호 ") -> bool:
    """Whether a match finds what there is, by way of whatever index there is."""
    with Workspace(str(path)) as workspace:
        row = run_sql(path, "SELECT text FROM text WHERE text GLOB ?", parameters=(f"{text}*",))
        found = workspace.memory.match(row[0][0], "ko-CN", "zh-CN", 90)
        return bool(found) and found[0].score == 100 and workspace.doctor.examine().sound


@pytest.mark.slow
def test_an_import_killed_at_any_moment_leaves_all_or_nothing(tmp_path: Path, table: Path) -> None:
    path = new_file(tmp_path / "x.db")
    began = time.monotonic()
    answer(python(_IMPORT, path, table, "whole"), _PATIENCE)
    whole = time.monotonic() - began
    chance = random.Random(5)
    outcomes = set()
    for number in range(KILLS):
        before = count(path)
        process = python(_IMPORT, path, table, f"m{number}")
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        time.sleep(chance.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        after = count(path)
        assert after - before in (0, UNITS)
        outcomes.add(after - before)
    assert 0 in outcomes
    assert is_found(path)


@pytest.mark.slow
def test_an_index_build_killed_at_any_moment_is_made_anew(
    tmp_path: Path, table: Path, cache: Path
) -> None:
    path = new_file(tmp_path / "x.db")
    answer(python(_IMPORT, path, table, "news"), _PATIENCE)
    built = len(list(cache.glob("*.segments")))
    assert built == 2
    build = (
        "import sys; from glossary.workspace import Workspace\n"
        "with Workspace(sys.argv[1]) as workspace:\n"
        "    print('ready', flush=True)\n"
        "    workspace.memory.segments.build()\n"
    )
    chance = random.Random(6)
    for _ in range(KILLS):
        for each in cache.glob("*.segments"):
            each.unlink()
        process = python(build, path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert is_found(path)


def test_two_processes_build_the_index_at_once(tmp_path: Path, table: Path, cache: Path) -> None:
    path = new_file(tmp_path / "x.db")
    answer(python(_IMPORT, path, table, "news"), _PATIENCE)
    for each in cache.glob("*.segments"):
        each.unlink()
    code = (
        "import sys; from glossary.workspace import Workspace\n"
        "with Workspace(sys.argv[1]) as workspace:\n"
        "    print(len(workspace.memory.match('17호 중시 량산', 'ko-CN', 'zh-CN', 50, 0)))\n"
    )
    both = [python(code, path) for _ in range(3)]
    assert len({answer(each, _PATIENCE) for each in both}) == 1
    assert len(list(cache.glob("*"))) == 1  # nothing half done stays


def test_two_imports_at_once_are_both_kept(tmp_path: Path, table: Path) -> None:
    path = new_file(tmp_path / "x.db")
    both = [python(_IMPORT, path, table, name) for name in ("one", "two")]
    assert [answer(each, _PATIENCE).split()[1:] for each in both] == [[str(UNITS), "0"]] * 2
    assert count(path) == 2 * UNITS
    assert is_found(path)


def test_the_same_import_twice_at_once_makes_no_unit_double(tmp_path: Path, table: Path) -> None:
    path = new_file(tmp_path / "x.db")
    both = [python(_IMPORT, path, table, "news") for _ in range(2)]
    assert sorted(answer(each, _PATIENCE).split()[1] for each in both) == sorted(("0", str(UNITS)))
    assert count(path) == UNITS


def test_an_index_may_vanish_or_break_while_it_is_in_use(
    tmp_path: Path, table: Path, cache: Path
) -> None:
    path = new_file(tmp_path / "x.db")
    answer(python(_IMPORT, path, table, "news"), _PATIENCE)
    with Workspace(str(path)) as workspace:
        wanted = workspace.memory.match("17호 중시 량산", "ko-CN", "zh-CN", 50, 0)
        for each in cache.glob("*.segments"):
            each.unlink()
        assert workspace.memory.match("17호 중시 량산", "ko-CN", "zh-CN", 50, 0) == wanted
    with Workspace(str(path)) as workspace:
        assert workspace.memory.match("17호 중시 량산", "ko-CN", "zh-CN", 50, 0) == wanted
    for each in cache.glob("*.segments"):
        whole = each.read_bytes()
        for data in (b"", whole[:5_000], whole[:-8], b"x" * 4_000):
            each.write_bytes(data)
            with Workspace(str(path)) as workspace:
                found = workspace.memory.match("17호 중시 량산", "ko-CN", "zh-CN", 50, 0)
                assert found == wanted


def test_a_cache_that_cannot_be_written_only_costs_time(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new_file(tmp_path / "x.db")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    answer(python(_IMPORT, path, table, "news"), _PATIENCE)
    assert is_found(path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_ends_in_a_sentence_and_leaves_nothing(tmp_path: Path, table: Path) -> None:
    path = new_file(tmp_path / "x.db")
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({path.stat().st_size + 100_000},) * 2)\n"
        "from glossary.cli.front import run\n"
        "sys.exit(run(['--db', sys.argv[1], 'tm', 'import', sys.argv[2]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, str(path), str(table)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode in (3, 4), done.stderr
    assert "Traceback" not in done.stderr
    assert count(path) == 0
    assert run_sql(path, "PRAGMA integrity_check") == [("ok",)]


def test_fewer_units_than_pay_for_an_index_have_none(tmp_path: Path, cache: Path) -> None:
    path = new_file(tmp_path / "x.db")
    small = tmp_path / "small.tsv"
    lines = [f"{number}호 중시\t第{number}句\n" for number in range(segments.SMALL // 2)]
    small.write_text("ko-CN\tzh-CN\n" + "".join(lines), "utf-8")
    answer(python(_IMPORT, path, small, "news"), _PATIENCE)
    assert is_found(path)
    assert not cache.exists() or not list(cache.glob("*.segments"))
