"""The concepts of a glossary that the rows of an import may mean, read in a few questions."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.formats.rows import Row
from glossary.language.fold import search_key
from glossary.model import Concept, GlossarySet
from glossary.store import lookups
from glossary.store.database import Database
from glossary.store.sets import Sets
from glossary.store.termbase import StoredConcept

VARIETIES = 2
"""In how many varieties terms must be equal for two concepts to be taken for one."""


class Known:
    """What is known about the uids and terms of some rows, as seen from the set written to.

    With `alone` only what that set holds counts as there; a uid that another set has still tells
    what a change starts from.
    """

    def __init__(
        self,
        database: Database,
        sets: Sets,
        target: int,
        rows: Iterable[Row],
        *,
        alone: bool = False,
    ) -> None:
        self._alone = alone
        self._database = database
        self._sets = sets.by_id()
        self._target = target
        self._stored: dict[str, list[StoredConcept]] = {}
        rows = list(rows)
        self._load(uid for row in rows for uid in (row.concept.uid, row.concept.merged_into))
        self._load(self._alike(row for row in rows if row.concept.uid not in self._stored))

    def own(self, uid: str) -> Concept | None:
        """The concept as the set written to holds it."""
        for stored in self._stored.get(uid, ()):
            if stored.set_id == self._target:
                return stored.concept
        return None

    def followed(self, uid: str) -> str:
        """The uid a person is led to, merges followed, or the empty string."""
        seen: set[str] = set()
        while uid not in seen and uid in self._stored:
            seen.add(uid)
            merged_into = self._stored[uid][0].concept.merged_into
            if not merged_into:
                return uid
            uid = merged_into
        return ""

    def base(self, uid: str) -> Concept | None:
        """What a change starts from: the set's own concept, else the one a person sees."""
        stored = self._stored.get(uid)
        return self.own(uid) or (stored[0].concept if stored else None)

    def seen(self, uid: str) -> Concept | None:
        """What counts as there under a uid already."""
        return self.own(uid) if self._alone else self.base(uid)

    def hiding(self, uid: str) -> GlossarySet | None:
        """The set that would hide what the set written to holds under this uid."""
        for stored in self._stored.get(uid, ())[:1]:
            found = self._sets[stored.set_id]
            return found if found.rank < self._sets[self._target].rank else None
        return None

    def concepts(self) -> list[Concept]:
        """Every live concept that counts as there."""
        bases = (self.seen(uid) for uid in self._stored)
        return [base for base in bases if base is not None and not base.merged_into]

    def _load(self, uids: Iterable[str]) -> None:
        """Read concepts, and those they were merged into."""
        wanted = {uid for uid in uids if uid} - self._stored.keys()
        while wanted:
            found = lookups.by_uids(self._database, wanted)
            self._stored.update(found)
            merged = {each.concept.merged_into for stored in found.values() for each in stored}
            wanted = merged - {""} - self._stored.keys() - wanted

    def _alike(self, rows: Iterable[Row]) -> set[str]:
        """The uids of concepts that share search keys with a row in enough varieties.

        A row of one variety only is asked about where it has no uid.
        """
        keys = [
            pairs
            for row in rows
            for pairs in [{(search_key(each.text), each.variety) for each in row.concept.terms}]
            if not row.concept.uid or len({variety for _, variety in pairs}) >= VARIETIES
        ]
        uids: dict[tuple[str, str], set[str]] = {}
        wanted = {key for pairs in keys for key, _ in pairs}
        for key, variety, uid in lookups.by_keys(self._database, sorted(wanted)):
            uids.setdefault((key, variety), set()).add(uid)
        return {uid for pairs in keys for uid in _in_enough_varieties(pairs, uids)}


def _in_enough_varieties(
    pairs: set[tuple[str, str]], uids: dict[tuple[str, str], set[str]]
) -> list[str]:
    shared: dict[str, set[str]] = {}
    for key, variety in pairs:
        for uid in uids.get((key, variety), ()):
            shared.setdefault(uid, set()).add(variety)
    enough = min(VARIETIES, len({variety for _, variety in pairs}))
    return [uid for uid, varieties in shared.items() if len(varieties) >= enough]
