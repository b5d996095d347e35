"""Measures by which words of a text are taken for candidate terms, and for translations.

`c_value` is that of Frantzi, Ananiadou and Mima (2000), with log2(1 + length) so that single words
have a value too (as Barrón-Cedeño et al. 2009); `log_likelihood` is Dunning's (1993), `dice` the
usual coefficient. `Counter` counts in bounded memory by lossy counting (Manku and Motwani 2002).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, log2


class Counter:
    """How often keys were seen, and in how many documents, of about `room` keys.

    Where there are more after a text, the rarest are forgotten, so that a count may be too low by
    at most `missed`: a key that was seen more often than that is surely there (lossy counting,
    whose buckets end here when the room is full). No count is ever too high.
    """

    __slots__ = ("_counts", "_room", "missed")

    def __init__(self, room: int) -> None:
        self._counts: dict[str, list[int]] = {}
        self._room = room
        self.missed = 0

    def add(self, keys: Iterable[str], document: int) -> None:
        """See keys in a document; those of one document are to come together, for it to be counted
        once."""
        counts, missed = self._counts, self.missed
        for key in keys:
            found = counts.get(key)
            if found is None:
                counts[key] = [1, 1, document, missed]
            else:
                found[0] += 1
                if found[2] != document:
                    found[1] += 1
                    found[2] = document
        if len(counts) > self._room:
            self._forget()

    def count(self, key: str) -> int:
        """How often a key was seen, 0 if it was not or is forgotten."""
        found = self._counts.get(key)
        return found[0] if found else 0

    def documents(self, key: str) -> int:
        """In how many documents a key was seen."""
        found = self._counts.get(key)
        return found[1] if found else 0

    def keys(self, least: int = 1) -> list[str]:
        """The keys that were seen so often, in the order in which they came."""
        return [key for key, found in self._counts.items() if found[0] >= least]

    def __len__(self) -> int:
        return len(self._counts)

    def _forget(self) -> None:
        while len(self._counts) > self._room * 3 // 4:
            self.missed += 1
            kept = self._counts.items()
            self._counts = {key: each for key, each in kept if each[0] + each[3] > self.missed}


def c_value(length: int, count: int, inside: Sequence[int]) -> float:
    """How much a candidate of so many words is one by itself; `inside` are the counts of the longer
    candidates that hold it.

    >>> c_value(3, 5, []), c_value(1, 5, [5]), c_value(1, 9, [4, 3])
    (10.0, 0.0, 5.5)
    """
    alone = count - sum(inside) / len(inside) if inside else count
    return log2(1 + length) * alone


def log_likelihood(both: int, first: int, second: int, whole: int) -> float:
    """How surprising it is that two things stand in `both` of `whole` segments together, when one
    stands in `first` and one in `second` of them; negative where they avoid each other.

    >>> round(log_likelihood(10, 10, 10, 100), 1), round(log_likelihood(1, 10, 10, 100), 1)
    (65.0, 0.0)
    """
    table = (
        (both, first * second),
        (first - both, first * (whole - second)),
        (second - both, (whole - first) * second),
        (whole - first - second + both, (whole - first) * (whole - second)),
    )
    found = 2 * sum(seen * log(seen * whole / due) for seen, due in table if seen > 0 and due > 0)
    return found if both * whole >= first * second else -found


def dice(both: int, first: int, second: int) -> float:
    """Dice's coefficient, 0 to 1.

    >>> dice(2, 2, 4)
    0.6666666666666666
    """
    return 2 * both / (first + second) if first + second else 0.0


def entropy(counts: Iterable[int]) -> float:
    """The entropy of these counts in bits: how freely the neighbours of a string vary.

    >>> entropy([1, 1, 1, 1]), entropy([4])
    (2.0, 0.0)
    """
    seen = [each for each in counts if each]
    whole = sum(seen)
    return sum(each / whole * log2(whole / each) for each in seen)
