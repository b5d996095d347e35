"""A table with some cells changed stays the same file, and its cells stay no formulas."""

from __future__ import annotations

import io
import unicodedata

from glossary.formats.lines import TextEncoding
from glossary.formats.rows import ReadOptions
from glossary.formats.table_patch import patched


def test_a_guarded_cell_stays_guarded_in_whatever_form_it_is_written() -> None:
    cell = unicodedata.normalize("NFD", "'=노동")
    table = f"zh-CN,ko-CN,note\n劳动,{cell},x\n"
    changes = {2: {"ko-CN": ("=노동", "=로동")}}
    stream = io.BytesIO(table.encode())
    records = patched(stream, ReadOptions(loose=True), ",", changes, TextEncoding())
    assert "".join(records) == table.replace(cell, "'=로동")
