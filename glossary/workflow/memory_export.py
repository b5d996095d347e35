"""Writing the units of memories out into a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.language.varieties import normal_variety
from glossary.model import PlainUnit
from glossary.workflow.plan import Progress
from glossary.workflow.selection import check_target, written_file
from glossary.workflow.sources import STANDARD
from glossary.workspace import Workspace


def export_units(  # noqa: PLR0913  # they are the options of the command
    workspace: Workspace,
    target: str | BinaryIO,
    form: str = "",
    *,
    memories: Sequence[str] = (),
    varieties: Sequence[str] = (),
    source: str = "",
    overwrite: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write the units of these memories, of all without any, and answer how many there were.

    `varieties` leaves other texts out, and units of which fewer than two are left; `source` is the
    variety they were translated from. Raises NotFound for a memory or where nothing is chosen;
    UsageError, also for a file that cannot be written; InputRefused for a variety.
    """
    named = target if isinstance(target, str) else STANDARD
    if not form and named == STANDARD:
        raise UsageError("format-needed", file=named)
    found = memory_registry.named(form) if form else memory_registry.of_file(named)
    check_target(named, workspace.database.path, overwrite=overwrite)
    memory = workspace.memory
    rows = [memory.memories.find(name)[0] for name in memories]
    units = Chosen(
        workspace,
        rows or list(memory.memories.by_id()),
        tuple(dict.fromkeys(map(normal_variety, varieties))),
        progress,
    )
    units.check()
    with written_file(target) as stream:
        return found.write(stream, units, normal_variety(source) if source else "")


class Chosen:
    """The units of an export, which can be gone through more than once."""

    def __init__(
        self,
        workspace: Workspace,
        memories: Sequence[int],
        varieties: Sequence[str],
        progress: Progress | None,
    ) -> None:
        self._units = workspace.memory.units
        self._memories = memories
        self._varieties = varieties
        self._progress = progress

    def check(self) -> None:
        """Raise UsageError where nothing is chosen."""
        if next(iter(self), None) is None:
            raise UsageError("tm-export-nothing")

    def __iter__(self) -> Iterator[PlainUnit]:
        done = 0
        for page in self._units.plain_pages(self._memories):
            if self._progress is not None:
                self._progress("tm-export", done, 0)
            done += len(page)
            for unit in map(self._cut, page) if self._varieties else page:
                if len(unit[0]) >= len(("source", "target")):
                    yield unit

    def _cut(self, unit: PlainUnit) -> PlainUnit:
        texts, uid, details = unit
        return [text for text in texts if text[0] in self._varieties], uid, details
