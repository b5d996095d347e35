"""Concepts as pairs of a source and a target term: what glossaries of other tools hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glossary.formats.rows import Heading
from glossary.model import PREFERRED, USABLE, Concept, Term

WITHOUT_PAIR = "without-pair"
"""The reason of concepts that have no term in one of the two varieties."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A concept from one variety into another: every source term but forbidden ones; the target
    terms to use, the preferred first; and those to avoid."""

    concept: Concept
    sources: tuple[Term, ...]
    targets: tuple[Term, ...]
    avoided: tuple[Term, ...]


@dataclass(slots=True)
class Pairings:
    """The pairings of concepts; what has none is counted, by the code of the reason."""

    concepts: Iterable[Concept]
    heading: Heading
    count: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Pairing]:
        source, target = self.heading.varieties
        for concept in self.concepts:
            self.count += 1
            found = _pairing(concept, source, target)
            if found.sources and found.targets:
                yield found
            else:
                self.left_out[WITHOUT_PAIR] += 1


def _pairing(concept: Concept, source: str, target: str) -> Pairing:
    sources = [term for term in concept.terms if term.variety == source]
    targets = [term for term in concept.terms if term.variety == target]
    offered = [term for status in USABLE for term in targets if term.status == status]
    return Pairing(
        concept,
        tuple(term for term in sources if term.status != "forbidden"),
        tuple(offered),
        tuple(term for term in targets if term.status not in USABLE),
    )


def comment(pairing: Pairing, target: Term | None = None) -> str:
    """What a person should know about a pairing, in one line: [domain], definition, notes, the
    target's status unless it is preferred, and the terms to avoid, each after a cross."""
    concept = pairing.concept
    status = target.status if target and target.status != PREFERRED else ""
    parts = [
        f"[{concept.domain}]" if concept.domain else "",
        concept.definition,
        concept.note,
        target.note if target else "",
        status,
        *(f"✗ {term.text}" for term in pairing.avoided),
    ]
    return "; ".join(one_line(part) for part in parts if part.strip())


def one_line(text: str) -> str:
    """The text without line breaks and tabs."""
    return " ".join(text.split())
