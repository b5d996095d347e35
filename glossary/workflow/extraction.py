"""Candidate terms of texts, for a person to review: nothing here writes to the glossary.

Pass by pass over the corpus: count what may be a term, choose, then look up where the chosen ones
stand and, in pairs, what translates them (`renderings`). What the glossary has in any variety or
spelling and what was declined in a review are left out. Counts live in bounded memory: see
`matching.candidates.Counter`.
"""

from __future__ import annotations

import hashlib

from glossary.language.fold import search_key
from glossary.matching.candidates import Counter
from glossary.matching.noun_candidates import plain
from glossary.model import language_of
from glossary.store.lookups import by_keys
from glossary.workflow.candidates import (
    PLACES,
    Candidate,
    Extraction,
    Group,
    Rendering,
    later,
    measure_of,
    place_of,
)
from glossary.workflow.corpus import Corpus
from glossary.workflow.plan import Progress
from glossary.workflow.renderings import find
from glossary.workspace import Workspace

KIND = "extract"
"""The kind of the decisions about candidates."""

DECLINED = "declined"

ROOM = 400_000
"""Strings that are counted at once: with what Python needs for them, about 150 MB."""

MOST = 5_000
"""Candidates that are looked at more closely; those with the lowest scores are left out."""

_LONGEST_PART = 40  # characters of a candidate inside of a known term
_STEP = 1_000


def extract(
    workspace: Workspace,
    corpus: Corpus,
    *,
    other: str = "",
    least: int = 2,
    most: int = MOST,
    room: int = ROOM,
    progress: Progress | None = None,
) -> Extraction:
    """The candidates that were seen `least` times, at most `most`; `other` is the variety of the
    translations, if any are wanted."""
    counts = Counter(room)
    measure = measure_of(corpus.variety)
    for number, sentence in enumerate(corpus):
        _tell(progress, "extract-count", number, corpus)
        counts.add(measure.keys_in(sentence.text), sentence.document)
    scores = measure.scores(counts, least)
    groups = _groups(counts, {key: score for key, score in scores.items() if score > 0})
    known = _known(workspace, groups)
    declined = _declined(workspace, corpus.variety, groups)
    inside = _inside_known(groups, known, least)
    left_out = known | declined | inside
    chosen = sorted(
        (each for key, each in groups.items() if key not in left_out),
        key=lambda each: (-each.score, -each.count, each.text),
    )[:most]
    look_up(corpus, chosen, progress)
    renderings: dict[str, tuple[Rendering, ...]] = {}
    if other and corpus.pairs:
        renderings = find(corpus, chosen, other, room, progress)
    found = tuple(_candidate(each, renderings.get(each.text, ())) for each in chosen)
    return Extraction(corpus.variety, found, len(known), len(declined - known), counts.missed)


def decision_uid(variety: str, text: str) -> str:
    """The uid of the decision about a candidate, the same for all of its spellings."""
    said = f"{language_of(variety)}\x1f{search_key(text)}"
    return f"{KIND}-{hashlib.blake2b(said.encode(), digest_size=8).hexdigest()}"


def _groups(counts: Counter, scores: dict[str, float]) -> dict[str, Group]:
    """The candidates by their search key: spacing and the spelling of a variety do not part
    them."""
    groups: dict[str, Group] = {}
    for key, score in scores.items():
        folded = search_key(plain(key))
        group = groups.setdefault(folded, Group({}, 0.0, 0))
        group.keys[key] = counts.count(key)
        group.score += score
        group.documents = max(group.documents, counts.documents(key))
    groups.pop("", None)
    return groups


def _known(workspace: Workspace, groups: dict[str, Group]) -> set[str]:
    """The candidates that the glossary has in any variety or spelling."""
    return {key for key, _, _ in by_keys(workspace.database, groups)}


def _inside_known(groups: dict[str, Group], known: set[str], least: int) -> set[str]:
    """The candidates that were seen less often than `least` outside of longer known terms."""
    held: dict[str, set[str]] = {}
    for key in known:
        for start in range(len(key)):
            for end in range(start + 1, min(len(key), start + _LONGEST_PART) + 1):
                part = key[start:end]
                if part in groups and part != key:
                    held.setdefault(part, set()).add(key)
    inside = {
        part
        for part, keys in held.items()
        if groups[part].count - sum(groups[key].count for key in keys - held.keys()) < least
    }
    return inside - known


def _declined(workspace: Workspace, variety: str, groups: dict[str, Group]) -> set[str]:
    declined = {each.uid for each in workspace.decisions.all(KIND) if each.value == DECLINED}
    if not declined:
        return set()
    return {key for key, each in groups.items() if decision_uid(variety, each.text) in declined}


def look_up(corpus: Corpus, chosen: list[Group], progress: Progress | None) -> None:
    """Note where the chosen ones stand, and when they were seen first and last."""
    of_key = {key: group for group in chosen for key in group.keys}
    measure = measure_of(corpus.variety)
    for number, sentence in enumerate(corpus):
        _tell(progress, "extract-look-up", number, corpus)
        for seen in measure.seen_in(sentence.text, of_key):
            group = of_key[seen.key]
            group.first, group.last = later(group.first, group.last, sentence.date)
            if len(group.places) < PLACES:
                group.places.append(place_of(sentence, sentence.text, seen.start, seen.end))


def _candidate(group: Group, renderings: tuple[Rendering, ...]) -> Candidate:
    return Candidate(
        group.text,
        group.count,
        group.documents,
        round(group.score, 2),
        group.first,
        group.last,
        tuple(group.places),
        renderings,
    )


def _tell(progress: Progress | None, stage: str, done: int, corpus: Corpus) -> None:
    if progress is not None and done % _STEP == 0:
        progress(stage, done, len(corpus))
