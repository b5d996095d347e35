"""Pairs of documents turned into units: aligned, the sure ones into a memory, the others into a
file for review, never into a memory.

Each pair of documents is a batch of its own, with a decision that remembers the two texts: a list
that was broken off goes on where it stopped, also if the files were moved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from glossary.errors import InputRefused
from glossary.formats import delimited
from glossary.formats.rows import ReadOptions
from glossary.language.fold import fold
from glossary.language.scripts import fits
from glossary.matching.alignment import ACCEPTED, Link, align, document_confidence
from glossary.model import Decision, Details, Text, Unit, language_of
from glossary.store.units import DIGEST_SIZE, unit_values
from glossary.workflow.documents_in import SourceSegment, named, read_segments
from glossary.workflow.sources import opened
from glossary.workspace import Workspace

KIND = "alignment"
"""The kind of the decisions that remember which documents were aligned."""

CITATION = ("outlet", "title", "date", "link")
DOUBTFUL = 0.5
"""The confidence of a document below which nothing of it is accepted."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Two files, and where the texts are from."""

    source: str
    target: str
    details: Details = ()


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """What stands on both sides of a link; one may be empty. `beside` has, for each side, the
    segments before and after, "" at an end of the text."""

    source: str
    target: str
    confidence: float
    accepted: bool
    beside: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))


@dataclass(frozen=True, slots=True)
class AlignedDocuments:
    """The pairs of two documents in order, and how sure the whole is."""

    documents: Documents
    pairs: tuple[AlignedPair, ...]
    confidence: float
    digest: str

    @property
    def accepted(self) -> tuple[AlignedPair, ...]:
        """The pairs that are sure enough to be units."""
        return tuple(each for each in self.pairs if each.accepted)

    @property
    def to_review(self) -> tuple[AlignedPair, ...]:
        """The pairs that a person has to look at."""
        return tuple(each for each in self.pairs if not each.accepted)


def align_documents(
    documents: Documents,
    source: str,
    target: str,
    *,
    threshold: float = ACCEPTED,
    known: Sequence[tuple[str, str]] = (),
    options: ReadOptions | None = None,
) -> AlignedDocuments:
    """The pairs of two files in these varieties. Raises InputRefused for a file that cannot be
    read, or is not in the script of its variety."""
    sides = [
        list(read_segments(path, variety, options=options))
        for path, variety in ((documents.source, source), (documents.target, target))
    ]
    ours, theirs = ([each.text for each in side] for side in sides)
    for path, texts, variety in (
        (documents.source, ours, source),
        (documents.target, theirs, target),
    ):
        if texts and not fits("".join(texts), variety):
            raise InputRefused("tm-align-script", file=path, variety=variety)
    korean = language_of(source) == "ko", language_of(target) == "ko"
    links = align(ours, theirs, *korean, known)
    confidence = document_confidence(links)
    accept = threshold if confidence >= DOUBTFUL else 2.0
    pairs = tuple(_pair(sides[0], sides[1], link, (source, target), accept) for link in links)
    said = "\n".join(map("\x1f".join, (ours, theirs)))
    digest = hashlib.blake2b(said.encode(), digest_size=8).hexdigest()
    return AlignedDocuments(documents, pairs, confidence, digest)


def known_terms(workspace: Workspace, source: str, target: str) -> list[tuple[str, str]]:
    """The terms of the glossary that translate one another, three letters or more on the Korean
    side (two on the Chinese): shorter ones stand in other words too often."""
    found = []
    for page in workspace.terms.pages():
        for entry in page:
            ours = entry.concept.texts(source)
            theirs = entry.concept.texts(target)
            found += [
                (one, other)
                for one in ours[:1]
                for other in theirs[:1]
                if len(one) > 1 and len(other) > 1
            ]
    return found


def is_done(workspace: Workspace, found: AlignedDocuments) -> bool:
    """Whether these two texts were aligned and written before."""
    return workspace.decisions.find(_uid(found)) is not None


