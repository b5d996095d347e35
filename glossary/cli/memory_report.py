"""What is said of units that were read: those of an import, and rows that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from glossary.cli.console import Console

if TYPE_CHECKING:
    from glossary.formats.rows import RefusedRow
    from glossary.workflow.memory_import import MemoryReport

_SHOWN = 20  # refused rows that are listed


def tell_refused(
    console: Console, rows: Sequence[tuple[str, RefusedRow]], count: int | None = None
) -> None:
    """Name the first of the rows that were refused, each with its file; there are `count`."""
    for file, row in rows[:_SHOWN]:
        said = console.say(row.code, **row.fields)
        console.talk("tm-refused", file=file, line=row.line, reason=said)
    more = (len(rows) if count is None else count) - _SHOWN
    if more > 0:
        console.talk("import-more", count=more)


def show_import(console: Console, report: MemoryReport, *, dry_run: bool) -> None:
    """Say what an import did, or would do."""
    names = ("read", "new", "changed", "same", "refused", "batch")
    counts = {name: getattr(report, name) for name in names}
    if console.json:
        refused = [
            {"file": each.file, "line": each.row.line, "code": each.row.code}
            for each in report.examples
        ]
        document = {"memory": report.memory, **counts, "refused_units": refused}
        document["refused_files"] = report.all_refused
        console.document(document | {"doubts": list(_doubts(report))})
        return
    tell_refused(console, [(each.file, each.row) for each in report.examples], report.refused)
    for file in report.all_refused:
        console.talk("tm-refused-file", file=file)
    for (code, variety), count in report.doubts.counts.items():
        found = report.doubts.places[code, variety]
        named = [f"{file}:{line}" for file, line in found]
        places = ", ".join(named + ["…"] * (count > len(named)))
        console.talk(f"tm-doubt-{code}", variety=variety, count=count, places=places)
    if dry_run:
        console.talk("tm-import-read", **counts)
        console.talk("import-dry-run")
    elif report.batch:
        console.talk("tm-imported", memory=report.memory, **counts)
    else:
        console.talk("tm-import-unchanged", memory=report.memory, **counts)


def _doubts(report: MemoryReport) -> Iterator[dict[str, Any]]:
    for (code, variety), count in report.doubts.counts.items():
        found = report.doubts.places[code, variety]
        places = [{"file": file, "line": line} for file, line in found]
        yield {"code": code, "variety": variety, "count": count, "places": places}
