"""The text of an HWPX document (KS X 6101, OWPML), a paragraph a passage.

As it reads once all tracked changes are accepted, without comments; sections in their order. The
paragraphs of a table, a note or a text box come before the one that they are anchored in.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from glossary.errors import InputRefused
from glossary.formats import archives
from glossary.formats.office_package import name_of, opened
from glossary.formats.passages import OBJECT, Passage, Place
from glossary.formats.rows import ReadOptions
from glossary.formats.story_places import StoryPlaces

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIST, _MANIFEST = "Contents/content.hpf", "META-INF/manifest.xml"
_SECTION = re.compile(r"(?:.*/)?section(\d{1,6})\.xml", re.IGNORECASE)
_KINDS = {
    "tc": "cell",
    "header": "header",
    "footer": "footer",
    "footNote": "note",
    "endNote": "note",
}
_NOTES = {
    "header": "place-section-header",
    "footer": "place-section-footer",
    "footNote": "place-section-footnote",
    "endNote": "place-section-endnote",
}
_COMMENTS = frozenset(("hiddenComment", "fieldBegin"))  # a memo stands in the field it belongs to
_DEEPER = frozenset(("run", "ctrl", "dutmal"))
_SIGNS = {
    "tab": "\t",
    "lineBreak": "\n",
    "nbSpace": "\u00a0",
    "fwSpace": "\u3000",
    "hyphen": "-",
}


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The passages of a document. Raises InputRefused for a file that cannot be read."""
    with opened(stream, "HWPX") as archive:
        names = archive.namelist()
        if _MANIFEST in names:
            for _ in archives.elements(archive, _MANIFEST, "{*}encryption-data"):
                raise InputRefused("document-encrypted")
        sections = _sections(archive)
        if not sections:
            raise InputRefused("document-not-kind", kind="HWPX")
        for number, name in enumerate(sections, 1):
            yield from _section(archive, name, str(number))


def _sections(archive: ZipFile) -> list[str]:
    """The parts with text in the order of the package's list, else of their numbers."""
    names = [name for name in archive.namelist() if _SECTION.fullmatch(name)]
    names.sort(key=lambda name: int(re.sub(r"\D", "", posixpath.basename(name))))
    if _LIST not in archive.namelist():
        return names
    items: dict[str, str] = {}
    order: list[str] = []
    for each in archives.elements(archive, _LIST, "{*}item", "{*}itemref"):
        if name_of(each) == "item":
            items[each.get("id", "")] = each.get("href", "")
        else:
            order.append(items.get(each.get("idref", ""), ""))
    hrefs = ((href, posixpath.join(posixpath.dirname(_LIST), href)) for href in order)
    listed = [name for pair in hrefs for name in pair if name in names]
    return list(dict.fromkeys((*listed, *names)))


def _section(archive: ZipFile, name: str, part: str) -> Iterator[Passage]:
    places = StoryPlaces()
    for number, paragraph in enumerate(archives.elements(archive, name, "{*}p"), 1):
        ancestors = list(paragraph.iterancestors())
        around = [name_of(each) for each in ancestors]
        if not _COMMENTS.isdisjoint(around):
            continue
        inside = next((each for each in around if each in _KINDS), "")
        place = replace(_place(places, inside, ancestors), number=number, part=part)
        text = _Text().of(paragraph)
        if text.replace(OBJECT, "").strip():
            yield Passage(text, place, kind=_KINDS.get(inside, "text"))


def _place(places: StoryPlaces, inside: str, around: list[_Element]) -> Place:
    """Where a paragraph stands, but for its number and section: in a note, in a cell, or neither;
    `inside` is the nearest of them."""
    item = places.note(inside, around) if inside in _NOTES else 0
    if item:
        return Place(code=_NOTES[inside], number=0, part="", item=item)
    cell = places.cell(around) if inside == "tc" else None
    if cell is None:
        return Place(code="place-section", number=0, part="")
    item, row, column = cell
    return Place(code="place-section-table", number=0, part="", item=item, row=row, column=column)


class _Text:
    """The text of one paragraph while it is gone through."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._deleted = 0  # how many deletions are open

    def of(self, paragraph: _Element) -> str:
        """All of it."""
        self._take_inside(paragraph)
        return "".join(self._pieces)

    def _take_inside(self, element: _Element) -> None:
        for each in element:
            name = name_of(each)
            if name == "t":
                self._take_text(each)
            elif name in _DEEPER:
                self._take_inside(each)
            elif name == "mainText":
                self._add("".join(each.itertext()))
            elif name in ("compose", "equation", "pic"):
                self._add(OBJECT)

    def _take_text(self, element: _Element) -> None:
        self._add(element.text or "")
        for each in element:
            name = name_of(each)
            if name == "deleteBegin":
                self._deleted += 1
            elif name == "deleteEnd":
                self._deleted = max(self._deleted - 1, 0)
            self._add(_SIGNS.get(name, ""))
            self._add(each.tail or "")

    def _add(self, text: str) -> None:
        if not self._deleted:
            self._pieces.append(text)
