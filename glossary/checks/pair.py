"""What a check looks at: a translated segment, its two sides and the terms known in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from glossary.matching.recognition import Beside
from glossary.model import KO_CN, KO_KR, SOURCE, TARGET, Finding, Occurrence, Term, language_of


class TermFinder(Protocol):
    """Who finds known terms in running text and knows a concept's terms."""

    def find(self, text: str, variety: str, beside: Beside | None = None) -> tuple[Occurrence, ...]:
        """The terms of this variety in a text, of which `beside` is the other side."""
        ...

    def terms(self, uid: str) -> tuple[Term, ...]:
        """All terms of a concept."""
        ...


def no_terms(uid: str) -> tuple[Term, ...]:
    """The terms of any concept where no glossary is at hand: none."""
    return ()


def nothing_found(text: str, variety: str) -> tuple[Occurrence, ...]:
    """The terms of any text where no glossary is at hand: none."""
    return ()


@dataclass(frozen=True, slots=True)
class Side:
    """A text, its variety, and the terms of that variety in it."""

    variety: str
    text: str
    terms: tuple[Occurrence, ...] = ()

    @property
    def language(self) -> str:
        """The language of the variety, such as "ko"."""
        return language_of(self.variety)

    @property
    def other_variety(self) -> str:
        """The other variety of Korean; "" for what is no Korean of either."""
        return {KO_CN: KO_KR, KO_KR: KO_CN}.get(self.variety, "")


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its translation, both NFC.

    `terms_of` gives a concept's terms by its uid, `find` the terms of a variety in any text,
    whatever the other side says. `leaked` are the terms of the other variety of
    Korean found in the target. `other_target` is the line of the first pair that has the same
    source and another target, 0 for none; `other_source` of one that has the same target.
    """

    source: Side
    target: Side
    terms_of: Callable[[str], tuple[Term, ...]] = no_terms
    find: Callable[[str, str], tuple[Occurrence, ...]] = nothing_found
    leaked: tuple[Occurrence, ...] = ()
    other_target: int = 0
    other_source: int = 0

    def in_source(self, check: str, reason: str, start: int, end: int, **fields: object) -> Finding:
        """A finding about a stretch of the source."""
        return _finding(self.source.text, SOURCE, (check, reason), (start, end), fields, None)

    def in_target(
        self,
        check: str,
        reason: str,
        start: int,
        end: int,
        fix: str | None = None,
        **fields: object,
    ) -> Finding:
        """A finding about a stretch of the target; `fix` is what the stretch should be."""
        return _finding(self.target.text, TARGET, (check, reason), (start, end), fields, fix)


def _finding(
    text: str,
    side: str,
    codes: tuple[str, str],
    place: tuple[int, int],
    fields: dict[str, object],
    fix: str | None,
) -> Finding:
    start, end = place
    said = tuple((name, str(value)) for name, value in fields.items())
    return Finding(*codes, side, start, end, text[start:end], said, fix)


def paired(
    source: tuple[str, str],
    target: tuple[str, str],
    finder: TermFinder | None = None,
    earlier: tuple[int, int] = (0, 0),
) -> Pair:
    """A pair of texts, each given as (variety, NFC text), with the terms in them; `earlier` are
    the lines of `Pair.other_target` and `Pair.other_source`."""
    if finder is None:
        return Pair(Side(*source), Side(*target), no_terms, nothing_found, (), *earlier)
    beside = Beside(source[1], source[0])
    ours = Side(*source, finder.find(source[1], source[0]))
    theirs = Side(*target, finder.find(target[1], target[0], beside))
    other = theirs.other_variety
    leaked = finder.find(target[1], other, beside) if other and other != source[0] else ()
    return Pair(ours, theirs, finder.terms, finder.find, leaked, *earlier)
