"""A new file is whole under its name, or it is not there; two who make it at once get one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from glossary.errors import DatabaseError
from glossary.model import GlossarySet
from glossary.store.create import create
from glossary.store.database import Database
from glossary.store.header import draft_of, is_draft
from glossary.workspace import Workspace
from tests.store.build import answer, concept, folder_state, python, run_sql


def test_a_new_file_has_an_empty_set_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "glossary.db"
    assert create(str(path))
    assert os.listdir(path.parent) == ["glossary.db"]
    with Workspace(str(path)) as workspace:
        assert workspace.database.writable
        assert workspace.sets.all() == (GlossarySet("mine", 1),)
        assert workspace.doctor.examine().sound
        assert [each.number for each in workspace.history.batches()] == [1]


def test_every_table_is_strict_and_every_reference_indexed(path: Path) -> None:
    tables = dict(run_sql(path, "SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
    ours = {name for name in tables if not name.startswith(("sqlite_", "_sqlite"))}
    assert {name for name in ours if not tables[name]} == set()
    for table in ours:
        text = run_sql(path, f"SELECT sql FROM sqlite_master WHERE name = '{table}'")[0][0]
        assert "AUTOINCREMENT" in text or table in ("meta", "term_key", "text")
    cascades = run_sql(
        path,
        'SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f'
        " WHERE f.on_delete = 'CASCADE'",
    )
    for table, column in cascades:
        leading = run_sql(
            path,
            "SELECT i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i"
            " WHERE i.seqno = 0",
            parameters=(table,),
        )
        assert (column,) in leading


def test_a_file_that_is_there_is_left_alone(path: Path) -> None:
    before = folder_state(path.parent)
    assert not create(str(path))
    assert folder_state(path.parent) == before


def test_a_filling_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(_: Database) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create(str(tmp_path / "x.db"), fail)
    assert list(tmp_path.glob("x.db*")) == []


_CREATE = """
import sys
from glossary.errors import DatabaseError
from glossary.store.create import create
try:
    print(create(sys.argv[1]))
except DatabaseError as error:
    print(error.code)
"""


@pytest.mark.parametrize("name", ["x.db", "folder/x.db"])
def test_a_folder_one_may_not_write_is_named_so(open_folder: Path, name: str) -> None:
    open_folder.chmod(0o555)
    said = answer(python(_CREATE, open_folder / name, nobody=True))
    assert said == "folder-not-writable\n"
    assert os.listdir(open_folder) == []


def test_a_folder_below_a_file_cannot_be_made(path: Path) -> None:
    with pytest.raises(DatabaseError, match="folder-not-writable"):
        create(str(path / "x.db"))


class TestTheNameItWasMadeUnder:
    """Whoever makes a file gives it its name while the draft's is still there."""

    def test_a_draft_left_behind_does_no_harm(self, path: Path) -> None:
        os.link(path, draft_of(str(path)))
        with Workspace(str(path)) as workspace:
            assert workspace.database.writable
        assert os.listdir(path.parent) == [path.name]

    def test_other_names_of_the_file_are_not_touched(self, path: Path) -> None:
        names = [f"{path.name}.old.new", f"{path.name}.1.new", "second.db"]
        for name in names:
            os.link(path, path.with_name(name))
        with Workspace(str(path)) as workspace:
            assert workspace.database.why_read_only == "database-linked"
        assert sorted(os.listdir(path.parent)) == sorted([*names, path.name])

    def test_another_makers_draft_is_not_touched(self, path: Path) -> None:
        draft = Path(draft_of(str(path)))
        draft.write_text("not finished")
        os.link(path, path.with_name("second.db"))
        Database(str(path)).close()
        assert draft.read_text() == "not finished"

    def test_drafts_are_known_by_their_names(self) -> None:
        for path in ("/a/x.db", "/a/말모이 (1).db", "/a/x[1].db"):
            assert is_draft(draft_of(path), path)
            assert not is_draft(path, path)
            assert not is_draft(draft_of(path), path + "2")


# Makes each file it is told of, adds a concept, and says whether it made the file and may write.
_RACER = """
import sys
from glossary.model import Concept, Term
from glossary.store.create import create
from glossary.workspace import Workspace
create(sys.argv[1] + ".warm")
print("ready", flush=True)
for line in sys.stdin:
    path = line.rstrip("\\n")
    made = create(path)
    with Workspace(path) as workspace:
        uid = sys.argv[2]
        workspace.terms.put(Concept(uid, (Term("ko-CN", "중시", uid=uid),)), "add")
        how = workspace.database.why_read_only or "writable"
    print(int(made), how, flush=True)
"""


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def test_two_that_make_the_same_file_at_once_make_one_and_both_write(tmp_path: Path) -> None:
    racers = [python(_RACER, tmp_path / f"racer{uid}", uid) for uid in "ab"]
    assert [_line(racer) for racer in racers] == ["ready", "ready"]
    for number in range(20):
        folder = tmp_path / f"race{number}"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write(f"{folder / 'x.db'}\n")
            racer.stdin.flush()
        made = sorted(_line(racer) for racer in racers)
        assert made == ["0 writable", "1 writable"]
        with Workspace(str(folder / "x.db")) as workspace:
            assert {each.concept.uid for page in workspace.terms.pages() for each in page} == {
                "a",
                "b",
            }
        assert os.listdir(folder) == ["x.db"]
    for racer in racers:
        answer(racer)


def test_what_this_version_wrote_stays_readable(path: Path) -> None:
    """The rows a reader relies on, by name: a column that is renamed needs a migration."""
    with Workspace(str(path)) as workspace:
        workspace.terms.put(concept("a", "중시", zh="中试", domain="tech"), "add")
    assert run_sql(path, "SELECT uid, domain, merged_into, created, batch FROM concept") == [
        ("a", "tech", "", 2, 2)
    ]
    assert run_sql(path, "SELECT uid, variety, text, status, position, batch FROM term") == [
        ("a-0", "ko-CN", "중시", "preferred", 0, 2),
        ("a-zh", "zh-CN", "中试", "preferred", 1, 2),
    ]
