"""Translation memories in TMX, versions 1.1 to 1.4b, read unit by unit.

Most units of a large file are plain: a few variants without inline codes. Between two units, where
the parser has read all that came before, such a unit is taken by a pattern that only well-formed
text can match, which is several times faster; the parser gets everything else. Both give the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats.rows import ReadOptions, RefusedRow, UnitItem, UnitRow
from glossary.formats.tmx_codes import Content
from glossary.formats.tmx_units import Units, detail, tagged
from glossary.formats.xml_input import Parser, decoded
from glossary.language.composed import nfc
from glossary.model import Details, Text, Unit

_UNIT_END = "</tu>"
_KEPT = 64 * 1024  # characters that may wait for the rest of their unit
_STEP = 100_000
_LEARNT = 1000
_SHOWN = 200

# Each repetition keeps what it took ("*+"): what follows it cannot begin with any of it.
_SPACE = r"[ \t\n]*+"
_NAMED = r'[A-Za-z_][A-Za-z0-9_.:-]*+="[^"<&\t\n]*+"'
_SAID = rf"(?: {_NAMED})*+"
_CHARS = r"[^<&>]*+(?:&(?:amp|lt|gt|quot|apos);[^<&>]*+)*+"
_ABOUT = rf"(?:{_SPACE}<(?:note{_SAID}>{_CHARS}</note|prop{_SAID}>{_CHARS}</prop)>)*+"
_TUV = rf"<tuv({_SAID})>({_ABOUT}){_SPACE}<seg>({_CHARS})</seg>{_SPACE}</tuv>{_SPACE}"
_ANY_TUV = rf"<tuv{_SAID}>{_ABOUT}{_SPACE}<seg>{_CHARS}</seg>{_SPACE}</tuv>{_SPACE}"
_PLAIN_TUV = re.compile(_TUV)
_PLAIN_UNIT = re.compile(
    rf"<tu({_SAID})>({_ABOUT}){_SPACE}{_TUV}{_TUV}((?:{_ANY_TUV})*+)</tu>{_SPACE}"
)
_PLAIN_SPACE = re.compile(_SPACE)
_PAIR = re.compile(' ([^=]+)="([^"]*)"')
_ONE_SAID = re.compile(rf"<(note|prop)({_SAID})>({_CHARS})<")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
# What is no XML, and what no text of ours may hold.
_ODD = re.compile("[^\t\n -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[UnitItem]:
    """Each unit with the line where it begins, or why it cannot be taken in.

    Raises InputRefused: file-empty, encoding-wrong, encoding-unknown, tmx-expected, xml-broken,
    xml-entity, xml-too-deep, xml-too-long, variety-ambiguous; UsageError encoding-unknown.
    """
    reader = _Reader(options)
    for piece in decoded(stream, options.encoding):
        yield from reader.take(piece)
    yield from reader.finish()


class _Reader:
    """Hands each unit of the text to the pattern or to the parser."""

    def __init__(self, options: ReadOptions) -> None:
        units = Units(options)
        self._pattern = _Pattern(units)
        self._events = _Events(units)
        self._xml = self._events.parser
        self._rest = ""
        self._step = 0

    def take(self, piece: str) -> list[UnitItem]:
        """The units that end in the next piece of the text."""
        rows: list[UnitItem] = []
        text = self._rest + piece
        place = self._plain(text, 0, rows)
        while (end := text.find(_UNIT_END, place + self._step)) >= 0:
            end += len(_UNIT_END)
            rows += self._events.feed(text[place:end])
            place = self._plain(text, end, rows)
            # What seemed the end of a unit may stand in a long comment, which the parser reads
            # from its beginning each time it is given a little more of it.
            self._step = 0 if self._between() else _STEP
        self._rest = text[place:]
        if not self._between() or len(self._rest) > _KEPT:
            rows += self._events.feed(self._rest)
            self._rest = ""
        return rows

    def finish(self) -> list[UnitItem]:
        """The units that end with the text."""
        rows = self._events.feed(self._rest)
        self._xml.close()
        return rows

    def _between(self) -> bool:
        return self._xml.ended(_UNIT_END)

    def _plain(self, text: str, place: int, rows: list[UnitItem]) -> int:
        """The place behind the plain units that follow here, if units can."""
        if not self._between() or self._xml.has_subset:  # which may add attributes
            return place
        line = self._xml.passed
        end = _PLAIN_SPACE.match(text, place).end()  # type: ignore[union-attr]  # always matches
        match, plain = _PLAIN_UNIT.match, self._pattern.unit
        while True:
            line += text.count("\n", place, end)
            place = end
            found = match(text, place)
            unit = found and plain(found)
            if found is None or unit is None:
                self._xml.skip(line - self._xml.passed)
                return place
            rows.append(_new(UnitRow, (line, unit)))
            end = found.end()


_new = tuple.__new__  # makes named tuples without a call in between, for millions of them


class _Pattern:
    """Makes units of what the pattern found."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._learnt: dict[str, tuple[str, Details]] = {}

    def unit(self, found: re.Match[str]) -> Unit | None:
        """The unit; None where something is odd, and the parser shall say what it is."""
        said, about, said_1, about_1, chars_1, said_2, about_2, chars_2, more = found.groups()
        try:
            both = chars_1 + chars_2
            if "&" in both or not both.isprintable() or len(both) > _KEPT:
                chars_1, chars_2 = _plain(chars_1), _plain(chars_2)
            texts: tuple[Text, ...]
            texts = self._text(said_1, about_1, chars_1), self._text(said_2, about_2, chars_2)
            if more:
                others = _PLAIN_TUV.findall(more)
                texts += tuple([self._text(a, b, _plain(chars)) for a, b, chars in others])
            if not said and not about:
                return _new(Unit, (texts, "", ()))
            return self._units.unit(texts, _attributes(said), _about(about))
        except (InputRefused, ValueError):
            return None

    def _text(self, said: str, about: str, chars: str) -> Text:
        variety, details = self._learnt.get(said) or self._learn(said)
        if not chars or chars.isspace():
            raise ValueError
        text = nfc(chars)
        if about:
            return self._units.text(_attributes(said), _about(about), (text, ""))
        return _new(Text, (variety, text, "", "", "", details))

    def _learn(self, said: str) -> tuple[str, Details]:
        """The variety and the details that the attributes of a variant give."""
        tag, details = tagged(_attributes(said))
        known = self._units.variety(tag), details
        if len(self._learnt) >= _LEARNT:
            self._learnt.clear()
        self._learnt[said] = known
        return known


