"""The memories of a file: named collections of units, their priority, penalty and guard.

A memory that was removed keeps its row and its units, so that an undo brings all of it back; its
name is free again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.documents import dumps, memory_document
from glossary.errors import NotFound, UsageError
from glossary.model import Memory
from glossary.store import changes
from glossary.store.batch import Batch
from glossary.store.changes import RowChange
from glossary.store.database import Database
from glossary.store.digest import row_hash

_COLUMNS = "name, priority, penalty, read_only"
_MOST = 100  # points of a penalty


class Memories:
    """The memories of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Memory, ...]:
        """Every memory, the one that comes first among equals at the front."""
        return tuple(self.by_id().values())

    def by_id(self) -> dict[int, Memory]:
        """Every memory by its row id, in order of priority."""
        rows = self._database.rows(
            f"SELECT id, {_COLUMNS} FROM memory WHERE removed = 0 ORDER BY priority, id"
        )
        return {row[0]: Memory(row[1], row[2], row[3], bool(row[4])) for row in rows}

    def find(self, name: str) -> tuple[int, Memory]:
        """A memory with its row id. Raises NotFound, naming the memories there are."""
        for memory_id, found in self.by_id().items():
            if found.name == name:
                return memory_id, found
        known = ", ".join(each.name for each in self.all()) or "-"
        raise NotFound("tm-memory-unknown", name=name, known=known)

    def writable(self, batch: Batch, name: str) -> int:
        """The row id of a memory to write into, made where there is none of this name. Raises
        UsageError for one that is read-only, or a name that cannot be."""
        for memory_id, found in self.by_id().items():
            if found.name == name:
                if found.read_only:
                    raise UsageError("tm-memory-read-only", name=name)
                return memory_id
        return self.insert(batch, Memory(name))

    def change(
        self,
        name: str,
        command: str,
        *,
        new_name: str | None = None,
        priority: int | None = None,
        penalty: int | None = None,
        read_only: bool | None = None,
    ) -> Memory:
        """Give a memory another name, priority, penalty or guard. Raises NotFound, UsageError."""
        with self._database.write(command) as batch:
            memory_id, found = self.find(name)
            if new_name not in {None, name}:
                if found.read_only and read_only is not False:  # a name is known outside the file
                    raise UsageError("tm-memory-read-only", name=name)
                self._check_name(new_name or "")
            changed = replace(
                found,
                name=found.name if new_name is None else new_name,
                priority=found.priority if priority is None else priority,
                penalty=found.penalty if penalty is None else penalty,
                read_only=found.read_only if read_only is None else read_only,
            )
            if not 0 <= changed.penalty <= _MOST or changed.priority < 1:
                raise UsageError("tm-memory-number")
            self.update(batch, memory_id, changed)
        return self.find(changed.name)[1]

    def remove(self, name: str, command: str) -> Memory:
        """Take a memory out with all its units. Raises NotFound; UsageError for one that is
        read-only."""
        with self._database.write(command) as batch:
            memory_id, found = self.find(name)
            if found.read_only:
                raise UsageError("tm-memory-read-only", name=name)
            self.delete(batch, memory_id)
        return found

    def insert(self, batch: Batch, new: Memory) -> int:
        """Write a new memory; its row id comes back. Raises UsageError."""
        self._check_name(new.name)
        batch.execute(
            f"INSERT INTO memory ({_COLUMNS}, removed, created, batch, hash)"
            " VALUES (?,?,?,?,0,?,?,?)",
            (*_columns(new), batch.number, batch.number, memory_hash(new, batch.number)),
        )
        return int(self._database.value("SELECT max(id) FROM memory"))

    def update(self, batch: Batch, memory_id: int, new: Memory) -> None:
        """Replace a memory's own fields and record what they were."""
        old = self.by_id()[memory_id]
        if old != new:
            self._record(batch, memory_id, old, new)
            self._write(batch, memory_id, new, removed=0)

    def delete(self, batch: Batch, memory_id: int) -> None:
        """Take a memory out and record what it was."""
        old = self.by_id()[memory_id]
        self._record(batch, memory_id, old, None)
        self._write(batch, memory_id, old, removed=1)

    def restore(self, batch: Batch, memory_id: int, was: Memory | None) -> None:
        """Make a memory what it was, inside an undo."""
        if was is not None and any(
            each.name == was.name for row, each in self.by_id().items() if row != memory_id
        ):
            raise UsageError("tm-memory-exists", name=was.name)
        if was is None:
            self.delete(batch, memory_id)
        elif memory_id in self.by_id():
            self.update(batch, memory_id, was)
        else:
            self._record(batch, memory_id, None, was)
            self._write(batch, memory_id, was, removed=0)

    def _check_name(self, name: str) -> None:
        if not name.strip() or not name.isprintable():
            raise UsageError("tm-memory-name", name=name)
        if any(each.name == name for each in self.all()):
            raise UsageError("tm-memory-exists", name=name)

    def _record(self, batch: Batch, memory_id: int, old: Memory | None, new: Memory | None) -> None:
        born = self._database.value("SELECT created FROM memory WHERE id = ?", (memory_id,))
        before, after = (dumps(memory_document(each)) if each else None for each in (old, new))
        changes.record(
            batch, [RowChange(changes.MEMORY, 0, str(memory_id), int(born), before, after)]
        )

    def _write(self, batch: Batch, memory_id: int, new: Memory, *, removed: int) -> None:
        said = memory_hash(new, batch.number, removed)
        batch.execute(
            f"UPDATE memory SET ({_COLUMNS}, removed, batch, hash) = (?,?,?,?,?,?,?) WHERE id = ?",
            (*_columns(new), removed, batch.number, said, memory_id),
        )


def _columns(each: Memory) -> tuple[str | int, ...]:
    return (each.name, each.priority, each.penalty, int(each.read_only))


_WRITTEN = (
    f"SELECT m.id, {_COLUMNS}, removed, m.batch, hash, created, coalesce((SELECT c.born FROM change"
    " c WHERE c.entity = ? AND c.uid = CAST(m.id AS TEXT) ORDER BY c.id LIMIT 1), m.batch)"
    " FROM memory m"
)


def memory_hash(each: Memory, batch: int, removed: int = 0) -> str:
    """What `memory.hash` must be."""
    return row_hash(batch, removed, dumps(memory_document(each)))


def wrong_memories(database: Database) -> Iterator[int]:
    """The rows of memories, removed ones too, that are not what was written: by their hash, and
    made by another batch than the changes of the memory, or its only writer, tell."""
    for (
        row,
        name,
        priority,
        penalty,
        read_only,
        removed,
        batch,
        said,
        created,
        born,
    ) in database.rows(_WRITTEN, (changes.MEMORY,)):
        memory = Memory(name, priority, penalty, bool(read_only))
        own = memory_hash(memory, batch, removed) == said and read_only in (0, 1)
        if not own or created != born:
            yield row
