"""DOCX and HWPX files opened: ZIP archives of XML, within limits, and what is none of that named.

The limits are those of workbooks (`archives`).
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from struct import error as struct_error
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from glossary.errors import InputRefused
from glossary.formats import archives

if TYPE_CHECKING:
    from lxml.etree import _Element

FILE_LIMIT = 256 * 1024 * 1024
"""The most bytes of a document, which is held in memory packed; most of it is pictures."""

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CODES = {
    "workbook-broken": "document-broken",
    "workbook-encrypted": "document-encrypted",
    "workbook-too-large": "document-too-large",
}
_HWP_FLAGS, _HWP_PASSWORD = 36, 0x2  # in the stream FileHeader ([HWP 5.0], 3.2.1)


@contextmanager
def opened(stream: BinaryIO, kind: str) -> Iterator[ZipFile]:
    """The archive, of a file that should be of this kind (DOCX, HWPX).

    Raises InputRefused: file-empty, document-too-large, document-broken, document-encrypted,
    document-hwp-5, document-word-97, document-not-kind; the body's refusals of XML as well.
    """
    data = stream.read(FILE_LIMIT + 1)
    if not data:
        raise InputRefused("file-empty")
    if len(data) > FILE_LIMIT:
        raise InputRefused("document-too-large", most=FILE_LIMIT // 1024 // 1024)
    if data.startswith(_COMPOUND):
        raise _compound(data, kind)
    if not data.startswith(_ZIP):
        raise InputRefused("document-not-kind", kind=kind)
    try:
        with archives.opened(data) as archive:
            yield archive
    except InputRefused as error:
        code = _CODES.get(error.code, "")
        if not code:
            raise
        raise InputRefused(code, **error.fields) from error


def _compound(data: bytes, kind: str) -> InputRefused:
    """What to say of a compound file ([MS-CFB])."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            if container.exists("EncryptedPackage"):
                return InputRefused("document-encrypted")
            if container.exists("WordDocument"):
                return InputRefused("document-word-97")
            if not container.exists("FileHeader"):
                return InputRefused("document-not-kind", kind=kind)
            flags = container.openstream("FileHeader").read()[_HWP_FLAGS : _HWP_FLAGS + 1]
    except (OSError, ValueError, IndexError, struct_error, RecursionError):
        return InputRefused("document-broken")
    locked = bool(flags) and bool(flags[0] & _HWP_PASSWORD)
    return InputRefused("document-encrypted" if locked else "document-hwp-5")


def relations(archive: ZipFile, part: str) -> list[tuple[str, str]]:
    """The last words of the types of a part's relations ("header"), each with the part that it
    leads to, if that is there; of the package's own for the empty name ([ECMA-376-2], 9)."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    known = set(archive.namelist())
    found = []
    for each in archives.elements(archive, listed, "{*}Relationship") if listed in known else ():
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        if target in known:
            found.append((each.get("Type", "").rpartition("/")[2], target))
    return found


def name_of(element: _Element) -> str:
    """An element's name without its namespace; the empty string for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """An attribute by its name without a namespace, or the empty string."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
