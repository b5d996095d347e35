"""The language modules a look-up needs are quick to import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import glossary

CHECKOUT = str(Path(glossary.__file__).parents[1])
SLOW = ("re", "typing", "dataclasses", "enum", "pathlib", "platformdirs", "collections")


@pytest.mark.parametrize(
    "name",
    [
        "language.hangul",
        "language.keyboard",
        "language.fold",
        "language.offsets",
        "language.stems",
        "places",
    ],
)
def test_importing_brings_nothing_slow(name: str) -> None:
    name = f"glossary.{name}"
    # -S and -I: what the environment's own start-up files import is not this module's doing.
    code = f"import sys; sys.path.insert(0, {CHECKOUT!r}); import {name}; print(*sys.modules)"
    started = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert name in started.stdout.split()
    assert not set(started.stdout.split()) & set(SLOW)
