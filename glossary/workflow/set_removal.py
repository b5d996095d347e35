"""Taking a set out of a glossary with all that it holds."""

from __future__ import annotations

from glossary.errors import UsageError
from glossary.store import lookups
from glossary.store.batch import Batch
from glossary.workspace import Workspace


def delete_set(workspace: Workspace, name: str, command: str) -> int:
    """Delete a set of one's own, in one batch that can be undone; answers how many concepts it
    had. What they hid shows again.

    Raises NotFound; UsageError for a pack or another read-only set.
    """
    with workspace.database.write(command) as batch:
        set_id, found = workspace.sets.find(name)
        if found.pack:
            raise UsageError("pack-not-deleted", name=name, pack=found.pack)
        if found.read_only:
            raise UsageError("set-guarded", name=name)
        return take_out(workspace, batch, set_id)


def take_out(workspace: Workspace, batch: Batch, set_id: int) -> int:
    """Remove a set and its concepts inside a write; answers how many people could see."""
    stored = lookups.of_set(workspace.database, set_id)
    workspace.terms.delete(batch, stored)
    workspace.sets.delete(batch, set_id)
    return sum(not each.concept.merged_into for each in stored)
