"""The sentence for a code, in the language asked for."""

from __future__ import annotations

from importlib import import_module

from glossary.texts.harmless import harmless

LANGUAGES = ("en", "ko", "zh")

_PARTS = {
    "help": "_help",
    "scan": "_scan",
    "tm": "_memory",
    "document": "_documents",
    "place": "_documents",
    "extract": "_extract",
    "check": "_check",
    "tui": "_tui",
}
"""What the codes of a table of their own begin with, and how the table's name ends."""

_tables: dict[str, dict[str, str]] = {}


def sentence(code: str, language: str = "en", /, **fields: object) -> str:
    """The sentence with its fields filled in. Raises KeyError for a code that has none."""
    part = _PARTS.get(code.partition("-")[0], "")
    return _read(language + part)[code].format_map(
        {name: str(each) for name, each in fields.items()}
    )


def harmless_sentence(code: str, language: str, /, **fields: object) -> str:
    """The sentence with its fields made harmless for a terminal."""
    shown = {name: harmless(str(value)) for name, value in fields.items()}
    return sentence(code, language, **shown)


def table(language: str) -> dict[str, str]:
    """All sentences of a language, by code."""
    tables = [_read(language + part) for part in dict.fromkeys(("", *_PARTS.values()))]
    return {code: said for each in tables for code, said in each.items()}


def _read(part: str) -> dict[str, str]:
    if part not in _tables:
        _tables[part] = import_module(f"glossary.texts.{part}").SENTENCES
    return _tables[part]
