"""The commands that look into memories: match and concordance."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.harmless import harmless
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import UsageError
from glossary.model import KO_CN, ZH_CN

if TYPE_CHECKING:
    from glossary.model import Text, TextMatch
    from glossary.store.units import StoredUnit
    from glossary.workflow.matches import ExplainedMatch
    from glossary.workspace import Workspace

_NOTHING = 1
_HANGUL = re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]")
_AROUND = 30  # characters shown on either side of what was looked for

Source = Annotated[
    str, typer.Option("--source", "-s", metavar="VARIETY", help=help_text("help-tm-source"))
]
Target = Annotated[
    str, typer.Option("--target", "-t", metavar="VARIETY", help=help_text("help-tm-target"))
]
Memories = Annotated[
    list[str] | None,
    typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-memories")),
]
Json = Annotated[bool, typer.Option("--json", help=help_text("help-json"))]


def register(tm: typer.Typer) -> None:
    """Put these commands into the group."""
    tm.command("match", help=help_text("help-tm-match"))(match)
    tm.command("concordance", help=help_text("help-tm-concordance"))(concordance)


def match(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_text("help-tm-match-text"))],
    source: Source = "",
    target: Target = "",
    threshold: Annotated[
        int, typer.Option("--min", metavar="N", min=1, max=101, help=help_text("help-tm-min"))
    ] = 70,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=0, help=help_text("help-limit"))
    ] = 10,
    before: Annotated[
        str | None, typer.Option(metavar="TEXT", help=help_text("help-tm-before"))
    ] = None,
    after: Annotated[
        str | None, typer.Option(metavar="TEXT", help=help_text("help-tm-after"))
    ] = None,
    memory: Memories = None,
    json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=help_text("help-jsonl"))] = False,
) -> int:
    """Find the units that are near a text."""
    from glossary.workflow.matches import explained, proposed

    console = Console(json=json or jsonl)
    state: State = context.obj
    texts = [line.rstrip("\r\n") for line in sys.stdin] if text == "-" else [as_typed(text)]
    found_any = False
    with state.workspace(console, many=len(texts) > 1) as workspace, progress(console) as report:
        names = [as_typed(each) for each in memory or []]
        for each in texts:
            wanted = varieties(each, source, target)
            found = workspace.memory.match(
                *(each, *wanted, threshold, limit, before, after),
                memories=names,
                progress=report,
            )
            found_any = found_any or bool(found)
            shown = [proposed(one, each, wanted[1]) for one in found]
            if jsonl:
                console.json_line({"text": each, "matches": list(map(_document, shown))})
            elif json and len(texts) == 1:
                whole = [explained(workspace, one, each) for one in shown]
                console.document([_document(one.match) | _explanation(one) for one in whole])
            else:
                _show(console, workspace, each, shown, several=len(texts) > 1)
    return 0 if found_any else _NOTHING


def varieties(text: str, source: str, target: str) -> tuple[str, str]:
    """The varieties of a look-up: those that are named, else what the script tells. Raises
    InputRefused for a tag that is none; UsageError where both are the same."""
    from glossary.language.varieties import normal_variety

    korean = bool(_HANGUL.search(text))
    found = (
        normal_variety(source) if source else (KO_CN if korean else ZH_CN),
        normal_variety(target) if target else "",
    )
    if not found[1]:
        found = found[0], (ZH_CN if found[0].startswith("ko") else KO_CN)
    if found[0] == found[1]:
        raise UsageError("tm-same-variety", variety=found[0])
    return found


def _document(each: TextMatch) -> dict[str, object]:
    document: dict[str, object] = {
        "score": each.score,
        "folded": each.folded,
        "surface": each.surface,
        "source": each.source.text,
        "source_variety": each.source.variety,
        "target": each.target.text,
        "target_variety": each.target.variety,
        "proposal": each.proposal or None,
        "spelling_only": each.spelling_only,
        "memory": each.memory,
        "unit": each.unit,
        "penalties": [{"code": code, "points": points} for code, points in each.penalties],
    }
    if each.target.markup:
        document["markup"] = each.target.markup
    if each.details:
        document["details"] = [list(detail) for detail in each.details]
    return document


def _explanation(each: ExplainedMatch) -> dict[str, object]:
    return {
        "changes": [{"kind": one.kind, "was": one.was, "now": one.now} for one in each.changes],
        "edits": [
            {"kind": one.kind, "source": [one.start, one.end], "text": [one.new_start, one.new_end]}
            for one in each.edits
        ],
    }


def _show(
    console: Console,
    workspace: Workspace,
    text: str,
    found: list[TextMatch],
    *,
    several: bool,
) -> None:
    from glossary.workflow.matches import explained

    if several:
        console.line(harmless(text), "strong")
    if not found:
        console.talk("tm-match-nothing", text=text)
    for each in found:
        _show_match(console, explained(workspace, each, text))


def _show_match(console: Console, each: ExplainedMatch) -> None:
    one = each.match
    said = [console.say(f"tm-penalty-{code}", points=points) for code, points in one.penalties]
    if one.spelling_only:
        said.append(console.say("tm-spelling-only"))
    elif one.folded > one.surface:
        said.append(console.say("tm-folded", score=one.folded))
    head = console.styled(f"{one.score:>3}", "good" if one.score >= 95 else "warn")
    console.line(
        f"{head}  {harmless(one.memory)}  {console.styled(', '.join(said), 'dim')}".rstrip()
    )
    console.line(f"     {one.source.variety:<6} {_marked(console, each)}")
    console.line(f"     {one.target.variety:<6} {harmless(one.target.text)}")
    if one.proposal:
        console.line(f"     {'→':<6} {console.styled(harmless(one.proposal), 'strong')}")
    for change in each.changes:
        kind = console.say(f"tm-change-{change.kind}")
        console.line(f"     {kind}: {harmless(change.was) or '–'} → {harmless(change.now) or '–'}")


def _marked(console: Console, each: ExplainedMatch) -> str:
    """The stored source, what differs from the query marked, by brackets where there are no
    colours."""
    source, shown = each.match.source.text, ""
    for edit in each.edits:
        piece = harmless(source[edit.start : edit.end])
        if edit.kind == "equal" or not piece:
            shown += piece
        else:
            shown += console.styled(piece, "bad") if console.colour else f"[{piece}]"
    return shown


def concordance(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_text("help-tm-words"))],
    variety: Annotated[
        str, typer.Option("--in", metavar="VARIETY", help=help_text("help-tm-in"))
    ] = "",
    across: Annotated[bool, typer.Option("--across", help=help_text("help-tm-across"))] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=0, help=help_text("help-limit"))
    ] = 20,
    skip: Annotated[int, typer.Option(metavar="N", min=0, help=help_text("help-tm-skip"))] = 0,
    memory: Memories = None,
    json: Json = False,
) -> int:
    """Show words in their context."""
    console = Console(json=json)
    state: State = context.obj
    wanted = as_typed(text)
    source, _ = varieties(wanted, variety, "")
    names = [as_typed(each) for each in memory or []]
    with state.workspace(console) as workspace:
        found = workspace.memory.concordance(
            wanted, source, limit + (limit > 0), skip=skip, folded=across, memories=names
        )
        memories = {row: each.name for row, each in workspace.memory.memories.by_id().items()}
    more = bool(limit) and len(found) > limit
    found = found[: limit or None]
    if json:
        console.document([_unit_document(each, memories) for each in found])
    else:
        _show_lines(console, found, wanted, source)
    if not found:
        console.talk("tm-concordance-nothing", text=wanted)
    elif more:
        console.talk("tm-concordance-more", skip=skip + limit)
    return 0 if found else _NOTHING


def _unit_document(each: StoredUnit, memories: dict[int, str]) -> dict[str, object]:
    texts = [{"variety": text.variety, "text": text.text} for text in each.unit.texts]
    return {"unit": each.unit.uid, "memory": memories[each.memory], "texts": texts}


def _show_lines(console: Console, found: Iterable[StoredUnit], wanted: str, source: str) -> None:
    from glossary.cli.harmless import width

    lines = []
    for each in found:
        place = next(text for text in each.unit.texts if _place(text, wanted, source) is not None)
        start, end = _place(place, wanted, source) or (0, 0)
        left = harmless(place.text[max(start - _AROUND, 0) : start])
        others = [text for text in each.unit.texts if text is not place]
        right = harmless(place.text[end : end + _AROUND])
        lines.append((left, harmless(place.text[start:end]), right, others))
    widest = max((width(left) for left, *_ in lines), default=0)
    for left, word, right, others in lines:
        room = " " * (widest - width(left))
        shown = console.styled(word, "good") if console.colour else f"[{word}]"
        console.line(f"{room}{left}{shown}{right}")
        for text in others:
            console.line(f"{' ' * widest}{text.variety} {harmless(text.text)}", "dim")


def _place(text: Text, wanted: str, source: str) -> tuple[int, int] | None:
    """Where the words stand in a text: as they are, else with the spelling folded away."""
    from unicodedata import normalize

    from glossary.language.fold import fold

    words = normalize("NFC", wanted)
    for way in (str.casefold, fold):
        if way is str.casefold and text.variety != source:
            continue
        found = way(text.text).find(way(words))
        if found >= 0 and len(way(text.text)) == len(text.text):
            return found, found + len(words)
    return None
