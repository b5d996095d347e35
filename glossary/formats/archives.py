"""ZIP archives from anywhere (XLSX, ODS), and the XML in them, streamed within limits.

No document type is taken: neither kind of workbook has one, and entities are made there.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from glossary.errors import InputRefused

MEMBER_LIMIT = 400 * 1024 * 1024
"""The most bytes of XML in one archive, unpacked."""

ELEMENT_LIMIT = 16 * 1024 * 1024
"""The most bytes between the ends of two elements that are looked at, such as the rows."""

_MEMBERS = 10_000
_PIECE = 1024 * 1024
_ENCRYPTED = 0x1  # the flag of a member


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises InputRefused: workbook-broken, workbook-encrypted, workbook-too-large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist())
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise InputRefused("workbook-broken") from error
    except (ValueError, KeyError, OverflowError) as error:  # fields out of range
        raise InputRefused("workbook-broken") from error


def _check(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise InputRefused("workbook-encrypted")
    size = sum(member.file_size for member in members if is_xml(member.filename))
    if size > MEMBER_LIMIT or len(members) > _MEMBERS:
        raise InputRefused("workbook-too-large", most=MEMBER_LIMIT // 1024 // 1024)


def is_xml(name: str) -> bool:
    """Whether a member of this name is XML."""
    return name.lower().endswith((".xml", ".rels"))


def elements(archive: zipfile.ZipFile, name: str, *tags: str) -> Iterator[etree._Element]:
    """The elements with these tags, whole and one after the other, each gone after its turn.

    A member longer than the archive says is refused by its checksum, one of other XML by its
    document type; an element longer than ELEMENT_LIMIT for its size.
    """
    parser = etree.XMLPullParser(
        ("end",), tag=tags, resolve_entities=False, remove_comments=True, remove_pis=True
    )
    try:
        with archive.open(name) as member:
            yield from _fed(parser, iter(lambda: member.read(_PIECE), b""))
    except etree.LxmlError as error:
        raise InputRefused("workbook-broken") from error


def _fed(parser: etree.XMLPullParser, pieces: Iterator[bytes]) -> Iterator[etree._Element]:
    waiting = 0
    for piece in pieces:
        parser.feed(piece)
        waiting += len(piece)
        for _, element in parser.read_events():
            waiting = 0
            yield element
            _forget(element)
        if waiting > ELEMENT_LIMIT:
            raise InputRefused("workbook-broken")
    root = parser.close()
    if root.getroottree().docinfo.doctype:
        raise InputRefused("workbook-broken")


def _forget(element: etree._Element) -> None:
    """Take an element out of the tree, with all that stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
