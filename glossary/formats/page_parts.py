"""What the pages we write have in common: text from outside, and their own styles and scripts."""

from __future__ import annotations

import os
import re
from html import escape

from glossary.places import data_folder
from glossary.texts.harmless import harmless

_KEPT = re.compile("([\t\n])")


def page_text(text: str) -> str:
    """Text from outside, harmless and escaped; tabs and line breaks stay."""
    return escape("".join(part if part in "\t\n" else harmless(part) for part in _KEPT.split(text)))


def page_part(name: str) -> str:
    """A style or script of `data/page`."""
    with open(os.path.join(data_folder(), "page", name), encoding="utf-8") as file:
        return file.read()
