"""Terms that a text has for sure though the other side does not say them.

Whoever wants to see where a translation leaves the glossary is shown them. What may be chance, or
another word of the same letters, is decided by the other side and does not come here: two syllables
of Hangul, hanzi that another word runs across, a term that waits for a sign of its sense.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from glossary.language.chinese_words import LONGEST, is_unrivalled
from glossary.language.fold import fold
from glossary.matching.context_rules import needs_sign
from glossary.matching.term_letters import Candidate
from glossary.model import language_of

_HANGUL = re.compile("[가-힣]")
_SURE = 3  # syllables of Hangul that are hardly another word; measured in docs/recognition.md
_SHORTEST = 2


def surely_there(
    nfc: str, silent: Iterable[Candidate], said: Iterable[Candidate]
) -> list[Candidate]:
    """Of the words of an NFC text that the other side does not say those that are surely terms, and
    no part of what it says nor crossing it; they may hold a shorter term that it says."""
    spans = sorted({(each.start, each.end) for each in said})
    longest = max((end - start for start, end in spans), default=0)
    return [
        each
        for each in silent
        if _is_sure(nfc, each)
        and all(
            end <= each.start or _holds(each, start, end)
            for start, end in _near(each, spans, longest)
        )
    ]


def _near(each: Candidate, spans: list[tuple[int, int]], longest: int) -> list[tuple[int, int]]:
    """Of the sorted spans, none longer than `longest`, those that may meet a candidate."""
    first = bisect_left(spans, (each.start - longest, 0))
    return spans[first : bisect_left(spans, (each.end, 0))]


def _holds(each: Candidate, start: int, end: int) -> bool:
    return each.start <= start and end <= each.end and end - start < each.end - each.start


def _is_sure(nfc: str, each: Candidate) -> bool:
    term = each.entry.term
    if needs_sign(term) and not each.ruled:
        return False
    written = nfc[each.start : each.end]
    if language_of(term.variety) == "zh":
        first = max(0, each.start - LONGEST)
        around = fold(nfc[first : each.end + LONGEST])
        return len(written) >= _SHORTEST and is_unrivalled(
            around, each.start - first, each.end - first
        )
    syllables = len(_HANGUL.findall(written))
    return syllables >= _SURE or (not syllables and len(written) >= _SHORTEST)
