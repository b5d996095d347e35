"""A second opinion on respellings that are only suggested: the morphological analyser Kiwi.

Kiwi (`kiwipiepy`, the extra `kiwi`) says how likely a piece of South Korean text is. Where the
respelt text is much likelier than the text as it stands, the change is applied; names and places
are not its business, for it knows no more of them than we do. Nothing else is changed by it, and
without it everything works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from glossary.language.orthography import applied
from glossary.language.reasons import AMBIGUOUS, BY_ANALYSER, BY_RULE
from glossary.model import APPLY, SUGGEST, Respelling

MARGIN = 8.0
"""By how much the log-likelihood must rise. On the development words names reach 4.5."""

_AROUND = 30  # characters on either side that are looked at with a change
_ASKED = frozenset([AMBIGUOUS, BY_RULE])
_NAMES = frozenset(["person", "place"])


@cache
def kiwi_score() -> Callable[[str], float]:
    """The log-likelihood of a text by Kiwi, which takes a second or two to load.

    Raises ImportError where the package is not installed.
    """
    from kiwipiepy import Kiwi

    kiwi = Kiwi()
    return lambda text: float(kiwi.analyze(text)[0][1])


def sharpened(
    text: str, respellings: Iterable[Respelling], score: Callable[[str], float]
) -> tuple[Respelling, ...]:
    """The respellings, those applied of which `score` is much surer than of the text as it is."""
    return tuple(
        replace(each, band=APPLY, reason=BY_ANALYSER)
        if _is_open(each) and _gain(text, each, score) >= MARGIN
        else each
        for each in respellings
    )


def _is_open(each: Respelling) -> bool:
    return each.band == SUGGEST and each.reason in _ASKED and each.kind not in _NAMES


def _gain(text: str, each: Respelling, score: Callable[[str], float]) -> float:
    """How much likelier the text around a change becomes by it."""
    start, end = max(0, each.start - _AROUND), each.end + _AROUND
    part = text[start:end]
    moved = replace(each, start=each.start - start, end=each.end - start)
    return score(applied(part, [moved])) - score(part)
