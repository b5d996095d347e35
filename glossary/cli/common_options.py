"""The options that several commands have, each declared once."""

from __future__ import annotations

from typing import Annotated

import typer

from glossary.cli.context import help_text

Json = Annotated[bool, typer.Option("--json", help=help_text("help-json"))]
Jsonl = Annotated[bool, typer.Option("--jsonl", help=help_text("help-jsonl"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=help_text("help-dry-run"))]
Overwrite = Annotated[bool, typer.Option("--overwrite", help=help_text("help-overwrite"))]
Encoding = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help=help_text("help-encoding"))
]
Columns = Annotated[
    list[str] | None, typer.Option("--map", metavar="COLUMN=FIELD", help=help_text("help-map"))
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--variety", metavar="TAG=VARIETY", help=help_text("help-variety")),
]
NoHeader = Annotated[bool, typer.Option("--no-header", help=help_text("help-no-header"))]
Skip = Annotated[int, typer.Option("--skip", metavar="N", min=0, help=help_text("help-skip"))]
Sheet = Annotated[str, typer.Option("--sheet", metavar="NAME", help=help_text("help-sheet"))]
ProfileName = Annotated[
    str, typer.Option("--profile", metavar="NAME", help=help_text("help-profile"))
]
Form = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help=help_text("help-format"))
]
Source = Annotated[
    str, typer.Option("--source", "-s", metavar="VARIETY", help=help_text("help-tm-text-source"))
]
Target = Annotated[
    str, typer.Option("--target", "-t", metavar="VARIETY", help=help_text("help-tm-text-target"))
]
Memories = Annotated[
    list[str] | None,
    typer.Option("--memory", "-m", metavar="NAME", help=help_text("help-tm-memories")),
]
