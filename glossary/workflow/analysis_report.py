"""The analysis of files against the memories, and the quote that is made of it, as tables.

Whoever reads a quote can check it: each band has its per cent and what that makes, and it says what
the texts were held against, and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import BinaryIO

from glossary.errors import UsageError
from glossary.formats import analysis_page, plain_table
from glossary.formats.analysis_page import Section
from glossary.formats.plain_table import Cell, Rows
from glossary.formats.printed import variety_label
from glossary.formats.rows import ReadOptions, RefusedRow
from glossary.model import TextMatch
from glossary.texts.sentences import sentence
from glossary.workflow.analysis import BANDS, Best, Price, Report, Tally, analyse
from glossary.workflow.documents_in import read_segments
from glossary.workflow.matches import LookUp, best_of_each, neighboured
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace

COLUMNS = ("band", "segments", "zi", "eojeol", "characters", "spaced", "sheets", "percent")
FORMS = ("csv", "xlsx", "html")
HEAD = ("direction", "date", "memories", "profile", "lowest", "refused")

_ON_REQUEST = "50-59"


@dataclass(frozen=True, slots=True)
class Quote:
    """A report, its price, what was looked up for it in which memories (names), the profile's name,
    and the day as YYYY-MM-DD."""

    report: Report
    price: Price
    wanted: LookUp
    memories: tuple[str, ...]
    profile: str
    date: str

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands that are shown, of every file."""
        asked = self.report.total.segments[_ON_REQUEST]
        return tuple(each for each in BANDS if each != _ON_REQUEST or asked)


