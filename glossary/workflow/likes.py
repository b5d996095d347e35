"""Recognising the concept a row means by its terms.

Two varieties with equal terms are the same concept unless their Chinese contradicts it. A row of
one variety means the concept that has its terms and no others, unless definition or domain tell
them apart: a word alone is too often two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from glossary.language.composed import nfc
from glossary.language.fold import plain_key, search_key
from glossary.model import Concept, language_of
from glossary.workflow.joining import lacking
from glossary.workflow.known import VARIETIES

_MEANING = ("definition", "domain")


class Likes:
    """Concepts by their terms as they are written, width and case aside."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts: dict[str, Concept] = {}
        self._uids: dict[tuple[str, str], dict[str, None]] = {}
        self._plain = cache(plain_key)
        self._folded = cache(search_key)
        for concept in concepts:
            self.put(concept)

    def put(self, concept: Concept) -> None:
        """Take in a concept, new or changed."""
        old = self._concepts.get(concept.uid)
        if old == concept:
            return
        for pair in self._pairs(old) if old else ():
            del self._uids[pair][concept.uid]
        self._concepts[concept.uid] = concept
        for pair in self._pairs(concept):
            self._uids.setdefault(pair, {})[concept.uid] = None

    def find(self, concept: Concept, without: frozenset[str] | set[str]) -> str:
        """The uid of the one concept that fits best, or the empty string."""
        if len({term.variety for term in concept.terms}) < VARIETIES:
            return "" if concept.uid else self._alone(concept)
        shared: dict[str, set[str]] = {}
        for variety, key in self._pairs(concept):
            for uid in self._uids.get((variety, key), ()):
                shared.setdefault(uid, set()).add(variety)
        fits = [
            (-len(varieties), self._extra(uid, concept), uid)
            for uid, varieties in shared.items()
            if len(varieties) >= VARIETIES
            and uid not in without
            and not self._contradict(self._concepts[uid], concept)
        ]
        best = sorted(fits)[:2]
        alone = len(best) == 1 or (len(best) == 2 and best[0][:2] < best[1][:2])
        return best[0][2] if best and (alone or best[0][1] == 0) else ""

    def _alone(self, concept: Concept) -> str:
        """The concept of the same terms, rather one that says all the row says."""
        (pair, *_) = self._pairs(concept)
        fits = [
            each
            for each in map(self._concepts.__getitem__, self._uids.get(pair, ()))
            if _texts(each) == _texts(concept) and not _other_meaning(each, concept)
        ]
        whole = [each.uid for each in fits if not lacking(each, concept)]
        return whole[0] if whole else fits[0].uid if len(fits) == 1 else ""

    def _extra(self, uid: str, concept: Concept) -> int:
        """In how many varieties the known concept has terms and the row has none."""
        said = {term.variety for term in concept.terms}
        return len({term.variety for term in self._concepts[uid].terms} - said)

    def _pairs(self, concept: Concept) -> set[tuple[str, str]]:
        return {(term.variety, self._plain(term.text)) for term in concept.terms}

    def _contradict(self, one: Concept, other: Concept) -> bool:
        """Whether both have Chinese and none of it is the same word."""
        first, second = self._chinese(one), self._chinese(other)
        return bool(first and second and not first & second)

    def _chinese(self, concept: Concept) -> set[str]:
        return {
            self._folded(each.text) for each in concept.terms if language_of(each.variety) == "zh"
        }


def _texts(concept: Concept) -> set[tuple[str, str]]:
    return {(term.variety, nfc(term.text)) for term in concept.terms}


def _other_meaning(one: Concept, other: Concept) -> bool:
    said = ((getattr(one, name), getattr(other, name)) for name in _MEANING)
    return any(first and second and first != second for first, second in said)
