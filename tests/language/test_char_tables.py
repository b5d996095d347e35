"""Long texts are folded as short ones are, only sooner."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import glossary
from glossary.language import fold
from glossary.language.char_tables import translated

TABLES: dict[str, dict[int, str] | dict[int, str | None]] = {
    "plain": fold._PLAIN,
    "folded": fold._FOLDED,
    "kept": fold._KEPT,
    "keyed": fold._KEYED,
}


@pytest.mark.parametrize("name", TABLES)
def test_every_character_becomes_what_the_table_says(name: str) -> None:
    assert np.__name__ in sys.modules  # else a text of this length is not done at once
    table = TABLES[name]
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert translated(every, table) == every.translate(table)


@given(st.lists(st.text(max_size=20), min_size=1))
def test_a_long_text_is_folded_line_by_line(lines: list[str]) -> None:
    lines *= 1 + fold.SHORT // len(lines)
    assert fold.fold("\n".join(lines)) == "\n".join(map(fold.fold, lines))
    assert fold.key_of("\n".join(lines)) == "".join(map(fold.key_of, lines))


def test_numpy_is_not_loaded_for_a_text_of_usual_length() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(glossary.__file__).parents[1])!r});"
        "from glossary.language.fold import fold, search_keys;"
        "fold('량' * 5000), search_keys(['량산'] * 5000); print('numpy' in sys.modules)"
    )
    started = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert started.stdout.strip() == "False"
