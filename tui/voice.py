"""What the workbench says, in the language it was started in."""

from __future__ import annotations

from glossary.errors import MalmoiError
from glossary.model import DEFAULT_VARIETIES, PARTS_OF_SPEECH, STATUSES
from glossary.texts.harmless import harmless
from glossary.texts.sentences import harmless_sentence

_spoken = ["en"]


def speak(language: str) -> None:
    """Say everything in this language from now on."""
    _spoken[0] = language


def language() -> str:
    """The language that is spoken."""
    return _spoken[0]


def say(code: str, **fields: object) -> str:
    """The sentence for a code, its fields made harmless."""
    return harmless_sentence(code, _spoken[0], **fields)


_ON_SCREEN = {
    "encoding-likely": "tui-encoding-likely",
    "encoding-wrong": "tui-encoding-wrong",
    "concept-without-terms": "tui-without-terms",
    "set-none-writable": "tui-none-writable",
    "set-guarded": "tui-set-guarded",
    "export-exists": "tui-export-exists",
    "columns-unnamed": "tui-columns-unnamed",
    "columns-without-terms": "tui-columns-without-terms",
    "column-nameless": "tui-column-nameless",
}
"""Sentences in the place of those that tell the options of the command line."""


def told(error: MalmoiError) -> str:
    """What went wrong, with the file it went wrong in where the sentence does not name it."""
    said = say(_ON_SCREEN.get(error.code, error.code), **error.fields)
    file = harmless(str(error.fields.get("file", "")))
    return said if file in said else f"{file}: {said}"


def variety_name(variety: str) -> str:
    """The variety as people call it."""
    return say(f"variety-{variety}") if variety in DEFAULT_VARIETIES else harmless(variety)


def status_name(status: str) -> str:
    """The status as people call it."""
    return say(f"status-{status}") if status in STATUSES else harmless(status)


def pos_name(pos: str) -> str:
    """The part of speech as people call it."""
    return say(f"pos-{pos}") if pos in PARTS_OF_SPEECH else harmless(pos)
