"""Pairs of neighbouring letters, counted, as numbers: what texts that are near must share.

The k-th occurrence of a pair in a text is a token of its own, so that shared tokens count as a
multiset. Tokens are hashed; where two of them meet, only candidates are added.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint64]

MIX = 0x9E3779B97F4A7C15  # 2**64 divided by the golden ratio: multiplicative hashing
STEP = 0xD1B54A32D192ED03  # an odd number of random bits: sets occurrences and places apart
ALL = 0xFFFFFFFFFFFFFFFF
"""The multipliers of hashes of 64 bits, and the bits themselves."""

_NARROW = 64
WIDE = 256
"""The bits of the two signatures of a text's letters."""


def tokens(text: str, bits: int) -> list[int]:
    """The tokens of one text, each below 2**bits, in the order of the text.

    >>> tokens("가나가나", 20) == tokens("가나가나", 20), len(set(tokens("가나가나", 20)))
    (True, 3)
    """
    found = []
    seen: dict[int, int] = {}
    codes = list(map(ord, text))
    for first, second in pairwise(codes):
        pair = ((first << 21 | second) * MIX & ALL) >> 32
        occurrence = seen.get(pair, 0)
        seen[pair] = occurrence + 1
        found.append(((pair + occurrence * STEP) * MIX & ALL) >> (64 - bits))
    return found


def all_tokens(codes: Words, lengths: Words, bits: int) -> tuple[Words, Words]:
    """(number of the text, token) of each pair of many texts, that stand one after another in
    `codes`; ordered by text."""
    import numpy as np

    pairs = (codes[:-1] << np.uint64(21) | codes[1:]) * np.uint64(MIX) >> np.uint64(32)
    numbers = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths.astype(np.int64))
    inside = numbers[:-1] == numbers[1:]
    keys = numbers[:-1][inside] << np.uint64(32) | pairs[inside]
    keys.sort()
    places = np.arange(len(keys), dtype=np.uint64)
    new = np.ones(len(keys), bool)
    new[1:] = keys[1:] != keys[:-1]
    occurrences = places - np.maximum.accumulate(np.where(new, places, np.uint64(0)))
    hashed = (keys & np.uint64(0xFFFFFFFF)) + occurrences * np.uint64(STEP)
    return keys >> np.uint64(32), hashed * np.uint64(MIX) >> np.uint64(64 - bits)


def signatures(text: str) -> tuple[int, int]:
    """A text's letters as a set of 64 bits and as one of 256: four bits of this are one of that."""
    narrow = wide = 0
    for letter in set(text):
        bit = (ord(letter) * MIX & ALL) >> 56
        wide |= 1 << bit
        narrow |= 1 << (bit >> 2)
    return narrow, wide


def all_signatures(codes: Words, starts: Any) -> tuple[Words, Words]:
    """The 64-bit signatures of many texts, none of them empty, and the 256-bit ones as four words
    each; `starts` are the places in `codes` where they begin."""
    import numpy as np

    hashed = codes * np.uint64(MIX) >> np.uint64(56)
    narrow = np.bitwise_or.reduceat(np.uint64(1) << (hashed >> np.uint64(2)), starts)
    wide = np.empty((len(starts), WIDE // _NARROW), np.uint64)
    one, bit = np.uint64(1), hashed & np.uint64(63)
    for word in range(WIDE // _NARROW):
        here = np.where(hashed >> np.uint64(6) == np.uint64(word), one << bit, np.uint64(0))
        wide[:, word] = np.bitwise_or.reduceat(here, starts)
    return narrow, wide


def words(wide: int) -> list[int]:
    """A 256-bit signature as four words of 64 bits, the lowest first."""
    return [wide >> shift & ALL for shift in range(0, WIDE, _NARROW)]
