"""Translations that break off, or are far shorter than any translation of such a source is.

Real pairs have about 1.5 Korean syllables for one hanzi; the bounds are where among 100,000 real
pairs only such are left that do leave something out.
"""

from __future__ import annotations

import re

from glossary.checks.pair import Pair

_LETTER = re.compile(r"[^\W_]")
_LETTERS = {"zh": re.compile("[\u3400-\u9fff]"), "ko": re.compile("[가-힣]")}
_ENDED = {
    "zh": re.compile('[。！？.!?…：:]["”’」』）)]?$'),
    "ko": re.compile('[.!?…:다요오까죠음함됨임]["”’」』）)]?$'),
}
_SENTENCE = {
    "zh": re.compile("[。！？][”’」』）]?(?=.|$)"),
    "ko": re.compile('(?<=[가-힣])[.!?]["”’」』）)]?(?=\\s|$)'),
}
_LEAST = 12  # letters of a source that is judged
_BROKEN = {("zh", "ko"): (0.3, 0.4), ("ko", "zh"): (0.1, 0.2), ("ko", "ko"): (0.3, 0.4)}
"""Letters of the target for one of the source, below which a target without an end is broken off:
for a source of some letters, and of _LONG and more."""
_LONG = 20
_ONE_OF_TWO = {("zh", "ko"): 0.5, ("ko", "zh"): 0.15, ("ko", "ko"): 0.4}
"""The same, below which one sentence is no translation of two."""


def is_short(pair: Pair) -> bool:
    """Whether a source that is a sentence has far too short a translation."""
    ours, theirs = pair.source.language, pair.target.language
    if (ours, theirs) not in _BROKEN:
        return False
    source, target = pair.source.text.rstrip(), pair.target.text.rstrip()
    length = len(_LETTERS[ours].findall(source))
    sentences = len(_SENTENCE[ours].findall(source))
    if length < _LEAST or not sentences or not _ENDED[ours].search(source):
        return False
    ratio = len(_LETTER.findall(target)) / length
    if not _ENDED[theirs].search(target):
        return ratio < _BROKEN[ours, theirs][length >= _LONG]
    one = len(_SENTENCE[theirs].findall(target)) < 2
    return sentences > 1 and one and length >= _LONG and ratio < _ONE_OF_TWO[ours, theirs]
