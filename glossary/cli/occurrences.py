"""Terms found in a text, as a person reads them in the terminal and as programs do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from glossary.cli.cards import variety_shown
from glossary.cli.console import Console
from glossary.formats.scan_page import KINDS, kind_of
from glossary.model import DEFAULT_VARIETIES, ESTABLISHED, USABLE, Occurrence, Term
from glossary.texts.harmless import harmless
from glossary.workflow.scan import equivalents

if TYPE_CHECKING:
    from glossary.formats.passages import Place
    from glossary.matching.recognition import Recogniser

STYLES = {
    "preferred": "good",
    "deprecated": "warn",
    "forbidden": "bad",
    "draft": "new",
    "ambiguous": "doubt",
    "unsaid": "missing",
}
_PAGE = 500  # terms whose columns are aligned with each other
_BREAK, _TAB = "\n", " " * 4

Row = Sequence[Any]
"""A place in words, and the document of the term that stands there."""


def document(recogniser: Recogniser, each: Occurrence, to: str = "") -> dict[str, Any]:
    """A term in a text for programs; its equivalents are those in the variety `to`, or in all."""
    return {
        "start": each.start,
        "end": each.end,
        "text": each.text,
        "term": each.term.text,
        "variety": each.variety,
        "concept": each.concept,
        "status": each.term.status,
        "by": each.by,
        "why": each.why,
        "others": [_other(recogniser, uid) for uid in each.others],
        "equivalents": [_term(term) for term in equivalents(recogniser, each, to)],
    }


def _other(recogniser: Recogniser, concept: str) -> dict[str, Any]:
    return {"concept": concept, "terms": list(map(_term, recogniser.terms(concept)))}


def _term(term: Term) -> dict[str, str]:
    return {"variety": term.variety, "text": term.text, "status": term.status}


def place_of(console: Console, place: Place, text: str, start: int) -> str:
    """Where a term stands: the line and the column of a text, both from 1; else what part of the
    document."""
    if place.code != "place-line":
        return console.say(place.code, **place.fields)
    before = text[:start]
    return f"{place.number + before.count(_BREAK)}:{start - before.rfind(_BREAK)}"


def coloured(console: Console, text: str, found: Iterable[Occurrence]) -> str:
    """A passage, harmless, with its terms in the colours of their kinds; of terms inside one
    another the outermost counts."""
    shown, at = "", 0
    for each in found:
        if each.start >= at:
            shown += _plain(text[at : each.start])
            shown += console.styled(_plain(each.text), STYLES[kind_of(each)])
            at = each.end
    return shown + _plain(text[at:])


def _plain(text: str) -> str:
    return _BREAK.join(map(harmless, text.replace("\t", _TAB).split(_BREAK)))


def legend(console: Console, kinds: Mapping[str, int]) -> None:
    """Print what the colours mean, and how many terms have each."""
    said = [
        f"{console.styled(console.say(f'scan-kind-{kind}'), STYLES[kind])} {kinds[kind]:,}"
        for kind in KINDS
        if kinds.get(kind)
    ]
    console.line()
    console.line("  ".join(said))
    console.line()


def table(console: Console, rows: Iterable[Row], variety: str, to: str = "") -> None:
    """Print the terms of a text in this variety, each in a row."""
    varieties = [to] if to else [each for each in DEFAULT_VARIETIES if each != variety]
    head = [
        *(console.say(code) for code in ("scan-place", "scan-text", "scan-term")),
        *(console.say(code) for code in ("scan-how-column", "scan-why-column")),
        *(variety_shown(console, each) for each in varieties),
    ]
    left = iter(rows)
    for first in left:
        page = [first, *islice(left, _PAGE - 1)]
        shown = [[*_cells(console, row, varieties)] for row in page]
        console.table([head, *shown] if head else shown, headed=bool(head))
        head = []


def _cells(console: Console, row: Row, varieties: Sequence[str]) -> Iterator[str]:
    place, found = row
    yield place
    yield found["text"]
    yield _with_status(console, found)
    yield console.say(f"scan-by-{found['by']}")
    yield _why(console, found)
    for variety in varieties:
        yield " · ".join(_texts(found["equivalents"], variety))


def _with_status(console: Console, found: Mapping[str, Any]) -> str:
    if found["status"] in ESTABLISHED:
        return str(found["term"])
    status = console.say(f"status-{found['status']}")
    instead = _texts(found["equivalents"], found["variety"])
    if found["status"] in USABLE or not instead:
        return f"{found['term']} ({status})"
    return f"{found['term']} ({status} → {' · '.join(instead)})"


def _why(console: Console, found: Mapping[str, Any]) -> str:
    said = console.say(f"scan-why-{found['why']}")
    for other in found["others"]:
        terms = " · ".join(dict.fromkeys(term["text"] for term in other["terms"]))
        said += "; " + console.say("scan-or", terms=terms)
    return said


def _texts(terms: Iterable[Mapping[str, str]], variety: str) -> list[str]:
    return [term["text"] for term in terms if term["variety"] == variety]
