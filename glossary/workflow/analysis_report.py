"""The analysis of files against the memories, and its report as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats import analysis_page, plain_table
from glossary.formats.analysis_page import Section
from glossary.formats.plain_table import Cell, Rows
from glossary.formats.rows import ReadOptions
from glossary.texts.sentences import sentence
from glossary.workflow.analysis import BANDS, Best, Price, Report, Tally, analyse
from glossary.workflow.documents_in import read_segments
from glossary.workflow.matches import LookUp, best_of_each, neighboured
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace

COLUMNS = ("band", "segments", "zi", "eojeol", "characters", "spaced", "sheets")
FORMS = ("csv", "xlsx", "html")

_ON_REQUEST = "50-59"


def analyse_files(
    workspace: Workspace,
    files: Iterable[str],
    wanted: LookUp,
    *,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report on files that are to be translated.

    Raises InputRefused for a file that cannot be read; NotFound for a memory.
    """

    def found(texts: Iterable[str]) -> Iterator[tuple[str, Best]]:
        for each, match in best_of_each(workspace, neighboured(texts), wanted):
            yield each.text, Best(match.score, match.spelling_only) if match else Best()

    read = (
        (
            file,
            (each.text for each in read_segments(file, *wanted[:2], options=options)),
        )
        for file in files
    )
    return analyse(read, found, wanted.threshold, progress)


def rows_of(tally: Tally, language: str) -> Rows:
    """The table of a tally: a head, a row for each band, and the sum."""
    head: list[Cell] = [sentence(f"tm-count-{name}", language) for name in COLUMNS]
    rows: list[Sequence[Cell]] = [head]
    for band in BANDS:
        if band == _ON_REQUEST and not tally.segments[band]:
            continue
        each = tally.counts[band]
        said = sentence(f"tm-band-{band}", language)
        rows.append((said, tally.segments[band], *each[:4], each.sheets))
    total = tally.total
    said = sentence("tm-band-total", language)
    return [*rows, (said, sum(tally.segments.values()), *total[:4], total.sheets)]


def document(report: Report, price: Price | None) -> dict[str, object]:
    """The report for programs."""
    found: dict[str, object] = {
        "files": [{"file": name, "bands": _bands(tally)} for name, tally in report.files],
        "total": _bands(report.total),
    }
    if price is not None:
        names = ("amount", "weighted", "rate", "price")
        found["price"] = {"unit": price.unit} | {
            name: format(getattr(price, name).normalize(), "f") for name in names
        }
    return found


def _bands(tally: Tally) -> dict[str, dict[str, int]]:
    return {
        band: {
            "segments": tally.segments[band],
            **tally.counts[band]._asdict(),
            "sheets": tally.counts[band].sheets,
        }
        for band in BANDS
    }


def write_report(
    stream: BinaryIO, form: str, report: Report, price: Price | None, language: str
) -> None:
    """Write the report as csv, xlsx or html. Raises UsageError for another form."""
    tables: dict[str, Callable[[BinaryIO, Rows], None]] = {
        "csv": plain_table.write_csv,
        "xlsx": plain_table.write_xlsx,
    }
    if form in tables:
        tables[form](stream, _all_rows(report, price, language))
    elif form == "html":
        _write_page(stream, report, price, language)
    else:
        raise UsageError("format-unknown", name=form, known=", ".join(FORMS))


def _all_rows(report: Report, price: Price | None, language: str) -> Rows:
    """The tables of all files and of the total, one below another, each row with its file."""
    head = [sentence("tm-count-file", language), *rows_of(report.total, language)[0]]
    rows: list[Sequence[Cell]] = [head]
    total = sentence("tm-band-total", language)
    for name, tally in (*report.files, (total, report.total)):
        rows += [(name, *row) for row in rows_of(tally, language)[1:]]
    return [*rows, *price_rows(price, language)]


def price_rows(price: Price | None, language: str) -> Rows:
    """What the weighted amount and the price are, each with its name."""
    if price is None:
        return []
    unit = sentence(f"tm-count-{price.unit}", language)
    rows: list[Sequence[Cell]] = [
        (sentence("tm-price-weighted", language, unit=unit), _plain(price.weighted))
    ]
    if price.rate:
        rows.append((sentence("tm-price-total", language, rate=_plain(price.rate)), price.price))
    return rows


def _plain(number: Decimal) -> Cell:
    """A number without needless zeros."""
    return int(number) if number == int(number) else round(number, 2)


def _write_page(stream: BinaryIO, report: Report, price: Price | None, language: str) -> None:
    unit = price.unit if price and price.unit != "sheets" else "characters"
    bars = [
        (sentence(f"tm-band-{band}", language), int(getattr(report.total.counts[band], unit)))
        for band in BANDS
    ]
    total = sentence("tm-band-total", language)
    sections = [Section(total, rows_of(report.total, language))]
    if price is not None:
        rows = price_rows(price, language)
        sections.append(Section(sentence("tm-price", language), [("", ""), *rows]))
    if len(report.files) > 1:
        sections += [Section(name, rows_of(tally, language)) for name, tally in report.files]
    title = sentence("tm-analysis", language)
    analysis_page.write(stream, title, language, bars, sections)
