"""The known terms of a document, passage by passage, so that any length will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from glossary.errors import InputRefused, NotFound
from glossary.formats.passages import Passage
from glossary.formats.rows import ReadOptions
from glossary.matching.recognition import Beside, Recogniser
from glossary.model import KO_CN, KO_KR, STATUSES, USABLE, ZH_CN, Concept, Occurrence, Term
from glossary.workflow.documents_in import form_of, passages
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace

_SAMPLE = 10_000  # characters that the variety is told by
_LINE = "place-line"
_STEP = 500  # passages between two reports of progress
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HANGUL = re.compile("[가-힣ㄱ-ㆎᄀ-ᇿ]")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a document is to be looked through.

    A variety that is empty is told by the text. `other` is a file with the translation, passage by
    passage, "" where there is none; `single` also finds terms of one character, `nested` those
    inside of longer ones. `form` and `encoding` are of both files.
    """

    variety: str = ""
    other: str = ""
    other_variety: str = ""
    form: str = ""
    encoding: str = ""
    single: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class ScannedPassage:
    """A passage, the terms in it, whose offsets are those of the passage, and whether a blank line
    stands before it."""

    passage: Passage
    found: tuple[Occurrence, ...]
    gap: bool = False

    def in_file(self) -> tuple[Occurrence, ...]:
        """The terms with offsets of the file: code points, where the form has such."""
        spans = (self.passage.span(each.start, each.end) for each in self.found)
        return tuple(
            replace(each, start=start, end=end)
            for each, (start, end) in zip(self.found, spans, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Scan:
    """A document being looked through: its variety, whether that is sure, what knows the terms, and
    the passages, which can be gone through once."""

    variety: str
    sure: bool
    recogniser: Recogniser
    passages: Iterator[ScannedPassage]


def scan_file(
    workspace: Workspace,
    path: str,
    asked: Asked,
    *,
    sets: Collection[str] = (),
    progress: Progress | None = None,
) -> Scan:
    """The terms of the sets with these names, of all without any, in a file ("-" is standard
    input); of a file of pairs, in its texts of the variety.

    Raises InputRefused with the file's name, where the other side has more or fewer passages too;
    NotFound for an unknown set; UsageError for a form that there is not.
    """
    recogniser = workspace.recogniser(sets, single=asked.single)
    ours, variety, sure = _told(_passages(path, asked), asked.variety)
    others: Iterator[Passage] = iter(())
    other = ""
    if asked.other:
        others, other, _ = _told(_passages(asked.other, asked), asked.other_variety)
        other = other or _other_side(variety or KO_CN)
    texts = {form_of(each, asked.form).name for each in (path, asked.other or path)}
    pairs = _paired(ours, others, asked.other, by_line=texts == {"text"})
    found = _scanned(recogniser, pairs, (variety or KO_CN, other), asked, progress)
    return Scan(variety or KO_CN, sure, recogniser, found)


def variety_of(text: str) -> tuple[str, bool]:
    """The variety that a text is in, and whether that is sure: Chinese where most of its letters
    are hanzi, else the likelier Korean; "" where nothing speaks for either.

    >>> [variety_of(text) for text in ("中试基地", "로동자들이 투입되였다", "사람이 많다")]
    [('zh-CN', True), ('ko-CN', True), ('', False)]
    """
    hanzi, hangul = len(_HANZI.findall(text)), len(_HANGUL.findall(text))
    if hanzi > hangul or not hangul:
        return (ZH_CN, True) if hanzi else ("", False)
    from glossary.language.detection import detect  # its tables take a while to read

    found = detect(text)
    tells = found.weight(KO_CN) != found.weight(KO_KR)
    return (found.variety, found.sure) if tells else ("", False)


def equivalents(recogniser: Recogniser, each: Occurrence, to: str = "") -> tuple[Term, ...]:
    """The terms to write in the variety `to`, in all others without one, the best first.

    Of a deprecated or forbidden term also those that should stand there instead.
    """
    terms = recogniser.terms(each.concept)
    wanted = {to} if to else {term.variety for term in terms} - {each.variety}
    if each.term.status not in USABLE:
        wanted.add(each.variety)
    found = [
        term
        for term in terms
        if term.variety in wanted and term.status in USABLE and term != each.term
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


def _passages(path: str, asked: Asked) -> Iterator[Passage]:
    options = ReadOptions(encoding=asked.encoding, loose=True)
    sides = options.among(asked.variety, asked.other_variety)
    try:
        yield from passages(path, form=asked.form, options=sides)
    except InputRefused as error:
        if error.code != "variety-ambiguous":
            raise
        raise InputRefused("scan-korean-which", **error.fields) from error


def _told(found: Iterator[Passage], variety: str) -> tuple[Iterator[Passage], str, bool]:
    """The passages in the variety that was said, or that the first of them tell; the variety, and
    whether it is sure."""
    first: list[Passage] = []
    size = 0
    for each in found:
        first.append(each)
        size += len(each.text)
        variety = variety or each.variety
        if variety or size >= _SAMPLE:
            break
    sample = "\n".join(each.text for each in first)[:_SAMPLE]
    told, sure = (variety, True) if variety else variety_of(sample)
    return (each for each in chain(first, found) if each.variety in ("", told)), told, sure


def _other_side(variety: str) -> str:
    """What a Korean text stands beside, if it does not tell itself."""
    return KO_KR if variety == KO_CN else KO_CN


def _paired(
    ours: Iterator[Passage], others: Iterator[Passage], path: str, *, by_line: bool
) -> Iterator[tuple[Passage, str]]:
    """Each passage with what stands for it on the other side: by the numbers of their lines, or in
    their order. Raises InputRefused where one side has more."""
    if not path:
        yield from ((each, "") for each in ours)
        return
    theirs = next(others, None)
    for each in ours:
        while by_line and theirs is not None and _is_before(theirs, each):
            theirs = next(others, None)
        if theirs is None:
            raise InputRefused("scan-other-short", file=path, number=each.place.number)
        if by_line and _is_before(each, theirs):
            yield each, ""
            continue
        yield each, theirs.text
        theirs = next(others, None)
    if theirs is not None:
        raise InputRefused("scan-other-long", file=path)


def _is_before(one: Passage, other: Passage) -> bool:
    return one.place.number < other.place.number


def _scanned(
    recogniser: Recogniser,
    pairs: Iterator[tuple[Passage, str]],
    varieties: tuple[str, str],
    asked: Asked,
    progress: Progress | None,
) -> Iterator[ScannedPassage]:
    last = 0
    for count, (each, said) in enumerate(pairs, 1):
        if progress is not None and count % _STEP == 0:
            progress("scan", count, 0)
        side = Beside(said, varieties[1]) if said else None
        found = recogniser.find(each.text, varieties[0], side, nested=asked.nested, unsaid=True)
        gap = each.place.code == _LINE and each.place.number > last + 1 > 1
        yield ScannedPassage(each, found, gap)
        last = each.place.number + each.text.count("\n")
