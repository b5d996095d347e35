"""What the tests of the store are made of: small concepts, filled files, and looking at a file."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from glossary.documents import dumps, from_document, set_document, to_document
from glossary.model import Concept, Term, Text, Unit
from glossary.store.create import create
from glossary.store.sqlite import sqlite3
from glossary.workspace import Workspace

ROOT = Path(__file__).parents[2]
NOBODY = 65534

_templates: dict[bool, bytes] = {}
_started: list[subprocess.Popen[str]] = []


def concept(uid: str, *korean: str, zh: str = "", **fields: Any) -> Concept:
    """A concept of Korean terms (and one Chinese), whose term uids follow from its own."""
    terms = [Term("ko-CN", text, uid=f"{uid}-{number}") for number, text in enumerate(korean)]
    if zh:
        terms.append(Term("zh-CN", zh, uid=f"{uid}-zh"))
    return Concept(uid=uid, terms=tuple(terms), **fields)


def unit(uid: str, korean: str, chinese: str, **fields: Any) -> Unit:
    """A unit of a text in Korean as written in China and one in Chinese."""
    return Unit((Text("ko-CN", korean), Text("zh-CN", chinese)), uid, **fields)


def new_file(path: Path, *, write_ahead: bool = True) -> Path:
    """An empty glossary file; cheap, since it is a copy of one made before."""
    if write_ahead not in _templates:
        create(str(path))
        if not write_ahead:
            run_sql(path, "PRAGMA journal_mode = DELETE")
        _templates[write_ahead] = path.read_bytes()
    path.write_bytes(_templates[write_ahead])
    return path


def run_sql(path: Path, *statements: str, parameters: tuple[object, ...] = ()) -> list[Any]:
    """Run statements behind the program's back; the rows of the last come back."""
    connection = sqlite3.connect(str(path), isolation_level=None)
    try:
        found: list[Any] = []
        for statement in statements:
            found = connection.execute(statement, parameters).fetchall()
        return found
    finally:
        connection.close()


def every_row(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables, as they are stored."""
    tables = run_sql(path, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name: run_sql(path, f"SELECT * FROM {name} ORDER BY 1") for (name,) in tables}


def write_all(workspace: Workspace, concepts: Iterable[Concept], set_name: str = "mine") -> int:
    """Write concepts in one batch, as an import does; the batch's number comes back."""
    with workspace.database.write("import") as batch:
        workspace.terms.write(batch, workspace.sets.find(set_name)[0], concepts)
    return batch.number


def starter() -> list[Concept]:
    """The concepts of the starter glossary without their Chinese, whose keys cost time."""
    import json
    from dataclasses import replace

    lines = (ROOT / "data/packs/starter/terms.jsonl").read_text("utf-8").splitlines()[1:]
    whole = (from_document(json.loads(line)) for line in lines)
    return [
        replace(each, terms=tuple(term for term in each.terms if term.variety != "zh-CN"))
        for each in whole
    ]


def content(workspace: Workspace) -> dict[str, list[str]]:
    """Everything that people put into a file, but its history: what an undo must bring back."""
    rows = workspace.database.rows("SELECT id, set_id, created, batch FROM concept")
    names = {set_id: each.name for set_id, each in workspace.sets.by_id().items()}
    concepts = workspace.terms.load_rows(rows)
    return {
        "sets": [dumps(set_document(each)) for each in workspace.sets.all()],
        "concepts": sorted(f"{names[each.set_id]} {each.document}" for each in concepts),
        "seen": sorted(
            f"{entry.set} {dumps(to_document(entry.concept))}"
            for page in workspace.terms.pages()
            for entry in page
        ),
        "decisions": sorted(map(repr, workspace.decisions.all())),
        "keys": sorted(
            map(
                repr,
                workspace.database.rows(
                    "SELECT t.uid, k.kind, k.key, k.size, k.spelt, k.set_id, k.other, k.uid"
                    " FROM term_key k JOIN term t ON t.id = k.term"
                ),
            )
        ),
    }


def folder_state(folder: Path) -> dict[str, str]:
    """A hash of every file of a folder, by name."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() else "folder"
        for each in sorted(folder.iterdir())
    }


# Everything a look-up and a write import is imported before the rights are dropped, since the
# interpreter itself may lie where others may not read.
_DROP_RIGHTS = f"""
import os, sys, tempfile
from glossary.model import Concept, Term, Text, Unit
from glossary.store.create import create
from glossary.workspace import Workspace
with tempfile.TemporaryDirectory() as folder:
    create(folder + "/x.db")
    with Workspace(folder + "/x.db") as workspace:
        workspace.terms.put(Concept("", (Term("ko-CN", "중시"),)), "add")
        workspace.search.find("량산"), list(workspace.terms.pages())
if os.geteuid() == 0:
    os.setgroups([]), os.setgid({NOBODY}), os.setuid({NOBODY})
"""


def python(code: str, *arguments: object, nobody: bool = False) -> subprocess.Popen[str]:
    """Start a Python of its own in the checkout, if wished as a user who may do nothing."""
    process = subprocess.Popen(
        [sys.executable, "-c", _DROP_RIGHTS + code if nobody else code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    _started.append(process)
    return process


def end_all() -> None:
    """End the processes that are left of a test."""
    while _started:
        process = _started.pop()
        if process.returncode is None:
            process.kill()
            process.communicate()


def answer(process: subprocess.Popen[str], timeout: float = 60) -> str:
    """What a process said, once it has ended well."""
    said, complaint = process.communicate(timeout=timeout)
    assert process.returncode == 0, complaint
    return said


def copy(source: Path, target: Path) -> Path:
    """A copy of a file that nobody has open."""
    shutil.copyfile(source, target)
    return target
