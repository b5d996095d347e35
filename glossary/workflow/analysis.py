"""What a translation costs: how much of the texts is new, repeated, or in a memory.

A segment stands in one band. What the memory holds (101, 100) comes first, also where the segment
is repeated; of the others, those met before are repetitions; the rest are in the band of their
best match. One that differs from its match in spelling alone has a band of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from glossary.errors import UsageError
from glossary.formats.rows import RefusedRow
from glossary.language.counting import SQUARES, Counts, counts

CONTEXT, EXACT, SPELLING = "context", "exact", "spelling"
REPEATED, ACROSS, NEW = "repeated", "across", "new"
_FUZZY = ((95, "95-99"), (85, "85-94"), (75, "75-84"), (60, "60-74"), (50, "50-59"))
BANDS = (CONTEXT, REPEATED, ACROSS, EXACT, SPELLING, *(name for _, name in _FUZZY), NEW)
"""The bands in the order in which a report has them."""

GRID: Mapping[str, int] = {
    CONTEXT: 0,
    REPEATED: 10,
    ACROSS: 10,
    EXACT: 20,
    SPELLING: 30,
    "95-99": 30,
    "85-94": 60,
    "75-84": 80,
    "60-74": 100,
    "50-59": 100,
    NEW: 100,
}
"""What is paid of each band, in per cent; a usual grid, that each client has otherwise."""

UNITS = ("zi", "eojeol", "characters", "spaced", "sheets")
"""What a rate can be for: 字数, 어절, characters without and with spaces, sheets of 원고지."""

LOWEST = 60

_EXACT = 100
_STEP = 200  # segments between two reports of progress


@dataclass(frozen=True, slots=True)
class Best:
    """The best match of a segment; `spelling` says that only the spelling differs."""

    score: int = 0
    spelling: bool = False


@dataclass(slots=True)
class Tally:
    """Segments and counts of each band."""

    segments: dict[str, int] = field(default_factory=lambda: dict.fromkeys(BANDS, 0))
    counts: dict[str, Counts] = field(default_factory=lambda: dict.fromkeys(BANDS, Counts()))

    def add(self, band: str, each: Counts, segments: int = 1) -> None:
        """Count a segment, or many."""
        self.segments[band] += segments
        self.counts[band] = self.counts[band].plus(each)

    @property
    def total(self) -> Counts:
        """All bands together."""
        total = Counts()
        for each in self.counts.values():
            total = total.plus(each)
        return total


@dataclass(frozen=True, slots=True)
class Report:
    """The tally of each file, in their order, and of all; and the rows of files of pairs that are
    in none since they cannot be read, each with the name of its file."""

    files: tuple[tuple[str, Tally], ...]
    total: Tally
    refused: tuple[tuple[str, RefusedRow], ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nothing in the files had a match."""
        without = (NEW, REPEATED, ACROSS)
        return not any(count for band, count in self.total.segments.items() if band not in without)


@dataclass(frozen=True, slots=True)
class Price:
    """The weighted amount of a report in a unit, by the per cent paid of each band, and what it
    costs at a rate."""

    unit: str
    grid: Mapping[str, int]
    amount: Decimal
    weighted: Decimal
    rate: Decimal
    price: Decimal

    def weighted_in(self, tally: Tally, band: str) -> Decimal:
        """The weighted amount of a band of a tally."""
        return _amount(tally.counts[band], self.unit) * self.grid[band] / 100


Match = Callable[[Iterable[str]], Iterable[tuple[str, Best]]]
"""The segments of a file, one after another, each with its best match."""


def analyse(
    files: Iterable[tuple[str, Iterable[str]]],
    best: Match,
    lowest: int = LOWEST,
    progress: Callable[[str, int, int], None] | None = None,
) -> Report:
    """The report on files, each a name with its segments.

    Of segments met before only 8 bytes are kept, so that files may be of any size. Matches below
    `lowest` (50 or 60) are none.
    """
    met: dict[bytes, int] = {}  # the last file in which a segment stood
    found: list[tuple[str, Tally]] = []
    total = Tally()
    done = 0
    for number, (name, segments) in enumerate(files):
        tally = Tally()
        for text, match in best(segments):
            digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
            band = _band(match, lowest)
            if band not in (CONTEXT, EXACT) and digest in met:
                band = REPEATED if met[digest] == number else ACROSS
            met[digest] = number
            tally.add(band, counts(text))
            done += 1
            if progress is not None and done % _STEP == 0:
                progress("tm-analyse", done, 0)
        found.append((name, tally))
        for band in BANDS:
            total.add(band, tally.counts[band], tally.segments[band])
    return Report(tuple(found), total)


def _band(best: Best, lowest: int) -> str:
    if best.score > _EXACT:
        return CONTEXT
    if best.score == _EXACT:
        return EXACT
    if best.spelling:
        return SPELLING
    return next((name for score, name in _FUZZY if best.score >= score and score >= lowest), NEW)


def grid_from(said: str) -> dict[str, int]:
    """The usual grid with what is said otherwise ("exact=0,new=100"). Raises UsageError."""
    grid = dict(GRID)
    for each in filter(None, map(str.strip, said.split(","))):
        band, _, percent = each.partition("=")
        if band.strip() not in grid or not percent.strip().isdecimal():
            known = ", ".join(BANDS)
            raise UsageError("tm-grid-refused", value=each, known=known)
        grid[band.strip()] = int(percent)
    return grid


def priced(
    tally: Tally, unit: str, rate: Decimal, grid: Mapping[str, int], places: int = 2
) -> Price:
    """What a tally costs: each band's amount times its per cent, the sum times the rate, rounded
    half up to so many decimal places. Sheets are counted from all squares of a band, in parts."""
    amount = sum((_amount(tally.counts[band], unit) for band in BANDS), Decimal())
    empty = Price(unit, grid, amount, Decimal(), rate, Decimal())
    weighted = sum((empty.weighted_in(tally, band) for band in BANDS), Decimal())
    price = (weighted * rate).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return replace(empty, weighted=weighted, price=price)


def _amount(each: Counts, unit: str) -> Decimal:
    if unit == "sheets":
        return Decimal(each.squares) / SQUARES
    return Decimal(getattr(each, unit))
