"""Terms of one Korean replaced by those of the other, with the particles after them repaired.

Only nouns, and verbs that both Koreas make of a noun in the same way (X하다 and Y하다), are
replaced; every other verb is pointed at, for what governs it would have to change as well. A word
that both Koreas have in different senses is replaced only where its entry's rules made sure of
the sense, or South Korea does not know the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.language.fold import fold, plain_key
from glossary.language.lexicon import lexicon
from glossary.language.literals import literals
from glossary.language.mentions import mentions, titles
from glossary.language.orthography import applied
from glossary.language.particles import repair
from glossary.language.reasons import (
    IN_TITLE,
    MENTIONED,
    PLACE,
    TERM,
    TERM_ALSO_WORD,
    TERM_DRAFT,
    TERM_IN_COMPOUND,
    TERM_SEVERAL,
    TERM_VERB,
)
from glossary.language.segmentation import hangs_on, is_particles, segment
from glossary.language.spans import Spans
from glossary.matching.patterns import base_of
from glossary.model import (
    APPLY,
    DRAFT,
    ESTABLISHED,
    FLAG,
    KO_CN,
    KO_KR,
    PREFERRED,
    SUGGEST,
    Occurrence,
    Respelling,
    Term,
)
from glossary.workflow.term_doubts import doubt, is_false_friend, is_like, is_sure

KIND = "term"
"""The kind of these respellings, beside those of spelling."""

Terms = Callable[[str], Sequence[Term]]
"""The terms of a concept, by its uid."""

_RUN = re.compile("[가-힣]*")
_MARKUP = r"(?:[*~]|</?[A-Za-z][^<>\n]{0,60}>)"  # of Markdown and HTML
_INSIDE = re.compile(f"{_MARKUP}*")
_JOINED = re.compile(f"[가-힣]{_MARKUP}+$")
_GLOSS = re.compile(f"[(（][^()（）\n]{{1,30}}[)）]|[’”'\"]*{_MARKUP}+")
_FOLLOWS = re.compile("[’”'\")\\]）》〉」』]*[가-힣]*")
_LIGHT = ("하", "한", "할", "함", "합", "해", "했", "되", "된", "될", "됨", "됩", "돼", "됐", "시")
_COUNTS = ("년", "월", "일")  # 2027년말 is no 연말
_COPULA = "이"
_LONGEST = 40  # syllables of a run that are looked at
_SHORT = 2  # syllables of what is left of a verb


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a term becomes: a text of the other Korean, how sure, and why."""

    text: str
    band: str
    reason: str


def other_korean(to: str) -> str:
    """The variety that a text to be converted is in."""
    return KO_CN if to == KO_KR else KO_KR


def with_terms(
    text: str,
    spelling: Sequence[Respelling],
    found: Iterable[Occurrence],
    terms: Terms,
    to: str,
) -> tuple[Respelling, ...]:
    """The respellings of a text together with its terms in the variety `to`, in order and none
    overlapping another; where a term is replaced its spelling is not changed by itself, nor where
    it is pointed at and would become a term that is to be avoided (락착하다: 낙착하다)."""
    edits, avoided = _of_terms(text, spelling, found, terms, to)
    taken = Spans((each.start, each.end) for each in edits if each.band != FLAG)
    flagged = Spans((each.start, each.end) for each in edits)
    kept = [
        each
        for each in spelling
        if each not in avoided
        and not (flagged if each.band == FLAG else taken).meet(
            each.start, max(each.end, each.start + 1)
        )
    ]
    firm = [*(each for each in edits if each.band != FLAG), *kept]
    firm.sort(key=lambda each: (each.start, each.end))
    flags = (_beside(text, each, firm) for each in edits if each.band == FLAG)
    every = [*firm, *(each for each in flags if each is not None)]
    return tuple(sorted(every, key=lambda each: (each.start, each.end)))


def _of_terms(
    text: str,
    spelling: Sequence[Respelling],
    found: Iterable[Occurrence],
    terms: Terms,
    to: str,
) -> tuple[list[Respelling], set[Respelling]]:
    """The edits of the terms, and the respellings that would make of one what is to be avoided."""
    edits: list[Respelling] = []
    avoided: set[Respelling] = set()
    literal, named, said = Spans(literals(text)), titles(text), mentions(text)
    for each in _without_glosses(text, found):
        if literal.meet(each.start, each.end):
            continue
        why = IN_TITLE if named.hold(each.start, each.end) else MENTIONED
        if why == IN_TITLE or said.hold(each.start, each.end):
            edits.append(_pointed_at(each, why))
            continue
        if any(_stays(each, terms(other), to) for other in each.others):
            continue
        known = terms(each.concept)
        own = [_or_spelt(one, text, spelling) for one in _edits(text, each, known, spelling, to)]
        if not any(edit.band == APPLY for edit in own) and _is_part(each, spelling):
            continue
        edits += own
        if any(edit.band == FLAG for edit in own):
            inside = _within(spelling, each.start, each.end)
            avoided.update(one for one in inside if _is_avoided(one, each, known, to))
    return edits, avoided


