"""The command on sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Json
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.options import GLOBAL, as_typed, option
from glossary.errors import UsageError

if TYPE_CHECKING:
    from glossary.workspace import Workspace


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("sets", help=help_text("help-sets"))(sets)


def sets(
    context: typer.Context,
    set_name: Annotated[
        str,
        typer.Option(
            *option(GLOBAL, "set").flags, metavar="NAME", help=help_text("help-which-set")
        ),
    ] = "",
    create: Annotated[str | None, typer.Option(metavar="NAME", help=help_text("help-create"))] = (
        None
    ),
    rename: Annotated[
        str | None, typer.Option(metavar="NAME", help=help_text("help-rename-set"))
    ] = None,
    rank: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=help_text("help-rank"))
    ] = None,
    read_only: Annotated[
        bool | None, typer.Option("--read-only/--writable", help=help_text("help-read-only"))
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help=help_text("help-delete-set"))] = False,
    json: Json = False,
) -> None:
    """Show, make, order, rename and delete sets."""
    from glossary.cli import lists

    console = Console(json=json)
    state: State = context.obj
    name = set_name or state.set_name
    changes = rename is not None or rank is not None or read_only is not None
    _check(name, create=create, rename=rename, delete=delete, changes=changes)
    with state.workspace(console, to_write=create is not None or delete or changes) as workspace:
        if create is not None:
            name = as_typed(create)
            workspace.sets.create(name, "sets", rank=rank, read_only=bool(read_only))
        elif delete:
            _delete(console, workspace, name)
        elif changes:
            new_name = None if rename is None else as_typed(rename)
            workspace.sets.change(name, "sets", new_name=new_name, rank=rank, read_only=read_only)
        lists.show_sets(console, workspace.sets.all(), workspace.sets.counts())


def _check(
    name: str, *, create: str | None, rename: str | None, delete: bool, changes: bool
) -> None:
    """Raise UsageError where it is not clear which set is meant, or what is to become of it."""
    if create is None and (delete or changes) and not name:
        raise UsageError("sets-which")
    if delete and (create is not None or changes):
        raise UsageError("sets-delete-alone")
    if create is not None and rename is not None:
        raise UsageError("sets-create-or-rename")


def _delete(console: Console, workspace: Workspace, name: str) -> None:
    from glossary.workflow.set_removal import delete_set

    count = delete_set(workspace, name, "sets")
    console.talk("set-deleted", name=name, count=count)
