"""The concepts of a file: reading one, finding its like, writing, removing, merging.

Invariants: within a set a uid stands once; the same uid in a higher-ranked set shadows the lower;
a read-only set is never written, its concept is copied into a writable set instead; a concept
that was merged into itself is hidden, with all that it shadows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from glossary.documents import dumps, to_document
from glossary.errors import NotFound, UsageError
from glossary.language.fold import search_key
from glossary.model import Concept, GlossarySet, new_uid
from glossary.store import changes, concept_rows
from glossary.store.batch import Batch
from glossary.store.changes import RowChange
from glossary.store.concept_rows import Keys
from glossary.store.database import Database
from glossary.store.keys import term_keys
from glossary.store.merging import merge_concepts
from glossary.store.sets import Sets
from glossary.store.statistics import statistics

_PAGE = 500

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as a set holds it."""

    set: str
    concept: Concept


@dataclass(frozen=True, slots=True)
class Revised:
    """A concept before and after a change; a copy has another set."""

    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed, and the set that hides it now where it could not be deleted."""

    entry: Entry
    hidden_by: str = ""


@dataclass(frozen=True, slots=True)
class StoredConcept:
    """A concept with the numbers of its row: id, set, the batches that made and last wrote it."""

    row: int
    set_id: int
    born: int
    batch: int
    concept: Concept

    @property
    def document(self) -> str:
        """The concept as the history keeps it."""
        return dumps(to_document(self.concept))


class Termbase:
    """The concepts of one opened file."""

    def __init__(self, database: Database, sets: Sets) -> None:
        self._database = database
        self._sets = sets

    def find(self, uid: str, set_name: str = "") -> Entry:
        """The concept a person sees under a uid, or the one a named set holds; merges followed.

        Raises NotFound, also for one that is hidden.
        """
        stored = self._found(uid, set_name)
        return Entry(self._sets.by_id()[stored.set_id].name, stored.concept)

    def _found(self, uid: str, set_name: str = "") -> StoredConcept:
        set_id = self._sets.find(set_name)[0] if set_name else 0
        stored, seen = self.stored(uid, set_id), {uid}
        while stored is not None and stored.concept.merged_into not in {"", *seen}:
            seen.add(stored.concept.merged_into)
            stored = self.stored(stored.concept.merged_into, set_id)
        if stored is None:
            raise self._missing(uid, set_name)
        if stored.concept.merged_into:
            by = self._sets.by_id()[stored.set_id].name
            raise NotFound("concept-hidden", uid=uid, set=by)
        return stored

    def _missing(self, uid: str, set_name: str) -> NotFound:
        elsewhere = self.stored(uid) if set_name else None
        if elsewhere is None:
            return NotFound("concept-unknown", uid=uid)
        found = self._sets.by_id()[elsewhere.set_id].name
        return NotFound("concept-not-in-set", uid=uid, set=set_name, found=found)

    def stored(self, uid: str, set_id: int = 0) -> StoredConcept | None:
        """The concept of one set, or of the highest-ranked set that has the uid."""
        rows = self._database.rows(
            "SELECT c.id, c.set_id, c.created, c.batch FROM concept c"
            " JOIN glossary_set s ON s.id = c.set_id"
            " WHERE c.uid = ? AND ? IN (0, c.set_id) ORDER BY s.rank LIMIT 1",
            (uid, set_id),
        )
        found = self.load_rows(rows)
        return found[0] if found else None

    def load_rows(self, rows: Sequence[tuple[int, int, int, int]]) -> list[StoredConcept]:
        """The concepts of (id, set, created, batch) rows, in their order."""
        concepts = concept_rows.load(self._database, [row[0] for row in rows])
        return [StoredConcept(*row, concepts[row[0]]) for row in rows if row[0] in concepts]

    def pages(self, set_names: Sequence[str] = (), since: int = 0) -> Iterator[list[Entry]]:
        """Every visible concept, in pages: set by set in rank order, by age within a set; those
        alone that the batch `since` or a later one wrote. No cursor is held between pages."""
        sets = self._sets.by_id()
        for set_id, found in sets.items():
            if set_names and found.name not in set_names:
                continue
            higher = [each for each, other in sets.items() if other.rank < found.rank]
            for stored in self._pages_of(set_id, [] if set_names else higher, since):
                yield [Entry(found.name, each.concept) for each in stored]

    def _pages_of(
        self, set_id: int, higher: list[int], since: int
    ) -> Iterator[list[StoredConcept]]:
        shadowed = (
            " AND NOT EXISTS (SELECT 1 FROM concept other WHERE other.uid = concept.uid"
            f" AND other.set_id IN ({','.join(map(str, higher))}))"
            if higher
            else ""
        )
        last = 0
        while True:
            # The plus sign keeps SQLite from the index of sets, which would be sorted each time.
            rows = self._database.rows(
                "SELECT id, set_id, created, batch FROM concept WHERE +set_id = ? AND id > ?"
                f" AND batch >= ? AND merged_into = ''{shadowed} ORDER BY id LIMIT {_PAGE}",
                (set_id, last, since),
            )
            if not rows:
                return
            last = rows[-1][0]
            yield self.load_rows(rows)

    def alike(self, concept: Concept) -> list[Entry]:
        """Visible concepts with the same key in some variety: near duplicates, oldest first."""
        keys = {(search_key(term.text), term.variety) for term in concept.terms}
        found = {
            row
            for key, variety in keys
            for row in self._database.rows(
                "SELECT t.concept, k.uid, k.set_id FROM term_key k JOIN term t ON t.id = k.term"
                " WHERE k.kind = 'fold' AND k.key = ? AND t.variety = ?",
                (key, variety),
            )
        }
        others = [(uid, set_id) for _, uid, set_id in sorted(found) if uid != concept.uid]
        seen = [(set_id, self.stored(uid)) for uid, set_id in others]
        sets = self._sets.by_id()
        return [
            Entry(sets[set_id].name, stored.concept)
            for set_id, stored in seen
            if stored is not None and stored.set_id == set_id
        ]

    def statistics(self) -> dict[str, dict[str, int]]:
        """How many concepts there are by set and domain, and terms by variety and status."""
        return statistics(self._database)

    def home(self, set_name: str = "") -> tuple[int, GlossarySet]:
        """The set that is written to: the named one, else the first that may be written.

        Raises UsageError when it is read-only or there is none.
        """
        if set_name:
            set_id, found = self._sets.find(set_name)
            if found.read_only:
                raise UsageError("set-read-only", name=set_name)
            return set_id, found
        for set_id, found in self._sets.by_id().items():
            if not found.read_only:
                return set_id, found
        raise UsageError("set-none-writable")

    def put(self, concept: Concept, command: str, set_name: str = "") -> Entry:
        """Write one concept, new or changed, into a set; uids that are missing are given."""
        with self._database.write(command) as batch:
            set_id, found = self.home(set_name)
            concept = with_uids(concept)
            self.write(batch, set_id, [concept])
        return Entry(found.name, concept)

    def write(
        self, batch: Batch, set_id: int, concepts: Iterable[Concept], keys: Keys = term_keys
    ) -> None:
        """Insert or replace concepts of one set inside a write; equal ones stay untouched."""
        for page in _pages(concepts):
            held = self.held(set_id, [concept.uid for concept in page])
            new = [concept for concept in page if concept.uid not in held]
            self._replace(batch, held, [each for each in page if each.uid in held], keys)
            concept_rows.insert(batch, self._database, set_id, new, keys=keys)

    def held(self, set_id: int, uids: Iterable[str]) -> dict[str, StoredConcept]:
        """What a set holds under these uids."""
        found = {}
        for page in _pages(uids):
            rows = self._database.rows(
                "SELECT id, set_id, created, batch FROM concept WHERE set_id = ?"
                f" AND uid IN ({','.join('?' * len(page))})",
                (set_id, *page),
            )
            found.update({each.concept.uid: each for each in self.load_rows(rows)})
        return found

    def _replace(
        self,
        batch: Batch,
        held: Mapping[str, StoredConcept],
        concepts: Iterable[Concept],
        keys: Keys = term_keys,
    ) -> None:
        """Write concepts over those of one set that are held, where they differ."""
        pairs = [(held[concept.uid], concept) for concept in concepts]
        pairs = [(old, concept) for old, concept in pairs if old.concept != concept]
        if not pairs:
            return
        changes.record(batch, [_row_change(old, concept) for old, concept in pairs])
        replaced = {old.row: (old.born, concept) for old, concept in pairs}
        set_id = pairs[0][0].set_id
        concept_rows.update(batch, self._database, set_id, replaced, keys=keys)

    def restore(
        self, batch: Batch, set_id: int, wanted: Mapping[str, tuple[int, Concept | None]]
    ) -> None:
        """Make concepts of a set what they were, or remove them; the history keeps what stood
        there. `wanted` gives, by uid, the batch that first made the concept, and the concept."""
        for page in _pages(wanted):
            held = self.held(set_id, page)
            back = {uid: concept for uid in page if (concept := wanted[uid][1]) is not None}
            self._replace(batch, held, [back[uid] for uid in back if uid in held])
            missing = {uid: (wanted[uid][0], back[uid]) for uid in back if uid not in held}
            self._bring_back(batch, set_id, missing)
            self.delete(batch, [held[uid] for uid in held if uid not in back])

    def _bring_back(
        self, batch: Batch, set_id: int, missing: Mapping[str, tuple[int, Concept]]
    ) -> None:
        changes.record(
            batch,
            [
                RowChange(changes.CONCEPT, set_id, uid, born, None, dumps(to_document(concept)))
                for uid, (born, concept) in missing.items()
            ],
        )
        concept_rows.insert(
            batch,
            self._database,
            set_id,
            [concept for _, concept in missing.values()],
            born={uid: born for uid, (born, _) in missing.items()},
        )

    def remove(self, uid: str, command: str, set_name: str = "") -> Removed:
        """Delete the concept a person sees, or exactly what a named set holds under the uid.

        What it shadowed shows again. One of a read-only set is hidden instead: a set of one's own
        gets an empty concept that names itself as the one it was merged into. Raises NotFound, or
        UsageError when the named set is read-only or the concept could not be hidden.
        """
        with self._database.write(command) as batch:
            stored = self._to_remove(uid, set_name)
            found = self._sets.by_id()[stored.set_id]
            removed = Entry(found.name, stored.concept)
            if not found.read_only:
                self.delete(batch, [stored])
                return Removed(removed)
            target, home = self._home_of_copy(stored)
            own = stored.concept.uid
            self.write(batch, target, [Concept(uid=own, merged_into=own)])
            return Removed(removed, hidden_by=home.name)

    def _to_remove(self, uid: str, set_name: str) -> StoredConcept:
        if not set_name:
            return self._found(uid)
        set_id, found = self._sets.find(set_name)
        stored = self.stored(uid, set_id)
        if stored is None:
            raise self._missing(uid, set_name)
        if found.read_only:
            raise UsageError("rm-read-only", name=set_name, uid=uid)
        return stored

    def delete(self, batch: Batch, stored: Sequence[StoredConcept]) -> None:
        """Delete concepts inside a write, with their history."""
        changes.record(batch, [_row_change(each, None) for each in stored])
        concept_rows.delete(batch, [each.row for each in stored])

    def merge(self, winner: str, loser: str, command: str, set_name: str = "") -> Entry:
        """Move the loser's terms, examples and empty fields into the winner.

        The loser stays as an empty concept that names the winner, so its uid still leads there.
        Sets are chosen as `revise` does. Raises NotFound, or UsageError when both are one.
        """
        with self._database.write(command) as batch:
            (kept, target), (lost, beside) = (
                self._to_change(uid, set_name) for uid in (winner, loser)
            )
            if kept.concept.uid == lost.concept.uid:
                raise UsageError("merge-same", uid=kept.concept.uid)
            merged = merge_concepts(kept.concept, lost.concept)
            self.write(batch, target, [merged])
            self.write(batch, beside, [Concept(lost.concept.uid, merged_into=kept.concept.uid)])
            return Entry(self._sets.by_id()[target].name, merged)

    def edit(self, concept: Concept, command: str) -> Entry:
        """Replace a concept a person sees, as `revise` does."""
        return self.revise(concept.uid, lambda _: concept, command).after

    def revise(
        self, uid: str, change: Callable[[Concept], Concept], command: str, set_name: str = ""
    ) -> Revised:
        """Change the concept a person sees, or the one a named set holds.

        One of a read-only set is copied into the named set, else into the first of one's own.
        `change` is given the concept as it is once nobody else can write. Raises NotFound;
        UsageError when the copy would stay hidden, or would overwrite one that is there.
        """
        with self._database.write(command) as batch:
            old, target = self._to_change(uid, set_name)
            new = with_uids(change(old.concept))
            if new == old.concept:
                target = old.set_id
            else:
                self.write(batch, target, [new])
            sets = self._sets.by_id()
            before = Entry(sets[old.set_id].name, old.concept)
            return Revised(before, Entry(sets[target].name, new))

    def _to_change(self, uid: str, set_name: str) -> tuple[StoredConcept, int]:
        """The concept a change is about, and the row id of the set to write it into."""
        sets = self._sets.by_id()
        copied_into = ""
        try:
            stored = self._found(uid, set_name)
        except NotFound:
            stored = self._found(uid)
            named_is_read_only = not set_name or self._sets.find(set_name)[1].read_only
            if named_is_read_only or not sets[stored.set_id].read_only:
                raise
            copied_into = set_name
        if not sets[stored.set_id].read_only:
            return stored, stored.set_id
        return stored, self._home_of_copy(stored, copied_into)[0]

    def _home_of_copy(self, stored: StoredConcept, set_name: str = "") -> tuple[int, GlossarySet]:
        """Where a copy of a read-only set's concept goes, once sure that it will be seen."""
        uid = stored.concept.uid
        target, home = self.home(set_name)
        top = self.stored(uid) or stored
        above = self._sets.by_id()[top.set_id]
        if above.rank < home.rank:
            raise UsageError("edit-shadowed", set=home.name, by=above.name)
        if self.stored(uid, target):
            raise UsageError("edit-has-copy", uid=uid, set=home.name)
        return target, home


def _row_change(old: StoredConcept, new: Concept | None) -> RowChange:
    after = None if new is None else dumps(to_document(new))
    uid = old.concept.uid
    return RowChange(changes.CONCEPT, old.set_id, uid, old.born, old.document, after)


def _pages(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists of at most _PAGE."""
    rest = iter(values)
    while page := list(islice(rest, _PAGE)):
        yield page


def with_uids(concept: Concept) -> Concept:
    """The concept with an identity of its own and one for each term."""
    terms = tuple(term if term.uid else replace(term, uid=new_uid()) for term in concept.terms)
    if concept.uid and terms == concept.terms:
        return concept
    return replace(concept, uid=concept.uid or new_uid(), terms=terms)
