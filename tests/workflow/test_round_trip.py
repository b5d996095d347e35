"""Export, then import: nothing has changed, whatever stands in the glossary."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from glossary.model import Citation, Concept, ContextRule, Example, Term
from glossary.workflow.plan import SAME
from glossary.workspace import Workspace
from tests.formats.strategies import several
from tests.store.build import new_file
from tests.workflow.exchanging import concepts, export, fill, outcomes, plan, take_in

FORMS = ("jsonl", "csv", "tsv")
RICH = Concept(
    "rich",
    (
        Term("ko-CN", "중시", pos="noun", citations=(Citation("신문"),), uid="r1"),
        Term("zh-CN", "中试", note="주석", rules=(ContextRule("not_before", "点"),), uid="r2"),
        Term("ko-CN", "중간시험", "admitted", uid="r3"),
        Term("ko-KR", "파일럿 시험", "draft", uid="r4"),
    ),
    domain="tech",
    note="비고",
    examples=(Example((("ko-CN", "중시를 마쳤다."), ("zh-CN", "完成中试。"))),),
)


@pytest.mark.parametrize("form", FORMS)
@given(wanted=several)
@example(wanted=[Concept("0000000000000", (Term("zh-CN", "中试", pos="名词", uid="n"),))])
@settings(deadline=None, max_examples=40)
def test_our_own_export_says_nothing_changed(form: str, wanted: list[Concept]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with Workspace(str(new_file(folder / "a.db"))) as workspace:
            fill(workspace, *wanted)
            found = plan(workspace, export(workspace, form), form)
            assert outcomes(found) == [SAME] * len(wanted)
            assert found.writes == ()
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "options",
    [
        {"varieties": ["ko-CN"]},
        {"varieties": ["zh-CN", "ko-KR"]},
        {"status": "draft"},
        {"domain": "tech"},
        {"sets": ["mine"]},
        {"sets": ["mine", "other"]},
    ],
)
def test_a_part_of_the_glossary_comes_back_without_harm_to_the_rest(
    workspace: Workspace, form: str, options: dict[str, object]
) -> None:
    fill(workspace, RICH)
    workspace.sets.create("other", "sets")
    fill(workspace, replace(RICH, note="darunter"), set_name="other")
    data = export(workspace, form, **options)
    assert outcomes(plan(workspace, data, form)) == [SAME]


@pytest.mark.parametrize("form", FORMS)
def test_an_edited_export_changes_what_was_edited_and_nothing_else(
    workspace: Workspace, form: str
) -> None:
    fill(workspace, RICH)
    take_in(workspace, export(workspace, form).replace("비고".encode(), "새 비고".encode()), form)
    assert concepts(workspace) == [replace(RICH, note="새 비고")]


def test_a_glossary_goes_into_another_without_loss(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, RICH)
    with Workspace(str(new_file(tmp_path / "other.db"))) as other:
        take_in(other, export(workspace, "jsonl"), "jsonl")
        assert concepts(other) == [RICH]
        assert export(other, "jsonl") == export(workspace, "jsonl")
