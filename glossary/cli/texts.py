"""The commands on running text: convert."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.console import Console
from glossary.cli.context import help_text
from glossary.cli.progress import progress
from glossary.errors import UsageError
from glossary.model import APPLY, BANDS, FLAG, KO_CN, KO_KR, SUGGEST, Respelling
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from glossary.workflow.convert import ConvertedLine

_STYLES = {APPLY: "good", SUGGEST: "warn", FLAG: "bad"}
_PAGE = 500  # changes whose columns are aligned with each other
_STEP = 1_000  # lines between two reports of progress


def register(app: typer.Typer) -> None:
    """Put these commands into the application."""
    app.command("convert", help=help_text("help-convert"))(convert)


def convert(
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("help-convert-file"))],
    to: Annotated[str, typer.Option(metavar="VARIETY", help=help_text("help-to"))] = KO_KR,
    band: Annotated[str, typer.Option(metavar="BAND", help=help_text("help-band"))] = APPLY,
    spelling_only: Annotated[
        bool, typer.Option("--spelling-only", help=help_text("help-spelling-only"))
    ] = True,
    kiwi: Annotated[bool, typer.Option("--kiwi", help=help_text("help-kiwi"))] = False,
    changes: Annotated[bool, typer.Option("--changes", help=help_text("help-changes"))] = False,
    encoding: Annotated[str, typer.Option(metavar="NAME", help=help_text("help-encoding"))] = "",
    json: Annotated[bool, typer.Option("--json", help=help_text("help-json"))] = False,
) -> None:
    """Spell a text otherwise."""
    from glossary.workflow.convert import convert_file

    console = Console(json=json)
    _check(to, band, kiwi=kiwi)
    counts: Counter[str] = Counter()
    parts: list[str] = []
    edits: list[dict[str, object]] = []
    rows: list[tuple[str, ...]] = []
    with progress(console) as report:
        for line in convert_file(file, encoding, to, analyser=kiwi):
            counts.update(each.band for each in line.respellings)
            if report is not None and line.number % _STEP == 0:
                report("convert", line.number, 0)
            if json:
                parts.append(line.converted(band))
                edits += [_document(each) for each in line.in_text()]
            elif changes:
                rows += [_row(console, line, each) for each in line.respellings]
                if len(rows) > _PAGE:
                    console.table(rows, headed=False)
                    rows = []
            else:
                _show(console, line, band)
    if rows:
        console.table(rows, headed=False)
    if json:
        console.document({"text": "".join(parts), "edits": edits})
    console.talk("converted", **{each: counts[each] for each in BANDS})


def _check(to: str, band: str, *, kiwi: bool) -> None:
    if band not in (APPLY, SUGGEST):
        raise UsageError("value-unknown", field="--band", value=band, known=f"{APPLY}, {SUGGEST}")
    varieties = (KO_KR,) if kiwi else (KO_KR, KO_CN)
    if to not in varieties:
        raise UsageError("value-unknown", field="--to", value=to, known=", ".join(varieties))


def _document(each: Respelling) -> dict[str, object]:
    return {
        "start": each.start,
        "end": each.end,
        "from": each.before,
        "to": each.after,
        "kind": each.kind,
        "rule": each.rule,
        "band": each.band,
        "reason": each.reason,
    }


def _show(console: Console, line: ConvertedLine, band: str) -> None:
    """The converted line: its very characters, or on a terminal harmless and with colours."""
    if not console.colour:
        console.write(line.converted(band))
        return
    shown, at = "", 0
    bands = (APPLY, band)
    for each in line.respellings:
        text = each.after if each.band in bands else each.before
        shown += harmless(line.text[at : each.start])
        shown += console.styled(harmless(text), _STYLES[each.band])
        at = each.end
    console.line(shown + harmless(line.text[at:].rstrip("\r\n")))


def _row(console: Console, line: ConvertedLine, each: Respelling) -> tuple[str, ...]:
    """Where a respelling is, its band, what it is, and why."""
    place = console.say("convert-place", line=line.number, column=each.start + 1)
    if each.band == FLAG:
        change = each.before
    elif each.before:
        change = f"{each.before} → {each.after}"
    else:  # a space is put in
        change = f"{line.text[each.start - 1]}␣{line.text[each.start : each.start + 1]}"
    return place, console.say(f"band-{each.band}"), change, console.say(f"respelling-{each.reason}")
