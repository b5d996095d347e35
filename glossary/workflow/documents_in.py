"""The text of files: passages of documents and of files of pairs, and the segments in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from glossary.errors import InputRefused, UsageError
from glossary.formats import documents
from glossary.formats.passages import Passage, Place
from glossary.formats.rows import ReadOptions
from glossary.language.sentences import segments
from glossary.workflow.sources import STANDARD, check_file_name, opened

_VARIETIES = 50  # that are remembered of a file


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """A segment, its place in the passage that holds it (characters, from 0), and that passage's
    place in the file; `line` is its line, paragraph or row, from 1. `gap` is what stands between it
    and the segment before, None where that is not in the same passage. `translation` is what a
    file of pairs has beside it already."""

    line: int
    start: int
    text: str
    place: Place
    gap: str | None = None
    translation: str = ""


def form_of(path: str, form: str = "") -> documents.DocumentForm:
    """The form that is named, else the one of the file's suffix; standard input is text. Raises
    UsageError; InputRefused for a folder and for no name."""
    if form:
        return documents.named(form)
    check_file_name(path)
    return documents.named("text") if path == STANDARD else documents.of_file(path)


def passages(path: str, *, form: str = "", options: ReadOptions | None = None) -> Iterator[Passage]:
    """The passages of a file ("-" is standard input), one at a time; the form is the one named,
    else that of its suffix.

    Raises InputRefused with the file's name, also between two passages; UsageError for a form that
    there is not.
    """
    found = form_of(path, form)
    with named(path), opened(path, "") as stream:
        yield from found.read(stream, options)


def whole_text(path: str, options: ReadOptions) -> str:
    """The text of a file: a plain text as it is, of any other form a line for each passage; the
    last line has no end.

    Raises InputRefused with the file's name.
    """
    if form_of(path).name != "text":
        return "\n".join(each.text.rstrip("\r\n") for each in passages(path, options=options))
    from glossary.formats.plain_text import checked_lines

    with named(path), opened(path, "") as stream:
        return "".join(checked_lines(stream, options.encoding)).rstrip("\r\n")


def read_segments(
    path: str,
    variety: str,
    target: str = "",
    *,
    form: str = "",
    options: ReadOptions | None = None,
) -> Iterator[SourceSegment]:
    """The segments of a file ("-" is standard input), one at a time: the sentences of a document,
    or the texts in this variety of a file of pairs, with their translations into the target.

    Raises InputRefused with the file's name; UsageError for a form that there is not, and for a
    file of pairs that has no text in the variety.
    """
    asked = replace(options or ReadOptions(), loose=True).among(variety, target)
    others: dict[str, None] = {}  # varieties of a file of pairs, while it has none in this one
    absent = True
    for passage in passages(path, form=form, options=asked):
        place = passage.place
        if not passage.variety:
            end: int | None = None
            for each in segments(passage.text):
                gap = None if end is None else passage.text[end : each.start]
                yield SourceSegment(place.number, each.start, each.text, place, gap)
                end = each.end
            continue
        if passage.variety != variety:
            if absent and len(others) < _VARIETIES:
                others[passage.variety] = None
        else:
            absent = False
            told = next((text for each, text in passage.unit if each == target), "")
            yield SourceSegment(place.number, 0, passage.text, place, translation=told)
    if others and absent:
        known = ", ".join(others)
        raise UsageError("check-variety-absent", file=path, variety=variety, known=known)


@contextmanager
def named(path: str) -> Iterator[None]:
    """Errors of a file with its name. Raises InputRefused."""
    try:
        yield
    except InputRefused as error:
        raise InputRefused(error.code, **{**error.fields, "file": path}) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused("file-unreadable", file=path, detail=detail) from error
