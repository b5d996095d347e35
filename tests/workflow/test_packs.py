"""What packs promise: read-only, last, replaceable, and never in the way of one's own work."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import places
from glossary.errors import InputRefused, NotFound, UsageError
from glossary.model import Concept, Term
from glossary.workflow import packs
from glossary.workspace import Workspace
from tests.workflow.exchanging import concepts

HEAD = '{"format":"malmoi-glossary","version":1,"set":{}}\n'


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one small pack, to be changed."""
    folder = tmp_path / "data" / "packs" / "small"
    folder.mkdir(parents=True)
    monkeypatch.setattr(packs, "data_folder", lambda: str(tmp_path / "data"))
    put(folder, "1", "a=량산", "b=로동")
    return folder


def put(folder: Path, version: str, *said: str) -> None:
    lines = [
        f'{{"uid":"{uid}","terms":[{{"uid":"{uid}1","variety":"ko-CN","text":"{text}"}}]}}\n'
        for uid, _, text in (each.partition("=") for each in said)
    ]
    (folder / "terms.jsonl").write_text(HEAD + "".join(lines), encoding="utf-8")
    (folder / "pack.toml").write_text(
        f'version = "{version}"\nlicence = "CC0"\nsource = "us"\n[title]\nen = "Small"\n'
    )


def seen(workspace: Workspace) -> dict[str, str]:
    return {each.uid: each.terms[0].text for each in concepts(workspace)}


def test_the_starter_pack_comes_with_the_program() -> None:
    starter = next(pack for pack in packs.available() if pack.name == "starter")
    assert starter.version
    assert starter.title == starter.titles["en"]
    assert starter.titles.keys() == {"en", "ko", "zh"}


def test_a_new_workspace_has_the_starter_pack_below_a_set_of_one_s_own(tmp_path: Path) -> None:
    path = str(tmp_path / "new" / "glossary.db")
    assert packs.create_workspace(path) is True
    assert packs.create_workspace(path) is False
    with Workspace(path) as workspace:
        own, starter = workspace.sets.all()
        assert (own.name, own.read_only) == ("mine", False)
        assert (starter.name, starter.read_only, starter.pack) == ("starter", True, "starter")
        lines = Path(places.data_folder(), "packs", "starter", "terms.jsonl").read_text("utf-8")
        assert len(concepts(workspace)) == lines.count("\n") - 1
        with pytest.raises(NotFound, match="undo-nothing"):
            workspace.history.newest()


def test_a_pack_that_cannot_be_read_leaves_no_file(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "STARTER", "small")
    (shelf / "terms.jsonl").write_text(HEAD + "{}\n{")
    with pytest.raises(InputRefused) as caught:
        packs.create_workspace(str(tmp_path / "x.db"))
    assert (caught.value.code, caught.value.fields["line"]) == ("pack-damaged", 3)
    assert not (tmp_path / "x.db").exists()


def test_an_installed_pack_is_one_batch(workspace: Workspace, shelf: Path) -> None:
    before = workspace.database.stamp()[0]
    assert packs.install(workspace, "small", "packs") == 2
    assert workspace.database.stamp()[0] == before + 1
    (small,) = (each for each in workspace.sets.all() if each.pack)
    assert (small.rank, small.version, small.licence, small.source) == (2, "1", "CC0", "us")
    with pytest.raises(UsageError, match="undo-pack"):
        workspace.history.undo(before + 1, "undo")


def test_installing_twice_changes_nothing(workspace: Workspace, shelf: Path) -> None:
    packs.install(workspace, "small", "packs")
    before = workspace.database.stamp()
    assert packs.install(workspace, "small", "packs") == 2
    assert workspace.database.stamp() == before


def test_an_update_brings_the_pack_to_its_new_state_and_leaves_own_work(
    workspace: Workspace, shelf: Path
) -> None:
    packs.install(workspace, "small", "packs")
    own = Concept("a", (Term("ko-CN", "내 량산", uid="a1"),))
    workspace.terms.put(own, "add")
    put(shelf, "2", "a=량산품", "c=련합")
    assert packs.update(workspace, "small", "packs") == 2
    assert seen(workspace) == {"a": "내 량산", "c": "련합"}
    assert workspace.sets.find("small")[1].version == "2"


def test_removing_a_pack_leaves_own_copies_and_can_be_undone(
    workspace: Workspace, shelf: Path
) -> None:
    packs.install(workspace, "small", "packs")
    workspace.terms.put(Concept("a", (Term("ko-CN", "내 량산", uid="a1"),)), "add")
    assert packs.remove(workspace, "small", "packs") == 2
    assert seen(workspace) == {"a": "내 량산"}
    assert [each.name for each in workspace.sets.all()] == ["mine"]
    workspace.history.undo(workspace.history.newest().number, "undo")
    assert seen(workspace) == {"a": "내 량산", "b": "로동"}
    assert workspace.sets.find("small")[1].read_only


def test_a_renamed_pack_set_is_still_the_pack(workspace: Workspace, shelf: Path) -> None:
    packs.install(workspace, "small", "packs")
    with workspace.database.write("rename") as batch:
        row, found = workspace.sets.find("small")
        workspace.sets.update(batch, row, replace(found, name="client"))
    assert packs.remove(workspace, "small", "packs") == 2


def test_a_set_of_one_s_own_is_never_taken_for_a_pack(workspace: Workspace, shelf: Path) -> None:
    workspace.sets.create("small", "sets")
    with pytest.raises(UsageError, match="set-exists"):
        packs.install(workspace, "small", "packs")


@pytest.mark.parametrize("broken", ["version = ", "", 'version = "1"\nlicence = "x"'])
def test_a_broken_pack_is_named(workspace: Workspace, shelf: Path, broken: str) -> None:
    (shelf / "pack.toml").write_text(broken)
    with pytest.raises(InputRefused) as caught:
        packs.install(workspace, "small", "packs")
    assert (caught.value.code, caught.value.fields["name"]) == ("pack-damaged", "small")


def test_what_is_not_there_is_said(workspace: Workspace, shelf: Path) -> None:
    with pytest.raises(NotFound, match="pack-unknown"):
        packs.install(workspace, "none", "packs")
    for change in (packs.update, packs.remove):
        with pytest.raises(NotFound, match="pack-not-installed"):
            change(workspace, "small", "packs")
    shutil.rmtree(shelf.parent)
    assert packs.available() == ()
