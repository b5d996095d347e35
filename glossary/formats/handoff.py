"""What an assistant needs for one text: the terms in it, and translations that are near.

Terms come first, those with a risk and frequent ones before others, then the pairs, by their
scores; what does not fit into the budget is left out, and how much that is is said. Whatever comes
from outside is escaped, so that a term cannot break out of its place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from glossary.formats import printed
from glossary.formats.markdown import escaped
from glossary.model import USABLE, Concept, Term, Text
from glossary.texts.harmless import harmless
from glossary.texts.sentences import sentence

RISKS = ("forbidden", "deprecated", "draft", "false-friend", "homograph")
"""Why a term needs care: the status of the one in the text; a reader of the language's other
variety takes it for something else; another concept is written so."""

_NAME = 80  # characters of the file's name that are shown

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class HandedTerm:
    """A concept of the text: the term by which it is there, how often, its risks, and the concepts
    that are written like it."""

    concept: Concept
    term: Term
    count: int
    risks: tuple[str, ...] = ()
    alike: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedPair:
    """A translation of something near a segment of the text, with its score."""

    score: int
    segment: str
    source: Text
    target: Text


@dataclass(frozen=True, slots=True)
class HandOff:
    """The terms and pairs of a text in the order of their weight; `varieties` are those to write
    in. `terms_in_all` and `pairs_in_all` count those that were left out, too."""

    name: str
    variety: str
    varieties: tuple[str, ...]
    terms: tuple[HandedTerm, ...]
    pairs: tuple[HandedPair, ...]
    terms_in_all: int
    pairs_in_all: int
    budget: int = 0


def markdown(whole: HandOff, language: str) -> str:
    """The hand-off as Markdown, its words in this language, within its budget (characters)."""
    headings = {
        code: f"\n## {sentence(code, language)}\n\n"
        for code in ("scan-terms", "scan-context-pairs")
    }

    def term(each: HandedTerm) -> str:
        return _term_lines(each, whole, language)

    fixed = len(_head(whole, language)) + sum(map(len, headings.values()))
    given = _fitted(whole, fixed, lambda each: len(term(each)), lambda each: len(_pair(each)))
    parts = [_head(given, language)]
    for heading, lines in zip(
        headings.values(), (map(term, given.terms), map(_pair, given.pairs)), strict=True
    ):
        said = "".join(lines)
        parts.append(heading + said if said else "")
    return "".join(parts)


def document(whole: HandOff) -> dict[str, Any]:
    """The hand-off for programs, within its budget when written in one line."""

    def size(value: object) -> int:
        return len(json.dumps(value, ensure_ascii=False))

    def term(each: HandedTerm) -> dict[str, Any]:
        return _term_document(each, whole)

    found = {
        "file": whole.name[-_NAME:],
        "variety": whole.variety,
        "to": list(whole.varieties),
        "budget": whole.budget,
        "terms_in_all": whole.terms_in_all,
        "pairs_in_all": whole.pairs_in_all,
    }
    fixed = size({**found, "terms": [], "pairs": []})
    comma = len(", ")
    given = _fitted(
        whole,
        fixed,
        lambda each: size(term(each)) + comma,
        lambda each: size(_pair_document(each)) + comma,
    )
    terms, pairs = map(term, given.terms), map(_pair_document, given.pairs)
    return {**found, "terms": list(terms), "pairs": list(pairs)}


def _fitted(
    whole: HandOff,
    fixed: int,
    term_size: Callable[[HandedTerm], int],
    pair_size: Callable[[HandedPair], int],
) -> HandOff:
    """As much as the budget holds beside what is there in any case: first of the terms, then of
    the pairs."""
    terms, room = _taken(whole.terms, term_size, whole.budget - fixed)
    pairs, _ = _taken(whole.pairs, pair_size, room)
    return replace(whole, terms=terms, pairs=pairs)


def _taken(
    items: Iterable[Item], size: Callable[[Item], int], room: int
) -> tuple[tuple[Item, ...], int]:
    taken = []
    for each in items:
        cost = size(each)
        if cost <= room:
            taken.append(each)
            room -= cost
    return tuple(taken), room


def _head(given: HandOff, language: str) -> str:
    names = [printed.variety_label(each, language) for each in (given.variety, *given.varieties)]
    fields = {
        "file": given.name[-_NAME:],
        "variety": names[0],
        "to": ", ".join(names[1:]),
        "budget": str(given.budget),
        "terms": str(len(given.terms)),
        "terms_in_all": str(given.terms_in_all),
        "pairs": str(len(given.pairs)),
        "pairs_in_all": str(given.pairs_in_all),
    }
    shown = {name: _words(value) for name, value in fields.items()}
    title, *said = (
        sentence(code, language, **shown)
        for code in (
            "scan-context-title",
            "scan-context-varieties",
            "scan-context-data",
            "scan-context-spent",
        )
    )
    return f"# {title}\n\n" + "\n".join(said) + "\n"


def _term_lines(each: HandedTerm, given: HandOff, language: str) -> str:
    sense = "; ".join(filter(None, (each.concept.domain, each.concept.definition)))
    lines = [
        f"- **{_words(each.term.text)}** ({each.count}×)" + (f": {_words(sense)}" * bool(sense))
    ]
    for variety in given.varieties:
        name = _words(printed.variety_label(variety, language))
        use, avoid = _split(each.concept, variety)
        if use:
            lines.append(f"  - {name}: {', '.join(_with_status(one, language) for one in use)}")
        if avoid:
            never = sentence("scan-context-never", language)
            lines.append(f"  - {name}, {never}: {', '.join(_noted(one) for one in avoid)}")
    lines += [f"  - {sentence(f'scan-risk-{risk}', language)}" for risk in each.risks]
    for other in each.alike:
        terms = " · ".join(dict.fromkeys(term.text for term in other.terms))
        lines.append(
            f"    - {_words(terms)}" + f": {_words(other.definition)}" * bool(other.definition)
        )
    return "\n".join(lines) + "\n"


def _split(concept: Concept, variety: str) -> tuple[list[Term], list[Term]]:
    """The terms of a variety to write, and those never to write."""
    found = printed.terms_of(concept, variety)
    use = [term for term in found if term.status in USABLE]
    return use, [term for term in found if term.status not in USABLE]


def _with_status(term: Term, language: str) -> str:
    status = printed.status_name(term, language)
    return _words(term.text) + (f" ({_words(status)})" if status else "")


def _noted(term: Term) -> str:
    return _words(term.text) + (f" ({_words(term.note)})" if term.note else "")


def _pair(each: HandedPair) -> str:
    return (
        f"- {each.score}\n"
        f"  - {_words(each.source.variety)}: {_words(each.source.text)}\n"
        f"  - {_words(each.target.variety)}: {_words(each.target.text)}\n"
    )


def _term_document(each: HandedTerm, given: HandOff) -> dict[str, Any]:
    found: dict[str, Any] = {
        "concept": each.concept.uid,
        "term": each.term.text,
        "status": each.term.status,
        "count": each.count,
        "domain": each.concept.domain,
        "definition": each.concept.definition,
        "risks": list(each.risks),
    }
    splits = {variety: _split(each.concept, variety) for variety in given.varieties}
    found["use"] = {tag: [term.text for term in use] for tag, (use, _) in splits.items() if use}
    found["never"] = {tag: [term.text for term in off] for tag, (_, off) in splits.items() if off}
    found["alike"] = [
        {
            "concept": other.uid,
            "definition": other.definition,
            "terms": list(dict.fromkeys(term.text for term in other.terms)),
        }
        for other in each.alike
    ]
    return found


def _pair_document(each: HandedPair) -> dict[str, Any]:
    return {
        "score": each.score,
        "segment": each.segment,
        "source": each.source.text,
        "source_variety": each.source.variety,
        "target": each.target.text,
        "target_variety": each.target.variety,
    }


def _words(text: str) -> str:
    """Words from anywhere as Markdown shows them, in one line."""
    return escaped("\n".join(map(harmless, text.splitlines())))
