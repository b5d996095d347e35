"""What was not translated: empty targets, sources left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.model import Finding

EMPTY, UNTRANSLATED = "empty", "untranslated"

_HANZI = re.compile("[\u3400-\u9fff]")
_HANGUL = re.compile("[가-힣]")
_OWN = {"zh": _HANZI, "ko": _HANGUL}


def empty(pair: Pair) -> Iterator[Finding]:
    """One side without any text."""
    source, target = pair.source.text, pair.target.text
    if source.strip() and not target.strip():
        yield pair.in_target(EMPTY, "target-empty", 0, len(target))
    elif target.strip() and not source.strip():
        yield pair.in_target(EMPTY, "source-empty", 0, len(target))


def untranslated(pair: Pair) -> Iterator[Finding]:
    """A target in the source's script alone: it was copied, not translated."""
    ours, theirs = _OWN.get(pair.source.language), _OWN.get(pair.target.language)
    if ours is None or theirs is None or ours is theirs:
        return
    text = pair.target.text
    if ours.search(pair.source.text) and ours.search(text) and not theirs.search(text):
        yield pair.in_target(UNTRANSLATED, "untranslated", 0, len(text))
