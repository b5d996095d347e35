"""The commands on memories: import, export, list, add, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli import matches, memory_align, memory_counts, memory_texts
from glossary.cli.common_options import (
    Columns,
    DryRun,
    Encoding,
    Json,
    NoHeader,
    Overwrite,
    Sheet,
    Skip,
    Tags,
)
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping, pairs
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import InputRefused, UsageError
from glossary.model import KO_CN, KO_KR, ZH_CN, Memory, Text, Unit

if TYPE_CHECKING:
    from glossary.workspace import Workspace

OWN = "mine"
"""The memory that is written into where none is named."""

Form = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help=help_text("help-tm-format"))
]
MemoryName = Annotated[
    str, typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-memory"))
]

tm = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=help_text("help-tm"))


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    tm.command("import", help=help_text("help-tm-import"))(import_files)
    tm.command("export", help=help_text("help-tm-export"))(export)
    matches.register(tm)
    memory_texts.register(tm)
    memory_align.register(tm)
    tm.command("add", help=help_text("help-tm-add"))(add)
    tm.command("list", help=help_text("help-tm-list"))(list_memories)
    tm.command("stats", help=help_text("help-tm-stats"))(memory_counts.stats)
    tm.command("remove", help=help_text("help-tm-remove"))(remove)
    app.add_typer(tm, name="tm")


def import_files(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=help_text("help-tm-files"))],
    memory: MemoryName = OWN,
    form: Form = "",
    variety: Tags = None,
    columns: Columns = None,
    encoding: Encoding = "",
    no_header: NoHeader = False,
    skip: Skip = 0,
    sheet: Sheet = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Take units in from files."""
    from glossary.cli.memory_report import show_import
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.memory_import import import_units

    console = Console(json=json)
    state: State = context.obj
    options = ReadOptions(
        *(mapping(variety), mapping(columns), encoding),
        header=not no_header,
        sheet=as_typed(sheet),
        skip=skip,
    )
    names = " ".join(Path(file).name for file in files)[:60]
    with (
        state.workspace(console, to_write=not dry_run) as workspace,
        progress(console) as report_progress,
    ):
        report = import_units(
            workspace,
            files,
            as_typed(memory),
            f"tm import {names}",
            form=form,
            options=options,
            dry_run=dry_run,
            progress=report_progress,
        )
    show_import(console, report, dry_run=dry_run)
    return InputRefused.exit_code if report.all_refused else 0


def export(
    context: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-output"))
    ] = "-",
    memory: Annotated[
        list[str] | None,
        typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-memories")),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help=help_text("help-tm-export-format")),
    ] = "",
    varieties: Annotated[
        str, typer.Option(metavar="TAG,TAG", help=help_text("help-varieties"))
    ] = "",
    source: Annotated[
        str, typer.Option(metavar="VARIETY", help=help_text("help-tm-export-source"))
    ] = "",
    overwrite: Overwrite = False,
) -> None:
    """Write units into a file."""
    from glossary.workflow.memory_export import export_units

    console = Console()
    state: State = context.obj
    with state.workspace(console) as workspace, progress(console) as report_progress:
        count = export_units(
            workspace,
            output,
            form or ("tmx" if output == "-" else ""),
            memories=[as_typed(each) for each in memory or []],
            varieties=[each.strip() for each in varieties.split(",") if each.strip()],
            source=source,
            overwrite=overwrite,
            progress=report_progress,
        )
    if output != "-":
        console.talk("tm-exported", count=count, file=output)


