"""Terms of the glossary: those that must be used and are not, those that must not and are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from glossary.checks.pair import Pair
from glossary.language.chinese_words import LONGEST, costs
from glossary.language.fold import fold
from glossary.language.lexicon import lexicon
from glossary.language.particles import repair
from glossary.language.runs import HANGUL_RUN
from glossary.language.stems import without_particles
from glossary.language.units import units_after
from glossary.model import ESTABLISHED, PREFERRED, Finding, Occurrence, Term, language_of

TERM_MISSING = "term-missing"
TERM_FORBIDDEN = "term-forbidden"
TERM_DEPRECATED = "term-deprecated"

_LISTED = 4
_REQUIRED = ("noun", "proper-noun", "abbreviation", "phrase", "")
_MEASURES = re.compile(
    "人民币|인민[페폐]|[年月][末底初]|"
    "同比|环比|(?:전년 ?)?동기 ?대비|전[월달] ?대비|전분기 ?대비|个?百分点|%?포인트|퍼센트포인트"
    "|[公千]?里|千米|平方米|公斤|千克|[元斤亩吨倍成折]|[美欧日韩港]元|위안화?|원|달러|딸라"
    "|킬로미터|[키킬]로메터|평방메터"
)

_NOUN_AFTER = re.compile("[的点条项个份种次]$")
_TO_WHOM = re.compile("(?:(?<![正现存实内所])在|为|给)[^，。；、的]{1,12}$")
_CLAUSE_END = re.compile("[了过着]?(?:[，。；！？的]|$)")
_VERB = re.compile("[하한할함합해했되된될됨됩돼됐]")


def term_missing(pair: Pair) -> Iterator[Finding]:
    """Terms of the source none of whose equivalents stand in the target."""
    if not pair.target.text.strip():
        return
    there = {uid for each in (*pair.target.terms, *pair.leaked) for uid in _concepts(each)}
    squeezed = _squeezed(pair.target.text)
    told: set[str] = set()
    for each in pair.source.terms:
        if each.term.status not in ESTABLISHED or each.concept in told or _is_measure(each):
            continue
        if each.term.pos not in _REQUIRED:  # verbs are said in too many ways
            continue
        if each.by == "inside" and pair.source.language == "ko" and not _heads(pair, each):
            continue
        if _is_other_verb(pair, each) or _is_in_longer_word(pair, each) or _is_verb(pair, each):
            continue
        if not there.isdisjoint(_concepts(each)):
            continue
        concepts = [pair.terms_of(uid) for uid in _concepts(each)]
        wanted = [_usable(terms, pair.target.variety) for terms in concepts]
        if not all(map(_is_decided, wanted)) or any(
            _stands(term, squeezed) or _stands_alone(term, pair.target.text)
            for terms in concepts
            for term in terms
        ):
            continue
        told.add(each.concept)
        names = list(dict.fromkeys(term.text for terms in wanted for term in terms))
        shown = ", ".join(names[:_LISTED])
        yield pair.in_source(
            TERM_MISSING, "term-missing", each.start, each.end, term=each.term.text, wanted=shown
        )


def _heads(pair: Pair, each: Occurrence) -> bool:
    """Whether a Korean term begins a compound with another noun (로임기준), and no longer word:
    연구 in 연구소 may be said with other words, 중국 in 중국은행 is a part of a name, and Chinese
    shortens compounds to a sign of each part (경제무역, 经贸)."""
    text = pair.source.text
    before = text[each.start - 1 : each.start]
    run = HANGUL_RUN.match(text, each.start)
    if run is None or "가" <= before <= "힣" or each.term.pos == "proper-noun":
        return False
    if len(each.term.text) < 2 or _is_shortened(pair, each):
        return False
    words = lexicon().words
    whole, rest = without_particles(run[0]), run[0][each.end - each.start :]
    return words.isdisjoint(whole) and any(
        len(noun) > 1 and noun in words for noun in without_particles(rest)
    )


def _is_shortened(pair: Pair, each: Occurrence) -> bool:
    """Whether the target has the first sign of a Chinese term for what is said, or, in Korean, the
    same word."""
    if pair.target.language != "zh":
        return each.term.text in pair.target.text
    wanted = _usable(pair.terms_of(each.concept), pair.target.variety)
    return any(term.text[:1] in pair.target.text for term in wanted)


def _is_measure(each: Occurrence) -> bool:
    """Units and bases of comparison, of which other checks know more ways to say them."""
    written, language = each.term.text, language_of(each.variety)
    known = (_MEASURES, units_after(language))
    return any(pattern.fullmatch(written) for pattern in known)


def _is_other_verb(pair: Pair, each: Occurrence) -> bool:
    """Whether a Korean noun is here the root of a verb that its concept has not: 입장하다 is no
    verb of 입장 (立场)."""
    if pair.source.language != "ko" or each.term.pos != "noun":
        return False
    if not _VERB.match(pair.source.text, each.end):
        return False
    verbs = (each.term.text + ending for ending in ("하다", "되다", "시키다"))
    known = {term.text for term in pair.terms_of(each.concept)}
    return known.isdisjoint(verbs)


def _is_verb(pair: Pair, each: Occurrence) -> bool:
    """Whether a Chinese term may be a verb here: the glossary knows it or an equivalent as one
    (落实, 이행하다) and nothing marks the noun, or it follows whom or where (为群众服务)."""
    text = pair.source.text
    if pair.source.language != "zh" or _NOUN_AFTER.search(text[: each.start]):
        return False
    short = len(each.term.text) == 2
    if short and _TO_WHOM.search(text[: each.start]) and _CLAUSE_END.match(text, each.end):
        return True
    return any(
        term.pos == "verb" and (term.variety == pair.target.variety or term.text == each.term.text)
        for uid in _concepts(each)
        for term in pair.terms_of(uid)
        if term.status in ESTABLISHED
    )


def _is_in_longer_word(pair: Pair, each: Occurrence) -> bool:
    """Whether a Chinese term is here a part of a longer word (劳动 in 劳动模范), which may be said
    with other words than its parts."""
    if pair.source.language != "zh":
        return False
    text, table = pair.source.text, costs()
    return any(
        text[left:right] in table
        for left in range(max(0, each.end - LONGEST), each.start + 1)
        for right in range(each.end, min(len(text), left + LONGEST) + 1)
        if (left, right) != (each.start, each.end)
    )


def _concepts(each: Occurrence) -> tuple[str, ...]:
    return (each.concept, *each.others)


def _usable(terms: tuple[Term, ...], variety: str) -> list[Term]:
    """The terms that may be used in a variety, the preferred ones first."""
    found = [term for term in terms if term.variety == variety and term.status in ESTABLISHED]
    return sorted(found, key=lambda term: term.status != PREFERRED)


def _is_decided(terms: list[Term]) -> bool:
    """Whether one of the terms is preferred: where none is, the glossary leaves open how a concept
    is said (社区)."""
    return any(term.status == PREFERRED for term in terms)


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
    # 研究 stands in 研究所, 중시 not in 중시하다.
    shortest = 2 if language_of(term.variety) == "zh" else 3
    return len(text) >= shortest and text in squeezed


def _stands_alone(term: Term, text: str) -> bool:
    """Whether a term of one syllable, which is not looked for in texts, begins a word there."""
    return len(term.text) == 1 and bool(re.search(f"(?<![가-힣]){re.escape(term.text)}", text))


def term_forbidden(pair: Pair) -> Iterator[Finding]:
    """Forbidden terms in the target."""
    yield from _avoided(pair, TERM_FORBIDDEN, "forbidden")


def term_deprecated(pair: Pair) -> Iterator[Finding]:
    """Deprecated terms in the target."""
    yield from _avoided(pair, TERM_DEPRECATED, "deprecated")


def _avoided(pair: Pair, check: str, status: str) -> Iterator[Finding]:
    for each in pair.target.terms:
        each = _as_written(pair, each)
        if each.term.status != status or _is_fine_elsewhere(pair, each):
            continue
        other = _is_of_other_sense(pair, each)
        if other and status == "deprecated" and each.term.pos == "verb":
            continue  # 의문을 제기하다 for 提出, 학생을 격려하다 for 鼓励: its object decides
        wanted = _usable(pair.terms_of(each.concept), pair.target.variety)
        start, end, fix = _replaced(pair, each, [] if other else wanted)
        yield _finding(pair, check, (start, end), each.term, wanted, fix)
    yield from _too_often(pair, check, status)


def _as_written(pair: Pair, each: Occurrence) -> Occurrence:
    """The occurrence with the term that is written just so: 양산 may be forbidden where 량산, which
    is the same when folded, is preferred."""
    if each.term.text == each.text:
        return each
    for term in pair.terms_of(each.concept):
        if (term.variety, term.text) == (each.variety, each.text):
            return replace(each, term=term, by="exact")
    return each


def _finding(
    pair: Pair,
    check: str,
    place: tuple[int, int],
    term: Term,
    wanted: list[Term],
    fix: str | None = None,
) -> Finding:
    names = ", ".join(each.text for each in wanted[:_LISTED])
    reason = check if names else f"{check}-alone"
    return pair.in_target(check, reason, *place, fix, term=term.text, wanted=names)


def _is_fine_elsewhere(pair: Pair, each: Occurrence) -> bool:
    """Whether the same form is a term to be used, of the same concept or of one in the source."""
    return any(_uses(pair, uid, each.term.text) for uid in _concepts(each))


def _is_of_other_sense(pair: Pair, each: Occurrence) -> bool:
    """Whether the glossary has this form, as it stands here, for another concept too: 봉사 is to be
    avoided for 服务, and right for 志愿服务. Which of them is meant only a person can tell."""
    return any(
        _uses(pair, uid, each.term.text)
        for found in pair.find(pair.target.text, pair.target.variety)
        if (found.start, found.end) == (each.start, each.end)
        for uid in _concepts(found)
    )


def _uses(pair: Pair, uid: str, text: str) -> bool:
    """Whether this form is a term to be used for a concept."""
    return any(term.text == text for term in _usable(pair.terms_of(uid), pair.target.variety))


def _too_often(pair: Pair, check: str, status: str) -> Iterator[Finding]:
    """A form that is right for one concept of the source and to be avoided for another, and
    stands in the target more often than the first is said."""
    said = Counter(uid for each in pair.source.terms for uid in _concepts(each))
    forms: dict[str, list[Occurrence]] = {}
    for each in pair.target.terms:
        if each.others:
            forms.setdefault(each.term.text, []).append(each)
    for text, found in forms.items():
        concepts = [uid for uid in _concepts(found[0]) if said[uid]]
        right = [uid for uid in concepts if _uses(pair, uid, text)]
        for uid in concepts:
            avoided = [
                term
                for term in pair.terms_of(uid)
                if (term.variety, term.text, term.status) == (pair.target.variety, text, status)
            ]
            wanted = _usable(pair.terms_of(uid), pair.target.variety)
            surplus = len(found) - sum(said[each] for each in right)
            if not (avoided and right and wanted and surplus > 0) or _says(pair, wanted):
                continue
            for each in found[-surplus:]:
                yield _finding(pair, check, (each.start, each.end), avoided[0], wanted)


def _says(pair: Pair, wanted: list[Term]) -> bool:
    """Whether one of these terms stands in the target."""
    texts = {term.text for term in wanted}
    squeezed = _squeezed(pair.target.text)
    return any(each.term.text in texts for each in pair.target.terms) or any(
        _stands(term, squeezed) for term in wanted
    )


def _replaced(pair: Pair, each: Occurrence, wanted: list[Term]) -> tuple[int, int, str | None]:
    """What to write instead, and where: sure where one term is preferred and no ending of the
    old one hangs on it but a particle, which is repaired. A deprecated form may stay where the
    glossary has several for it, of which the sentence decides."""
    preferred = [term for term in wanted if term.status == PREFERRED] or wanted
    text = pair.target.text
    whole = text[each.start : each.end] == each.term.text and each.by == "exact"
    several = each.term.status == "deprecated" and len(wanted) > 1
    if len(preferred) != 1 or several or not whole or each.term.pos in ("verb", "adjective"):
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
