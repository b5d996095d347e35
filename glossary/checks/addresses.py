"""Addresses of mail and pages that the two sides do not share."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.addresses import addresses, plain_address
from glossary.model import Finding

ADDRESS = "address"

Places = tuple[tuple[int, int], ...]

_MOST = 5  # addresses of a side: more are a list of people, of which each language has its own


def address(pair: Pair) -> Iterator[Finding]:
    """An address that reads otherwise in the target, or is not there."""
    source, target = pair.source.text, pair.target.text
    if not target.strip():
        return
    all_ours, all_theirs = addresses(source), addresses(target)
    if max(len(all_ours), len(all_theirs)) > _MOST:
        return
    ours = _not_among(source, all_ours, target, all_theirs)
    theirs = _not_among(target, all_theirs, source, all_ours)
    for one, other in zip(ours, theirs, strict=False):
        yield pair.in_target(
            ADDRESS,
            "address-differs",
            *other,
            said=target[slice(*other)],
            expected=source[slice(*one)],
        )
    for start, end in ours[len(theirs) :]:
        yield pair.in_source(ADDRESS, "address-missing", start, end, said=source[start:end])
    for start, end in theirs[len(ours) :]:
        yield pair.in_target(ADDRESS, "address-added", start, end, said=target[start:end])


def _not_among(text: str, places: Places, other: str, others: Places) -> list[tuple[int, int]]:
    """The addresses of a text that the other has not, nor as a part of a longer one."""
    known = {plain_address(other[slice(*place)]) for place in others}
    return [place for place in places if plain_address(text[slice(*place)]) not in known]
