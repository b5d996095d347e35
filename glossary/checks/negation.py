"""What is forbidden on one side and allowed on the other, and ‘not yet’ taken for ‘already’."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair, Side
from glossary.language.denial import denials, may_deny
from glossary.language.hanja import is_reading
from glossary.language.permission import Permission, permission
from glossary.model import Finding

NEGATION = "negation"

_LONGEST = 300
"""Characters of a segment that is looked at: in a longer one too many things are said."""


_ASKS = frozenset("?？")
_SHORT = {"zh": 30, "ko": 50}
_STATEMENT = {"zh": re.compile("[^。！!:：]+。"), "ko": re.compile("[^.。!:：]+[가-힣][다오요][.]")}
_CANNOT = re.compile("无法|不能|未能|不得|수(?:는|가|도)? ?없")
_CAN = {
    "zh": re.compile("可以|能够|可(?=[在由向自随与以用同])|(?<![性功可才节])能(?![力源量])"),
    "ko": re.compile("수(?:가|도|는)? ?있|가능"),
}
_BAN = re.compile("지 ?[마말]")
_LONG = 120
_VERB = re.compile("([가-힣]{2})(?:하|되|시키|받|할|될|를|을)?[ 는도]?$")


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
    elif ours.not_yet and pair.target.text.strip() and not _may_deny(pair.target, theirs):
        start, end = ours.not_yet[0]
        said = pair.source.text[start:end]
        yield pair.in_source(NEGATION, "negation-missing", start, end, said=said)
    else:
        yield from _unmatched(pair)


def _may_deny(side: Side, found: Permission) -> bool:
    return found.denied or bool(found.not_yet) or may_deny(side.text, side.variety)


def _unmatched(pair: Pair) -> Iterator[Finding]:
    """What is denied in a statement of one side while nothing in the other's could stand for it,
    and either the other side affirms the same, or both are one short sentence."""
    source, target = pair.source, pair.target
    if not target.text.strip() or any(_ASKS.intersection(side.text) for side in (source, target)):
        return
    for mine, theirs in ((source, target), (target, source)):
        said = denials(mine.text, mine.variety)
        if not said or may_deny(theirs.text, theirs.variety):
            continue
        place = next((each for each in said if _is_affirmed(mine, theirs, each)), None)
        if place is None and _is_short(mine) and _is_short(theirs):
            place = next((each for each in said if _is_sure(mine, each)), None)
        if place is None:
            continue
        shown = mine.text[slice(*place)].strip()
        if mine is source:
            yield pair.in_source(NEGATION, "negation-missing", *place, said=shown)
        else:
            yield pair.in_target(NEGATION, "negation-unfounded", *place, said=shown)
        return


def _is_affirmed(mine: Side, theirs: Side, place: tuple[int, int]) -> bool:
    """Whether the other side says that it can be, or has the word that is denied: 未确认 and
    확인되였다."""
    if max(len(mine.text), len(theirs.text)) > _LONG:
        return False
    said = mine.text[slice(*place)]
    if _CANNOT.search(said) and _CAN[theirs.language].search(theirs.text):
        return True
    start, end = place
    if mine.language == "zh":
        near = mine.text[end - 1 : end + 4]
        words = {near[at : at + 2] for at in range(len(near) - 1)}
        return any(_is_read(word, theirs.text) for word in words)
    verb = _VERB.search(mine.text, max(0, start - 8), start)
    if verb is None:
        return False
    if theirs.language == "ko":
        return verb[1] in theirs.text
    size = len(theirs.text) - 1
    return any(is_reading(verb[1], theirs.text[at : at + 2]) for at in range(size))


def _is_read(word: str, text: str) -> bool:
    """Whether a text has a word as two hanzi are read."""
    return len(word) == 2 and any(
        is_reading(text[at : at + 2], word) for at in range(len(text) - 1)
    )


def _is_sure(side: Side, place: tuple[int, int]) -> bool:
    """Whether a denial has hardly another word that says the same: Korean often denies what is bad
    (좋지 않다), but for bans."""
    return side.language == "zh" or bool(_BAN.match(side.text, *place))


def _is_short(side: Side) -> bool:
    """Whether a text is one short statement."""
    text = side.text.strip()
    return len(text) <= _SHORT[side.language] and bool(_STATEMENT[side.language].fullmatch(text))


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
