"""Which file a command works on, and opening it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary import places
from glossary.cli.console import Console
from glossary.errors import DatabaseError
from glossary.store.keys import KEY_VERSION
from glossary.workspace import Workspace

if TYPE_CHECKING:
    from glossary.store.holder import Holder


def open_workspace(
    console: Console, path: str = "", *, to_write: bool = False, many: bool = False
) -> Workspace:
    """The workspace of --db, $GLOSSARY_DB or the user's own file.

    The user's own file is made, with the starter pack, when it is not there; a named one only by
    a command that writes, and empty. Raises DatabaseError.
    """
    named, place = _place(path)
    if not os.path.exists(place):
        if named and not to_write:
            raise DatabaseError("database-missing", path=place)
        _make(console, place, starter=not named)
    actor = os.environ.get("GLOSSARY_ACTOR") or "cli"
    workspace = Workspace(
        place, actor=actor, many=many, on_wait=lambda holder: _waiting(console, holder)
    )
    if workspace.database.meta("key_version") != str(KEY_VERSION):
        _mend_keys(console, workspace, to_write=to_write)
    return workspace


def has_file(path: str = "") -> bool:
    """Whether the file is there that `open_workspace` would open."""
    return os.path.exists(_place(path)[1])


def _place(path: str) -> tuple[str, str]:
    """The file that was named, or "", and the file that is meant."""
    named = path or os.environ.get("GLOSSARY_DB", "")
    return named, named or places.default_database()


def _mend_keys(console: Console, workspace: Workspace, *, to_write: bool) -> None:
    """A writer makes keys of another version anew; a reader is told that it may miss terms."""
    if to_write and workspace.database.writable:
        workspace.doctor.repair("keys")
    else:
        console.talk("keys-old")


def _make(console: Console, path: str, *, starter: bool) -> None:
    from glossary.store.create import create
    from glossary.workflow.packs import create_workspace

    made = create_workspace(path) if starter else create(path)
    if made:
        console.talk("database-made-starter" if starter else "database-made", path=path)


def _waiting(console: Console, holder: Holder) -> None:
    console.talk("waiting-for-writer", command=holder.command, process=holder.process)
