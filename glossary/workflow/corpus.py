"""The texts that terms are extracted from: sentences of files, and units of files or memories.

They are read once and kept in a temporary file, since extraction goes through them several times
and standard input can be read only once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from glossary.errors import UsageError
from glossary.formats import memory_registry
from glossary.formats.rows import ReadOptions, UnitRow
from glossary.language.composed import nfc
from glossary.language.detection import detect
from glossary.language.hangul import is_syllable
from glossary.language.hanja import is_hanzi
from glossary.language.varieties import normal_variety
from glossary.model import KO_CN, KO_KR, ZH_CN, Unit, language_of
from glossary.workflow.documents_in import form_of, named, read_segments
from glossary.workflow.pages import Pages
from glossary.workflow.plan import Progress
from glossary.workflow.sources import opened
from glossary.workspace import Workspace

LONGEST = 5_000
"""Characters of one text: a longer sentence is looked at in pieces, of a longer unit the
beginning."""

_STEP = 1_000
_SAMPLE = 200  # texts by which the variety is told
_MIXED = 0.2  # hanja among the Hangul of a Korean text are fewer than five to one


class CorpusText(NamedTuple):
    """A text, its translation or "", and where it is from: the file or memory and the line in it,
    or 0; the number of its document; outlet, title and date where they are known."""

    text: str
    other: str
    file: str
    line: int
    document: int
    outlet: str = ""
    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read: files, memories, the variety of the terms ("": by what they look like)
    and that of their translations."""

    files: tuple[str, ...] = ()
    memories: tuple[str, ...] = ()
    variety: str = ""
    other: str = ZH_CN
    form: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)


class Corpus:
    """Corpus in a temporary file, in the order in which they were read.

    `variety` is that of the texts, `pairs` how many have a translation, `refused` how many units
    could not be read.
    """

    def __init__(self, variety: str) -> None:
        self.variety = variety
        self.pairs = self.refused = self._count = 0
        self._pages = Pages()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self._pages.close()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[CorpusText]:
        for page in self._pages:
            yield from map(CorpusText._make, page)

    def add(self, text: CorpusText) -> None:
        """Keep one more."""
        self._count += 1
        self.pairs += bool(text.other)
        self._pages.add(tuple(text))


def read_corpus(workspace: Workspace, wanted: Wanted, progress: Progress | None = None) -> Corpus:
    """All that is wanted; the caller closes it.

    Raises InputRefused for a file that cannot be read; UsageError, also where the variety of the
    texts cannot be told; NotFound for a memory.
    """
    variety = normal_variety(wanted.variety) if wanted.variety else ""
    found = Corpus(variety)
    try:
        _read(workspace, replace(wanted, variety=variety), found, progress)
        if not variety:
            found.variety = _detected(each.text for each in islice(found, _SAMPLE))
    except BaseException:
        found.__exit__()
        raise
    return found


def _read(workspace: Workspace, wanted: Wanted, found: Corpus, progress: Progress | None) -> None:
    korean = wanted.variety if language_of(wanted.variety) == "ko" else KO_CN
    varieties = {"ko": korean, **wanted.options.varieties}
    options = replace(wanted.options, varieties=varieties, loose=True, alone=True)
    for number, path in enumerate(wanted.files):
        if not _holds_units(path, wanted.form):
            for each in read_segments(path, wanted.variety, form=wanted.form, options=options):
                _tell(found, progress)
                text = nfc(each.text)
                for start in range(0, len(text), LONGEST):
                    piece = text[start : start + LONGEST]
                    found.add(CorpusText(piece, "", path, each.line, number))
        else:
            for line, unit in _units(path, wanted.form, options, found):
                _tell(found, progress)
                _add_unit(found, wanted, unit, (path, line, number))
    memories = workspace.memory if wanted.memories else None
    for number, name in enumerate(wanted.memories, len(wanted.files)):
        assert memories is not None  # since there are names
        row, _ = memories.memories.find(name)
        for page in memories.units.pages([row]):
            for stored in page:
                _tell(found, progress)
                _add_unit(found, wanted, stored.unit, (name, 0, number))


def _holds_units(path: str, form: str) -> bool:
    """Whether a file is one of pairs; a workbook is, unless its cells are asked for."""
    found = form_of(path, form)
    return found.pairs or found.name == "xlsx"


def _tell(found: Corpus, progress: Progress | None) -> None:
    if progress is not None and len(found) % _STEP == 0:
        progress("extract-read", len(found), 0)


def _units(path: str, form: str, options: ReadOptions, found: Corpus) -> Iterator[tuple[int, Unit]]:
    with named(path), opened(path, "") as stream:
        reader = memory_registry.named(form) if form else memory_registry.of_file(path)
        for item in reader.read(stream, options):
            if isinstance(item, UnitRow):
                yield item.line, item.unit
            elif hasattr(item, "texts"):
                found.refused += 1


def _add_unit(found: Corpus, wanted: Wanted, unit: Unit, place: tuple[str, int, int]) -> None:
    """Add the text of a unit in the wanted variety, else in Korean, with its translation."""
    sought = (wanted.variety,) if wanted.variety else (KO_CN, KO_KR)
    texts = next(filter(None, map(unit.of, sought)), ())
    if not texts and not wanted.variety:
        texts = unit.of(ZH_CN)
    if not texts:
        return
    others = unit.of(wanted.other) if wanted.other != texts[0].variety else ()
    details = dict(unit.details)
    for text in (*others[:1], texts[0]):
        details |= dict(text.details)
    said = [details.get(f"prop:{name}", "") for name in ("outlet", "title", "date")]
    file, line, number = place
    document = crc32("\x1f".join(said).encode(), number) if any(said) else number
    other = others[0].text[:LONGEST] if others else ""
    found.add(CorpusText(texts[0].text[:LONGEST], other, file, line, document, *said))


def _detected(texts: Iterable[str]) -> str:
    """The variety of these texts. Raises UsageError: extract-variety-needed."""
    sample = list(texts)
    hangul = sum(is_syllable(char) for text in sample for char in text)
    hanzi = sum(is_hanzi(char) for text in sample for char in text)
    if hanzi and hangul < hanzi * _MIXED:
        return ZH_CN
    weights = {KO_CN: 0, KO_KR: 0}
    for text in sample:
        found = detect(text)
        for variety in weights:
            weights[variety] += found.weight(variety)
    if weights[KO_CN] == weights[KO_KR]:
        raise UsageError("extract-variety-needed")
    return max(weights, key=weights.__getitem__)