def add(
    context: typer.Context,
    ko_cn: Annotated[str, typer.Option("--ko-cn", help=help_text("help-tm-ko-cn"))] = "",
    zh: Annotated[str, typer.Option("--zh", help=help_text("help-tm-zh"))] = "",
    ko_kr: Annotated[str, typer.Option("--ko-kr", help=help_text("help-tm-ko-kr"))] = "",
    text: Annotated[
        list[str] | None, typer.Option(metavar="TAG=TEXT", help=help_text("help-tm-text"))
    ] = None,
    memory: MemoryName = OWN,
    json: Json = False,
) -> None:
    """Add one unit."""
    from glossary.formats.unit_flaws import checked
    from glossary.language.varieties import normal_variety

    console = Console(json=json)
    state: State = context.obj
    given = [(KO_CN, as_typed(ko_cn)), (ZH_CN, as_typed(zh)), (KO_KR, as_typed(ko_kr))]
    given += [(normal_variety(tag), words) for tag, words in pairs(text)]
    unit = checked(Unit(tuple(Text(tag, words.strip()) for tag, words in given)))
    with state.workspace(console, to_write=True) as workspace:
        before = workspace.database.stamp()
        written = workspace.memory.add(unit, as_typed(memory), "tm add")
        changed = workspace.database.stamp() != before
    if json:
        console.document({"unit": written.uid, "memory": as_typed(memory)})
    else:
        code = "tm-added" if changed else "tm-there-already"
        console.talk(code, uid=written.uid, memory=as_typed(memory))


def list_memories(
    context: typer.Context,
    name: Annotated[
        str, typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-which"))
    ] = "",
    rename: Annotated[
        str | None, typer.Option(metavar="NAME", help=help_text("help-tm-rename"))
    ] = None,
    priority: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=help_text("help-tm-priority"))
    ] = None,
    penalty: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=100, help=help_text("help-tm-penalty"))
    ] = None,
    read_only: Annotated[
        bool | None, typer.Option("--read-only/--writable", help=help_text("help-tm-read-only"))
    ] = None,
    json: Json = False,
) -> None:
    """Show memories, or change one."""
    console = Console(json=json)
    state: State = context.obj
    changes = any(each is not None for each in (rename, priority, penalty, read_only))
    if changes and not name:
        raise UsageError("tm-memory-which")
    with state.workspace(console, to_write=changes) as workspace:
        if changes:
            workspace.memory.memories.change(
                as_typed(name),
                "tm list",
                new_name=None if rename is None else as_typed(rename),
                priority=priority,
                penalty=penalty,
                read_only=read_only,
            )
        _show_memories(console, workspace)


def _show_memories(console: Console, workspace: Workspace) -> None:
    memory = workspace.memory
    counts = memory.units.counts()
    found = [
        (each, counts.get(row, 0), memory.units.varieties(row))
        for row, each in memory.memories.by_id().items()
    ]
    if console.json:
        names = Memory.__slots__
        console.document(
            [
                {name: getattr(each, name) for name in names}
                | {"units": count, "texts": dict(texts)}
                for each, count, texts in found
            ]
        )
        return
    if not found:
        console.talk("tm-none")
        return
    head = [
        console.say("tm-column-memory"),
        console.say("tm-column-units"),
        console.say("tm-column-texts"),
        console.say("tm-column-priority"),
        console.say("tm-column-penalty"),
        console.say("column-remark"),
    ]
    rows = [
        [
            each.name,
            f"{count:,}",
            ", ".join(f"{tag} {number:,}" for tag, number in texts.items()),
            str(each.priority),
            str(each.penalty),
            console.say("remark-read-only") if each.read_only else "",
        ]
        for each, count, texts in found
    ]
    console.table([head, *rows])


def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=help_text("help-tm-remove-name"))],
    unit: Annotated[bool, typer.Option("--unit", help=help_text("help-tm-remove-unit"))] = False,
) -> None:
    """Take a memory out, or one unit."""
    console = Console()
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        memory = workspace.memory
        if unit:
            gone = memory.remove(name, "tm remove")
            console.talk("tm-unit-removed", uid=name, text=gone.texts[0].text)
        else:
            row, found = memory.memories.find(as_typed(name))
            count = memory.units.counts().get(row, 0)
            memory.memories.remove(found.name, "tm remove")
            console.talk("tm-removed", name=found.name, count=count)
