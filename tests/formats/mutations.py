"""Golden files with random damage: whatever is read of them, it ends in rows or in a refusal.

`python -m tests.formats.mutations COUNT SEED [FORM…]` reads so many for each form in this process
and prints what came of them and the slowest; a crash is a crash of the process.
"""

from __future__ import annotations

import io
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from glossary.errors import MalmoiError
from glossary.formats.registry import FORMATS, Format, named
from glossary.formats.rows import ReadOptions, Remark
from tests.formats.broken_workbooks import changed
from tests.formats.golden import path_of

_OPTIONS = ReadOptions(varieties={"ko": "ko-CN"})
_TOKENS = (
    *(b'"', b"\0", b"\xff", b"\n", b"\r", b"\t", b"<", b">", b"&", b"]]>", b"\xed\xa0\x80"),
    *(b"99999999999", b"-1", b"XFD1048576", b"\xef\xbb\xbf", b"A1", b"{", b"[", b"\\u0000", b"0"),
)


def damaged(chance: random.Random, data: bytes) -> bytes:
    """The bytes with one to five pieces changed, taken out, doubled or put in."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(found) + 1)
        end = min(len(found), place + chance.choice((1, 1, 2, 8, 100)))
        action = chance.randrange(5)
        if action == 0:
            found[place:end] = bytes(chance.randrange(256) for _ in range(end - place))
        elif action == 1:
            del found[place:end]
        elif action == 2:
            found[place:place] = found[place:end] * chance.randint(1, 20)
        elif action == 3:
            found[place:place] = chance.choice(_TOKENS)
        else:
            found[place : place + 1] = bytes((chance.randrange(256),))
    return bytes(found)


def variants(form: Format, count: int, seed: int) -> list[Callable[[], bytes]]:
    """So many damaged files, made when they are called for. Of an archive, every second one has
    its members damaged before they are packed, for what lies behind the checksums."""
    data = path_of(form).read_bytes()
    packed = data.startswith(b"PK")

    def make(number: int) -> bytes:
        chance = random.Random(f"{form.name} {seed} {number}")
        if packed and number % 2:
            name = chance.choice(("xl/worksheets/sheet1.xml", "xl/workbook.xml", "content.xml"))
            return changed(data, {name: lambda member: damaged(chance, member)})
        return damaged(chance, data)

    return [lambda number=number: make(number) for number in range(count)]  # type: ignore[misc]


def read_all(form: Format, count: int, seed: int) -> dict[str, object]:
    """What came of so many damaged files, and the slowest in seconds."""
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for make in variants(form, count, seed):
        data = make()
        began = time.perf_counter()
        try:
            items = list(form.read(io.BytesIO(data), _OPTIONS))
            outcomes["read"] += 1
            outcomes["rows"] += sum(not isinstance(item, Remark) for item in items)
        except MalmoiError as error:
            outcomes[error.code] += 1
        slowest = max(slowest, time.perf_counter() - began)
    return {"form": form.name, **outcomes, "slowest": round(slowest, 3)}


def main() -> None:
    """Print one line of JSON for each form."""
    count, seed, *names = sys.argv[1:]
    forms = [named(name) for name in names] or [form for form in FORMATS if form.reader]
    for form in forms:
        print(json.dumps(read_all(form, int(count), int(seed))), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
