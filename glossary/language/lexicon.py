"""The words that decide between two spellings: South Korean ones, and how China spells them.

Three tables in `data/language`, read on first use: South Korean words and verb stems, the words
that China spells otherwise (both from HanDic by `make_spelling.py`), and a table of our own for
what neither hanja nor rule can tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from glossary.language.tables import read_table
from glossary.model import APPLY, SUGGEST

ANYWHERE, START, BEFORE_PARTICLES, WHOLE = "", "^", "1", "="
INITIAL, RATE, YE, SIOS, YEO, LOANWORD, NATIVE = (
    "initial-sound",
    "rate",
    "ye",
    "sai-siot",
    "ending",
    "loanword",
    "native",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A word as China and as South Korea spells it; `where` it must stand in its run of Hangul.

    The band is apply only where the Chinese spelling can mean nothing else.
    """

    chinese: str
    korean: str
    kind: str
    band: str = APPLY
    where: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables; `heads` are the first two syllables of every Chinese spelling."""

    words: frozenset[str]
    stems: frozenset[str]
    by_chinese: Mapping[str, Pair]
    by_korean: Mapping[str, tuple[Pair, ...]]
    also_unchanged: frozenset[str]
    heads: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    listed = read_table("spelling_words.txt").split("\n\n")
    words, stems = (frozenset(part.split("\n")) for part in listed)
    # What our own table is sure of is no South Korean word, though HanDic lists it (딸라).
    words -= {pair.chinese for pair in _own() if pair.band == APPLY and pair.where == ANYWHERE}
    pairs, unchanged = _derived(words)
    pairs |= {pair.chinese: pair for pair in _own() if pair.chinese != pair.korean}
    unchanged |= {pair.korean for pair in _own() if pair.chinese == pair.korean}
    by_korean: dict[str, tuple[Pair, ...]] = {}
    for pair in pairs.values():
        by_korean[pair.korean] = (*by_korean.get(pair.korean, ()), pair)
    heads = frozenset(chinese[:2] for chinese in pairs)
    return Lexicon(words, stems, pairs, by_korean, unchanged, heads)


@cache
def reversed_lexicon() -> Lexicon:
    """The same tables the other way round: South Korean words as keys, Chinese spellings as
    what they become.

    A word of our own table is only suggested, for the Korean edition uses many of them both ways,
    unless it differs by the sounds of its hanja alone (낙동강); and so is a word that has several
    spellings or may stay as it is.
    """
    tables = lexicon()
    kinds = {pair.chinese: pair.kind for pair in _own()}
    turned: dict[str, Pair] = {}
    for korean, pairs in tables.by_korean.items():
        first = next((pair for pair in pairs if pair.chinese in kinds), pairs[0])
        kind = kinds.get(first.chinese, INITIAL)
        one = len(pairs) == 1 and korean not in tables.also_unchanged and kind == INITIAL
        if len(korean) > 1 and " " not in korean:
            inside = first.where == START and kinds.get(first.chinese) != INITIAL
            where = ANYWHERE if inside else first.where
            band = APPLY if one and first.band == APPLY else SUGGEST
            turned[korean] = Pair(korean, first.chinese, first.kind, band, where)
    keys = frozenset(turned)
    heads = frozenset(korean[:2] for korean in turned)
    kept = tables.words - keys, tables.stems - keys
    return Lexicon(*kept, turned, {}, frozenset(), heads)


def _derived(words: frozenset[str]) -> tuple[dict[str, Pair], frozenset[str]]:
    """The pairs made by rule, and the South Korean words that China may also spell the same."""
    pairs: dict[str, Pair] = {}
    unchanged = set()
    for line in read_table("spelling_pairs.txt").split("\n"):
        korean, *spellings = line.split(" ")
        for spelling in spellings:
            chinese = spelling.removeprefix(START)
            if chinese == korean:
                unchanged.add(korean)
            elif len(chinese) > 1 and (chinese not in pairs or spelling == chinese):
                band = SUGGEST if chinese in words else APPLY
                # 년 inside a run mostly counts years, and begins no word (최근년래).
                inside = spelling == chinese and not chinese.startswith("년")
                where = ANYWHERE if inside else START
                pairs[chinese] = Pair(chinese, korean, _kind(chinese, korean), band, where)
    return pairs, frozenset(unchanged)


def _kind(chinese: str, korean: str) -> str:
    """By which rule two spellings of one word differ."""
    changed = [(a, b) for a, b in zip(chinese, korean, strict=True) if a != b]
    first, second = changed[-1]
    if first in "렬률":
        return RATE
    if second in "폐몌":
        return YE
    if first in "여였":
        return YEO
    return INITIAL if first[0] != second[0] and _same_coda(first, second) else SIOS


def _same_coda(first: str, second: str) -> bool:
    return (ord(first) - ord(second)) % 28 == 0


def _own() -> list[Pair]:
    rows = (line.split("\t") for line in read_table("spelling_own.tsv").split("\n"))
    return [Pair(*row) for row in rows]
