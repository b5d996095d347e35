"""All benchmarks, one after another; each prints its figures as ratios and gates nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.benchmarks import (
    alignment,
    edits,
    exchange,
    memory,
    prefix_page,
    recognition,
    segments,
    spelling,
    start_up,
    term_search,
    workbench,
)


def main() -> None:
    """Run what can be run here: the term benchmarks need the corpora."""
    start_up.run()
    corpora = os.environ.get("MALMOI_CORPORA") or "../shared"
    terms = Path(corpora) / "bench" / "terms.tsv.xz"
    if not terms.exists():
        print("term benchmarks left out: MALMOI_CORPORA does not name the folder with bench/")
        return
    sizes = [int(size) for size in sys.argv[1:]] or [100_000]
    for size in sizes:
        term_search.run(terms, size)
    prefix_page.run(terms, min(sizes))
    workbench.run(terms, max(sizes))
    exchange.run(terms)
    spelling.run(terms.with_name("segments.tsv.xz"))
    recognition.run(terms.parent)
    segments.run(terms.parent)
    memory.run(terms.parent)
    edits.run(terms.parent)
    alignment.run(terms.with_name("segments.tsv.xz"))


main()
