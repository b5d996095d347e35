"""The command `tm match`, whichever door it came through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from glossary.cli.console import Console
from glossary.cli.opening import open_workspace
from glossary.cli.options import MatchOptions, as_typed
from glossary.cli.progress import progress
from glossary.errors import UsageError
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model import TextMatch
    from glossary.workflow.matches import ExplainedMatch
    from glossary.workspace import Workspace

FOUND, NOTHING = 0, 1
_HIGHEST = 101
_SURE = 95  # the score from which on no word differs


def run(options: MatchOptions, *, db: str = "", memories: Sequence[str] = ()) -> int:
    """Find what is near the text, or each line of standard input for `-`; the exit code comes
    back."""
    from glossary.workflow.matches import proposed, varieties

    console = Console(json=options.json or options.jsonl)
    if not 1 <= options.minimum <= _HIGHEST or options.limit < 0:
        raise UsageError("tm-number-refused")
    many = options.text == ("-",)
    text = as_typed(" ".join(options.text))
    if not text.strip():
        raise UsageError("tm-text-empty")
    found_any = False
    with open_workspace(console, db, many=many) as workspace, progress(console) as report:
        for each in (line.rstrip("\r\n") for line in sys.stdin) if many else (text,):
            source, target = varieties(each, options.source, options.target)
            found = workspace.memory.match(
                each,
                source,
                target,
                options.minimum,
                options.limit,
                before=options.before,
                after=options.after,
                memories=memories,
                progress=report,
            )
            found_any = found_any or bool(found)
            shown = [proposed(one, each, target) for one in found]
            _answer(console, options, workspace, each, shown)
    return FOUND if found_any else NOTHING


def _answer(
    console: Console,
    options: MatchOptions,
    workspace: Workspace,
    text: str,
    found: list[TextMatch],
) -> None:
    if options.jsonl or (options.json and options.text == ("-",)):
        console.json_line({"text": text, "matches": list(map(_document, found))})
        return
    from glossary.workflow.matches import explained

    whole = [explained(workspace, each, text) for each in found]
    if options.json:
        console.document([_document(each.match) | _explanation(each) for each in whole])
    elif options.text == ("-",):
        console.line(harmless(text), "strong")
    if not found:
        _tell_nothing(console, options, workspace, text)
    if options.json:
        return
    for each in whole:
        _show_match(console, each)


def _tell_nothing(console: Console, options: MatchOptions, workspace: Workspace, text: str) -> None:
    """Say that nothing was found, to people; where a variety was named that no unit is in, that."""
    from glossary.language.varieties import normal_variety
    from glossary.workflow.held_varieties import absent

    named = [normal_variety(each) for each in (options.source, options.target) if each]
    missing = absent(workspace, named) if named else None
    if missing:
        console.error(missing)
    elif not options.json:
        console.talk("tm-match-nothing", text=text)


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


def _show_match(console: Console, each: ExplainedMatch) -> None:
    one = each.match
    said = [console.say(f"tm-penalty-{code}", points=points) for code, points in one.penalties]
    if one.spelling_only:
        said.append(console.say("tm-spelling-only"))
    elif one.folded > one.surface:
        said.append(console.say("tm-folded", score=one.folded))
    head = console.styled(f"{one.score:>3}", "good" if one.score >= _SURE else "warn")
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
