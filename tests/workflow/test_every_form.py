"""Import and export with every registered form: nothing changed, progress, and a way out."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.formats.registry import FORMATS, Format, named
from glossary.formats.rows import ReadOptions
from glossary.store.create import create
from glossary.workflow.exchange import plan_import, run_export, run_import
from glossary.workspace import Workspace
from tests.formats.contract import whole_concepts
from tests.formats.golden import CONCEPTS, path_of
from tests.workflow.exchanging import concepts, fill

READ = [form.name for form in FORMATS if form.reader]
WRITTEN = [form.name for form in FORMATS if form.writer]
OPTIONS = ReadOptions(varieties={"ko": "ko-CN"})


class Cancelled(Exception):
    """What a person's Ctrl-C stands for."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = str(tmp_path / "own.db")
    create(path)
    with Workspace(path) as opened:
        yield opened


def pair_of(form: Format) -> list[str]:
    return ["zh-CN", "ko-KR"] if form.pair else []


@pytest.mark.parametrize("name", READ)
def test_the_golden_file_is_taken_in_once(workspace: Workspace, name: str) -> None:
    path = str(path_of(named(name)))
    for expected in ({"new": 3}, {"same": 3}):
        plan = plan_import(workspace, [path], form=name, options=OPTIONS)
        assert {outcome: count for outcome, count in plan.counts.items() if count} == expected
        run_import(workspace, plan, "import")
    assert [batch.command for batch in workspace.history.batches(0)] == ["import", "create"]


@pytest.mark.parametrize("name", [form.name for form in FORMATS if whole_concepts(form)])
def test_our_own_export_changes_nothing(workspace: Workspace, tmp_path: Path, name: str) -> None:
    fill(workspace, *CONCEPTS)
    path = str(tmp_path / "out")
    assert run_export(workspace, path, name).concepts == len(CONCEPTS)
    plan = plan_import(workspace, [path], form=name)
    assert plan.counts == {"new": 0, "changed": 0, "same": len(CONCEPTS), "refused": 0}


@pytest.mark.parametrize("name", READ)
def test_an_import_reports_progress_and_ends_where_it_is_told_to(
    workspace: Workspace, name: str
) -> None:
    stages: list[str] = []
    path = str(path_of(named(name)))
    plan = plan_import(
        workspace,
        [path],
        form=name,
        options=OPTIONS,
        progress=lambda stage, done, whole: stages.append(stage),
    )
    run_import(workspace, plan, "import", lambda stage, done, whole: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["read", "compare", "keys", "write"]
    run_import(workspace, plan_import(workspace, [path], form=name, options=OPTIONS), "again")

    def cancel(stage: str, done: int, whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_import(workspace, [path], form=name, options=OPTIONS, progress=cancel)
    assert len(concepts(workspace)) == 3


@pytest.mark.parametrize("stage", ["read", "compare", "keys", "write"])
def test_an_import_that_is_cancelled_leaves_nothing(workspace: Workspace, stage: str) -> None:
    def cancel(now: str, done: int, whole: int) -> None:
        if now == stage:
            raise Cancelled

    path = str(path_of(named("csv")))
    with pytest.raises(Cancelled):
        run_import(workspace, plan_import(workspace, [path], progress=cancel), "import", cancel)
    assert concepts(workspace) == []
    assert [batch.command for batch in workspace.history.batches(0)] == ["create"]


@pytest.mark.parametrize("name", WRITTEN)
def test_an_export_that_is_cancelled_leaves_no_file(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    fill(workspace, *CONCEPTS)
    out, drafts = tmp_path / "out", tmp_path / "drafts"
    out.mkdir()
    drafts.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(drafts))

    def cancel(stage: str, done: int, whole: int) -> None:
        raise Cancelled

    varieties = pair_of(named(name))
    with pytest.raises(Cancelled):
        run_export(workspace, str(out / "x"), name, varieties=varieties, progress=cancel)
    assert [*out.iterdir(), *drafts.iterdir()] == []
    run_export(workspace, str(out / "x"), name, varieties=varieties)
    assert [path.name for path in out.iterdir()] == ["x"]
    assert list(drafts.iterdir()) == []


def test_what_changed_since_a_batch_or_a_time_is_exported_alone(workspace: Workspace) -> None:
    first = fill(workspace, CONCEPTS[0])
    second = fill(workspace, CONCEPTS[1])
    newest = workspace.history.batches(1)[0]
    for since, count in ((str(first), 2), (str(second), 1), (newest.at, 2), ("2020-01-01", 2)):
        assert run_export(workspace, io.BytesIO(), "jsonl", changed_since=since).concepts == count
