"""All terms as packed letters (folded jamo), for what a sorted index cannot find: the inside of
a term and its near misses.

The texts stand in order of length, one after another in one block of UTF-8 with a line feed
before and after each. With numpy two 64-bit signatures a term (its letters, its pairs of letters)
leave a handful to compare; without it, rapidfuzz compares all of the right length. Both give what
comparing everything would.

A file holds the same arrays, to be mapped into memory. It is derived: it names the moment it was
built at, and whoever uses it compares later rows itself and reads every hit again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from glossary.matching import packed
from glossary.matching.similarity import allowed_distance

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bits = npt.NDArray[np.uint64]
    Counts = npt.NDArray[np.uint8]
    Signatures = tuple[Bits, Counts, Bits, Counts]  # letters, how many, pairs, how many

FORMAT = "malmoi-terms-2"
_BREAK = b"\n"
_STRETCH = 1 << 20  # bytes, searched in a millisecond


class TermIndex:
    """Terms by row id; `stamp` says what they were read at, empty for an index in memory."""

    def __init__(
        self,
        stamp: str,
        ids: Sequence[int],
        starts: Sequence[int],
        by_length: Sequence[int],
        letters: bytes | memoryview,
        signatures: Signatures | None = None,
    ) -> None:
        self.stamp = stamp
        self._ids = ids
        self._starts = starts
        self._by_length = by_length
        self._letters = letters
        self._signatures = signatures
        self._room: Any = None

    def __len__(self) -> int:
        return len(self._ids)

    def inside(self, letters: str) -> Iterator[int]:
        """The ids of all terms that hold these letters (at least one) anywhere."""
        if not letters or "\n" in letters:
            return
        block = self._block()
        wanted = letters.encode()
        start, whole = 0, len(block)
        while start < whole:
            # By the stretch: no other thread runs while bytes are searched.
            end = min(start + _STRETCH, whole)
            found = block.find(wanted, start, end + len(wanted) - 1)
            if found < 0:
                start = end
                continue
            place = bisect_right(self._starts, found) - 1
            yield self._ids[place]
            start = self._starts[place + 1]

    def fuzzy(self, letters: str) -> list[tuple[int, int]]:
        """(id, distance) of all terms within the allowed distance, by id."""
        distance = allowed_distance(len(letters))
        first = self._first_of(len(letters) - distance)
        last = self._first_of(len(letters) + distance + 1)
        places: Sequence[int] = range(first, last)
        if self._signatures is not None:
            places = self._alike(letters, distance, first, last)
        if not len(places):
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        found = process.extract(
            letters,
            self._texts(places),
            scorer=Levenshtein.distance,
            score_cutoff=distance,
            limit=None,
        )
        return sorted((self._ids[places[number]], near) for _, near, number in found)

    def _texts(self, places: Sequence[int]) -> list[str]:
        starts = self._starts
        if isinstance(places, range):
            run = bytes(self._letters[starts[places.start] : starts[places.stop]])
            return run.decode().split("\n")[:-1]
        return [
            bytes(self._letters[starts[place] : starts[place + 1] - 1]).decode() for place in places
        ]

    def _block(self) -> Any:
        """The letters as something that can be searched: bytes, or the mapped file's."""
        if isinstance(self._letters, memoryview):
            self._letters = bytes(self._letters)
        return self._letters

    def _first_of(self, length: int) -> int:
        """The place of the first term of at least this length."""
        return self._by_length[min(max(length, 0), len(self._by_length) - 1)]

    def _alike(self, letters: str, distance: int, first: int, last: int) -> Sequence[int]:
        """The places whose signatures allow the distance: one edit takes at most one letter and
        two pairs away, and brings as many."""
        import numpy as np

        assert self._signatures is not None
        bags, bag_sizes, pairs, pair_sizes = self._signatures
        bag, pair = _signature(letters)
        # A fresh array of this size would be mapped and unmapped by the system at each query.
        shared = np.bitwise_and(bags[first:last], bag, out=self._scratch(last - first))
        needed = np.maximum(bag_sizes[first:last], bag.bit_count())
        near = np.flatnonzero(np.bitwise_count(shared) + np.uint8(distance) >= needed) + first
        shared = np.bitwise_count(pairs[near] & np.uint64(pair))
        needed = np.maximum(pair_sizes[near], pair.bit_count())
        return near[shared + np.uint8(2 * distance) >= needed].tolist()  # type: ignore[no-any-return]  # a list of int

    def _scratch(self, size: int) -> Any:
        import numpy as np

        if self._room is None:
            self._room = np.empty(len(self), np.uint64)
        return self._room[:size]


