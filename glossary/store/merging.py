"""Two concepts made into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.model import ADMITTED, PREFERRED, Concept, Term


def merge_concepts(kept: Concept, lost: Concept) -> Concept:
    """The kept concept with what only the lost one has; equal terms join their citations."""
    terms = list(kept.terms)
    for term in lost.terms:
        for place, own in enumerate(terms):
            if (own.variety, own.text) == (term.variety, term.text):
                terms[place] = _join(own, term)
                break
        else:
            terms.append(_admitted(term, terms))
    return replace(
        kept,
        terms=tuple(terms),
        domain=kept.domain or lost.domain,
        definition=kept.definition or lost.definition,
        note=_joined_text(kept.note, lost.note),
        examples=tuple(dict.fromkeys(kept.examples + lost.examples)),
    )


def _admitted(term: Term, beside: Sequence[Term]) -> Term:
    """A second preferred term of a variety steps back."""
    taken = any((each.variety, each.status) == (term.variety, PREFERRED) for each in beside)
    return replace(term, status=ADMITTED) if taken and term.status == PREFERRED else term


def _join(own: Term, other: Term) -> Term:
    return replace(
        own,
        pos=own.pos or other.pos,
        note=_joined_text(own.note, other.note),
        citations=tuple(dict.fromkeys(own.citations + other.citations)),
        rules=tuple(dict.fromkeys(own.rules + other.rules)),
    )


def _joined_text(first: str, second: str) -> str:
    return first if not second or second in first.split("\n") else f"{first}\n{second}".strip()
