"""A Chinese word put together from what the user's own glossary knows of its parts.

科技成果 is no entry, but 科技 is 과학기술 in many that are: as a term of its own, or as what is
left of 国家科技部 = 국가과학기술부 when the rest is read. A part that is neither is read in
Sino-Korean. What the glossary says once in a longer term may be chance; twice is a habit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from glossary.language.chinese_words import standing
from glossary.language.hanja import is_hanzi, is_reading, readings, simplified
from glossary.model import KO_CN, KO_KR, ZH_CN, Term
from glossary.store.search import Filter
from glossary.workspace import Workspace

_LONGEST = 12  # characters; longer ones are phrases
_HITS = 100  # terms looked at for one part
_VERB = "하다"
_HABIT = 2  # terms that must agree
# Prices of a part: an entry; what was learnt, the less the more terms agree; reading, by length.
_ENTRY, _LEARNT = 2, 10
_STANDING = -4  # an entry that stands as a word there, for each character but the first
_READ, _CHARACTER, _ALONE, _UNREADABLE = 5, 4, 3, 40


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word: the hanzi, both Korean forms, and of how many longer terms it was learnt:
    0 where it is a term itself or merely read."""

    hanzi: str
    chinese: str
    korean: str
    learnt: int = 0
    read: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts of a word in order, at least one of them not merely read."""

    parts: tuple[Part, ...]

    @property
    def chinese(self) -> str:
        """The word in ko-CN."""
        return "".join(part.chinese for part in self.parts)

    @property
    def korean(self) -> str:
        """The word in ko-KR."""
        return "".join(part.korean for part in self.parts)


def compose(workspace: Workspace, hanzi: str) -> Composition | None:
    """The word put together from known parts; None where there are none, or where it is read as
    its parts are."""
    word = simplified("".join(hanzi.split()))
    if not 3 <= len(word) <= _LONGEST or not all(map(is_hanzi, word)):
        return None
    known = _known_parts(workspace, word)
    stands = standing(word, [(at, at + len(part)) for part in known for at in _places(word, part)])
    best: list[tuple[int, tuple[Part, ...]]] = [(0, ())]
    for end in range(1, len(word) + 1):
        found = [
            (cost + price, (*parts, part))
            for start, (cost, parts) in enumerate(best)
            for price, part in _pieces(word[start:end], known, stands=(start, end) in stands)
        ]
        best.append(min(found, key=lambda each: each[0]))
    parts = best[-1][1]
    if all(part.read or is_reading(part.chinese, part.hanzi) for part in parts):
        return None
    return Composition(parts)


def entry(workspace: Workspace, hanzi: str) -> Composition | None:
    """The word as the glossary has it, the only part of itself; None where it has none in all three
    varieties, or both Korean ones are what it is read."""
    word = simplified("".join(hanzi.split()))
    found = _known(workspace, word) if word and all(map(is_hanzi, word)) else None
    if found is None or found.learnt:
        return None
    if all(is_reading(text, word) for text in (found.chinese, found.korean)):
        return None
    return Composition((found,))


def _places(word: str, part: str) -> list[int]:
    return [at for at in range(len(word)) if word.startswith(part, at)]


def _pieces(text: str, known: dict[str, Part], *, stands: bool) -> Iterable[tuple[int, Part]]:
    """What a stretch can be, with its price: a known part is cheaper than reading it, and an entry
    that `stands` as a word also where it leaves more parts to read."""
    if text in known:
        learnt = known[text].learnt
        if learnt or not stands:
            yield _ENTRY + (_LEARNT // learnt if learnt else 0), known[text]
        else:
            yield _STANDING * (len(text) - 1), known[text]
    own, seoul = readings(text, KO_CN), readings(text, KO_KR)
    if own and seoul:
        alone = _ALONE if len(text) == 1 else 0
        yield _READ + _CHARACTER * len(text) + alone, Part(text, own[0], seoul[0], read=True)
    else:
        yield _UNREADABLE * len(text), Part(text, text, text, read=True)


def _known_parts(workspace: Workspace, word: str) -> dict[str, Part]:
    """The parts of two characters and more that the glossary knows, the word itself left out."""
    spans = {
        word[start:end]
        for start in range(len(word))
        for end in range(start + 2, len(word) + 1)
        if end - start < len(word)
    }
    found = {span: _known(workspace, span) for span in spans}
    return {span: _as_noun(part) for span, part in found.items() if part is not None}


def _as_noun(part: Part) -> Part:
    """A verb by its noun, as it stands in a compound: 지지 of 지지하다."""
    chinese, korean = (text.removesuffix(_VERB) or text for text in (part.chinese, part.korean))
    return replace(part, chinese=chinese, korean=korean)


def _known(workspace: Workspace, hanzi: str) -> Part | None:
    """What the glossary has for this part: as a term, or by what longer terms agree on."""
    wanted = Filter(variety=ZH_CN)
    hits = workspace.search.find(hanzi, limit=_HITS, wanted=wanted, count=False).hits
    concepts = [hit.terms for hit in hits if hit.concept]
    for terms in concepts:
        if hanzi in _texts(terms, ZH_CN):
            own, seoul = _texts(terms, KO_CN), _texts(terms, KO_KR)
            if own and seoul:
                return Part(hanzi, own[0], seoul[0])
    own_habit = _habit(concepts, hanzi, KO_CN)
    if own_habit is None:
        return None
    chinese, agreed = own_habit
    seoul_habit = _habit(concepts, hanzi, KO_KR)
    return Part(hanzi, chinese, seoul_habit[0] if seoul_habit else chinese, agreed)


def _habit(concepts: list[tuple[Term, ...]], hanzi: str, variety: str) -> tuple[str, int] | None:
    """What most terms have for this part of their Chinese, and how many; at least two must."""
    votes: Counter[str] = Counter()
    for terms in concepts:
        left = partial(_left_over, hanzi)
        votes.update({left(zh, ko) for zh in _texts(terms, ZH_CN) for ko in _texts(terms, variety)})
    del votes[""]
    best = votes.most_common(1)
    return best[0] if best and best[0][1] >= _HABIT else None


def _left_over(hanzi: str, chinese: str, korean: str) -> str:
    """What stands for the hanzi in a longer term whose rest is read in Sino-Korean, or ""."""
    before, found, after = chinese.partition(hanzi)
    if not found or not (before or after):
        return ""
    start, end = len(before), len(korean) - len(after)
    if end - start < 1:
        return ""
    whole = (not before or is_reading(korean[:start], before)) and (
        not after or is_reading(korean[end:], after)
    )
    return korean[start:end] if whole else ""


def _texts(terms: tuple[Term, ...], variety: str) -> list[str]:
    """The texts of a variety without spaces, in order."""
    return ["".join(term.text.split()) for term in terms if term.variety == variety]
