"""The commands that hold texts against memories: analyse and pretranslate."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import (
    Encoding,
    Json,
    Memories,
    Overwrite,
    ProfileName,
    Source,
    Tags,
    Target,
)
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.cli.memory_report import tell_refused
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import NotFound, UsageError
from glossary.language.varieties import normal_variety
from glossary.model import KO_CN, ZH_CN, language_of
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.formats.plain_table import Rows
    from glossary.formats.rows import RefusedRow
    from glossary.workflow.analysis_report import Quote
    from glossary.workflow.matches import LookUp
    from glossary.workflow.pretranslation import Pretranslated
    from glossary.workflow.profiles import Profile
    from glossary.workspace import Workspace

Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-tm-report"))
]


_FILLS = 95
"""The least score of a match that is put in, unless something else is said."""


PAIR_FORMS = ("csv", "xlsx")
"""What pairs of texts are written as for a person."""


def check_form(output: str, known: Sequence[str]) -> None:
    """Raise UsageError for a file whose name tells none of these forms; none wanted passes."""
    form = output.rpartition(".")[2].lower()
    if output and form not in known:
        raise UsageError("format-unknown", name=form, known=", ".join(known))


def register(tm: typer.Typer) -> None:
    """Put these commands into the group."""
    tm.command("analyse", help=help_text("help-tm-analyse"))(analyse)
    tm.command("pretranslate", help=help_text("help-tm-pretranslate"))(pretranslate)


def analyse(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=help_text("help-tm-texts"))],
    source: Source = ZH_CN,
    target: Target = "",
    profile: ProfileName = "",
    memory: Memories = None,
    low: Annotated[bool, typer.Option("--low", help=help_text("help-tm-low"))] = False,
    unit: Annotated[str, typer.Option(metavar="UNIT", help=help_text("help-tm-unit"))] = "",
    rate: Annotated[str, typer.Option(metavar="N", help=help_text("help-tm-rate"))] = "",
    grid: Annotated[str, typer.Option(metavar="BAND=N,…", help=help_text("help-tm-grid"))] = "",
    places: Annotated[
        int, typer.Option(metavar="N", min=0, max=4, help=help_text("help-tm-places"))
    ] = 2,
    variety: Tags = None,
    encoding: Encoding = "",
    output: Output = "",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Count how much of texts is in the memory."""
    from glossary.formats.rows import ReadOptions
    from glossary.workflow import analysis
    from glossary.workflow.analysis_report import FORMS, Quote, analyse_files, document

    check_form(output, FORMS)
    console = Console(json=json)
    state: State = context.obj
    lowest = 50 if low else analysis.LOWEST
    look_up = _look_up(state.profile(profile), source, target, lowest, memory)
    wanted = _unit(unit, look_up.source)
    weights, each = analysis.grid_from(grid), _decimal(rate)
    with state.workspace(console, many=True) as workspace, progress(console) as report_progress:
        report = analyse_files(
            workspace,
            files,
            look_up,
            options=ReadOptions(mapping(variety), encoding=encoding),
            progress=report_progress,
        )
        path = workspace.database.path
        missing = _missing(workspace, look_up, report.is_new)
        held = [each.name for each in workspace.memory.memories.by_id().values()]
    price = analysis.priced(report.total, wanted, each, weights, places)
    names = look_up.memories or tuple(held)
    today = datetime.now().astimezone().date().isoformat()
    quote = Quote(report, price, look_up, names, as_typed(profile), today)
    if output:
        _write_report(output, path, quote, console.language, overwrite=overwrite)
        console.talk("tm-report-written", file=output)
    elif json:
        console.document(document(quote))
    else:
        _show_report(console, quote)
    tell_refused(console, report.refused)
    if missing:
        console.error(missing)


def _unit(said: str, source: str) -> str:
    """What is paid for: what is said, else what is usual for the language of the texts."""
    from glossary.workflow.analysis import UNITS

    wanted = said or ("zi" if language_of(source) == "zh" else "eojeol")
    if wanted not in UNITS:
        raise UsageError("value-unknown", field="--unit", value=said, known=", ".join(UNITS))
    return wanted


def _missing(workspace: Workspace, wanted: LookUp, unmatched: bool) -> NotFound | None:
    """Where nothing had a match: what to say if the memories have no text in one of the
    varieties."""
    from glossary.workflow.held_varieties import absent

    return absent(workspace, wanted[:2], wanted.memories) if unmatched else None


def _look_up(
    client: Profile, source: str, target: str, threshold: int, memories: list[str] | None
) -> LookUp:
    """What the command line says, else the profile."""
    from glossary.workflow.matches import LookUp

    return LookUp(
        normal_variety(source),
        normal_variety(target or client.target or KO_CN),
        threshold,
        tuple(map(as_typed, memories or ())) or client.memories,
    )


def _write_report(
    output: str, database: str, quote: Quote, language: str, *, overwrite: bool
) -> None:
    from glossary.workflow.analysis_report import write_report
    from glossary.workflow.selection import check_target, written_file

    check_target(output, database, overwrite=overwrite)
    with written_file(output) as stream:
        form = output.rpartition(".")[2].lower()
        write_report(stream, form, quote, language)


