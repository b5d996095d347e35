"""A process that dies in the middle of a large write takes nothing of anybody's with it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from glossary.workspace import Workspace
from tests.store.build import new_file, python, run_sql

KILLS = 20
CONCEPTS = 8_400  # 50,400 rows: the concept, its term, three keys and an example

# Prepares many concepts and their keys once. For each line it then forks a process that writes
# them under uids of their own; "reap" waits for that process and says how it ended.
_BULK = f"""
import os, sys
from glossary.model import Concept, Example, Term
from glossary.store.keys import term_keys
from glossary.workspace import Workspace
terms = [Term("ko-CN", f"량산품{{number}}", uid="t") for number in range({CONCEPTS})]
keys = {{term: term_keys(term) for term in terms}}
example = (Example((("ko-CN", "량산에 들어갔다."),)),)
child = 0
print("ready", flush=True)
for line in sys.stdin:
    if line == "reap\\n":
        print("done" if os.waitpid(child, 0)[1] == 0 else "killed", flush=True)
        continue
    prefix = line.strip()
    child = os.fork()
    if child:
        print(child, flush=True)
        continue
    concepts = [Concept(f"{{prefix}}-{{n}}", (t,), examples=example) for n, t in enumerate(terms)]
    with Workspace(sys.argv[1]) as workspace, workspace.database.write("import") as batch:
        workspace.terms.write(batch, 1, concepts, keys=keys.__getitem__)
    os._exit(0)
"""

# Adds one term after another, and says so once each is kept.
_ADDER = """
import sys, time
from glossary.model import Concept, Term
from glossary.workspace import Workspace
with Workspace(sys.argv[1]) as workspace:
    for number in range(1_000_000):
        workspace.terms.put(Concept(f"add-{number}", (Term("ko-KR", "양산", uid="t"),)), "add")
        print(number, flush=True)
        time.sleep(0.01)  # as fast as nobody types; without a pause nobody else comes to write
"""


def ask(process: subprocess.Popen[str], line: str) -> str:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return told(process)


def told(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def kept(path: Path, prefix: str) -> int:
    found = run_sql(path, "SELECT count(*) FROM concept WHERE uid GLOB ?", parameters=(prefix,))
    return int(found[0][0])


@pytest.mark.slow
def test_a_killed_import_leaves_nothing_and_no_acknowledged_term_is_lost(tmp_path: Path) -> None:
    path = new_file(tmp_path / "glossary.db")
    bulk, adder = python(_BULK, path), python(_ADDER, path)
    assert told(bulk) == "ready"

    started = time.monotonic()
    ask(bulk, "whole")
    assert ask(bulk, "reap") == "done"
    duration = time.monotonic() - started
    assert kept(path, "whole-*") == CONCEPTS

    chance = random.Random(9)
    killed = 0
    for number in range(KILLS):
        child = int(ask(bulk, f"bulk{number}"))
        time.sleep(chance.uniform(0, 0.9 * duration))
        os.kill(child, signal.SIGKILL)
        end = ask(bulk, "reap")
        killed += end == "killed"
        assert kept(path, f"bulk{number}-*") in ((CONCEPTS,) if end == "done" else (0, CONCEPTS))
    assert killed > KILLS // 2

    adder.kill()
    acknowledged = len(adder.communicate()[0].splitlines())
    assert acknowledged > 0
    assert kept(path, "add-*") in (acknowledged, acknowledged + 1)
    with Workspace(str(path), busy_seconds=1) as workspace:
        assert workspace.doctor.examine().sound
        assert workspace.search.find("양산").total > 0
