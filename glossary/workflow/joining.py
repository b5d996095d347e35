"""A row and the concept it is about, made into one.

`replaced` is for a row that names the concept by its uid: what the row speaks of is as the row
says. `added` is for one recognised otherwise: nothing is taken away for being absent. What a row
says nothing of (another variety, citations in a table) stays in both. Texts that differ in their
Unicode form alone are equal, and the stored one stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace

from glossary.formats.rows import FIELDS, Row
from glossary.formats.words import pos_of
from glossary.language.composed import nfc
from glossary.model import ADMITTED, PREFERRED, Citation, Concept, Term

_TEXTS = ("status", "pos", "note")  # of a term


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


def added(old: Concept, new: Concept, *, over: bool = False) -> Concept:
    """The concept with the terms it lacks and its own empty fields filled.

    With `over`, the new one counts where both say something, and notes are joined; but a preferred
    term stays that.
    """
    terms = list(old.terms)
    for term in new.terms:
        place = _place(terms, term)
        others = (each for each in terms if place is None or each is not terms[place])
        taken = any((each.variety, each.status) == (term.variety, PREFERRED) for each in others)
        if place is None:
            second = taken and term.status in {"", PREFERRED}
            terms.append(replace(term, status=ADMITTED) if second else term)
        elif _lacking_in_term(terms[place], term):
            status = "" if taken and term.status == PREFERRED else term.status
            terms[place] = _filled(terms[place], replace(term, status=status), over)
    return replace(
        old,
        terms=_with_statuses(terms),
        domain=_said(old.domain, new.domain, over),
        definition=_said(old.definition, new.definition, over),
        note=_noted(old.note, new.note, over),
        examples=tuple(dict.fromkeys(old.examples + new.examples)),
    )


def lacking(concept: Concept, other: Concept) -> tuple[str, ...]:
    """What the other says and the concept does not: fields, varieties, details as "ko-CN pos"."""
    found = [
        *(name for name in FIELDS if not _says(getattr(concept, name), getattr(other, name), name)),
        *(["examples"] if not set(other.examples) <= set(concept.examples) else []),
    ]
    for term in other.terms:
        place = _place(concept.terms, term)
        if place is None:
            found.append(term.variety)
        else:
            names = _lacking_in_term(concept.terms[place], term)
            found += [f"{term.variety} {name}" for name in names]
    return tuple(dict.fromkeys(found))


def _lacking_in_term(own: Term, other: Term) -> list[str]:
    return [
        *(name for name in _TEXTS if not _says(getattr(own, name), getattr(other, name), name)),
        *(["citations"] if not set(other.citations) <= set(own.citations) else []),
        *(["rules"] if not set(other.rules) <= set(own.rules) else []),
    ]


def _says(own: str, other: str, name: str) -> bool:
    """Whether a text says what the other does; a note may hold it among other lines."""
    own, other = nfc(own), nfc(other)
    return not other or own == other or (name == "note" and f"\n{other}\n" in f"\n{own}\n")


def _place(terms: Sequence[Term], wanted: Term) -> int | None:
    text = nfc(wanted.text)
    for place, term in enumerate(terms):
        if term.variety == wanted.variety and nfc(term.text) == text:
            return place
    return None


def _filled(own: Term, other: Term, over: bool) -> Term:
    return replace(
        own,
        status=_said(own.status, other.status, over),
        pos=_said(own.pos, other.pos, over),
        note=_noted(own.note, other.note, over),
        citations=tuple(dict.fromkeys(own.citations + other.citations)),
        rules=own.rules or other.rules,
    )


def _said(own: str, other: str, over: bool) -> str:
    return _kept(own, other) if other and (over or not own) else own


def _noted(own: str, other: str, over: bool) -> str:
    if not over or _says(own, other, "note"):
        return own or other
    return f"{own}\n{other}" if own else other


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
        pos=_kept_pos(own.pos, said.pos) if f"{variety} pos" in given else own.pos,
        note=_kept(own.note, said.note) if f"{variety} note" in given else own.note,
        citations=_cited(own, said, replacing=f"{variety} citations" in given),
        rules=said.rules or own.rules,
    )


def _cited(own: Term, said: Term, *, replacing: bool) -> tuple[Citation, ...]:
    """The citations a row leaves a term with; one without a column for them takes none away."""
    if not replacing:
        return said.citations or own.citations
    same = list(map(_normal, own.citations)) == list(map(_normal, said.citations))
    return own.citations if same else said.citations


def _normal(citation: Citation) -> list[str]:
    return [nfc(each) for each in astuple(citation)]


def _kept(old: str, new: str) -> str:
    return old if nfc(old) == nfc(new) else new


def _kept_pos(old: str, new: str) -> str:
    """The old one where a table names it so: 名词 is read as noun."""
    return old if pos_of(nfc(old)) == new else _kept(old, new)


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
