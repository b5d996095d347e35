"""The table of docs/formats.md: what each form keeps of a concept, found out by trying.

`python -m tests.docs.generate_formats` writes it anew.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from glossary.formats.registry import FORMATS, Format
from glossary.formats.rows import ReadOptions, Row
from glossary.model import Concept, Term
from tests.formats.golden import CONCEPTS, heading_for, path_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"
_TABLE = re.compile(r"<!-- kept -->\n(?:\n?\|.*\n)*")

Texts = list[str]


def _of_terms(texts: Callable[[Term], Iterable[str]]) -> Callable[[Concept], Texts]:
    return lambda concept: [text for term in concept.terms for text in texts(term)]


PARTS: dict[str, Callable[[Concept], Texts]] = {
    "terms": _of_terms(lambda term: [term.text]),
    "statuses": _of_terms(lambda term: [term.status]),
    "parts of speech": _of_terms(lambda term: [term.pos]),
    "notes on terms": _of_terms(lambda term: [term.note]),
    "citations: outlet": _of_terms(lambda term: [each.outlet for each in term.citations]),
    "citations: title, date": _of_terms(
        lambda term: [text for each in term.citations for text in (each.title, each.date)]
    ),
    "domain": lambda concept: [concept.domain],
    "definition": lambda concept: [concept.definition],
    "note": lambda concept: concept.note.split("\n"),
    "identity of the concept": lambda concept: [concept.uid],
    "identity of the terms": _of_terms(lambda term: [term.uid]),
    "examples": lambda concept: [text for each in concept.examples for _, text in each.texts],
    "context rules": _of_terms(lambda term: [rule.text for rule in term.rules]),
}


def kept(form: Format, part: Callable[[Concept], Texts]) -> str:
    """Whether a form keeps what a part of the golden concepts says."""
    wanted = [text for concept in CONCEPTS for text in part(concept) if text]
    if form.reader:
        options = ReadOptions(varieties={"ko": "ko-CN"})
        rows = form.read(io.BytesIO(path_of(form).read_bytes()), options)
        concepts = [row.concept for row in rows if isinstance(row, Row)]
        found = [text for concept in concepts for text in part(concept) if text]
    else:
        stream = io.BytesIO()
        form.write(stream, CONCEPTS, heading_for(form))
        page = re.sub(r"\\(.)", r"\1", html.unescape(stream.getvalue().decode("utf-8")))
        found = [text for text in wanted if text in page]
    share = sum(any(text in each for each in found) for text in set(wanted)) / len(set(wanted))
    return "yes" if share == 1 else "part" if share else "no"


def _ways(form: Format) -> str:
    ways = ("in" if form.reader else "", "out" if form.writer else "")
    return " and ".join(filter(None, ways))


def table() -> str:
    """The table in Markdown."""
    heads = [f"{form.name} ({_ways(form)})" for form in FORMATS]
    lines = [["", *heads], ["---"] * (len(FORMATS) + 1)]
    lines += [[name, *(kept(form, part) for form in FORMATS)] for name, part in PARTS.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def page() -> str:
    """The page with the table as it must be."""
    return _TABLE.sub(f"<!-- kept -->\n\n{table()}", PAGE.read_text("utf-8"), count=1)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