def analyse_files(
    workspace: Workspace,
    files: Sequence[str],
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
            yield each.text, Best(_worth(match), match.spelling_only) if match else Best()

    refused: dict[str, list[RefusedRow]] = {file: [] for file in files}

    def texts(file: str) -> Iterator[str]:
        told = replace(options or ReadOptions(), refused=refused[file])
        return (each.text for each in read_segments(file, *wanted[:2], options=told))

    read = ((file, texts(file)) for file in files)
    report = analyse(read, found, wanted.threshold, progress)
    rows = tuple((file, row) for file, found in refused.items() for row in found)
    return replace(report, refused=rows)


def _worth(match: TextMatch) -> int:
    """The score that is paid for: that there are several translations to choose from is no new
    text."""
    points = dict(match.penalties).get("several-translations", 0)
    return match.score + points


def head_rows(quote: Quote, language: str) -> list[tuple[str, str]]:
    """What a quote says of itself, each with its name; no profile is not named, nor are no rows
    that could not be read."""
    varieties = [f"{variety_label(each, language)} ({each})" for each in quote.wanted[:2]]
    said = {
        "direction": " → ".join(varieties),
        "date": quote.date,
        "memories": ", ".join(quote.memories) or "–",
        "profile": quote.profile,
        "lowest": str(quote.wanted.threshold),
        "refused": str(len(quote.report.refused) or ""),
    }
    return [(sentence(f"tm-quote-{name}", language), said[name]) for name in HEAD if said[name]]


def rows_of(tally: Tally, quote: Quote, language: str) -> Rows:
    """The table of a tally: a head, a row for each band, and the sum."""
    price = quote.price
    unit = sentence(f"tm-count-{price.unit}", language)
    head: list[Cell] = [sentence(f"tm-count-{name}", language) for name in COLUMNS]
    rows: list[Sequence[Cell]] = [[*head, sentence("tm-price-weighted", language, unit=unit)]]
    weighted = Decimal()
    for band in quote.bands:
        each = tally.counts[band]
        said = sentence(f"tm-band-{band}", language)
        part = price.weighted_in(tally, band)
        weighted += part
        counted = (tally.segments[band], *each[:4], each.sheets)
        rows.append((said, *counted, price.grid[band], _plain(part)))
    total = tally.total
    said = sentence("tm-band-total", language)
    counted = (sum(tally.segments.values()), *total[:4], total.sheets)
    return [*rows, (said, *counted, "", _plain(weighted))]


def document(quote: Quote) -> dict[str, object]:
    """The quote for programs."""
    report, price, wanted = quote.report, quote.price, quote.wanted
    names = ("amount", "weighted", "rate", "price")
    return {
        "source": wanted.source,
        "target": wanted.target,
        "date": quote.date,
        "memories": quote.memories,
        "profile": quote.profile,
        "lowest": wanted.threshold,
        "refused_rows": [
            {"file": file, "line": row.line, "code": row.code} for file, row in report.refused
        ],
        "files": [{"file": name, "bands": _bands(tally, price)} for name, tally in report.files],
        "total": _bands(report.total, price),
        "price": {"unit": price.unit} | {name: _exact(getattr(price, name)) for name in names},
    }


def _bands(tally: Tally, price: Price) -> dict[str, dict[str, int | str]]:
    return {
        band: {
            "segments": tally.segments[band],
            **tally.counts[band]._asdict(),
            "sheets": tally.counts[band].sheets,
            "percent": price.grid[band],
            "weighted": _exact(price.weighted_in(tally, band)),
        }
        for band in BANDS
    }


def _exact(number: Decimal) -> str:
    return format(number.normalize(), "f")


def write_report(stream: BinaryIO, form: str, quote: Quote, language: str) -> None:
    """Write the quote as csv, xlsx or html. Raises UsageError for another form."""
    head: list[Sequence[Cell]] = [*head_rows(quote, language), ()]
    if form == "csv":
        plain_table.write_csv(stream, [*head, *_all_rows(quote, language)])
    elif form == "xlsx":
        plain_table.write_xlsx(stream, [*head, *_all_rows(quote, language)], len(head))
    elif form == "html":
        _write_page(stream, quote, language)
    else:
        raise UsageError("format-unknown", name=form, known=", ".join(FORMS))


def _all_rows(quote: Quote, language: str) -> Rows:
    """The tables of all files and of the total, one below another, each row with its file."""
    report = quote.report
    head = [sentence("tm-count-file", language), *rows_of(report.total, quote, language)[0]]
    rows: list[Sequence[Cell]] = [head]
    total = sentence("tm-band-total", language)
    for name, tally in (*report.files, (total, report.total)):
        rows += [(name, *row) for row in rows_of(tally, quote, language)[1:]]
    return [*rows, *price_rows(quote.price, language)]


def price_rows(price: Price, language: str) -> Rows:
    """What the weighted amount and the price are, each with its name."""
    unit = sentence(f"tm-count-{price.unit}", language)
    rows: list[Sequence[Cell]] = [
        (sentence("tm-price-weighted", language, unit=unit), _plain(price.weighted))
    ]
    if price.rate:
        rows.append((sentence("tm-price-total", language, rate=_exact(price.rate)), price.price))
    return rows


def _plain(number: Decimal) -> Cell:
    """A number without needless zeros."""
    return int(number) if number == int(number) else round(number, 2).normalize()


def _write_page(stream: BinaryIO, quote: Quote, language: str) -> None:
    report, price = quote.report, quote.price
    unit = price.unit if price.unit != "sheets" else "characters"
    bars = [
        (sentence(f"tm-band-{band}", language), int(getattr(report.total.counts[band], unit)))
        for band in quote.bands
    ]
    total = sentence("tm-band-total", language)
    sections = [Section(total, rows_of(report.total, quote, language))]
    rows = price_rows(price, language)
    sections.append(Section(sentence("tm-price", language), [("", ""), *rows]))
    if len(report.files) > 1:
        sections += [Section(name, rows_of(tally, quote, language)) for name, tally in report.files]
    page = analysis_page.Page(
        sentence("tm-analysis", language), language, head_rows(quote, language), bars, sections
    )
    analysis_page.write(stream, page)
