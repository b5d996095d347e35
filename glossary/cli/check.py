"""The command that checks translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.choices import check_named
from glossary.cli.common_options import (
    Columns,
    Encoding,
    Form,
    Json,
    NoHeader,
    Overwrite,
    ProfileName,
    Sheet,
    Source,
    Tags,
    Target,
)
from glossary.cli.console import Console
from glossary.cli.context import State, help_text, mapping
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import UsageError
from glossary.language.varieties import normal_variety
from glossary.model import DEFAULT_VARIETIES, KO_CN, SOURCE, ZH_CN

if TYPE_CHECKING:
    from glossary.checks.registry import Check
    from glossary.formats.findings_page import Row
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.check_pairs import Pairs, UnitPairs
    from glossary.workflow.checking import Told
    from glossary.workspace import Workspace

_FINDINGS = 1
_PAGE = 200  # findings whose columns are aligned with each other
_SHOWN = 40  # characters of a text in a table


def register(app: typer.Typer) -> None:
    """Put the command into the application."""
    app.command("check", help=help_text("help-check"))(check)


def check(
    context: typer.Context,
    source_file: Annotated[
        str, typer.Argument(metavar="SOURCE", help=help_text("help-check-source"))
    ],
    target_file: Annotated[
        str | None, typer.Argument(metavar="[TARGET]", help=help_text("help-check-target"))
    ] = None,
    source: Source = ZH_CN,
    target: Target = "",
    profile: ProfileName = "",
    only: Annotated[str, typer.Option(metavar="CODE,…", help=help_text("help-check-only"))] = "",
    skip: Annotated[str, typer.Option(metavar="CODE,…", help=help_text("help-check-skip"))] = "",
    fix: Annotated[bool, typer.Option("--fix", help=help_text("help-check-fix"))] = False,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-check-output"))
    ] = "",
    html: Annotated[str, typer.Option(metavar="FILE", help=help_text("help-check-html"))] = "",
    overwrite: Overwrite = False,
    suppress: Annotated[
        str, typer.Option(metavar="ID,…", help=help_text("help-check-suppress"))
    ] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help=help_text("help-check-reason"))] = "",
    form: Form = "",
    columns: Columns = None,
    tags: Tags = None,
    encoding: Encoding = "",
    no_header: NoHeader = False,
    sheet: Sheet = "",
    json: Json = False,
) -> int:
    """Check a translation against its source."""
    from glossary.checks.registry import chosen
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.selection import check_target

    console = Console(json=json)
    state: State = context.obj
    client = state.profile(profile)
    varieties = normal_variety(source), normal_variety(target or client.target or KO_CN)
    some, others = (tuple(map(check_named, _listed(each))) for each in (only, skip))
    checks = chosen(some, (*others, *client.skip))
    wanted = _Wanted(checks, _listed(suppress), as_typed(reason), client.sets)
    _refuse(wanted, output, fix=fix, report=json or bool(html))
    options = ReadOptions(
        *(mapping(tags), mapping(columns), encoding),
        header=not no_header,
        sheet=as_typed(sheet),
    )
    with state.workspace(console, to_write=bool(wanted.suppress), many=True) as workspace:
        pairs = _pairs(workspace, (source_file, target_file), varieties, form, options)
        for file in filter(None, (output, html)):
            check_target(file, workspace.database.path, overwrite=overwrite)
        if wanted.suppress:
            return _suppress(console, workspace, pairs, varieties, wanted)
        run = _Run(console, workspace, pairs, varieties, wanted)
        if fix:
            run.fix(output, _form_of_fixed(pairs, output, form))
        elif html:
            run.page(html)
        elif json:
            run.document()
        else:
            run.table()
        run.close()
    return _FINDINGS if run.counts else 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the options ask for."""

    checks: tuple[Check, ...]
    suppress: tuple[str, ...]
    reason: str
    sets: tuple[str, ...] = ()


