"""The workbench as a person sees it: a real process in a pseudo-terminal, timed from a key to the
bytes that paint what came of it; and the same while another process writes to the file.

python -m tests.benchmarks.workbench GLOSSARY measures on a file of one's own; nothing but the
last part writes to it, and takes back what it wrote.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.model import KO_CN, ZH_CN, Concept, Term
from glossary.store.create import create
from glossary.store.search import Filter
from glossary.texts.harmless import harmless
from glossary.workspace import Workspace
from tests.benchmarks.figures import percentile, read_terms, timed
from tests.benchmarks.terminal import Terminal
from tui.state import State

RUNS, WORDS, TYPED = 7, 60, 4
_BETWEEN = 0.15  # seconds between two keys of somebody who types fast
_LEAVE, _END, _HOME, _CLEAR = "\x11", "\x1b[1;5F", "\x1b[1;5H", "\x15"
_ROWS = 50_000

Expected = tuple[str, str, str]
"""What stands in the line after a key, the first term then found, and how it is found."""

_SECOND = """
import sys, time
from glossary.model import Concept, Term
from glossary.workspace import Workspace
from glossary.workflow.exchange import plan_import, run_import
path, rows = sys.argv[1], sys.argv[2]
with Workspace(path) as workspace:
    for number in range(20):
        entry = workspace.terms.put(Concept("", (Term("ko-CN", f"둘째{number}"),)), "add")
        workspace.terms.remove(entry.concept.uid, "rm")
        time.sleep(0.1)
    run_import(workspace, plan_import(workspace, [rows]), "import rows.csv")
    time.sleep(3)
    workspace.history.undo(workspace.history.batches(1)[0].number, "undo")
    time.sleep(2)
"""


# How late a process is that only sleeps: what the machine itself holds up.
_IDLE = """
import select, sys, time
late = []
while not select.select([sys.stdin], [], [], 0)[0]:
    began = time.perf_counter()
    time.sleep(0.01)
    late.append(time.perf_counter() - began - 0.01)
late = sorted(late) or [0.0]
print(f"{late[len(late) * 95 // 100] * 1000:.0f} ms at p95, {late[-1] * 1000:.0f} ms at most")
"""


@contextmanager
def _idle(environment: dict[str, str]) -> Iterator[None]:
    """Say how late an idle process was in the meantime."""
    command = [sys.executable, "-c", _IDLE]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as idle:
        yield
        said, _ = idle.communicate("\n")
    print(f"    (an idle process was late by {said.strip()}; load {os.getloadavg()[0]:.1f})")


def run(terms: Path, count: int) -> None:
    """Measure on a glossary of so many terms of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "glossary.db")
        _fill(path, read_terms(terms, count))
        measure(path, folder)


