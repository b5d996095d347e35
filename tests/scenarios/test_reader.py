"""Somebody who looks things up is not held up by a large import."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.workspace import Workspace
from tests.store.build import answer, concept, new_file, python, write_all

# Looks a key up again and again until it is told to stop; it says how long the slowest took.
_READER = """
import json, sys, threading, time
from glossary.errors import DatabaseError
from glossary.workspace import Workspace
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set())).start()
times, busy = [], 0
with Workspace(sys.argv[1], busy_seconds=float(sys.argv[2])) as workspace:
    assert workspace.search.find("중시7").total
    print("ready", flush=True)
    while not stop.is_set():
        started = time.perf_counter()
        try:
            with workspace.database.snapshot():
                rows = workspace.database.rows(
                    "SELECT count(*) FROM term_key WHERE kind = 'fold' AND key = '중시7'"
                )
                assert rows == [(1,)]
        except DatabaseError as error:
            assert error.code == "database-busy"
            busy += 1
        times.append(time.perf_counter() - started)
        time.sleep(0.001)  # the writer needs a processor too
print(json.dumps({"busy": busy, "slowest": max(times), "searches": len(times)}))
"""

_WRITER = """
import sys
from glossary.model import Concept, Term
from glossary.workspace import Workspace
terms = [Term("ko-CN", f"량산품{number}", uid="t") for number in range(50_000)]
with Workspace(sys.argv[1]) as workspace, workspace.database.write("import") as batch:
    workspace.terms.write(batch, 1, (Concept(f"w{n}", (term,)) for n, term in enumerate(terms)))
"""

Figures = dict[str, float]


def read_beside(path: Path, busy_seconds: float, work: Callable[[], object]) -> Figures:
    """What a reader met while the work went on."""
    reader = python(_READER, path, busy_seconds)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "ready\n"
    work()
    return dict(json.loads(answer(reader)))


@pytest.mark.parametrize(
    ("write_ahead", "busy_seconds"),
    [
        pytest.param(True, 0.1, id="WAL"),
        pytest.param(False, 30, id="rollback", marks=pytest.mark.slow),
    ],
)
def test_an_import_of_50_000_concepts_holds_no_reader_up(
    tmp_path: Path, write_ahead: bool, busy_seconds: float
) -> None:
    """With a log beside the file no reader waits for a lock, ever; with a journal it waits for
    the end of the write, and is served then."""
    path = new_file(tmp_path / "glossary.db", write_ahead=write_ahead)
    with Workspace(str(path)) as workspace:
        write_all(workspace, [concept(f"c{number}", f"중시{number}") for number in range(100)])
    alone = read_beside(path, busy_seconds, lambda: answer(python("import time; time.sleep(1)")))
    beside = read_beside(path, busy_seconds, lambda: answer(python(_WRITER, path), 300))
    logging.getLogger(__name__).info("alone %s, beside the import %s", alone, beside)

    assert beside["busy"] == alone["busy"] == 0
    assert beside["searches"] > 100
