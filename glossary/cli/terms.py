"""The commands on terms: search, show, add, edit, rm, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Json, Jsonl
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, pairs
from glossary.cli.options import SEARCH, SearchOptions, as_typed, option
from glossary.errors import UsageError

if TYPE_CHECKING:
    from glossary.model import Citation
    from glossary.store.termbase import Entry


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
    jsonl: Jsonl = False,
) -> int:
    """Look a term up."""
    from glossary.cli import look_up

    state: State = context.obj
    options = SearchOptions(
        tuple(query), variety, domain, status, minimum, limit, json=json, jsonl=jsonl
    )
    return look_up.run(options, db=state.db, set_name=state.set_name)


def show(context: typer.Context, uid: Uid, json: Json = False) -> None:
    """Show a whole concept."""
    from glossary.cli.cards import show_card

    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console) as workspace:
        entry = workspace.terms.find(uid, state.set_name)
    if json:
        _document(console, entry)
    else:
        show_card(console, entry)


def _document(console: Console, entry: Entry) -> None:
    from glossary.documents import to_document

    console.document({"set": entry.set, **to_document(entry.concept)})


def _said(console: Console, entry: Entry, code: str, **fields: object) -> None:
    """Say what was done to a concept; with --json the concept itself."""
    from glossary.workflow.entering import listed

    if console.json:
        _document(console, entry)
        return
    concept = entry.concept
    console.line(console.say(code, terms=listed(concept), uid=concept.uid, set=entry.set, **fields))


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
    from glossary.cli.choices import pos_named, status_named
    from glossary.workflow.entering import new_concept, notices

    console = Console(json=json)
    state: State = context.obj
    concept = new_concept(
        [*_varieties(ko_cn, zh, ko_kr), *pairs(term)],
        domain=as_typed(domain),
        definition=as_typed(definition),
        note=as_typed(note),
        status=status_named(console, status),
        pos=pos_named(console, pos),
        citation=_citation(cite),
    )
    with state.workspace(console, to_write=True) as workspace:
        entry = workspace.terms.put(concept, "add", state.set_name)
        worth_saying = notices(workspace, entry.concept)
    _said(console, entry, "added")
    for notice in worth_saying:
        console.notice(notice)


def _varieties(ko_cn: Texts, zh: Texts, ko_kr: Texts) -> list[tuple[str, str]]:
    given = (("ko-CN", ko_cn), ("zh-CN", zh), ("ko-KR", ko_kr))
    return [(variety, as_typed(text)) for variety, texts in given for text in texts or ()]


def _citation(given: str) -> Citation | None:
    if not given.strip():
        return None
    from glossary.model import Citation

    parts = [part.strip() for part in as_typed(given).split(";", 3)]
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
    from glossary.workflow.entering import Edit, edited

    console = Console(json=json)
    state: State = context.obj
    renamed = _varieties(*([text] if text else None for text in (ko_cn, zh, ko_kr)))
    change = Edit(
        domain=_typed(domain),
        definition=_typed(definition),
        note=_typed(note),
        renamed=tuple(renamed),
        added=tuple(pairs(term)),
        dropped=tuple(pairs(drop)),
        statuses=tuple(_statuses(console, status)),
    )
    if change == Edit():
        raise UsageError("edit-nothing")
    with state.workspace(console, to_write=True) as workspace:
        done = workspace.terms.revise(
            uid, lambda concept: edited(concept, change), "edit", state.set_name
        )
    if done.after == done.before:
        _said(console, done.after, "unchanged")
    elif done.after.set == done.before.set:
        _said(console, done.after, "edited")
    else:
        _said(console, done.after, "edited-copy", was=done.before.set)


def _typed(text: str | None) -> str | None:
    return None if text is None else as_typed(text)


def _statuses(console: Console, given: Texts) -> list[tuple[str, str, str]]:
    from glossary.cli.choices import status_named

    found = []
    for variety, rest in pairs(given, "status-option-refused"):
        text, equals, status = rest.rpartition("=")
        if not equals:
            raise UsageError("status-option-refused", value=rest)
        found.append((variety, text, status_named(console, status)))
    return found


def remove(context: typer.Context, uid: Uid, json: Json = False) -> None:
    """Remove a concept, or hide one that may only be read."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        removed = workspace.terms.remove(uid, "rm", state.set_name)
        below = None if removed.hidden_by else workspace.terms.stored(uid)
    entry = removed.entry
    if removed.hidden_by:
        _said(console, entry, "removed-hidden", by=removed.hidden_by)
    elif entry.concept.merged_into == entry.concept.uid:
        _said(console, entry, "removed-shown")
    else:
        _said(console, entry, "removed")
    if below is not None:
        from glossary.workflow.entering import listed

        console.talk("removed-shows-again", terms=listed(below.concept))


def merge(
    context: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="UID", help=help_text("help-kept"))],
    lost: Annotated[str, typer.Argument(metavar="OTHER", help=help_text("help-lost"))],
    json: Json = False,
) -> None:
    """Make two concepts one."""
    console = Console(json=json)
    state: State = context.obj
    with state.workspace(console, to_write=True) as workspace:
        entry = workspace.terms.merge(kept, lost, "merge", state.set_name)
    _said(console, entry, "merged", lost=lost)
