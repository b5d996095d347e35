"""One row of a table as a concept and back: what CSV, TSV and workbooks share.

Texts come in as NFC; what the cells cannot say (rules, examples) is left to stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from typing import NamedTuple

from glossary.errors import InputRefused
from glossary.formats import cells, flaws
from glossary.formats.columns import UID, Column
from glossary.formats.rows import DETAILS, FIELDS, Heading, RefusedRow, Row
from glossary.formats.words import pos_of, status_of
from glossary.language.composed import nfc
from glossary.model import ADMITTED, DEFAULT_VARIETIES, PREFERRED, Citation, Concept, Term

CELL_LIMIT = 1024 * 1024
"""Characters of one cell."""


class _Detail(NamedTuple):
    """Where a detail of a variety's terms stands; `shared` says that it is the whole row's."""

    name: str
    place: int
    heading: str
    shared: bool


class _Terms(NamedTuple):
    """Where the terms of a variety stand, and what is said about them."""

    variety: str
    place: int
    heading: str
    details: tuple[_Detail, ...]


class RowReader:
    """Reads the rows of one table of so many columns, those left out counted, of which `columns`
    are looked at."""

    def __init__(
        self,
        columns: Sequence[Column],
        width: int,
        split: str = "",
        sheet: str = "",
        *,
        plain: bool = False,
    ) -> None:
        self._width = width
        self._headings = {column.place: column.heading for column in columns}
        self._split = split
        self._plain = plain
        self._sheet = sheet
        self._fields = {column.field: column.place for column in columns if column.field}
        self._terms = [
            _Terms(column.variety, column.place, column.heading, _details(columns, column.variety))
            for column in columns
            if column.variety and not column.detail
        ]
        self._given = frozenset(
            (
                *(self._fields.keys() - {UID}),
                *(terms.variety for terms in self._terms),
                *(
                    f"{terms.variety} {each.name}"
                    for terms in self._terms
                    for each in terms.details
                ),
            )
        )
        self._at = ""

    def read(self, line: int, row: Sequence[str]) -> Row | RefusedRow | None:
        """The concept of a row, why it is refused, or None for a row of blank cells."""
        if not any(map(str.strip, row)):
            return None
        self._at = ""
        try:
            concept = self._concept(self._checked(row))
            if not concept.uid and not concept.terms:
                raise InputRefused("concept-without-terms")
            return Row(line, concept, self._given, self._sheet)
        except InputRefused as error:
            return RefusedRow(
                *(line, error.code, error.fields),
                texts=_readable(row),
                sheet=self._sheet,
                column=self._at,
            )

    def _checked(self, row: Sequence[str]) -> list[str]:
        """The cells under the columns, none missing, as their writer meant them."""
        if max(map(len, row)) > CELL_LIMIT:
            place = next(place for place, cell in enumerate(row) if len(cell) > CELL_LIMIT)
            self._at = self._headings.get(place, "")
            raise InputRefused("cell-too-large", place=place + 1, longest=CELL_LIMIT)
        if any(map(str.strip, row[self._width :])):
            raise InputRefused("cells-beyond-columns", cells=len(row), columns=self._width)
        values = list(row[: self._width])
        if not self._plain:
            values = [cells.unguard(cell) if cell[:1] == "'" else cell for cell in values]
        return values + [""] * (self._width - len(values))

    def _concept(self, values: Sequence[str]) -> Concept:
        terms: list[Term] = []
        for column in self._terms:
            if values[column.place]:
                terms += self._terms_of(column, values)
            else:
                self._check_alone(column, values)
        domain, definition, note = (self._field(values, name) for name in FIELDS)
        uid = self._field(values, UID).strip()
        flaws.check_uid(uid)
        return Concept(uid, tuple(terms), domain, definition, note)

    def _field(self, values: Sequence[str], name: str) -> str:
        place = self._fields.get(name, -1)
        if place < 0 or not values[place]:
            return ""
        self._at = self._headings[place]
        text = nfc(values[place])
        if name != UID:
            flaws.check_text(name, text)
        return text

    def _terms_of(self, column: _Terms, values: Sequence[str]) -> list[Term]:
        self._at = column.heading
        cell = values[column.place]
        texts = (cell.strip(),) if self._plain else cells.split_terms(cell, self._split)
        said: dict[str, tuple[str, ...]] = {}
        for detail in column.details:
            cell = values[detail.place]
            if cell:
                self._at = detail.heading
                said[detail.name] = _values(detail, cell, len(texts))
        self._at = column.heading
        if not said:
            return [_checked(Term(column.variety, nfc(text), "")) for text in texts]
        none = ("",) * len(texts)
        details = [said.get(name, none) for name in DETAILS]
        return [
            _checked(_term(column.variety, *each)) for each in zip(texts, *details, strict=True)
        ]

    def _check_alone(self, column: _Terms, values: Sequence[str]) -> None:
        """Raise InputRefused for what is said about terms that are not there."""
        for detail in column.details:
            if not detail.shared and values[detail.place]:
                self._at = detail.heading
                _values(detail, values[detail.place], 0)


def _details(columns: Sequence[Column], variety: str) -> tuple[_Detail, ...]:
    """The details of a variety: its own columns, else those of the whole row."""
    found = {
        column.detail: _Detail(column.detail, column.place, column.heading, not column.variety)
        for wanted in ("", variety)
        for column in columns
        if column.detail and column.variety == wanted
    }
    return tuple(found.values())


def _values(detail: _Detail, cell: str, count: int) -> tuple[str, ...]:
    """What is said about each of `count` terms; what a row says, it says of all of its terms."""
    if not detail.shared:
        return _aligned(detail.heading, cell, count)
    if detail.name == "status" and count and status_of(cell) == PREFERRED:
        return (PREFERRED, *(ADMITTED,) * (count - 1))
    return (cell,) * count


def _aligned(column: str, cell: str, count: int) -> tuple[str, ...]:
    """The values of a cell, one for each term."""
    values = cells.split_details(cell)
    if len(values) > count:
        raise InputRefused("details-beyond-terms", column=column, values=len(values), terms=count)
    return values + ("",) * (count - len(values))


def _term(variety: str, text: str, status: str, pos: str, note: str, cited: str) -> Term:
    # What NFC turns into a separator was none: a cell is taken apart before.
    return Term(
        variety,
        nfc(text),
        status_of(nfc(status)),
        pos_of(nfc(pos)) if pos else "",
        nfc(note),
        _citations(cited) if cited else (),
    )


def _citations(cited: str) -> tuple[Citation, ...]:
    return tuple(
        Citation(*(nfc(each) for each in astuple(citation)))
        for citation in cells.split_citations(cited)
    )


def _checked(term: Term) -> Term:
    flaws.check_term(term)
    flaws.check_kept(term)
    return term


def _readable(row: Sequence[str]) -> tuple[str, ...]:
    """The beginnings of the first cells that hold something, to know the row by."""
    return tuple(cell[:80] for cell in row if cell.strip())[:4]


def columns_for(concepts: Iterable[Concept], heading: Heading) -> tuple[Column, ...]:
    """The columns that hold all the terms of these concepts, in the order we write them."""
    used: dict[str, set[str]] = {}
    for concept in concepts:
        for term in concept.terms:
            details = used.setdefault(term.variety, {"status"})
            details.update(name for name in DETAILS if getattr(term, name))
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


def cells_of(
    concept: Concept, columns: Sequence[Column], guard: Callable[[str], str] = cells.guard
) -> list[str]:
    """The row of a concept under these columns, safe to open in a spreadsheet."""
    terms: dict[str, list[Term]] = {}
    for term in concept.terms:
        terms.setdefault(term.variety, []).append(term)
    return [
        guard(
            getattr(concept, column.field)
            if column.field
            else _cell(terms.get(column.variety, ()), column)
        )
        for column in columns
    ]


def _cell(terms: Sequence[Term], column: Column) -> str:
    if not terms:
        return ""
    if column.detail == "citations":
        return cells.join_details([cells.join_citations(term.citations) for term in terms])
    if column.detail:
        return cells.join_details([getattr(term, column.detail) for term in terms])
    return cells.join_terms([term.text for term in terms])
