"""What the evidence for a variety of Korean is worth, in log-odds.

Rounded from a logistic regression fitted on 2026-11-29 to 1,268 pairs of sentences, the same in
both varieties, and 421 sentences of news; the penalty keeps each figure near a prior one (1; for
words what the lists promise, for they were made with some of these sentences). Nouns
and signs were then made a little heavier, and light words of South Korea too, once what either
country writes had left the lists; a parted bound noun lighter, for China parts as well since
2016. A kind counts at most three times.
What is light, spaces and words that both have, can say much about who wrote a text but makes none
ko-CN for sure: many people write so in South Korea.
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
    ONGOING,
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
        SPELLING: (2.8, 2.8, 5.2),
        NAME: (1.5, 2.9, 3.1),
        WORD: (1.3, 3.0, 4.0),
        SIGN: (3.0, 3.2, 3.2),
        AUXILIARY: (2.0,),
        ONGOING: (3.8,),
        BOUND: (3.8,),
        UNIT: (1.7,),
        COUNTER: (3.1,),
        HEAD: (2.9,),
        NOUN: (1.9,),
        NOT: (1.7,),
        TIME: (2.3,),
        PHRASE: (2.2,),
        SPOT: (2.5,),
        SINCE: (2.6,),
    },
    KO_KR: {
        SPELLING: (2.4, 2.4, 4.1),
        NAME: (2.0, 2.5, 3.2),
        WORD: (1.0, 2.2, 3.0),
        SIGN: (1.5, 2.9, 2.9),
        AUXILIARY: (1.6,),
        BOUND: (0.7,),
        COUNTER: (2.2,),
        HEAD: (1.6,),
        NOUN: (1.3,),
        NOT: (1.0,),
        TIME: (1.4,),
        SPOT: (1.3,),
        SINCE: (1.5,),
    },
}
_MOST = 3  # pieces of one kind and weight
_LIGHT = 1
_LEAST = -1.9  # the most that what is light makes of ko-CN; from 2.2 on it is sure
_LOUDEST = 2.4  # what is light, against what is heavy
_SILENCE = 0.8  # what is not there speaks for ko-KR a little
_LENGTH = 0.8  # a syllable more in the mean run of Hangul
_USUAL_LENGTH, _MOST_LENGTH = 3.05, 1.2
_ENOUGH_RUNS = 6


def worth(variety: str, kind: str, weight: int) -> tuple[bool, float]:
    """Whether one piece of evidence is heavy, and what it is worth in log-odds for its variety."""
    return weight > _LIGHT, _WORTH[variety][kind][weight - 1]


def log_odds(
    chinese: Iterable[tuple[str, int]],
    korean: Iterable[tuple[str, int]],
    runs: tuple[re.Match[str], ...],
    letters: float,
) -> float:
    """How much likelier ko-KR is than ko-CN, by the kinds and weights of what speaks for each, by
    a text's runs of Hangul, which are longer where less is parted, and by its sequences of
    letters."""
    (light, heavy), (other_light, other_heavy) = _sums(KO_KR, korean), _sums(KO_CN, chinese)
    heavy -= other_heavy
    all_light = max(-_LOUDEST, min(_LOUDEST, light - other_light + _by_length(runs)))
    return max(_LEAST + min(0.0, heavy), heavy + all_light + letters * _enough(runs))


def _sums(variety: str, found: Iterable[tuple[str, int]]) -> tuple[float, float]:
    """What light evidence is worth, and all other."""
    counts = dict[tuple[str, int], int]()
    light = heavy = 0.0
    for each in found:
        counts[each] = counts.get(each, 0) + 1
        if counts[each] <= _MOST:
            is_heavy, value = worth(variety, *each)
            if is_heavy:
                heavy += value
            else:
                light += value
    return light, heavy


def _by_length(runs: tuple[re.Match[str], ...]) -> float:
    if not runs:
        return 0.0
    mean = sum([run.end() - run.start() for run in runs]) / len(runs)
    beyond = max(-_MOST_LENGTH, min(_MOST_LENGTH, mean - _USUAL_LENGTH))
    return (_SILENCE - _LENGTH * beyond) * _enough(runs)


def _enough(runs: tuple[re.Match[str], ...]) -> float:
    """How much of what a text as a whole says counts: less where it is short."""
    return min(1.0, (len(runs) + 1) / _ENOUGH_RUNS)
