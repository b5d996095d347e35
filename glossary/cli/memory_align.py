"""The command that makes units of translated documents: align."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.common_options import Encoding, Json, Overwrite, Source, Target
from glossary.cli.console import Console
from glossary.cli.context import State, help_text
from glossary.cli.memory_texts import PAIR_FORMS, check_form
from glossary.cli.options import as_typed
from glossary.cli.progress import progress
from glossary.errors import MalmoiError, UsageError
from glossary.language.varieties import normal_variety
from glossary.model import KO_CN, ZH_CN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.workflow.memory_alignment import AlignedDocuments, AlignedPair, Documents
    from glossary.workflow.plan import Progress
    from glossary.workspace import Workspace


def register(tm: typer.Typer) -> None:
    """Put the command into the group."""
    tm.command("align", help=help_text("help-tm-align"))(align)


def align(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE TARGET]", help=help_text("help-tm-two"))
    ] = None,
    pairs: Annotated[
        str, typer.Option("--list", metavar="FILE", help=help_text("help-tm-align-list"))
    ] = "",
    source: Source = ZH_CN,
    target: Target = KO_CN,
    memory: Annotated[
        str, typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-align-into"))
    ] = "",
    review: Annotated[str, typer.Option(metavar="FILE", help=help_text("help-tm-review"))] = "",
    minimum: Annotated[
        float,
        typer.Option("--min", metavar="N", min=0.5, max=1.0, help=help_text("help-tm-sure")),
    ] = 0.96,
    again: Annotated[bool, typer.Option("--again", help=help_text("help-tm-again"))] = False,
    encoding: Encoding = "",
    overwrite: Overwrite = False,
    json: Json = False,
) -> int:
    """Put two texts side by side."""
    from glossary.formats.rows import ReadOptions
    from glossary.workflow import memory_alignment

    console = Console(json=json)
    state: State = context.obj
    varieties = normal_variety(source), normal_variety(target)
    if bool(pairs) == bool(files) or (files and len(files) != len(varieties)):
        raise UsageError("tm-align-what")
    wanted: Iterable[Documents] = (
        memory_alignment.listed(pairs)
        if pairs
        else [memory_alignment.Documents(*(files or ("", "")))]
    )
    with (
        state.workspace(console, to_write=bool(memory)) as workspace,
        progress(console) as report_progress,
        _Review(review, workspace.database.path, varieties, overwrite=overwrite) as doubtful,
    ):
        work = _Work(
            *(console, workspace, varieties, as_typed(memory), minimum, doubtful), again=again
        )
        work.run(list(wanted), ReadOptions(encoding=encoding), report_progress)
    work.tell()
    doubtful.tell(console)
    return 1 if work.failed else 0


class _Work:
    """One call of the command: what it was told, and what came of it."""

    def __init__(
        self,
        console: Console,
        workspace: Workspace,
        varieties: tuple[str, str],
        memory: str,
        minimum: float,
        review: _Review,
        *,
        again: bool,
    ) -> None:
        self._again = again
        self._held: set[bytes] = set()
        self._console, self._workspace = console, workspace
        self._varieties, self._memory = varieties, memory
        self._minimum, self._review = minimum, review
        self.done = self.before = self.failed = self.accepted = self.doubtful = 0

    def run(self, wanted: Sequence[Documents], options: object, report: Progress | None) -> None:
        """Align all of them, one after another; a pair that cannot be read is named."""
        from glossary.workflow.memory_alignment import align_documents, held_in, known_terms

        if self._again and self._memory:
            self._held = held_in(self._workspace, self._memory)
        known = known_terms(self._workspace, *self._varieties)
        for number, documents in enumerate(wanted, 1):
            if report is not None:
                report("tm-align", number, len(wanted))
            try:
                found = align_documents(
                    documents,
                    *self._varieties,
                    threshold=self._minimum,
                    known=known,
                    options=options,  # type: ignore[arg-type]  # read options
                )
            except MalmoiError as error:
                if len(wanted) == 1:
                    raise
                self._console.error(error)
                self.failed += 1
                continue
            self._take(found)

    def _take(self, found: AlignedDocuments) -> None:
        from glossary.workflow.memory_alignment import is_done, write

        if self._memory and not self._again and is_done(self._workspace, found):
            self.before += 1
            return
        self.done += 1
        self.doubtful += len(found.to_review)
        if self._memory:
            where = self._varieties, self._memory, self._held
            self.accepted += write(self._workspace, found, *where)
            self._review.add(found, found.to_review)
        else:
            self.accepted += len(found.accepted)
            self._show(found)
            self._review.add(found, found.pairs)

    def _show(self, found: AlignedDocuments) -> None:
        if self._console.json:
            self._console.document(_document(found))
        elif not self._review.is_open:
            rows = [
                [f"{each.confidence:.2f}", each.source or "–", each.target or "–"]
                for each in found.pairs
            ]
            self._console.table(rows, headed=False)

    def tell(self) -> None:
        """Say what came of it."""
        counts = {"done": self.done, "before": self.before, "failed": self.failed}
        self._console.talk(
            "tm-aligned" if self._memory else "tm-aligned-shown",
            **counts,
            accepted=self.accepted,
            doubtful=self.doubtful,
            memory=self._memory,
        )
        if self.before:
            self._console.talk("tm-align-again")


def _document(found: AlignedDocuments) -> dict[str, object]:
    return {
        "source": found.documents.source,
        "target": found.documents.target,
        "confidence": round(found.confidence, 3),
        "pairs": [
            {
                "source": each.source,
                "target": each.target,
                "confidence": round(each.confidence, 3),
                "accepted": each.accepted,
            }
            for each in found.pairs
        ],
    }


class _Review:
    """The file for what is not sure: a table that can be mended and imported."""

    def __init__(
        self, path: str, database: str, varieties: tuple[str, str], *, overwrite: bool
    ) -> None:
        self.is_open = bool(path)
        self._path, self._database, self._varieties = path, database, varieties
        self._overwrite = overwrite
        self._rows: list[tuple[str, ...]] = []

    def __enter__(self) -> _Review:
        from glossary.workflow.selection import check_target

        if self.is_open:
            check_form(self._path, PAIR_FORMS)
            check_target(self._path, self._database, overwrite=self._overwrite)
        return self

    def add(self, found: AlignedDocuments, pairs: Sequence[AlignedPair]) -> None:
        """Note pairs of two documents."""
        from glossary.formats.unit_tables import cited

        name = f"{found.documents.source} | {found.documents.target}"
        where = cited(found.documents.details)
        self._rows += [
            (each.source, each.target, f"{each.confidence:.2f} {name}", where) for each in pairs
        ]

    def tell(self, console: Console) -> None:
        """Say whether there was anything to write."""
        if self.is_open:
            code = "tm-report-written" if self._rows else "tm-align-no-review"
            console.talk(code, file=self._path)

    def __exit__(self, *_: object) -> None:
        from glossary.formats import plain_table
        from glossary.workflow.selection import written_file

        if not self._rows or not self.is_open:
            return
        rows = [(*self._varieties, "note", "citations"), *self._rows]
        with written_file(self._path) as stream:
            if self._path.lower().endswith(".xlsx"):
                plain_table.write_xlsx(stream, rows)
            else:
                plain_table.write_csv(stream, rows)
