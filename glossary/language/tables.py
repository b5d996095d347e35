"""The tables of `data/language`: text files under a comment that ends with the first empty line."""

from __future__ import annotations

import os

from glossary.places import data_folder


def read_table(name: str) -> str:
    """What stands under the comment of a table, without the last line end."""
    with open(os.path.join(data_folder(), "language", name), encoding="utf-8") as table:
        return table.read().partition("\n\n")[2].rstrip("\n")
