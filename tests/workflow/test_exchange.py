"""What an import does with rows that are there already, and what an export leaves out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.errors import InputRefused, MalmoiError, NotFound, UsageError
from glossary.model import Citation, Concept, ContextRule, Example, Term
from glossary.store.create import create
from glossary.workflow import packs
from glossary.workflow.exchange import plan_import, run_export, run_import
from glossary.workspace import Workspace

WHOLE = Concept(
    uid="0123456789abc",
    terms=(
        Term(
            "ko-CN",
            "량산",
            "preferred",
            "noun",
            "메모",
            (Citation("신문", "제목", "2026-01-04", "https://example.org"),),
            (ContextRule("not_before", "현"),),
            "aaaaaaaaaaaaa",
        ),
        Term("zh-CN", "量产", uid="bbbbbbbbbbbbb"),
        Term("ko-KR", "양산", uid="ccccccccccccc"),
        Term("ko-KR", "대량 생산", "admitted", uid="ddddddddddddd"),
    ),
    domain="제조",
    definition="많이 만듦",
    note="두 줄\n메모",
    examples=(Example((("ko-CN", "량산에 들어갔다."), ("zh-CN", "投入量产。"))),),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty glossary."""
    path = str(tmp_path / "own.db")
    create(path)
    with Workspace(path) as opened:
        yield opened


def taken(workspace: Workspace, text: str, form: str = "csv", **options: object) -> dict[str, int]:
    """Import a text and count the rows by what became of them."""
    files = [("given", io.BytesIO(text.encode()))]
    plan = plan_import(workspace, files, form=form, **options)  # type: ignore[arg-type]
    run_import(workspace, plan, "import")
    return {outcome: count for outcome, count in plan.counts.items() if count}


def written(workspace: Workspace, form: str, **options: object) -> str:
    """Export to a stream."""
    stream = io.BytesIO()
    run_export(workspace, stream, form, **options)  # type: ignore[arg-type]
    return stream.getvalue().decode("utf-8-sig")


@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv"])
def test_our_own_export_changes_nothing(workspace: Workspace, form: str) -> None:
    workspace.terms.put(WHOLE, "add")
    assert taken(workspace, written(workspace, form), form) == {"same": 1}
    assert workspace.terms.find(WHOLE.uid).concept == WHOLE


def test_json_lines_lose_nothing(workspace: Workspace, tmp_path: Path) -> None:
    workspace.terms.put(WHOLE, "add")
    text = written(workspace, "jsonl")
    create(str(tmp_path / "other.db"))
    with Workspace(str(tmp_path / "other.db")) as other:
        assert taken(other, text, "jsonl") == {"new": 1}
        assert other.terms.find(WHOLE.uid).concept == WHOLE


def test_a_row_with_a_uid_changes_only_the_columns_it_has(workspace: Workspace) -> None:
    workspace.terms.put(WHOLE, "add")
    assert taken(workspace, f"uid,ko-KR\n{WHOLE.uid},양산|본격 양산\n") == {"changed": 1}
    found = workspace.terms.find(WHOLE.uid).concept
    assert found.texts("ko-KR") == ("양산", "본격 양산")
    assert (found.texts("ko-CN"), found.note) == (("량산",), WHOLE.note)


def test_a_row_known_by_two_terms_adds_what_is_missing(workspace: Workspace) -> None:
    workspace.terms.put(WHOLE, "add")
    assert taken(workspace, "ko-CN,zh,ko-KR,note\n량산,量产,양산화,새 메모\n") == {"changed": 1}
    found = workspace.terms.find(WHOLE.uid).concept
    assert found.texts("ko-KR") == ("양산", "대량 생산", "양산화")


def test_contradicting_chinese_makes_another_concept(workspace: Workspace) -> None:
    workspace.terms.put(WHOLE, "add")
    assert taken(workspace, "ko-CN,zh,ko-KR\n량산,凉山,양산\n") == {"new": 1}


@pytest.mark.parametrize(("how", "counts"), [("skip", {"same": 1}), ("add", {"new": 1})])
def test_duplicates_are_left_or_added_when_asked(
    workspace: Workspace, how: str, counts: dict[str, int]
) -> None:
    workspace.terms.put(WHOLE, "add")
    text = "ko-CN,zh,ko-KR\n량산,量产,양산화\n"
    assert taken(workspace, text, on_duplicate=how) == counts


