"""What people decided for good: findings they suppressed, conversions they chose, reviews."""

from __future__ import annotations

from glossary.documents import dumps
from glossary.model import Decision
from glossary.store import changes
from glossary.store.batch import Batch
from glossary.store.changes import RowChange
from glossary.store.database import Database
from glossary.store.digest import row_hash

_COLUMNS = "uid, kind, subject, value, note"


class Decisions:
    """The decisions of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, kind: str = "") -> tuple[Decision, ...]:
        """Every decision, or those of one kind, oldest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM decision WHERE ? IN ('', kind) ORDER BY created, uid", (kind,)
        )
        return tuple(Decision(*row) for row in rows)

    def find(self, uid: str) -> Decision | None:
        """One decision, or None."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM decision WHERE uid = ?", (uid,))
        return Decision(*rows[0]) if rows else None

    def keep(self, decision: Decision, command: str) -> None:
        """Write a decision; one with the same uid is replaced."""
        with self._database.write(command) as batch:
            self.put(batch, decision)

    def remove(self, uid: str, command: str) -> None:
        """Take a decision back."""
        with self._database.write(command) as batch:
            self.delete(batch, uid)

    def put(self, batch: Batch, decision: Decision, *, born: int = 0) -> None:
        """Insert or replace one decision inside a write, where it is not there as it is; `born` is
        the older batch that made one that is brought back."""
        old = self.find(decision.uid)
        if old == decision:
            return
        created = self._born(decision.uid) or born or batch.number
        columns = _columns(decision)
        batch.execute(
            f"INSERT OR REPLACE INTO decision ({_COLUMNS}, created, batch, hash)"
            " VALUES (?,?,?,?,?,?,?,?)",
            (*columns, created, batch.number, decision_hash(decision, created, batch.number)),
        )
        if old is not None or created != batch.number:
            self._record(batch, decision.uid, created, old, decision)

    def delete(self, batch: Batch, uid: str) -> None:
        """Remove one decision inside a write; one that is not there is no error."""
        old = self.find(uid)
        if old is not None:
            self._record(batch, uid, self._born(uid), old, None)
            batch.execute("DELETE FROM decision WHERE uid = ?", (uid,))

    def _born(self, uid: str) -> int:
        return int(self._database.value("SELECT created FROM decision WHERE uid = ?", (uid,)) or 0)

    @staticmethod
    def _record(
        batch: Batch, uid: str, born: int, old: Decision | None, new: Decision | None
    ) -> None:
        before, after = (decision_document(each) if each else None for each in (old, new))
        changes.record(batch, [RowChange(changes.DECISION, 0, uid, born, before, after)])


def _columns(decision: Decision) -> tuple[str, ...]:
    return (decision.uid, decision.kind, decision.subject, decision.value, decision.note)


def decision_document(decision: Decision) -> str:
    """The decision as the history keeps it."""
    names = ("uid", "kind", "subject", "value", "note")
    return dumps(dict(zip(names, _columns(decision), strict=True)))


def decision_hash(decision: Decision, created: int, batch: int) -> str:
    """What `decision.hash` must be."""
    return row_hash(created, batch, decision_document(decision))
