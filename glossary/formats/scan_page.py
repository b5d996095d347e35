"""A text with its known terms marked, as one HTML page that needs nothing else.

A term's card shows on hover and on focus; a legend and a table count the terms. Everything from
the text and the glossary is escaped, and what would act or hide in it is written out; the page may
load nothing and asks nobody.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from glossary.formats import printed
from glossary.formats.page_parts import page_part, page_text
from glossary.matching.choice import UNSAID, UNSURE
from glossary.model import ADMITTED, DRAFT, PREFERRED, Concept, Occurrence, Term
from glossary.texts.sentences import sentence

AMBIGUOUS = "ambiguous"
KINDS = (PREFERRED, "deprecated", "forbidden", DRAFT, AMBIGUOUS, UNSAID)
"""How a term in a text is marked: by its status, an admitted one as a preferred one, and one that
may be of several concepts, or of none, or that the other side does not say, as such."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


Passage = tuple[str, Sequence[Occurrence], bool]
"""A passage, the terms in it, in order, with its offsets, and whether a blank line is before it."""


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of itself: its title, the text's variety, the language of its words."""

    title: str
    variety: str
    language: str


def kind_of(each: Occurrence) -> str:
    """How this term is marked: one of KINDS."""
    if each.why == UNSAID:
        return UNSAID
    if each.others or each.why == UNSURE:
        return AMBIGUOUS
    return PREFERRED if each.term.status == ADMITTED else each.term.status


def write(
    stream: BinaryIO,
    passages: Iterable[Passage],
    about: About,
    concept_of: Callable[[str], Concept],
) -> int:
    """Write the page, and answer how many terms are marked; `concept_of` gives the concept of a
    uid for its card."""
    page = _Page(about, concept_of)
    with tempfile.TemporaryFile(prefix="malmoi-") as body:
        for text, found, gap in passages:
            body.write(page.passage(text, found, gap=gap).encode())
        body.seek(0)
        stream.write(page.head().encode())
        shutil.copyfileobj(body, stream)
    stream.writelines(part.encode() for part in page.rest())
    return page.count


