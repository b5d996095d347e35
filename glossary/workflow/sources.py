"""The files of an import, opened and read into rows; a file that cannot be read is named.

Rows are kept until all of them are compared, so there is a limit to them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from glossary.errors import InputRefused, UsageError
from glossary.formats import registry
from glossary.formats.rows import ReadOptions, Remark
from glossary.workflow.plan import FileRemark, FileRow, Progress, Source

STANDARD = "-"

File = str | tuple[str, BinaryIO]
"""A path, "-" for standard input, or a name and an opened stream."""

ROWS_LIMIT = 1_200_000
LINES_LIMIT = 3 * ROWS_LIMIT
"""The most rows of one import, and lines of one file: a row of several lines is no rarity."""

_PIECE = 1024 * 1024
_STEP = 1_000  # rows between two reports of progress


def read_rows(
    files: Iterable[File],
    form: str,
    options: ReadOptions,
    database: str,
    progress: Progress | None = None,
) -> Source:
    """What all files hold, in their order; `database` is the path of the open glossary.

    Raises InputRefused for a file as a whole, with its name as `file`, and for too many rows;
    UsageError for an unknown format or one that has to be said.
    """
    rows: list[FileRow] = []
    remarks: list[FileRemark] = []
    for file in files:
        name = file if isinstance(file, str) else file[0]
        for found in _found_in(file, name, form, options, database):
            if isinstance(found, FileRemark):
                remarks.append(found)
                continue
            if progress is not None and len(rows) % _STEP == 0:
                progress("read", len(rows), 0)
            rows.append(found)
            if len(rows) > ROWS_LIMIT:
                raise InputRefused("rows-too-many", file=name, most=ROWS_LIMIT)
    return Source(tuple(rows), tuple(remarks))


def _found_in(
    file: File, name: str, form: str, options: ReadOptions, database: str
) -> Iterator[FileRow | FileRemark]:
    found = form_of(name, form)
    try:
        with opened(file, database) as stream:
            if not found.whole:
                _check_lines(stream)
            for item in found.read(stream, options):
                if isinstance(item, Remark):
                    yield FileRemark(name, item)
                else:
                    yield FileRow(name, item)
    except InputRefused as error:
        raise InputRefused(error.code, **{**error.fields, "file": name}) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused("file-unreadable", file=name, detail=detail) from error


def _check_lines(stream: BinaryIO) -> None:
    """Raise InputRefused for a file of so many lines that its rows would not fit into memory."""
    if not stream.seekable():
        return
    start = stream.tell()
    lines = sum(piece.count(b"\n") for piece in iter(lambda: stream.read(_PIECE), b""))
    if lines > LINES_LIMIT:
        raise InputRefused("rows-too-many", most=ROWS_LIMIT)
    stream.seek(start)


def form_of(name: str, form: str) -> registry.Format:
    """The format that is named, else the one of the file's suffix. Raises UsageError."""
    if form:
        return registry.named(form)
    if name == STANDARD:
        raise UsageError("format-needed", file=name)
    check_file_name(name)
    return registry.of_file(name)


def check_file_name(path: str) -> None:
    """Raise InputRefused for the path of a folder, and for none."""
    if not path:
        raise InputRefused("file-unnamed")
    if path != STANDARD and os.path.isdir(path):
        raise InputRefused("file-is-folder", file=path)


@contextmanager
def opened(file: File, database: str) -> Iterator[BinaryIO]:
    """A file of an import as a stream; `database` is the path of the open glossary, which is
    refused, "" for none. Raises InputRefused, OSError."""
    if not isinstance(file, str):
        yield file[1]
    elif file == STANDARD:
        yield sys.stdin.buffer
    else:
        check_file_name(file)
        if is_database(file, database):
            raise InputRefused("file-is-glossary")
        with open(file, "rb") as stream:
            yield stream


def is_database(path: str, database: str) -> bool:
    """Whether a path is the open glossary, or one of the files SQLite keeps beside it.

    To close such a file would drop SQLite's locks on it, to write over it would destroy it.
    """
    for ending in ("", "-wal", "-shm", "-journal"):
        beside = database + ending
        if os.path.realpath(path) == os.path.realpath(beside):
            return True
        # Another name of the same file: a hard link, other case on some systems.
        if os.path.exists(path) and os.path.exists(beside) and os.path.samefile(path, beside):
            return True
    return False
