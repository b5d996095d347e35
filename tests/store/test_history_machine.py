"""Undo, against a model: any sequence of writes to one file, with undos of any batch among them.

The model knows of each batch only which rows it found and left otherwise, by looking at all rows
before and after; what an undo must do, or whom it must name when it refuses, follows from that.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from glossary.documents import dumps, set_document
from glossary.errors import DatabaseError, MalmoiError, NotFound, UsageError
from glossary.model import Decision
from glossary.store import changes
from glossary.store.decisions import decision_document
from glossary.workspace import Workspace
from tests.store.build import concept, new_file, write_all

Key = tuple[str, int, str]
State = dict[Key, str]

UIDS = st.sampled_from("abc")
TEXTS = st.lists(st.sampled_from(["중시", "중심", "량산"]), max_size=2, unique=True)
SETS = st.sampled_from(["mine", "own", "pack"])
NAMES = st.sampled_from(["own", "pack", "client"])


def rows(workspace: Workspace) -> State:
    """Every row that can be undone, as its document."""
    found: State = {}
    for set_id, each in workspace.sets.by_id().items():
        found[changes.SET, 0, str(set_id)] = dumps(set_document(each))
    for decision in workspace.decisions.all():
        found[changes.DECISION, 0, decision.uid] = decision_document(decision)
    places = workspace.database.rows("SELECT id, set_id, created, batch FROM concept")
    for stored in workspace.terms.load_rows(places):
        found[changes.CONCEPT, stored.set_id, stored.concept.uid] = stored.document
    return found


class History(RuleBasedStateMachine):
    """One file, its rows after each batch, and the ids ever seen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = Workspace(str(new_file(self.folder / "x.db")))
        self.workspace.sets.create("own", "create")
        self.workspace.sets.create("pack", "create")
        write_all(self.workspace, [concept("a", "중시"), concept("b", "량산")], "pack")
        self.workspace.sets.change("pack", "change", read_only=True)
        self.state = rows(self.workspace)
        self.first = self.last = self.workspace.history.batches(1)[0].number
        self.touched: dict[int, dict[Key, tuple[str | None, str | None]]] = {}
        self.undoes: dict[int, int] = {}
        self.ids: dict[tuple[str, int], tuple[object, ...]] = {}

    def teardown(self) -> None:
        assert self.workspace.doctor.examine().sound
        self.workspace.close()
        shutil.rmtree(self.folder)

    # What people do

    def change(self, act: Callable[[], object]) -> None:
        """Do something that makes one batch or none; what is refused leaves everything."""
        before = self.state
        try:
            act()
        except (UsageError, NotFound):
            assert rows(self.workspace) == before
        self.state = rows(self.workspace)
        if self.state != before:
            self.note(self.last + 1, before, self.state)
        assert self.workspace.history.batches(1)[0].number == self.last

    def note(self, number: int, before: State, after: State) -> None:
        self.last = number
        self.touched[number] = {
            key: (before.get(key), after.get(key))
            for key in before.keys() | after.keys()
            if before.get(key) != after.get(key)
        }

    @rule(uid=UIDS, texts=TEXTS, name=SETS)
    def put(self, uid: str, texts: list[str], name: str) -> None:
        self.change(lambda: self.workspace.terms.put(concept(uid, *texts), "add", name))

    @rule(texts=st.dictionaries(UIDS, TEXTS, min_size=1), name=SETS)
    def bulk(self, texts: dict[str, list[str]], name: str) -> None:
        written = [concept(uid, *each) for uid, each in texts.items()]
        self.change(lambda: write_all(self.workspace, written, name))

    @rule(uid=UIDS, texts=TEXTS)
    def edit(self, uid: str, texts: list[str]) -> None:
        self.change(lambda: self.workspace.terms.edit(concept(uid, *texts), "edit"))

    @rule(uid=UIDS)
    def remove(self, uid: str) -> None:
        self.change(lambda: self.workspace.terms.remove(uid, "rm"))

    @rule(winner=UIDS, loser=UIDS)
    def merge(self, winner: str, loser: str) -> None:
        self.change(lambda: self.workspace.terms.merge(winner, loser, "merge"))

    @rule(name=NAMES, rank=st.none() | st.integers(1, 3))
    def new_set(self, name: str, rank: int | None) -> None:
        self.change(lambda: self.workspace.sets.create(name, "create", rank=rank))

    @rule(name=NAMES, rank=st.integers(1, 4), read_only=st.none() | st.booleans())
    def change_set(self, name: str, rank: int, read_only: bool | None) -> None:
        self.change(
            lambda: self.workspace.sets.change(name, "change", rank=rank, read_only=read_only)
        )

    @rule(name=NAMES)
    def remove_set(self, name: str) -> None:
        """As a pack is removed: its concepts and the set in one batch."""

        def act() -> None:
            terms, sets = self.workspace.terms, self.workspace.sets
            with self.workspace.database.write("remove") as batch:
                set_id = sets.find(name)[0]
                terms.delete(batch, list(terms.held(set_id, "abc").values()))
                sets.delete(batch, set_id)

        self.change(act)

    @rule(uid=UIDS, value=st.sampled_from("xy"))
    def decide(self, uid: str, value: str) -> None:
        decision = Decision(uid, "convert", "중시", value)
        self.change(lambda: self.workspace.decisions.keep(decision, "decide"))

    @rule(uid=UIDS)
    def take_back(self, uid: str) -> None:
        self.change(lambda: self.workspace.decisions.remove(uid, "decide"))

    # Undo

    @rule(back=st.integers(0, 12), with_later=st.booleans())
    def undo(self, back: int, with_later: bool) -> None:
        number = max(self.last - back, self.first)
        if number not in self.touched:
            return
        by = self.undone_by(number)
        in_the_way = self.later(number, self.altered(number))
        outcome = self.try_undo(number, with_later)
        if isinstance(outcome, DatabaseError):
            assert not with_later
            assert (outcome.code, outcome.fields["later"]) == (
                "undo-conflict",
                ", ".join(map(str, sorted(in_the_way))),
            )
        elif isinstance(outcome, UsageError):
            if outcome.code == "undo-done":
                assert outcome.fields["by"] == by
            elif outcome.code == "undo-name-taken":
                assert not by
                assert not in_the_way
                assert self.finds_a_name_taken(number)
            else:
                assert (outcome.code, bool(by), with_later) == ("set-exists", False, True)
        else:
            assert not by
            assert with_later or not in_the_way
            assert in_the_way or not self.finds_a_name_taken(number)
            assert outcome == self.order(number)
            for each in outcome:
                self.note_undo(each)
        assert rows(self.workspace) == self.state

    def try_undo(self, number: int, with_later: bool) -> list[int] | MalmoiError:
        try:
            undone = self.workspace.history.undo(number, "undo", with_later=with_later)
        except MalmoiError as error:
            return error
        return [each.number for each in undone]

    def order(self, number: int) -> list[int]:
        """The batches undone with this one: none, or all that later touched the same rows."""
        if not self.later(number, self.altered(number)):
            return [number]
        found = {number}
        while True:
            more = found | {
                later for each in found for later in self.later(each, set(self.touched[each]))
            }
            if more == found:
                return sorted(found, reverse=True)
            found = more

    def note_undo(self, number: int) -> None:
        before, after = self.state, dict(self.state)
        for key, (was, _) in self.touched[number].items():
            after.pop(key, None)
            if was is not None:
                after[key] = was
        self.state = _ranked(after)
        self.note(self.last + 1, before, self.state)
        self.undoes[self.last] = number

    def undone_by(self, number: int) -> int:
        """The batch that took this one back, if that stands."""
        undos = (undo for undo, of in self.undoes.items() if of == number)
        return next((undo for undo in undos if not self.undone_by(undo)), 0)

    def altered(self, number: int) -> set[Key]:
        """The rows that are not as the batch left them, and new sets that hold later concepts."""
        return {
            key
            for key, (before, after) in self.touched[number].items()
            if self.state.get(key) != after
            or (before is None and any(self.maker(row) > number for row in self.inside(key)))
        }

    def finds_a_name_taken(self, number: int) -> bool:
        """Whether a set that would come back is not there and another has its name."""
        import json

        names = {
            json.loads(text)["name"]: key
            for key, text in self.state.items()
            if key[0] == changes.SET
        }
        return any(
            names.get(json.loads(before)["name"], key) != key
            for key, (before, _) in self.touched[number].items()
            if key[0] == changes.SET and before is not None
        )

    def inside(self, key: Key) -> set[Key]:
        """The concepts that stand in a set."""
        if key[0] != changes.SET:
            return set()
        return {row for row in self.state if row[:2] == (changes.CONCEPT, int(key[2]))}

    def makers(self) -> dict[int, set[Key]]:
        """The rows each batch made that no undo took back."""
        return {
            number: {key for key, (before, _) in touched.items() if before is None}
            for number, touched in self.touched.items()
            if number not in self.undoes and not self.undone_by(number)
        }

    def maker(self, row: Key) -> int:
        return max((number for number, made in self.makers().items() if row in made), default=0)

    def later(self, number: int, keys: set[Key]) -> set[int]:
        """The batches after this one that touched these rows, or filled these new sets."""
        new_sets = {
            (changes.CONCEPT, int(key[2]))
            for key in keys
            if key[0] == changes.SET and self.touched[number][key][0] is None
        }
        found = {each for each, touched in self.touched.items() if keys & touched.keys()}
        found |= {
            each for each, made in self.makers().items() if new_sets & {row[:2] for row in made}
        }
        return {
            each
            for each in found
            if each > number and not self.undone_by(each) and self.undoes.get(each, 0) <= number
        }

    # What always holds

    @invariant()
    def ranks_have_no_gaps(self) -> None:
        ranks = [each.rank for each in self.workspace.sets.all()]
        assert ranks == list(range(1, len(ranks) + 1))

    @invariant()
    def newest_is_the_last_that_can_be_undone(self) -> None:
        free = [
            number
            for number in self.touched
            if number not in self.undoes
            and not self.undone_by(number)
            and not self.later(number, self.altered(number))
            and not self.finds_a_name_taken(number)
        ]
        newest = self.newest()
        assert newest == max(free) if free else newest <= self.first

    def newest(self) -> int:
        try:
            return self.workspace.history.newest().number
        except (DatabaseError, UsageError):  # something stands in the way of all there is
            return 0

    @invariant()
    def ids_are_never_used_twice(self) -> None:
        for table, of in (("concept", "set_id, uid"), ("term", "concept, uid, batch")):
            for number, *what in self.workspace.database.rows(f"SELECT id, {of} FROM {table}"):
                assert self.ids.setdefault((table, number), tuple(what)) == tuple(what)

    @invariant()
    def batches_and_their_changes_are_all_there(self) -> None:
        database = self.workspace.database
        tokens = [token for (token,) in database.rows("SELECT token FROM batch ORDER BY id")]
        assert len(tokens) == len(set(tokens)) == self.last
        kept = {
            (batch, (entity, scope, uid)): (before, after)
            for batch, entity, scope, uid, before, after in database.rows(
                "SELECT batch, entity, scope, uid, before, after FROM change ORDER BY id DESC"
            )
        }
        for number, touched in self.touched.items():
            for key, (before, _) in touched.items():
                if before is not None:
                    assert kept[number, key][0] == before


def _ranked(state: State) -> State:
    """The rows with the ranks of the sets closed up."""
    import json

    sets = [(json.loads(text), key) for key, text in state.items() if key[0] == changes.SET]
    sets.sort(key=lambda each: (each[0]["rank"], int(each[1][2])))
    ranked = {key: dumps(each | {"rank": rank}) for rank, (each, key) in enumerate(sets, 1)}
    return state | ranked


def test_undo_takes_back_what_a_batch_did_and_nothing_else() -> None:
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
