"""One row of a table as a concept and back: what CSV, TSV and workbooks share.

Texts come in as NFC; what the cells cannot say (citations, rules, examples) is left to stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from glossary.errors import InputRefused
from glossary.formats import cells, flaws
from glossary.formats.columns import UID, Column
from glossary.formats.rows import DETAILS, FIELDS, Heading, RefusedRow, Row
from glossary.model import DEFAULT_VARIETIES, STATUSES, Concept, Term

CELL_LIMIT = 1024 * 1024
"""Characters of one cell."""


class RowReader:
    """Reads the rows of one table, whose columns are looked at once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._width = max(column.place for column in columns) + 1
        self._given = frozenset(column.name for column in columns) - {UID}
        self._places = {column.name: column.place for column in columns}
        self._varieties = [
            (
                column.variety,
                column.place,
                [self._places.get(f"{column.variety} {detail}", -1) for detail in DETAILS],
            )
            for column in columns
            if column.variety and not column.detail
        ]

    def read(self, line: int, row: Sequence[str]) -> Row | RefusedRow | None:
        """The concept of a row, why it is refused, or None for a row of blank cells."""
        if not any(map(str.strip, row)):
            return None
        try:
            concept = self._concept(self._checked(row))
            flaws.check(concept)
            if not concept.uid and not concept.terms:
                raise InputRefused("concept-without-terms")
            return Row(line, concept, self._given)
        except InputRefused as error:
            return RefusedRow(line, error.code, error.fields, texts=_readable(row))

    def _checked(self, row: Sequence[str]) -> list[str]:
        """The cells under the columns, none missing, as their writer meant them."""
        for place, cell in enumerate(row):
            if len(cell) > CELL_LIMIT:
                raise InputRefused("cell-too-large", place=place + 1, longest=CELL_LIMIT)
        if any(map(str.strip, row[self._width :])):
            raise InputRefused("cells-beyond-columns", cells=len(row), columns=self._width)
        values = [cells.unguard(cell) if cell else "" for cell in row[: self._width]]
        return values + [""] * (self._width - len(values))

    def _concept(self, values: Sequence[str]) -> Concept:
        terms: list[Term] = []
        for variety, place, details in self._varieties:
            terms += _terms(
                variety, values[place], [values[each] if each >= 0 else "" for each in details]
            )
        domain, definition, note = (self._value(values, name) for name in FIELDS)
        uid = self._value(values, UID).strip()
        return Concept(uid, tuple(terms), domain, definition, note)

    def _value(self, values: Sequence[str], name: str) -> str:
        place = self._places.get(name, -1)
        return normalize("NFC", values[place]) if place >= 0 else ""


def _terms(variety: str, cell: str, details: Sequence[str]) -> list[Term]:
    """The terms of a cell; `details` are the cells of their statuses, parts of speech, notes."""
    texts = cells.split_terms(cell)
    statuses, parts, notes = (
        _aligned(f"{variety} {name}", values, len(texts)) if values else ("",) * len(texts)
        for name, values in zip(DETAILS, details, strict=True)
    )
    return [
        Term(variety, normalize("NFC", text), _status(status), pos, note)
        for text, status, pos, note in zip(texts, statuses, parts, notes, strict=True)
    ]


def _aligned(column: str, cell: str, count: int) -> tuple[str, ...]:
    """The values of a cell, one for each term."""
    values = cells.split_details(cell)
    if len(values) > count:
        raise InputRefused("details-beyond-terms", column=column, values=len(values), terms=count)
    return tuple(normalize("NFC", value) for value in values) + ("",) * (count - len(values))


def _status(value: str) -> str:
    if value in STATUSES:
        return value
    status = value.strip().lower()
    if status and status not in STATUSES:
        known = ", ".join(STATUSES)
        raise InputRefused("value-unknown", field="status", value=value, known=known)
    return status


def _readable(row: Sequence[str]) -> tuple[str, ...]:
    """The beginnings of the first cells that hold something, to know the row by."""
    return tuple(cell[:80] for cell in row if cell.strip())[:4]


def columns_for(concepts: Iterable[Concept], heading: Heading) -> tuple[Column, ...]:
    """The columns that hold all the terms of these concepts, in the order we write them."""
    used: dict[str, set[str]] = {}
    for concept in concepts:
        for term in concept.terms:
            details = used.setdefault(term.variety, {"status"})
            details.update(name for name in ("pos", "note") if getattr(term, name))
    order = heading.varieties or (
        *(each for each in DEFAULT_VARIETIES if each in used or not used),
        *sorted(used.keys() - set(DEFAULT_VARIETIES)),
    )
    names = [UID, "domain"]
    for variety in order:
        details = used.get(variety, {"status"})
        names += [variety, *(f"{variety} {each}" for each in DETAILS if each in details)]
    return tuple(_column(place, name) for place, name in enumerate((*names, *FIELDS[1:])))


def _column(place: int, name: str) -> Column:
    if name in (UID, *FIELDS):
        return Column(place, name, field=name)
    variety, _, detail = name.partition(" ")
    return Column(place, name, variety=variety, detail=detail)


def cells_of(concept: Concept, columns: Sequence[Column]) -> list[str]:
    """The row of a concept under these columns, safe to open in a spreadsheet."""
    return [cells.guard(_cell(concept, column)) for column in columns]


def _cell(concept: Concept, column: Column) -> str:
    if column.field:
        return str(getattr(concept, column.field))
    terms = [term for term in concept.terms if term.variety == column.variety]
    if column.detail:
        return cells.join_details(getattr(term, column.detail) for term in terms)
    return cells.join_terms(term.text for term in terms)
