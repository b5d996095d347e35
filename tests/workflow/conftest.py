"""A glossary file for each test, and ways to fill it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.workspace import Workspace
from tests.store.build import new_file


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new file, opened."""
    with Workspace(str(new_file(tmp_path / "glossary.db"))) as opened:
        yield opened
