"""The letters of a file are never stale: whatever happened to the file or to the packed copy in
the cache, what they find among the current terms is what comparing every term would."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from glossary import places
from glossary.errors import MalmoiError
from glossary.language.hangul import jamo
from glossary.matching.similarity import allowed_distance
from glossary.store import letters as letters_module
from glossary.store.backup import backup
from glossary.store.database import Database
from glossary.store.keys import FOLD
from glossary.store.letters import Letters
from glossary.workspace import Workspace
from tests.store.build import answer, concept, new_file, python, run_sql, write_all

QUERIES = ["중", "중시", "시", "량산", "산", "중심", "양", "zz"]


@pytest.fixture(autouse=True)
def _small_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters_module, "SMALL", 8)
    monkeypatch.setattr(letters_module, "_MANY", 12)
    monkeypatch.setattr(letters_module, "_SHARE", 1)


def check(database: Database, letters: Letters) -> None:
    """Compare what is found with all current terms."""
    rows = database.rows("SELECT term, key FROM term_key WHERE kind = ?", (FOLD,))
    current = dict(rows)
    for query in QUERIES:
        wanted = jamo(query)
        found = letters.inside(query) & current.keys()
        assert found >= {term for term, key in current.items() if query in key}
        assert found <= {term for term, key in current.items() if wanted in jamo(key)}
        limit = allowed_distance(len(wanted))
        distances = {t: Levenshtein.distance(wanted, jamo(key)) for t, key in current.items()}
        near = {term: d for term, d in letters.fuzzy(wanted).items() if term in current}
        assert near == {term: d for term, d in distances.items() if d <= limit}


def cached() -> list[Path]:
    return sorted(Path(places.cache_folder()).glob("*.terms"))


class Life:
    """A file and all that may happen to it."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.path = path
        self.chance = chance
        self.workspace = Workspace(str(path))
        self.long_lived = [Letters(self.workspace.database, many=many) for many in (True, False)]
        self.copies: list[Path] = []

    def word(self) -> str:
        return "".join(self.chance.choices("중시심량산양zk", k=self.chance.randint(1, 4)))

    def uid(self) -> str:
        return f"c{self.chance.randrange(12)}"

    def put(self) -> None:
        self.workspace.terms.put(concept(self.uid(), self.word(), self.word()), "add")

    def bulk(self) -> None:
        write_all(self.workspace, [concept(f"c{n}", self.word()) for n in range(15)])

    def remove(self) -> None:
        self.workspace.terms.remove(self.uid(), "rm")

    def undo(self) -> None:
        newest = self.workspace.history.batches(1)[0].number
        number = self.chance.randint(max(1, newest - 3), newest)
        self.workspace.history.undo(number, "undo", with_later=True)

    def keep_a_copy(self) -> None:
        copy = self.path.with_name(f"copy{len(self.copies)}.db")
        self.copies.append(Path(backup(self.workspace.database, str(copy))))

    def restore_a_copy(self) -> None:
        """Put an older state under the file's name, as a person does who lost something."""
        if self.copies:
            self.workspace.close()
            shutil.copyfile(self.chance.choice(self.copies), self.path)
            self.reopen()

    def work_in_a_copy(self) -> None:
        """Another file with the same history and then a batch of its own."""
        if self.copies:
            with Workspace(str(self.chance.choice(self.copies))) as copy:
                copy.terms.put(concept(self.uid(), self.word()), "add")
                check(copy.database, Letters(copy.database))

    def damage_and_repair_keys(self) -> None:
        run_sql(self.path, "UPDATE term_key SET key = 'zz', size = 2 WHERE id % 3 = 0")
        Letters(self.workspace.database, many=True).build()
        self.workspace.doctor.repair("doctor")

    def harm_the_cache(self) -> None:
        for file in cached():
            size = file.stat().st_size
            data = file.read_bytes()[: self.chance.randrange(size + 1)]
            harmed = [data, data.ljust(size, b"\0")[:600], self.chance.randbytes(size), b"", None]
            file.unlink()
            if (chosen := self.chance.choice(harmed)) is not None:
                file.write_bytes(chosen)

    def reopen(self) -> None:
        self.workspace = Workspace(str(self.path))
        self.long_lived = [Letters(self.workspace.database, many=many) for many in (True, False)]

    def something(self) -> Callable[[], None]:
        often = [self.put, self.put, self.bulk, self.remove, self.undo, self.undo]
        seldom = [
            self.keep_a_copy,
            self.restore_a_copy,
            self.work_in_a_copy,
            self.damage_and_repair_keys,
            self.harm_the_cache,
        ]
        return self.chance.choice(often + seldom)

    def check(self) -> None:
        database = self.workspace.database
        fresh = [Letters(database, many=many) for many in (True, False)]
        for letters in [*self.long_lived, *fresh]:
            check(database, letters)


