"""The table of docs/workbench.md: python -m tests.docs.generate_keys writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from glossary.texts.sentences import sentence
from tui.keys import PLACES, PRESETS, keys, shown

PAGE = Path(__file__).resolve().parents[2] / "docs" / "workbench.md"
_TABLE = re.compile(r"<!-- keys -->\n.*?<!-- end of keys -->\n", re.DOTALL)


def page() -> str:
    """The page with the tables as they should be."""
    made = "\n".join(["<!-- keys -->", *_tables(), "<!-- end of keys -->", ""])
    return _TABLE.sub(lambda _: made, PAGE.read_text("utf-8"))


def _tables() -> Iterator[str]:
    tables = {preset: {key.name: key for key in keys(preset)} for preset in PRESETS}
    for place in PLACES:
        yield f"\n### {sentence(f'tui-place-{place}')}\n"
        yield f"| what | {' | '.join(PRESETS)} |"
        yield f"|---|{'---|' * len(PRESETS)}"
        for key in keys():
            if key.place == place:
                own = (", ".join(map(shown, tables[each][key.name].keys)) for each in PRESETS)
                yield f"| {sentence(f'tui-key-{key.name}')} | {' | '.join(own)} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
