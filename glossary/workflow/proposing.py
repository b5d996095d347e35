"""What the other varieties of a term may be, proposed to whoever enters it; nothing is entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.language.detection import detect
from glossary.language.hanja import is_hanzi
from glossary.language.orthography import applied, respell
from glossary.model import FLAG, KO_CN, KO_KR, ZH_CN
from glossary.workflow.composition import compose
from glossary.workflow.reading import read
from glossary.workspace import Workspace

COMPOSED, READ, RESPELT, SAME = WAYS = ("composed", "read", "respelt", "same")
"""Put together from what the glossary knows; read in Sino-Korean; in the other spelling, or
written the same in both."""

_MOST = 3  # for one variety


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text for a variety that has none, and the way it was found."""

    variety: str
    text: str
    by: str


def variety_of(text: str) -> str:
    """The variety a term typed alone most likely is of: Chinese where it has a hanzi and no
    Hangul, South Korean where its spelling says so, else Korean as written in China."""
    if any(map(is_hanzi, text)) and not any("가" <= char <= "힣" for char in text):
        return ZH_CN
    found = detect(text)  # which leans to South Korea where nothing speaks for either
    return KO_KR if found.variety == KO_KR and found.counted(KO_KR) else KO_CN


def proposals(workspace: Workspace, terms: Iterable[tuple[str, str]]) -> tuple[Proposal, ...]:
    """Texts for those of the three varieties that have none among (variety, text) terms, the
    likeliest of each first."""
    texts: dict[str, str] = {}
    for variety, text in terms:
        texts.setdefault(variety, text)
    found: dict[tuple[str, str], Proposal] = {}
    for each in _all(workspace, texts):
        if each.variety not in texts and each.text:
            found.setdefault((each.variety, each.text), each)
    counted: dict[str, list[Proposal]] = {}
    for each in found.values():
        counted.setdefault(each.variety, []).append(each)
    return tuple(each for some in counted.values() for each in some[:_MOST])


def _all(workspace: Workspace, texts: dict[str, str]) -> Iterator[Proposal]:
    for own, other in ((KO_CN, KO_KR), (KO_KR, KO_CN)):
        if own in texts:
            edits = [each for each in respell(texts[own], other) if each.band != FLAG]
            respelt = applied(texts[own], edits)
            yield Proposal(other, respelt, RESPELT if respelt != texts[own] else SAME)
    if ZH_CN in texts:
        hanzi = texts[ZH_CN]
        composed = compose(workspace, hanzi)
        if composed is not None:
            yield Proposal(KO_CN, composed.chinese, COMPOSED)
            yield Proposal(KO_KR, composed.korean, COMPOSED)
        reading = read(hanzi)
        yield from (Proposal(KO_CN, text, READ) for text in reading.chinese)
        yield from (Proposal(KO_KR, text, READ) for text in reading.korean)
