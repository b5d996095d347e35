"""What can go wrong, as a stable code with named fields; `texts` holds the sentence for each code.

Every error knows its exit code: 2 usage, 3 input refused, 4 database.
"""

from __future__ import annotations


class MalmoiError(Exception):
    """A failure that people are told about in one sentence."""

    exit_code = 70

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

    def __str__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.fields.items())
        return f"{self.code} ({fields})" if fields else self.code


class UsageError(MalmoiError):
    """The command was called in a way that makes no sense."""

    exit_code = 2


class NotFound(MalmoiError):
    """What was asked for by name is not there."""

    exit_code = 1


class InputRefused(MalmoiError):
    """A file or a value that cannot be taken in; nothing was changed."""

    exit_code = 3


class DatabaseError(MalmoiError):
    """The glossary file is missing, damaged, busy, foreign or not ours to write."""

    exit_code = 4


class Notice:
    """A code with fields that is worth a sentence but stops nothing."""

    __slots__ = ("code", "fields")

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Notice) and self.code == other.code and self.fields == other.fields

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"Notice({self.code!r}, {self.fields!r})"
