"""The options of `search` and `tm match`, once: the front door and Typer both read these tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name in the code, its flags, its value's type and default."""

    name: str
    flags: tuple[str, ...]
    kind: type
    default: object


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """What a look-up was asked."""

    query: tuple[str, ...]
    variety: str = ""
    domain: str = ""
    status: str = ""
    minimum: int = 0
    limit: int = 20
    json: bool = False
    jsonl: bool = False


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """What a look-up in the memories was asked."""

    text: tuple[str, ...]
    source: str = ""
    target: str = ""
    minimum: int = 70
    limit: int = 10
    before: str | None = None
    after: str | None = None
    json: bool = False
    jsonl: bool = False


GLOBAL = (
    Option("db", ("--db",), str, ""),
    Option("set", ("--set",), str, ""),
    Option("debug", ("--debug",), bool, False),
)
SEARCH = (
    Option("variety", ("--in",), str, ""),
    Option("domain", ("--domain", "-d"), str, ""),
    Option("status", ("--status", "-s"), str, ""),
    Option("minimum", ("--min",), int, 0),
    Option("limit", ("--limit", "-n"), int, 20),
    Option("json", ("--json",), bool, False),
    Option("jsonl", ("--jsonl",), bool, False),
)


MATCH = (
    Option("source", ("--source", "-s"), str, ""),
    Option("target", ("--target", "-t"), str, ""),
    Option("minimum", ("--min",), int, 70),
    Option("limit", ("--limit", "-n"), int, 10),
    Option("before", ("--before",), str, None),
    Option("after", ("--after",), str, None),
    Option("json", ("--json",), bool, False),
    Option("jsonl", ("--jsonl",), bool, False),
)


def option(table: tuple[Option, ...], name: str) -> Option:
    """One option of a table by its name."""
    return next(each for each in table if each.name == name)


def as_typed(text: str) -> str:
    """What was typed: bytes that this locale could not read are read as UTF-8.

    For texts only: a path must stay the bytes that it was.
    """
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a character: what reads it will refuse it
        return text
