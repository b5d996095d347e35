"""The labelled set for recognition: sentences with every known term marked, and every place where
a term's letters stand that is not the term.

`recognition_cases.tsv` has a row for each: [text|the term in the other language] is an occurrence,
{text} a trap. `recognition_terms.tsv` has concepts beyond the starter pack. `other` is the sentence
in the other language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from glossary.matching.recognition import Beside, Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_CN, ZH_CN, Occurrence, Term
from tests.packs.starter_pack import CONCEPTS

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|\{([^}]+)\}")


class Mark(NamedTuple):
    """An occurrence, and what its concept is called in the other language."""

    start: int
    end: int
    called: str


class Case(NamedTuple):
    """A sentence without its marks, the occurrences and the traps in it."""

    part: str
    side: str
    text: str
    other: str
    marks: tuple[Mark, ...]
    traps: tuple[tuple[int, int], ...]

    @property
    def beside(self) -> Beside:
        """The other side: Chinese for Korean, the Korean of China for Chinese."""
        return Beside(self.other, KO_CN if self.side == ZH_CN else ZH_CN)


class Score(NamedTuple):
    """How many were found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def cases(part: str) -> list[Case]:
    lines = (HERE / "recognition_cases.tsv").read_text("utf-8").splitlines()[1:]
    return [_case(*line.split("\t")) for line in lines if line.startswith(part)]


@cache
def entries() -> tuple[Entry, ...]:
    """The starter pack and the concepts of the set."""
    found = [Entry(each.uid, term) for each in CONCEPTS for term in each.terms]
    head, *rows = (HERE / "recognition_terms.tsv").read_text("utf-8").splitlines()
    for number, row in enumerate(rows):
        for variety, cell in zip(head.split("\t"), row.split("\t"), strict=True):
            found += [Entry(f"case{number}", Term(variety, text)) for text in cell.split("|")]
    return tuple(found)


Find = Callable[[Case], Iterable[tuple[int, int, frozenset[str]]]]
"""Start, end and the possible concepts of what is found in a case."""


def score(chosen: Iterable[Case], find: Find, shown: list[str] | None = None) -> Score:
    """What a method finds, against the marks; `shown` takes a line for each mistake."""
    right = wrong = missed = 0
    for case in chosen:
        left = set(case.marks)
        for start, end, concepts in find(case):
            mark = next(
                (m for m in left if m.start < end and start < m.end and _is(case, concepts, m)),
                None,
            )
            if mark is not None:
                left.remove(mark)
                right += 1
                continue
            wrong += 1
            if shown is not None:
                shown.append(f"+ {case.text[start:end]}\t{case.text}\t{case.other}")
        missed += len(left)
        if shown is not None:
            shown += [f"- {case.text[m.start : m.end]}|{m.called}\t{case.text}" for m in left]
    return Score(right, wrong, missed)


def recognised(recogniser: Recogniser, *, beside: bool = False, unsaid: bool = False) -> Find:
    """What the recogniser finds, with the other side at hand or without, and with what that does
    not say, or without."""

    def find(case: Case) -> Iterator[tuple[int, int, frozenset[str]]]:
        other = case.beside if beside else None
        found = recogniser.find(case.text, case.side, other, unsaid=unsaid)
        return (_found(each) for each in found)

    return find


def _found(each: Occurrence) -> tuple[int, int, frozenset[str]]:
    return each.start, each.end, frozenset((each.concept, *each.others))


def _is(case: Case, concepts: frozenset[str], mark: Mark) -> bool:
    variety = KO_CN if case.side == ZH_CN else ZH_CN
    return any((concept, mark.called) in _calls()[variety] for concept in concepts)


@cache
def _calls() -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {KO_CN: set(), ZH_CN: set()}
    for each, variety in product(entries(), found):
        if each.term.variety == variety:
            found[variety].add((each.concept, each.term.text))
    return found


def _case(part: str, side: str, marked: str, other: str) -> Case:
    text, marks, traps, last = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        stands = match[1] or match[3]
        span = len(text), len(text) + len(stands)
        if match[1]:
            marks.append(Mark(*span, match[2]))
        else:
            traps.append(span)
        text += stands
        last = match.end()
    return Case(part, side, text + marked[last:], other, tuple(marks), tuple(traps))


def by_substring(case: Case) -> Iterator[tuple[int, int, frozenset[str]]]:
    """What looking for the letters of every term finds, the longest at each place."""
    yield from _longest(case, re.escape)


def by_whole_word(case: Case) -> Iterator[tuple[int, int, frozenset[str]]]:
    """What looking for terms between spaces and punctuation finds."""
    yield from _longest(case, lambda term: rf"(?<!\w){re.escape(term)}(?!\w)")


def _longest(
    case: Case, pattern: Callable[[str], str]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    found: dict[tuple[int, int], set[str]] = {}
    for entry in entries():
        stem = entry.term.text.removesuffix("다") if case.side != ZH_CN else entry.term.text
        if entry.term.variety == case.side and len(stem) > 1 and stem in case.text:
            for match in re.finditer(pattern(stem), case.text):
                found.setdefault(match.span(), set()).add(entry.concept)
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end, frozenset(found[start, end])
            last = end
