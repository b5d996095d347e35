"""What is forbidden on one side and allowed on the other, and ‘not yet’ taken for ‘already’."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.permission import Permission, permission
from glossary.model import Finding

NEGATION = "negation"

_LONGEST = 300
"""Characters of a segment that is looked at: in a longer one too many things are said."""


def negation(pair: Pair) -> Iterator[Finding]:
    """A ban that became a permission, or the other way round; only where the other side has
    nothing else that could stand for it."""
    sides = pair.source, pair.target
    if max(len(side.text) for side in sides) > _LONGEST:
        return
    ours, theirs = (permission(side.text, side.variety) for side in sides)
    if _is_lifted(ours, theirs):
        place, expected = theirs.allows[0], ours.forbids[0]
        yield _finding(pair, "negation-lost", place, expected)
    elif _is_laid(ours, theirs):
        place, expected = theirs.forbids[0], (ours.allows or ours.bids)[0]
        yield _finding(pair, "negation-added", place, expected)
    elif _is_there(ours, theirs):
        yield _finding(pair, "negation-lost", theirs.has[0], ours.lacks[0])
    elif ours.not_yet and pair.target.text.strip() and not (theirs.denied or theirs.not_yet):
        start, end = ours.not_yet[0]
        said = pair.source.text[start:end]
        yield pair.in_source(NEGATION, "negation-missing", start, end, said=said)


def _finding(pair: Pair, reason: str, place: tuple[int, int], expected: tuple[int, int]) -> Finding:
    said = pair.target.text[slice(*place)].strip()
    return pair.in_target(
        NEGATION, reason, *place, said=said, expected=pair.source.text[slice(*expected)].strip()
    )


def _is_lifted(ours: Permission, theirs: Permission) -> bool:
    """Whether the target allows what the source forbids. A ‘without’ of the target stands for
    another denial of the source, if there is one."""
    denied = theirs.denied_plainly if ours.apart else theirs.denied
    return bool(ours.forbids and theirs.allows) and not (ours.allows or theirs.forbids or denied)


def _is_there(ours: Permission, theirs: Permission) -> bool:
    """Whether the target says that there is what the source, which denies nothing else, lacks."""
    return len(ours.lacks) == ours.apart == 1 and bool(theirs.has) and not theirs.denied


def _is_laid(ours: Permission, theirs: Permission) -> bool:
    """Whether the target forbids what the source allows or bids."""
    said = bool(ours.allows or ours.bids) and bool(theirs.forbids)
    return said and not (ours.denied or theirs.allows or theirs.bids or theirs.apart)
