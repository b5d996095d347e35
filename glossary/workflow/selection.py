"""The concepts of an export, and the file they go into."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BufferedWriter, FileIO
from typing import Any, BinaryIO

from glossary.errors import NotFound, UsageError
from glossary.formats.rows import Heading
from glossary.model import DEFAULT_VARIETIES, Concept, Example, GlossarySet
from glossary.store.database import Database
from glossary.store.sets import Sets
from glossary.store.termbase import Termbase
from glossary.workflow.plan import Progress
from glossary.workflow.sources import STANDARD, is_database

_LISTED = 20  # values named in a refusal
_STEP = 500  # concepts between two reports of progress


class Selection:
    """The visible concepts that are wanted, of one moment; it can be gone through again."""

    def __init__(
        self,
        sets: tuple[GlossarySet, ...],
        domain: str,
        status: str,
        varieties: tuple[str, ...],
        since: int,
        progress: Progress | None,
    ) -> None:
        self._sets = tuple(each.name for each in sets)
        self._domain = domain
        self._status = status
        self._varieties = varieties
        self._since = since
        self._progress = progress
        self._terms: Termbase | None = None
        self.heading = Heading(sets[0] if len(sets) == 1 else None, varieties)

    @contextmanager
    def read_from(self, database: Database) -> Iterator[None]:
        """Read a copy of the database while the body runs; writers go on meanwhile."""
        with tempfile.TemporaryDirectory(prefix="malmoi-") as folder:
            path = os.path.join(folder, "copy.db")
            database.backup_to(path)
            copy = Database(path)
            try:
                self._terms = Termbase(copy, Sets(copy))
                yield
            finally:
                copy.close()

    def check(self) -> None:
        """Raise NotFound where what was asked for is not in the glossary.

        A usual variety may be missing beside others: its column is there to be filled in.
        """
        for variety in self._varieties:
            usual = variety in DEFAULT_VARIETIES
            if not usual and not any(concept.texts(variety) for concept in self._all()):
                used = (term.variety for concept in self._all() for term in concept.terms)
                raise NotFound("variety-unknown", variety=variety, known=_listed(used))
        if self._domain and all(concept.domain != self._domain for concept in self._all()):
            used = (concept.domain for concept in self._all())
            raise NotFound("domain-unknown", domain=self._domain, known=_listed(used))
        narrowed = self._domain or self._status or self._varieties or self._since
        if narrowed and not any(map(self._wanted, self._all())):
            raise NotFound("export-nothing")

    def __iter__(self) -> Iterator[Concept]:
        for done, concept in enumerate(filter(None, map(self._wanted, self._all()))):
            if self._progress is not None and done % _STEP == 0:
                self._progress("write", done, 0)
            yield concept

    def _all(self) -> Iterator[Concept]:
        """Every visible concept; of sets that are named, the first speaks for a uid."""
        seen: set[str] = set()
        for page in self._terms.pages(self._sets, self._since) if self._terms else ():
            for entry in page:
                if len(self._sets) > 1 and entry.concept.uid in seen:
                    continue
                seen.add(entry.concept.uid)
                yield entry.concept

    def _wanted(self, concept: Concept) -> Concept | None:
        """The concept, cut down to the wanted varieties, if it is one of those wanted."""
        if self._domain not in {"", concept.domain}:
            return None
        if self._varieties:
            concept = self._cut(concept)
            if not concept.terms:
                return None
        if self._status and all(term.status != self._status for term in concept.terms):
            return None
        return concept

    def _cut(self, concept: Concept) -> Concept:
        examples = (
            tuple(pair for pair in example.texts if pair[0] in self._varieties)
            for example in concept.examples
        )
        return replace(
            concept,
            terms=tuple(term for term in concept.terms if term.variety in self._varieties),
            examples=tuple(Example(texts) for texts in examples if texts),
        )


def _listed(values: Iterable[str]) -> str:
    """The most frequent values that are not empty, to be read in a sentence."""
    found = Counter(value for value in values if value)
    named = [value for value, _ in found.most_common(_LISTED)]
    return ", ".join(named + ["…"] * (len(found) > _LISTED)) or "–"


def check_target(target: str, database: str, *, overwrite: bool) -> None:
    """Raise UsageError for no name, and for a file that is not to be written over: the glossary,
    and any other unless `overwrite` says so; pipes and devices are no such files."""
    if not target:
        raise UsageError("file-unnamed")
    if target == STANDARD:
        return
    if is_database(target, database):
        raise UsageError("export-over-glossary", file=target)
    if os.path.isfile(target) and not overwrite:
        raise UsageError("export-exists", file=target)


@contextmanager
def written_file(target: str | BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write to; a file has its name, or its new content, only once it is whole.

    Raises UsageError where it cannot be written.
    """
    if not isinstance(target, str):
        yield target
        return
    if target == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if os.path.exists(target) and not os.path.isfile(target):  # a pipe or a device
        with _opened(target, "wb", target) as stream:
            yield stream
        return
    path = os.path.realpath(target)
    draft = f"{path}.{secrets.token_hex(4)}.part"
    try:
        with _opened(draft, "xb", target) as stream:
            yield stream
            stream.flush()
            with _naming(target):
                os.fsync(stream.fileno())
        with _naming(target):
            os.replace(draft, path)
    finally:
        with suppress(OSError):
            os.remove(draft)


def _opened(path: str, mode: str, name: str) -> BufferedWriter:
    with _naming(name):
        return BufferedWriter(_Target(path, mode, name))


class _Target(FileIO):
    """A file whose name is told where writing to it fails: what else fails meanwhile is its own."""

    def __init__(self, path: str, mode: str, name: str) -> None:
        super().__init__(path, mode)
        self._name = name

    def write(self, data: Any, /) -> int:
        """Write bytes. Raises UsageError."""
        with _naming(self._name):
            return super().write(data)


@contextmanager
def _naming(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        detail = error.strerror or str(error)
        raise UsageError("file-unwritable", file=target, detail=detail) from error
