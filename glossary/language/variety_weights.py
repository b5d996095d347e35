"""What the evidence for a variety of Korean is worth, in log-odds.

Rounded from a logistic regression fitted on 2026-11-29 to 1,015 pairs of sentences, the same in
both varieties, and 421 sentences of news; the penalty keeps each figure near a prior one (1; for
words what the lists promise, for they were made with some of these sentences). A kind counts at
most three times. What is light, spaces and words that both have, can say much about who wrote a
text but makes none ko-CN for sure: many people write so in South Korea.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from glossary.language.variety_places import (
    AUXILIARY,
    BOUND,
    COUNTER,
    HEAD,
    NOT,
    NOUN,
    PHRASE,
    SINCE,
    SPOT,
    TIME,
    UNIT,
)
from glossary.model import KO_CN, KO_KR

SPELLING, NAME, WORD, SIGN = OTHERS = ("spelling", "name", "word", "sign")
_WORTH: Mapping[str, Mapping[str, tuple[float, ...]]] = {
    KO_CN: {
        SPELLING: (2.6, 2.6, 4.6),
        NAME: (1.4, 2.6, 3.0),
        WORD: (0.9, 2.4, 3.4),
        SIGN: (2.6, 2.8, 2.8),
        AUXILIARY: (1.8,),
        BOUND: (3.5,),
        UNIT: (1.5,),
        COUNTER: (2.9,),
        HEAD: (2.5,),
        NOUN: (1.5,),
        NOT: (1.7,),
        TIME: (2.2,),
        PHRASE: (1.9,),
        SPOT: (2.3,),
        SINCE: (2.4,),
    },
    KO_KR: {
        SPELLING: (2.4, 2.4, 3.8),
        NAME: (2.0, 2.5, 3.0),
        WORD: (0.5, 2.2, 3.0),
        SIGN: (1.2, 2.7, 2.7),
        AUXILIARY: (1.6,),
        BOUND: (1.1,),
        COUNTER: (2.0,),
        HEAD: (1.4,),
        NOUN: (1.1,),
        NOT: (1.2,),
        TIME: (1.4,),
        SPOT: (1.3,),
        SINCE: (1.6,),
    },
}
_MOST = 3  # pieces of one kind and weight
_LIGHT = 1
_LEAST, _HIGHEST = -1.9, 3.0  # what is light, for ko-CN and for ko-KR; from 2.2 on it is sure
_SILENCE = 0.7  # what is not there speaks for ko-KR a little
_LENGTH = 0.85  # a syllable more in the mean run of Hangul
_USUAL_LENGTH, _MOST_LENGTH = 3.05, 1.2
_ENOUGH_RUNS = 6


def log_odds(
    chinese: Iterable[tuple[str, int]],
    korean: Iterable[tuple[str, int]],
    runs: tuple[re.Match[str], ...],
) -> float:
    """How much likelier ko-KR is than ko-CN, by the kinds and weights of what speaks for each and
    by a text's runs of Hangul, which are longer where less is parted."""
    (light, heavy), (other_light, other_heavy) = _sums(KO_KR, korean), _sums(KO_CN, chinese)
    all_light = light - other_light + _by_length(runs)
    return max(_LEAST, min(_HIGHEST, all_light)) + heavy - other_heavy


def _sums(variety: str, found: Iterable[tuple[str, int]]) -> tuple[float, float]:
    """What light evidence is worth, and all other."""
    worth, counts = _WORTH[variety], dict[tuple[str, int], int]()
    light = heavy = 0.0
    for each in found:
        counts[each] = counts.get(each, 0) + 1
        if counts[each] <= _MOST:
            kind, weight = each
            if weight == _LIGHT:
                light += worth[kind][0]
            else:
                heavy += worth[kind][weight - 1]
    return light, heavy


def _by_length(runs: tuple[re.Match[str], ...]) -> float:
    if not runs:
        return 0.0
    mean = sum([run.end() - run.start() for run in runs]) / len(runs)
    beyond = max(-_MOST_LENGTH, min(_MOST_LENGTH, mean - _USUAL_LENGTH))
    return (_SILENCE - _LENGTH * beyond) * min(1.0, len(runs) / _ENOUGH_RUNS)
