"""One opened glossary file: all that a front end holds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from glossary.store.database import BUSY_SECONDS, Database
from glossary.store.header import SCHEMA_VERSION
from glossary.store.letters import Letters
from glossary.store.search import Search
from glossary.store.sets import Sets

if TYPE_CHECKING:
    from types import TracebackType

    from glossary.matching.recognition import Recogniser
    from glossary.store.decisions import Decisions
    from glossary.store.doctor import Doctor
    from glossary.store.history import History
    from glossary.store.holder import Holder
    from glossary.store.listing import Listings
    from glossary.store.memory import TranslationMemory
    from glossary.store.termbase import Termbase


class Workspace:
    """The parts of one file: `search`, `listings`, `terms`, `memory`, `sets`, `history`,
    `decisions`, `doctor`.

    `many` says that the process will ask many times, so that numpy pays for its import. Raises
    DatabaseError when the file is missing or not ours.
    """

    def __init__(
        self,
        path: str,
        *,
        actor: str = "cli",
        many: bool = False,
        on_wait: Callable[[Holder], None] | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.database = Database(
            path, actor=actor, on_wait=on_wait, busy_seconds=busy_seconds, many=many
        )
        self.sets = Sets(self.database)
        self.letters = Letters(self.database, many=many)
        self._many = many
        self._memory: TranslationMemory | None = None
        self.search = Search(self.database, self.sets, self.letters)

    @cached_property
    def listings(self) -> Listings:
        """The file's concepts in long lists."""
        from glossary.store.listing import Listings

        return Listings(self.database, self.sets, self.search)

    @property
    def terms(self) -> Termbase:
        """The concepts of the file."""
        from glossary.store.termbase import Termbase

        return Termbase(self.database, self.sets)

    @property
    def memory(self) -> TranslationMemory:
        """The translation memories of the file."""
        if self._memory is None:
            from glossary.store.memory import TranslationMemory

            self._bring_up_to_date()
            self._memory = TranslationMemory(self.database, many=self._many)
        return self._memory

    def recogniser(
        self, sets: Collection[str] = (), *, single: bool = False, text: str | None = None
    ) -> Recogniser:
        """What finds the terms of the file, or of the sets with these names, in texts, as the file
        is now; terms of one character only with `single`. For a single short text it is made
        sooner when that is given. Raises NotFound for an unknown set."""
        from glossary.matching.recognition import Recogniser
        from glossary.store.entries import entries

        return Recogniser(entries(self.database, self.sets, sets, text=text), single=single)

    @property
    def decisions(self) -> Decisions:
        """What was decided for good."""
        from glossary.store.decisions import Decisions

        return Decisions(self.database)

    @property
    def history(self) -> History:
        """What was done to the file, and undoing it."""
        from glossary.store.history import History

        self._bring_up_to_date()
        return History(self.database, self.sets, self.terms, self.decisions)

    @property
    def doctor(self) -> Doctor:
        """Examining and repairing the file."""
        from glossary.store.doctor import Doctor

        self._bring_up_to_date()
        return Doctor(self.database, self.sets, self.terms)

    def _bring_up_to_date(self) -> None:
        """Upgrade a file of an older version. Raises DatabaseError where it cannot be written."""
        if self.database.schema() < SCHEMA_VERSION:
            from glossary.store.upgrade import upgrade

            upgrade(self.database)

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
