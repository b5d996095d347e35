"""A run of Hangul cut into the words of the lexicon, in the spelling of either Korea.

The cheapest way from one end to the other: known words cost little, syllables that belong to no
word much, and a word in Chinese spelling a little more than a South Korean one, so that text that
can be read as South Korean is. What hangs on the last word (particles, endings) is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.language.lexicon import ANYWHERE, BEFORE_PARTICLES, INITIAL, START, Lexicon, Pair
from glossary.model import SUGGEST

_LONGEST = 9
_WORD, _PAIR, _SHORT_STEM, _AFFIX, _UNKNOWN = 10, 11, 16, 9, 15
_PARTICLE_TAIL, _VERB_TAIL, _PER_SYLLABLE, _DOUBTED = 2, 3, 5, 9

_PREFIXES = frozenset("신구고대소총부제비무불재초최각본타다전중내외상하장뇌준탈반항친범")
_SUFFIXES = frozenset(
    "적화성형급식용력률율별간내외상하중전후량료론류란령록림리로기자장년인권법학회원실부과국소점"
    "관조팀반층군민물품선차금비세표증서지판본집문사업계감심도"
)
_PARTICLE = (
    "은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 로 으로 로서 으로서 로써 "
    "으로써 와 과 도 만 까지 부터 마저 조차 마다 처럼 보다 만큼 뿐 나 이나 란 "
    "이란 라 이라 라는 이라는 라고 이라고 라도 이라도 라기 이라기 며 이며 고 "
    "이고 다 이다 인 일 임 여서 이여서 이어서 여야 이여야 입니다 이였다 이었다 "
    "였다 든 이든 에로 대로 같이 자 이자 니 이니 지만 이지만 인데 인바 므로 "
    "이므로 들 랑 이랑 야 이야 선 론 로는 란걸 이면 이면서 이라면 "
)
_PARTICLES = re.compile(f"(?:{'|'.join(_PARTICLE.split())}){{0,3}}")
_LIGHT_VERB = re.compile(
    "(?:하|한|할|함|합|해|했|되|된|될|됨|됩|돼|됐|시키|시킨|시킬|시켜|시켰|받|당하|당한|당했|스럽|스러|롭|로운|없|있|히)"
)
_ENDING = re.compile(
    "(?:고|는|은|을|ㄴ|며|면|게|지|다|자|던|도록|여|였|어|었|아|았|려|기|나|니|습니|습디|겠|네|든|거나|던|서|야|라|러)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run: a pair where it is a word in Chinese spelling; `known` unless no word;
    `verb` where it is a stem that an ending must follow, `word` unless it is an affix, `tail`
    where it is what hangs on the last word."""

    start: int
    end: int
    pair: Pair | None = None
    known: bool = True
    verb: bool = False
    word: bool = True
    tail: bool = False


Edge = tuple[int, int, Piece]
"""Where a piece ends, what it costs, and the piece."""


_Cut = tuple[int, int, Pair | None, bool, bool, bool, bool]
"""Where a piece ends, what it costs, and the rest of the piece, which is made only where it is the
best so far."""


def segment(
    run: str, lexicon: Lexicon, further: Mapping[int, Sequence[Edge]] | None = None
) -> tuple[Piece, ...]:
    """The cheapest way to cut a run of syllables, from its start to its end; `further` are pieces
    beyond the lexicon's, by their starts."""
    size = len(run)
    best: list[tuple[int, tuple[Piece, ...]] | None] = [None] * (size + 1)
    best[0] = (0, ())
    for at in range(size):
        here = best[at]
        if here is None:
            continue
        cost, pieces = here
        if further:
            for end, price, piece in further.get(at, ()):
                other = best[end]
                if other is None or cost + price < other[0]:
                    best[end] = (cost + price, (*pieces, piece))
        for end, price, pair, known, verb, word, tail in _cuts(run, at, pieces, lexicon):
            other = best[end]
            if other is None or cost + price < other[0]:
                piece = Piece(at, end, pair, known, verb, word, tail)
                best[end] = (cost + price, (*pieces, piece))
    found = best[size]
    return found[1] if found else ()


def is_particles(rest: str) -> bool:
    """Whether what is left of a run after a noun is particles, or nothing."""
    return not rest or _PARTICLES.fullmatch(rest) is not None


def is_tail(rest: str) -> bool:
    """Whether what is left of a run after a name is particles, or nothing."""
    return is_particles(rest.removeprefix("님"))


def hangs_on(rest: str) -> bool:
    """Whether what is left of a run after a noun is particles, a verb made of it, or nothing."""
    return not rest or bool(_tail(rest, verb=False))


def _cuts(run: str, at: int, before: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[_Cut]:
    """The pieces that can follow at a place."""
    last = before[-1] if before else None
    after_stem = last is not None and last.verb and run[last.start : last.end] not in lexicon.words
    by_chinese, words, stems = lexicon.by_chinese, lexicon.words, lexicon.stems
    for end in range(at + (2 if at else 1), min(len(run), at + _LONGEST) + 1):
        part = run[at:end]
        pair = by_chinese.get(part)
        if pair is not None and not after_stem and _may_stand(pair, run, at):
            yield end, _price(pair, at), pair, True, pair.korean in stems, True, False
        if end > at + 1:
            verb = part in stems
            if verb or part in words:
                yield end, _WORD, None, True, verb, True, False
    if at == 0 and run[0] in stems:
        yield 1, _SHORT_STEM, None, True, True, True, False
    affix = run[at] in (_SUFFIXES if last is not None and last.word else _PREFIXES)
    yield at + 1, _AFFIX if affix else _UNKNOWN, None, affix, False, False, False
    if last is not None and any(piece.word for piece in before):
        tail = _tail(run[at:], last.verb)
        if tail:
            yield len(run), tail, None, True, False, True, True


def _price(pair: Pair, at: int) -> int:
    """What a pair costs: less than a word where it is only suggested, or where no South Korean
    word begins with its first sound."""
    return _DOUBTED if pair.band == SUGGEST or (at == 0 and pair.kind == INITIAL) else _PAIR


def _may_stand(pair: Pair, run: str, at: int) -> bool:
    """Whether the pair holds at this place of its run."""
    if pair.where == ANYWHERE:
        return True
    rest = run[len(pair.chinese) :]
    only_particles = pair.where == BEFORE_PARTICLES and _PARTICLES.fullmatch(rest) is not None
    return at == 0 and (pair.where == START or not rest or only_particles)


def _tail(rest: str, verb: bool) -> int:
    """What the rest costs as an ending of a verb, or as what a noun takes; 0 where it is none."""
    if verb and _ENDING.match(rest):
        return _VERB_TAIL + _PER_SYLLABLE * max(0, len(rest) - 2)
    if _PARTICLES.fullmatch(rest):
        return _PARTICLE_TAIL
    return _VERB_TAIL if _LIGHT_VERB.match(rest) else 0
