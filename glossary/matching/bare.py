"""What texts have alike in which no word differs: their letters without spaces, widths and
punctuation, with a 0 for each number.

Texts that are bare alike are near however short they are, so they are found by a key of their own.
Keys are hashed; where two of them meet, only candidates are added.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from glossary.matching.qgrams import ALL, MIX, STEP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint64]

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNED = re.compile(r"(?<![0-9A-Za-z])[-−]?\d+(?:[.,]\d+)*")
_SAYS_SOMETHING = frozenset("%‰&@#*/\\")  # punctuation to Unicode, but read as words

_ZERO = ord("0")
_SPACE, _POINT, _LEFT_OUT = range(0x110000, 0x110003)  # behind the codes of all letters


class _Marks(dict[int, str]):
    """The table that takes punctuation away; filled as it is used."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        mark = unicodedata.category(letter).startswith("P") and letter not in _SAYS_SOMETHING
        self[code] = "" if mark else letter
        return self[code]


_MARKS = _Marks()


def narrow(text: str) -> str:
    """The text without spaces, full-width letters in their usual width.

    >>> narrow("ＡＢ 12")
    'AB12'
    """
    return "".join(text.translate(_WIDTHS).split())


def unmarked(narrowed: str) -> str:
    """A narrow text without punctuation.

    >>> unmarked("50%,끝."), unmarked("《량산》")
    ('50%끝', '량산')
    """
    return narrowed.translate(_MARKS)


def bare(text: str) -> str:
    """The text without what may differ where no word does.

    >>> bare("2,000년 5월!"), bare("……")
    ('0년0월', '')
    """
    return unmarked(_NUMBER.sub("0", narrow(text)))


def numbers(narrowed: str) -> list[str]:
    """The numbers of a narrow text with their signs, without marks between thousands.

    >>> numbers("-5℃,3.5亩,12,000"), numbers("3-5")
    (['-5', '3.5', '12000'], ['3', '5'])
    """
    return [each.replace(",", "") for each in _SIGNED.findall(narrowed)]


def is_width_of_another(letter: str) -> bool:
    """Whether a letter is only another width of one, or a space."""
    return ord(letter) in _WIDTHS


def key(text: str) -> int:
    """The hash of a bare text, 64 bits; 0 where nothing is left of it."""
    found = 0
    for place, letter in enumerate(bare(text)):
        mixed = (ord(letter) + place * STEP) * MIX & ALL
        found += (mixed ^ mixed >> 32) * MIX
    return found & ALL


def all_keys(codes: Words, lengths: Any) -> Words:
    """The keys of many texts of these lengths, whose letters stand one after another in `codes`."""
    import numpy as np

    known = np.flatnonzero(np.bincount(codes.astype(np.int64)))
    table = np.zeros(int(known[-1]) + 1, np.uint32)
    table[known] = np.fromiter(map(_kind, known.tolist()), np.uint32, len(known))
    kinds = table[codes]
    numbers = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths.astype(np.int64))
    written = np.flatnonzero(kinds != _SPACE)
    kinds, numbers = kinds[written], numbers[written]
    kept = (kinds < _SPACE) & ~_further(kinds, numbers)
    letters = kinds[kept].astype(np.uint64)
    counts = np.bincount(numbers[kept], minlength=len(lengths))
    ends = np.cumsum(counts)
    places = np.arange(len(letters)) - np.repeat(ends - counts, counts)
    letters += places.astype(np.uint64) * np.uint64(STEP)
    letters *= np.uint64(MIX)
    letters ^= letters >> np.uint64(32)
    letters *= np.uint64(MIX)
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters, out=sums[1:])
    found: Words = sums[ends] - sums[ends - counts]
    return found


def _further(kinds: Any, numbers: Any) -> Any:
    """Whether each sign is a digit of a number that has begun before it, in the same text."""
    import numpy as np

    further = np.zeros(len(kinds), bool)
    digits = np.flatnonzero(kinds == _ZERO)
    same = numbers[digits]
    before, earlier = np.maximum(digits - 1, 0), np.maximum(digits - 2, 0)
    next_to = (digits > 0) & (kinds[before] == _ZERO) & (numbers[before] == same)
    joined = (digits > 1) & (kinds[before] == _POINT) & (kinds[earlier] == _ZERO)
    further[digits] = next_to | (joined & (numbers[earlier] == same))
    return further


@lru_cache(maxsize=1 << 16)
def _kind(code: int) -> int:
    """What stands for a letter in a key: itself, a 0 for digits, or that it is left out."""
    letter = chr(_WIDTHS.get(code, code))
    if letter.isspace():
        return _SPACE
    if letter in ".,":
        return _POINT
    if unicodedata.category(letter) == "Nd":
        return _ZERO
    return ord(letter) if unmarked(letter) else _LEFT_OUT
