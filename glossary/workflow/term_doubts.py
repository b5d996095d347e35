"""Why a term that was found may not be what is meant, so that a person must choose.

Three kinds of doubt: which entry it is (several are written alike, a person's name), whether it is
the entry's word at all (both Koreas know the word, or both say it), and whether the way back is
open. An entry leads from Chinese into each Korean; what it says of South Korea's word is one of
the senses of that word (역량 강화 is said of much else than 赋能), so a word is taken back to the
Korean edition only where the entry has no other, or it is a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.language.fold import fold, plain_key
from glossary.language.gazetteer import is_place, places_in
from glossary.language.lexicon import lexicon
from glossary.language.name_tables import listed
from glossary.language.reasons import (
    FALSE_FRIEND,
    PLACE,
    TERM_ALIKE,
    TERM_ALSO_WORD,
    TERM_DRAFT,
    TERM_NAME,
    TERM_WIDER,
)
from glossary.matching.choice import UNSURE
from glossary.matching.patterns import base_of
from glossary.model import (
    ADMITTED,
    DRAFT,
    ESTABLISHED,
    KO_CN,
    KO_KR,
    USABLE,
    ZH_CN,
    Occurrence,
    Term,
)

_NAME = 3  # hanzi of a person's name, at most
_SHORT = 2  # syllables of a variant that may be another word
_LONG = 4  # syllables from which a word is not taken for another


def doubt(
    each: Occurrence, terms: Sequence[Term], targets: Sequence[Term], chosen: str, to: str
) -> str:
    """The reason, "" where it is sure that the term is meant; `terms` are all of its concept,
    `targets` those of the variety `to`, of which one is chosen."""
    if each.term.status == DRAFT:
        return TERM_DRAFT
    if each.others:
        return TERM_ALIKE
    if _is_person(each, terms):
        return TERM_NAME
    if to == KO_KR and _is_place(each):
        return PLACE
    if is_false_friend(each, targets):
        return FALSE_FRIEND
    if not is_sure(each, targets, chosen):
        return TERM_ALSO_WORD
    return TERM_WIDER if to == KO_CN and is_wider(each, terms, chosen) else ""


def is_like(chosen: str, each: Occurrence) -> bool:
    """Whether a term is the one that was found but for its spelling and spaces."""
    return fold(chosen.replace(" ", "")) == fold(each.text.replace(" ", ""))


def is_false_friend(each: Occurrence, targets: Sequence[Term]) -> bool:
    """Whether the other Korean has this very word in another sense, and nothing made sure which."""
    written = plain_key(each.term.text)
    same = any(
        term.status not in ESTABLISHED and plain_key(term.text) == written for term in targets
    )
    guarded = _is_guarded(each) or len(written) > _LONG
    known = any(plain_key(each.text) == plain_key(word) for word in _southern(each))
    return same and known and not guarded


def is_sure(each: Occurrence, targets: Sequence[Term], chosen: str) -> bool:
    """Whether nothing but the term can be meant: its entry's rules made sure, or South Korea has
    no such word, and the other Korean does not say it so as well."""
    if is_like(chosen, each):
        return True
    written = fold(each.term.text)
    if any(fold(term.text) == written and term.status == ADMITTED for term in targets):
        return False
    if each.term.rules:
        return _is_guarded(each)
    short_variant = each.by == "variant" and len(each.text) <= _SHORT
    more = fold(each.text) in fold(chosen)  # 동기 대비, 전년 동기 대비: the rest may stand before
    return not (short_variant or more or any(True for _ in _southern(each)))


def _is_guarded(each: Occurrence) -> bool:
    """Whether the rules of the entry have made sure of the sense."""
    return bool(each.term.rules) and each.why != UNSURE


def is_wider(each: Occurrence, terms: Sequence[Term], chosen: str) -> bool:
    """Whether South Korea's word may say more than the term: it is no name and no number, nothing
    guards it, and it is one of several that the entry gives, or not the one to be used."""
    term = each.term
    if (
        is_like(chosen, each)
        or _is_guarded(each)
        or _names(term)
        or any(map(str.isdigit, term.text))
    ):
        return False
    if term.status not in ESTABLISHED:
        return True
    forms = {
        plain_key(other.text)
        for other in terms
        if other.variety == term.variety and other.status in USABLE and other.pos != "abbreviation"
    }
    sources = [other.status for other in terms if other.variety == ZH_CN]
    unsure = bool(sources) and not any(status in ESTABLISHED for status in sources)
    return unsure or forms != {plain_key(term.text)}


def _names(term: Term) -> bool:
    """Whether a term is a name, or one made shorter; the Korean edition has GDP and TV as well."""
    return term.pos == "proper-noun" or (term.pos == "abbreviation" and not term.text.isascii())


def _southern(each: Occurrence) -> Iterator[str]:
    """The South Korean words that a term may be, its verb's noun among them."""
    tables = lexicon()
    text = (base_of(each.term.text) or each.text).replace(" ", "")
    pair = tables.by_chinese.get(text)
    words = (text, pair.korean) if pair else (text,)
    return (word for word in words if word in tables.words)


def _is_person(each: Occurrence, terms: Sequence[Term]) -> bool:
    """Whether a term is a person's name, by its hanzi; others may have the same in Hangul."""
    names = _chinese(terms)
    return (
        each.term.pos == "proper-noun"
        and any(len(name) <= _NAME for name in names)
        and len(each.term.text) <= _LONG
        and each.term.text[0] in listed().surnames
        and not any(map(is_place, names))
    )


def _is_place(each: Occurrence) -> bool:
    """Whether a term is the name of a place and nothing more: whether it is transcribed is the
    translator's choice, for all places of a text alike."""
    places = places_in(each.term.text)
    named = each.term.pos == "proper-noun" and bool(places)
    return named and places[-1].end == len(each.term.text)


def _chinese(terms: Iterable[Term]) -> list[str]:
    return [term.text for term in terms if term.variety == ZH_CN]
