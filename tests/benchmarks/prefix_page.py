"""The first page of a prefix and of an initial-consonant prefix, in ranking order."""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path

from glossary.language.fold import search_key
from glossary.language.hangul import chosung
from glossary.model import KO_CN, ZH_CN, Concept, Term
from glossary.store.create import OWN_SET, create
from glossary.store.prefixes import ranked_prefixes
from glossary.store.termbase import with_uids
from glossary.workspace import Workspace
from tests.benchmarks.figures import percentile, read_terms, timed

PAGE = 20


def run(path: Path, count: int) -> None:
    """A file of so many terms is made, then every 97th term's prefixes are asked for."""
    terms = read_terms(path, count)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "terms.db")
        create(file)
        with Workspace(file, many=True) as workspace:
            concepts = [with_uids(Concept("", (Term(_variety(term), term),))) for term in terms]
            seconds = timed(lambda: _write(workspace, concepts))
            print(f"written: {count:,} concepts, {count / seconds:,.0f} a second")
            keys = [search_key(term) for term in terms[::97]]
            print(f"first page of {PAGE} for a prefix among {count:,} terms, best of 3: p50, p95")
            for length in (1, 2, 3, 4):
                _measure(workspace, "fold", [key[:length] for key in keys], length)
                _measure(workspace, "chosung", [chosung(key[:length]) for key in keys], length)


def _measure(workspace: Workspace, kind: str, prefixes: list[str], length: int) -> None:
    ranks = {set_id: each.rank for set_id, each in workspace.sets.by_id().items()}

    def page(prefix: str) -> object:
        found = ranked_prefixes(workspace.database, ranks, kind, prefix, lambda size: 100 - size)
        return list(islice(found, PAGE))

    # The best of three tells prefixes apart, and leaves out what else the machine was doing.
    times = [min(timed(lambda p=prefix: page(p)) for _ in range(3)) for prefix in prefixes]
    middle, most = percentile(times, 0.5) * 1000, percentile(times, 0.95) * 1000
    print(f"  {kind:8} {length} characters: {middle:.3f} ms, {most:.3f} ms")


def _variety(term: str) -> str:
    return ZH_CN if any("\u4e00" <= char <= "\u9fff" for char in term) else KO_CN


def _write(workspace: Workspace, concepts: list[Concept]) -> None:
    with workspace.database.write("benchmark") as batch:
        workspace.terms.write(batch, workspace.sets.find(OWN_SET)[0], concepts)
