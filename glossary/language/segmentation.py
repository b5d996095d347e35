"""A run of Hangul cut into the words of the lexicon, in the spelling of either Korea.

The cheapest way from one end to the other: known words cost little, syllables that belong to no
word much, and a word in Chinese spelling a little more than a South Korean one, so that text that
can be read as South Korean is. What hangs on the last word (particles, endings) is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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
_COPULA = (
    "이?(?:라는데|라던데|라면서|라서|라니까|라지만|란다|랍니다|냐고|던데|라고는|라기보다)|"
    "(?:이[였었]|였)(?:는데|는지|는가|지만|지|고|으며|으나|으니|으니까|으므로|으면|더니|더라|던|던가|습니다|네|"
    "구나|소|거든|을|을가|을까|음|다고|다며|다는|다면|다가|기에)"
)
_PARTICLES = re.compile(f"(?:{'|'.join(_PARTICLE.split())}){{0,3}}(?:(?:{_COPULA})[도요만은]?)?")
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


_Kind = tuple[Pair | None, bool, bool, bool, bool]
"""All of a piece but its place; the piece is made when it is known to be on the cheapest way."""

_WHOLE_WORD: _Kind = (None, True, False, True, False)
_STEM: _Kind = (None, True, True, True, False)
_TAIL: _Kind = (None, True, False, True, True)
_AFFIXED: _Kind = (None, True, False, False, False)
_STRANGER: _Kind = (None, False, False, False, False)


_Way = tuple[int, int, _Kind, bool]
"""The cheapest way to a place: its cost, where its last piece starts and what that is, and whether
any piece is a word."""


def segment(
    run: str, lexicon: Lexicon, further: Mapping[int, Sequence[Edge]] | None = None
) -> tuple[Piece, ...]:
    """The cheapest way to cut a run of syllables, from its start to its end; `further` are pieces
    beyond the lexicon's, by their starts."""
    best: list[_Way | None] = [(0, 0, _STRANGER, False), *[None] * len(run)]
    for at in range(len(run)):
        here = best[at]
        if here is None:
            continue
        before, _, _, worded = here
        cuts = _cuts(run, at, here, lexicon)
        if further and at in further:
            cuts = chain(map(_cut, further[at]), cuts)
        for end, price, kind in cuts:
            other, cost = best[end], before + price
            if other is None or cost < other[0]:
                best[end] = (cost, at, kind, worded or kind[3])
    return _pieces(best)


def _pieces(best: Sequence[_Way | None]) -> tuple[Piece, ...]:
    """The pieces of the way to the last place."""
    found: list[Piece] = []
    end = len(best) - 1
    while end and (way := best[end]):
        _, start, kind, _ = way
        found.append(Piece(start, end, *kind))
        end = start
    return tuple(reversed(found))


def _cut(edge: Edge) -> tuple[int, int, _Kind]:
    end, price, piece = edge
    return end, price, (piece.pair, piece.known, piece.verb, piece.word, piece.tail)


def is_particles(rest: str) -> bool:
    """Whether what is left of a run after a noun is particles, or nothing."""
    return not rest or _PARTICLES.fullmatch(rest) is not None


def is_tail(rest: str) -> bool:
    """Whether what is left of a run after a name is particles, or nothing."""
    return is_particles(rest.removeprefix("님"))


def hangs_on(rest: str) -> bool:
    """Whether what is left of a run after a noun is particles, a verb made of it, or nothing."""
    return not rest or bool(_tail(rest, verb=False))


def _cuts(run: str, at: int, here: _Way, lexicon: Lexicon) -> Iterator[tuple[int, int, _Kind]]:
    """Where the pieces end that can follow at a place, what they cost, and what they are."""
    _, start, (_, _, verb, word, _), worded = here
    by_chinese, words, stems = lexicon.by_chinese, lexicon.words, lexicon.stems
    after_stem = verb and run[start:at] not in words
    for end in range(at + (2 if at else 1), min(len(run), at + _LONGEST) + 1):
        part = run[at:end]
        pair = by_chinese.get(part)
        if pair is not None and not after_stem and _may_stand(pair, run, at):
            yield end, _price(pair, at), (pair, True, pair.korean in stems, True, False)
        if end > at + 1:
            if part in stems:
                yield end, _WORD, _STEM
            elif part in words:
                yield end, _WORD, _WHOLE_WORD
    if at == 0 and run[0] in stems:
        yield 1, _SHORT_STEM, _STEM
    if run[at] in (_SUFFIXES if word else _PREFIXES):
        yield at + 1, _AFFIX, _AFFIXED
    else:
        yield at + 1, _UNKNOWN, _STRANGER
    if worded:
        tail = _tail(run[at:], verb)
        if tail:
            yield len(run), tail, _TAIL


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
