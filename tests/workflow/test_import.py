"""What an import promises as a whole: planned first, all or nothing, one batch, a short lock."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from glossary.errors import InputRefused, UsageError
from glossary.model import Concept, Term
from glossary.store import keys
from glossary.workflow import prepared_keys
from glossary.workflow.exchange import plan_import, run_import
from glossary.workflow.plan import CHANGED, NEW, REFUSED, SAME
from glossary.workspace import Workspace
from tests.workflow.exchanging import concepts, fill, outcomes, plan, take_in, texts

TABLE = "ko-CN,ko-KR\n량산,양산\n로동,노동\n"


def test_a_plan_writes_nothing(workspace: Workspace) -> None:
    before = workspace.database.stamp()
    found = plan(workspace, TABLE)
    assert found.counts == {NEW: 2, CHANGED: 0, SAME: 0, REFUSED: 0}
    assert workspace.database.stamp() == before
    assert concepts(workspace) == []


def test_an_import_is_one_batch_that_undo_takes_back(workspace: Workspace) -> None:
    fill(workspace, Concept("u", (Term("ko-CN", "련합", uid="t"),)))
    report = take_in(workspace, TABLE + ",\n".replace(",", "련합,연합"))
    assert workspace.history.newest().number == report.batch
    assert len(concepts(workspace)) == 4
    workspace.history.undo(report.batch, "undo")
    assert [each.uid for each in concepts(workspace)] == ["u"]


def test_an_import_that_changes_nothing_leaves_no_batch(workspace: Workspace) -> None:
    take_in(workspace, TABLE)
    before = workspace.database.stamp()
    report = take_in(workspace, TABLE)
    assert (report.new, report.changed, report.same, report.batch) == (0, 0, 2, 0)
    assert workspace.database.stamp() == before


def test_one_refused_row_keeps_all_out_and_each_has_its_reason(workspace: Workspace) -> None:
    found = plan(workspace, "uid,ko-CN\n,량산\n,\x07\na b,로동\n,련합\n")
    assert outcomes(found) == [NEW, REFUSED, REFUSED, NEW]
    assert [(row.line, row.code) for row in found.of(REFUSED)] == [
        (3, "term-control"),
        (4, "uid-malformed"),
    ]
    with pytest.raises(InputRefused) as caught:
        run_import(workspace, found, "import")
    assert (caught.value.code, caught.value.fields) == ("import-refused", {"refused": 2, "rows": 4})
    assert concepts(workspace) == []


def test_a_planned_row_tells_what_would_change(workspace: Workspace) -> None:
    fill(workspace, Concept("u", (Term("ko-CN", "량산", uid="t"),), note="옛"))
    (row,) = plan(workspace, "uid,ko-CN,en,note\nu,량산,mass production,새\n").rows
    assert (row.outcome, row.uid, row.changes) == (CHANGED, "u", ("note", "en"))
    assert row.texts == ("량산", "mass production")
    assert row.before is not None
    assert row.after is not None
    assert (row.before.note, row.after.note) == ("옛", "새")


@pytest.mark.parametrize(
    ("cells", "statuses"),
    [
        ("량산|대량생산,", ["량산", "대량생산 admitted"]),
        ("량산|대량생산,|preferred", ["량산 admitted", "대량생산"]),
        ("량산|대량생산,draft", ["량산 draft", "대량생산"]),
        ("량산,Forbidden", ["량산 forbidden"]),
    ],
)
def test_the_first_term_without_a_status_is_preferred_if_no_other_is(
    workspace: Workspace, cells: str, statuses: list[str]
) -> None:
    take_in(workspace, f"ko-CN,ko-CN status\n{cells}\n")
    assert texts(concepts(workspace)[0])["ko-CN"] == statuses


def test_several_files_are_one_import(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "하나.csv").write_text("ko-CN,ko-KR\n량산,양산\n", encoding="utf-8")
    (tmp_path / "둘.tsv").write_text("ko-CN\tko-KR\ten\n량산\t양산\tmass\n", encoding="utf-8")
    files = [str(tmp_path / "하나.csv"), str(tmp_path / "둘.tsv")]
    found = plan_import(workspace, files)
    assert [(os.path.basename(row.file), row.line, row.outcome) for row in found.rows] == [
        ("하나.csv", 2, NEW),
        ("둘.tsv", 2, CHANGED),
    ]
    run_import(workspace, found, "import")
    assert len(concepts(workspace)) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("none.csv", None, "file-unreadable"),
        ("empty.csv", b"", "file-empty"),
        ("book.csv", b"PK\x03\x04", "file-not-text"),
        ("korean.csv", "ko-CN\n중시\n".encode("cp949"), "encoding-likely"),
        ("other.jsonl", b"{}", "jsonl-header-missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputRefused) as caught:
        plan_import(workspace, [str(path)])
    assert (caught.value.code, caught.value.fields["file"]) == (code, str(path))


def test_a_folder_is_no_file(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="file-is-folder"):
        plan_import(workspace, [str(tmp_path)], form="csv")


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_open_glossary_is_never_opened_as_a_file(workspace: Workspace, ending: str) -> None:
    with pytest.raises(InputRefused, match="file-is-glossary"):
        plan_import(workspace, [workspace.database.path + ending], form="csv")


def test_another_name_of_the_glossary_is_known_too(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(workspace.database.path)
    with pytest.raises(InputRefused, match="file-is-glossary"):
        plan_import(workspace, [str(tmp_path / "link.csv")])


def test_standard_input_needs_a_format(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match="format-needed"):
        plan_import(workspace, ["-"])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    assert outcomes(plan_import(workspace, ["-"], form="csv")) == [NEW, NEW]


def test_a_set_that_cannot_be_written_is_refused_before_anything_is_read(
    workspace: Workspace,
) -> None:
    workspace.sets.create("client", "sets")
    workspace.sets.change("client", "sets", read_only=True)
    with pytest.raises(UsageError, match="set-read-only"):
        plan_import(workspace, ["/nowhere.csv"], set_name="client")


def test_the_named_set_is_written_to(workspace: Workspace) -> None:
    workspace.sets.create("client", "sets", rank=1)
    report = take_in(workspace, TABLE, set_name="client")
    assert report.set == "client"
    assert workspace.sets.counts() == {"client": (2, 4), "mine": (0, 0)}


def test_a_plan_is_made_anew_when_it_no_longer_holds(workspace: Workspace) -> None:
    found = plan(workspace, TABLE)
    with Workspace(workspace.database.path) as other:
        take_in(other, TABLE)
    report = run_import(workspace, found, "import")
    assert (report.new, report.same, report.batch) == (0, 2, 0)
    assert len(concepts(workspace)) == 2


def test_a_plan_that_is_refused_in_the_end_writes_nothing(workspace: Workspace) -> None:
    fill(workspace, Concept("u", (Term("ko-CN", "량산", uid="t"),)))
    found = plan(workspace, "uid,ko-CN\nu,량산|대량생산\n,로동\n", set_name="mine")
    with Workspace(workspace.database.path) as other:
        other.sets.create("client", "sets", rank=1)
        fill(other, Concept("u", (Term("ko-CN", "량산", uid="x"),)), set_name="client")
    with pytest.raises(InputRefused, match="import-refused"):
        run_import(workspace, found, "import")
    assert sum(count for count, _ in workspace.sets.counts().values()) == 2


def test_no_key_is_computed_while_the_file_is_held(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = False
    write = workspace.database.write

    def watched(term: Term) -> list[keys.Key]:
        assert not held
        return [(keys.FOLD, term.text, 1, "")]

    def noting(*arguments: object, **options: object) -> object:
        nonlocal held
        held = True
        return write(*arguments, **options)  # type: ignore[arg-type]

    fill(workspace, Concept("u", (Term("ko-CN", "련합", uid="t"),)))
    found = plan(workspace, "uid,ko-CN\nu,련합|연합체\n,로동\n")
    monkeypatch.setattr(prepared_keys, "term_keys", watched)
    monkeypatch.setattr(workspace.database, "write", noting)
    batch = run_import(workspace, found, "import").batch
    written = workspace.database.rows(
        "SELECT k.kind, k.key FROM term_key k JOIN term t ON t.id = k.term WHERE t.batch = ?",
        (batch,),
    )
    assert sorted(written) == [(keys.FOLD, text) for text in ("련합", "로동", "연합체")]


@pytest.mark.parametrize("last", ["read", "compare", "write"])
def test_what_progress_raises_ends_the_import_and_nothing_is_written(
    workspace: Workspace, last: str
) -> None:
    class StoppedError(Exception):
        pass

    def stop(stage: str, done: int, whole: int) -> None:
        if stage == last:
            raise StoppedError

    with pytest.raises(StoppedError):
        run_import(workspace, plan(workspace, TABLE, progress=stop), "import", stop)
    assert concepts(workspace) == []
    assert take_in(workspace, TABLE).new == 2


def test_a_large_import_builds_the_index_at_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    monkeypatch.setattr(workspace.letters, "build", lambda: built.append(1))
    take_in(workspace, TABLE)
    assert built == []
    take_in(workspace, "ko-CN\n" + "".join(f"용어{n}\n" for n in range(5_001)))
    assert built == [1]
    assert workspace.search.find("용어4999").hits[0].matched.by == "exact"


def test_rows_and_statements_grow_together(workspace: Workspace) -> None:
    """A question for each row would make a large import take minutes."""
    statements: list[str] = []
    rows = workspace.database.rows

    def counted(sql: str, parameters: tuple[object, ...] = ()) -> object:
        statements.append(sql)
        return rows(sql, parameters)

    table = "ko-CN,ko-KR\n" + "".join(f"량산{n},양산{n}\n" for n in range(2_000))
    workspace.database.rows = counted  # type: ignore[method-assign,assignment]
    take_in(workspace, table)
    assert outcomes(plan(workspace, table)) == [SAME] * 2_000
    assert len(statements) < 200
