"""The commands on terms: search, show, add, edit, rm, merge."""

from __future__ import annotations

from typing import Annotated

import typer

from glossary.cli import look_up
from glossary.cli.cards import show_card
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, pairs
from glossary.cli.options import SEARCH, SearchOptions, option
from glossary.documents import to_document
from glossary.errors import UsageError
from glossary.model import KO_CN, KO_KR, ZH_CN, Citation
from glossary.workflow.entering import Edit, edited, listed, new_concept, notices


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    for name, command in (
        ("search", search),
        ("show", show),
        ("add", add),
        ("edit", edit),
        ("rm", remove),
        ("merge", merge),
    ):
        app.command(name, help=help_text(f"help-{name}"))(command)


Json = Annotated[bool, typer.Option("--json", help=help_text("help-json"))]
Uid = Annotated[str, typer.Argument(metavar="UID", help=help_text("help-uid"))]
Texts = list[str] | None


def _texts(flag: str, code: str) -> object:
    return typer.Option(flag, metavar="TERM", help=help_text(code))


def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help=help_text("help-query"))],
    variety: Annotated[
        str,
        typer.Option(*option(SEARCH, "variety").flags, metavar="TAG", help=help_text("help-in")),
    ] = "",
    domain: Annotated[
        str, typer.Option(*option(SEARCH, "domain").flags, help=help_text("help-domain"))
    ] = "",
    status: Annotated[
        str, typer.Option(*option(SEARCH, "status").flags, help=help_text("help-status"))
    ] = "",
    minimum: Annotated[
        int, typer.Option(*option(SEARCH, "minimum").flags, help=help_text("help-min"))
    ] = 0,
    limit: Annotated[
        int, typer.Option(*option(SEARCH, "limit").flags, help=help_text("help-limit"))
    ] = 20,
    json: Json = False,
    jsonl: Annotated[
        bool, typer.Option(*option(SEARCH, "jsonl").flags, help=help_text("help-jsonl"))
    ] = False,
) -> int:
    """Look a term up."""
    state: State = context.obj
    options = SearchOptions(
        tuple(query), variety, domain, status, minimum, limit, json=json, jsonl=jsonl
    )
    return look_up.run(options, db=state.db, set_name=state.set_name)


