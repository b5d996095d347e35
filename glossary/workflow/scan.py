"""The known terms of a text, line by line, so that any length will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from glossary.errors import InputRefused, NotFound
from glossary.formats.lines import text_lines
from glossary.matching.recognition import Beside, Recogniser
from glossary.model import DRAFT, KO_CN, KO_KR, STATUSES, ZH_CN, Concept, Occurrence, Term
from glossary.workflow.documents_in import named
from glossary.workflow.plan import Progress
from glossary.workflow.sources import opened
from glossary.workspace import Workspace

TO_USE = ("preferred", "admitted", DRAFT)
"""The statuses of terms that may be written."""

_SAMPLE = 10_000  # characters that the variety is told by
_STEP = 500  # lines between two reports of progress
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HANGUL = re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a text is to be looked through.

    A variety that is empty is told by the text. `other` is a file with the translation, line by
    line, "" where there is none; `single` also finds terms of one character, `nested` those inside
    of longer ones.
    """

    variety: str = ""
    other: str = ""
    other_variety: str = ""
    encoding: str = ""
    single: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ScannedLine:
    """A line as it stands, its number from 1, where it starts in the text (code points), and the
    terms in it, whose offsets are those of the line."""

    number: int
    start: int
    text: str
    found: tuple[Occurrence, ...]

    def in_text(self) -> tuple[Occurrence, ...]:
        """The terms with offsets of the whole text."""
        return tuple(
            replace(each, start=self.start + each.start, end=self.start + each.end)
            for each in self.found
        )


@dataclass(frozen=True, slots=True)
class Scan:
    """A text being looked through: its variety, whether that was said or told by the text, what
    knows the terms, and the lines, which can be gone through once."""

    variety: str
    told: bool
    recogniser: Recogniser
    lines: Iterator[ScannedLine]


def scan_file(
    workspace: Workspace,
    path: str,
    asked: Asked,
    *,
    sets: Collection[str] = (),
    progress: Progress | None = None,
) -> Scan:
    """The terms of the sets with these names, of all without any, in a file ("-" is standard
    input).

    Raises InputRefused with the file's name, where the other side has more or fewer lines too;
    NotFound for an unknown set.
    """
    recogniser = workspace.recogniser(sets, single=asked.single)
    lines, variety = _told(_lines(workspace, path, asked.encoding), asked.variety)
    others: Iterator[str] = iter(())
    other = ""
    if asked.other:
        theirs = _lines(workspace, asked.other, asked.encoding)
        others, other = _told(theirs, asked.other_variety)
        other = other or _other_side(variety or KO_CN)
    found = _scanned(recogniser, lines, variety or KO_CN, (others, other), asked, progress)
    return Scan(variety or KO_CN, bool(variety), recogniser, found)


def variety_of(text: str) -> str:
    """The variety that a text is in: Chinese where most of its letters are hanzi, else what
    speaks for one Korean; "" where it does not tell.

    >>> [variety_of(text) for text in ("中试基地", "로동자들이 투입되였다", "사람이 많다")]
    ['zh-CN', 'ko-CN', '']
    """
    hanzi, hangul = len(_HANZI.findall(text)), len(_HANGUL.findall(text))
    if hanzi > hangul:
        return ZH_CN
    if not hangul:
        return ""
    from glossary.language.detection import detect  # its tables take a while to read

    return detect(text).variety


def equivalents(recogniser: Recogniser, each: Occurrence, to: str = "") -> tuple[Term, ...]:
    """The terms to write in the variety `to`, in all others without one, the best first.

    Of a deprecated or forbidden term also those that should stand there instead.
    """
    terms = recogniser.terms(each.concept)
    wanted = {to} if to else {term.variety for term in terms} - {each.variety}
    if each.term.status not in TO_USE:
        wanted.add(each.variety)
    found = [
        term
        for term in terms
        if term.variety in wanted and term.status in TO_USE and term != each.term
    ]
    return tuple(sorted(found, key=lambda term: STATUSES.index(term.status)))


def concepts_of(workspace: Workspace, recogniser: Recogniser) -> Callable[[str], Concept]:
    """What gives the concept of a uid, each read once; where it has gone meanwhile, its terms."""

    @cache
    def concept_of(uid: str) -> Concept:
        try:
            return workspace.terms.find(uid).concept
        except NotFound:
            return Concept(uid, recogniser.terms(uid))

    return concept_of


def _lines(workspace: Workspace, path: str, encoding: str) -> Iterator[str]:
    with named(path), opened(path, workspace.database.path) as stream:
        yield from text_lines(stream, encoding)


def _told(lines: Iterator[str], variety: str) -> tuple[Iterator[str], str]:
    """The lines, and the variety that was said or that the first of them tell."""
    first: list[str] = []
    size = 0
    for line in lines:
        first.append(line)
        size += len(line)
        if variety or size >= _SAMPLE:
            break
    return chain(first, lines), variety or variety_of("".join(first)[:_SAMPLE])


def _other_side(variety: str) -> str:
    """What a Korean text stands beside, if it does not tell itself."""
    return KO_KR if variety == KO_CN else KO_CN


def _scanned(
    recogniser: Recogniser,
    lines: Iterator[str],
    variety: str,
    beside: tuple[Iterator[str], str],
    asked: Asked,
    progress: Progress | None,
) -> Iterator[ScannedLine]:
    others, other = beside
    start = 0
    for number, line in enumerate(lines, 1):
        if progress is not None and number % _STEP == 0:
            progress("scan", number, 0)
        said = next(others, None)
        if other and said is None and line.strip():
            raise InputRefused("scan-other-short", file=asked.other, line=number)
        side = Beside(said, other) if said and said.strip() else None
        found = recogniser.find(line, variety, side, nested=asked.nested)
        yield ScannedLine(number, start, line, found)
        start += len(line)
    if any(map(str.strip, others)):
        raise InputRefused("scan-other-long", file=asked.other)
