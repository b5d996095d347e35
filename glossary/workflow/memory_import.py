"""Taking units into a memory from files.

All files are read and checked first, then everything is written in one batch. A unit that cannot
be taken in is passed over and named in the report; a file that cannot be read stops all of it.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import compress, islice
from typing import BinaryIO

from glossary.errors import InputRefused, UsageError
from glossary.formats import memory_registry
from glossary.formats.memory_registry import MemoryFormat
from glossary.formats.rows import ReadOptions, RefusedRow, UnitRow
from glossary.language.detection import detect
from glossary.model import KO_CN, KO_KR
from glossary.store.batch import Batch
from glossary.store.units import UnitValues, crc, unit_values
from glossary.workflow.memory_doubts import Doubts
from glossary.workflow.plan import Progress
from glossary.workflow.sources import STANDARD, File, check_file_name, opened
from glossary.workflow.spool import Spool
from glossary.workspace import Workspace

SHOWN = 1_000
"""Refused units that a report names; all of them are counted."""

_STEP = 5_000  # units between two reports of progress
_COLLECTED = 200_000  # values between two looks for what is garbage
_SAMPLE = 400  # units from which the variety is guessed


@dataclass(frozen=True, slots=True)
class RefusedUnit:
    """A unit that was passed over, and why."""

    file: str
    row: RefusedRow


@dataclass(slots=True)
class MemoryReport:
    """What an import did, in units: `same` were there already, in the memory or further up in the
    files. `batch` is 0 where nothing was written, `kinds` counts units by their varieties,
    `all_refused` names the files of which no unit could be taken in."""

    memory: str
    read: int = 0
    new: int = 0
    changed: int = 0
    refused: int = 0
    batch: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, ...]] = field(default_factory=Counter)
    examples: list[RefusedUnit] = field(default_factory=list)
    doubts: Doubts = field(default_factory=Doubts)
    all_refused: list[str] = field(default_factory=list)

    @property
    def same(self) -> int:
        """Units that were there already."""
        return self.read - self.refused - self.new - self.changed


def import_units(  # noqa: PLR0913  # they are the options of the command
    workspace: Workspace,
    files: Sequence[File],
    memory: str,
    command: str,
    *,
    form: str = "",
    options: ReadOptions | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> MemoryReport:
    """Read all files and write their units into a memory, which is made where it is not there.

    Raises InputRefused for a file that cannot be read as a whole, with its name, and for a tag
    that can be either Korean with the variety its texts seem to be in; UsageError; DatabaseError.
    """
    report = MemoryReport(memory)
    with Spool() as spool, _rarely_collected():
        for file in files:
            _read(workspace, file, form, options or ReadOptions(), report, spool, progress)
        if not dry_run and len(spool):
            _write(workspace, spool, report, command, progress)
    if report.batch:
        workspace.memory.segments.build(progress)
    return report


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Millions of small tuples without a cycle among them, which the collector would go through
    again and again: a fifth of an import."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECTED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read(
    workspace: Workspace,
    file: File,
    form: str,
    options: ReadOptions,
    report: MemoryReport,
    spool: Spool,
    progress: Progress | None,
) -> None:
    """Put the units of a file into the spool."""
    name = file if isinstance(file, str) else file[0]
    found = _form_of(name, form)
    before, refused = report.read, report.refused
    try:
        with opened(file, workspace.database.path) as stream:
            kinds, add, look = report.kinds, spool.add, report.doubts.look
            for item in found.read(stream, options):
                if isinstance(item, UnitRow):
                    values = unit_values(item.unit)
                    add(values)
                    look(values[3], name, item.line)
                    kinds[next(zip(*values[3], strict=False))] += 1  # the first column of its texts
                elif isinstance(item, RefusedRow):
                    _note(report, RefusedUnit(name, item))
                else:
                    continue
                report.read += 1
                if progress is not None and report.read % _STEP == 0:
                    progress(
                        "tm-read", report.read, before + _expected(stream, report.read - before)
                    )
    except InputRefused as error:
        if error.code == "variety-ambiguous" and isinstance(file, str) and file != STANDARD:
            _propose(workspace, file, found, options, str(error.fields["variety"]))
        raise InputRefused(error.code, **{**error.fields, "file": name}) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused("file-unreadable", file=name, detail=detail) from error
    if 0 < report.read - before == report.refused - refused:
        report.all_refused.append(name)


def _expected(stream: BinaryIO, done: int) -> int:
    """About how many units a file has, by how much of it is read; so many where nobody can tell."""
    try:
        return done * os.fstat(stream.fileno()).st_size // max(stream.tell(), 1)
    except (OSError, ValueError):  # a pipe, or no file at all
        return done


def _form_of(name: str, form: str) -> MemoryFormat:
    if form:
        return memory_registry.named(form)
    if name == STANDARD:
        raise UsageError("format-needed", file=name)
    check_file_name(name)
    return memory_registry.of_file(name)


def _note(report: MemoryReport, refused: RefusedUnit) -> None:
    report.refused += 1
    report.reasons[refused.row.code] += 1
    if len(report.examples) < SHOWN:
        report.examples.append(refused)


def _propose(
    workspace: Workspace, file: str, found: MemoryFormat, options: ReadOptions, tag: str
) -> None:
    """Raise InputRefused with the variety that the texts under a tag seem to be in, if that can
    be told."""
    meant = replace(options, varieties={**options.varieties, tag: KO_CN})
    weights = Counter[str]()
    with opened(file, workspace.database.path) as stream:
        for item in islice(found.read(stream, meant), _SAMPLE):
            if isinstance(item, UnitRow):
                for text in item.unit.of(KO_CN):
                    found_in = detect(text.text)
                    weights[found_in.variety if found_in.sure else ""] += 1
    likely = max((KO_CN, KO_KR), key=weights.__getitem__)
    if weights[likely]:
        raise InputRefused(
            "tm-korean-which",
            file=file,
            tag=tag,
            likely=likely,
            count=weights[likely],
            other=weights[KO_KR if likely == KO_CN else KO_CN],
        )


def _write(
    workspace: Workspace,
    spool: Spool,
    report: MemoryReport,
    command: str,
    progress: Progress | None,
) -> None:
    memory = workspace.memory
    with workspace.database.write(command) as batch:
        home = memory.memories.writable(batch, report.memory)
        first = spool.first_ones(b"".join(memory.units.digests(home)))
        done = 0
        for page in spool.pages():
            if progress is not None:
                progress("tm-write", done, len(spool))
            wanted = first[done : done + len(page)].tolist()
            _write_page(workspace, batch, home, page, wanted, report)
            done += len(page)
        if batch.changed and not report.new + report.changed:
            batch.changed = False  # nothing but a memory without units: leave no trace of it
    report.batch = batch.number if batch.changed else 0


def _write_page(
    workspace: Workspace,
    batch: Batch,
    home: int,
    page: Sequence[UnitValues],
    first: Sequence[bool],
    report: MemoryReport,
) -> None:
    """Write what is new of a page: a unit with a uid takes the place of the one that has it."""
    units = workspace.memory.units
    uids = [values[0] for values in page if values[0]]
    if not uids:
        new = list(compress(page, first))
        report.new += len(new)
        units.insert(batch, home, new)
        return
    held = units.held(home, uids)
    ended: list[int] = []
    written: list[UnitValues] = []
    for values, is_first in zip(page, first, strict=True):
        uid, details, digest, texts = values
        old = held.pop(uid, None) if uid else None
        if old is not None and old.created < batch.number:
            if old.crc != crc(uid, details, texts, digest):
                ended.append(old.row)
                written.append(values)
                report.changed += 1
        elif is_first:
            written.append(values if old is None else ("", details, digest, texts))
            report.new += 1
    units.end(batch, ended)
    units.insert(batch, home, written)
