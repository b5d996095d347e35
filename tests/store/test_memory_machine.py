"""Memories under any sequence of writes, undos, copies and restored backups: an undo takes back
what its batch did, and a match finds what comparing with every unit would.

The limits from which an index is built are lowered, so that every way of looking is used.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from rapidfuzz.distance import Levenshtein

from glossary.errors import DatabaseError, NotFound, UsageError
from glossary.language.fold import fold
from glossary.matching.scoring import Scored
from glossary.model import Text, Unit
from glossary.store import segments
from glossary.store.units import unit_values
from glossary.workspace import Workspace
from tests.store.build import new_file, unit

WORDS = (
    "중시를 마쳤다",
    "중시를 마치였다",
    "양산을 시작",
    "량산을 시작",
    "량산을 시작했다",
    "기지",
)
UIDS = st.sampled_from("abcd")
NAMES = st.sampled_from(["news", "law"])
KOREAN = st.sampled_from(WORDS)
CHINESE = st.sampled_from(["完成中试", "开始量产", "基地"])
VARIETIES = st.sampled_from(["ko-CN", "ko-KR"])

Key = tuple[str, int, str]
State = dict[Key, str]


def rows(workspace: Workspace) -> State:
    """Every memory, and every living unit, as text."""
    memory = workspace.memory
    found: State = {("memory", 0, str(row)): repr(m) for row, m in memory.memories.by_id().items()}
    every = [row for (row,) in workspace.database.rows("SELECT id FROM memory")]
    for page in memory.units.pages(every):
        for each in page:
            found["unit", each.memory, each.unit.uid] = repr(each.unit)
    return found


class Memories(RuleBasedStateMachine):
    """One file, and what it held after each batch."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = new_file(self.folder / "x.db")
        self.workspace = Workspace(str(self.path), many=True)
        self.past: list[State] = [{}]  # the first batch makes the file
        self.backups: list[tuple[Path, list[State]]] = []

    @property
    def state(self) -> State:
        return self.past[-1]

    def teardown(self) -> None:
        assert self.workspace.doctor.examine().sound
        self.workspace.close()
        shutil.rmtree(self.folder)

    def change(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (UsageError, NotFound):
            assert rows(self.workspace) == self.state
        after = rows(self.workspace)
        if after != self.state:
            self.past.append(after)

    def touched(self, number: int) -> set[Key]:
        """The rows that are not as the batch found them."""
        found, left = self.past[number - 2 : number]
        return {key for key in found.keys() | left.keys() if found.get(key) != left.get(key)}

    @rule(uid=UIDS, korean=KOREAN, chinese=CHINESE, name=NAMES, variety=VARIETIES)
    def add(self, uid: str, korean: str, chinese: str, name: str, variety: str) -> None:
        unit = Unit((Text(variety, korean), Text("zh-CN", chinese)), uid)
        self.change(lambda: self.workspace.memory.add(unit, name, "add"))

    @rule(korean=st.lists(KOREAN, min_size=1, max_size=12), chinese=CHINESE, name=NAMES)
    def bulk(self, korean: list[str], chinese: str, name: str) -> None:
        def act() -> None:
            with self.workspace.database.write("import") as batch:
                home = self.workspace.memory.memories.writable(batch, name)
                units = [Unit((Text("ko-CN", each), Text("zh-CN", chinese))) for each in korean]
                self.workspace.memory.units.insert(batch, home, list(map(unit_values, units)))

        self.change(act)

    @rule(uid=UIDS)
    def remove(self, uid: str) -> None:
        self.change(lambda: self.workspace.memory.remove(uid, "rm"))

    @rule(name=NAMES, new=NAMES | st.none(), penalty=st.none() | st.integers(0, 5))
    def change_memory(self, name: str, new: str | None, penalty: int | None) -> None:
        memories = self.workspace.memory.memories
        self.change(lambda: memories.change(name, "change", new_name=new, penalty=penalty))

    @rule(name=NAMES)
    def remove_memory(self, name: str) -> None:
        self.change(lambda: self.workspace.memory.memories.remove(name, "rm"))

    @rule(back=st.integers(0, 8), with_later=st.booleans())
    def undo(self, back: int, with_later: bool) -> None:
        number = len(self.past) - back
        if number < 2:  # the batch that made the file
            return
        try:
            undone = self.workspace.history.undo(number, "undo", with_later=with_later)
        except UsageError as error:
            assert error.code in {"undo-done", "undo-memory-taken", "tm-memory-exists"}  # noqa: PT017
        except DatabaseError as error:
            assert error.code == "undo-conflict"  # noqa: PT017
            assert self.in_the_way(number)
            assert not with_later
        else:
            assert with_later or not self.in_the_way(number)
            for each in undone:
                found = self.past[each.number - 2]
                kept = {key: self.state.get(key) for key in self.state.keys() | found.keys()}
                kept |= {key: found.get(key) for key in self.touched(each.number)}
                self.past.append({key: row for key, row in kept.items() if row is not None})
        assert rows(self.workspace) == self.state

    def in_the_way(self, number: int) -> bool:
        """Whether a row is not as the batch left it, or a unit of a memory that would go."""
        keys, found, left = self.touched(number), self.past[number - 2], self.past[number - 1]
        made = {key[2] for key in keys if key[0] == "memory" and key not in found}
        keys |= {key for key in left.keys() | self.state.keys() if str(key[1]) in made}
        return any(self.state.get(key) != left.get(key) for key in keys)

    @rule()
    def keep_a_backup(self) -> None:
        path = self.folder / f"backup{len(self.backups)}.db"
        self.workspace.database.backup_to(str(path))
        self.backups.append((path, list(self.past)))

    @rule(which=st.integers(0, 3))
    def restore(self, which: int) -> None:
        """Put a backup in the file's place: the same path, another past."""
        if not self.backups:
            return
        path, past = self.backups[which % len(self.backups)]
        self.workspace.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        shutil.copyfile(path, self.path)
        self.workspace = Workspace(str(self.path), many=True)
        self.past = list(past)

    @invariant()
    def a_match_finds_what_comparing_finds(self) -> None:
        for query, threshold in (("량산을 시작하였다", 60), ("중시를 마쳤다", 75), ("기지", 40)):
            found = self.workspace.memory.match(query, "ko-CN", "zh-CN", threshold, 0)
            assert {(each.source.text, each.target.text) for each in found} == self.near(
                query, threshold
            )

    @invariant()
    def a_concordance_finds_every_unit(self) -> None:
        memory = self.workspace.memory
        for wanted in ("시", "마쳤"):
            found = memory.concordance(wanted, "ko-CN", 0)
            assert {each.row for each in found} == {
                each.row
                for page in memory.units.pages(list(memory.memories.by_id()))
                for each in page
                if any(wanted in text.text for text in each.unit.of("ko-CN"))
            }

    def near(self, query: str, threshold: int) -> set[tuple[str, str]]:
        memory = self.workspace.memory
        found = set()
        for page in memory.units.pages(list(memory.memories.by_id())):
            for each in page:
                source, target = each.unit.texts
                edits = Levenshtein.distance(fold(query), fold(source.text))
                if Scored(fold(query)).score(fold(source.text), edits) >= threshold:
                    found.add((source.text, target.text))
        return found


def test_memories_lose_nothing_and_find_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(segments, "SMALL", 6)
    monkeypatch.setattr(segments, "_LATER", 5)
    monkeypatch.setattr(segments, "_SOME", 3)
    run_state_machine_as_test(
        Memories,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_memory_goes_again_only_while_it_holds_the_units_it_had(path: Path) -> None:
    """Undoing the undo of a removal: a unit that went since is in the way, back again it is not."""
    with Workspace(str(path)) as workspace:
        memory, history = workspace.memory, workspace.history
        for uid in "ab":
            memory.add(unit(uid, "량산을 시작", "开始量产"), "news", "add")
        memory.memories.remove("news", "rm")
        removal = history.newest().number
        history.undo(removal, "undo")
        memory.remove("b", "rm")
        with pytest.raises(DatabaseError, match="undo-conflict"):
            history.undo(removal + 1, "undo")
        history.undo(removal + 2, "undo")
        history.undo(removal + 1, "undo")
        assert memory.memories.by_id() == {}
