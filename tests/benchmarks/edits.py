"""Matches of a large memory after random edits, deletions, additions, undos, in a copy and in a
restored backup, against comparing with every living text."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from glossary.formats import tmx_writer
from glossary.language.fold import fold
from glossary.matching.bare import bare
from glossary.matching.similarity import most_edits
from glossary.model import Text, Unit
from glossary.store.create import create
from glossary.workflow.memory_import import import_units
from glossary.workspace import Workspace
from tests.benchmarks.segments import changed, read_segments, spread

CHANGES = 120
QUERIES = 40
THRESHOLD = 70
_LIVING = """
SELECT t.text FROM text t JOIN unit u ON u.id = t.id / 1000 JOIN memory m ON m.id = u.memory
WHERE t.variety = 'ko-KR' AND u.ended IS NULL AND m.removed = 0
"""


def run(folder: Path, sizes: Sequence[int] = (200_000, 1_000_000)) -> None:
    """One line for each size and kind of change: how many queries answered as they should."""
    texts = read_segments(folder)
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            os.environ["XDG_CACHE_HOME"] = place
            _Course(Path(place), spread(texts, size)).run()


class _Course:
    """A memory of these texts, and what is done to it."""

    def __init__(self, place: Path, texts: Sequence[str]) -> None:
        self._place, self._texts = place, texts
        self._chance = random.Random(len(texts))
        self._path = place / "memory.db"
        self._touched: list[str] = []
        with (place / "units.tmx").open("wb") as stream:
            pairs = ((text, f"第{number}句") for number, text in enumerate(texts))
            tmx_writer.write(
                stream, (Unit((Text("ko-KR", one), Text("zh-CN", two))) for one, two in pairs)
            )
        create(str(self._path))

    def run(self) -> None:
        with Workspace(str(self._path)) as workspace:
            import_units(workspace, [str(self._place / "units.tmx")], "m", "bench")
            self._check(workspace, "imported")
            backup = self._place / "backup.db"
            shutil.copyfile(self._path, backup)
            for name, change in (("edited", self._edit), ("deleted", self._delete)):
                for _ in range(CHANGES):
                    change(workspace)
                self._check(workspace, name)
            for _ in range(CHANGES):
                self._chance.choice((self._edit, self._delete, self._add, self._undo))(workspace)
            self._check(workspace, "mixed, with undos")
        copy = self._place / "copy.db"
        shutil.copyfile(self._path, copy)
        with Workspace(str(copy)) as workspace:
            self._edit(workspace)
            self._check(workspace, "a copy")
        os.replace(backup, self._path)
        with Workspace(str(self._path)) as workspace:
            self._check(workspace, "restored")
            for _ in range(CHANGES):
                self._edit(workspace)
            self._check(workspace, "restored and edited")

    def _edit(self, workspace: Workspace) -> None:
        unit = self._any(workspace)
        text = changed(self._chance, unit.texts[0].text, 0.2)
        new = unit.texts[0]._replace(text=text or "빈 문장")
        self._touched += [unit.texts[0].text, new.text]
        workspace.memory.add(unit._replace(texts=(new, *unit.texts[1:])), "m", "edit")

    def _delete(self, workspace: Workspace) -> None:
        unit = self._any(workspace)
        self._touched.append(unit.texts[0].text)
        workspace.memory.remove(unit.uid, "delete")

    def _add(self, workspace: Workspace) -> None:
        text = changed(self._chance, self._chance.choice(self._texts), 0.1) or "새 문장"
        self._touched.append(text)
        workspace.memory.add(Unit((Text("ko-KR", text), Text("zh-CN", "新句"))), "m", "add")

    def _undo(self, workspace: Workspace) -> None:
        newest = workspace.history.newest()
        if newest.number > 2:  # the import stays
            workspace.history.undo(newest.number, "undo")

    def _any(self, workspace: Workspace) -> Unit:
        while True:
            last = workspace.database.value("SELECT max(id) FROM unit")
            found = workspace.memory.units.load([self._chance.randint(1, int(last))])
            if found:
                return next(iter(found.values())).unit

    def _check(self, workspace: Workspace, name: str) -> None:
        """Ask for what was touched last and for texts from anywhere, and compare."""
        living = [(text, fold(text)) for (text,) in workspace.database.rows(_LIVING)]
        asked = self._touched[-QUERIES // 2 :] + self._chance.sample(self._texts, QUERIES // 2)
        asked = [changed(self._chance, text, self._chance.uniform(0, 0.25)) for text in asked]
        equal = hits = 0
        seconds = 0.0
        for text in asked:
            began = time.perf_counter()
            found = workspace.memory.match(text, "ko-KR", "zh-CN", THRESHOLD, 0)
            seconds += time.perf_counter() - began
            expected = _near(fold(text), living)
            equal += {each.source.text for each in found} == expected
            hits += len(expected)
        print(
            f"{len(self._texts):,} units, {name}: {equal} of {len(asked)} queries as comparing with"
            f" all, {hits} texts found; {seconds / len(asked) * 1000:.1f} ms each",
            flush=True,
        )


def _near(asked: str, living: Sequence[tuple[str, str]]) -> set[str]:
    if not asked.strip():
        return set()
    found = set()
    wanted = bare(asked)
    for text, folded in living:
        limit = most_edits(max(len(asked), len(folded)), THRESHOLD)
        if abs(len(asked) - len(folded)) <= limit:
            near = Levenshtein.distance(asked, folded, score_cutoff=limit) <= limit
        else:
            near = False
        if near or bare(folded) == wanted:
            found.add(text)
    return found
