"""Segments for fuzzy matching: all texts within a distance, as comparing with each would find.

Texts are numbered in order of length, so those that are long enough are one run, and one slice of
every posting list. A text within distance d of the query lacks at most 2 d - (n - m) of its
tokens: the lists of the rarest tokens give the candidates, counts and signatures leave a few of
them, and those are compared.

A file holds the same arrays, mapped into memory. It is derived: `stamp` names the moment it was
built at, and whoever uses it compares later rows itself and reads every hit again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.matching import packed
from glossary.matching.qgrams import signatures, tokens, words
from glossary.matching.similarity import most_edits

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.integer]

FORMAT = "malmoi-segments-1"
LONG = 25
"""Letters from which on a text has a wide signature too."""

LOWEST = 60
"""The threshold below which tokens tell nothing: there the signatures of the run are compared."""

_FURTHER = 2.0  # times the postings that have to be read are read, where lists are short
_REMEMBERED = 500  # letters of a query, and runs, that are remembered
_CHEAP = 3_000  # postings that are always read
_DENSE = 0.12  # share of the run from which counting by place is quicker than sorting


class Arrays(NamedTuple):
    """What an index consists of, a text's number being its place in the order of length.

    By number: the row `ids`, `lengths` in letters, `starts` in the `block` of UTF-8 (one more than
    there are texts), `narrow` signatures of 64 bits; for LONG texts `wide` ones of 256. By token:
    where its list starts in `postings`, which hold numbers.
    """

    ids: Any
    lengths: Any
    starts: Any
    lists: Any
    postings: Any
    narrow: Any
    wide: Any
    block: memoryview


class SegmentIndex:
    """Texts by row id."""

    def __init__(self, stamp: str, arrays: Arrays) -> None:
        self.stamp = stamp
        self.arrays = arrays
        self._ids, self._lengths, self._starts, self._lists, self._postings = arrays[:5]
        self._narrow, self._wide, self._block = arrays[5:]
        self._bits = (len(self._lists) - 1).bit_length() - 1
        self._first_long = len(self._ids) - len(self._wide)
        self._runs: dict[tuple[int, int], _Run] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def near(self, text: str, threshold: int) -> list[tuple[int, int]]:
        """(id, distance) of every text whose score with this one is at least the threshold."""
        run = self._run(len(text), threshold)
        if run.last <= run.first:
            return []
        numbers = self._candidates(text, run, threshold)
        narrow, wide = signatures(text)
        numbers = self._alike(numbers, run, self._narrow, [narrow], 0)
        place = int(numbers.searchsorted(self._first_long))
        if place < len(numbers):
            long = self._alike(numbers[place:], run, self._wide, words(wide), self._first_long)
            numbers = _joined(numbers[:place], long)
        return self._compared(text, numbers, run)

    def texts(self) -> Iterator[tuple[int, str]]:
        """(id, text) of all, in order of length."""
        for number, each in enumerate(self._ids):
            yield int(each), self._text(number)

    def inside(self, wanted: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """(number, id) of the texts that hold these letters, from a number on, shortest first."""
        needle = wanted.encode()
        block = bytes(self._block)
        place = block.find(needle, int(self._starts[start])) if start < len(self) else -1
        while place >= 0:
            number = int(self._starts.searchsorted(place, side="right")) - 1
            end = int(self._starts[number + 1])
            if place + len(needle) <= end:
                yield number, int(self._ids[number])
                place = block.find(needle, end)
            else:  # begins in one text and ends in the next
                place = block.find(needle, place + 1)

    def _run(self, length: int, threshold: int) -> _Run:
        """The texts of fitting length; those of short queries are remembered."""
        asked = length, threshold
        found = self._runs.get(asked)
        if found is None:
            found = _Run(self._lengths, length, threshold)
            if length <= _REMEMBERED and len(self._runs) < _REMEMBERED:
                self._runs[asked] = found
        return found

    def _candidates(self, text: str, run: _Run, threshold: int) -> Numbers:
        """The numbers of the texts that share enough tokens, in order; else of the whole run."""
        import numpy as np

        found = tokens(text, self._bits)
        if threshold < LOWEST or len(found) <= run.most_missing:
            return np.arange(run.first, run.last)
        buckets = np.array(found)
        starts, ends = self._lists[buckets], self._lists[buckets + 1]
        order = (ends - starts).argsort()
        lists: list[Numbers] = []
        total, enough = 0, 0.0
        for number, place in enumerate(order.tolist()):
            here = self._slice(int(starts[place]), int(ends[place]), run)
            if number > run.most_missing and total + len(here) > enough:
                break
            total += len(here)
            lists.append(here)
            if number == run.most_missing:
                enough = max(_FURTHER * total, _CHEAP)
        return self._counted(lists, total, run)

    def _slice(self, start: int, end: int, run: _Run) -> Numbers:
        """The part of a posting list that is in the run."""
        whole = self._postings[start:end]
        first, last = whole.searchsorted(run.bounds).tolist()
        found: Numbers = whole[first:last]
        return found

    def _counted(self, lists: Sequence[Numbers], total: int, run: _Run) -> Numbers:
        """The numbers that stand in so many of the lists that their distance allows the rest."""
        import numpy as np

        joined = np.concatenate(lists)
        fewest = len(lists) - run.most_missing
        if total > _DENSE * (run.last - run.first):
            counts = np.bincount(joined - run.bounds[0], minlength=run.last - run.first)
            places = np.flatnonzero(counts >= fewest)
            numbers, counts = places + run.first, counts[places]
        else:
            joined.sort()
            often = joined[fewest - 1 :]
            repeated = often[often == joined[: len(often)]]  # each once for each hit from `fewest`
            new = np.ones(len(repeated) + 1, bool)
            np.not_equal(repeated[1:], repeated[:-1], out=new[1:-1])
            places = np.flatnonzero(new)
            numbers = repeated[places[:-1]].astype(np.int64)
            counts = np.diff(places) + (fewest - 1)
        missing = run.missing[self._lengths[numbers] - run.shortest]
        kept: Numbers = numbers[counts + missing >= len(lists)]
        return kept

    def _alike(
        self, numbers: Numbers, run: _Run, signatures: Any, wanted: Sequence[int], offset: int
    ) -> Numbers:
        """Those whose letters differ by no more than the distance allows."""
        import numpy as np

        theirs = signatures[numbers - offset]
        ours = np.array(wanted, np.uint64)
        places = self._lengths[numbers] - run.shortest
        gone = np.bitwise_count(ours & ~theirs)
        come = np.bitwise_count(theirs & ~ours)
        if theirs.ndim > 1:
            gone, come = gone.sum(1), come.sum(1)
        kept: Numbers = numbers[(gone <= run.gone[places]) & (come <= run.come[places])]
        return kept

    def _compared(self, text: str, numbers: Numbers, run: _Run) -> list[tuple[int, int]]:
        from rapidfuzz.distance import Levenshtein

        found = []
        limits = run.edits[self._lengths[numbers] - run.shortest].tolist()
        ids = self._ids[numbers].tolist()
        starts = self._starts[numbers].tolist()
        ends = self._starts[numbers + 1].tolist()
        block, distance = self._block, Levenshtein.distance
        for each, limit, start, end in zip(ids, limits, starts, ends, strict=True):
            edits = distance(text, str(block[start:end], "utf-8"), score_cutoff=limit)
            if edits <= limit:
                found.append((each, edits))
        return found

    def _text(self, number: int) -> str:
        return str(self._block[self._starts[number] : self._starts[number + 1]], "utf-8")


class _Run:
    """The texts of fitting length, `first` up to `last`, and by length, from `shortest` on, how
    many edits are allowed, tokens may be missing, and letters may have gone or come."""

    __slots__ = (
        *("bounds", "come", "edits", "first", "gone", "last", "missing", "most_missing"),
        "shortest",
    )

    def __init__(self, lengths: Any, length: int, threshold: int) -> None:
        import numpy as np

        self.shortest = max(length - most_edits(length, threshold), 1)
        longest = length * 100 // max(threshold, 1)
        sizes = np.arange(self.shortest, longest + 1)
        self.edits = np.maximum(sizes, length) * (100 - threshold) // 100
        longer = np.maximum(sizes - length, 0)
        self.gone = self.edits - longer
        self.come = self.edits - np.maximum(length - sizes, 0)
        self.missing = 2 * self.edits - longer
        self.most_missing = int(self.missing.max(initial=0))
        self.first = int(lengths.searchsorted(np.uint32(self.shortest)))
        self.last = int(lengths.searchsorted(np.uint32(min(longest + 1, 2**32 - 1))))
        self.bounds = np.array((self.first, self.last), np.uint32)


def _joined(first: Numbers, second: Numbers) -> Numbers:
    import numpy as np

    return np.concatenate((first, second))


def save(index: SegmentIndex, path: str) -> None:
    """Write the index, whole under its name or not at all."""
    parts = [memoryview(part.reshape(-1).view("u1")) for part in index.arrays[:-1]]
    packed.write(path, FORMAT, index.stamp, [*parts, index.arrays.block])


def load(path: str) -> SegmentIndex | None:
    """The index of a file, mapped into memory; None when it is missing, broken or of another
    format."""
    import numpy as np

    found = packed.read(path, FORMAT)
    if found is None:
        return None
    stamp, parts = found
    kinds = ("i8", "u4", "i8", "i8", "u4", "u8", "u8")
    try:
        *numbers, wide = map(np.frombuffer, parts[:7], kinds)
        arrays = Arrays._make([*numbers, wide.reshape(-1, 4), parts[7]])
    except (ValueError, IndexError, TypeError):
        return None
    return SegmentIndex(stamp, arrays) if _fit_together(arrays) else None


def _fit_together(arrays: Arrays) -> bool:
    """Whether the sections tell of equally many texts, tokens and bytes."""
    count, lists, lengths = len(arrays.ids), arrays.lists, arrays.lengths
    long = lengths.dtype.type(LONG)  # of another kind, it would have the array converted whole
    return bool(
        len(lengths) == len(arrays.narrow) == len(arrays.starts) - 1 == count
        and arrays.starts[-1] == len(arrays.block)
        and lists[-1] == len(arrays.postings)
        and (len(lists) - 1).bit_count() == 1
        and len(arrays.wide) == count - lengths.searchsorted(long)
    )
