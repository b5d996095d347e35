"""Segments for fuzzy matching: all texts within a distance, as comparing with each would find.

Texts are numbered in order of length, so those that are long enough are one run, and one slice of
every posting list. A text within distance d of the query lacks at most 2 d - (n - m) of its
tokens: the lists of the rarest tokens give the candidates, counts and signatures leave a few of
them, and those are compared.

A file holds the same arrays, mapped into memory. It is derived: `stamp` names the moment it was
built at, and whoever uses it compares later rows itself and reads every hit again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.matching import packed
from glossary.matching.bare import key
from glossary.matching.qgrams import signatures, tokens, words
from glossary.matching.similarity import most_edits

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.integer]

FORMAT = "malmoi-segments-2"
LONG = 25
"""Letters from which on a text has a wide signature too."""

LOWEST = 60
"""The threshold below which tokens tell nothing: there the signatures of the run are compared."""

_FURTHER = 2.5  # times the postings that have to be read are read, where lists are short
_REMEMBERED = 500  # letters of a query, and runs, that are remembered
_CHEAP = 3_000  # postings that are always read
_DENSE = 0.06  # share of the run from which counting by place is quicker than sorting


class Arrays(NamedTuple):
    """What an index consists of, a text's number being its place in the order of length.

    By number: the row `ids`, `lengths` in letters, `starts` in the `block` of UTF-8 (one more than
    there are texts), `narrow` signatures of 64 bits; for LONG texts `wide` ones of 256. By token:
    where its list starts in `postings`, which hold numbers. `keys` are those of the bare texts in
    order, and `by_key` their numbers.
    """

    ids: Any
    lengths: Any
    starts: Any
    lists: Any
    postings: Any
    narrow: Any
    wide: Any
    keys: Any
    by_key: Any
    block: memoryview


class SegmentIndex:
    """Texts by row id."""

    def __init__(self, stamp: str, arrays: Arrays) -> None:
        self.stamp = stamp
        self.arrays = arrays
        self._ids, self._lengths, self._starts, self._lists, self._postings = arrays[:5]
        self._narrow, self._wide, self._keys, self._by_key, self._block = arrays[5:]
        self._bits = (len(self._lists) - 1).bit_length() - 1
        self._first_long = len(self._ids) - len(self._wide)
        self._runs: dict[tuple[int, int], _Run] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def near(self, text: str, threshold: int) -> list[tuple[int, int]]:
        """(id, distance) of every text whose score with this one is at least the threshold."""
        run = self._run(len(text), threshold)
        if not run:
            return []
        numbers = self._like(text, self._candidates(text, run, threshold), run)
        return self._compared(text, numbers, run)

    def alike(self, text: str) -> list[int]:
        """The ids of the texts that are bare alike (and maybe of a few that only seem so)."""
        import numpy as np

        wanted = np.uint64(key(text))
        first, last = (self._keys.searchsorted(wanted, side) for side in ("left", "right"))
        found: list[int] = self._ids[self._by_key[first:last]].tolist()
        return found

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
        more = _further((ends - starts)[order].cumsum(), run, len(self))
        read = order[: run.most_missing + 1 + more]
        lists = []
        for rank, (start, end) in enumerate(
            zip(starts[read].tolist(), ends[read].tolist(), strict=True), -more
        ):
            whole = self._postings[start:end]
            first, last = whole.searchsorted(run.bounds[max(rank, 0)]).tolist()
            lists.append(whole[first:last])
        return _counted(lists, more + 1, run)

    def _like(self, text: str, numbers: Numbers, run: _Run) -> Numbers:
        """Those whose signatures are like this text's: the narrow ones, then the wide ones."""
        import numpy as np

        narrow, wide = signatures(text)
        numbers = self._kept(numbers, self._narrow[numbers], np.uint64(narrow), run)
        place = int(numbers.searchsorted(self._first_long))
        if place == len(numbers):
            return numbers
        long = numbers[place:]
        theirs = self._wide[long - self._first_long]
        long = self._kept(long, theirs, np.array(words(wide), np.uint64), run)
        return np.concatenate((numbers[:place], long))

    def _kept(self, numbers: Numbers, theirs: Any, ours: Any, run: _Run) -> Numbers:
        """Those whose letters, by `theirs`, differ by no more than the distance allows."""
        import numpy as np

        places = self._lengths[numbers] - run.shortest
        both = theirs & ours
        gone, come = np.bitwise_count(ours ^ both), np.bitwise_count(theirs ^ both)
        if theirs.ndim > 1:  # quicker than sum(1) for rows of four; 256 would only pass for 0
            gone, come = (
                each[:, 0] + each[:, 1] + each[:, 2] + each[:, 3] for each in (gone, come)
            )
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
    many edits are allowed, and how many letters may have gone or come.

    The longer a text, the fewer of the query's tokens it may lack: `bounds` are, for each number of
    tokens, the numbers between which are the texts that may lack so many.
    """

    __slots__ = ("bounds", "come", "edits", "first", "gone", "last", "most_missing", "shortest")

    def __init__(self, lengths: Any, length: int, threshold: int) -> None:
        import numpy as np

        self.shortest = max(length - most_edits(length, threshold), 1)
        longest = length * 100 // max(threshold, 1)
        sizes = np.arange(self.shortest, longest + 1)
        self.edits = np.maximum(sizes, length) * (100 - threshold) // 100
        longer = np.maximum(sizes - length, 0)
        self.gone = self.edits - longer
        self.come = self.edits - np.maximum(length - sizes, 0)
        missing = np.maximum.accumulate((2 * self.edits - longer)[::-1])
        self.most_missing = int(missing.max(initial=0))
        behind = longest + 1 - missing.searchsorted(np.arange(self.most_missing + 1))
        lasts = lengths.searchsorted(np.minimum(behind, 2**32 - 1).astype(np.uint32))
        self.first = int(lengths.searchsorted(np.uint32(self.shortest)))
        self.last = int(lasts[0])
        self.bounds = [np.array((self.first, last), np.uint32) for last in lasts.tolist()]

    def __len__(self) -> int:
        return self.last - self.first


def _further(sums: Numbers, run: _Run, texts: int) -> int:
    """How many lists are read beyond those that have to be; `sums` are the postings up to each."""
    enough = max(_FURTHER * sums[run.most_missing], _CHEAP * texts / len(run))
    return max(int(sums.searchsorted(enough, side="right")) - run.most_missing - 1, 0)


def _counted(lists: list[Numbers], fewest: int, run: _Run) -> Numbers:
    """The numbers that stand in at least so many of the lists, in order."""
    import numpy as np

    if sum(map(len, lists)) > _DENSE * len(run):
        kind = np.min_scalar_type(len(lists))
        counts = np.zeros(len(run), kind)
        # Places of this very kind and a count of that one: with others it takes ten times as long.
        places = np.concatenate(lists, dtype=np.intp)
        places -= run.first
        np.add.at(counts, places, kind.type(1))
        return np.flatnonzero(counts >= kind.type(fewest)) + run.first
    joined = np.concatenate(lists)
    joined.sort()
    often = joined[fewest - 1 :]
    repeated = often[often == joined[: len(often)]]  # each once for each hit from `fewest`
    new = np.ones(len(repeated), bool)
    np.not_equal(repeated[1:], repeated[:-1], out=new[1:])
    found: Numbers = repeated[new].astype(np.int64)
    return found


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
    kinds = ("i8", "u4", "i8", "i8", "u4", "u8", "u8", "u8", "u4")
    try:
        *numbers, wide, keys, by_key = map(np.frombuffer, parts[:9], kinds)
        arrays = Arrays._make([*numbers, wide.reshape(-1, 4), keys, by_key, parts[9]])
    except (ValueError, IndexError, TypeError):
        return None
    return SegmentIndex(stamp, arrays) if _fit_together(arrays) else None


def _fit_together(arrays: Arrays) -> bool:
    """Whether the sections tell of equally many texts, tokens and bytes."""
    count, lists, lengths = len(arrays.ids), arrays.lists, arrays.lengths
    long = lengths.dtype.type(LONG)  # of another kind, it would have the array converted whole
    return bool(
        len(lengths) == len(arrays.narrow) == len(arrays.starts) - 1 == count
        and len(arrays.keys) == len(arrays.by_key) == count
        and arrays.starts[-1] == len(arrays.block)
        and lists[-1] == len(arrays.postings)
        and (len(lists) - 1).bit_count() == 1
        and len(arrays.wide) == count - lengths.searchsorted(long)
    )
