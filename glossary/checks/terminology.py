"""Terms of the glossary: those that must be used and are not, those that must not and are."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.fold import fold
from glossary.language.particles import repair
from glossary.model import ADMITTED, PREFERRED, Finding, Occurrence, Term

TERM_MISSING = "term-missing"
TERM_FORBIDDEN = "term-forbidden"
TERM_DEPRECATED = "term-deprecated"

_WANTED = (PREFERRED, ADMITTED)
_LISTED = 4


def term_missing(pair: Pair) -> Iterator[Finding]:
    """Terms of the source none of whose equivalents stand in the target."""
    if not pair.target.text.strip():
        return
    there = {uid for each in (*pair.target.terms, *pair.leaked) for uid in _concepts(each)}
    squeezed = _squeezed(pair.target.text)
    told: set[str] = set()
    for each in pair.source.terms:
        if each.term.status not in _WANTED or each.concept in told:
            continue
        if not there.isdisjoint(_concepts(each)):
            continue
        concepts = [pair.terms_of(uid) for uid in _concepts(each)]
        wanted = [_usable(terms, pair.target.variety) for terms in concepts]
        if not all(wanted) or any(_stands(term, squeezed) for terms in concepts for term in terms):
            continue
        told.add(each.concept)
        names = list(dict.fromkeys(term.text for terms in wanted for term in terms))
        shown = ", ".join(names[:_LISTED])
        yield pair.in_source(
            TERM_MISSING, "term-missing", each.start, each.end, term=each.term.text, wanted=shown
        )


def _concepts(each: Occurrence) -> tuple[str, ...]:
    return (each.concept, *each.others)


def _usable(terms: tuple[Term, ...], variety: str) -> list[Term]:
    """The terms that may be used in a variety, the preferred ones first."""
    found = [term for term in terms if term.variety == variety and term.status in _WANTED]
    return sorted(found, key=lambda term: term.status != PREFERRED)


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def _stands(term: Term, squeezed: str) -> bool:
    """Whether a term stands in the target in a form that was not recognised: a verb's stem, or
    inside a longer word. A forbidden one does too, which is another finding."""
    text = _squeezed(term.text)
    if term.pos in ("verb", "adjective") or (len(text) > 2 and text.endswith("다")):
        text = text.removesuffix("다")
        text = text.removesuffix("하").removesuffix("되") if len(text) > 2 else text
    return len(text) > 1 and text in squeezed


def term_forbidden(pair: Pair) -> Iterator[Finding]:
    """Forbidden terms in the target."""
    yield from _avoided(pair, TERM_FORBIDDEN, "forbidden")


def term_deprecated(pair: Pair) -> Iterator[Finding]:
    """Deprecated terms in the target."""
    yield from _avoided(pair, TERM_DEPRECATED, "deprecated")


def _avoided(pair: Pair, check: str, status: str) -> Iterator[Finding]:
    source = {uid for each in pair.source.terms for uid in _concepts(each)}
    for each in pair.target.terms:
        if each.term.status != status or (each.others and each.concept not in source):
            continue
        if _is_fine_elsewhere(pair, each):
            continue
        wanted = _usable(pair.terms_of(each.concept), pair.target.variety)
        start, end, fix = _replaced(pair, each, wanted)
        names = ", ".join(term.text for term in wanted[:_LISTED])
        reason = check if names else f"{check}-alone"
        yield pair.in_target(check, reason, start, end, fix, term=each.term.text, wanted=names)


def _is_fine_elsewhere(pair: Pair, each: Occurrence) -> bool:
    """Whether the same form is a term to be used, of the same concept or of one in the source."""
    return any(
        term.text == each.term.text and term.variety == pair.target.variety and term.status in _WANTED
        for uid in _concepts(each)
        for term in pair.terms_of(uid)
    )


def _replaced(
    pair: Pair, each: Occurrence, wanted: list[Term]
) -> tuple[int, int, str | None]:
    """What to write instead, and where: sure where one term is preferred and no ending of the
    old one hangs on it but a particle, which is repaired."""
    preferred = [term for term in wanted if term.status == PREFERRED] or wanted
    text = pair.target.text
    whole = text[each.start : each.end] == each.term.text and each.by == "exact"
    if len(preferred) != 1 or not whole or each.term.pos in ("verb", "adjective"):
        return each.start, each.end, None
    end = each.end
    while end < len(text) and "가" <= text[end] <= "힣":
        end += 1
    after = text[each.end : end]
    new = preferred[0].text
    repaired = repair(after, each.term.text, new, pair.target.variety)
    if repaired == after:
        return each.start, each.end, new
    return each.start, end, new + repaired
