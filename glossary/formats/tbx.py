"""Glossaries in TBX (ISO 30042): version 2 of 2008 ("martif") and version 3 in its DCA style.

Read only, concept by concept. The document type is never fetched, entities of the file itself are
resolved within the parser's limits. What we have no place for goes into the note with its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from glossary.errors import InputRefused
from glossary.formats import flaws
from glossary.formats.rows import FIELDS, Item, ReadOptions, RefusedRow, Row
from glossary.formats.words import pos_of
from glossary.language.composed import nfc
from glossary.language.varieties import normal_variety
from glossary.model import Citation, Concept, Term

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_LANGUAGES = ("{*}langSet", "{*}langSec")
_TERMS = ("{*}tig", "{*}ntig", "{*}termSec")
_SAID = ("{*}termNote", "{*}descrip", "{*}admin", "{*}note", "{*}xref")
_ROOTS = ("martif", "tbx")
_STATUSES = {
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "deprecated",
    "superseded": "deprecated",
    "notRecommended": "deprecated",
    "obsolete": "deprecated",
    "standardizedTerm": "preferred",
}
_STATUS_KINDS = ("administrativeStatus", "usageStatus", "normativeAuthorization")
_PIECE = 1024 * 1024
_ENTRY_LIMIT = 16 * _PIECE


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """Each entry's concept, with the line where the entry begins.

    Raises InputRefused: file-empty, xml-broken with its line, tbx-expected.
    """
    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities="internal", remove_comments=True, remove_pis=True
    )
    waiting = 0
    rooted = False
    try:
        for piece in iter(lambda: stream.read(_PIECE), b""):
            parser.feed(piece)
            waiting += len(piece)
            for event, element in parser.read_events():
                rooted = rooted or _check_root(element)
                if event == "end" and _name(element) in ("termEntry", "conceptEntry"):
                    waiting = 0
                    yield _row(element, options)
                    _forget(element)
            if waiting > _ENTRY_LIMIT:
                raise InputRefused("line-too-long", line=1, longest=_ENTRY_LIMIT)
        if not rooted:
            raise InputRefused("file-empty")
        parser.close()
    except etree.XMLSyntaxError as error:
        raise InputRefused("xml-broken", line=error.lineno or 1) from error


def _check_root(element: etree._Element) -> bool:
    if _name(element) not in _ROOTS:
        raise InputRefused("tbx-expected", found=_name(element))
    return True


def _row(entry: etree._Element, options: ReadOptions) -> Item:
    line = entry.sourceline or 0
    texts = tuple(_text(term) for term in entry.iter("{*}term"))
    try:
        concept = _concept(entry, options)
        flaws.check(concept)
        if not concept.terms:
            raise InputRefused("concept-without-terms")
        for term in concept.terms:
            flaws.check_kept(term)
        return Row(line, concept, frozenset((*FIELDS, *(term.variety for term in concept.terms))))
    except InputRefused as error:
        return RefusedRow(line, error.code, error.fields, texts=texts[:4])


def _concept(entry: etree._Element, options: ReadOptions) -> Concept:
    terms: list[Term] = []
    said = _Said()
    said.take(entry)
    for language in entry.iterchildren(*_LANGUAGES):
        tag = language.get(_LANGUAGE) or language.get("lang") or ""
        variety = normal_variety(tag, options.varieties)
        said.take(language)
        terms += filter(None, (_term(each, variety) for each in language.iterchildren(*_TERMS)))
    return Concept(
        "", tuple(terms), said.text("subjectField"), said.text("definition"), said.note()
    )


def _term(element: etree._Element, variety: str) -> Term | None:
    text = next((_text(each) for each in element.iter("{*}term")), "")
    if not text.strip():
        return None
    said = _Said()
    for each in (element, *element.iterchildren("{*}termGrp")):
        said.take(each)
    pos = pos_of(said.text("partOfSpeech"))
    status = next((_STATUSES.get(each, "") for each in said.statuses()), "")
    citations = tuple(Citation(source) for source in said.all("source"))
    return Term(variety, text.strip(), status, pos, said.note(), citations)


class _Said:
    """What is said at one level, by its kind."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def take(self, element: etree._Element) -> None:
        """Take in what stands directly below an element, or in a group below it."""
        groups = element.iterchildren("{*}descripGrp", "{*}adminGrp", "{*}termNoteGrp")
        for level in (element, *groups):
            for each in level.iterchildren(*_SAID):
                text = " ".join(_text(each).split()) or each.get("target", "")
                if text:
                    self._found.setdefault(each.get("type", "note"), []).append(text)

    def all(self, kind: str) -> list[str]:
        """Everything of a kind, which is then no part of the note."""
        return self._found.pop(kind, [])

    def text(self, kind: str) -> str:
        """Everything of a kind, a line each."""
        return "\n".join(self.all(kind))

    def statuses(self) -> list[str]:
        """The statuses, without what a picklist adds to the word."""
        found = [each for kind in _STATUS_KINDS for each in self.all(kind)]
        return [each.partition("-")[0].removesuffix("Term") or each for each in found]

    def note(self) -> str:
        """All the rest; what is no plain note with the name of its kind."""
        lines = [
            text if kind == "note" else f"{kind}: {text}"
            for kind, texts in self._found.items()
            for text in texts
        ]
        return "\n".join(lines)


def _text(element: etree._Element) -> str:
    return nfc("".join(map(str, element.itertext())))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