def build(rows: Iterable[tuple[int, str]], stamp: str = "") -> TermIndex:
    """An index of (id, letters) rows; letters must hold no line feed."""
    # The texts lie in one buffer: a million of them would take a hundred megabytes as objects.
    ids, sizes, ends, held = array("q"), array("I"), array("q", [0]), bytearray()
    for row, letters in rows:
        ids.append(row)
        sizes.append(len(letters))
        held += letters.encode()
        ends.append(len(held))
    order = sorted(range(len(ids)), key=ids.__getitem__)
    order.sort(key=sizes.__getitem__)
    starts = array("q", [1])
    by_length = array("q")
    block = bytearray(_BREAK)
    for number, place in enumerate(order):
        while len(by_length) <= sizes[place]:
            by_length.append(number)
        block += held[ends[place] : ends[place + 1]]
        block += _BREAK
        starts.append(len(block))
    by_length.append(len(order))
    block += b"" if order else _BREAK
    numbers = array("q", [ids[place] for place in order])
    del held, order  # before the block is copied
    return TermIndex(stamp, numbers, starts, by_length, bytes(block))


def with_signatures(index: TermIndex) -> TermIndex:
    """The same index with signatures: worth numpy's import for many terms or many queries."""
    if index._signatures is not None or not len(index):
        return index
    return TermIndex(
        index.stamp,
        index._ids,
        index._starts,
        index._by_length,
        index._letters,
        _signatures(index._letters),
    )


def _signatures(block: bytes | memoryview) -> Signatures:
    import numpy as np

    pieces = [_signatures_of(piece) for piece in _pieces(bytes(block))]
    return _counted(*(np.concatenate(each) for each in zip(*pieces, strict=True)))


def _pieces(block: bytes) -> Iterator[bytes]:
    """The block in stretches of whole texts, with the line feeds around them: what is worked out
    of a stretch takes twenty times its size."""
    start, last = 0, len(block) - 1
    while start < last:
        end = block.index(_BREAK, min(start + _STRETCH, last))
        yield block[start : end + 1]
        start = end


def _signatures_of(piece: bytes) -> tuple[Bits, Bits]:
    import numpy as np

    codes = np.frombuffer(piece.decode().encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    real = codes != ord("\n")
    bits = np.where(real, _bit(codes), np.uint64(0))
    pair_bits = np.zeros_like(bits)
    both = real[:-1] & real[1:]
    pair_bits[:-1] = np.where(both, _bit(codes[:-1] << np.uint64(21) | codes[1:]), np.uint64(0))
    starts = np.flatnonzero(~real)[:-1] + 1
    return np.bitwise_or.reduceat(bits, starts), np.bitwise_or.reduceat(pair_bits, starts)


def _counted(bags: Bits, pairs: Bits) -> Signatures:
    import numpy as np

    return bags, np.bitwise_count(bags), pairs, np.bitwise_count(pairs)


_MIX = 0x9E3779B97F4A7C15  # 2**64 divided by the golden ratio: multiplicative hashing


def _bit(codes: Any) -> Any:
    """One of 64 bits for each code."""
    import numpy as np

    return np.uint64(1) << (codes * np.uint64(_MIX) >> np.uint64(58))


def _signature(letters: str) -> tuple[int, int]:
    """The two signatures of one text, as `_signatures` makes them for many."""
    codes = [ord(letter) for letter in letters]
    pairs = [first << 21 | second for first, second in pairwise(codes)]
    return _bag(codes), _bag(pairs)


def _bag(codes: list[int]) -> int:
    bits = 0
    for code in codes:
        bits |= 1 << ((code * _MIX & 0xFFFFFFFFFFFFFFFF) >> 58)
    return bits


def save(index: TermIndex, path: str) -> None:
    """Write the index with its signatures, whole under its name or not at all."""
    import numpy as np

    index = with_signatures(index)
    empty = np.empty(0, np.uint64)
    bags, _, pairs, _ = index._signatures or (empty, empty, empty, empty)
    parts = [
        array("q", index._ids).tobytes(),
        array("q", index._starts).tobytes(),
        array("q", index._by_length).tobytes(),
        bags.tobytes(),
        pairs.tobytes(),
        bytes(index._letters),
    ]
    packed.write(path, FORMAT, index.stamp, parts)


def load(path: str, *, signatures: bool) -> TermIndex | None:
    """The index of a file, mapped into memory; None when it is missing, broken or of another
    format. Without `signatures` numpy is not imported."""
    found = packed.read(path, FORMAT)
    if found is None:
        return None
    stamp, parts = found
    try:
        ids, starts, by_length = (part.cast("q") for part in parts[:3])
        if not _fit_together(ids, starts, by_length, parts[3:]):
            return None
    except (ValueError, TypeError, IndexError):
        return None
    index = TermIndex(stamp, ids, starts, by_length, parts[5])
    if signatures:
        import numpy as np

        bags, pairs = (np.frombuffer(part, np.uint64) for part in parts[3:5])
        index._signatures = _counted(bags, pairs)
    return index


def _fit_together(
    ids: memoryview, starts: memoryview, by_length: memoryview, parts: Sequence[memoryview]
) -> bool:
    """Whether the sections tell of equally many terms."""
    bags, pairs, letters = map(len, parts)
    return (
        bags == pairs == 8 * len(ids)
        and len(starts) == len(ids) + 1
        and starts[0] == 1
        and starts[len(ids)] == letters - (len(ids) == 0)
        and by_length[len(by_length) - 1] == len(ids)
    )
