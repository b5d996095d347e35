"""The text of a DOCX document (ECMA-376, WordprocessingML), a paragraph a passage.

As it reads once all tracked changes are accepted, without comments, codes of fields and hidden
text. After the body come headers, footers, footnotes and endnotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from glossary.errors import InputRefused
from glossary.formats import archives
from glossary.formats.office_package import attribute, name_of, opened, relations
from glossary.formats.passages import OBJECT, Passage, Place
from glossary.formats.rows import ReadOptions
from glossary.formats.story_places import StoryPlaces

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}p",
)
_MAIN, _TYPES = "word/document.xml", "[Content_Types].xml"
_STORIES = (
    ("header", "place-header", "header"),
    ("footer", "place-footer", "footer"),
    ("footnotes", "place-footnote", "note"),
    ("endnotes", "place-endnote", "note"),
)
"""The types of the parts beside the body, with the codes of their places and their kinds."""

_NOTES = {"place-footnote": "footnote", "place-endnote": "endnote"}

# What is in these is no text of the paragraph: its properties, what was deleted or moved away, the
# reading over a word, and text boxes, whose paragraphs come by themselves.
_LEFT_OUT = frozenset(
    (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rubyPr"),
        *("instrText", "delText", "delInstrText", "del", "moveFrom", "rt", "txbxContent"),
    )
)
_SEPARATORS = frozenset(("separator", "continuationSeparator"))  # lines over the notes
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_OFF = frozenset(("0", "false", "off"))
_BLANKS = " \t\r\n"
_LONGEST = 1024 * 1024  # characters of paragraphs that run on


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Passage]:
    """The passages of a document. Raises InputRefused for a file that cannot be read."""
    with opened(stream, "DOCX") as archive:
        main = next((part for kind, part in relations(archive, "") if kind == "officeDocument"), "")
        if not main and _MAIN in archive.namelist():
            main = _MAIN
        if not main or not _is_word(archive, main):
            raise InputRefused("document-not-kind", kind="DOCX")
        yield from _story(archive, main, "place-paragraph", "text")
        told = relations(archive, main)
        for relation, said, kind in _STORIES:
            for part in dict.fromkeys(part for each, part in told if each == relation):
                yield from _story(archive, part, said, kind)


def _is_word(archive: ZipFile, main: str) -> bool:
    """Whether the main part is a text, by its place or by what the package says of it."""
    if main.startswith("word/") or _TYPES not in archive.namelist():
        return main.startswith("word/")
    said = archives.elements(archive, _TYPES, "{*}Override")
    types = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in said}
    return "wordprocessingml" in types.get(main, "")


def _story(archive: ZipFile, part: str, code: str, kind: str) -> Iterator[Passage]:
    places = StoryPlaces()
    place: Place | None = None
    before, begin = "", 0  # the text of paragraphs whose ends are deleted, and the first of them
    for number, paragraph in enumerate(archives.elements(archive, part, *_WORD), 1):
        around = _Around(paragraph)
        if around.is_left_out:
            continue
        place = _place(places, paragraph, code, number)
        text = before + _Text().of(paragraph)
        begin = begin or number
        if _runs_on(paragraph) and len(text) < _LONGEST:
            before = text
            continue
        if text.replace(OBJECT, "").strip():
            found = "cell" if around.is_cell and kind == "text" else kind
            yield Passage(text, replace(place, number=begin), kind=found)
        before, begin = "", 0
    if place is not None and before.strip():
        yield Passage(before, replace(place, number=begin), kind=kind)


def _place(places: StoryPlaces, paragraph: _Element, code: str, number: int) -> Place:
    """Where a paragraph stands: in a cell of the body, in a note, or by its number."""
    around = list(paragraph.iterancestors())
    cell = places.cell(around) if code == "place-paragraph" else None
    if cell is not None:
        item, row, column = cell
        return Place(code="place-table", number=number, item=item, row=row, column=column)
    item = places.note(_NOTES.get(code, ""), around)
    return Place(code=code, number=number, item=item)


def _runs_on(paragraph: _Element) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one belongs to it."""
    marks = (each for each in paragraph[:1] if name_of(each) == "pPr")
    runs = (each for mark in marks for each in mark if name_of(each) == "rPr")
    return any(name_of(each) == "del" for run in runs for each in run)


class _Around:
    """What a paragraph stands in."""

    def __init__(self, paragraph: _Element) -> None:
        self.is_cell = self.is_left_out = False
        for each in paragraph.iterancestors():
            name = name_of(each)
            if name == "tc":
                self.is_cell = True
            elif name == "tr":
                self.is_left_out |= any(name_of(mark) == "del" for mark in _properties(each))
            elif name == "Fallback":
                self.is_left_out |= _has_choice(each)
            elif name in ("del", "moveFrom") or (
                name in ("footnote", "endnote") and attribute(each, "type") in _SEPARATORS
            ):
                self.is_left_out = True


def _properties(row: _Element) -> Iterator[_Element]:
    for each in row:
        if name_of(each) == "trPr":
            yield from each


def _has_choice(fallback: _Element) -> bool:
    """Whether the same stands in front of it in a newer form (ECMA-376-3, 10.2)."""
    return any(name_of(each) == "Choice" for each in fallback.itersiblings(preceding=True))


class _Text:
    """The text of one paragraph while it is gone through."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._codes: list[bool] = []  # open fields: whether their code is still under way

    def of(self, paragraph: _Element) -> str:
        """All of it."""
        for each in paragraph:
            self._take(each)
        return "".join(self._pieces)

    def _take(self, element: _Element) -> None:
        name = name_of(element)
        if name in _LEFT_OUT:
            return
        if name == "t":
            self._take_text(element)
        elif name == "fldChar":
            self._take_field(element)
        elif name == "sym":
            self._add(OBJECT)
        elif name == "AlternateContent":
            self._take_alternatives(element)
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name != "r" or not _is_hidden(element):
            for each in element:
                self._take(each)

    def _add(self, text: str) -> None:
        if not any(self._codes):
            self._pieces.append(text)

    def _take_text(self, element: _Element) -> None:
        text = "".join(element.itertext())
        self._add(text if attribute(element, "space") == "preserve" else text.strip(_BLANKS))

    def _take_field(self, element: _Element) -> None:
        """The beginning of a field, the end of its code, or its end ([ECMA-376-1], 17.16.18)."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _take_alternatives(self, element: _Element) -> None:
        """The first of the alternatives that has text."""
        before = len(self._pieces)
        for each in element:
            self._take(each)
            if len(self._pieces) > before:
                return


def _is_hidden(run: _Element) -> bool:
    for properties in run:
        if name_of(properties) == "rPr":
            for each in properties:
                if name_of(each) == "vanish":
                    return attribute(each, "val").lower() not in _OFF
    return False
