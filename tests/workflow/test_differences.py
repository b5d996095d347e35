"""Nothing a row says is dropped without a word: it is taken over, or named as left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.model import Concept, Term
from glossary.workflow.plan import CHANGED, NEW, SAME
from glossary.workspace import Workspace
from tests.workflow.exchanging import concepts, fill, outcomes, plan, take_in, texts

OURS = Concept(
    "ours",
    (
        Term("ko-CN", "량산", pos="noun", uid="1"),
        Term("zh-CN", "量产", uid="2"),
        Term("ko-KR", "양산", uid="3"),
        Term("ko-KR", "대량 생산", "admitted", uid="4"),
    ),
    domain="industry",
    definition="old",
    note="ours",
)

DIFFERING = [
    ("note", "theirs", ("note",)),
    ("definition", "new", ("definition",)),
    ("domain", "cars", ("domain",)),
    ("ko-CN pos", "verb", ("ko-CN",)),
    ("ko-CN status", "deprecated", ("ko-CN",)),
    ("ko-CN note", "theirs", ("ko-CN",)),
    ("en", "mass production", ("en",)),
]


@pytest.mark.parametrize(("column", "value", "names"), DIFFERING)
def test_merge_takes_over_what_a_recognised_row_says_otherwise(
    workspace: Workspace, column: str, value: str, names: tuple[str, ...]
) -> None:
    fill(workspace, OURS)
    table = f"ko-CN,zh-CN,{column}\n량산,量产,{value}\n"
    (row,) = plan(workspace, table).rows
    assert (row.outcome, row.changes, row.left) == (CHANGED, names, ())
    take_in(workspace, table)
    assert value in str(workspace.terms.find("ours").concept)
    assert outcomes(plan(workspace, table)) == [SAME]


@pytest.mark.parametrize(("column", "value", "names"), DIFFERING)
@pytest.mark.parametrize("key", ["uid,ko-CN,zh-CN", ",ko-CN,zh-CN"])
def test_skip_leaves_all_as_it_is_and_names_what_differs(
    workspace: Workspace, key: str, column: str, value: str, names: tuple[str, ...]
) -> None:
    fill(workspace, OURS)
    table = f"{key},{column}\nours,량산,量产,{value}\n"
    if not key.startswith("uid"):
        table = table.replace(",ko-CN", "ko-CN", 1).replace("ours,", "", 1)
    (row,) = plan(workspace, table, on_duplicate="skip").rows
    assert (row.outcome, row.left) == (SAME, names)
    take_in(workspace, table, on_duplicate="skip")
    assert concepts(workspace) == [OURS]


def test_a_note_is_added_to_the_one_that_is_there(workspace: Workspace) -> None:
    fill(workspace, OURS)
    take_in(workspace, "ko-CN,zh-CN,note\n량산,量产,theirs\n")
    assert workspace.terms.find("ours").concept == replace(OURS, note="ours\ntheirs")


def test_a_preferred_term_stays_preferred_and_the_other_is_named(workspace: Workspace) -> None:
    fill(workspace, OURS)
    table = "ko-CN,zh-CN,ko-KR,ko-KR status\n량산,量产,대량 생산|대량생산,preferred|preferred\n"
    (row,) = plan(workspace, table).rows
    assert (row.outcome, row.changes, row.left) == (CHANGED, ("ko-KR",), ("ko-KR status",))
    take_in(workspace, table)
    assert texts(concepts(workspace)[0])["ko-KR"] == [
        *("양산", "대량 생산 admitted", "대량생산 admitted")
    ]
    (row,) = plan(workspace, table).rows
    assert (row.outcome, row.left) == (SAME, ("ko-KR status",))


def test_of_two_rows_that_contradict_each_other_the_second_is_named(workspace: Workspace) -> None:
    table = "ko-CN,zh-CN,definition\n량산,量产,first\n량산,量产,second\n"
    found = plan(workspace, table)
    assert [(row.outcome, row.left) for row in found.rows] == [(NEW, ()), (SAME, ("definition",))]
    take_in(workspace, table)
    again = plan(workspace, table)
    assert [(row.outcome, row.left) for row in again.rows] == [
        (SAME, ()),
        (SAME, ("definition",)),
    ]
    assert again.left == again.rows[1:]


@pytest.mark.parametrize("on_duplicate", ["merge", "skip"])
@pytest.mark.parametrize(
    "table",
    [
        "ko-CN\n량산\n로동\n",
        "zh\n量产\n",
        "ko-KR,definition,note\n양산,뜻,비고\n",
        "ko-CN,definition\n배,과일\n배,탈것\n배,\n",
        "ko-CN\n중시|중간시험\n중시\n",
    ],
)
def test_rows_of_one_variety_are_there_already_the_second_time(
    workspace: Workspace, table: str, on_duplicate: str
) -> None:
    take_in(workspace, table)
    before = concepts(workspace)
    found = plan(workspace, table, on_duplicate=on_duplicate)
    assert set(outcomes(found)) == {SAME}
    assert (found.left, found.writes) == ((), ())
    take_in(workspace, table, on_duplicate=on_duplicate)
    assert concepts(workspace) == before


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        (",배,,", SAME),
        (",배,,note", CHANGED),
        (",배,fruit,", SAME),
        (",배,ship,", NEW),
        (",배|선박,,", NEW),
        (",베,,", NEW),
        ("other,배,,", NEW),
    ],
)
def test_a_word_alone_is_the_concept_of_that_word_alone_unless_its_meaning_differs(
    workspace: Workspace, row: str, outcome: str
) -> None:
    fill(workspace, Concept("pear", (Term("ko-CN", "배", uid="p"),), definition="fruit"))
    assert outcomes(plan(workspace, f"uid,ko-CN,definition,note\n{row}\n")) == [outcome]


def test_two_equal_rows_of_one_variety_in_a_file_are_one(workspace: Workspace) -> None:
    assert outcomes(plan(workspace, "ko-CN\n량산\n량산\n")) == [NEW, SAME]
    assert outcomes(plan(workspace, "ko-CN\n량산\n량산\n", on_duplicate="add")) == [NEW, NEW]
