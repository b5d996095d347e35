"""What was not translated: empty and broken targets, sources left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.lengths import is_short
from glossary.checks.pair import Pair
from glossary.model import Finding

EMPTY, UNTRANSLATED = "empty", "untranslated"
TARGET_SHORT = "target-short"
"""The reason of a finding about a target that is there, of which the other checks may tell more."""

_HANZI = re.compile("[\u3400-\u9fff]")
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = {
    "ko": re.compile(
        "[\u3400-\u9fff][\u3400-\u9fff0-9，、：；“”]{6,}[\u3400-\u9fff]|[\u3400-\u9fff，、]{4,}(?=[。！？])"
    ),
    "zh": re.compile("[가-힣][가-힣0-9 ,]{6,}[가-힣]"),
}
"""Stretches in the other script that are longer than a name or a term, or end a sentence."""
_MARKS_ALONE = re.compile(r"[\s.,…·?!。，？！、_]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_OWN = {"zh": _HANZI, "ko": _HANGUL}


def empty(pair: Pair) -> Iterator[Finding]:
    """One side without any text, or with marks alone for words; the finding is about the other,
    which shows where it is. A translation that breaks off."""
    source, target = pair.source.text, pair.target.text
    marks = _MARKS_ALONE.fullmatch(target) and _WORD.search(source)
    if source.strip() and (marks or not target.strip()):
        yield pair.in_source(EMPTY, "target-empty", 0, len(source))
    elif target.strip() and not source.strip():
        yield pair.in_target(EMPTY, "source-empty", 0, len(target))
    elif is_short(pair):
        yield pair.in_target(EMPTY, TARGET_SHORT, 0, len(target))


def untranslated(pair: Pair) -> Iterator[Finding]:
    """A target, or a sentence of it, in the other language's script: it was copied, or put in the
    wrong column."""
    own = _OWN.get(pair.target.language)
    if own is None or not _LETTER.search(pair.source.text):
        return
    text = pair.target.text
    strange = _HANZI if own is _HANGUL else _HANGUL
    if strange.search(text) and not own.search(text):
        yield pair.in_target(UNTRANSLATED, "untranslated", 0, len(text))
    elif pair.source.language != pair.target.language:
        for match in _LONG[pair.target.language].finditer(text):
            if match[0] in pair.source.text:
                yield pair.in_target(UNTRANSLATED, "untranslated-part", *match.span())
