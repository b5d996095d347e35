"""What readers give and writers take: rows with their line, and what a caller wants of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from glossary.model import Concept, GlossarySet

FIELDS = ("domain", "definition", "note")
"""A concept's own fields that a table has a column for."""

DETAILS = ("status", "pos", "note")
"""A term's fields that a table has a column for, beside the column of its variety."""


@dataclass(frozen=True, slots=True)
class Row:
    """One concept as a file gives it, and the line where it begins.

    `given` names what the file speaks of: fields, varieties, and details as "ko-CN status"; what
    is not among them is to stay as it is. None says that the concept is whole. A term whose
    status is the empty string has none in the file.
    """

    line: int
    concept: Concept
    given: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken in: its line, the reason, and what could be read of it."""

    line: int
    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    uid: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows about a file.

    `varieties` says which variety a tag or heading means ({"ko": "ko-CN"}), `columns` what a
    column holds ({"용어": "ko-CN"}; "-" leaves it out), `encoding` how the bytes are to be read
    where the file does not say so itself.
    """

    varieties: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a written file says about itself: the set, and the varieties it is restricted to."""

    set: GlossarySet | None = None
    varieties: tuple[str, ...] = ()
