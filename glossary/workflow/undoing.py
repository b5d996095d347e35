"""What undo and redo would take back next, so that it can be said beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.errors import NotFound
from glossary.model import BatchRecord
from glossary.store.batches import Contents
from glossary.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """The batch whose effect would go or come back, what it was about, and the number to undo."""

    batch: BatchRecord
    contents: Contents
    number: int


def to_undo(workspace: Workspace) -> Step:
    """The newest batch that can be taken back. Raises as `History.newest` does."""
    batch = workspace.history.newest()
    return _step(workspace, batch, batch.number)


def to_redo(workspace: Workspace) -> Step:
    """The batch that the last undo took back, as long as nothing else was done since.

    Raises NotFound "redo-nothing".
    """
    done = {each.number: each for each in workspace.history.batches(0)}
    for each in done.values():
        undone = done.get(each.undoes)
        if undone is None:
            break
        if not undone.undoes and not each.undone_by:
            return _step(workspace, undone, each.number)
    raise NotFound("redo-nothing")


def _step(workspace: Workspace, batch: BatchRecord, number: int) -> Step:
    contents = workspace.history.contents([batch.number])[batch.number]
    return Step(batch, contents, number)
