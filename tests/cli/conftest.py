"""The runners of the command line's tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glossary import places
from glossary.workflow.packs import create_workspace
from tests.cli.program import Program
from tests.cli.runner import Runner

UNITS = """\
ko-CN\tzh-CN\tko-KR\tnote
새 기업은 래년부터 량산에 들어간다.\t新企业明年开始量产。\t\t기사
\t新企业明年开始量产。\t새 기업은 내년부터 양산에 들어간다.\t
신제품의 중시를 2023년 5월에 마치였다.\t2023年5月完成了新产品中试。\t\t
"""


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


@pytest.fixture
def filled(glossary: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Commands on a glossary with a memory, in a folder with the file it was made from."""
    monkeypatch.chdir(tmp_path)
    Path("units.tsv").write_text(UNITS, "utf-8")
    assert glossary("tm", "import", "units.tsv", "--memory", "news").code == 0
    return glossary
