"""Tables of 100,000 rows in and out, against pandas (workbooks: with openpyxl) doing the same:
cells to terms in NFC, their statuses beside them, and back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from unicodedata import normalize

from glossary.formats.registry import named
from glossary.formats.rows import Row
from glossary.model import Concept, Term
from tests.benchmarks.figures import percentile, read_terms, timed

ROUNDS = 3
_VARIETIES = ("ko-CN", "zh-CN", "ko-KR")


def run(path: Path, count: int = 100_000) -> None:
    """Each way of each form in turn with its peer; medians of three."""
    try:
        import pandas as pd
    except ImportError:
        print("tables left out: pandas is not installed (make bench installs it)")
        return
    terms = read_terms(path, count * 3)
    concepts = [_concept(number, terms[number::count]) for number in range(count)]
    print(f"tables of {count:,} rows, against pandas doing the same")
    _run(
        "csv", concepts, _csv_reader(pd), lambda out: _frame(pd, concepts).to_csv(out, index=False)
    )
    _run(
        "xlsx",
        concepts,
        _xlsx_reader(pd),
        lambda out: _frame(pd, concepts).to_excel(out, index=False),
    )


def _run(
    form: str,
    concepts: list[Concept],
    peer_in: Callable[[bytes], Any],
    peer_out: Callable[[BinaryIO], object],
) -> None:
    data = _written(form, concepts)
    _print(f"{form} in ", lambda: _read(form, data), lambda: _through(peer_in, data))
    _print(f"{form} out", lambda: _written(form, concepts), lambda: peer_out(io.BytesIO()))


def _frame(pd: Any, concepts: list[Concept]) -> Any:
    return pd.DataFrame(list(map(_cells, concepts)))


def _print(name: str, ours: Callable[[], object], peer: Callable[[], object]) -> None:
    """Both in turn, so that what else the machine does falls on both."""
    pairs = [(timed(ours), timed(peer)) for _ in range(ROUNDS)]
    mine, its = (percentile([pair[side] for pair in pairs], 0.5) for side in (0, 1))
    print(f"  {name} {mine:.2f} s, {its:.2f} s: {its / mine:.1f} x")


def _concept(number: int, texts: list[str]) -> Concept:
    """Terms of the corpus that a table can hold, one a variety."""
    terms = (
        Term(variety, " ".join(text.split())[:100] or "x", uid=f"{number}-{variety}")
        for variety, text in zip(_VARIETIES, texts, strict=False)
    )
    return Concept(f"{number:013}", tuple(terms), domain="bench")


def _written(form: str, concepts: list[Concept]) -> bytes:
    stream = io.BytesIO()
    named(form).write(stream, concepts)
    return stream.getvalue()


def _read(form: str, data: bytes) -> int:
    return sum(isinstance(item, Row) for item in named(form).read(io.BytesIO(data)))


def _csv_reader(pd: Any) -> Callable[[bytes], Any]:
    return lambda data: pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)


def _xlsx_reader(pd: Any) -> Callable[[bytes], Any]:
    return lambda data: pd.read_excel(
        io.BytesIO(data), dtype=str, keep_default_na=False, engine="openpyxl"
    )


def _through(reader: Callable[[bytes], Any], data: bytes) -> int:
    """The frame's rows as the same values."""
    frame = reader(data)
    names = list(frame.columns)
    places = [
        (variety, names.index(variety), names.index(f"{variety} status")) for variety in _VARIETIES
    ]
    uid, domain = names.index("uid"), names.index("domain")
    found = []
    for row in frame.itertuples(index=False, name=None):
        terms = tuple(
            Term(variety, normalize("NFC", text.strip()), status)
            for variety, place, detail in places
            for text, status in zip(row[place].split("|"), row[detail].split("|"), strict=False)
            if text.strip()
        )
        found.append(Concept(row[uid], terms, normalize("NFC", row[domain])))
    return len(found)


def _cells(concept: Concept) -> dict[str, str]:
    cells = {"uid": concept.uid, "domain": concept.domain}
    for variety in _VARIETIES:
        terms = [term for term in concept.terms if term.variety == variety]
        cells[variety] = "|".join(term.text for term in terms)
        cells[f"{variety} status"] = "|".join(term.status for term in terms)
    return cells | {"definition": concept.definition, "note": concept.note}
