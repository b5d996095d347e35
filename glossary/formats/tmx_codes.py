"""Inline codes of TMX: the content of a <seg> as plain text and as canonical markup.

Canonical means valid in TMX 1.4b: attributes in the order of the alphabet and only those it knows,
the ones it requires always there; elements where it has no place for them are left out, and what
they hold stays.
"""

from __future__ import annotations

from glossary.formats.xml_input import Parser
from glossary.language.composed import nfc

_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
# What XML cannot hold in any way; no text of ours has it, and a file must be readable all the same.
_NEVER = [*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_TEXT.update({char: "\ufffd" for char in _NEVER if chr(char) not in "\t\n\r"})
_QUOTED = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}

_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
_RUNNING = _CODES | {"hi"}
_INSIDE = {
    **dict.fromkeys(("seg", "hi", "sub"), _RUNNING),
    **dict.fromkeys(_CODES, frozenset(("sub",))),
}
_ATTRIBUTES = {
    "bpt": ("i", "type", "x"),
    "ept": ("i",),
    "hi": ("type", "x"),
    "it": ("pos", "type", "x"),
    "ph": ("assoc", "type", "x"),
    "sub": ("datatype", "type"),
    "ut": ("x",),
}
_REQUIRED = {"bpt": {"i": "0"}, "ept": {"i": "0"}, "it": {"pos": "begin"}}


def escaped(text: str) -> str:
    """The text as it stands between tags."""
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text):
        return text
    return text.translate(_TEXT)


def quoted(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    return f'"{text}"' if text.isalnum() else f'"{text.translate(_QUOTED)}"'


def plain_text(markup: str) -> str:
    """The text of a <seg>'s content without its codes; raises InputRefused xml-broken."""
    return canonical(markup)[0]


def canonical(markup: str) -> tuple[str, str]:
    """The plain text and the canonical markup of a <seg>'s content that anybody may have written;
    the latter is empty where there are no codes. Raises InputRefused: xml-broken, xml-entity,
    xml-too-deep, xml-too-long."""
    pieces: list[str] = []
    content = Content(pieces)
    parser = Parser(content.start, content.end, pieces.append)
    parser.feed(f"<seg>{markup}</seg>")
    parser.close()
    return content.finish()


class Content:
    """The content of one <seg>, told by the events; the characters are taken out of `pieces`,
    where the parser puts them."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._text: list[str] = []
        self._markup: list[str] = []
        self._coded = False
        # Of each open element: what counts as the parent within it, its end, whether it is text.
        self._open = [("seg", "", True)]

    @property
    def is_open(self) -> bool:
        """Whether an element within the <seg> is open."""
        return len(self._open) > 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element within the <seg> begins."""
        self._take()
        parent, _, is_text = self._open[-1]
        if name in _INSIDE[parent]:
            self._begin(name, attributes, "", is_text and name == "hi")
        elif name == "sub" and parent in ("seg", "hi"):  # drafts of TMX allowed it here
            self._begin(name, attributes, "ph", False)
        else:
            self._open.append((parent, "", is_text))

    def end(self, name: str) -> None:
        """An element within the <seg> ends."""
        self._take()
        self._markup.append(self._open.pop()[1])

    def finish(self) -> tuple[str, str]:
        """The plain text, and the markup or, where no codes are, the empty string."""
        self._take()
        markup = "".join(self._markup) if self._coded else ""
        return nfc("".join(self._text)), markup

    def _begin(self, name: str, attributes: dict[str, str], around: str, is_text: bool) -> None:
        said = _REQUIRED.get(name, {}) | attributes
        if said.get("pos", "end") not in ("begin", "end"):
            said["pos"] = "begin"
        known = "".join(
            f" {each}={quoted(said[each])}" for each in _ATTRIBUTES[name] if each in said
        )
        outer, end = (f"<{around}>", f"</{around}>") if around else ("", "")
        self._markup.append(f"{outer}<{name}{known}>")
        self._open.append((name, f"</{name}>{end}", is_text))
        self._coded = True

    def _take(self) -> None:
        # Normalized piece by piece: a mark after a ">" must not join with it.
        piece = nfc("".join(self._pieces))
        self._pieces.clear()
        self._markup.append(escaped(piece))
        if self._open[-1][2]:
            self._text.append(piece)
