"""Which Korean a text is written in, and by what that is known.

The evidence, each with a weight of 1 to 3: words and endings that only one variety spells so,
names and places in the form of one of them, and words that mostly one of them uses. The greater
sum decides; without any evidence nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from glossary.language.gazetteer import COUNTY, places_in, southern_names
from glossary.language.lexicon import INITIAL, RATE, YE, lexicon
from glossary.language.name_tables import persons
from glossary.language.orthography import respell
from glossary.language.variety_markers import markers_in
from glossary.model import APPLY, FLAG, KO_CN, KO_KR, Respelling

SPELLING, NAME, WORD = EVIDENCE = ("spelling", "name", "word")
_RUN = re.compile("[가-힣]+")
_SURE, _MOSTLY, _RATHER = 3, 2, 1
_LONGEST_NAME = 8
_SILENT = frozenset(["number", "spacing"])  # as many people write in either country


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a variety: where it stands, what it is, and how much it weighs."""

    start: int
    end: int
    text: str
    variety: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Detection:
    """The variety, "" where the text does not tell, and all the evidence in order."""

    variety: str
    evidence: tuple[Evidence, ...]

    def weight(self, variety: str) -> int:
        """How much speaks for a variety; what stands in the text several times counts once."""
        weights = {each.text: each.weight for each in self.evidence if each.variety == variety}
        return sum(weights.values())


def detect(text: str) -> Detection:
    """The variety of a Korean text.

    >>> detect("로동자들이 투입되였다").variety, detect("노동자들이 투입되었다").variety
    ('ko-CN', 'ko-KR')
    >>> detect("사람이 많다").variety
    ''
    """
    evidence = tuple(sorted(_evidence(text), key=lambda each: (each.start, each.end)))
    found = Detection("", evidence)
    chinese, korean = found.weight(KO_CN), found.weight(KO_KR)
    if chinese == korean:
        return found
    return Detection(KO_CN if chinese > korean else KO_KR, evidence)


def _evidence(text: str) -> Iterator[Evidence]:
    runs = tuple(_RUN.finditer(text))
    for variety, to in ((KO_CN, KO_KR), (KO_KR, KO_CN)):
        for each in respell(text, to):
            weight = _weight(each, to)
            if weight:
                place = text[each.start : each.end] or text[each.start - 1 : each.end + 1]
                yield Evidence(each.start, each.end, place, variety, _kind(each), weight)
    yield from _places(runs)
    yield from _southern(text, runs)
    for marker in markers_in(text, runs):
        shown = text[marker.start : marker.end]
        yield Evidence(marker.start, marker.end, shown, marker.variety, WORD, marker.weight)


def _weight(each: Respelling, to: str) -> int:
    """How much a respelling speaks for the variety it leads away from."""
    if each.kind in _SILENT:
        return 0
    if each.band == APPLY:
        return _SURE
    if each.band == FLAG:
        return _RATHER if each.kind in ("style", "person") else 0
    if each.kind in ("person", "place"):
        return _MOSTLY
    own = each.kind not in (INITIAL, RATE, YE)  # 노력 (努力) may stay as it is
    return _RATHER if own or to == KO_KR else 0


def _kind(each: Respelling) -> str:
    return NAME if each.kind in ("person", "place") else SPELLING


def _places(runs: tuple[re.Match[str], ...]) -> Iterator[Evidence]:
    """Counties by their bare names, which are not respelt: 룡정, 훈춘."""
    words = lexicon().words
    for run in runs:
        for place in places_in(run.group()):
            name = run.group()[place.start : place.end]
            plain = place.full or place.common or name in place.korean or name in words
            if place.level == COUNTY and not plain:
                start = run.start() + place.start
                yield Evidence(start, start + len(name), name, KO_CN, NAME, _RATHER)


def _southern(text: str, runs: tuple[re.Match[str], ...]) -> Iterator[Evidence]:
    """Names of persons and places as only South Korea writes them."""
    names = _southern_forms()
    for run in runs:
        word = run.group()
        if text[run.start() - 1 : run.start()].isdigit():
            continue
        for size in range(min(_LONGEST_NAME, len(word)), 1, -1):
            if word[:size] in names:
                start = run.start()
                yield Evidence(start, start + size, word[:size], KO_KR, NAME, _SURE)
                break


@cache
def _southern_forms() -> frozenset[str]:
    forms = {each.korean for each in persons().values() if each.korean != each.chinese}
    return southern_names() | {form for form in forms if " " not in form and len(form) > 2}
