"""Deciding for each row of an import what concept it means and what becomes of it.

A row means the concept with its uid (merges are followed), else the one recognised by its terms
(see `likes`), else a new one. Into a set that is named go all rows, and only its own concepts are
recognised by their terms: what other sets hold may be taken out of the file, or not be asked.

Where several fit equally well, the row is none of them for certain and so a new one; so is a whole
concept with a uid of its own that says anything the like one would not take in: nothing of it may
be lost. What a row says and its concept does not take over is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.errors import InputRefused
from glossary.formats.rows import Row
from glossary.model import Concept
from glossary.store.termbase import with_uids
from glossary.workflow.joining import added, entered, lacking, replaced
from glossary.workflow.known import Known
from glossary.workflow.likes import Likes
from glossary.workflow.plan import (
    ADD,
    CHANGED,
    NEW,
    REFUSED,
    SAME,
    SKIP,
    FileRow,
    Plan,
    PlannedRow,
    Progress,
    Request,
    differences,
)
from glossary.workspace import Workspace

_STEP = 1_000  # rows between two reports of progress


def make(workspace: Workspace, request: Request, progress: Progress | None = None) -> Plan:
    """The plan for these rows, as the glossary is now.

    Raises NotFound or UsageError for a set that is not there or cannot be written.
    """
    stamp = workspace.database.stamp()
    target, found = workspace.terms.home(request.set)
    rows = [each.row for each in request.source.rows if isinstance(each.row, Row)]
    named = bool(request.set)
    known = Known(workspace.database, workspace.sets, target, rows, alone=named)
    planner = _Planner(known, found.name, request.on_duplicate, rows)
    planned = []
    for done, each in enumerate(request.source.rows):
        if progress is not None and done % _STEP == 0:
            progress("compare", done, len(request.source.rows))
        planned.append(planner.plan(each))
    return Plan(tuple(planned), found.name, planner.writes(), stamp, request)


@dataclass(frozen=True, slots=True)
class _Meant:
    """The concept a row means; `adds` says that the row may only add to it."""

    uid: str
    adds: bool


class _Planner:
    """The state of the concepts as the rows so far would leave them."""

    def __init__(self, known: Known, set_name: str, on_duplicate: str, rows: Iterable[Row]) -> None:
        self._known = known
        self._set = set_name
        self._on_duplicate = on_duplicate
        self._claimed = {row.concept.uid for row in rows} - {""}
        self._now: dict[str, Concept] = {}
        self._named: set[str] = set()
        self._likes: Likes | None = None

    def plan(self, each: FileRow) -> PlannedRow:
        """What becomes of one row, after those before it."""
        row = each.row
        if not isinstance(row, Row):
            return PlannedRow(
                each.file,
                row.line,
                REFUSED,
                code=row.code,
                fields=row.fields,
                refused_uid=row.uid,
                refused_texts=row.texts,
                sheet=row.sheet,
                column=row.column,
            )
        before, after, left = self._outcome(row)
        try:
            if after != before:
                self._check(row, after)
        except InputRefused as error:
            texts = tuple(term.text for term in row.concept.terms)
            return PlannedRow(
                each.file,
                row.line,
                REFUSED,
                code=error.code,
                fields=error.fields,
                refused_uid=after.uid,
                refused_texts=texts,
                sheet=row.sheet,
            )
        self._keep(after)
        outcome = NEW if before is None else SAME if after == before else CHANGED
        return PlannedRow(each.file, row.line, outcome, before, after, left, sheet=row.sheet)

    def writes(self) -> tuple[Concept, ...]:
        """The concepts that are not there as they should be, in the order of the rows."""
        return tuple(each for uid, each in self._now.items() if each != self._known.seen(uid))

    def _outcome(self, row: Row) -> tuple[Concept | None, Concept, tuple[str, ...]]:
        """The concept before and after the row, and what the row says that is left out."""
        meant = self._meant(row)
        before = self._current(meant.uid) if meant else None
        if meant is None or before is None:
            return None, with_uids(entered(row)), ()
        after = self._joined(before, row, meant)
        if meant.uid not in self._now and self._known.seen(meant.uid) is None:
            return None, with_uids(after), ()
        if self._on_duplicate == SKIP:
            return before, before, differences(before, after)
        return before, with_uids(after), lacking(after, row.concept) if meant.adds else ()

    def _joined(self, before: Concept, row: Row, meant: _Meant) -> Concept:
        if not meant.adds:
            return replaced(before, row)
        # Of two rows of one import that contradict each other, the first counts.
        return added(before, row.concept, over=meant.uid not in self._now)

    def _meant(self, row: Row) -> _Meant | None:
        uid = row.concept.uid
        again = uid in self._named
        self._named.add(uid)
        followed = self._known.followed(uid)
        if uid in self._now or row.concept.merged_into:
            return _Meant(uid, adds=again)
        if followed:
            return _Meant(followed, adds=again or followed != uid)
        return None if self._on_duplicate == ADD else self._like(row)

    def _like(self, row: Row) -> _Meant | None:
        """The concept a row is recognised as by its terms."""
        uid = row.concept.uid
        if self._likes is None:
            self._likes = Likes((*self._known.concepts(), *self._now.values()))
        like = self._likes.find(row.concept, self._claimed if uid else frozenset())
        before = self._current(like)
        if before is None:
            return None
        if uid and row.given is None and lacking(added(before, row.concept), row.concept):
            return None
        return _Meant(like, adds=True)

    def _current(self, uid: str) -> Concept | None:
        return self._now.get(uid) or self._known.base(uid)

    def _keep(self, concept: Concept) -> None:
        self._now[concept.uid] = concept
        if self._likes is not None:
            self._likes.put(concept)

    def _check(self, row: Row, after: Concept) -> None:
        """Raise InputRefused where the outcome could not be seen, or would lead nowhere."""
        target = after.merged_into
        if target and target not in self._claimed and not self._known.followed(target):
            raise InputRefused("merged-into-unknown", uid=target)
        if not after.terms and not target:
            raise InputRefused("concept-without-terms")
        hiding = self._known.hiding(after.uid)
        if hiding is not None:
            raise InputRefused("edit-shadowed", set=self._set, by=hiding.name)
