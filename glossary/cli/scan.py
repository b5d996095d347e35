"""The commands on the known terms of a text: scan and context."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Encoding, Form, Json, Overwrite, ProfileName
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.progress import progress
from glossary.language.varieties import normal_variety

if TYPE_CHECKING:
    from glossary.workflow.scan import Scan
    from glossary.workspace import Workspace

FOUND, NOTHING = 0, 1

Variety = Annotated[
    str, typer.Option(metavar="VARIETY", help=help_text("help-text-variety"), show_default=False)
]
Single = Annotated[bool, typer.Option("--single", help=help_text("help-single"))]


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    app.command("scan", help=help_text("help-scan"))(scan)
    app.command("context", help=help_text("help-context"))(context_of)


def scan(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("help-scan-file"))],
    variety: Variety = "",
    to: Annotated[str, typer.Option(metavar="VARIETY", help=help_text("help-scan-to"))] = "",
    other: Annotated[str, typer.Option(metavar="FILE", help=help_text("help-scan-other"))] = "",
    other_variety: Annotated[
        str, typer.Option(metavar="VARIETY", help=help_text("help-scan-other-variety"))
    ] = "",
    nested: Annotated[bool, typer.Option("--nested", help=help_text("help-nested"))] = False,
    single: Single = False,
    profile: ProfileName = "",
    html: Annotated[str, typer.Option(metavar="FILE", help=help_text("help-scan-html"))] = "",
    overwrite: Overwrite = False,
    form: Form = "",
    encoding: Encoding = "",
    json: Json = False,
) -> int:
    """Find the known terms of a text."""
    from glossary.workflow.scan import Asked, scan_file

    console = Console(json=json)
    state: State = context.obj
    wanted = state.profile(profile)
    said, target, theirs = (
        normal_variety(each) if each else "" for each in (variety, to, other_variety)
    )
    target = target or wanted.target
    asked = Asked(
        *(said, other, theirs, form, encoding), single=single or wanted.single, nested=nested
    )
    colours = console.colour and not html and not json
    with state.workspace(console) as workspace, progress(console) as report:
        shown = None if colours else report  # the text itself tells how far it is
        found = scan_file(workspace, file, asked, sets=wanted.sets, progress=shown)
        if not found.sure:
            console.talk("scan-untold", variety=found.variety)
        if html:
            count = _write_page(console, workspace, found, file, html, overwrite=overwrite)
        else:
            count = _show(console, found, target, colours=colours)
    if not count:
        console.talk("scan-nothing")
    return FOUND if count else NOTHING


def context_of(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("help-scan-file"))],
    variety: Variety = "",
    to: Annotated[str, typer.Option(metavar="VARIETY", help=help_text("help-context-to"))] = "",
    budget: Annotated[
        int, typer.Option(metavar="N", min=1000, help=help_text("help-budget"))
    ] = 8000,
    single: Single = False,
    profile: ProfileName = "",
    form: Form = "",
    encoding: Encoding = "",
    json: Json = False,
) -> int:
    """Collect what an assistant needs for a text."""
    from glossary.formats import handoff
    from glossary.workflow.handoff import gathered
    from glossary.workflow.scan import Asked

    console = Console(json=json)
    state: State = context.obj
    wanted = state.profile(profile)
    said, target = (normal_variety(each) if each else "" for each in (variety, to))
    wanted = replace(wanted, target=target or wanted.target)
    asked = Asked(said, form=form, encoding=encoding, single=single or wanted.single)
    with state.workspace(console, many=True) as workspace, progress(console) as report:
        found, sure = gathered(workspace, file, asked, wanted, budget, report)
    if not sure:
        console.talk("scan-untold", variety=found.variety)
    if json:
        console.json_line(handoff.document(found))
    else:
        console.write(handoff.markdown(found, console.language))
    return FOUND if found.terms or found.pairs else NOTHING


def _write_page(
    console: Console, workspace: Workspace, found: Scan, file: str, target: str, *, overwrite: bool
) -> int:
    from glossary.formats import scan_page
    from glossary.workflow.scan import concepts_of
    from glossary.workflow.selection import check_target, written_file

    check_target(target, workspace.database.path, overwrite=overwrite)
    about = scan_page.About(os.path.basename(file), found.variety, console.language)
    lines = ((each.passage.text, each.found, each.gap) for each in found.passages)
    with written_file(target) as stream:
        count = scan_page.write(stream, lines, about, concepts_of(workspace, found.recogniser))
    if target != "-":
        console.talk("scan-written", file=target, count=count)
    return count


def _show(console: Console, found: Scan, to: str, *, colours: bool) -> int:
    """Print the terms of a text; they wait in a file until the text was read whole."""
    from glossary.cli.occurrences import coloured, document, legend, place_of, table
    from glossary.formats.scan_page import kind_of
    from glossary.workflow.pages import Pages

    kinds: Counter[str] = Counter()
    with closing(Pages()) as waiting:
        for part in found.passages:
            text = part.passage.text
            if colours:
                console.write("\n" * part.gap)
                console.line(coloured(console, text, part.found))
            kinds.update(map(kind_of, part.found))
            for each, in_file in zip(part.found, part.in_file(), strict=True):
                place = place_of(console, part.passage.place, text, each.start)
                waiting.add((place, document(found.recogniser, in_file, to)))
        rows = chain.from_iterable(waiting)
        if console.json:
            console.listing(each for _, each in rows)
        elif kinds:
            if colours:
                legend(console, kinds)
            table(console, rows, found.variety, to)
    return kinds.total()
