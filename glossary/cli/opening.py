"""Which file a command works on, and opening it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary import places
from glossary.cli.console import Console
from glossary.errors import DatabaseError
from glossary.workspace import Workspace

if TYPE_CHECKING:
    from glossary.store.holder import Holder


def open_workspace(console: Console, path: str = "", *, to_write: bool = False) -> Workspace:
    """The workspace of --db, $GLOSSARY_DB or the user's own file.

    The user's own file is made, with the starter pack, when it is not there; a named one only by
    a command that writes, and empty. Raises DatabaseError.
    """
    named = path or os.environ.get("GLOSSARY_DB", "")
    place = named or places.default_database()
    if not os.path.exists(place):
        if named and not to_write:
            raise DatabaseError("database-missing", path=place)
        _make(console, place, starter=not named)
    actor = os.environ.get("GLOSSARY_ACTOR") or "cli"
    return Workspace(place, actor=actor, on_wait=lambda holder: _waiting(console, holder))


def _make(console: Console, path: str, *, starter: bool) -> None:
    from glossary.store.create import create
    from glossary.workflow.packs import create_workspace

    made = create_workspace(path) if starter else create(path)
    if made:
        console.talk("database-made-starter" if starter else "database-made", path=path)


def _waiting(console: Console, holder: Holder) -> None:
    console.talk("waiting-for-writer", command=holder.command, process=holder.process)