def held_in(workspace: Workspace, memory: str) -> set[bytes]:
    """The digests of the units that a memory of this name holds."""
    memories = workspace.memory.memories.by_id()
    row = next((row for row, each in memories.items() if each.name == memory), 0)
    pages = workspace.memory.units.digests(row)
    size = DIGEST_SIZE
    return {page[at : at + size] for page in pages for at in range(0, len(page), size)}


def write(
    workspace: Workspace,
    found: AlignedDocuments,
    varieties: tuple[str, str],
    memory: str,
    held: Collection[bytes] = (),
) -> int:
    """Write the accepted pairs into a memory, but for units of these digests, in one batch with the
    decision that remembers the documents; how many they were. Raises UsageError, DatabaseError."""
    units = [
        Unit(
            (
                Text(varieties[0], each.source, "", *each.beside[0]),
                Text(varieties[1], each.target, "", *each.beside[1]),
            ),
            details=found.documents.details,
        )
        for each in found.accepted
    ]
    values = [unit_values(each) for each in units if not _is_held(each, held)]
    decision = Decision(
        _uid(found),
        KIND,
        f"{found.documents.source}\t{found.documents.target}",
        f"{found.confidence:.3f}",
    )
    with workspace.database.write("tm align") as batch:
        home = workspace.memory.memories.writable(batch, memory)
        if values:
            workspace.memory.units.insert(batch, home, values)
        workspace.decisions.put(batch, decision)
    return len(values)


def _is_held(unit: Unit, held: Collection[bytes]) -> bool:
    """Whether a memory has this unit, also without its neighbours, as tables bring it."""
    bare = tuple(each._replace(before="", after="") for each in unit.texts)
    return any(unit_values(unit._replace(texts=each))[2] in held for each in (unit.texts, bare))


def listed(path: str) -> Iterator[Documents]:
    """The pairs of files of a list: TSV with a line of headings, source and target, and if wanted
    outlet, title, date and link. Raises InputRefused, with the file's name and the line."""
    with named(path), opened(path, "") as stream:
        header, rows = delimited.table(stream, ReadOptions(), "\t")
        names = [name.strip().lower() for name in header]
        for name in ("source", "target"):
            if name not in names:
                raise InputRefused("column-missing", column=name, found=", ".join(names))
        for line, row in rows:
            if isinstance(row, str):
                raise InputRefused(row, line=line)
            values = dict(zip(names, row, strict=False))
            if any(map(str.strip, row)):
                details = tuple(
                    (f"prop:{name}", values[name]) for name in CITATION if values.get(name)
                )
                yield Documents(values.get("source", ""), values.get("target", ""), details)


def _uid(found: AlignedDocuments) -> str:
    return f"{KIND}-{found.digest}"


def _pair(
    source: Sequence[SourceSegment],
    target: Sequence[SourceSegment],
    link: Link,
    varieties: tuple[str, str],
    accept: float,
) -> AlignedPair:
    places = (
        (source, link.start, link.end, varieties[0]),
        (target, link.target_start, link.target_end, varieties[1]),
    )
    one, other = (_joined(side[start:end], variety) for side, start, end, variety in places)
    beside = [_beside(side, start, end) for side, start, end, _ in places]
    same = fold(one) == fold(other) and not any(map(str.isalnum, one))
    accepted = link.pairs and link.confidence >= accept and not same
    return AlignedPair(one, other, link.confidence, accepted, (beside[0], beside[1]))


def _beside(side: Sequence[SourceSegment], start: int, end: int) -> tuple[str, str]:
    """The segments before and after start:end, as they are when the text is looked up again."""
    before = side[start - 1].text if start else ""
    return before, side[end].text if end < len(side) else ""


def _joined(pieces: Sequence[SourceSegment], variety: str) -> str:
    """The text of several segments, with what stands between them; where passages meet, what
    their language puts between sentences."""
    usual = "" if language_of(variety) == "zh" else " "
    parts = [each.text for each in pieces[:1]]
    for each in pieces[1:]:
        parts += [usual if each.gap is None else each.gap, each.text]
    return "".join(parts)
