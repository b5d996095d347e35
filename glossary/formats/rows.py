"""What readers give and writers take: rows with their line, and what a caller wants of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from glossary.model import Concept, GlossarySet, Unit, language_of

FIELDS = ("domain", "definition", "note")
"""A concept's own fields that a table has a column for."""

DETAILS = ("status", "pos", "note", "citations")
"""A term's fields that a table has a column for, beside the column of its variety."""


@dataclass(frozen=True, slots=True)
class Row:
    """One concept as a file gives it, and the line (in a workbook the row) where it begins.

    `given` names what the file speaks of: fields, varieties, and details as "ko-CN status"; what
    is not among them is to stay as it is. None says that the concept is whole. A term whose
    status is the empty string has none in the file.
    """

    line: int
    concept: Concept
    given: frozenset[str] | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken in: its line, the reason, and what could be read of it.

    `column` is the heading of the column at fault, where it is one.
    """

    line: int
    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    uid: str = ""
    texts: tuple[str, ...] = ()
    sheet: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know about a file that stops nothing; line 0 is all of it."""

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    line: int = 0
    sheet: str = ""


Item = Row | RefusedRow | Remark


class UnitRow(NamedTuple):
    """One unit of a memory as a file gives it, and the line where it begins."""

    line: int
    unit: Unit


UnitItem = UnitRow | RefusedRow | Remark


_UNASKED = "ko-x-unasked"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows about a file.

    `varieties` says which variety a tag or heading means ({"ko": "ko-CN"}), `columns` what a
    column holds ({"용어": "ko-CN"}; "-" leaves it out; a number is a place from 1), `encoding` how
    the bytes are to be read where the file does not say so itself. The first `skip` lines of a
    table are passed over; without `header` the next row is one like the others. `split` has
    characters that stand between terms as well, `sheet` is the name of the sheet of a workbook.
    With `alone` a unit need not have a translation: one text, or none, is a unit too. With `loose`
    columns that nobody knows are passed over: the file is looked through, and nothing of it kept.
    Where a file of pairs is read for its texts, `refused` takes in the rows that cannot be read.
    """

    varieties: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    header: bool = True
    split: str = ""
    sheet: str = ""
    skip: int = 0
    alone: bool = False
    loose: bool = False
    refused: list[RefusedRow] | None = None

    def among(self, *varieties: str) -> ReadOptions:
        """The options for a file that is asked for texts in these varieties: a tag of a language
        alone means the one of them in it, unless the caller said otherwise. Korean of no region
        need not be told apart where no Korean is asked for."""
        said = [each for each in varieties if each]
        languages = [language_of(each) for each in said]
        sides = {
            language: variety
            for language, variety in zip(languages, said, strict=True)
            if languages.count(language) == 1
        }
        if said and "ko" not in languages:
            sides["ko"] = _UNASKED
        known = {tag.lower() for tag in self.varieties}
        meant = {tag: variety for tag, variety in sides.items() if tag not in known}
        return replace(self, varieties={**self.varieties, **meant})


@dataclass(frozen=True, slots=True)
class Heading:
    """What a written file says about itself: the set, the varieties it is restricted to, and the
    language of the headings that people read."""

    set: GlossarySet | None = None
    varieties: tuple[str, ...] = ()
    language: str = "en"


LEFT_OUT = ("without-pair", "comment", "same-source", "phrase-too-long", "formula", "draft")
"""Why a term may have no place in a file that is written."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many concepts went into a file, and how many terms had to stay out, by the reason
    (one of LEFT_OUT)."""

    concepts: int
    left_out: Mapping[str, int] = field(default_factory=dict)
