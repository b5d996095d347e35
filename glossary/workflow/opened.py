"""What the work here needs of an opened file; `Workspace`, which stands above, has all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from glossary.store.database import Database
    from glossary.store.letters import Letters
    from glossary.store.sets import Sets
    from glossary.store.termbase import Termbase


class Opened(Protocol):
    """One opened glossary file."""

    database: Database
    sets: Sets
    letters: Letters

    @property
    def terms(self) -> Termbase:
        """The concepts of the file."""
