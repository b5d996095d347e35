"""A glossary file for each test, and folders that other users can reach."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.workspace import Workspace
from tests.store.build import end_all, new_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new glossary file in a folder of its own."""
    (tmp_path / "files").mkdir()
    return new_file(tmp_path / "files" / "glossary.db")


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """The new file, opened."""
    with Workspace(str(path)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_process_outlives_its_test() -> Iterator[None]:
    yield
    end_all()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="malmoi-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