def _listed(said: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in said.split(","))))


def _refuse(wanted: _Wanted, output: str, *, fix: bool, report: bool) -> None:
    """Raise UsageError for options that make no sense together."""
    if output and not fix:
        raise UsageError("check-output-without-fix")
    if fix and report:
        raise UsageError("check-fix-and-report")
    if bool(wanted.suppress) != bool(wanted.reason.strip()):
        raise UsageError("check-suppress-reason")


def _pairs(
    workspace: Workspace,
    files: tuple[str, str | None],
    varieties: tuple[str, str],
    form: str,
    options: ReadOptions,
) -> Pairs:
    from glossary.workflow.check_pairs import TextPairs, UnitPairs
    from glossary.workflow.memory_alignment import known_terms

    source, target = files
    if target is not None:  # "" is a variable of a script that is not set
        _check_known(workspace, varieties)
        known = known_terms(workspace, *varieties)
        return TextPairs(source, target, varieties, encoding=options.encoding, known=known)
    return UnitPairs(source, varieties, form, options)


def _check_known(workspace: Workspace, varieties: tuple[str, str]) -> None:
    """Raise UsageError for a variety that no term is in, and that is none of ours: jp."""
    from glossary.store.statistics import counted

    terms = counted(workspace.database, "variety")
    for variety in varieties:
        if variety not in DEFAULT_VARIETIES and variety not in terms:
            raise UsageError("variety-unknown", variety=variety, known=", ".join(terms) or "–")


def _form_of_fixed(pairs: Pairs, output: str, form: str) -> str:
    """The form the mended units are written in: that of the output's name, else that of what was
    read; "" for texts. Raises UsageError for a form that is only read."""
    from glossary.formats import memory_registry
    from glossary.workflow.check_pairs import TextPairs

    if isinstance(pairs, TextPairs):
        return ""
    named = bool(form) and not output
    found = memory_registry.named(form) if named else memory_registry.of_file(output or pairs.path)
    return found.checked_writer().name


def _suppress(
    console: Console,
    workspace: Workspace,
    pairs: Pairs,
    varieties: tuple[str, str],
    wanted: _Wanted,
) -> int:
    from glossary.workflow import checking

    before = checking.suppressed_findings(workspace)
    new = [uid for uid in wanted.suppress if uid not in before]
    for uid in wanted.suppress:
        if uid in before:
            console.talk("check-suppressed-before", uid=uid)
    if not new:
        return 0
    found = checking.check(workspace, pairs, varieties, wanted.checks, sets=wanted.sets)
    named = [each for each in found if each.uid in new]
    for each in checking.suppress(workspace, named, new, wanted.reason):
        console.talk("check-suppressed", uid=each.uid, text=each.finding.text, line=each.line)
    return 0


