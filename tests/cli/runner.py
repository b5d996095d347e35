"""Runs commands as a person would, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from glossary.cli.front import run


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


class Runner:
    """`runner("search", "중시")` is `glossary search 중시`."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Answer:
        self._capsys.readouterr()
        code = run(arguments)
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def uid(self, query: str) -> str:
        """The uid of the first hit."""
        return str(self("search", query, "--json").json[0]["concept"])
