"""Units by the page, each page one value: what goes out of a store by the million.

A row and a column each cost as much as a short text, and so does an object for each. A page has
its units one after another in UTF-8, with bytes between them that are in no UTF-8: UNIT and the
uid, TEXTS, then the texts with NEXT between them, each as its variety, WORDS and the words. Behind
a uid may stand MORE and details; behind words, each after MORE, the markup, the neighbours before
and after, and details. As a rule there is none of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from glossary.model import Details, PlainText, PlainUnit

UNIT, TEXTS, NEXT, WORDS, MORE = b"\xff", b"\xfe", b"\xfd", b"\xfc", b"\xfb"
MARKS = UNIT + TEXTS + NEXT + WORDS + MORE

# What these bytes are when a page is read as text.
_UNIT, _TEXTS, _NEXT, _WORDS, _MORE = "\udcff", "\udcfe", "\udcfd", "\udcfc", "\udcfb"


class UnitPages:
    """Units that can be gone through more than once, one by one or by the page."""

    def __init__(self, pages: Callable[[], Iterator[bytes]]) -> None:
        self.pages = pages

    def __iter__(self) -> Iterator[PlainUnit]:
        for page in self.pages():
            yield from units_of(page)


def units_of(page: bytes) -> Iterator[PlainUnit]:
    """The units of a page."""
    for unit in page.decode("utf-8", "surrogateescape").split(_UNIT)[1:]:
        said, texts = unit.split(_TEXTS)
        uid, _, details = said.partition(_MORE)
        yield list(map(_text, texts.split(_NEXT))), uid, details_of(details)


def details_text(details: Details) -> str:
    """Details as a row and a page hold them; none are the empty string."""
    return json.dumps(details, ensure_ascii=False, separators=(",", ":")) if details else ""


def details_of(stored: str) -> Details:
    """The details that a row or a page holds."""
    return tuple((kind, value) for kind, value in json.loads(stored)) if stored else ()


def _text(text: str) -> PlainText:
    variety, words = text.split(_WORDS)
    if _MORE not in words:
        return variety, words, "", "", "", ()
    words, markup, before, after, details = words.split(_MORE)
    return variety, words, markup, before, after, details_of(details)
