"""The same source translated in two ways, and one translation of two sources.

What was said before is kept as digests of eight bytes, so that a long list takes little memory.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.model import Finding

INCONSISTENT_TARGET, INCONSISTENT_SOURCE = "inconsistent-target", "inconsistent-source"

MOST = 500_000
"""Segments of which it is known how they were translated; later ones are only compared."""

_IGNORED = re.compile(r"[\s.,!?;:。，！？；：、…·“”‘’\"'《》()（）]+")
_LETTER = re.compile(r"[^\W\d_]")


class Seen:
    """What the pairs before said, in the order they come."""

    def __init__(self) -> None:
        self._targets: dict[bytes, tuple[bytes, int]] = {}
        self._sources: dict[bytes, tuple[bytes, int]] = {}

    def lines(self, source: str, target: str, line: int) -> tuple[int, int]:
        """The line of the first pair with this source and another target, and of the first with
        this target and another source; 0 for none. The pair is remembered."""
        if not (_LETTER.search(source) and _LETTER.search(target)):
            return 0, 0
        one, other = _digest(source), _digest(target)
        return _other(self._targets, one, other, line), _other(self._sources, other, one, line)


def _other(known: dict[bytes, tuple[bytes, int]], one: bytes, other: bytes, line: int) -> int:
    first = known.get(one)
    if first is None:
        if len(known) < MOST:
            known[one] = (other, line)
        return 0
    return first[1] if first[0] != other else 0


def _digest(text: str) -> bytes:
    """Of the text without spaces and marks; width and case make no difference either."""
    plain = _IGNORED.sub("", text)
    return hashlib.blake2b(
        plain.casefold().encode("utf-8", "surrogatepass"), digest_size=8
    ).digest()


def inconsistent_target(pair: Pair) -> Iterator[Finding]:
    """A source that was translated otherwise before."""
    if pair.other_target:
        end = len(pair.target.text)
        yield pair.in_target(INCONSISTENT_TARGET, "target-differs", 0, end, line=pair.other_target)


def inconsistent_source(pair: Pair) -> Iterator[Finding]:
    """A target that stood for another source before."""
    if pair.other_source:
        end = len(pair.target.text)
        yield pair.in_target(INCONSISTENT_SOURCE, "source-differs", 0, end, line=pair.other_source)
