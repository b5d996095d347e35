"""The commands and their options as Typer knows them, for the page and for what checks it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import typer.main

from glossary.cli.app import app


@dataclass(frozen=True)
class Parameter:
    """One argument or option: how it is written, what for, and its default."""

    written: str
    flags: frozenset[str]
    help: str
    default: str = ""


@dataclass(frozen=True)
class Command:
    """One command: its name, usage line, text and parameters."""

    name: str
    usage: str
    help: str
    arguments: tuple[Parameter, ...]
    options: tuple[Parameter, ...]

    @property
    def flags(self) -> frozenset[str]:
        """Every way to write one of its options."""
        return frozenset().union(*(option.flags for option in self.options))


@cache
def program() -> Command:
    """The program itself, with the options that stand before every command."""
    return _command(_group(), "glossary", "glossary [OPTIONS] COMMAND …")


@cache
def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help."""
    found: list[Command] = []
    for name, each in _group().commands.items():
        below = getattr(each, "commands", {})
        found += [
            _command(one, f"{name} {under}".strip(), f"glossary {name} {under}".strip())
            for under, one in (below or {"": each}).items()
        ]
    return tuple(found)


def named(words: list[str]) -> tuple[str, list[str]]:
    """The command that words begin with ("tm import" is one), or "", and the words behind it."""
    known = {command.name for command in commands()}
    for size in (2, 1):
        if " ".join(words[:size]) in known:
            return " ".join(words[:size]), words[size:]
    return "", words


def _group() -> Any:
    return typer.main.get_command(app)


def _command(found: Any, name: str, usage: str) -> Command:
    arguments = [each for each in found.params if each.param_type_name == "argument"]
    options = [each for each in found.params if each.param_type_name == "option"]
    if name != "glossary":
        words = ["[OPTIONS]" if options else "", *(_argument(each) for each in arguments)]
        usage = " ".join(filter(None, (usage, *words)))
    return Command(
        name,
        usage,
        found.help or "",
        tuple(Parameter(_argument(each), frozenset(), each.help or "") for each in arguments),
        (*map(_option, options), _HELP),
    )


_HELP = Parameter("-h, --help", frozenset(("-h", "--help")), "Show the help.")


def _argument(found: Any) -> str:
    name = (found.metavar or found.name.upper()).strip("[]{}.")
    name = f"{name}…" if found.nargs == -1 else name
    return name if found.required else f"[{name}]"


def _option(found: Any) -> Parameter:
    short_first = sorted(found.opts, key=lambda flag: flag.startswith("--"))
    written = ", ".join(short_first)
    if found.secondary_opts:
        written = f"{written} / {', '.join(found.secondary_opts)}"
    number = isinstance(found.default, int) and not found.is_flag
    if not found.is_flag:
        written = f"{written} {found.metavar or ('N' if number else 'TEXT')}"
    told = number or isinstance(found.default, str)
    flags = frozenset((*found.opts, *found.secondary_opts))
    return Parameter(written, flags, found.help or "", str(found.default) if told else "")
