"""Translation memories as TMX 1.4b, which keeps all that a unit has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import BinaryIO

from glossary import __version__
from glossary.formats.tmx_codes import escaped, quoted
from glossary.formats.tmx_units import AFTER, BEFORE, NATIVE, NOTE, OTHER, PROP, source_place
from glossary.model import Details, Text, Unit

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


def write(stream: BinaryIO, units: Iterable[Unit], source: str = "") -> int:
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


def _unit(unit: Unit, source: str) -> str:
    texts, uid, details = unit
    said, about = _told(details, _UNIT) if details else ("", "")
    if uid:
        said += f" tuid={quoted(uid)}"
    if any(text.before or text.after for text in texts):
        place = source_place(texts, dict(details).get("srclang", "") or source)
        about = _context(texts[place]) + about
        variants = [_text(text, at == place) for at, text in enumerate(texts)]
    else:
        variants = [_text(text, True) for text in texts]
    return f"<tu{said}>{about}\n{''.join(variants)}</tu>\n"


def _text(text: Text, is_source: bool) -> str:
    """A variant; the neighbours of the source stand at the unit, where others look for them."""
    variety, words, markup, _, _, details = text
    said, about = _told(details, _VARIANT) if details else ("", "")
    if not is_source:
        about = _context(text) + about
    content = markup or escaped(words)
    return f"<tuv xml:lang={_tag(variety)}{said}>{about}<seg>{content}</seg></tuv>\n"


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


def _context(text: Text) -> str:
    sides = ((BEFORE, text.before), (AFTER, text.after))
    return "".join(_property(kind, f"<seg>{escaped(side)}</seg>") for kind, side in sides if side)


def _property(kind: str, value: str) -> str:
    return f"<prop type={quoted(kind)}>{escaped(value)}</prop>"