@pytest.fixture
def life(path: Path, request: pytest.FixtureRequest) -> Iterator[Life]:
    lived = Life(path, random.Random(request.param))
    yield lived
    lived.workspace.close()


@pytest.mark.parametrize("life", range(6), indirect=True)
def test_whatever_happened_all_current_terms_are_found(life: Life) -> None:
    packed = 0
    for _ in range(80):
        happening = life.something()
        try:
            happening()
        except MalmoiError:
            continue
        life.check()
        packed += bool(cached())
    assert packed > 10


def test_a_cache_that_cannot_be_written_is_done_without(
    path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = path.with_name("a file, not a folder")
    blocked.write_text("")
    monkeypatch.setattr(places, "cache_folder", lambda: str(blocked))
    write_all(workspace, [concept(f"c{number}", "중시", "량산") for number in range(20)])
    workspace.letters.build()
    check(workspace.database, workspace.letters)


def test_the_search_of_a_large_file_packs_its_letters(path: Path, workspace: Workspace) -> None:
    write_all(workspace, [concept(f"c{number}", f"중시{number}") for number in range(20)])
    assert cached() == []
    assert workspace.search.find("시1").total == 11
    assert len(cached()) == 1
    assert workspace.search.find("중사1").hits


def test_what_others_import_is_packed_beside_the_rest_by_who_asks_many_times(
    path: Path, workspace: Workspace
) -> None:
    write_all(workspace, [concept(f"c{number}", f"중시{number}") for number in range(40)])
    letters = Letters(workspace.database, many=True)
    letters.build()
    (whole,) = cached()
    before = whole.read_bytes()
    with Workspace(str(path)) as other:
        write_all(other, [concept(f"n{number}", f"량산{number}") for number in range(20)])
    assert len(letters.inside("양산")) == 20
    assert whole.read_bytes() == before
    check(workspace.database, letters)
    write_all(workspace, [concept(f"m{number}", f"중심{number}") for number in range(30)])
    check(workspace.database, letters)  # half of it is new: all of it is packed anew
    assert whole.read_bytes() != before


# Builds the packed letters again and again, and compares what they find with all terms.
_BUILDER = """
import os, sys
from glossary.store import letters as letters_module
letters_module.SMALL, letters_module._MANY = 8, 12
from glossary.store.database import Database
from glossary.store.letters import Letters
from tests.store.test_letters import cached, check
database = Database(sys.argv[1])
for number in range(30):
    if number % 3 == int(sys.argv[2]):
        for file in cached():
            file.unlink(missing_ok=True)
    with database.snapshot():
        check(database, Letters(database, many=number % 2 == 0))
print("done")
"""


def test_processes_that_build_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    path = new_file(tmp_path / "glossary.db")
    with Workspace(str(path)) as workspace:
        write_all(workspace, [concept(f"c{n}", f"중시{n % 7}", "량산") for n in range(20)])
        builders = [python(_BUILDER, path, number) for number in range(2)]
        number = 0
        while any(builder.poll() is None for builder in builders):
            number += 1
            workspace.terms.put(concept(f"n{number % 30}", f"중심{number}"), "add")
            check(workspace.database, workspace.letters)
    assert [answer(builder) for builder in builders] == ["done\n", "done\n"]
    assert [name for name in os.listdir(places.cache_folder()) if "." not in name] == []
    assert len(cached()) <= 1
