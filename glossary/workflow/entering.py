"""Entering and changing concepts by hand: what is refused, what is worth a warning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from glossary.errors import InputRefused, NotFound, Notice, UsageError
from glossary.language.composed import nfc
from glossary.language.varieties import normal_variety
from glossary.model import (
    ADMITTED,
    KO_CN,
    KO_KR,
    PARTS_OF_SPEECH,
    PREFERRED,
    STATUSES,
    Citation,
    Concept,
    Term,
    language_of,
)
from glossary.workflow.typed import checked_citation, free_text, term_text
from glossary.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to change; None leaves a field as it is.

    `renamed` gives a variety's first term another text; `added`, `dropped` and `statuses` name
    terms as (variety, text) and (variety, text, status).
    """

    domain: str | None = None
    definition: str | None = None
    note: str | None = None
    renamed: tuple[tuple[str, str], ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str, str], ...] = ()


def new_concept(
    terms: Iterable[tuple[str, str]],
    *,
    domain: str = "",
    definition: str = "",
    note: str = "",
    status: str = "",
    pos: str = "",
    citation: Citation | None = None,
) -> Concept:
    """A concept of (variety, text) pairs: the first of a variety is preferred, or has `status`.

    Raises InputRefused for a text or date that is refused or no term at all, UsageError for an
    unknown status or part of speech.
    """
    _known(status, STATUSES, "status-unknown")
    _known(pos, PARTS_OF_SPEECH, "pos-unknown")
    made: list[Term] = []
    for variety, text in terms:
        term = Term(normal_variety(variety), term_text(text), pos=pos)
        first = all(each.variety != term.variety for each in made)
        term = replace(term, status=(status or PREFERRED) if first else ADMITTED)
        if all((each.variety, each.text) != (term.variety, term.text) for each in made):
            made.append(term)
    if not made:
        raise InputRefused("concept-without-terms")
    if citation is not None:
        made[0] = replace(made[0], citations=(checked_citation(citation),))
    return Concept(
        uid="",
        terms=tuple(made),
        domain=free_text(domain),
        definition=free_text(definition),
        note=free_text(note),
    )


def edited(concept: Concept, edit: Edit) -> Concept:
    """The concept with the edit made. Raises NotFound for a term it does not have."""
    terms = list(concept.terms)
    for variety, text in edit.dropped:
        terms.remove(_of(concept, terms, variety, text))
    for variety, text in edit.renamed:
        _rename(terms, normal_variety(variety), term_text(text))
    for variety, text in edit.added:
        _add(terms, Term(normal_variety(variety), term_text(text)))
    for variety, text, status in edit.statuses:
        _known(status, STATUSES, "status-unknown")
        _set_status(terms, _of(concept, terms, variety, text), status)
    if not terms:
        raise InputRefused("concept-without-terms")
    return replace(
        concept,
        terms=tuple(terms),
        domain=concept.domain if edit.domain is None else free_text(edit.domain),
        definition=(concept.definition if edit.definition is None else free_text(edit.definition)),
        note=concept.note if edit.note is None else free_text(edit.note),
    )


@dataclass(frozen=True, slots=True)
class Entered:
    """A term as it stands in a form; `uid` is that of the term it was, or empty; without a `pos`
    (empty for no part of speech) it keeps that of the term it was."""

    variety: str
    text: str
    status: str = PREFERRED
    uid: str = ""
    pos: str | None = None


def rewritten(
    concept: Concept,
    terms: Iterable[Entered],
    *,
    domain: str = "",
    definition: str = "",
    note: str = "",
) -> Concept:
    """The concept with these terms and these fields instead of its own; what is new stands last.

    A term keeps what a form does not show (note, citations, rules). Of a variety
    the first preferred term stays so, the others are admitted; a text stands once. Raises as
    `new_concept` does.
    """
    old = {term.uid: term for term in concept.terms if term.uid}
    made: dict[tuple[str, str], Term] = {}
    order = {uid: place for place, uid in enumerate(old)}
    for each in sorted(terms, key=lambda each: order.get(each.uid, len(order))):
        _known(each.status, STATUSES, "status-unknown")
        variety, text = normal_variety(each.variety), term_text(each.text)
        was = old.get(each.uid, Term(variety, text))
        pos = was.pos if each.pos is None else each.pos
        _known(pos, ("", *PARTS_OF_SPEECH), "pos-unknown")
        now = replace(was, variety=variety, text=text, status=each.status, pos=pos)
        made.setdefault((variety, text), now)
    if not made:
        raise InputRefused("concept-without-terms")
    taken: set[str] = set()
    for pair, term in made.items():
        if term.status == PREFERRED:
            made[pair] = replace(term, status=ADMITTED) if term.variety in taken else term
            taken.add(term.variety)
    return replace(
        concept,
        terms=tuple(made.values()),
        domain=free_text(domain),
        definition=free_text(definition),
        note=free_text(note),
    )


def _of(concept: Concept, terms: Sequence[Term], variety: str, text: str) -> Term:
    variety = normal_variety(variety)
    for term in terms:
        if (term.variety, term.text) == (variety, nfc(text)):
            return term
    raise NotFound("term-unknown", text=text, variety=variety, uid=concept.uid)


def _rename(terms: list[Term], variety: str, text: str) -> None:
    for place, term in enumerate(terms):
        if term.variety == variety:
            terms[place] = replace(term, text=text)
            return
    terms.append(Term(variety, text))


def _add(terms: list[Term], term: Term) -> None:
    if any((each.variety, each.text) == (term.variety, term.text) for each in terms):
        return
    taken = any((each.variety, each.status) == (term.variety, PREFERRED) for each in terms)
    terms.append(replace(term, status=ADMITTED if taken else PREFERRED))


def _set_status(terms: list[Term], term: Term, status: str) -> None:
    """One preferred term a variety: another steps back to admitted."""
    for place, each in enumerate(terms):
        if each is term:
            terms[place] = replace(each, status=status)
        elif status == PREFERRED == each.status and each.variety == term.variety:
            terms[place] = replace(each, status=ADMITTED)


def _known(value: str, known: Sequence[str], code: str) -> None:
    if value and value not in known:
        raise UsageError(code, value=value, known=", ".join(known))


def notices(workspace: Workspace, concept: Concept) -> list[Notice]:
    """Near duplicates of a new concept, and readings for one that has only Chinese."""
    found = [
        Notice(
            "near-duplicate",
            uid=entry.concept.uid,
            new=concept.uid,
            set=entry.set,
            terms=listed(entry.concept),
        )
        for entry in workspace.terms.alike(concept)
    ]
    if concept.terms and all(language_of(term.variety) == "zh" for term in concept.terms):
        found += _readings(concept)
    return found


def _readings(concept: Concept) -> list[Notice]:
    from glossary.language.hanja import readings

    text = concept.terms[0].text
    own, seoul = readings(text, KO_CN), readings(text, KO_KR)
    if not own or not seoul:
        return []
    proposed = Notice("reading-proposed", text=text, uid=concept.uid, ko_cn=own[0], ko_kr=seoul[0])
    others = ", ".join(dict.fromkeys(own[1:4] + seoul[1:4]))
    return [proposed, Notice("reading-others", others=others)] if others else [proposed]


def listed(concept: Concept) -> str:
    """The concept's terms in one line, as people tell concepts apart."""
    return " · ".join(dict.fromkeys(term.text for term in concept.terms))
