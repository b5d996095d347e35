"""One row of a table as a concept and back: what CSV, TSV and workbooks share.

Texts come in as NFC; what the cells cannot say (citations, rules, examples) is left to stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from glossary.errors import InputRefused
from glossary.formats import cells, flaws
from glossary.formats.columns import UID, Column
from glossary.formats.rows import DETAILS, FIELDS, Heading, RefusedRow, Row
from glossary.model import DEFAULT_VARIETIES, STATUSES, Concept, Term

CELL_LIMIT = 1024 * 1024
"""Characters of one cell."""


def row_of(line: int, row: Sequence[str], columns: Sequence[Column]) -> Row | RefusedRow | None:
    """The concept of a row, why it is refused, or None for a row of blank cells."""
    if not any(map(str.strip, row)):
        return None
    try:
        _check_shape(row, columns)
        values = {
            column.name: cells.unguard(row[column.place]) if column.place < len(row) else ""
            for column in columns
        }
        concept = _concept(values, columns)
        flaws.check(concept)
        if not concept.uid and not concept.terms:
            raise InputRefused("concept-without-terms")
        return Row(line, concept, frozenset(values.keys() - {UID}))
    except InputRefused as error:
        return RefusedRow(line, error.code, error.fields, texts=_readable(row))


def _check_shape(row: Sequence[str], columns: Sequence[Column]) -> None:
    width = max(column.place for column in columns) + 1
    for place, cell in enumerate(row):
        if len(cell) > CELL_LIMIT:
            raise InputRefused("cell-too-large", place=place + 1, longest=CELL_LIMIT)
    if any(map(str.strip, row[width:])):
        raise InputRefused("cells-beyond-columns", cells=len(row), columns=width)


def _concept(values: Mapping[str, str], columns: Sequence[Column]) -> Concept:
    terms: list[Term] = []
    for column in columns:
        if column.variety and not column.detail:
            terms += _terms(column.variety, values)
    domain, definition, note = (normalize("NFC", values.get(name, "")) for name in FIELDS)
    return Concept(
        uid=values.get(UID, "").strip(),
        terms=tuple(terms),
        domain=domain,
        definition=definition,
        note=note,
    )


def _terms(variety: str, values: Mapping[str, str]) -> list[Term]:
    texts = [normalize("NFC", text) for text in cells.split_terms(values[variety])]
    details: dict[str, tuple[str, ...]] = {}
    for name in DETAILS:
        found = cells.split_details(values.get(f"{variety} {name}", ""))
        if len(found) > len(texts):
            column = f"{variety} {name}"
            raise InputRefused(
                "details-beyond-terms", column=column, values=len(found), terms=len(texts)
            )
        details[name] = found + ("",) * (len(texts) - len(found))
    return [
        Term(variety, text, status=_status(status), pos=normalize("NFC", pos), note=note)
        for text, status, pos, note in zip(
            texts, details["status"], details["pos"], details["note"], strict=True
        )
    ]


def _status(value: str) -> str:
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
