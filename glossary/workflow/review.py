"""Reviews of candidates: the list a person goes through, and what becomes of the answers.

What is accepted is imported as drafts, what is declined is kept as a decision, so that it is not
proposed again; both in one batch that can be undone. Rows without an answer stay open. Accepting by
rule answers the rows of such a list by conditions and goes the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from glossary.errors import InputRefused, UsageError
from glossary.formats import cells, review_table
from glossary.formats.plain_table import Cell, Rows
from glossary.formats.review_table import Answered
from glossary.formats.rows import ReadOptions
from glossary.model import DEFAULT_VARIETIES, DRAFT, KO_CN, KO_KR, ZH_CN, Citation, Decision
from glossary.texts.sentences import sentence
from glossary.workflow import planning
from glossary.workflow.candidates import PLACES, Candidate, Extraction, Place, Rendering
from glossary.workflow.documents_in import named
from glossary.workflow.exchange import run_import
from glossary.workflow.extraction import DECLINED, KIND, decision_uid
from glossary.workflow.plan import MERGE, FileRow, Plan, Progress, Report, Request, Source
from glossary.workflow.sources import opened
from glossary.workflow.typed import checked_citation
from glossary.workspace import Workspace

COLUMNS = (
    *("accept", "count", "documents", "score", "first", "last", "reading", "translations"),
    *("competing", "context", "translated"),
)
"""The columns that only tell something, by the codes of their headings."""

CONDITIONS = ("count>=N", "documents>=N", "score>=N", "dice>=N", "reading", "translation")
"""What a candidate can be accepted by."""

_VARIETIES = {
    KO_CN: "extract-korean-of-china",
    ZH_CN: "extract-chinese",
    KO_KR: "extract-korean-of-korea",
}
_CONDITION = re.compile(r"(count|documents|score|dice)\s*>=\s*([0-9]{1,9}(?:\.[0-9]{1,4})?)")


@dataclass(frozen=True, slots=True)
class Review:
    """What answers lead to: the plan of the import, the decisions, and how many rows are open."""

    plan: Plan
    declined: tuple[Decision, ...]
    open: int


def review_rows(
    extraction: Extraction,
    other: str,
    language: str,
    *,
    domain: str = "",
    accepted: frozenset[str] = frozenset(),
) -> Rows:
    """The table of a review list with headings in a language; the candidates whose texts are
    `accepted` are answered with yes."""
    varieties = dict.fromkeys((extraction.variety, other, *DEFAULT_VARIETIES))
    varieties.pop("", None)
    names = [_heading(each, language) for each in varieties]
    citations = f"{names[0]} {sentence('extract-heading-citations', language)}"
    said = {each: sentence(f"extract-column-{each}", language) for each in COLUMNS}
    about = [sentence(f"extract-heading-{each}", language) for each in ("domain", "status")]
    answer, *facts = said.values()
    rows: list[Sequence[Cell]] = [(answer, *names, *about, citations, *facts)]
    for each in extraction.candidates:
        yes = sentence("extract-yes", language) if each.text in accepted else ""
        first = each.renderings[0].text if each.renderings else ""
        texts = {extraction.variety: each.text, other: first}
        terms = [cells.join_terms(filter(None, [texts.get(name, "")])) for name in varieties]
        rows.append((yes, *terms, domain, DRAFT, _cited(each), *_facts(each, language)))
    return rows


def read_review(
    workspace: Workspace, path: str, set_name: str, options: ReadOptions | None = None
) -> Review:
    """What the answers of a review list lead to. Raises InputRefused for the file as a whole,
    UsageError, NotFound for the set."""
    with named(path), opened(path, workspace.database.path) as stream:
        rows = list(review_table.read(stream, path, options or ReadOptions()))
    return _review(workspace, path, rows, set_name)


def review_by_rule(
    workspace: Workspace,
    extraction: Extraction,
    other: str,
    accepted: frozenset[str],
    set_name: str,
) -> Review:
    """What it leads to that these candidates are accepted; none is declined."""
    header, *rows = review_rows(extraction, other, "en", accepted=accepted)
    table = ((line, [str(cell) for cell in row]) for line, row in enumerate(rows, 2) if row[0])
    found = review_table.answered([str(cell) for cell in header], table, ReadOptions())
    return _review(workspace, "extract", list(found), set_name)


def take(
    workspace: Workspace, review: Review, command: str, progress: Progress | None = None
) -> Report:
    """Write what was accepted and what was declined, in one batch. Raises InputRefused where a row
    was refused, and then writes nothing; DatabaseError."""
    return run_import(workspace, review.plan, command, progress, review.declined)


def accepted_by(extraction: Extraction, conditions: Iterable[str]) -> frozenset[str]:
    """The texts of the candidates that meet all of these conditions, each one of CONDITIONS or
    several between commas. Raises UsageError."""
    wanted = [
        each.strip() for said in conditions for each in said.replace("≥", ">=").split(",") if each
    ]
    for each in wanted:
        if each not in ("reading", "translation") and not _CONDITION.fullmatch(each):
            raise UsageError("extract-condition", value=each, known=", ".join(CONDITIONS))
    if not wanted:
        raise UsageError("extract-condition", value="", known=", ".join(CONDITIONS))
    found = extraction.candidates
    return frozenset(one.text for one in found if all(_meets(one, each) for each in wanted))


def _meets(candidate: Candidate, condition: str) -> bool:
    if condition == "reading":
        return candidate.reading
    if condition == "translation":
        return bool(candidate.renderings)
    name, _, least = condition.partition(">=")
    if name.strip() == "dice":
        return bool(candidate.renderings) and candidate.renderings[0].dice >= float(least)
    return float(getattr(candidate, name.strip())) >= float(least)


def _review(workspace: Workspace, path: str, rows: Sequence[Answered], set_name: str) -> Review:
    accepted = tuple(FileRow(path, each.row) for each in rows if each.accepted)
    declined = [each.row for each in rows if each.accepted is False]
    decisions = {}
    for row in declined:
        if hasattr(row, "concept") and row.concept.terms:
            term = row.concept.terms[0]
            uid = decision_uid(term.variety, term.text)
            decisions[uid] = Decision(uid, KIND, term.text, DECLINED)
    plan = planning.make(workspace, Request(Source(accepted), set_name, MERGE))
    still_open = sum(each.accepted is None for each in rows)
    return Review(plan, tuple(decisions.values()), still_open)


def _heading(variety: str, language: str) -> str:
    code = _VARIETIES.get(variety, "")
    return sentence(code, language) if code else variety


def _cited(candidate: Candidate) -> str:
    """The places as citations of the term, those whose outlet is known."""
    found = []
    for each in candidate.places:
        if each.outlet:
            try:
                cited = checked_citation(Citation(each.outlet, each.title, each.date))
            except InputRefused:  # a date that is none, or characters that no citation has
                continue
            found.append(cited)
    return cells.join_details([cells.join_citations(dict.fromkeys(found))]) if found else ""


def _facts(each: Candidate, language: str) -> list[Cell]:
    reading = sentence("extract-yes", language) if each.reading else ""
    first, *more = each.renderings or [None]
    translated = shown(first) if first else ""
    competing = "; ".join(shown(one) for one in more if one is not None)
    contexts = " ‖ ".join(map(context, each.places[:PLACES]))
    theirs = " ‖ ".join(map(context, first.places[:PLACES])) if first else ""
    counts = (each.count, each.documents, Decimal(str(each.score)), each.first, each.last)
    return [*counts, reading, translated, competing, contexts, theirs]


def shown(rendering: Rendering) -> str:
    """A rendering with its count and, where they are known, those of its years."""
    years = ", ".join(f"{year}: {count}" for year, count in rendering.years)
    return f"{rendering.text} {rendering.count}" + (f" ({years})" if years else "")


def context(place: Place) -> str:
    """A place with what stands around it, and where it is."""
    about = ", ".join(filter(None, (place.outlet, place.title, place.date)))
    where = about or (f"{place.file}:{place.line}" if place.line else place.file)
    return f"{place.before}【{place.text}】{place.after} — {where}"
