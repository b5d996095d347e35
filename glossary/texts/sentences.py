"""The sentence for a code, in the language asked for."""

from __future__ import annotations

from importlib import import_module

LANGUAGES = ("en", "ko", "zh")

_tables: dict[str, dict[str, str]] = {}


def sentence(code: str, language: str = "en", /, **fields: object) -> str:
    """The sentence with its fields filled in. Raises KeyError for a code that has none."""
    part = f"{language}_help" if code.startswith("help-") else language
    return _read(part)[code].format_map({name: str(each) for name, each in fields.items()})


def table(language: str) -> dict[str, str]:
    """All sentences of a language, by code."""
    return _read(language) | _read(f"{language}_help")


def _read(part: str) -> dict[str, str]:
    if part not in _tables:
        _tables[part] = import_module(f"glossary.texts.{part}").SENTENCES
    return _tables[part]
