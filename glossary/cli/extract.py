"""The command that collects candidate terms, and takes in what a person accepted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import DryRun, Encoding, Form, Json, Overwrite
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import InputRefused, UsageError
from glossary.model import KO_CN, ZH_CN

if TYPE_CHECKING:
    from glossary.workflow.candidates import Candidate, Extraction, Place, Rendering
    from glossary.workflow.corpus import Wanted
    from glossary.workflow.plan import Progress
    from glossary.workflow.review import Review
    from glossary.workspace import Workspace

_SHOWN = 50


def register(app: typer.Typer) -> None:
    """Put this command into the application."""
    app.command("extract", help=help_text("help-extract"))(extract)


def extract(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help=help_text("help-extract-files"))
    ] = None,
    variety: Annotated[
        str, typer.Option(metavar="VARIETY", help=help_text("help-extract-variety"))
    ] = "",
    to: Annotated[str, typer.Option(metavar="VARIETY", help=help_text("help-extract-to"))] = "",
    memories: Annotated[
        list[str] | None,
        typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-extract-memory")),
    ] = None,
    least: Annotated[
        int, typer.Option("--min-count", metavar="N", min=1, help=help_text("help-extract-count"))
    ] = 2,
    score: Annotated[
        float, typer.Option("--min-score", metavar="N", help=help_text("help-extract-score"))
    ] = 0.0,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=0, help=help_text("help-extract-limit"))
    ] = _SHOWN,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help=help_text("help-extract-output"))
    ] = "",
    overwrite: Overwrite = False,
    domain: Annotated[
        str, typer.Option("--domain", "-d", help=help_text("help-extract-domain"))
    ] = "",
    accept: Annotated[
        str, typer.Option("--accept", metavar="REVIEW", help=help_text("help-extract-accept"))
    ] = "",
    accept_if: Annotated[
        list[str] | None,
        typer.Option("--accept-if", metavar="CONDITION", help=help_text("help-extract-accept-if")),
    ] = None,
    dry_run: DryRun = False,
    form: Form = "",
    encoding: Encoding = "",
    json: Json = False,
) -> int:
    """Collect candidate terms."""
    from glossary.formats.review_table import check_name
    from glossary.formats.rows import ReadOptions
    from glossary.workflow.corpus import Wanted
    from glossary.workflow.selection import check_target

    console = Console(json=json)
    state: State = context.obj
    options = ReadOptions(encoding=encoding)
    names = tuple(map(as_typed, memories or ()))
    if bool(accept) == bool(files or names) or (accept and (accept_if or output)):
        raise UsageError("extract-what")
    work = _Work(console, state.set_name, domain, dry_run=dry_run)
    with (
        state.workspace(console, to_write=bool(accept or accept_if) and not dry_run) as workspace,
        progress(console) as report,
    ):
        if accept:
            return work.take_answers(workspace, accept, options, report)
        if output:
            check_name(output)
            check_target(output, workspace.database.path, overwrite=overwrite)
        wanted = Wanted(tuple(files or ()), names, variety, to, form, options)
        found, other = work.find(workspace, wanted, least, score, report)
        if output:
            work.write(found, other, output)
        if accept_if:
            return work.take_by_rule(workspace, found, other, accept_if, report)
    work.show(found, limit, shown=not output)
    return 0 if found.candidates else 1


class _Work:
    """One call of the command."""

    def __init__(self, console: Console, set_name: str, domain: str, *, dry_run: bool) -> None:
        self._console = console
        self._set = set_name
        self._domain = as_typed(domain)
        self._dry_run = dry_run

    def find(
        self,
        workspace: Workspace,
        wanted: Wanted,
        least: int,
        score: float,
        report: Progress | None,
    ) -> tuple[Extraction, str]:
        """The candidates, and the variety of their translations."""
        from dataclasses import replace

        from glossary.language.varieties import normal_variety
        from glossary.workflow.corpus import read_corpus
        from glossary.workflow.extraction import extract as extracted

        usual = KO_CN if wanted.variety.lower().startswith("zh") else ZH_CN
        other = normal_variety(wanted.other or usual)
        with read_corpus(workspace, replace(wanted, other=other), report) as passages:
            if not wanted.variety:
                name = self._console.say(f"variety-{passages.variety}")
                self._console.talk("extract-detected", variety=name, tag=passages.variety)
            if passages.refused:
                self._console.talk("extract-refused", count=passages.refused)
            found = extracted(workspace, passages, other=other, least=least, progress=report)
        kept = tuple(each for each in found.candidates if each.score >= score)
        return replace(found, candidates=kept), other

    def write(self, found: Extraction, other: str, output: str) -> None:
        """Write the review list."""
        from glossary.formats import review_table
        from glossary.workflow.review import review_rows
        from glossary.workflow.selection import written_file

        rows = review_rows(found, other, self._console.language, domain=self._domain)
        with written_file(output) as stream:
            review_table.write(stream, output, rows)
        self._console.talk("extract-written", file=output, count=len(found.candidates))

    def take_answers(
        self, workspace: Workspace, path: str, options: object, report: Progress | None
    ) -> int:
        """Take in what a list accepts, and keep what it declines."""
        from glossary.workflow.review import read_review

        review = read_review(workspace, path, self._set, options)  # type: ignore[arg-type]  # above
        return self._take(workspace, review, report)

    def take_by_rule(
        self,
        workspace: Workspace,
        found: Extraction,
        other: str,
        conditions: list[str],
        report: Progress | None,
    ) -> int:
        """Take in the candidates that meet the conditions."""
        from glossary.workflow.review import accepted_by, review_by_rule

        accepted = accepted_by(found, map(as_typed, conditions))
        review = review_by_rule(workspace, found, other, accepted, self._set)
        return self._take(workspace, review, report)

    def _take(self, workspace: Workspace, review: Review, report: Progress | None) -> int:
        from glossary.cli.import_report import show
        from glossary.workflow.review import take

        refused = review.plan.counts["refused"]
        done = None
        if not self._dry_run and not refused:
            done = take(workspace, review, "extract --accept", report)
        show(self._console, review.plan, done)
        if not refused:
            code = "extract-declined" if done else "extract-would-decline"
            self._console.talk(code, count=len(review.declined), open=review.open)
        return InputRefused.exit_code if refused else 0

    def show(self, found: Extraction, limit: int, *, shown: bool) -> None:
        """Show the candidates and say what was left out."""
        if self._console.json:
            self._console.document(_document(found))
        elif shown and found.candidates:
            self._table(found.candidates[:limit] if limit else found.candidates)
        counts = {"known": found.known, "declined": found.declined}
        self._console.talk("extract-found", count=len(found.candidates), **counts)
        if found.missed:
            self._console.talk("extract-missed", missed=found.missed)
        if shown and limit and len(found.candidates) > limit and not self._console.json:
            self._console.talk("extract-more", count=len(found.candidates) - limit)

    def _table(self, candidates: tuple[Candidate, ...]) -> None:
        from glossary.workflow.review import context, shown

        translated = any(each.renderings for each in candidates)
        names = ("term", "count", "score", *(("translations",) if translated else ()), "context")
        rows = [[self._console.say(f"extract-column-{name}").lstrip("# ") for name in names]]
        for each in candidates:
            row = [each.text, str(each.count), f"{each.score:.1f}"]
            if translated:
                row.append(" · ".join(map(shown, each.renderings)))
            rows.append([*row, context(each.places[0]) if each.places else ""])
        self._console.table(rows)


def _document(found: Extraction) -> dict[str, object]:
    return {
        "variety": found.variety,
        "known": found.known,
        "declined": found.declined,
        "missed": found.missed,
        "candidates": [
            {
                "text": each.text,
                "count": each.count,
                "documents": each.documents,
                "score": each.score,
                "reading": each.reading,
                "first": each.first,
                "last": each.last,
                "places": list(map(_place, each.places)),
                "renderings": list(map(_rendering, each.renderings)),
            }
            for each in found.candidates
        ],
    }


def _place(each: Place) -> dict[str, object]:
    names = ("file", "line", "before", "text", "after", "outlet", "title", "date")
    return {name: getattr(each, name) for name in names}


def _rendering(each: Rendering) -> dict[str, object]:
    names = ("text", "count", "dice", "reading", "first", "last")
    said: dict[str, object] = {name: getattr(each, name) for name in names}
    return said | {"years": dict(each.years), "places": list(map(_place, each.places))}
