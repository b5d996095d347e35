"""The sets of a file: named glossaries in the order in which they are consulted.

Invariant: ranks are 1, 2, 3 … without gaps; rank 1 shadows all others.
"""

from __future__ import annotations

from dataclasses import replace

from glossary.documents import dumps, set_document
from glossary.errors import NotFound, UsageError
from glossary.model import GlossarySet
from glossary.store import changes
from glossary.store.batch import Batch
from glossary.store.changes import RowChange
from glossary.store.database import Database
from glossary.store.digest import row_hash

_COLUMNS = "name, rank, read_only, pack, version, licence, source"


class Sets:
    """The sets of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[GlossarySet, ...]:
        """Every set, the one consulted first at the front."""
        return tuple(self.by_id().values())

    def by_id(self) -> dict[int, GlossarySet]:
        """Every set by its row id, in order of rank."""
        rows = self._database.rows(f"SELECT id, {_COLUMNS} FROM glossary_set ORDER BY rank, id")
        return {row[0]: _from_columns(row[1:]) for row in rows}

    def find(self, name: str) -> tuple[int, GlossarySet]:
        """A set with its row id. Raises NotFound, naming the sets there are."""
        for set_id, found in self.by_id().items():
            if found.name == name:
                return set_id, found
        known = ", ".join(each.name for each in self.all())
        raise NotFound("set-unknown", name=name, known=known)

    def counts(self) -> dict[str, tuple[int, int]]:
        """How many concepts and terms each set holds, by name."""
        rows = self._database.rows(
            "SELECT s.name, count(DISTINCT c.id), count(t.id) FROM glossary_set s"
            " LEFT JOIN concept c ON c.set_id = s.id AND c.merged_into = ''"
            " LEFT JOIN term t ON t.concept = c.id GROUP BY s.id"
        )
        return {name: (concepts, terms) for name, concepts, terms in rows}

    def create(
        self, name: str, command: str, *, rank: int | None = None, read_only: bool = False
    ) -> GlossarySet:
        """Make an empty set of one's own, by default the last consulted before the packs."""
        with self._database.write(command) as batch:
            set_id = self.insert(batch, GlossarySet(name=name, rank=0, read_only=read_only))
            self._order(batch, set_id, rank)
        return self.find(name)[1]

    def change(
        self,
        name: str,
        command: str,
        *,
        new_name: str | None = None,
        rank: int | None = None,
        read_only: bool | None = None,
    ) -> GlossarySet:
        """Give a set another name or rank, or make it read-only or writable.

        Raises UsageError for a name that cannot be or is taken, and a pack that is to become
        writable.
        """
        with self._database.write(command) as batch:
            set_id, found = self.find(name)
            if read_only is False and found.pack:
                raise UsageError("pack-stays-read-only", name=name)
            if new_name not in {None, name}:
                self._check_name(new_name or "")
            changed = replace(
                found,
                name=found.name if new_name is None else new_name,
                read_only=found.read_only if read_only is None else read_only,
            )
            self.update(batch, set_id, changed)
            if rank is not None:
                self._order(batch, set_id, rank)
        return self.find(changed.name)[1]

    def insert(self, batch: Batch, new: GlossarySet, *, set_id: int = 0, born: int = 0) -> int:
        """Write a new set, last in rank when its rank is 0; its row id comes back."""
        self._check_name(new.name)
        new = new if new.rank else replace(new, rank=len(self.all()) + 1)
        created = born or batch.number
        batch.execute(
            f"INSERT INTO glossary_set (id, {_COLUMNS}, created, batch, hash)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (set_id or None, *_columns(new), created, batch.number, _hash(new, created, batch)),
        )
        return set_id or int(self._database.value("SELECT max(id) FROM glossary_set"))

    def update(self, batch: Batch, set_id: int, new: GlossarySet) -> None:
        """Replace a set's own fields and record what they were."""
        old = self.by_id()[set_id]
        if old == new:
            return
        created = self._born(set_id)
        before, after = dumps(set_document(old)), dumps(set_document(new))
        self._write(batch, set_id, new, created)
        changes.record(batch, [RowChange(changes.SET, 0, str(set_id), created, before, after)])

    def delete(self, batch: Batch, set_id: int) -> None:
        """Remove an empty set and record what it was."""
        old = self.by_id()[set_id]
        before = dumps(set_document(old))
        born = self._born(set_id)
        changes.record(batch, [RowChange(changes.SET, 0, str(set_id), born, before, None)])
        batch.execute("DELETE FROM glossary_set WHERE id = ?", (set_id,))
        self.close_ranks(batch)

    def close_ranks(self, batch: Batch) -> None:
        """Make the ranks 1, 2, 3 … again, in the order they have."""
        self._rank(batch, list(self.by_id()))

    def _check_name(self, name: str) -> None:
        if not name.strip() or not name.isprintable():
            raise UsageError("set-name-refused", name=name)
        if any(each.name == name for each in self.all()):
            raise UsageError("set-exists", name=name)

    def _born(self, set_id: int) -> int:
        return int(self._database.value("SELECT created FROM glossary_set WHERE id = ?", (set_id,)))

    def _write(self, batch: Batch, set_id: int, new: GlossarySet, created: int) -> None:
        batch.execute(
            f"UPDATE glossary_set SET ({_COLUMNS}, batch, hash) = (?,?,?,?,?,?,?,?,?) WHERE id = ?",
            (*_columns(new), batch.number, _hash(new, created, batch), set_id),
        )

    def _order(self, batch: Batch, set_id: int, rank: int | None) -> None:
        order = [each for each in self.by_id() if each != set_id]
        sets = self.by_id()
        packs = next((at for at, each in enumerate(order) if sets[each].pack), len(order))
        order.insert(packs if rank is None else max(rank, 1) - 1, set_id)
        self._rank(batch, order)

    def _rank(self, batch: Batch, order: list[int]) -> None:
        sets = self.by_id()
        for rank, set_id in enumerate(order, 1):
            self.update(batch, set_id, replace(sets[set_id], rank=rank))


def _columns(each: GlossarySet) -> tuple[str | int, ...]:
    read_only = int(each.read_only)
    return (each.name, each.rank, read_only, each.pack, each.version, each.licence, each.source)


def _from_columns(row: tuple[object, ...]) -> GlossarySet:
    fields = dict(zip(GlossarySet.__slots__, row, strict=True))
    return GlossarySet(**{**fields, "read_only": bool(fields["read_only"])})  # type: ignore[arg-type]  # columns are STRICT


def _hash(each: GlossarySet, created: int, batch: Batch) -> str:
    return set_hash(each, created, batch.number)


def set_hash(each: GlossarySet, created: int, batch: int) -> str:
    """What `glossary_set.hash` must be."""
    return row_hash(created, batch, dumps(set_document(each)))
