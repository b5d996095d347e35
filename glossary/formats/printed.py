"""A glossary as it is printed: tables by domain, a row a concept, a column a variety.

What the pages have in common: which columns there are, what stands in their cells, and the order
of the rows. Rows wait in a temporary file, so that a million of them need no memory to speak of.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from sys import intern
from typing import IO

from glossary.formats.rows import Heading
from glossary.model import ADMITTED, DEFAULT_VARIETIES, PREFERRED, STATUSES, Concept, Term
from glossary.texts.sentences import sentence

_SORTED_BY = 16  # characters of a row's first term


def varieties_of(concepts: Iterable[Concept], heading: Heading) -> tuple[str, ...]:
    """The varieties that have a column: those asked for, else those that have terms."""
    if heading.varieties:
        return heading.varieties
    used = {term.variety for concept in concepts for term in concept.terms}
    usual = [each for each in DEFAULT_VARIETIES if each in used or not used]
    return (*usual, *sorted(used - set(usual)))


def variety_label(variety: str, language: str) -> str:
    """What people call a variety; one without a name is its tag."""
    known = variety in DEFAULT_VARIETIES
    return sentence(f"variety-{variety}", language) if known else variety


def terms_of(concept: Concept, variety: str) -> list[Term]:
    """The terms of a cell, best first."""
    found = [term for term in concept.terms if term.variety == variety]
    return sorted(found, key=lambda term: STATUSES.index(term.status))


def status_name(term: Term, language: str) -> str:
    """The status, where a reader has to know it; the empty string for a term to use."""
    if term.status in (PREFERRED, ADMITTED):
        return ""
    return sentence(f"status-{term.status}", language)


def notes_of(concept: Concept) -> list[str]:
    """What stands in the last column: definition, note, and the notes of the terms."""
    terms = (f"{term.text}: {term.note}" for term in concept.terms if term.note)
    return [text for text in (concept.definition, concept.note, *terms) if text.strip()]


def by_domain(
    concepts: Iterable[Concept], first: str, row_of: Callable[[Concept], bytes]
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each domain with its rows, both in the order of their letters; concepts without a domain
    come last. `first` is the variety whose terms sort the rows."""
    with tempfile.TemporaryFile(prefix="malmoi-") as waiting:
        places: list[tuple[bool, str, str, int]] = []
        for concept in concepts:
            key = next(iter(concept.texts(first)), "\uffff")[:_SORTED_BY]
            places.append((not concept.domain, intern(concept.domain), key, waiting.tell()))
            row = row_of(concept)
            waiting.write(len(row).to_bytes(4, "big") + row)
        places.sort()
        for (_, domain), rows in groupby(places, key=lambda place: place[:2]):
            yield domain, (_row_at(waiting, place) for *_, place in rows)


def _row_at(waiting: IO[bytes], place: int) -> bytes:
    waiting.seek(place)
    return waiting.read(int.from_bytes(waiting.read(4), "big"))
