"""Runs commands as processes: for streams, encodings, exit codes and terminals."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CODE = "from glossary.cli.front import main; main()"


class Program:
    """`program("search", "중시")` is `glossary search 중시` in a process of its own."""

    def __call__(
        self, *arguments: str, given: bytes = b"", **settings: str
    ) -> subprocess.CompletedProcess[bytes]:
        """The finished process; `settings` are environment variables of its own."""
        return subprocess.run(
            self.line(*arguments),
            input=given,
            capture_output=True,
            env=os.environ | settings,
            cwd=ROOT,
            check=False,
            timeout=60,
        )

    def into(self, target: Any, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """The finished process, its standard output going to a file or device."""
        return subprocess.run(
            self.line(*arguments),
            stdout=target,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            timeout=60,
        )

    def on_terminal(
        self, *arguments: str, columns: int = 0, said: str = "", **settings: str
    ) -> str:
        """What a terminal of so many columns is sent; 0 for one that does not say. `said` is what
        a person types there."""
        master, slave = pty.openpty()
        if columns:
            termios.tcsetwinsize(slave, (24, columns))
        environment = {"TERM": "xterm"} | os.environ | settings
        process = subprocess.Popen(
            self.line(*arguments),
            stdin=slave if said else None,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=ROOT,
        )
        os.close(slave)
        os.write(master, said.encode())
        sent = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # the other side has closed
                break
            if not part:
                break
            sent += part
        os.close(master)
        process.wait(60)
        return sent.decode("utf-8")

    @staticmethod
    def line(*arguments: str) -> list[str]:
        """The words that start the program."""
        return [sys.executable, "-c", CODE, *arguments]

    @staticmethod
    def python(code: str, *arguments: str, **settings: str) -> str:
        """What other code says, run in the same surroundings."""
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            env=os.environ | settings,
            cwd=ROOT,
            check=True,
            timeout=60,
        )
        return done.stdout.decode("utf-8")
