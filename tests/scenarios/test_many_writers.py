"""Many processes that edit at once: no edit is lost, none is refused."""

from __future__ import annotations

import json
from pathlib import Path

from glossary.workspace import Workspace
from tests.store.build import answer, concept, new_file, python, write_all

WRITERS, EDITS = 8, 40

# Edits in turn a concept of its own, one that all edit, and one in which all count.
_EDITOR = """
import sys
from dataclasses import replace
from glossary.model import Concept, Term
from glossary.workspace import Workspace
me, edits = sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
with Workspace(sys.argv[1], actor=me) as workspace:
    terms = workspace.terms
    for number in range(edits):
        own = terms.find("own" + me).concept
        terms.edit(replace(own, note=f"{me}:{number}"), "edit")
        terms.edit(Concept("same", (Term("ko-CN", f"중시{me}x{number}", uid="t"),)), "edit")
        with workspace.database.write("count") as batch:
            counter = terms.stored("counter", 1).concept
            terms.write(batch, 1, [replace(counter, note=str(int(counter.note or 0) + 1))])
"""


def test_no_edit_is_lost_and_none_refused(tmp_path: Path) -> None:
    path = new_file(tmp_path / "glossary.db")
    names = [f"w{number}" for number in range(WRITERS)]
    every = {f"{name}:{number}" for name in names for number in range(EDITS)}
    with Workspace(str(path)) as workspace:
        uids = ["same", "counter", *(f"own{name}" for name in names)]
        write_all(workspace, [concept(uid, "중시") for uid in uids])

    writers = [python(_EDITOR, path, name, EDITS) for name in names]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        answer(writer, timeout=120)

    with Workspace(str(path)) as workspace:
        assert [workspace.terms.find(f"own{name}").concept.note for name in names] == [
            f"{name}:{EDITS - 1}" for name in names
        ]
        assert workspace.terms.find("counter").concept.note == str(len(every))

        edits = workspace.history.of("same")[1:]
        assert {change.after.terms[0].text for change in edits if change.after} == {
            f"중시{each.replace(':', 'x')}" for each in every
        }
        assert [change.before for change in edits[1:]] == [change.after for change in edits[:-1]]

        batches = workspace.history.batches(10_000)
        assert len(batches) == 2 + 3 * len(every)
        assert [batch.number for batch in batches] == list(range(len(batches), 0, -1))
        assert {batch.actor for batch in batches[:-2]} == set(names)
        assert workspace.doctor.examine().sound


# Takes one batch back after the other, or brings it back; a conflict is an answer, a crash is not.
_UNDOER = """
import json, random, sys
from glossary.errors import DatabaseError, UsageError
from glossary.workspace import Workspace
chance = random.Random(sys.argv[2])
said = []
with Workspace(sys.argv[1]) as workspace:
    for _ in range(25):
        try:
            number = chance.randint(3, 22)
            said += [each.number for each in workspace.history.undo(number, "undo")]
        except (UsageError, DatabaseError) as error:
            assert error.code in ("undo-done", "undo-conflict"), error
print(json.dumps(said))
"""


def test_no_batch_is_undone_twice(tmp_path: Path) -> None:
    path = new_file(tmp_path / "glossary.db")
    with Workspace(str(path)) as workspace:
        write_all(workspace, [concept(f"c{number}", "중시") for number in range(10)])
        for number in range(20):
            workspace.terms.edit(concept(f"c{number % 10}", f"중심{number}"), "edit")
    undoers = [python(_UNDOER, path, seed) for seed in range(3)]
    undone = [number for undoer in undoers for number in json.loads(answer(undoer))]
    with Workspace(str(path)) as workspace:
        undos = [batch.undoes for batch in workspace.history.batches(1_000) if batch.undoes]
        assert sorted(undos) == sorted(undone) == sorted(set(undone))
        assert workspace.doctor.examine().sound