def _is_part(each: Occurrence, spelling: Sequence[Respelling]) -> bool:
    """Whether a term is a part of a word whose spelling is sure: 메터 of 립방메터."""
    around = _last_before(spelling, each.start)
    longer = around is not None and around.end - around.start > each.end - each.start
    return around is not None and longer and around.band == APPLY and around.end >= each.end


def _stays(each: Occurrence, terms: Sequence[Term], to: str) -> bool:
    """Whether a term of another concept is written so, and the other Korean says it so as well:
    중국 may be 우리 나라, or China."""
    return any(
        term.variety == to and term.status == PREFERRED and term.text == each.text for term in terms
    )


def _pointed_at(each: Occurrence, reason: str) -> Respelling:
    """A flag on a term that stays as it is written."""
    return Respelling(each.start, each.end, each.text, each.text, KIND, KIND, FLAG, reason)


def _or_spelt(edit: Respelling, text: str, spelling: Sequence[Respelling]) -> Respelling:
    """The edit; a suggestion with the spelling that is sure where it is not taken."""
    if edit.band != SUGGEST:
        return edit
    respelt = _respelt(text, edit.start, edit.end, spelling)
    return edit if respelt == edit.before else replace(edit, otherwise=respelt)


def _is_avoided(one: Respelling, flagged: Occurrence, terms: Sequence[Term], to: str) -> bool:
    """Whether a respelling in a term would make of it what its concept forbids."""
    return flagged.start <= one.start < one.end <= flagged.end and any(
        term.variety == to and term.status not in ESTABLISHED and one.after in term.text
        for term in terms
    )


def _beside(text: str, flag: Respelling, others: Sequence[Respelling]) -> Respelling | None:
    """A flag on what the other edits, in order, leave of its stretch, up to the first of them or
    behind the last; None where they leave nothing."""
    near = bisect_left(others, flag.start, key=lambda each: each.start)
    far = bisect_left(others, flag.end, key=lambda each: each.start)
    inside = [each for each in others[max(0, near - 1) : far] if each.end > flag.start]
    first = min((each.start for each in inside), default=flag.end)
    last = max((each.end for each in inside), default=flag.start)
    start, end = (flag.start, first) if first > flag.start else (last, flag.end)
    if end - start < (_SHORT if inside else 1):
        return None  # no more than 하 or 한 of a verb
    return replace(flag, start=start, end=end, before=text[start:end], after=text[start:end])


