"""Gathering what an assistant needs for one text: its terms, and translations that are near."""

from __future__ import annotations

import heapq
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from glossary.formats.handoff import HandedPair, HandedTerm, HandOff
from glossary.language.fold import plain_key, search_key
from glossary.language.sentences import segments
from glossary.matching.ranking import Segment
from glossary.model import (
    DEFAULT_VARIETIES,
    ESTABLISHED,
    KO_CN,
    USABLE,
    ZH_CN,
    Concept,
    Term,
    language_of,
)
from glossary.store.memory import THRESHOLD
from glossary.workflow.plan import Progress
from glossary.workflow.profiles import Profile
from glossary.workflow.scan import Asked, Scan, concepts_of, scan_file
from glossary.workspace import Workspace

_SAME = ("exact", "variant")  # how a concept is found that may be written so too
_ALIKE = 8  # concepts near in writing that are looked at
_MOST = 200  # pairs that are kept while the text is read
_STEP = 50  # segments between two reports of progress


def gathered(
    workspace: Workspace,
    path: str,
    asked: Asked,
    wanted: Profile,
    budget: int,
    progress: Progress | None = None,
) -> tuple[HandOff, bool]:
    """The terms of a file and the memory's nearest translations, the weightiest first, and whether
    the text's variety is sure.

    The profile's target is the variety to write in; without one terms are for all others, and
    translations are into Chinese, or from Chinese into Korean as written in China. Raises as
    `scan_file` does; NotFound for a memory of the profile.
    """
    scan = scan_file(workspace, path, asked, sets=wanted.sets)
    counts: Counter[tuple[str, Term]] = Counter()
    others: dict[str, set[str]] = {}
    texts: dict[str, None] = {}
    for passage in scan.passages:
        for each in passage.found:
            counts[each.concept, each.term] += 1
            others.setdefault(each.concept, set()).update(each.others)
        texts.update((segment.text, None) for segment in segments(passage.passage.text))
    terms = _terms(workspace, scan, counts, others)
    to = wanted.target
    varieties = (to,) if to else tuple(each for each in DEFAULT_VARIETIES if each != scan.variety)
    wanted = replace(wanted, target=to or _usual(scan.variety))
    pairs = _pairs(workspace, texts, scan.variety, wanted, progress)
    whole = HandOff(
        *(os.path.basename(path), scan.variety, varieties, terms, pairs),
        *(len(terms), len(pairs), budget),
    )
    return whole, scan.sure


def _usual(variety: str) -> str:
    return KO_CN if language_of(variety) == "zh" else ZH_CN


def _terms(
    workspace: Workspace,
    scan: Scan,
    counts: Counter[tuple[str, Term]],
    others: dict[str, set[str]],
) -> tuple[HandedTerm, ...]:
    """The concepts of a text, those with a risk first, then by how often they are there."""
    concept_of = concepts_of(workspace, scan.recogniser)
    sums: Counter[str] = Counter()
    first: dict[str, Term] = {}
    for (uid, term), count in counts.most_common():
        sums[uid] += count
        worse = term.status not in USABLE and first.get(uid, term).status in USABLE
        if uid not in first or worse:  # a term not to be used is what has to be said
            first[uid] = term
    found = [
        _handed(workspace, concept_of, uid, first[uid], sums[uid], others[uid]) for uid in sums
    ]
    return tuple(sorted(found, key=lambda each: (not each.risks, -each.count)))


def _handed(
    workspace: Workspace,
    concept_of: Callable[[str], Concept],
    uid: str,
    term: Term,
    count: int,
    others: set[str],
) -> HandedTerm:
    concept = concept_of(uid)
    found = (each for each in _near(workspace, term) if each != uid)
    same = (each for each in found if _is_written_so(concept_of(each), term))
    alike = dict.fromkeys([*sorted(others), *same])
    risks = [term.status] if term.status not in ESTABLISHED else []
    if _is_false_friend(concept, term):
        risks.append("false-friend")
    if alike:
        risks.append("homograph")
    return HandedTerm(concept, term, count, tuple(risks), tuple(map(concept_of, alike)))


def _near(workspace: Workspace, term: Term) -> Iterator[str]:
    """The concepts that a search for the term finds as it is written, or folded."""
    for hit in workspace.search.find(term.text, limit=_ALIKE, count=False).hits:
        if hit.matched.by in _SAME and hit.concept is not None:
            yield hit.concept


def _is_written_so(concept: Concept, term: Term) -> bool:
    """Whether a concept has a term that is written like this one in its variety."""
    written = plain_key(term.text)
    return any(
        other.variety == term.variety and plain_key(other.text) == written
        for other in concept.terms
    )


def _is_false_friend(concept: Concept, term: Term) -> bool:
    """Whether the language's other variety has the same word, not to be used for the concept."""
    return any(
        other.variety != term.variety
        and language_of(other.variety) == language_of(term.variety)
        and other.status not in USABLE
        and search_key(other.text) == search_key(term.text)
        for other in concept.terms
    )


def _pairs(
    workspace: Workspace,
    texts: Collection[str],
    source: str,
    wanted: Profile,
    progress: Progress | None,
) -> tuple[HandedPair, ...]:
    """The best match of each segment, each unit once, the best first."""
    memory = workspace.memory
    target, threshold = wanted.target, wanted.threshold or THRESHOLD
    if source == target or not memory.memories.all():
        return ()
    best: dict[str, HandedPair] = {}
    matches = memory.matches(
        map(Segment, texts), source, target, threshold, 1, memories=wanted.memories
    )
    for number, (asked, found) in enumerate(matches, 1):
        if progress is not None and number % _STEP == 0:
            progress("context", number, len(texts))
        for match in found:
            known = best.get(match.unit)
            if known is None or known.score < match.score:
                best[match.unit] = HandedPair(match.score, asked.text, match.source, match.target)
    return tuple(heapq.nlargest(_MOST, best.values(), key=lambda pair: pair.score))
