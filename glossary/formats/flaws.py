"""What no concept may hold, whatever file it comes from.

A term stands in one line and reads from left to right as it is stored: no control characters and
no bidirectional controls. Longer texts may have line breaks and tabs. NUL and lone surrogates,
which databases and files cannot keep, stand nowhere.

A file that was once saved in an encoding without its letters has "?" in their place. No concept
tells that; `lost` does, for rows of foreign files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.errors import InputRefused
from glossary.model import Concept, Term, language_of

TERM_LIMIT = 2_000
TEXT_LIMIT = 1024 * 1024
"""The most characters of a term, and of any other text."""

_SURROGATES = "\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
BIDI = re.compile(f"[{_BIDI}]")
_NOT_IN_TERMS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_SURROGATES}]")
_NOT_IN_TEXTS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff{_SURROGATES}]")
LOST = re.compile(
    "\ufffd|[?](?=[가-힣\u4e00-\u9fff])|(?<=[가-힣\u4e00-\u9fff])[?](?=\\w)"
    r"|\A[\W\d_]*[?][\W\d_]*\Z"
)
_UID = re.compile(r"[!-~]{1,100}")


def check(concept: Concept) -> None:
    """Raise InputRefused with the first flaw of a concept; one without uids or terms passes."""
    for uid in (concept.uid, concept.merged_into, *(term.uid for term in concept.terms)):
        check_uid(uid)
    for term in concept.terms:
        check_term(term)
    for name in ("domain", "definition", "note"):
        check_text(name, getattr(concept, name))
    for example in concept.examples:
        for _, sentence in example.texts:
            check_text("examples", sentence)


def check_uid(uid: str) -> None:
    """Raise InputRefused for a uid that is none; the empty string passes."""
    if uid and not _UID.fullmatch(uid):
        raise InputRefused("uid-malformed", uid=ascii(uid))


def check_text(name: str, text: str) -> None:
    """Raise InputRefused for a text that is no term and cannot be kept; `name` says what it is."""
    if len(text) > TEXT_LIMIT:
        raise InputRefused("text-too-long", field=name, longest=TEXT_LIMIT)
    found = _NOT_IN_TEXTS.search(text)
    if found:
        raise InputRefused("text-control", field=name, char=_name(found[0]))


def check_term(term: Term) -> None:
    """Raise InputRefused with the first flaw of a term or of what is said about it."""
    if not term.text.strip():
        raise InputRefused("term-empty")
    if len(term.text) > TERM_LIMIT:
        raise InputRefused("term-too-long", length=len(term.text), longest=TERM_LIMIT)
    found = _NOT_IN_TERMS.search(term.text)
    if found:
        raise InputRefused("term-control", text=term.text, char=_name(found[0]))
    if term.note or term.pos or term.citations or term.rules:
        for name, text in _texts(term):
            check_text(name, text)


def check_kept(term: Term) -> None:
    """Raise InputRefused for a Korean, Chinese or Japanese term in which "?" stands for letters
    that an encoding did not have; no word is written so."""
    doubtful = "?" in term.text or "\ufffd" in term.text
    if doubtful and language_of(term.variety) in {"ko", "zh", "ja"} and LOST.search(term.text):
        raise InputRefused("text-lost", text=term.text)


def is_lost(text: str, variety: str) -> bool:
    """Whether "?" seems to stand for letters in a segment of Korean, Chinese or Japanese, by the
    rule for terms. A segment asks questions too: one question mark is none too many."""
    doubtful = text.count("?") > 1 or "\ufffd" in text
    return doubtful and language_of(variety) in {"ko", "zh", "ja"} and bool(LOST.search(text))


def _texts(term: Term) -> Iterator[tuple[str, str]]:
    """Every text about a term, with the name it is refused under."""
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


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
