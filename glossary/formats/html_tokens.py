"""HTML cut into comments, tags, character references and text, each with its place.

As a browser cuts it (WHATWG HTML, 13.2.5): a comment, tag or quoted value that never ends takes in
the rest, so that each character is looked at once. (html.parser of the standard library takes
minutes for some inputs of 100 kB, and reads others in another way from release to release.)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

TEXT, REFERENCE, START, END, OTHER = "text", "reference", "start", "end", "other"

_TOKEN = re.compile(
    r"""
      <!--(?: -?> | .*?(?: --!?> | \Z))  # a comment
    | <(?: !(?!--) | \? | /(?![a-zA-Z]) ) [^>]* (?:>|\Z)  # a declaration, or taken for one
    | <(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)
       (?P<rest>(?: [^>=]++ | =\s*+(?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) )?+ )*+) (?:>|\Z)
    | (?P<reference>&(?: \#[0-9]++;?+ | \#[xX][0-9a-fA-F]++;?+ | [a-zA-Z][a-zA-Z0-9]*+;?+ ))
    | (?P<text>[^<&]++ | [<&])
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>=][^\s/>=]*+)\s*+(?:=\s*+
        (?: "(?P<double>[^"]*+)"?+ | '(?P<single>[^']*+)'?+ | (?P<bare>[^\s>]*+) ))?+""",
    re.VERBOSE,
)
# After these start tags comes text up to their end tag; a browser looks for nothing else there.
_RAW = frozenset(
    ("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title", "plaintext")
)
_WITH_REFERENCES = frozenset(("textarea", "title"))
_LONGEST_REFERENCE = 40


class Token(NamedTuple):
    """A piece of a page. `name` is that of a tag, in small letters; `text` what a text or a
    reference says; `start` and `end` are code points of the page."""

    kind: str
    start: int
    end: int
    name: str = ""
    text: str = ""


def tokens(page: str) -> Iterator[Token]:
    """The whole page, in order."""
    place = 0
    while place < len(page):
        found = _TOKEN.match(page, place)
        assert found is not None  # any character is one of its alternatives
        place = found.end()
        token = _token(found)
        yield token
        if token.kind == START and token.name in _RAW:
            end = _raw_end(page, place, token.name)
            yield from _raw(page, place, end, token.name)
            place = end


def _token(found: re.Match[str]) -> Token:
    start, end = found.span()
    if found["name"]:
        return Token(END if found["slash"] else START, start, end, found["name"].lower())
    if found["reference"]:
        text = unescaped(found["reference"])
        kind = TEXT if text == found["reference"] else REFERENCE
        return Token(kind, start, end, text=text)
    if found["text"]:
        return Token(TEXT, start, end, text=found["text"])
    return Token(OTHER, start, end)


def unescaped(reference: str) -> str:
    """What a character reference stands for; itself where it is none."""
    if len(reference) > _LONGEST_REFERENCE:
        return reference
    text = html.unescape(reference)
    return text if text and not any("\ud800" <= char <= "\udfff" for char in text) else "\ufffd"


def _raw_end(page: str, place: int, name: str) -> int:
    """Where the end tag of a text begins in which nothing else is looked for."""
    if name == "plaintext":
        return len(page)
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, place)
    return found.start() if found else len(page)


def _raw(page: str, start: int, end: int, name: str) -> Iterator[Token]:
    if name not in _WITH_REFERENCES:
        if start < end:
            yield Token(OTHER, start, end)
        return
    for found in re.finditer(r"&#?+\w++;?+|[^&]++|&", page[start:end]):
        text, first = found[0], start + found.start()
        said = unescaped(text) if text.startswith("&") else text
        kind = REFERENCE if said != text else TEXT
        yield Token(kind, first, start + found.end(), text=said)


def attributes(page: str, token: Token, wanted: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """The wanted attributes of a start tag that have a value: the name, and where the value begins
    and ends. Of several with one name only the first counts."""
    inside = token.start + 1 + len(token.name)
    end = token.end - 1 if page[token.end - 1] == ">" else token.end
    seen = set()
    for found in _ATTRIBUTE.finditer(page, inside, end):
        name = found["name"].lower()
        value = next((each for each in ("double", "single", "bare") if found[each]), "")
        if name in wanted and name not in seen and value:
            yield name, *found.span(value)
        seen.add(name)
