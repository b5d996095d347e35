"""The command `tui`, whichever door it came through."""

from __future__ import annotations

import gc
import os
import sys

from glossary.cli.console import Console
from glossary.cli.opening import open_workspace
from glossary.errors import UsageError


def run(*, db: str = "") -> int:
    """Open the workbench; the exit code comes back when the user leaves it."""
    console = Console()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("tui-needs-terminal")
    # Opened and closed again, so that a file is made, mended or refused before the screen changes.
    with open_workspace(console, db, to_write=True) as workspace:
        path = workspace.database.path
    # Four times Textual's usual: what is found is drawn 4 ms after it is found at most, not 17.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    gc.disable()  # the workbench enables it: nothing that is imported is garbage
    from tui.app import run as open_workbench

    open_workbench(path, spoken=console.language, actor=os.environ.get("GLOSSARY_ACTOR") or "tui")
    return 0