class _Run:
    """One look through all pairs, and how many findings there were by check."""

    def __init__(
        self,
        console: Console,
        workspace: Workspace,
        pairs: Pairs,
        varieties: tuple[str, str],
        wanted: _Wanted,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._console, self._workspace, self._pairs = console, workspace, pairs
        self._varieties, self._wanted = varieties, wanted

    def told(self) -> Iterator[Told]:
        """The findings, each counted."""
        from glossary.workflow.checking import check as checked

        with progress(self._console) as report:
            for each in checked(
                self._workspace,
                self._pairs,
                self._varieties,
                self._wanted.checks,
                report,
                self._wanted.sets,
            ):
                self.counts[each.finding.check] += 1
                yield each

    def table(self) -> None:
        """All findings as tables of a page each."""
        rows: list[tuple[str, ...]] = []
        for each in self.told():
            rows.append(_row(self._console, each))
            if len(rows) == _PAGE:
                self._console.table(rows, headed=False)
                rows = []
        if rows:
            self._console.table(rows, headed=False)

    def document(self) -> None:
        """Print all findings as JSON; they wait in a file until everything was checked."""
        from glossary.workflow.pages import Pages

        with closing(Pages()) as waiting:
            for each in self.told():
                waiting.add((_document(each),))
            self._console.listing(row for page in waiting for (row,) in page)

    def page(self, file: str) -> None:
        """All findings as an HTML page."""
        from glossary.formats import findings_page
        from glossary.workflow.selection import written_file

        language = self._console.language
        title = self._console.say("check-title")
        with written_file(file) as stream:
            rows = (_page_row(self._console, each) for each in self.told())
            about = findings_page.About(title, language, self._varieties, self._pairs.files)
            findings_page.write(stream, about, rows)
        self._console.talk("tm-report-written", file=file)

    def fix(self, output: str, form: str) -> None:
        """The translation with the sure fixes, to a file or standard output; units in this form."""
        from glossary.workflow.check_fixes import Fixes
        from glossary.workflow.check_pairs import TextPairs
        from glossary.workflow.selection import written_file

        fixes = Fixes(keep=output not in ("", "-"))
        for each in self.told():
            if fixes.add(each):
                self.counts[each.finding.check] -= 1
        self.counts += Counter()  # only what is left
        with written_file(output or "-") as stream:
            if isinstance(self._pairs, TextPairs):
                fixes.write_text(stream, self._pairs)
            else:
                fixes.write_units(stream, self._pairs, form)
        self._console.talk("check-fixed", count=fixes.count)

    def close(self) -> None:
        """Say how many there were, and of what."""
        from glossary.workflow.check_pairs import UnitPairs

        if isinstance(self._pairs, UnitPairs):
            _show_rows(self._console, self._pairs)
        if not self.counts:
            self._console.talk("check-nothing")
            return
        told = ", ".join(
            self._console.say("check-count", name=self._console.say(f"check-name-{code}"), count=n)
            for code, n in self.counts.most_common()
        )
        self._console.talk("check-found", count=self.counts.total(), told=told)


def _show_rows(console: Console, pairs: UnitPairs) -> None:
    """The rows that were passed over, or not read to their end."""
    for each in pairs.remarks:
        reason = console.say(each.code, **each.fields)
        console.talk("tm-refused", file=pairs.path, line=each.line, reason=reason)
    if pairs.passed_over:
        console.talk("check-passed-over", count=pairs.passed_over)


def _why(console: Console, each: Told) -> str:
    """The sentence of a finding."""
    return console.say(f"check-{each.finding.reason}", **dict(each.finding.fields))


def _row(console: Console, each: Told) -> tuple[str, ...]:
    line, start = each.place
    finding = each.finding
    place = console.say("convert-place", line=line, column=start + 1)
    what = _short(finding.text)
    if finding.fix is not None:
        what = f"{_visible(what)} → {_visible(_short(finding.fix))}"
    name = console.say(f"check-name-{finding.check}")
    return place, name, what, _why(console, each), each.uid


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _visible(text: str) -> str:
    """A text of which nothing would be seen as signs that are."""
    return text if text.strip() else "␣" * len(text) or "∅"


def _page_row(console: Console, each: Told) -> Row:
    from glossary.formats.findings_page import Row

    finding = each.finding
    return Row(
        each.uid,
        each.line,
        finding.check,
        each.pair.source,
        each.pair.target,
        finding.side == SOURCE,
        (finding.start, finding.end),
        _why(console, each),
        finding.fix,
    )


def _document(each: Told) -> dict[str, object]:
    from glossary.texts.sentences import sentence

    finding = each.finding
    line, start = each.place
    return {
        "id": each.uid,
        "check": finding.check,
        "reason": finding.reason,
        "sentence": sentence(f"check-{finding.reason}", **dict(finding.fields)),
        "side": finding.side,
        "line": line,
        "column": start + 1,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "fix": finding.fix,
        "fields": dict(finding.fields),
        "source": each.pair.source,
        "target": each.pair.target,
    }
