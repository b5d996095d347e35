"""One opened glossary file: all that a front end holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from glossary.store.database import BUSY_SECONDS, Database
from glossary.store.letters import Letters
from glossary.store.search import Search
from glossary.store.sets import Sets

if TYPE_CHECKING:
    from types import TracebackType

    from glossary.store.decisions import Decisions
    from glossary.store.doctor import Doctor
    from glossary.store.history import History
    from glossary.store.holder import Holder
    from glossary.store.termbase import Termbase


class Workspace:
    """The parts of one file: `search`, `terms`, `sets`, `history`, `decisions`,
    `doctor`.

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
        self.database = Database(path, actor=actor, on_wait=on_wait, busy_seconds=busy_seconds)
        self.sets = Sets(self.database)
        self.letters = Letters(self.database, many=many)
        self.search = Search(self.database, self.sets, self.letters)

    @property
    def terms(self) -> Termbase:
        """The concepts of the file."""
        from glossary.store.termbase import Termbase

        return Termbase(self.database, self.sets)

    @property
    def decisions(self) -> Decisions:
        """What was decided for good."""
        from glossary.store.decisions import Decisions

        return Decisions(self.database)

    @property
    def history(self) -> History:
        """What was done to the file, and undoing it."""
        from glossary.store.history import History

        return History(self.database, self.sets, self.terms, self.decisions)

    @property
    def doctor(self) -> Doctor:
        """Examining and repairing the file."""
        from glossary.store.doctor import Doctor

        return Doctor(self.database, self.sets, self.terms)

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
