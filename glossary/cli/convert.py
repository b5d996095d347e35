"""The command convert: a text from one Korean into the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import tee
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from glossary.cli.common_options import Encoding, Json, Overwrite, ProfileName
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.progress import progress
from glossary.errors import UsageError
from glossary.model import APPLY, BANDS, FLAG, KO_CN, KO_KR, SUGGEST, Respelling
from glossary.places import default_database
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from glossary.formats.lines import TextEncoding
    from glossary.workflow.convert import Conversion, ConvertedLine
    from glossary.workflow.profiles import Profile
    from glossary.workspace import Workspace

_STYLES = {APPLY: "good", SUGGEST: "warn", FLAG: "bad"}
_PAGE = 500  # changes whose columns are aligned with each other
_SAMPLE = 10_000  # characters to tell whether a text is Korean
_STEP = 1_000  # lines between two reports of progress


def register(app: typer.Typer) -> None:
    """Put this command into the application."""
    app.command("convert", help=help_text("help-convert"))(convert)


def convert(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=help_text("help-convert-file"))],
    to: Annotated[str, typer.Option(metavar="VARIETY", help=help_text("help-to"))] = "",
    band: Annotated[str, typer.Option(metavar="BAND", help=help_text("help-band"))] = APPLY,
    spelling_only: Annotated[
        bool, typer.Option("--spelling-only", help=help_text("help-spelling-only"))
    ] = False,
    terms_only: Annotated[
        bool, typer.Option("--terms-only", help=help_text("help-terms-only"))
    ] = False,
    profile: ProfileName = "",
    kiwi: Annotated[bool, typer.Option("--kiwi", help=help_text("help-kiwi"))] = False,
    changes: Annotated[bool, typer.Option("--changes", help=help_text("help-changes"))] = False,
    review: Annotated[bool, typer.Option("--review", help=help_text("help-review"))] = False,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-convert-output"))
    ] = "-",
    overwrite: Overwrite = False,
    encoding: Encoding = "",
    json: Json = False,
) -> None:
    """Bring a text from one Korean into the other."""
    from glossary.formats.lines import TextEncoding
    from glossary.language.scripts import has_korean
    from glossary.workflow.convert import convert_file
    from glossary.workflow.selection import check_target

    console = Console(json=json)
    state: State = context.obj
    wanted = state.profile(profile)
    to = to or wanted.target or KO_KR
    _check(to, band, kiwi=kiwi, both=spelling_only and terms_only)
    if review and file == "-":
        raise UsageError("review-needs-file")
    with ExitStack() as stack:
        workspace = None
        if not spelling_only:
            workspace = stack.enter_context(state.workspace(console, to_write=review))
        conversion = _conversion(workspace, to, wanted, kiwi=kiwi, spelling=not terms_only)
        told = TextEncoding()
        lines = convert_file(file, conversion, encoding, told)
        if review:
            from glossary.cli.review import reviewed

            lines = reviewed(console, workspace, lines, to, band)
        counted = _Counted(console, lines)
        if output != "-":
            database = workspace.database.path if workspace else default_database()
            check_target(output, database, overwrite=overwrite)
        _show(console, counted, band, output, told, changes=changes)
    if not has_korean(counted.sample):
        console.talk("convert-not-korean")
    console.talk("converted", **{each: counted.counts[each] for each in BANDS})


def _check(to: str, band: str, *, kiwi: bool, both: bool) -> None:
    if band not in (APPLY, SUGGEST):
        raise UsageError("value-unknown", field="--band", value=band, known=f"{APPLY}, {SUGGEST}")
    varieties = (KO_KR,) if kiwi else (KO_KR, KO_CN)
    if to not in varieties:
        raise UsageError("value-unknown", field="--to", value=to, known=", ".join(varieties))
    if both:
        raise UsageError("options-exclude", one="--spelling-only", other="--terms-only")


def _conversion(
    workspace: Workspace | None, to: str, wanted: Profile, *, kiwi: bool, spelling: bool
) -> Conversion:
    from glossary.workflow.conversion_choices import Choices, choices
    from glossary.workflow.convert import Conversion, analyser

    return Conversion(
        to,
        workspace.recogniser(wanted.sets, single=wanted.single) if workspace else None,
        spelling,
        analyser() if kiwi else None,
        choices(workspace, to) if workspace else Choices(),
    )


class _Counted:
    """Converted lines as they pass, their respellings counted by band, and a sample of them."""

    def __init__(self, console: Console, lines: Iterator[ConvertedLine]) -> None:
        self.counts: Counter[str] = Counter()
        self.sample = ""
        self._console = console
        self._lines = lines

    def __iter__(self) -> Iterator[ConvertedLine]:
        with progress(self._console) as report:
            for line in self._lines:
                self.counts.update(each.band for each in line.respellings)
                self.sample += line.text[: _SAMPLE - len(self.sample)]
                if report is not None and line.number % _STEP == 0:
                    report("convert", line.number, 0)
                yield line


def _show(
    console: Console,
    lines: _Counted,
    band: str,
    output: str,
    told: TextEncoding,
    *,
    changes: bool,
) -> None:
    from glossary.workflow.selection import written_file

    if output == "-":
        _print(console, lines, band, changes=changes)
        return
    gone = None
    with written_file(output) as stream:
        passed = _written(stream, lines, band, told)
        try:
            if console.json or changes:
                _print(console, passed, band, changes=changes)
        except BrokenPipeError as error:  # who reads what is shown has seen enough of it
            gone = error
        for _ in passed:
            pass
    if gone:
        raise gone


def _print(console: Console, lines: Iterable[ConvertedLine], band: str, *, changes: bool) -> None:
    if console.json:
        _as_document(console, lines, band)
    elif changes:
        _as_table(console, lines)
    else:
        for line in lines:
            _line(console, line, band)


def _written(
    stream: BinaryIO, lines: Iterable[ConvertedLine], band: str, told: TextEncoding
) -> Iterator[ConvertedLine]:
    """The lines as they pass into a file, which is written as the input is: its byte order mark,
    its encoding."""
    passing, shown = tee(lines)
    parts = told.encoded(line.converted(band) for line in passing)
    for line, part in zip(shown, parts, strict=True):
        stream.write(part)
        yield line


def _as_document(console: Console, lines: Iterable[ConvertedLine], band: str) -> None:
    parts: list[str] = []
    edits: list[dict[str, object]] = []
    for line in lines:
        parts.append(line.converted(band))
        edits += [_document(each) for each in line.in_text()]
    console.document({"text": "".join(parts), "edits": edits})


def _as_table(console: Console, lines: Iterable[ConvertedLine]) -> None:
    rows: list[tuple[str, ...]] = []
    for line in lines:
        rows += [_row(console, line, each) for each in line.respellings]
        if len(rows) > _PAGE:
            console.table(rows, headed=False)
            rows = []
    if rows:
        console.table(rows, headed=False)


def _document(each: Respelling) -> dict[str, object]:
    document = {
        "start": each.start,
        "end": each.end,
        "from": each.before,
        "to": each.after,
        "kind": each.kind,
        "rule": each.rule,
        "band": each.band,
        "reason": each.reason,
    }
    return document | ({"otherwise": each.otherwise} if each.otherwise else {})


def _line(console: Console, line: ConvertedLine, band: str) -> None:
    """The converted line: its very characters, or on a terminal harmless and with colours."""
    if not console.terminal:
        console.write(line.converted(band))
        return
    shown, at = "", 0
    bands = (APPLY, band)
    for each in line.respellings:
        text = each.after if each.band in bands else each.otherwise or each.before
        shown += harmless(line.text[at : each.start])
        shown += console.styled(harmless(text), _STYLES[each.band])
        at = each.end
    console.line(shown + harmless(line.text[at:].rstrip("\r\n")))


def _row(console: Console, line: ConvertedLine, each: Respelling) -> tuple[str, ...]:
    """Where a respelling is, its band, what it is, and why."""
    place = console.say("convert-place", line=line.number, column=each.start + 1)
    reason = console.say(f"respelling-{each.reason}")
    if each.otherwise:
        reason = console.say("convert-otherwise", reason=reason, text=each.otherwise)
    return place, console.say(f"band-{each.band}"), change_of(line, each), reason


def change_of(line: ConvertedLine, each: Respelling) -> str:
    """A change as people read it."""
    if each.band == FLAG:
        return each.before
    if each.before:
        return f"{each.before} → {each.after}"
    return f"{line.text[each.start - 1]}␣{line.text[each.start : each.start + 1]}"  # a space put in
