"""A row and the concept it is about, made into one.

`replaced` is for a row that names the concept by its uid: what the row speaks of is as the row
says. `added` is for one recognised otherwise: it only fills what is empty. What a row says
nothing of (another variety, citations in a table) stays in both. Texts that differ in their
Unicode form alone are equal, and the stored one stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from glossary.formats.rows import DETAILS, FIELDS, Row
from glossary.model import ADMITTED, PREFERRED, Concept, Term


def entered(row: Row) -> Concept:
    """The row as a concept of its own; terms and concept may lack their uids."""
    return replace(row.concept, terms=_with_statuses(row.concept.terms))


def replaced(old: Concept, row: Row) -> Concept:
    """The concept as the row wants it; terms keep their identity, and places, by their text."""
    if row.given is None:
        terms = _identified(row.concept.terms, old.terms)
        return replace(row.concept, uid=old.uid, terms=_with_statuses(terms))
    terms = list(old.terms)
    named = (*(term.variety for term in row.concept.terms), *sorted(row.given - set(FIELDS)))
    for variety in dict.fromkeys(named):
        if " " not in variety:
            terms = _with_variety(terms, variety, row)
    said = {name: getattr(row.concept if name in row.given else old, name) for name in FIELDS}
    return replace(
        old,
        terms=_with_statuses(terms),
        domain=_kept(old.domain, said["domain"]),
        definition=_kept(old.definition, said["definition"]),
        note=_kept(old.note, said["note"]),
    )


def added(old: Concept, new: Concept) -> Concept:
    """The concept with the terms it lacks, its own empty fields filled."""
    terms = list(old.terms)
    for term in new.terms:
        place = _place(terms, term)
        if place is None:
            taken = any((each.variety, each.status) == (term.variety, PREFERRED) for each in terms)
            status = ADMITTED if taken and term.status in {"", PREFERRED} else term.status
            terms.append(replace(term, status=status))
        else:
            terms[place] = _filled(terms[place], term)
    return replace(
        old,
        terms=_with_statuses(terms),
        domain=old.domain or new.domain,
        definition=old.definition or new.definition,
        note=old.note or new.note,
        examples=tuple(dict.fromkeys(old.examples + new.examples)),
    )


def holds(concept: Concept, other: Concept) -> bool:
    """Whether everything the other says is said in the concept too."""
    return (
        all(getattr(other, name) in {"", getattr(concept, name)} for name in FIELDS)
        and set(other.examples) <= set(concept.examples)
        and all(_holds_term(concept.terms, term) for term in other.terms)
    )


def _holds_term(terms: Sequence[Term], other: Term) -> bool:
    place = _place(terms, other)
    if place is None:
        return False
    own = terms[place]
    return (
        all(getattr(other, name) in {"", getattr(own, name)} for name in DETAILS)
        and set(other.citations) <= set(own.citations)
        and set(other.rules) <= set(own.rules)
    )


def _place(terms: Sequence[Term], wanted: Term) -> int | None:
    text = normalize("NFC", wanted.text)
    for place, term in enumerate(terms):
        if term.variety == wanted.variety and normalize("NFC", term.text) == text:
            return place
    return None


def _filled(own: Term, other: Term) -> Term:
    if not (other.pos or other.note or other.citations or other.rules):
        return own
    return replace(
        own,
        pos=own.pos or other.pos,
        note=own.note or other.note,
        citations=tuple(dict.fromkeys(own.citations + other.citations)),
        rules=own.rules or other.rules,
    )


def _identified(terms: Sequence[Term], old: Sequence[Term]) -> list[Term]:
    """A file's terms; those without a uid have that of the old term of the same text."""
    known = {term.uid for term in terms}
    waiting = [term for term in old if term.uid not in known]
    found = []
    for term in terms:
        place = None if term.uid else _place(waiting, term)
        found.append(term if place is None else replace(term, uid=waiting.pop(place).uid))
    return found


def _with_variety(terms: list[Term], variety: str, row: Row) -> list[Term]:
    """The terms with those of one variety as the row has them, in the places they had."""
    waiting = [term for term in terms if term.variety == variety]
    wanted = []
    for term in row.concept.terms:
        if term.variety == variety:
            place = _place(waiting, term)
            own = None if place is None else waiting.pop(place)
            wanted.append(term if own is None else _detailed(own, term, row.given or frozenset()))
    result: list[Term] = []
    last = max((place for place, term in enumerate(terms) if term.variety == variety), default=-1)
    for place, term in enumerate(terms):
        if term.variety != variety:
            result.append(term)
        elif wanted:
            result.append(wanted.pop(0))
        if place == last:
            result += wanted
            wanted = []
    return result + wanted


def _detailed(own: Term, said: Term, given: frozenset[str]) -> Term:
    """The old term with the details the row speaks of; a status is never taken away."""
    variety = own.variety
    return replace(
        own,
        status=said.status or own.status,
        pos=_kept(own.pos, said.pos) if f"{variety} pos" in given else own.pos,
        note=_kept(own.note, said.note) if f"{variety} note" in given else own.note,
        citations=said.citations or own.citations,
        rules=said.rules or own.rules,
    )


def _kept(old: str, new: str) -> str:
    return old if normalize("NFC", old) == normalize("NFC", new) else new


def _with_statuses(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Each term with a status: the first of a variety without one is preferred, if none is."""
    if all(term.status for term in terms):
        return tuple(terms)
    preferred = {term.variety for term in terms if term.status == PREFERRED}
    result = []
    for term in terms:
        if not term.status:
            status = ADMITTED if term.variety in preferred else PREFERRED
            preferred.add(term.variety)
            term = replace(term, status=status)
        result.append(term)
    return tuple(result)
