"""What an import would do, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from glossary.formats.rows import RefusedRow, Remark, Row
from glossary.model import Concept

NEW = "new"
CHANGED = "changed"
SAME = "same"
REFUSED = "refused"
OUTCOMES = (NEW, CHANGED, SAME, REFUSED)

MERGE = "merge"
SKIP = "skip"
ADD = "add"
ON_DUPLICATE = (MERGE, SKIP, ADD)

STAGES = ("read", "compare", "keys", "write")
MEMORY_STAGES = (
    *("tm-read", "tm-write", "tm-export", "tm-analyse", "tm-pretranslate", "tm-align"),
    *("segments", "index"),
)
EXTRACT_STAGES = ("extract-read", "extract-count", "extract-look-up", "extract-pairs")

Progress = Callable[[str, int, int], None]
"""Called with the stage (one of STAGES), how much is done, and of how much (0: unknown).

What it raises ends the work; nothing is written then.
"""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row and the file it is from."""

    file: str
    row: Row | RefusedRow


@dataclass(frozen=True, slots=True)
class FileRemark:
    """What a person should know about a file."""

    file: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Source:
    """What files hold: their rows in order, and what there is to know about them."""

    rows: tuple[FileRow, ...]
    remarks: tuple[FileRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The rows of all files and what to do with them; `set` is the name of the set or empty."""

    source: Source
    set: str = ""
    on_duplicate: str = MERGE


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of one row.

    `before` is the concept as the rows above left it, None for a new one; `after` is None for a
    refused row, which has a code and its fields, and the heading of the `column` at fault. `left`
    names what the row says otherwise and the concept did not take over.
    """

    file: str
    line: int
    outcome: str
    before: Concept | None = None
    after: Concept | None = None
    left: tuple[str, ...] = ()
    code: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    refused_uid: str = ""
    refused_texts: tuple[str, ...] = ()
    sheet: str = ""
    column: str = ""

    @property
    def uid(self) -> str:
        """The concept the row is about, as far as it is known."""
        return self.after.uid if self.after else self.refused_uid

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts to know the row by."""
        if self.after is None:
            return self.refused_texts
        return tuple(dict.fromkeys(term.text for term in self.after.terms))

    @property
    def changes(self) -> tuple[str, ...]:
        """What the row changed."""
        return differences(self.before or Concept(""), self.after or Concept(""))


def differences(old: Concept, new: Concept) -> tuple[str, ...]:
    """What differs: fields, "examples", and the varieties whose terms do."""
    names = ("domain", "definition", "note", "examples", "merged_into")
    varieties = dict.fromkeys(term.variety for term in (*old.terms, *new.terms))
    return (
        *(name for name in names if getattr(old, name) != getattr(new, name)),
        *(each for each in varieties if _terms(old, each) != _terms(new, each)),
    )


def _terms(concept: Concept, variety: str) -> list[object]:
    return [term for term in concept.terms if term.variety == variety]


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows' outcomes, and the concepts that would be written into `set`.

    `stamp` is the moment of the glossary the plan was made at.
    """

    rows: tuple[PlannedRow, ...]
    set: str
    writes: tuple[Concept, ...]
    stamp: tuple[int, str]
    request: Request

    def of(self, outcome: str) -> tuple[PlannedRow, ...]:
        """The rows with this outcome."""
        return tuple(row for row in self.rows if row.outcome == outcome)

    @property
    def remarks(self) -> tuple[FileRemark, ...]:
        """What there is to know about the files."""
        return self.request.source.remarks

    @property
    def left(self) -> tuple[PlannedRow, ...]:
        """The rows that say something the glossary does not take over."""
        return tuple(row for row in self.rows if row.left)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each outcome."""
        counts = dict.fromkeys(OUTCOMES, 0)
        for row in self.rows:
            counts[row.outcome] += 1
        return counts


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, in rows, and its batch; 0 where nothing had to be written."""

    new: int
    changed: int
    same: int
    batch: int
    set: str
