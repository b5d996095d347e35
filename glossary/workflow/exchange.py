"""Taking terms in from files, and writing them out: what both front ends do it with.

An import is planned whole before anything is written, and is written whole or not at all, as one
batch. An export reads a copy of the glossary as it is at one moment, so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import BinaryIO

from glossary.errors import InputRefused, UsageError
from glossary.formats.rows import ReadOptions, Written
from glossary.language.varieties import normal_variety
from glossary.model import STATUSES, Decision
from glossary.workflow import planning
from glossary.workflow.plan import (
    CHANGED,
    MERGE,
    NEW,
    ON_DUPLICATE,
    REFUSED,
    SAME,
    Plan,
    Progress,
    Report,
    Request,
)
from glossary.workflow.prepared_keys import STEP, PreparedKeys
from glossary.workflow.selection import Selection, check_target, written_file
from glossary.workflow.sources import STANDARD, File, form_of, read_rows
from glossary.workspace import Workspace

_MANY_TERMS = 5_000  # after so many the search index is made anew at once


def plan_import(  # they are the options of the command
    workspace: Workspace,
    files: Iterable[File],
    *,
    form: str = "",
    set_name: str = "",
    on_duplicate: str = MERGE,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
) -> Plan:
    """What an import of these files would do, row by row; nothing is written.

    `on_duplicate` is merge, skip or add. Raises
    InputRefused for a file that cannot be read as a whole; UsageError; NotFound for the set.
    """
    if on_duplicate not in ON_DUPLICATE:
        known = ", ".join(ON_DUPLICATE)
        raise UsageError("on-duplicate-unknown", value=on_duplicate, known=known)
    workspace.terms.home(set_name)
    path = workspace.database.path
    source = read_rows(files, form, options or ReadOptions(), path, progress)
    return planning.make(workspace, Request(source, set_name, on_duplicate), progress)


def run_import(
    workspace: Workspace,
    plan: Plan,
    command: str,
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
) -> Report:
    """Carry a plan out in one batch, and keep these decisions with it; where another wrote
    meanwhile, the plan is made anew first.

    Raises InputRefused when the plan has refused rows, and then writes nothing; DatabaseError.
    """
    _check_nothing_refused(plan)
    if not plan.writes and not decisions:
        return _report(plan, 0)
    with PreparedKeys(plan.writes, progress) as keys, workspace.database.write(command) as batch:
        # Batches are numbered without gaps, so the next number means that none came between.
        if batch.number != plan.stamp[0] + 1:
            plan = planning.make(workspace, plan.request)
            _check_nothing_refused(plan)
        target, _ = workspace.terms.home(plan.set)
        for start in range(0, len(plan.writes), STEP):
            if progress is not None:
                progress("write", start, len(plan.writes))
            keys.load()
            workspace.terms.write(batch, target, plan.writes[start : start + STEP], keys=keys.of)
        for decision in decisions:
            workspace.decisions.put(batch, decision)
    if sum(len(each.terms) for each in plan.writes) > _MANY_TERMS:
        workspace.letters.build()
    return _report(plan, batch.number if batch.changed else 0)


def _check_nothing_refused(plan: Plan) -> None:
    refused = plan.counts[REFUSED]
    if refused:
        raise InputRefused("import-refused", refused=refused, rows=len(plan.rows))


def _report(plan: Plan, batch: int) -> Report:
    counts = plan.counts
    return Report(counts[NEW], counts[CHANGED], counts[SAME], batch, plan.set)


def run_export(  # noqa: PLR0913  # they are the options of the command
    workspace: Workspace,
    target: str | BinaryIO,
    form: str = "",
    *,
    sets: Sequence[str] = (),
    domain: str = "",
    status: str = "",
    varieties: Sequence[str] = (),
    changed_since: str = "",
    language: str = "en",
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Write the visible concepts to a file ("-" is standard output), and answer how many.

    `domain` and `status` choose concepts (those that have a term with the status), and so does
    `changed_since`, a time (ISO 8601, UTC) or the number of a batch; they are written whole, but
    `varieties` leaves other terms out. `language` is that of headings for people. With `overwrite`
    a file of the same name is replaced once the new one is whole.

    Raises NotFound for a set, domain or variety that is not there, or where nothing is chosen;
    UsageError, also for a file that cannot be written; InputRefused for a variety.
    """
    named = target if isinstance(target, str) else STANDARD
    found = form_of(named, form)
    check_target(named, workspace.database.path, overwrite=overwrite)
    if status and status not in STATUSES:
        raise UsageError("status-unknown", value=status, known=", ".join(STATUSES))
    chosen = tuple(workspace.sets.find(name)[1] for name in sets)
    tags = tuple(dict.fromkeys(map(normal_variety, varieties)))
    since = workspace.history.batch_at(changed_since) if changed_since else 0
    selection = Selection(chosen, domain, status, tags, since, progress)
    heading = replace(selection.heading, language=language)
    with selection.read_from(workspace.database):
        selection.check()
        with written_file(target) as stream:
            return found.write(stream, selection, heading)