def _attributes(said: str) -> dict[str, str]:
    """The attributes; raises ValueError where one stands twice."""
    pairs = _PAIR.findall(_plain(said))
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _about(said: str) -> Details:
    """The notes and properties."""
    found = _ONE_SAID.findall(said) if said else ()
    return tuple(detail(name, _attributes(pairs), _plain(chars)) for name, pairs, chars in found)


def _plain(chars: str) -> str:
    """What these characters of a document stand for; raises ValueError for odd ones."""
    if len(chars) > _KEPT or (not chars.isprintable() and _ODD.search(chars)):
        raise ValueError
    if "&" not in chars:
        return chars
    for entity, meant in _ENTITIES:
        chars = chars.replace(entity, meant)
    return chars


@dataclass(slots=True)
class _Variant:
    """A <tuv> that is being read."""

    attributes: dict[str, str]
    about: list[tuple[str, str]] = field(default_factory=list)
    contents: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A <tu> that is being read."""

    line: int
    attributes: dict[str, str]
    about: list[tuple[str, str]] = field(default_factory=list)
    variants: list[_Variant] = field(default_factory=list)


class _Events:
    """Follows the parser through a document."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._chars: list[str] = []
        self.parser = Parser(self._start, self._end, self._chars.append)
        self._rows: list[UnitItem] = []
        self._unit: _Open | None = None
        self._variant: _Variant | None = None
        self._content: Content | None = None
        self._said: dict[str, str] = {}  # the attributes of a note or property

    def feed(self, text: str) -> list[UnitItem]:
        """The units that end in the next characters; raises InputRefused."""
        self.parser.feed(text)
        if self._unit is None:
            self._chars.clear()
        rows, self._rows = self._rows, []
        return rows

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._content is not None:
            self._content.start(name, attributes)
        elif name in ("note", "prop", "seg"):
            self._chars.clear()
            self._said = attributes
            if name == "seg" and self._variant is not None:
                self._content = Content(self._chars)
        elif name in ("tu", "tuv"):
            self._start_unit(name, attributes)
        elif name == "header":
            self._units.header(attributes)
        elif self.parser.depth == 1 and name != "tmx":
            raise InputRefused("tmx-expected", found=name)

    def _start_unit(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tu" and self._unit is None:
            self._unit = _Open(self.parser.line, attributes)
        elif name == "tuv" and self._unit is not None and self._variant is None:
            self._variant = _Variant(attributes)
        else:  # one within another: whose texts are whose?
            raise InputRefused("xml-broken", line=self.parser.line)

    def _end(self, name: str) -> None:
        if self._content is not None:
            self._end_content(name)
        elif self._unit is None:
            return
        elif name in ("note", "prop"):
            found = detail(name, self._said, "".join(self._chars))
            (self._variant or self._unit).about.append(found)
        elif name == "tuv" and self._variant is not None:
            self._unit.variants.append(self._variant)
            self._variant = None
        elif name == "tu":
            self._rows.append(self._row(self._unit))
            self._unit = None

    def _end_content(self, name: str) -> None:
        if self._content is None or self._variant is None:
            return
        if self._content.is_open:
            self._content.end(name)
        else:
            self._variant.contents.append(self._content.finish())
            self._content = None

    def _row(self, unit: _Open) -> UnitItem:
        filled = [
            (variant, content)
            for variant in unit.variants
            for content in variant.contents
            if content[0].strip()
        ]
        try:
            texts = [
                self._units.text(variant.attributes, tuple(variant.about), content)
                for variant, content in filled
            ]
            return UnitRow(unit.line, self._units.unit(texts, unit.attributes, tuple(unit.about)))
        except InputRefused as error:
            if error.code == "variety-ambiguous":  # it is in all units, and one answer settles it
                raise
            shown = tuple(content[0][:_SHOWN] for _, content in filled[:4])
            return RefusedRow(unit.line, error.code, error.fields, texts=shown)
