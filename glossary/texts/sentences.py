"""The sentence for a code, in the language asked for."""

from __future__ import annotations

from importlib import import_module

LANGUAGES = ("en", "ko", "zh")

_tables: dict[str, dict[str, str]] = {}


def sentence(code: str, language: str = "en", /, **fields: object) -> str:
    """The sentence with its fields filled in. Raises KeyError for a code that has none."""
    return table(language)[code].format_map({name: str(each) for name, each in fields.items()})


def table(language: str) -> dict[str, str]:
    """All sentences of a language, by code."""
    if language not in _tables:
        _tables[language] = import_module(f"glossary.texts.{language}").SENTENCES
    return _tables[language]