def test_two_rows_of_one_concept_become_one(workspace: Workspace) -> None:
    taken(workspace, "ko-CN,zh,ko-KR\n련합,联合,연합\n련합,联合,공동\n")
    (page,) = workspace.terms.pages()
    assert [entry.concept.texts("ko-KR") for entry in page] == [("연합", "공동")]


def test_a_refused_row_keeps_everything_out(workspace: Workspace) -> None:
    with pytest.raises(InputRefused, match="import-refused"):
        taken(workspace, "ko-CN,zh\n가나,甲\n다\x07라,乙\n")
    assert list(workspace.terms.pages()) == []


def test_a_plan_is_made_anew_when_another_wrote_meanwhile(workspace: Workspace) -> None:
    files = [("given", io.BytesIO("ko-CN,zh,ko-KR\n량산,量产,양산\n".encode()))]
    plan = plan_import(workspace, files, form="csv")
    workspace.terms.put(WHOLE, "add")
    report = run_import(workspace, plan, "import")
    assert (report.new, report.same) == (0, 1)


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ({"domain": "제조"}, ["량산"]),
        ({"status": "draft"}, ["가나"]),
        ({"sets": ["mine"]}, ["량산", "가나"]),
    ],
)
def test_an_export_is_narrowed(
    workspace: Workspace, options: dict[str, object], texts: list[str]
) -> None:
    workspace.terms.put(WHOLE, "add")
    workspace.terms.put(Concept("", (Term("ko-CN", "가나", "draft"),)), "add")
    lines = written(workspace, "jsonl", **options).splitlines()[1:]
    assert [json.loads(line)["terms"][0]["text"] for line in lines] == texts


def test_an_export_of_some_varieties_leaves_the_others_out(workspace: Workspace) -> None:
    workspace.terms.put(WHOLE, "add")
    text = written(workspace, "csv", varieties=["zh", "ko-CN"])
    assert "量产" in text
    assert "양산" not in text


def test_an_export_never_writes_over_the_glossary(workspace: Workspace, tmp_path: Path) -> None:
    path = workspace.database.path
    with pytest.raises(UsageError, match="export-over-glossary"):
        run_export(workspace, path, "csv")
    with pytest.raises(UsageError, match="file-unwritable"):
        run_export(workspace, str(tmp_path / "none" / "x.csv"))
    with pytest.raises(NotFound):
        run_export(workspace, str(tmp_path / "x.csv"), sets=["none"])
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix == ".csv") == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"on_duplicate": "never"}, "on-duplicate-unknown"),
        ({"form": "xlsm"}, "format-unknown"),
        ({"form": ""}, "format-"),
        ({"set_name": "none"}, "set-unknown"),
    ],
)
def test_options_that_cannot_be_are_refused(
    workspace: Workspace, options: dict[str, object], code: str
) -> None:
    with pytest.raises(MalmoiError, match=code):
        taken(workspace, "ko-CN\n가나\n", **options)


def test_a_file_that_is_missing_or_the_glossary_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InputRefused, match="file-unreadable"):
        plan_import(workspace, ["/nowhere/terms.csv"])
    with pytest.raises(InputRefused, match="file-is-glossary"):
        plan_import(workspace, [workspace.database.path], form="csv")


def test_a_pack_is_installed_updated_and_removed(workspace: Workspace) -> None:
    count = packs.install(workspace, "starter", "packs")
    assert count > 300
    assert packs.update(workspace, "starter", "packs") >= 0
    entry = workspace.search.find("중시").hits[0]
    assert entry.set == "starter"
    own = workspace.terms.find(str(entry.concept)).concept
    workspace.terms.revise(own.uid, lambda concept: Concept(own.uid, concept.terms[:1]), "edit")
    assert packs.remove(workspace, "starter", "packs") == count
    assert workspace.terms.find(own.uid).set == "mine"
    with pytest.raises(MalmoiError, match="pack-not-installed"):
        packs.remove(workspace, "starter", "packs")
    with pytest.raises(MalmoiError, match="pack-unknown"):
        packs.install(workspace, "none", "packs")
