"""Whether memories have texts in a variety: what asks for another finds nothing, and should hear
why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from glossary.errors import NotFound
from glossary.workspace import Workspace


def absent(
    workspace: Workspace, varieties: Sequence[str], memories: Sequence[str] = ()
) -> NotFound | None:
    """What to say where one of the varieties is in no unit of these memories, of all without any;
    None where all are, or there are no units at all. Raises NotFound for a memory."""
    memory = workspace.memory
    rows = [memory.memories.find(name)[0] for name in memories] or list(memory.memories.by_id())
    missing = next((each for each in varieties if not memory.units.has(rows, each)), "")
    if not missing:
        return None
    known = Counter[str]()
    for row in rows:
        known.update(memory.units.varieties(row))
    if not known:
        return None
    named = ", ".join(variety for variety, _ in known.most_common())
    return NotFound("tm-variety-absent", variety=missing, known=named)
