"""Translation memories as TMX 1.4b, which keeps all that a unit has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import BinaryIO

from glossary import __version__
from glossary.formats.tmx_codes import escaped, quoted
from glossary.formats.tmx_units import AFTER, BEFORE, NATIVE, element, source_place
from glossary.model import Details, PlainUnit
from glossary.unit_pages import MORE, NEXT, TEXTS, UNIT, WORDS, UnitPages, units_of

_VARIANT = frozenset(
    (
        *("changedate", "changeid", "creationdate", "creationid", "creationtool"),
        *("creationtoolversion", "datatype", "lastusagedate", "o-encoding", "o-tmf", "usagecount"),
    )
)
_UNIT = _VARIANT | {"segtype", "srclang"}
_SEGMENTS = ("block", "paragraph", "sentence", "phrase")
_AT_ONCE = 1000
_END = "</body>\n</tmx>\n"

_LAST = b"</seg></tuv>\n</tu>\n"
_MARKUP = (
    *((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;")),
    (UNIT, _LAST + b'<tu tuid="'),
    (TEXTS, b'">\n<tuv xml:lang="'),
    (WORDS, b'"><seg>'),
    (NEXT, b'</seg></tuv>\n<tuv xml:lang="'),
)
"""What the characters and marks of a page become, the first ones first."""
_QUOTES_UID = re.compile(UNIT + b'[^"' + TEXTS + b']*"')
_NEVER = ("\ufffe".encode(), "\uffff".encode())
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n"))


def write(stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
    """Write the units and give back how many there were; `source` is the variety they were
    translated from, where it is one."""
    stream.write(_heading(source).encode())
    count = 0
    if isinstance(units, UnitPages):
        for page in units.pages():
            count += page.count(UNIT)
            stream.write(_page(page, source))
    else:
        rest = iter(units)
        while batch := list(islice(rest, _AT_ONCE)):
            count += len(batch)
            stream.write("".join([_unit(unit, source) for unit in batch]).encode())
    stream.write(_END.encode())
    return count


def _page(page: bytes, source: str) -> bytes:
    """The units of a page. Where they have nothing but words, its marks are replaced by tags, which
    is many times faster than to go through it; a page with others is taken apart."""
    if not _is_odd(page):
        for mark, markup in _MARKUP:
            page = page.replace(mark, markup)
        return page.removeprefix(_LAST) + _LAST
    if page.count(UNIT) > 1:
        return b"".join([_page(UNIT + each, source) for each in page.split(UNIT)[1:]])
    return "".join([_unit(unit, source) for unit in units_of(page)]).encode()


def _is_odd(page: bytes) -> bool:
    """Whether something of a page is no words, or has to be written otherwise."""
    return (
        MORE in page
        or len(page.translate(None, _CONTROLS)) < len(page)
        or any(character in page for character in _NEVER)
        or _QUOTES_UID.search(page) is not None
    )


def _heading(source: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f"<header creationtool={quoted(NATIVE)} creationtoolversion={quoted(__version__)}"
        f' segtype="sentence" o-tmf={quoted(NATIVE)} adminlang="en"'
        f' srclang={quoted(source or "*all*")} datatype="plaintext"/>\n'
        "<body>\n"
    )


def _unit(unit: PlainUnit, source: str) -> str:
    """A unit; the neighbours of its source stand at the unit, where others look for them."""
    texts, uid, details = unit
    said = about = variants = ""
    if details:
        said, about = _told(details, _UNIT)
    if uid:
        said += f" tuid={quoted(uid)}"
    at = place = -1
    for variety, words, markup, before, after, known in texts:
        at += 1
        has = beside = ""
        if known:
            has, beside = _told(known, _VARIANT)
        if before or after:
            if place < 0:
                place = source_place(texts, dict(details).get("srclang", "") or source)
            if at == place:
                about = _context(before, after) + about
            else:
                beside = _context(before, after) + beside
        content = markup or escaped(words)
        variants += f"<tuv xml:lang={_tag(variety)}{has}>{beside}<seg>{content}</seg></tuv>\n"
    return f"<tu{said}>{about}\n{variants}</tu>\n"


_tag = lru_cache(maxsize=1000)(quoted)


def _told(details: Details, known: frozenset[str]) -> tuple[str, str]:
    """The attributes that TMX knows, and the rest as notes and properties."""
    attributes: dict[str, str] = {}
    about = []
    for kind, value in details:
        if _is_free(kind, value, known, attributes):
            attributes[kind] = value
        else:
            name, has = element(kind)
            about.append(f"<{name}{_said(has)}>{escaped(value)}</{name}>")
    return _said(dict(sorted(attributes.items()))), "".join(about)


def _said(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoted(value)}" for name, value in attributes.items())


def _is_free(kind: str, value: str, known: frozenset[str], taken: dict[str, str]) -> bool:
    """Whether a detail can be the attribute of that name."""
    if kind not in known or kind in taken:
        return False
    return kind != "segtype" or value in _SEGMENTS


def _context(before: str, after: str) -> str:
    sides = ((BEFORE, before), (AFTER, after))
    return "".join(_property(kind, f"<seg>{escaped(side)}</seg>") for kind, side in sides if side)


def _property(kind: str, value: str) -> str:
    return f"<prop type={quoted(kind)}>{escaped(value)}</prop>"
