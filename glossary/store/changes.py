"""The history's rows: what a batch altered, before and after.

A row that a batch inserted has no change row: its `created` names the batch. Every row that was
altered, deleted or brought back has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.store.batch import Batch, Row
from glossary.store.digest import row_hash

CONCEPT = "concept"
SET = "set"
DECISION = "decision"
MEMORY = "memory"

_INSERT = (
    "INSERT INTO change (batch, entity, scope, uid, born, before, after, hash)"
    " VALUES (?,?,?,?,?,?,?,?)"
)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row's change; `scope` is a concept's set id, `born` the batch that first made the row."""

    entity: str
    scope: int
    uid: str
    born: int
    before: str | None
    after: str | None


def record(batch: Batch, changes: Sequence[RowChange]) -> None:
    """Write the change rows of a batch."""
    batch.execute_many(_INSERT, [_columns(batch.number, change) for change in changes])


def _columns(number: int, change: RowChange) -> Row:
    row = (
        number,
        change.entity,
        change.scope,
        change.uid,
        change.born,
        change.before,
        change.after,
    )
    return (*row, row_hash(*row))
