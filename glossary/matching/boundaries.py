"""Which of the places where a term's letters stand in a text are the term.

Hangul is decided run by run (`language.compounds`), Chinese by the words of the run
(`language.chinese_words`), Latin letters and digits by what stands beside them. A stretch over
several runs must stand in each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from glossary.language import chinese_words, compounds
from glossary.language.compounds import (
    OBJECT_BEFORE,
    VERB,
    Stretch,
    may_be_counted,
    may_be_possibility,
    may_be_verb,
)
from glossary.language.fold import fold
from glossary.language.runs import HANGUL_RUN
from glossary.matching.patterns import light_verb_follows

Span = tuple[int, int, str]
"""Start and end in the text, and what it is of: one of NOUN, VERB, NAME."""

_OBJECT = "을를"
_HANZI = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")


class Runs:
    """The runs of one script in a text."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._runs = [run.span() for run in pattern.finditer(text)]
        self._starts = [start for start, _ in self._runs]

    def over(self, start: int, end: int) -> list[tuple[int, int]]:
        """The runs that have a place in common with this stretch."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end - 1)
        return [run for run in self._runs[first:last] if run[1] > start]


def standing(text: str, spans: Iterable[Span], *, chinese: bool) -> dict[Span, bool]:
    """The spans of an NFC text that stand as words, and whether each stands inside a longer one;
    `chinese` says that its hanzi are Chinese text."""
    runs = Runs(text, HANGUL_RUN)
    parts: dict[tuple[int, int], dict[Stretch, None]] = {}
    of_span: dict[Span, list[tuple[tuple[int, int], Stretch]]] = {}
    for span in spans:
        if _is_cut_off(text, span[0], span[1]):
            continue
        own = of_span[span] = []
        for run in runs.over(span[0], span[1]):
            stretch = _stretch(span, run)
            parts.setdefault(run, {})[stretch] = None
            own.append((run, stretch))
    stood = {
        (start, end): _in_run(text[start:end], tuple(stretches), surroundings(text, start, end)[0])
        for (start, end), stretches in parts.items()
    }
    found = {
        span: any(stood[run][stretch] for run, stretch in own)
        for span, own in of_span.items()
        if all(stretch in stood[run] for run, stretch in own)
    }
    if not chinese:
        return found
    kept = _in_chinese(text, found)
    return {span: inside for span, inside in found.items() if span in kept}


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a run of Hangul as far as it decides about the terms in it: a
    digit, the object of a short verb, the verb of a possibility; the verb that the run is the
    object of. What decides the same is the same.

    >>> surroundings("제2차", 2, 3), surroundings("지지를 많이 받다", 0, 3)
    (('1', ''), ('', ''))
    >>> surroundings("책을 사고", 3, 5), surroundings("지지를 받다", 0, 3)
    (('을 ', ''), ('', ' 되'))
    >>> surroundings("오를 수도 있다", 3, 5), surroundings("서울 수도 요금", 3, 5)
    (('를 ', ''), ('', ''))
    """
    before = after = ""
    if text[start - 1 : start].isdigit():
        before = "1"
    elif may_be_verb(text[start:end]) and OBJECT_BEFORE.search(text[max(0, start - 2) : start]):
        before = "을 "
    elif may_be_possibility(text[start:end]) and text.startswith((" 있", " 없"), end):
        before = text[max(0, start - 2) : start]
    if (
        text[end - 1] in _OBJECT
        and text[end : end + 1] == " "
        and light_verb_follows(text, end - 1)
    ):
        after = " 되"
    return before, after


def is_alone(run: str) -> bool:
    """Whether nothing beside a run decides about the terms in it, whatever its surroundings."""
    bound = may_be_verb(run) or may_be_possibility(run)
    return not (bound or may_be_counted(run) or run[-1] in _OBJECT)


def standing_in_run(run: str, spans: Iterable[Span], before: str = "") -> dict[Span, bool]:
    """The spans of a run of Hangul that stand as words, and whether each stands inside a longer
    one; `before` is as in `surroundings`."""
    stretches = {
        span: Stretch(span[0], len(run) if span[2] == VERB else span[1], span[2]) for span in spans
    }
    stood = compounds.standing(run, dict.fromkeys(stretches.values()), before)
    return {span: stood[part] for span, part in stretches.items() if part in stood}


def _stretch(span: Span, run: tuple[int, int]) -> Stretch:
    start, end, kind = span
    first, stop = max(start, run[0]) - run[0], min(end, run[1]) - run[0]
    if kind == VERB:
        return Stretch(first, run[1] - run[0], VERB) if end <= run[1] else Stretch(first, stop)
    return Stretch(first, stop, kind)


@lru_cache(maxsize=1 << 16)
def _in_run(run: str, stretches: tuple[Stretch, ...], before: str) -> dict[Stretch, bool]:
    return compounds.standing(run, stretches, before)


def _in_chinese(text: str, spans: Iterable[Span]) -> set[Span]:
    """The spans whose hanzi stand as words."""
    runs = Runs(text, _HANZI)
    parts: dict[tuple[int, int], set[tuple[int, int]]] = {}
    of_span: dict[Span, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    for span in spans:
        own = of_span[span] = []
        for run in runs.over(span[0], span[1]):
            part = max(span[0], run[0]) - run[0], min(span[1], run[1]) - run[0]
            parts.setdefault(run, set()).add(part)
            own.append((run, part))
    stood = {
        run: chinese_words.standing(fold(text[run[0] : run[1]]), stretches)
        for run, stretches in parts.items()
    }
    return {span for span, own in of_span.items() if all(part in stood[run] for run, part in own)}


def _is_cut_off(text: str, start: int, end: int) -> bool:
    """Whether a Latin word or a number goes on beyond the stretch."""
    return _goes_on(text[start - 1 : start], text[start]) or _goes_on(
        text[end : end + 1], text[end - 1]
    )


def _goes_on(beside: str, edge: str) -> bool:
    if not beside or not edge.isalnum() or not edge.isascii():
        return False
    return beside.isascii() and (
        (beside.isalpha() and edge.isalpha()) or (beside.isdigit() and edge.isdigit())
    )