def measure(path: str, folder: str) -> None:
    """Print the figures of one file; `folder` is for what the workbench remembers."""
    program = str(Path(sys.executable).parent / "glossary")
    environment = {**os.environ, "TERM": "xterm-256color", "GLOSSARY_LANG": "en"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        environment[name] = os.environ[name] = os.path.join(folder, name.lower())
    State(path).set("toured", "yes")
    command = [program, "--db", path, "tui"]
    expected = _expected(path)  # makes the index too, which a first search makes once
    _first_screens(command, environment)
    with _idle(environment):
        _keys(path, expected, command, environment)
    with _idle(environment):
        _beside_a_writer(path, folder, command, environment)


def _first_screens(command: list[str], environment: dict[str, str]) -> None:
    textual = [sys.executable, "-c", "import textual.app"]
    walls, used, peers = [], [], []
    for _ in range(RUNS + 1):
        peers.append(timed(lambda: subprocess.run(textual, env=environment, check=True)))
        terminal = Terminal(command, environment)
        walls.append(terminal.until(lambda text: "1 of 1" in text))
        used.append(terminal.end(_LEAVE)[0])
    wall, peer = percentile(walls[1:], 0.5), percentile(peers[1:], 0.5)
    print(f"workbench, load {os.getloadavg()[0]:.1f}; medians of {RUNS}, the first left out")
    print(
        f"  first screen {wall * 1000:.0f} ms, {wall / peer:.2f} x importing Textual alone"
        f" ({peer * 1000:.0f} ms); processor {percentile(used[1:], 0.5):.2f} s in all"
    )


def _keys(
    path: str, expected: list[Expected], command: list[str], environment: dict[str, str]
) -> None:
    last = _last(path)
    terminal = Terminal(command, environment)
    terminal.until(lambda text: f"1 of {last}" in text)
    counted = time.perf_counter() - terminal.began
    terminal.quiet(3)
    ends = []
    for keys, shown in ((_END, f"{last} of {last}"), (_HOME, f"1 of {last}")) * 5:
        terminal.send(keys)
        took = terminal.until(lambda text, shown=shown: shown in text)  # type: ignore[misc]
        ends += [took] if keys == _END else []
        terminal.quiet(0.3)
    times: dict[str, list[float]] = {}
    for typed, first, how in expected:
        if len(typed) == 1:
            terminal.send(_CLEAR)
            terminal.quiet(1)
        terminal.send(typed[-1])
        line = re.compile(f"> *{re.escape(first)}")  # of the list: ">" says what is chosen
        took = terminal.until(lambda text, line=line: line.search(text) is not None)  # type: ignore[misc]
        times.setdefault(how, []).append(took)
        terminal.quiet(max(_BETWEEN - took, 0))
    used, memory = terminal.end(_LEAVE)
    every = [each for some in times.values() for each in some]
    print(f"  whole list counted {counted:.1f} s after the start; End {max(ends) * 1000:.0f} ms at"
          f" most; {memory / 1024:.0f} MB at most")  # fmt: skip
    print(f"  key to results painted, {len(every)} keys; processor {used:.1f} s in all")
    for name, some in {"all": every, **times}.items():
        figures = [percentile(some, share) * 1000 for share in (0.5, 0.95, 1)]
        print(f"    {name:9} {len(some):4}: p50 {figures[0]:.0f} p95 {figures[1]:.0f}"
              f" max {figures[2]:.0f} ms")  # fmt: skip


def _beside_a_writer(
    path: str, folder: str, command: list[str], environment: dict[str, str]
) -> None:
    rows = os.path.join(folder, "rows.csv")
    lines = [f"새낱말{number},新词{number}\n" for number in range(_ROWS)]
    Path(rows).write_text("ko-CN,zh\n" + "".join(lines), encoding="utf-8")
    terminal = Terminal(command, environment)
    terminal.until(lambda text: "1 of 1" in text)
    terminal.quiet(3)
    times: list[tuple[float, float]] = []
    came = False

    def answered(text: str) -> bool:
        nonlocal came
        came = came or ">새낱말" in text
        return bool(text)

    with subprocess.Popen([sys.executable, "-c", _SECOND, path, rows], env=environment) as writer:
        began = time.perf_counter()
        while writer.poll() is None:
            for key in ("새", "낱", "말", "\x7f", "\x7f", "\x7f", "량", "산", _CLEAR):
                terminal.send(key)
                times.append((terminal.until(answered), time.perf_counter() - began))
                terminal.quiet(0.08)
    terminal.end(_LEAVE)
    longest = sorted(times, reverse=True)[:3]
    print(f"  beside a writer of {_ROWS:,} rows: {len(times)} keys, each answered on the screen;")
    print(f"    longest {', '.join(f'{t * 1000:.0f} ms (at {at:.1f} s)' for t, at in longest)};"
          f" new rows appeared: {came}; exit {writer.returncode}")  # fmt: skip


def _expected(path: str) -> list[Expected]:
    """Terms of the file, typed letter by letter."""
    chance = random.Random(5)
    found = []
    with Workspace(path, many=True) as workspace:
        rows = workspace.listings.of("", Filter())
        for _ in range(WORDS):
            page = workspace.listings.page(rows, chance.randrange(len(rows.starts)))
            word = chance.choice(page).terms[0].text[:TYPED].replace(" ", "")
            for length in range(1, len(word) + 1):
                typed = word[:length]
                hits = workspace.listings.first(typed, Filter())
                if hits and hits[0].terms[0].text == harmless(hits[0].terms[0].text):
                    shown = hits[0].terms[0].text[:6].rstrip()
                    found.append((typed, shown, hits[0].matched.by))
                else:
                    break
    return found


def _last(path: str) -> int:
    with Workspace(path) as workspace:
        return workspace.listings.of("", Filter()).total


def _fill(path: str, terms: list[str]) -> None:
    create(path)
    with Workspace(path) as workspace:
        mine = workspace.sets.find("mine")[0]
        for start in range(0, len(terms), 50_000):
            concepts = [_concept(start + at, text) for at, text in
                        enumerate(terms[start : start + 50_000])]  # fmt: skip
            with workspace.database.write("import") as batch:
                workspace.terms.write(batch, mine, concepts)


def _concept(number: int, text: str) -> Concept:
    variety = KO_CN if any("가" <= char <= "힣" for char in text) else ZH_CN
    return Concept(f"c{number:012}", (Term(variety, text, uid=f"t{number:012}"),))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        measure(os.path.realpath(sys.argv[1]), own)