def _show_report(console: Console, quote: Quote) -> None:
    from glossary.workflow.analysis_report import head_rows, price_rows, rows_of

    report = quote.report
    for name, said in head_rows(quote, console.language):
        console.line(f"{name}: {harmless(said)}")
    console.line()
    for name, tally in report.files if len(report.files) > 1 else ():
        console.line(harmless(name), "strong")
        console.table(_shown(rows_of(tally, quote, console.language)))
        console.line()
    console.table(_shown(rows_of(report.total, quote, console.language)))
    for label, value in price_rows(quote.price, console.language):
        console.line(f"{label}: {value:,}")


def _shown(rows: Rows) -> list[list[str]]:
    return [[each if isinstance(each, str) else f"{each:,}" for each in row] for row in rows]


def _decimal(said: str) -> Decimal:
    try:
        found = Decimal(said or "0")
    except InvalidOperation:
        raise UsageError("tm-rate-refused", value=said) from None
    if not found.is_finite() or found < 0:
        raise UsageError("tm-rate-refused", value=said)
    return found


def pretranslate(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("help-tm-texts"))],
    source: Source = ZH_CN,
    target: Target = "",
    profile: ProfileName = "",
    memory: Memories = None,
    threshold: Annotated[
        int | None,
        typer.Option("--min", metavar="N", min=1, max=101, help=help_text("help-tm-fills")),
    ] = None,
    respell: Annotated[bool, typer.Option("--respell", help=help_text("help-tm-respell"))] = False,
    variety: Tags = None,
    encoding: Encoding = "",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-tm-pairs-out"))
    ] = "",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Put in what the memory has."""
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.documents_in import read_segments
    from glossary.workflow.pretranslation import kept
    from glossary.workflow.pretranslation import pretranslate as pretranslated

    check_form(output, PAIR_FORMS)
    console = Console(json=json)
    state: State = context.obj
    client = state.profile(profile)
    lowest = threshold or client.threshold or _FILLS
    wanted = _look_up(client, source, target, lowest, memory)
    refused: list[RefusedRow] = []
    options = ReadOptions(mapping(variety), encoding=encoding, refused=refused)
    with state.workspace(console, many=True) as workspace, progress(console) as report_progress:
        found = list(
            kept(
                pretranslated(
                    workspace,
                    read_segments(file, *wanted[:2], options=options),
                    wanted,
                    respell=respell,
                    progress=report_progress,
                )
            )
        )
        path = workspace.database.path
        missing = _missing(workspace, wanted, not any(each.match for each in found))
    if output:
        _write_pairs(console, output, path, found, wanted[:2], overwrite=overwrite)
        console.talk("tm-report-written", file=output)
    elif json:
        console.document(list(map(_pair_document, found)))
    else:
        console.table([[*_pair_row(console, each)] for each in found], headed=False)
    _tell_filled(console, found)
    tell_refused(console, [(file, row) for row in refused])
    if missing:
        console.error(missing)


def _tell_filled(console: Console, found: list[Pretranslated]) -> None:
    filled = sum(bool(each.text) and not each.kept for each in found)
    kept = sum(each.kept for each in found)
    other = sum(each.other_variety and not each.text for each in found)
    console.talk("tm-pretranslated", filled=filled, all=len(found), other=other)
    if kept:
        console.talk("tm-pretranslated-kept", count=kept)


def _pair_row(console: Console, each: Pretranslated) -> tuple[str, str, str, str]:
    score = str(each.match.score) if each.match else ""
    memory = each.match.memory if each.match else ""
    if each.kept:
        memory = console.say("tm-kept")
    return score, each.segment.text, each.text or "–", memory


def _pair_document(each: Pretranslated) -> dict[str, object]:
    match = each.match
    return {
        "line": each.segment.line,
        "source": each.segment.text,
        "target": each.text or None,
        "score": match.score if match else None,
        "memory": match.memory if match else None,
        "unit": match.unit if match else None,
        "original": match.target.text if match else None,
        "target_variety": match.target.variety if match else None,
        "other_variety": each.other_variety,
        "kept": each.kept,
    }


def _write_pairs(
    console: Console,
    output: str,
    database: str,
    found: list[Pretranslated],
    varieties: tuple[str, str],
    *,
    overwrite: bool,
) -> None:
    """Write the pairs in the form of the file's name: a table also of what has no match, a memory
    of those that have one."""
    from glossary.formats import plain_table
    from glossary.workflow.selection import check_target, written_file

    check_target(output, database, overwrite=overwrite)
    rows: list[tuple[str | int, ...]] = [(*varieties, "score", "memory", "note")]
    for each in found:
        match = each.match
        score = match.score if match else ""
        note = match.target.text if match and each.other_variety else ""
        note = console.say("tm-kept") if each.kept else note
        rows.append((each.segment.text, each.text, score, match.memory if match else "", note))
    with written_file(output) as stream:
        is_csv = output.lower().endswith(".csv")
        (plain_table.write_csv if is_csv else plain_table.write_xlsx)(stream, rows)