def show(context: typer.Context, uid: Uid, json: Json = False) -> None:
    """Show a whole concept."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console) as workspace:
        entry = workspace.terms.find(uid)
    if json:
        console.document({"set": entry.set, **to_document(entry.concept)})
    else:
        show_card(console, entry)


def add(
    context: typer.Context,
    ko_cn: Annotated[Texts, _texts("--ko-cn", "help-ko-cn")] = None,
    zh: Annotated[Texts, _texts("--zh", "help-zh")] = None,
    ko_kr: Annotated[Texts, _texts("--ko-kr", "help-ko-kr")] = None,
    term: Annotated[
        Texts, typer.Option("--term", metavar="TAG=TEXT", help=help_text("help-term"))
    ] = None,
    domain: Annotated[str, typer.Option("--domain", "-d", help=help_text("help-domain-is"))] = "",
    definition: Annotated[str, typer.Option(help=help_text("help-definition"))] = "",
    note: Annotated[str, typer.Option(help=help_text("help-note"))] = "",
    status: Annotated[str, typer.Option(help=help_text("help-status-is"))] = "",
    pos: Annotated[str, typer.Option(help=help_text("help-pos"))] = "",
    cite: Annotated[
        str, typer.Option(metavar="OUTLET;TITLE;DATE;LINK", help=help_text("help-cite"))
    ] = "",
    json: Json = False,
) -> None:
    """Add a concept."""
    console = Console(json=json)
    state: State = context.obj
    concept = new_concept(
        [*_varieties(ko_cn, zh, ko_kr), *pairs(term)],
        domain=domain,
        definition=definition,
        note=note,
        status=status,
        pos=pos,
        citation=_citation(cite),
    )
    with state.workspace(console, to_write=True) as workspace:
        entry = workspace.terms.put(concept, "add", state.set_name)
        worth_saying = notices(workspace, entry.concept)
    if json:
        console.document({"set": entry.set, **to_document(entry.concept)})
    else:
        console.line(
            console.say("added", terms=listed(entry.concept), uid=entry.concept.uid, set=entry.set)
        )
    for notice in worth_saying:
        console.notice(notice)


def _varieties(ko_cn: Texts, zh: Texts, ko_kr: Texts) -> list[tuple[str, str]]:
    given = ((KO_CN, ko_cn), (ZH_CN, zh), (KO_KR, ko_kr))
    return [(variety, text) for variety, texts in given for text in texts or ()]


def _citation(given: str) -> Citation | None:
    if not given.strip():
        return None
    parts = [part.strip() for part in given.split(";", 3)]
    return Citation(*parts)


def edit(
    context: typer.Context,
    uid: Uid,
    ko_cn: Annotated[str, _texts("--ko-cn", "help-rename")] = "",
    zh: Annotated[str, _texts("--zh", "help-rename")] = "",
    ko_kr: Annotated[str, _texts("--ko-kr", "help-rename")] = "",
    term: Annotated[
        Texts, typer.Option("--term", metavar="TAG=TEXT", help=help_text("help-term"))
    ] = None,
    drop: Annotated[
        Texts, typer.Option("--drop", metavar="TAG=TEXT", help=help_text("help-drop"))
    ] = None,
    status: Annotated[
        Texts,
        typer.Option("--status", metavar="TAG=TEXT=STATUS", help=help_text("help-set-status")),
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", "-d", help=help_text("help-domain-is"))
    ] = None,
    definition: Annotated[str | None, typer.Option(help=help_text("help-definition"))] = None,
    note: Annotated[str | None, typer.Option(help=help_text("help-note"))] = None,
    json: Json = False,
) -> None:
    """Change a concept."""
    console = Console(json=json)
    state: State = context.obj
    given = ((KO_CN, ko_cn), (ZH_CN, zh), (KO_KR, ko_kr))
    change = Edit(
        domain=domain,
        definition=definition,
        note=note,
        renamed=tuple((variety, text) for variety, text in given if text),
        added=tuple(pairs(term)),
        dropped=tuple(pairs(drop)),
        statuses=tuple(_statuses(status)),
    )
    if change == Edit():
        raise UsageError("edit-nothing")
    with state.workspace(console, to_write=True) as workspace:
        before = workspace.terms.find(uid)
        entry = workspace.terms.edit(edited(before.concept, change), "edit")
    if json:
        console.document({"set": entry.set, **to_document(entry.concept)})
    else:
        code = "edited" if entry.set == before.set else "edited-copy"
        code = "unchanged" if entry == before else code
        console.line(
            console.say(
                code,
                terms=listed(entry.concept),
                uid=entry.concept.uid,
                set=entry.set,
                was=before.set,
            )
        )


def _statuses(given: Texts) -> list[tuple[str, str, str]]:
    found = []
    for variety, rest in pairs(given, "status-option-refused"):
        text, equals, status = rest.rpartition("=")
        if not equals:
            raise UsageError("status-option-refused", value=rest)
        found.append((variety, text, status))
    return found


def remove(context: typer.Context, uid: Uid, json: Json = False) -> None:
    """Remove a concept."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        entry = workspace.terms.remove(uid, "rm")
        below = workspace.terms.stored(uid)
    if json:
        console.document({"set": entry.set, **to_document(entry.concept)})
        return
    console.line(console.say("removed", terms=listed(entry.concept), uid=uid, set=entry.set))
    if below is not None:
        console.talk("removed-shows-again", terms=listed(below.concept))


def merge(
    context: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="KEPT", help=help_text("help-kept"))],
    lost: Annotated[str, typer.Argument(metavar="LOST", help=help_text("help-lost"))],
    json: Json = False,
) -> None:
    """Make two concepts one."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        entry = workspace.terms.merge(kept, lost, "merge")
    if json:
        console.document({"set": entry.set, **to_document(entry.concept)})
    else:
        console.line(
            console.say("merged", terms=listed(entry.concept), uid=entry.concept.uid, lost=lost)
        )
