"""The commands on the file itself: history, undo, packs, stats, backup, doctor."""

from __future__ import annotations

from typing import Annotated

import typer

from glossary.cli.common_options import Json
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.errors import DatabaseError, UsageError

FINDINGS = 1


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    for name, command in (
        ("history", history),
        ("undo", undo),
        ("packs", packs),
        ("stats", stats),
        ("backup", backup),
        ("doctor", doctor),
    ):
        app.command(name, help=help_text(f"help-{name}"))(command)


def history(
    context: typer.Context,
    uid: Annotated[str, typer.Argument(metavar="[UID]", help=help_text("help-history-uid"))] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", help=help_text("help-limit"))] = 20,
    json: Json = False,
) -> None:
    """Show what was done, to the file or to one concept."""
    from glossary.cli import lists

    console = Console(json=json)
    state: State = context.obj
    if limit < 0:
        raise UsageError("limit-refused")
    with state.workspace(console) as workspace:
        if uid:
            lists.show_changes(console, workspace.history.of(uid))
            return
        batches = workspace.history.batches(limit)
        contents = workspace.history.contents(each.number for each in batches)
        lists.show_batches(console, batches, contents)


def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="[BATCH]", help=help_text("help-batch"))] = 0,
    with_later: Annotated[
        bool, typer.Option("--with-later", help=help_text("help-with-later"))
    ] = False,
    json: Json = False,
) -> None:
    """Take back what a command did."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        undone = workspace.history.undo(number, "undo", with_later=with_later)
    if json:
        console.document([{"undone": each.number, "by": each.undone_by} for each in undone])
        return
    for each in undone:
        console.line(
            console.say(
                "undone", number=each.number, command=each.command, at=each.at, by=each.undone_by
            )
        )


def packs(
    context: typer.Context,
    install: Annotated[str, typer.Option(metavar="NAME", help=help_text("help-install"))] = "",
    remove: Annotated[str, typer.Option(metavar="NAME", help=help_text("help-pack-remove"))] = "",
    json: Json = False,
) -> None:
    """Show, install, update and remove packs."""
    from glossary.workflow import packs as shelf

    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=bool(install or remove)) as workspace:
        if install:
            before = workspace.database.stamp()
            count = shelf.install(workspace, install, "packs")
            changed = workspace.database.stamp() != before
            code = "pack-installed" if changed else "pack-there-already"
            console.talk(code, name=install, count=count)
        if remove:
            count = shelf.remove(workspace, remove, "packs")
            console.talk("pack-removed", name=remove, count=count)
        installed = {each.pack: each for each in workspace.sets.all() if each.pack}
    rows = [[console.say(f"column-{name}") for name in ("pack", "version", "installed", "title")]]
    documents = []
    for pack in shelf.available():
        own = installed.get(pack.name)
        rows.append([pack.name, pack.version, own.version if own else "–", pack.title])
        documents.append(
            {
                "name": pack.name,
                "version": pack.version,
                "installed": own.version if own else None,
                "title": pack.title,
                "licence": pack.licence,
            }
        )
    if json:
        console.document(documents)
    else:
        console.table(rows)


def stats(context: typer.Context, json: Json = False) -> None:
    """Count what the file holds."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console) as workspace:
        counted = workspace.terms.statistics()
        path = workspace.database.path
    if json:
        console.document({"path": path, **counted})
        return
    console.table([[console.say("stats-file"), path]], headed=False)
    for kind, counts in counted.items():
        console.line()
        rows = [[console.say(f"stats-{kind}"), console.say("column-count")]]
        rows += [[name or "–", str(count)] for name, count in counts.items()]
        console.table(rows)


def backup(
    context: typer.Context,
    target: Annotated[str, typer.Argument(metavar="[FILE]", help=help_text("help-target"))] = "",
    json: Json = False,
) -> None:
    """Copy the whole file."""
    from glossary.store.backup import backup as copy

    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console) as workspace:
        path = copy(workspace.database, target)
    if json:
        console.document({"backup": path})
    else:
        console.line(console.say("backed-up", path=path))


def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help=help_text("help-repair"))] = False,
    json: Json = False,
) -> int:
    """Examine the file."""
    console = Console(json=json)
    state: State = context.obj
    try:
        with state.workspace(console, to_write=repair) as workspace:
            found = workspace.doctor.examine()
            if repair and found.repairable:
                found = workspace.doctor.repair("doctor")
                console.talk("doctor-repaired")
    except DatabaseError as error:
        if error.code != "database-damaged":
            raise
        raise DatabaseError("doctor-damaged", **error.fields) from error  # it cannot tell more
    if json:
        console.document(
            {
                "sound": found.sound,
                "concepts": found.concepts,
                "problems": [{"code": each.code, **each.fields} for each in found.problems],
                "repairable": [{"code": each.code, **each.fields} for each in found.repairable],
            }
        )
        return 0 if found.sound else FINDINGS
    for notice in (*found.problems, *found.repairable):
        console.line(console.say(notice.code, **notice.fields), "bad")
    if found.sound:
        console.line(console.say("doctor-sound", concepts=found.concepts), "good")
    elif found.problems:
        console.talk("doctor-advice")
    else:
        console.talk("doctor-repairable")
    return 0 if found.sound else FINDINGS
