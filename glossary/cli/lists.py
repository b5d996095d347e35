"""Lists as a person or a program reads them: batches, changes, sets."""

from __future__ import annotations

from glossary.cli.cards import labelled
from glossary.cli.console import Console
from glossary.documents import to_document
from glossary.model import BatchRecord, Change, Concept, GlossarySet
from glossary.store.batches import Contents
from glossary.workflow.entering import listed


def show_batches(
    console: Console, batches: tuple[BatchRecord, ...], contents: dict[int, Contents]
) -> None:
    """Print the batches of the history, each with what it was about."""
    if console.json:
        names = ("number", "at", "actor", "command", "installs", "undoes", "undone_by", "rows")
        console.document(
            [
                {name: getattr(each, name) for name in names} | _about(contents[each.number])
                for each in batches
            ]
        )
        return
    head = [console.say(f"column-{name}") for name in ("batch", "at", "command", "rows", "remark")]
    rows = [
        [
            str(each.number),
            each.at,
            each.command,
            str(each.rows),
            _remark(console, each, contents[each.number]),
        ]
        for each in batches
    ]
    console.table([head, *rows])


def _about(contents: Contents) -> dict[str, object]:
    return {
        "concept": contents.uid or None,
        "terms": list(contents.texts),
        "concepts": contents.concepts,
        "sets": list(contents.sets),
    }


def _remark(console: Console, batch: BatchRecord, contents: Contents) -> str:
    said = []
    if batch.installs:
        said.append(console.say("remark-installs", name=batch.installs))
    if batch.undoes:
        said.append(console.say("remark-undoes", number=batch.undoes))
    if batch.undone_by:
        said.append(console.say("remark-undone", number=batch.undone_by))
    if contents.sets and not batch.installs:
        said.append(console.say("remark-sets", names=", ".join(contents.sets)))
    if contents.concepts:
        first = f"{' '.join(contents.texts[:1])} ({contents.uid})".strip()
        more = contents.concepts - 1
        said.append(console.say("remark-more", first=first, more=more) if more else first)
    return "; ".join(said)


def show_changes(console: Console, found: tuple[Change, ...]) -> None:
    """Print what happened to one concept, with its differences."""
    if console.json:
        console.document(
            [
                {
                    "batch": change.batch,
                    "at": change.at,
                    "command": change.command,
                    "set": change.set,
                    "before": change.before and to_document(change.before),
                    "after": change.after and to_document(change.after),
                }
                for change in found
            ]
        )
        return
    head = [console.say(f"column-{name}") for name in ("batch", "at", "command", "set", "change")]
    rows: list[list[str]] = []
    last: Concept | None = None
    for each in found:
        # A copy of a pack's concept is new in its set: what it changes is what tells.
        lines = _differences(console, each.before or last, each.after)
        rows += [[str(each.batch), each.at, each.command, each.set, line] for line in lines]
        last = each.after
    console.table([head, *rows])


def _differences(console: Console, before: Concept | None, after: Concept | None) -> list[str]:
    """What changed, a line each."""
    if before is None:
        return [f"+ {_named(console, after)}" if after else "+"]
    if after is None:
        return [f"- {_named(console, before)}"]
    if _is_hidden(after):
        return [f"+ {_named(console, after)}"]
    old, new = set(_facts(console, before)), set(_facts(console, after))
    gone = [f"- {fact}" for fact in _facts(console, before) if fact not in new]
    come = [f"+ {fact}" for fact in _facts(console, after) if fact not in old]
    return gone + come or ["="]


def _named(console: Console, concept: Concept) -> str:
    return console.say("fact-hidden") if _is_hidden(concept) else listed(concept)


def _is_hidden(concept: Concept) -> bool:
    return concept.merged_into == concept.uid


def _facts(console: Console, concept: Concept) -> list[str]:
    facts = [
        f"{term.variety} {term.text} ({', '.join(filter(None, (term.status, term.pos, term.note)))}"
        f"{f'; {len(term.citations)} ※' if term.citations else ''})"
        for term in concept.terms
    ]
    for code, text in (
        ("field-domain", concept.domain),
        ("field-definition", concept.definition),
        ("field-note", concept.note),
        ("field-merged", concept.merged_into),
    ):
        if text:
            facts.append(labelled(console, console.say(code), text))
    facts += [" / ".join(text for _, text in example.texts) for example in concept.examples]
    return facts


def show_sets(
    console: Console, found: tuple[GlossarySet, ...], counts: dict[str, tuple[int, int]]
) -> None:
    """Print the sets in the order they are consulted."""
    if console.json:
        console.document(
            [
                {
                    **{name: getattr(each, name) for name in GlossarySet.__slots__},
                    "concepts": counts[each.name][0],
                    "terms": counts[each.name][1],
                }
                for each in found
            ]
        )
        return
    names = ("rank", "set", "concepts", "terms", "remark")
    rows = [[console.say(f"column-{name}") for name in names]]
    for each in found:
        concepts, terms = counts[each.name]
        remark = console.say("remark-read-only") if each.read_only else ""
        if each.pack:
            remark = console.say("remark-pack", name=each.pack, version=each.version)
        rows.append([str(each.rank), each.name, str(concepts), str(terms), remark])
    console.table(rows)
