"""Our own lossless form of a memory: a line about the file, then one unit a line (JSON Lines).

Without that first line each line is an object of one's own, {"zh-CN": "…", "ko-KR": "…"}: a row
of a table whose headings are its keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import Any, BinaryIO

from glossary.documents import Document
from glossary.errors import InputRefused
from glossary.formats.columns import Column, read_header
from glossary.formats.flaws import check_uid
from glossary.formats.jsonl import read_first, read_line, written_line
from glossary.formats.lines import text_lines
from glossary.formats.rows import ReadOptions, RefusedRow, UnitItem, UnitRow
from glossary.formats.tmx_codes import canonical
from glossary.formats.unit_flaws import checked
from glossary.formats.unit_tables import unit_of_row
from glossary.language.composed import nfc
from glossary.language.varieties import normal_variety
from glossary.model import Details, PlainText, PlainUnit, Text, Unit

FORMAT = "malmoi-memory"
VERSION = 1

_FIELDS = ("variety", "text", "markup", "before", "after", "details")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[UnitItem]:
    """Each line's unit, or why there is none. Raises InputRefused for a file of another form."""
    lines = text_lines(stream, options.encoding)
    first = next(lines)
    if _is_plain(first):
        yield from _plain(chain([first], lines), options)
        return
    read_first(first, FORMAT)
    normal = cache(partial(normal_variety, meant=options.varieties))
    for number, line in enumerate(lines, 2):
        if line.strip():
            try:
                unit = _unit(read_line(line))
                texts = (each._replace(variety=normal(each.variety)) for each in unit.texts)
                unit = unit._replace(texts=tuple(texts))
                yield UnitRow(number, checked(unit, alone=options.alone))
            except InputRefused as error:
                yield RefusedRow(number, error.code, error.fields)


def _is_plain(line: str) -> bool:
    """Whether a line is an object of texts, and not one about a file."""
    try:
        document = read_line(line)
    except InputRefused:
        return False
    return bool(document) and "format" not in document and "texts" not in document


def _plain(lines: Iterable[str], options: ReadOptions) -> Iterator[UnitItem]:
    known: dict[tuple[str, ...], tuple[Column, ...]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = read_line(line)
            names = tuple(document)
            if names not in known:
                mapped = {key: name for key, name in options.columns.items() if key in document}
                known[names] = read_header(names, replace(options, columns=mapped))
            row = [_cell(document, name) for name in names]
            yield UnitRow(number, checked(unit_of_row(row, known[names]), alone=options.alone))
        except InputRefused as error:
            if error.code == "variety-ambiguous":  # one answer settles it for all
                raise
            yield RefusedRow(number, error.code, error.fields)


def _cell(document: Document, name: str) -> str:
    value = document[name]
    if isinstance(value, (list, dict)):
        raise InputRefused("field-not-text", field=name)
    return "" if value is None else str(value)


def write(stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
    """Write the header and one line for each unit; how many there were."""
    stream.write(written_line({"format": FORMAT, "version": VERSION}))
    count = 0
    for texts, uid, details in units:
        document: Document = {"uid": uid} if uid else {}
        document["texts"] = list(map(_text_document, texts))
        if details:
            document["details"] = details
        stream.write(written_line(document))
        count += 1
    return count


def _text_document(text: PlainText) -> Document:
    return {name: value for name, value in zip(_FIELDS, text, strict=True) if value}


def _unit(document: Document) -> Unit:
    _only(document, ("uid", "texts", "details"))
    uid = _string(document, "uid")
    check_uid(uid)
    texts = document.get("texts")
    if not isinstance(texts, list) or not all(isinstance(each, dict) for each in texts):
        raise InputRefused("field-not-list", field="texts")
    return Unit(tuple(map(_text, texts)), uid, _details(document))


def _text(document: Document) -> Text:
    _only(document, _FIELDS)
    variety, text, markup, before, after = (_string(document, name) for name in _FIELDS[:-1])
    if markup:
        text, markup = _with_codes(text, markup)
    return Text(variety, text, markup, before, after, _details(document))


def _with_codes(text: str, markup: str) -> tuple[str, str]:
    """The text and its markup as TMX may hold it, whoever wrote it. Raises InputRefused where the
    markup is broken or says something else than the text."""
    plain, codes = canonical(markup)
    if plain != nfc(text):
        raise InputRefused("tm-markup-differs")
    return plain, codes


def _only(document: Document, known: tuple[str, ...]) -> None:
    for name in document:
        if name not in known:
            raise InputRefused("field-unknown", field=name)


def _string(document: Document, name: str) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise InputRefused("field-not-text", field=name)
    return value


def _details(document: Document) -> Details:
    found: Any = document.get("details", [])
    whole = isinstance(found, list) and all(
        isinstance(each, list) and [type(part) for part in each] == [str, str] for each in found
    )
    if not whole:
        raise InputRefused("field-not-list", field="details")
    return tuple((kind, value) for kind, value in found)
