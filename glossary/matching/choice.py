"""Which of the candidates in a text stay, and what is told of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from glossary.language.fold import plain_key
from glossary.language.spans import Spans
from glossary.matching.boundaries import Span
from glossary.matching.context_rules import needs_sign
from glossary.matching.term_letters import Candidate
from glossary.model import STATUSES, Occurrence, language_of

WORD, FORM, COMPOUND, CUT, RULE, UNSURE, BESIDE, UNSAID = FOUND_WHY = (
    "word",
    "form",
    "compound",
    "cut",
    "rule",
    "unsure",
    "beside",
    "unsaid",
)
"""Why a stretch counts: it is a word, with or without a particle; a form of a verb; a part of a
word made of words; a word of the cheapest cut of Chinese; its entry's rule asks for what stands
there; its letters alone, as none of the signs that its entry asks for is there; the other side says
it; it is surely there though the other side does not say it."""


def occurrences(
    nfc: str,
    kept: Iterable[Candidate],
    stands: Mapping[Span, bool],
    *,
    nested: bool,
    beside: bool = False,
    unsaid: Collection[Candidate] = (),
) -> list[Occurrence]:
    """The longest of the candidates at each place of an NFC text, in order, with `nested` also
    those inside of them; `stands` says which are words, and whether inside of longer ones,
    `beside` that the other side of a translated segment has decided, `unsaid` which of them it
    does not say."""
    groups = _chosen(nfc, kept, nested=nested)
    found = [_occurrence(nfc, group, stands, beside=beside) for group in groups]
    if not unsaid:
        return found
    spans = {(each.start, each.end) for each in unsaid}
    return [
        replace(each, why=UNSAID) if (each.start, each.end) in spans else each for each in found
    ]


def moved(found: Iterable[Occurrence], by: int) -> list[Occurrence]:
    """Occurrences so many characters further on."""
    return [
        Occurrence(
            each.start + by,
            each.end + by,
            each.text,
            each.variety,
            each.concept,
            each.term,
            each.by,
            each.why,
            each.others,
        )
        for each in found
    ]


def _chosen(nfc: str, kept: Iterable[Candidate], *, nested: bool) -> Iterator[list[Candidate]]:
    """The candidates that stay, in order: those of one place together, the best of them first."""
    groups: dict[tuple[int, int], list[Candidate]] = {}
    for each in kept:
        groups.setdefault((each.start, each.end), []).append(each)
    if len(groups) == 1:
        yield from (_foremost(nfc, group) for group in groups.values())
        return
    chosen, inner = Spans(), Spans()
    taken: list[tuple[int, int]] = []
    for span in sorted(groups, key=lambda span: (span[0] - span[1], span[0])):
        level = inner if nested and chosen.hold(*span) else chosen
        if not level.meet(*span):
            level.add(*span)
            taken.append(span)
    for span in sorted(taken, key=lambda span: (span[0], -span[1])):
        yield _foremost(nfc, groups[span])


def _foremost(nfc: str, group: list[Candidate]) -> list[Candidate]:
    """Of the candidates of one place those whose terms are written as it is, where there are such:
    양산 is no 량산 to whom has both."""
    if len(group) == 1:
        return group
    own = [each for each in group if _is_written_so(nfc, each)]
    return sorted(own or group, key=_preference)


def _is_written_so(nfc: str, each: Candidate) -> bool:
    """Whether a term is written as the text is; of a verb, its last syllable aside."""
    end = each.end - 1 if each.form else each.end
    return plain_key(each.entry.term.text).startswith(plain_key(nfc[each.start : end]))


def _preference(each: Candidate) -> tuple[bool, int, int]:
    """What goes first: an entry whose rule is met at the place, then the higher set's."""
    return not each.ruled, each.entry.rank, STATUSES.index(each.entry.term.status)


def _occurrence(
    nfc: str, group: list[Candidate], stands: Mapping[Span, bool], *, beside: bool
) -> Occurrence:
    best = group[0]
    term = best.entry.term
    written = nfc[best.start : best.end]
    inside = stands.get(best.span)
    # What a higher set says of a term goes before all that lower ones say.
    alike = dict.fromkeys(
        each.entry.concept
        for each in group
        if each.ruled == best.ruled and each.entry.rank == best.entry.rank
    )
    alike.pop(best.entry.concept)
    return Occurrence(
        best.start,
        best.end,
        written,
        term.variety,
        best.entry.concept,
        term,
        _by(written, best, inside=inside is not False),
        _why(best, inside, beside=beside),
        tuple(alike),
    )


def _by(written: str, best: Candidate, *, inside: bool) -> str:
    term = best.entry.term
    if best.form:
        return "inflected"
    if inside and language_of(term.variety) == "ko":
        return "inside"
    return "exact" if written == term.text else "variant"


def _why(best: Candidate, inside: bool | None, *, beside: bool) -> str:
    if inside is None or (beside and not best.ruled):
        return BESIDE
    if best.ruled:
        return RULE
    if needs_sign(best.entry.term):
        return UNSURE
    if language_of(best.entry.term.variety) == "zh":
        return CUT
    return FORM if best.form else COMPOUND if inside else WORD
