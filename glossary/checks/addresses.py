"""Addresses of mail and pages that the two sides do not share."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.addresses import addresses, plain_address
from glossary.model import Finding

ADDRESS = "address"

_MOST = 5  # addresses of a side: more are a list of people, of which each language has its own


def address(pair: Pair) -> Iterator[Finding]:
    """An address that reads otherwise in the target, or is not there."""
    source, target = pair.source.text, pair.target.text
    if not target.strip():
        return
    if max(len(addresses(source)), len(addresses(target))) > _MOST:
        return
    ours = [place for place in addresses(source) if not _stands(source[slice(*place)], target)]
    theirs = [place for place in addresses(target) if not _stands(target[slice(*place)], source)]
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


def _stands(written: str, text: str) -> bool:
    """Whether an address is one of the text, and no part of a longer one."""
    return any(
        plain_address(written) == plain_address(text[slice(*place)]) for place in addresses(text)
    )
