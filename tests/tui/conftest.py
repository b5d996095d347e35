"""The files the workbench is opened on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glossary.model import KO_CN, KO_KR, ZH_CN, Citation, Concept, Term
from glossary.workflow.packs import create_workspace
from glossary.workspace import Workspace
from tests.store.build import new_file, write_all


def entry(uid: str, ko_cn: str = "", zh: str = "", ko_kr: str = "", **fields: str) -> Concept:
    """A concept of one term in each variety that is given."""
    given = ((KO_CN, ko_cn), (ZH_CN, zh), (KO_KR, ko_kr))
    terms = tuple(Term(tag, text, uid=f"{uid}-{tag}") for tag, text in given if text)
    return Concept(uid, terms, **fields)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A file of a few concepts."""
    path = new_file(tmp_path / "small.db")
    trial = entry("trial", "중시", "中试", "파일럿 시험", domain="기술", note="겹치는 말이 있다.")
    seen = (Citation("길림신문", "새 제품", "2026-01-04"),)
    cited = Term(KO_CN, "중간시험", "admitted", citations=seen, uid="trial-2")
    wrong = Term(KO_KR, "중시", "forbidden", uid="trial-3")
    with Workspace(str(path)) as workspace:
        write_all(
            workspace,
            [
                Concept("trial", (*trial.terms, cited, wrong), "기술", note=trial.note),
                entry("value", "중시하다", "重视", "중시하다", domain="일반"),
                entry("mass", "량산", "量产", "양산", domain="기술"),
                entry("chip", "칩", "芯片", "칩", domain="기술"),
            ],
        )
    return path


@pytest.fixture(scope="session")
def _starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("starter") / "glossary.db"
    create_workspace(str(path))
    return path


@pytest.fixture
def starter(_starter: Path, tmp_path: Path) -> Path:
    """The user's own file as a first run makes it."""
    return Path(shutil.copyfile(_starter, tmp_path / "glossary.db"))
