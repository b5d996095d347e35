"""What an export promises: whole files, of one moment, and nobody waits for it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from glossary.errors import InputRefused, NotFound, UsageError
from glossary.model import Concept, Term
from glossary.workflow.exchange import run_export
from glossary.workspace import Workspace
from tests.workflow.exchanging import export, fill

ONE = Concept("one", (Term("ko-CN", "량산", uid="1"), Term("zh-CN", "量产", uid="2")))
TWO = Concept("two", (Term("ko-CN", "로동", "draft", uid="3"),), domain="work")


def test_the_suffix_tells_the_form(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, ONE, TWO)
    for name, beginning in (("a.csv", b"\xef\xbb\xbfuid,"), ("a.tsv", b"uid\t"), ("a.jsonl", b"{")):
        assert run_export(workspace, str(tmp_path / name)).concepts == 2
        assert (tmp_path / name).read_bytes().startswith(beginning)
    with pytest.raises(UsageError, match="format-unknown"):
        run_export(workspace, str(tmp_path / "a.docx"))
    with pytest.raises(UsageError, match="format-needed"):
        run_export(workspace, io.BytesIO())


def test_a_file_that_fails_leaves_the_old_one_and_nothing_beside_it(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, ONE)
    target = tmp_path / "files" / "a.csv"
    target.parent.mkdir()
    target.write_text("old")

    def full(*arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("glossary.workflow.selection.os.fsync", full)
    with pytest.raises(UsageError) as caught:
        run_export(workspace, str(target), overwrite=True)
    assert caught.value.code == "file-unwritable"
    assert os.listdir(target.parent) == ["a.csv"]
    assert target.read_text() == "old"


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_a_full_disk_behind_a_file_is_named_with_it(workspace: Workspace, form: str) -> None:
    fill(workspace, ONE)
    with pytest.raises(UsageError) as caught:
        run_export(workspace, "/dev/full", form)
    assert (caught.value.code, caught.value.fields["file"]) == ("file-unwritable", "/dev/full")


def test_a_link_stays_a_link(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    run_export(workspace, str(tmp_path / "link.csv"))
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").is_file()


def test_a_pipe_is_written_into(workspace: Workspace) -> None:
    assert run_export(workspace, os.devnull, "csv").concepts == 0
    assert not os.path.isfile(os.devnull)


def test_standard_output_is_a_stream(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(stream))
    fill(workspace, ONE)
    assert run_export(workspace, "-", "tsv").concepts == 1
    assert stream.getvalue().startswith(b"uid\t")


@pytest.mark.parametrize("name", ["glossary.db", "glossary.db-wal"])
def test_the_glossary_is_never_written_over(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UsageError, match="export-over-glossary"):
        run_export(workspace, str(tmp_path / name), "csv")


def test_an_export_is_of_one_moment_and_keeps_no_writer_waiting(
    workspace: Workspace, tmp_path: Path
) -> None:
    fill(
        workspace,
        *(Concept(f"c{n}", (Term("ko-CN", f"용어{n}", uid=f"t{n}"),)) for n in range(900)),
    )
    with Workspace(workspace.database.path, busy_seconds=0.1) as other:

        def write_meanwhile(stage: str, done: int, whole: int) -> None:
            other.terms.put(Concept("", (Term("ko-CN", f"새말{done}"),)), "add")

        count = run_export(workspace, str(tmp_path / "a.jsonl"), progress=write_meanwhile)
    assert count.concepts == 900
    assert "새말" not in (tmp_path / "a.jsonl").read_text("utf-8")


def test_what_progress_raises_ends_the_export_without_a_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    fill(workspace, ONE)

    def stop(stage: str, done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_export(workspace, str(tmp_path / "a.csv"), progress=stop)
    assert [each.name for each in tmp_path.iterdir() if "a.csv" in each.name] == []


def test_a_concept_with_the_wanted_status_is_written_whole(workspace: Workspace) -> None:
    both = Concept("both", (Term("ko-CN", "가", uid="4"), Term("ko-CN", "나", "draft", uid="5")))
    fill(workspace, ONE, TWO, both)
    said = export(workspace, "tsv", status="draft").decode()
    assert "가|나\tpreferred|draft" in said
    assert "량산" not in said
    with pytest.raises(UsageError, match="status-unknown"):
        export(workspace, status="best")


def test_varieties_stand_in_the_order_they_are_asked_for(workspace: Workspace) -> None:
    fill(workspace, ONE)
    head = export(workspace, "tsv", varieties=["zh", "ko-KR", "ko_cn"]).decode().split("\r\n")[0]
    assert [name for name in head.split("\t") if name[2:3] == "-" and " " not in name] == [
        *("zh-CN", "ko-KR", "ko-CN")
    ]


def test_a_shadowed_concept_is_written_once(workspace: Workspace) -> None:
    workspace.sets.create("low", "sets")
    fill(workspace, ONE)
    fill(workspace, Concept("one", (Term("ko-CN", "밑", uid="9"),)), set_name="low")
    for sets in ((), ("mine", "low"), ("low", "mine")):
        said = export(workspace, "tsv", sets=sets).decode()
        assert ("량산" in said, "밑" in said) == (True, False)
    assert "밑" in export(workspace, "tsv", sets=("low",)).decode()


def test_a_file_that_is_there_is_written_over_only_when_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    fill(workspace, ONE)
    target = tmp_path / "mine.csv"
    target.write_text("my own work")
    with pytest.raises(UsageError) as caught:
        run_export(workspace, str(target))
    assert (caught.value.code, caught.value.fields) == ("export-exists", {"file": str(target)})
    assert target.read_text() == "my own work"
    assert run_export(workspace, str(target), overwrite=True).concepts == 1
    assert "량산" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "code", "known"),
    [
        ({"varieties": ["ja"]}, "variety-unknown", "ko-CN, zh-CN"),
        ({"varieties": ["ko-CN", "zh-CM"]}, "variety-unknown", "ko-CN, zh-CN"),
        ({"domain": "wrok"}, "domain-unknown", "work"),
        ({"varieties": ["ko-KR"]}, "export-nothing", None),
        ({"domain": "work", "status": "preferred"}, "export-nothing", None),
        ({"status": "forbidden"}, "export-nothing", None),
    ],
)
def test_an_export_of_what_is_not_there_says_what_is_and_writes_nothing(
    workspace: Workspace,
    tmp_path: Path,
    options: dict[str, object],
    code: str,
    known: str | None,
) -> None:
    fill(workspace, ONE, TWO)
    target = tmp_path / "a.csv"
    with pytest.raises(NotFound) as caught:
        run_export(workspace, str(target), **options)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.fields.get("known")) == (code, known)
    assert not target.exists()


def test_a_value_of_another_set_is_not_there_for_the_named_one(workspace: Workspace) -> None:
    workspace.sets.create("client", "sets")
    fill(workspace, ONE)
    fill(workspace, TWO, set_name="client")
    with pytest.raises(NotFound, match="domain-unknown"):
        export(workspace, sets=("mine",), domain="work")
    assert "로동" in export(workspace, sets=("client",), domain="work").decode()


def test_an_empty_glossary_is_exported_as_such(workspace: Workspace) -> None:
    assert export(workspace, "tsv").decode().startswith("uid\t")


def test_bare_korean_is_no_choice_of_variety(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, ONE)
    with pytest.raises(InputRefused, match="variety-ambiguous"):
        run_export(workspace, str(tmp_path / "a.csv"), varieties=["ko"])
    assert not (tmp_path / "a.csv").exists()
