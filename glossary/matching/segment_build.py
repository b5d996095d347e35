"""Making a segment index: texts in order of length, their tokens turned into posting lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from glossary.matching.bare import all_keys
from glossary.matching.qgrams import all_signatures, all_tokens
from glossary.matching.segment_index import LONG, Arrays, SegmentIndex

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint64]

_CHUNK = 4_000_000  # letters that are hashed at once
_LIST = 16  # the tokens of an average list
_FEWEST, _MOST = 10, 22  # bits of a token


def build(
    rows: Sequence[tuple[int, str]],
    stamp: str = "",
    progress: Callable[[str, int, int], None] | None = None,
) -> SegmentIndex:
    """An index of (id, text) rows, none of the texts empty."""
    import numpy as np

    ordered = sorted(rows, key=lambda row: len(row[1]))  # keeps the order of equal lengths
    ids = np.fromiter((row[0] for row in ordered), np.int64, len(ordered))
    texts = [row[1] for row in ordered]
    lengths = np.fromiter(map(len, texts), np.uint32, len(texts))
    pairs = int(lengths.sum()) - len(texts)
    bits = min(max((pairs // _LIST).bit_length(), _FEWEST), _MOST)
    narrow = np.empty(len(texts), np.uint64)
    first_long = int(np.searchsorted(lengths, LONG))
    wide = np.empty((len(texts) - first_long, 4), np.uint64)
    postings = np.empty(pairs, np.uint64)
    keys = np.empty(len(texts), np.uint64)
    filled = 0
    for first, last in _chunks(lengths):
        codes = _codes(texts[first:last])
        starts = _starts(lengths[first:last])
        narrow[first:last], wider = all_signatures(codes, starts[:-1])
        if last > first_long:
            place = max(first, first_long)
            wide[place - first_long : last - first_long] = wider[place - first :]
        keys[first:last] = all_keys(codes, lengths[first:last])
        numbers, buckets = all_tokens(codes, lengths[first:last].astype(np.uint64), bits)
        if progress is not None:
            progress("index", last, len(texts))
        end = filled + len(numbers)
        postings[filled:end] = buckets << np.uint64(32) | numbers + np.uint64(first)
        filled = end
    postings.sort()
    by_key = keys.argsort(kind="stable").astype(np.uint32)
    return SegmentIndex(
        stamp,
        Arrays(
            ids,
            lengths,
            _byte_starts(texts),
            _list_starts(postings, bits),
            postings.astype(np.uint32),  # the lower half: the number of the text
            narrow,
            wide,
            keys[by_key],
            by_key,
            memoryview("".join(texts).encode()),
        ),
    )


def _chunks(lengths: Any) -> Iterator[tuple[int, int]]:
    """Runs of texts of together so many letters, at least one text each."""
    import numpy as np

    ends = np.cumsum(lengths, dtype=np.int64)
    first = done = 0
    while first < len(lengths):
        last = max(int(np.searchsorted(ends, done + _CHUNK, side="right")), first + 1)
        yield first, last
        first, done = last, int(ends[last - 1])


def _codes(texts: Sequence[str]) -> Words:
    import numpy as np

    return np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32).astype(np.uint64)


def _starts(lengths: Any) -> Any:
    """Where each text begins, and at last where all end."""
    import numpy as np

    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def _byte_starts(texts: Sequence[str]) -> Any:
    import numpy as np

    sizes = np.fromiter((len(text.encode()) for text in texts), np.int64, len(texts))
    return _starts(sizes)


def _list_starts(postings: Words, bits: int) -> Any:
    """Where each token's list begins in the sorted postings."""
    import numpy as np

    counts = np.bincount((postings >> np.uint64(32)).astype(np.int64), minlength=1 << bits)
    return _starts(counts)
