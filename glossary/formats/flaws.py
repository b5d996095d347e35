"""What no concept may hold, whatever file it comes from.

A term stands in one line and reads from left to right as it is stored: no control characters and
no bidirectional controls. Longer texts may have line breaks and tabs. NUL and lone surrogates,
which databases and files cannot keep, stand nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.errors import InputRefused
from glossary.model import Concept, Term

TERM_LIMIT = 2_000
TEXT_LIMIT = 1024 * 1024
"""The most characters of a term, and of any other text."""

_SURROGATES = "\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
BIDI = re.compile(f"[{_BIDI}]")
_NOT_IN_TERMS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_SURROGATES}]")
_NOT_IN_TEXTS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_SURROGATES}]")
_UID = re.compile(r"[!-~]{1,100}")


def check(concept: Concept) -> None:
    """Raise InputRefused with the first flaw of a concept; one without uids or terms passes."""
    for uid in (concept.uid, concept.merged_into, *(term.uid for term in concept.terms)):
        if uid and not _UID.fullmatch(uid):
            raise InputRefused("uid-malformed", uid=ascii(uid))
    for term in concept.terms:
        _check_term(term)
    for name, text in _texts(concept):
        _check_text(name, text)


def _check_text(name: str, text: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise InputRefused("text-too-long", field=name, longest=TEXT_LIMIT)
    found = _NOT_IN_TEXTS.search(text)
    if found:
        raise InputRefused("text-control", field=name, char=_name(found[0]))


def _check_term(term: Term) -> None:
    if not term.text.strip():
        raise InputRefused("term-empty")
    if len(term.text) > TERM_LIMIT:
        raise InputRefused("term-too-long", length=len(term.text), longest=TERM_LIMIT)
    found = _NOT_IN_TERMS.search(term.text)
    if found:
        raise InputRefused("term-control", text=term.text, char=_name(found[0]))


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _texts(concept: Concept) -> Iterator[tuple[str, str]]:
    """Every text that is no term, with the name it is refused under."""
    yield "domain", concept.domain
    yield "definition", concept.definition
    yield "note", concept.note
    for term in concept.terms:
        if term.pos:
            yield f"{term.variety} pos", term.pos
        if term.note:
            yield f"{term.variety} note", term.note
        for citation in term.citations:
            yield "outlet", citation.outlet
            yield "title", citation.title
            yield "date", citation.date
            yield "link", citation.link
        for rule in term.rules:
            yield "rules", rule.text
    for example in concept.examples:
        yield from (("examples", sentence) for _, sentence in example.texts)
