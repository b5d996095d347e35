"""Units of a memory as TMX tells them: attributes, notes and properties, neighbours, varieties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from glossary.errors import InputRefused
from glossary.formats import flaws
from glossary.formats.rows import ReadOptions
from glossary.formats.tmx_codes import plain_text
from glossary.language.composed import nfc
from glossary.language.varieties import normal_variety
from glossary.model import Details, PlainText, Text, Unit

NATIVE = "Malmoi"
"""The creation tool of a file whose tuids are ours."""
BEFORE, AFTER = "x-context-pre", "x-context-post"
"""The types of the properties that hold the neighbours, each in a <seg> of its own (memoQ)."""
OTHER = "x-attribute:"
"""What begins the type of a property that stands for an attribute TMX has no place for."""
NOTE, PROP = "note", "prop:"
"""The kind of a detail that is a note, and what begins that of a property."""

_ALSO = ("lang", "o-encoding", "xml:lang")
"""What else TMX says of a note or property, the end of its kind as a detail (note xml:lang=ko)."""
_ALSO_SAID = re.compile(rf"(?: (?:{'|'.join(_ALSO)})=[^\s=]+)+\Z")
_SIDES = {PROP + BEFORE: 0, PROP + AFTER: 1, PROP + "prev": 0, PROP + "next": 1}  # last OmegaT's
_SEG, _SEG_END = "<seg>", "</seg>"
_KNOWN = 1000  # tags that are remembered
_SHORT = 64 * 1024


class Units:
    """Makes units of what was read from one file."""

    def __init__(self, options: ReadOptions) -> None:
        self._meant = options.varieties
        self._varieties: dict[str, str] = {}
        self._source = ""
        self._native = False
        self._least = 0 if options.alone else 2

    def header(self, attributes: Mapping[str, str]) -> None:
        """Remember what the header says of all units."""
        self._native = attributes.get("creationtool") == NATIVE
        self._source = attributes.get("srclang", "")

    def variety(self, tag: str) -> str:
        """The variety that a tag means; raises InputRefused as normal_variety does."""
        known = self._varieties.get(tag)
        if known is None:
            known = normal_variety(tag, self._meant)
            if len(self._varieties) < _KNOWN:
                self._varieties[tag] = known
        return known

    def text(self, attributes: Mapping[str, str], about: Details, content: tuple[str, str]) -> Text:
        """One side of a unit, its content being plain text and markup; raises InputRefused."""
        tag, details = tagged(attributes)
        variety = self.variety(tag)
        before, after, rest = _neighbours(about)
        for each in (*content, before, after):
            _check(variety, each)
        return Text(variety, *content, before, after, _checked(_ordered(details + rest)))

    def unit(self, texts: Sequence[Text], attributes: Mapping[str, str], about: Details) -> Unit:
        """A unit of these texts; raises InputRefused for fewer than two, unless one may stand
        alone, or with a flaw."""
        if len(texts) < self._least:
            raise InputRefused("tm-unit-needs-two")
        uid = ""
        said = dict(attributes)
        if self._native and "tuid" in said:
            uid = said.pop("tuid")
            flaws.check_uid(uid)
        details = tuple(sorted(said.items())) if said else ()
        if about and texts:
            before, after, rest = _neighbours(about)
            details = _ordered(details + rest)
            texts = self._placed(texts, attributes.get("srclang", ""), before, after)
        return Unit(tuple(texts), uid, _checked(details))

    def _placed(self, texts: Sequence[Text], said: str, before: str, after: str) -> Sequence[Text]:
        """The texts, the source with the neighbours that stand at the unit."""
        if not before and not after:
            return texts
        place = source_place(texts, said or self._source, self._meant)
        source = texts[place]
        for each in (before, after):
            _check(source.variety, each)
        source = source._replace(before=before or source.before, after=after or source.after)
        return (*texts[:place], source, *texts[place + 1 :])


def source_place(
    texts: Sequence[PlainText], tag: str, meant: Mapping[str, str] | None = None
) -> int:
    """The place of the first text in the source's variety; of the first where there is none."""
    try:
        variety = normal_variety(tag, meant)
    except InputRefused:  # such as *all*
        return 0
    varieties = [text[0] for text in texts]
    return varieties.index(variety) if variety in varieties else 0


def tagged(attributes: Mapping[str, str]) -> tuple[str, Details]:
    """The language of a variant (TMX 1.1 has it in lang), and its other attributes."""
    tag = attributes.get("xml:lang", attributes.get("lang", ""))
    rest = [pair for pair in attributes.items() if pair[0] not in ("xml:lang", "lang")]
    return tag, tuple(sorted(rest))


def detail(name: str, attributes: Mapping[str, str], value: str) -> tuple[str, str]:
    """A note or a property as a detail, by the element's name."""
    value = nfc(value)
    kind = attributes.get("type", "")
    if name != NOTE and kind.startswith(OTHER):
        return kind.removeprefix(OTHER), value
    said = [f" {each}={attributes[each]}" for each in _ALSO if each in attributes]
    also = "".join(each for each in said if _ALSO_SAID.fullmatch(each))
    return (NOTE if name == NOTE else PROP + kind) + also, value


def is_note(kind: str) -> bool:
    """Whether a detail of this kind is a note."""
    return kind == NOTE or _told_apart(kind)[0] == NOTE


def element(kind: str) -> tuple[str, dict[str, str]]:
    """The element of TMX that a detail of this kind is, with its attributes; a detail that is
    neither a note nor a property is a property of a type that says so."""
    bare, also = _told_apart(kind)
    if bare == NOTE:
        return "note", also
    if bare.startswith(PROP):
        return "prop", {"type": bare.removeprefix(PROP), **also}
    return "prop", {"type": OTHER + kind}


def _told_apart(kind: str) -> tuple[str, dict[str, str]]:
    """The kind of a note or property, and what else is said of it."""
    found = _ALSO_SAID.search(kind)
    if found is None:
        return kind, {}
    pairs = (each.split("=", 1) for each in found[0].split())
    return kind[: found.start()], dict(pairs)


def _neighbours(about: Details) -> tuple[str, str, Details]:
    """What stood before and after, and the other details; the first one of each counts."""
    found = ["", ""]
    rest = []
    for kind, value in about:
        side = _SIDES.get(_told_apart(kind)[0])
        if side is None:
            rest.append((kind, value))
        else:
            found[side] = found[side] or _unwrapped(value)
    return found[0], found[1], tuple(rest)


def _ordered(details: Details) -> Details:
    """Attributes first, sorted, also those that stood as properties; then the rest as it was."""
    rest = [each for each in details if is_note(each[0]) or each[0].startswith(PROP)]
    if not rest:
        return tuple(sorted(details))
    attributes = [each for each in details if each not in rest]
    return tuple(sorted(attributes) + rest)


def _unwrapped(value: str) -> str:
    """The text of a <seg> in a property; of anything else, all of it."""
    if not (value.startswith(_SEG) and value.endswith(_SEG_END)):
        return value
    inner = value.removeprefix(_SEG).removesuffix(_SEG_END)
    if "<" not in inner and "&" not in inner:
        return inner
    try:
        return plain_text(inner)
    except InputRefused:
        return value


def _checked(details: Details) -> Details:
    for kind, value in details:
        if not (value.isprintable() and kind.isprintable() and len(value) + len(kind) < _SHORT):
            flaws.check_text("details", kind)
            flaws.check_text(kind, value)
    return details


def _check(name: str, text: str) -> None:
    if len(text) > _SHORT or not text.isprintable():
        flaws.check_text(name, text)
