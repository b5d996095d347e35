"""No damage to a file ends in anything but rows or a refusal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from glossary.formats.registry import FORMATS
from tests import peak

ROOT = Path(__file__).resolve().parents[2]
COUNT = 200


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.reader])
def test_a_damaged_file_gives_rows_or_a_refusal(form: str) -> None:
    """In a process of its own: a library that is not Python may end it."""
    code = "from tests.formats.mutations import main; main()"
    line = [sys.executable, "-c", code, str(COUNT), "1", form]
    done, megabytes = peak.run(line, cwd=ROOT, timeout=300)
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert megabytes < 700
    assert found["slowest"] < 20
