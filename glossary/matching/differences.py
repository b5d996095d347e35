"""What changed between two texts, as edit operations for screens and programs."""

from __future__ import annotations

from typing import NamedTuple

EQUAL, REPLACE, INSERT, DELETE = "equal", "replace", "insert", "delete"


class Edit(NamedTuple):
    """A piece of the old text (start:end) and what it is in the new one (new_start:new_end)."""

    kind: str
    start: int
    end: int
    new_start: int
    new_end: int


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The pieces of both texts in their order, equal ones too; offsets are code points.

    >>> [each[:3] for each in edits("량산한다", "판매한다")]
    [('replace', 0, 2), ('equal', 2, 4)]
    """
    from Levenshtein import opcodes

    return tuple(Edit(*each) for each in opcodes(old, new))
