"""What is forbidden on one side and allowed on the other, and ‘not yet’ taken for ‘already’."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair, Side
from glossary.language.denial import denials, is_said_too, may_deny, without_said
from glossary.language.hanja import is_reading
from glossary.language.permission import MUST_NOT, Permission, permission
from glossary.model import Finding

NEGATION = "negation"

_LONGEST = 300
"""Characters of a segment that is looked at: in a longer one too many things are said."""


_ASKS = frozenset("?？")
_CANNOT = re.compile("无法|不能|未能|不得|수(?:는|가|도)? ?없")
_CAN = {
    "zh": re.compile("可以|能够|可(?=[在由向自随与以用同])|(?<![性功可才节])能(?![力源量])"),
    "ko": re.compile("수(?:가|도|는)? ?있|가능"),
}
_BANS = {
    "zh": re.compile(
        "请勿|切勿|切忌|严禁|禁止|勿(?=[将把在用与让对向再以擅随使触超过拆打关开携])|不要(?!紧|忘)|不可(?![以能或避])"
        f"|{MUST_NOT}|不[准许]"
    ),
    "ko": re.compile("(?<!잊)지는? ?(?:마(?:십|세|시|라)|말(?:아(?!야 ?할지)|라|고|것))"),
}
"""What says that something must not be done."""
_BIDS = {
    "zh": re.compile("^请|[，。]请|必须|应当|务必"),
    "ko": re.compile("(?:십시오|세요|시오|시기 바랍니다|[하으]라)[.!]?$"),
}
"""What says that something is to be done."""
_BANNED = {
    "zh": re.compile("[勿别不禁免莫忌避防止停无非未拒离慎戒谨警仅只]|小心|当心|注意|保持"),
    "ko": re.compile(
        "[않못없]|마[십세시라]|지 ?[말마]|말고|안 |금[지물하합]|삼가|피하|피해|자제|멈[추춰]"
        "|중[지단]|주의|조심|유의|거[부절]|차단|방지|제외|빼|전에|불가|해제|비활성|건너"
        "|멀리|거리|떨어|비켜|[가-힣]만 "
    ),
}
"""What may ban the same in other words."""
_BREAKS = re.compile("[。！？；.!?;](?=.)")
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
        yield from _lifted_ban(pair) or _unmatched(pair)


def _may_deny(side: Side, found: Permission) -> bool:
    return found.denied or bool(found.not_yet) or may_deny(side.text, side.variety)


def _lifted_ban(pair: Pair) -> list[Finding]:
    """A ban (请勿打开) whose other side plainly bids what it forbids, with nothing that bans."""
    for mine, theirs in ((pair.source, pair.target), (pair.target, pair.source)):
        said = _BANS[mine.language].search(mine.text) if mine.language in _BANS else None
        if said is None or theirs.language not in _BIDS or len(mine.text) > _LONG:
            continue
        if not _BIDS[theirs.language].search(theirs.text.strip()):
            continue
        if _BANNED[theirs.language].search(theirs.text) or _BREAKS.search(mine.text.strip()):
            continue
        return [_one_sided(pair, mine, said.span())]
    return []


def _one_sided(pair: Pair, mine: Side, place: tuple[int, int]) -> Finding:
    """The finding of a denial that stands on one side alone."""
    shown = mine.text[slice(*place)].strip()
    if mine is pair.source:
        return pair.in_source(NEGATION, "negation-missing", *place, said=shown)
    return pair.in_target(NEGATION, "negation-unfounded", *place, said=shown)


def _unmatched(pair: Pair) -> Iterator[Finding]:
    """What is denied in a statement of one side while the other side affirms the same, and has
    nothing that could stand for a denial."""
    source, target = pair.source, pair.target
    if not target.text.strip() or any(_ASKS.intersection(side.text) for side in (source, target)):
        return
    for mine, theirs in ((source, target), (target, source)):
        said = denials(mine.text, mine.variety)
        if not said or all(_is_denied(mine, theirs, each) for each in said):
            continue
        place = next((each for each in said if _is_affirmed(mine, theirs, each)), None)
        if place is None:
            continue
        yield _one_sided(pair, mine, place)
        return


def _near(side: Side, place: tuple[int, int]) -> str:
    """What stands where the denied word does: behind a denial in Chinese, before it in Korean."""
    start, end = place
    chinese = side.language == "zh"
    return side.text[start : end + 8] if chinese else side.text[max(0, start - 8) : start]


def _is_denied(mine: Side, theirs: Side, place: tuple[int, int]) -> bool:
    """Whether the other side has anything that could stand for a denial, apart from the very word
    that is denied."""
    text, near = theirs.text, _near(mine, place)
    elsewhere = is_said_too(mine.text.replace(near, "", 1), mine.language, text)
    if mine.language != theirs.language and not elsewhere:
        text = without_said(near, mine.language, text)
    return may_deny(text, theirs.variety)


def _is_affirmed(mine: Side, theirs: Side, place: tuple[int, int]) -> bool:
    """Whether the other side says that it can be, or has the word that is denied: 未确认 and
    확인되였다."""
    if max(len(mine.text), len(theirs.text)) > _LONG:
        return False
    said = mine.text[slice(*place)]
    if _CANNOT.search(said) and _CAN[theirs.language].search(theirs.text):
        return True
    start, end = place
    apart = mine.language != theirs.language
    if apart and is_said_too(_near(mine, place), mine.language, theirs.text):
        return True
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