class _Page:
    """A page under way: what was marked so far, and the number of each concept."""

    def __init__(self, about: About, concept_of: Callable[[str], Concept]) -> None:
        self._about = about
        self._concept_of = concept_of
        self._numbers: dict[str, int] = {}
        self._kinds: Counter[str] = Counter()
        self._terms: Counter[tuple[str, str, str]] = Counter()

    @property
    def count(self) -> int:
        return self._kinds.total()

    def passage(self, text: str, found: Sequence[Occurrence], *, gap: bool) -> str:
        """A passage with its marks, one inside another where terms are."""
        parts: list[str] = []
        ends: list[int] = []
        at = 0

        def close(until: int) -> None:
            nonlocal at
            while ends and ends[-1] <= until:
                parts.append(page_text(text[at : ends[-1]]) + "</mark>")
                at = ends.pop()

        for each in found:
            close(each.start)
            parts.append(page_text(text[at : each.start]) + self._mark(each))
            at = each.start
            ends.append(each.end)
        close(len(text))
        said = "".join(parts) + page_text(text[at:])
        space = ' class="gap"' if gap else ""
        return f"<p{space}>{said}</p>\n"

    def _mark(self, each: Occurrence) -> str:
        kind = kind_of(each)
        self._kinds[kind] += 1
        self._terms[each.concept, each.term.text, each.term.status] += 1
        number = self._numbers.setdefault(each.concept, len(self._numbers))
        how = self._said(f"scan-by-{each.by}"), self._said(f"scan-why-{each.why}")
        said = self._said("scan-how", by=how[0], why=how[1])
        for other in each.others:
            terms = " · ".join(term.text for term in self._concept_of(other).terms)
            said += "; " + self._said("scan-or", terms=terms)
        return (
            f'<mark class="{kind}" tabindex="0" data-card="c{number}"'
            f' aria-describedby="c{number}" data-how="{page_text(said)}">'
        )

    def head(self) -> str:
        """What stands before the text."""
        title, language = page_text(self._about.title), self._about.language
        variety = self._variety_name(self._about.variety)
        kinds = "".join(
            f'<li><span class="{kind}">{escape(self._said(f"scan-kind-{kind}"))}</span>'
            f" {self._kinds[kind]:,}</li>"
            for kind in KINDS
            if self._kinds[kind]
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{page_part('scan.css')}</style></head>\n"
            f'<body><h1>{title}</h1>\n<ul class="legend"><li>{variety}</li>{kinds}</ul>\n'
            f'<main lang="{page_text(self._about.variety)}">\n'
        )

    def rest(self) -> Iterator[str]:
        """What stands below the text: the table of the terms, and the cards."""
        yield f"</main>\n<h2>{escape(self._said('scan-terms'))}</h2>\n"
        concepts = [self._concept_of(uid) for uid in self._numbers]
        used = {term.variety for concept in concepts for term in concept.terms}
        others = sorted(used - {self._about.variety})
        yield f"<table>{self._table_head(others)}<tbody>\n"
        by_uid = {uid: concepts[number] for uid, number in self._numbers.items()}
        for (uid, text, status), count in self._terms.most_common():
            yield self._row(by_uid[uid], text, status, count, others)
        yield "</tbody></table>\n"
        for number, concept in enumerate(concepts):
            yield self._card(number, concept)
        yield f"<script>{page_part('scan.js')}</script>\n</body></html>\n"

    def _table_head(self, others: Iterable[str]) -> str:
        names = [
            self._said("scan-term"),
            self._said("scan-count"),
            *(printed.variety_label(each, self._about.language) for each in others),
            self._said("printed-notes"),
        ]
        return f"<thead><tr>{''.join(f'<th>{page_text(name)}</th>' for name in names)}</tr></thead>"

    def _row(
        self, concept: Concept, text: str, status: str, count: int, others: Iterable[str]
    ) -> str:
        own = self._term(Term(self._about.variety, text, status))
        cells = "".join(
            f'<td lang="{page_text(each)}" data-name="{self._variety_name(each)}">'
            f"{self._terms_of(concept, each)}</td>"
            for each in others
        )
        notes = "<br>".join(map(_lines, printed.notes_of(concept)))
        return (
            f'<tr><td lang="{page_text(self._about.variety)}">{own}</td><td>{count:,}</td>'
            f"{cells}<td>{notes}</td></tr>\n"
        )

    def _card(self, number: int, concept: Concept) -> str:
        varieties = dict.fromkeys(term.variety for term in concept.terms)
        rows = "".join(
            f"<dt>{self._variety_name(each)}</dt>"
            f'<dd lang="{page_text(each)}">{self._terms_of(concept, each)}</dd>'
            for each in sorted(varieties, key=lambda each: each != self._about.variety)
        )
        notes = "".join(f"<p>{_lines(note)}</p>" for note in printed.notes_of(concept))
        domain = f"<small>{page_text(concept.domain)}</small>" if concept.domain else ""
        return (
            f'<div class="card" id="c{number}" role="tooltip" hidden><p class="how"></p>'
            f"<dl>{rows}</dl>{notes}{domain}</div>\n"
        )

    def _variety_name(self, variety: str) -> str:
        return page_text(printed.variety_label(variety, self._about.language))

    def _terms_of(self, concept: Concept, variety: str) -> str:
        return "<br>".join(map(self._term, printed.terms_of(concept, variety)))

    def _term(self, term: Term) -> str:
        text, status = page_text(term.text), printed.status_name(term, self._about.language)
        if not status:
            return text
        return f'<span class="{term.status}">{text}</span> <small>{escape(status)}</small>'

    def _said(self, code: str, **fields: object) -> str:
        return sentence(code, self._about.language, **fields)


def _lines(text: str) -> str:
    return "<br>".join(map(page_text, text.splitlines()))
