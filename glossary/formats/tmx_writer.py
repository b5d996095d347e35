"""Translation memories as TMX 1.4b, which keeps all that a unit has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import BinaryIO

from glossary import __version__
from glossary.formats.tmx_codes import escaped, quoted
from glossary.formats.tmx_units import AFTER, BEFORE, NATIVE, NOTE, OTHER, PROP, source_place
from glossary.model import Details, PlainUnit

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


def write(stream: BinaryIO, units: Iterable[PlainUnit], source: str = "") -> int:
    """Write the units and give back how many there were; `source` is the variety they were
    translated from, where it is one."""
    stream.write(_heading(source).encode())
    count = 0
    rest = iter(units)
    while batch := list(islice(rest, _AT_ONCE)):
        count += len(batch)
        stream.write("".join([_unit(unit, source) for unit in batch]).encode())
    stream.write(_END.encode())
    return count


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
        if kind == NOTE:
            about.append(f"<note>{escaped(value)}</note>")
        elif kind.startswith(PROP):
            about.append(_property(kind.removeprefix(PROP), value))
        elif _is_free(kind, value, known, attributes):
            attributes[kind] = value
        else:
            about.append(_property(OTHER + kind, value))
    said = "".join(f" {name}={quoted(attributes[name])}" for name in sorted(attributes))
    return said, "".join(about)


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
