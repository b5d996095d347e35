"""The runners of the command line's tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glossary import places
from glossary.workflow.packs import create_workspace
from tests.cli.program import Program
from tests.cli.runner import Runner


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's own file as the first run makes it; not to be written to."""
    path = tmp_path_factory.mktemp("starter") / "glossary.db"
    create_workspace(str(path))
    return path


@pytest.fixture
def fresh(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Commands of a user who has no glossary yet: the first of them makes it."""
    return Runner(capsys)


@pytest.fixture
def own(starter: Path) -> Path:
    """The user's own file, made by an earlier run."""
    path = Path(places.default_database())
    path.parent.mkdir(parents=True)
    shutil.copyfile(starter, path)
    return path


@pytest.fixture
def glossary(own: Path, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Commands on a glossary of one's own, with the starter pack."""
    return Runner(capsys)


@pytest.fixture
def program(own: Path) -> Program:
    """The same glossary, each command a process of its own."""
    return Program()
