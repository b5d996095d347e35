"""What texts have alike in which no word differs: their letters without spaces, widths and
punctuation, with a 0 for each number.

Texts that are bare alike are near however short they are, so they are found by a key of their own.
Keys are hashed; where two of them meet, only candidates are added.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint64]

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNED = re.compile(r"(?<![0-9A-Za-z])[-−]?\d+(?:[.,]\d+)*")
_SAYS_SOMETHING = frozenset("%‰&@#*/\\")  # punctuation to Unicode, but read as words

_MIX = 0x9E3779B97F4A7C15  # 2**64 divided by the golden ratio: multiplicative hashing
_STEP = 0xD1B54A32D192ED03  # an odd number of random bits: sets the places apart
_ALL = 0xFFFFFFFFFFFFFFFF
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
        mixed = (ord(letter) + place * _STEP) * _MIX & _ALL
        found += (mixed ^ mixed >> 32) * _MIX
    return found & _ALL


def all_keys(codes: Words, lengths: Any) -> Words:
    """The keys of many texts of these lengths, whose letters stand one after another in `codes`."""
    import numpy as np

    known, places = np.unique(codes, return_inverse=True)
    kinds = np.fromiter(map(_kind, known.tolist()), np.uint32, len(known))[places]
    numbers = np.repeat(np.arange(len(lengths)), lengths.astype(np.int64))
    written = kinds != _SPACE
    kinds, numbers = kinds[written], numbers[written]
    digit, point = kinds == _ZERO, kinds == _POINT
    follows = np.zeros(len(kinds), bool)  # what is of the same text as the one before
    follows[1:] = numbers[1:] == numbers[:-1]
    further = np.zeros(len(kinds), bool)  # digits of a number that has begun
    further[1:] = digit[:-1] & follows[1:]
    further[2:] |= point[1:-1] & digit[:-2] & follows[1:-1] & follows[2:]
    kept = (kinds < _SPACE) & ~(digit & further)
    letters, numbers = kinds[kept].astype(np.uint64), numbers[kept]
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.bincount(numbers, minlength=len(lengths)), out=starts[1:])
    letters += (np.arange(len(letters)) - starts[numbers]).astype(np.uint64) * np.uint64(_STEP)
    letters *= np.uint64(_MIX)
    letters ^= letters >> np.uint64(32)
    letters *= np.uint64(_MIX)
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters, out=sums[1:])
    return sums[starts[1:]] - sums[starts[:-1]]


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
