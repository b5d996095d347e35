"""Whole processes against `python -c pass`, in turn, medians of 20."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import percentile, timed

RUNS = 20


def run() -> None:
    """A look-up in the starter pack, its near misses, and the help."""
    program = str(Path(sys.executable).parent / "glossary")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "GLOSSARY_LANG": "en"}
        for name in (
            "PYTHONDONTWRITEBYTECODE",
            "GLOSSARY_DB",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
        ):
            environment.pop(name, None)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "glossary search 중시": [program, "search", "중시"],
            "glossary search 량선 (typo)": [program, "search", "량선"],
            "glossary --help": [program, "--help"],
        }

        def call(command: list[str]) -> None:
            subprocess.run(command, env=environment, capture_output=True, check=False)

        for command in commands.values():
            call(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(timed(lambda command=command: call(command)))
    base = percentile(times["python -c pass"], 0.5)
    print(f"start-up, medians of {RUNS}, in turn")
    for name, values in times.items():
        middle = percentile(values, 0.5)
        print(f"  {name:30} {middle * 1000:7.1f} ms  {middle / base:5.2f} x")