def _without_glosses(text: str, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """The terms but those that explain the same concept in brackets: 중시(중간시험)."""
    last: Occurrence | None = None
    for each in found:
        explains = last is not None and last.concept == each.concept
        if not (explains and last and text[last.end : each.start] in ("(", "（")):
            yield each
        last = each


def _edits(
    text: str, each: Occurrence, terms: Sequence[Term], spelling: Sequence[Respelling], to: str
) -> list[Respelling]:
    """What one term becomes, with its particle; nothing where its spelling is all that changes."""
    targets = [term for term in terms if term.variety == to]
    usable = [term for term in targets if term.status in ESTABLISHED]
    respelt = _respelt(text, each.start, each.end, spelling)
    if not usable or _is_usable(respelt, each, usable):
        return []
    if to == KO_CN and any(is_like(term.text, each) for term in usable):
        return []  # 입장 is 립장 or 입장: the spelling knows
    if text[each.start - 1 : each.start].isdigit() and each.text.startswith(_COUNTS):
        return []
    if each.by == "inflected":
        return _of_verb(text, each, targets, usable, spelling, to)
    choice = _choice(text, each, terms, targets, usable, to)
    spelt = choice.text in (each.text, respelt)  # 중시하다 in another entry
    if spelt or (choice.reason == PLACE and _is_of_longer_place(each, choice.text, spelling)):
        return []
    if not choice.text:  # a noun that the other Korean says with verbs alone: 료해, 알아보다
        return [_pointed_at(each, TERM_VERB)]
    return _with_tail(text, each.start, each.end, choice, spelling, to)


def _is_usable(respelt: str, each: Occurrence, usable: Sequence[Term]) -> bool:
    """Whether the term, respelt, is what the other Korean says already."""
    first = [term for term in usable if term.status == PREFERRED] or usable
    if each.by != "inflected":
        nouns = (base_of(term.text) or term.text for term in first)
        return any(plain_key(noun) == plain_key(respelt) for noun in nouns)
    return any(fold(term.text) == fold(each.term.text) for term in first)


def _choice(
    text: str,
    each: Occurrence,
    terms: Sequence[Term],
    targets: Sequence[Term],
    usable: Sequence[Term],
    to: str,
) -> _Choice:
    preferred = [term for term in usable if term.status == PREFERRED]
    chosen = _noun(preferred or usable, usable)
    why = TERM_SEVERAL if len(preferred) != 1 else doubt(each, terms, targets, chosen, to)
    if why:
        return _Choice(chosen, SUGGEST, why)
    if _is_parted(text, each):
        return _Choice(chosen, SUGGEST, TERM_IN_COMPOUND)
    before, after = _around(text, each.start, each.end)
    words = () if not after or hangs_on(after) else segment(after, lexicon())
    unknown = any(not piece.known for piece in words) and not after.startswith(_COPULA)
    if not is_like(chosen, each) and (before or unknown or after.startswith(_LIGHT)):
        return _Choice(chosen, SUGGEST, TERM_IN_COMPOUND)
    ends = after.startswith(_COPULA)
    apart = bool(words) and not ends and " " in chosen and words[0].known and words[0].end > 1
    return _Choice(f"{chosen} " if apart else chosen, APPLY, TERM)


def _is_parted(text: str, each: Occurrence) -> bool:
    """Whether markup parts the term from the rest of its word: **중시**플랫폼."""
    before = _JOINED.search(text, max(0, each.start - _LONGEST), each.start)
    inside = _INSIDE.match(text, each.end)
    end = inside.end() if inside else each.end
    after = _around(text, end, end)[1] if end > each.end else ""
    return before is not None or not is_particles(after)


def _noun(first: Sequence[Term], usable: Sequence[Term]) -> str:
    """The text for a noun: the first term, or the noun that a verb is made of; "" where all are
    other verbs."""
    noun = next((term.text for term in [*first, *usable] if not term.text.endswith("다")), "")
    return base_of(first[0].text) or (noun if first[0].text.endswith("다") else first[0].text)


def _is_of_longer_place(each: Occurrence, chosen: str, spelling: Sequence[Respelling]) -> bool:
    """Whether the name is respelt together with what follows it: 길림성, 지린성."""
    one = _last_before(spelling, each.start)
    longer = one is not None and one.reason == PLACE and one.end > each.end
    return longer and one is not None and one.after.startswith(chosen)


def _of_verb(
    text: str,
    each: Occurrence,
    targets: Sequence[Term],
    usable: Sequence[Term],
    spelling: Sequence[Respelling],
    to: str,
) -> list[Respelling]:
    """A verb of the same frame gets its noun replaced; every other one is pointed at."""
    noun = base_of(each.term.text)
    light = each.term.text[len(noun) :]
    same = [
        base_of(term.text)
        for term in usable
        if base_of(term.text) and term.text[len(base_of(term.text)) :] == light
    ]
    preferred = usable[0].status == PREFERRED and bool(same) and usable[0].text == same[0] + light
    end = each.start + len(noun)
    fits = noun and not each.others and each.text.startswith(text[each.start : end])
    if not (preferred and fits and " " not in noun + same[0]) or is_false_friend(each, targets):
        return [_pointed_at(each, TERM_VERB)]
    if fold(same[0]) == fold(noun):
        return []
    if each.term.status == DRAFT:
        choice = _Choice(same[0], SUGGEST, TERM_DRAFT)
    else:
        sure = is_sure(each, targets, same[0])
        choice = _Choice(same[0], *((APPLY, TERM) if sure else (SUGGEST, TERM_ALSO_WORD)))
    return _with_tail(text, each.start, end, choice, spelling, to)


def _with_tail(
    text: str, start: int, end: int, choice: _Choice, spelling: Sequence[Respelling], to: str
) -> list[Respelling]:
    """The edit, reaching over the particle behind the term where that changes; behind markup, or a
    bracket that explains the term, the particle has an edit of its own."""
    edits = [
        Respelling(start, end, text[start:end], choice.text, KIND, KIND, choice.band, choice.reason)
    ]
    gloss = _GLOSS.match(text, end)
    at = gloss.end() if gloss else end
    follows = _FOLLOWS.match(text, at)
    stop = follows.end() if follows else at
    tail = _respelt(text, at, stop, spelling)
    repaired = repair(tail, _respelt(text, start, end, spelling), choice.text.rstrip(), to)
    if repaired == tail:
        return edits
    if gloss:
        after = replace(edits[0], start=at, end=stop, before=text[at:stop], after=repaired)
        return [*edits, after]
    before, new = text[start:stop], choice.text.rstrip() + repaired
    return [replace(edits[0], end=stop, before=before, after=new)]


def _respelt(text: str, start: int, end: int, spelling: Sequence[Respelling]) -> str:
    """A stretch of the text with the respellings that are sure in it, of those in order."""
    inside = [
        replace(each, start=each.start - start, end=each.end - start)
        for each in _within(spelling, start, end)
        if each.band == APPLY and each.end <= end and each.before
    ]
    return applied(text[start:end], inside)


def _last_before(spelling: Sequence[Respelling], start: int) -> Respelling | None:
    """The last of respellings in order that starts up to a place."""
    last = bisect_left(spelling, start + 1, key=lambda each: each.start)
    return spelling[last - 1] if last else None


def _within(spelling: Sequence[Respelling], start: int, end: int) -> Sequence[Respelling]:
    """Those of respellings in order that start within a stretch."""
    first = bisect_left(spelling, start, key=lambda each: each.start)
    last = bisect_left(spelling, end, first, key=lambda each: each.start)
    return spelling[first:last]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What of its run stands before a stretch, and behind it."""
    before = _RUN.match(text[max(0, start - _LONGEST) : start][::-1])
    after = _RUN.match(text, end, end + _LONGEST)
    return (before.group()[::-1] if before else ""), (after.group() if after else "")
