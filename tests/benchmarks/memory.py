"""Memories as people use them: TMX in and out against translate-toolkit, a whole look-up of the
command line against `python -c pass`, and many in a row."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from glossary.formats import tmx_writer
from glossary.matching.ranking import Segment
from glossary.model import Text, Unit
from glossary.store.create import create
from glossary.unit_pages import units_of
from glossary.workflow import memory_import
from glossary.workflow.memory_export import export_units
from glossary.workflow.memory_import import import_units
from glossary.workspace import Workspace
from tests.benchmarks.figures import percentile, timed
from tests.benchmarks.segments import changed, read_segments

RUNS = 15
ROUNDS = 5


def run(folder: Path, exchanged: int = 100_000, stored: int = 1_000_000) -> None:
    """So many units go in and out; the look-ups are among so many."""
    texts = read_segments(folder)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = place
        _exchange(Path(place), texts, exchanged)
        _look_ups(Path(place), texts, stored)


def _units(texts: list[str], count: int) -> Iterator[Unit]:
    targets = cycle(texts[::-1])
    for source, target in islice(zip(cycle(texts), targets, strict=False), count):
        yield Unit((Text("ko-KR", source), Text("zh-CN", target)))


def _exchange(place: Path, texts: list[str], count: int) -> None:
    path = place / "units.tmx"
    with path.open("wb") as stream:
        tmx_writer.write(stream, _units(texts, count))
    rounds = [_round(place, path, number) for number in range(ROUNDS)]
    ours, peer, out, peer_out = (
        percentile([each[column] for each in rounds], 0.5) for column in range(4)
    )
    print(f"TMX, {count:,} units, medians of {ROUNDS}, against translate-toolkit")
    print(f"  in, into the same store {ours:.2f} s, {peer:.2f} s: {peer / ours:.1f} x")
    print(f"  out, from the same store {out:.2f} s, {peer_out:.2f} s: {peer_out / out:.1f} x")


def _round(place: Path, path: Path, number: int) -> tuple[float, float, float, float]:
    """Seconds of our import, of one that reads with the peer, and of both exports."""
    from translate.storage import tmx as peer_tmx

    times = []
    for reader in (None, peer_tmx):
        database = place / f"{number}{reader is None}.db"
        create(str(database))
        with Workspace(str(database)) as workspace:
            # Without the index, which either would have built.
            workspace.memory.segments.build = lambda progress=None: None  # type: ignore[method-assign]
            times.append(timed(lambda: _import(workspace, path, reader)))  # noqa: B023
            if reader is None:
                out = timed(lambda: export_units(workspace, str(place / f"{number}.tmx")))
                peer_path = place / f"peer{number}.tmx"
                peer_out = timed(lambda: _peer_out(peer_tmx, workspace, peer_path))  # noqa: B023
    return times[0], times[1], out, peer_out


def _import(workspace: Workspace, path: Path, reader: Any) -> None:
    if reader is None:
        import_units(workspace, [str(path)], "m", "bench")
        return
    from glossary.store.units import unit_values
    from glossary.workflow.memory_import import MemoryReport
    from glossary.workflow.spool import Spool

    report = MemoryReport("m")
    with Spool() as spool:
        for each in reader.tmxfile.parsefile(str(path)).units:
            unit = Unit((Text("ko-KR", each.source), Text("zh-CN", each.target)))
            spool.add(unit_values(unit))
            report.read += 1
        memory_import._write(workspace, spool, report, "bench", None)


def _peer_out(peer_tmx: Any, workspace: Workspace, path: Path) -> None:
    """The same units from the same store into a file of the peer's."""
    made = peer_tmx.tmxfile()
    memories = list(workspace.memory.memories.by_id())
    for page in workspace.memory.units.joined_pages(memories):
        for (source, target, *_), _uid, _details in units_of(page):
            made.addtranslation(source[1], source[0], target[1], target[0])
    with path.open("wb") as stream:
        made.serialize(stream)


def _look_ups(place: Path, texts: list[str], count: int) -> None:
    database = place / "large.db"
    create(str(database))
    path = place / "large.tmx"
    with path.open("wb") as stream:
        tmx_writer.write(stream, _units(texts, count))
    code = (
        "import sys; from glossary.workspace import Workspace\n"
        "from glossary.workflow.memory_import import import_units\n"
        "with Workspace(sys.argv[1]) as workspace:\n"
        "    workspace.memory.segments.build = lambda progress=None: None\n"
        "    import_units(workspace, [sys.argv[2]], 'm', 'bench')\n"
        "status = open('/proc/self/status').read().split('VmHWM:')[1]\n"
        "print(int(status.split()[0]) // 1024)"
    )
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(database), str(path)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    seconds = time.perf_counter() - began
    print(f"{count:,} units from TMX: {seconds:.0f} s, {done.stdout.strip()} MB resident")
    with Workspace(str(database), many=True) as workspace:
        workspace.memory.segments.build()
        _many(workspace, texts)
    _whole_process(database, texts)


def _many(workspace: Workspace, texts: list[str]) -> None:
    import random

    chance = random.Random(4)
    asked = [changed(chance, text, chance.uniform(0.02, 0.3)) for text in texts[:1_500]]
    asked += texts[-1_500:]
    segments = [Segment(text) for text in asked]
    for text in asked[:50]:
        workspace.memory.match(text, "ko-KR", "zh-CN")
    rounds = [
        [timed(lambda: workspace.memory.match(text, "ko-KR", "zh-CN")) for text in asked]  # noqa: B023
        for _ in range(ROUNDS)
    ]
    times = [time for each in rounds for time in each]
    p50, p95 = (percentile(times, share) * 1000 for share in (0.5, 0.95))
    print(f"  match with rows read: p50 {p50:.2f} ms, p95 {p95:.2f} ms")
    _told("in a row", [len(asked) / sum(each) for each in rounds])
    together = [
        timed(lambda: deque(workspace.memory.matches(segments, "ko-KR", "zh-CN"), maxlen=0))
        for _ in range(ROUNDS)
    ]
    _told("in a batch", [len(asked) / each for each in together])


def _told(how: str, rates: list[float]) -> None:
    rates.sort()
    print(
        f"  {how}: {rates[len(rates) // 2]:,.0f} a second"
        f" (median of {ROUNDS}, {rates[0]:,.0f} to {rates[-1]:,.0f})"
    )


def _whole_process(database: Path, texts: list[str]) -> None:
    """A text with a sign at its end, and one with another word there, whose spelling is looked
    into."""
    program = str(Path(sys.executable).parent / "glossary")
    plain = [sys.executable, "-c", "pass"]
    # As installed: with the compiled modules beside their source.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def call(words: list[str]) -> float:
        return timed(
            lambda: subprocess.run(words, env=environment, capture_output=True, check=False)
        )

    for name, text in (("a sign", texts[7] + "x"), ("a word", texts[7][:-1] + "가")):
        command = [program, "--db", str(database), "tm", "match", text, "--source", "ko-KR"]
        call(command)
        times = [(call(command), call(plain)) for _ in range(RUNS)]
        ours, base = (percentile(each, 0.5) for each in zip(*times, strict=True))
        print(f"  glossary tm match, {name} more {ours * 1000:.0f} ms,"
              f" python -c pass {base * 1000:.1f} ms: {ours / base:.1f} x")  # fmt: skip
