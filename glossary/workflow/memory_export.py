"""Writing the units of memories out into a file."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.language.varieties import normal_variety
from glossary.model import PlainUnit
from glossary.unit_pages import UNIT, UnitPages
from glossary.workflow.held_varieties import absent
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
    units: Iterable[PlainUnit] = _pages(workspace, rows or list(memory.memories.by_id()), progress)
    if varieties:
        units = Cut(units, frozenset(map(normal_variety, varieties)))
    if next(iter(units), None) is None:
        raise UsageError("tm-export-nothing")
    written_from = normal_variety(source) if source else ""
    if written_from:
        _check_source(workspace, written_from, memories, varieties)
    with written_file(target) as stream:
        return found.write(stream, units, written_from)


def _check_source(
    workspace: Workspace, source: str, memories: Sequence[str], varieties: Sequence[str]
) -> None:
    wanted = list(map(normal_variety, varieties))
    if wanted and source not in wanted:
        raise UsageError("tm-export-source", variety=source, known=", ".join(wanted))
    missing = absent(workspace, [source], memories)
    if missing:
        raise UsageError("tm-export-source", **missing.fields)


def _pages(workspace: Workspace, memories: Sequence[int], progress: Progress | None) -> UnitPages:
    """The units of these memories."""

    def pages() -> Iterator[bytes]:
        done = 0
        for page in workspace.memory.units.joined_pages(memories):
            if progress is not None:
                progress("tm-export", done, 0)
            done += page.count(UNIT)
            yield page

    return UnitPages(pages)


class Cut:
    """Units without their texts in other varieties; those of which fewer than two are left are
    left out."""

    def __init__(self, units: Iterable[PlainUnit], varieties: Container[str]) -> None:
        self._units = units
        self._varieties = varieties

    def __iter__(self) -> Iterator[PlainUnit]:
        for texts, uid, details in self._units:
            left = [text for text in texts if text[0] in self._varieties]
            if len(left) >= len(("source", "target")):
                yield left, uid, details
