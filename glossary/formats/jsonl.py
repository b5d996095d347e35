"""Our own lossless form: a line about the file, then one concept document a line (JSON Lines).

{"format":"malmoi-glossary","version":1,"set":{…}} is the first line; with "varieties":[…] in it
the file speaks of these alone, and the others of a concept are to stay as they are. UTF-8, one
line feed a line, no byte order mark; a byte order mark is read over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any, BinaryIO

from glossary.documents import Document, dumps, from_document, to_document
from glossary.errors import InputRefused
from glossary.formats import flaws
from glossary.formats.lines import text_lines
from glossary.formats.rows import (
    DETAILS,
    FIELDS,
    Heading,
    Item,
    ReadOptions,
    RefusedRow,
    Row,
    Written,
)
from glossary.language.varieties import normal_variety
from glossary.model import Concept, Example

FORMAT = "malmoi-glossary"
VERSION = 1

_SET_FIELDS = ("name", "pack", "version", "licence", "source")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    """Each line's concept, or why there is none; empty lines are passed over.

    Raises InputRefused for a file that is not of this form, or of a newer version.
    """
    lines = text_lines(stream, options.encoding)
    normal = cache(partial(normal_variety, meant=options.varieties))
    given = _given(read_first(next(lines), FORMAT), normal)
    for number, line in enumerate(lines, 2):
        if line.strip():
            yield _row(number, line, given, normal)


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write the header and one line for each concept."""
    stream.write(written_line(_header_document(heading)))
    count = 0
    for concept in concepts:
        stream.write(written_line(to_document(concept)))
        count += 1
    return Written(count)


def _header_document(heading: Heading) -> Document:
    fields = {name: getattr(heading.set, name) for name in _SET_FIELDS} if heading.set else {}
    document: Document = {"format": FORMAT, "version": VERSION, "set": fields}
    return document | ({"varieties": list(heading.varieties)} if heading.varieties else {})


def written_line(document: Document) -> bytes:
    """One line of a file."""
    return f"{dumps(document)}\n".encode()


def read_first(line: str, form: str) -> Document:
    """The first line of a file of this form. Raises InputRefused for another form, or a newer
    version."""
    try:
        header = read_line(line)
    except InputRefused:
        header = {}
    version = header.get("version")
    if header.get("format") != form or type(version) is not int or version < 1:
        raise InputRefused("jsonl-header-missing", expected=form)
    if version > VERSION:
        raise InputRefused("jsonl-newer", found=version, known=VERSION)
    return header


def _given(header: Document, normal: Callable[[str], str]) -> frozenset[str] | None:
    """What a file restricted to some varieties speaks of; None where it is not restricted."""
    varieties = header.get("varieties")
    if varieties is None:
        return None
    if not isinstance(varieties, list) or not all(isinstance(each, str) for each in varieties):
        raise InputRefused("field-not-list", field="varieties")
    tags = list(map(normal, varieties))
    return frozenset((*FIELDS, *tags, *(f"{tag} {detail}" for tag in tags for detail in DETAILS)))


def _row(
    number: int, line: str, given: frozenset[str] | None, normal: Callable[[str], str]
) -> Row | RefusedRow:
    document: Document = {}
    try:
        document = read_line(line)
        concept = _with_normal_varieties(from_document(document), normal)
        flaws.check(concept)
        if given is not None:
            _check_within(concept, given)
        return Row(number, concept, given)
    except InputRefused as error:
        return RefusedRow(number, error.code, error.fields, *_readable(document))


def read_line(line: str) -> Document:
    """The object of one line. Raises InputRefused json-malformed, field-twice."""
    try:
        document = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        raise InputRefused("json-malformed") from None
    if not isinstance(document, dict):
        raise InputRefused("json-malformed")
    return document


def _object(pairs: list[tuple[str, Any]]) -> Document:
    """A JSON object; the second of two equal names would silently win."""
    document = dict(pairs)
    if len(document) < len(pairs):
        names = [name for name, _ in pairs]
        raise InputRefused("field-twice", field=next(n for n in names if names.count(n) > 1))
    return document


def _with_normal_varieties(concept: Concept, normal: Callable[[str], str]) -> Concept:
    terms = tuple(
        term
        if term.variety == normal(term.variety)
        else replace(term, variety=normal(term.variety))
        for term in concept.terms
    )
    examples = tuple(
        Example(tuple((normal(variety), text) for variety, text in example.texts))
        for example in concept.examples
        if example.texts  # the tables have no row for an example without a sentence
    )
    for example in examples:
        if len(dict(example.texts)) < len(example.texts):
            raise InputRefused("field-twice", field="examples")
    return replace(concept, terms=terms, examples=examples)


def _check_within(concept: Concept, given: frozenset[str]) -> None:
    """A term outside the header's varieties would be lost without a word."""
    for term in concept.terms:
        if term.variety not in given:
            raise InputRefused("variety-outside-header", variety=term.variety)


def _readable(document: Document) -> tuple[str, tuple[str, ...]]:
    """Uid and texts of a document that is not a concept, as far as there are any."""
    uid, terms = document.get("uid"), document.get("terms")
    texts = [
        term["text"]
        for term in (terms if isinstance(terms, list) else [])
        if isinstance(term, dict) and isinstance(term.get("text"), str)
    ]
    return (uid if isinstance(uid, str) else ""), tuple(texts)
