"""What every command has at hand: the common options, the console, the opened file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from glossary.cli.console import Console, language
from glossary.cli.options import as_typed
from glossary.errors import UsageError
from glossary.texts.sentences import sentence

if TYPE_CHECKING:
    from glossary.workflow.profiles import Profile
    from glossary.workspace import Workspace


class State(NamedTuple):
    """The options that stand before a command."""

    db: str = ""
    set_name: str = ""

    @contextmanager
    def workspace(
        self, console: Console, *, to_write: bool = False, many: bool = False
    ) -> Iterator[Workspace]:
        """The opened file of this command; `many` is for one that asks many times."""
        from glossary.cli.opening import open_workspace

        with open_workspace(console, self.db, to_write=to_write, many=many) as workspace:
            yield workspace

    def profile(self, name: str) -> Profile:
        """The profile of this name; the set that the command line names is the only one."""
        from glossary.workflow.profiles import load

        wanted = load(as_typed(name))
        return replace(wanted, sets=(as_typed(self.set_name),)) if self.set_name else wanted


def help_text(code: str) -> str:
    """A help text in the user's language. The line \\b keeps the lines of examples apart."""
    return sentence(code, language())


def pairs(given: list[str] | None, code: str = "term-option-refused") -> list[tuple[str, str]]:
    """TAG=TEXT options as (variety, text). Raises UsageError."""
    found = []
    for each in given or []:
        tag, equals, text = each.partition("=")
        if not equals or not tag.strip():
            raise UsageError(code, value=each)
        found.append((tag.strip(), as_typed(text)))
    return found


def mapping(given: list[str] | None) -> dict[str, str]:
    """NAME=VALUE options as a mapping. Raises UsageError."""
    return dict(pairs(given, "mapping-option-refused"))
