"""What the context rules of a term say of a place in a text.

`not` rules forbid a place, an `only` rule has to be met, and a `sure` rule is a sign that the term
is meant, a space between them or not: a term with such rules counts without any, but is in doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from glossary.language.hangul import is_syllable
from glossary.language.sentences import Segment, segments
from glossary.model import SIGN_KINDS, ContextRule, Term

_NOT, _ONLY = "not", "only"


def ruled(term: Term, nfc: str, start: int, end: int) -> bool | None:
    """Whether a rule of the term asks for this place of an NFC text, or is a sign for it; None
    where its rules forbid the place.

    >>> term = Term("ko-CN", "중시", rules=(ContextRule("sure_with", "량산"),))
    >>> ruled(term, "중시와 량산", 0, 2), ruled(term, "중시와 관심", 0, 2)
    (True, False)
    """
    only: dict[str, bool] = {}
    sure = False
    for rule in term.rules:
        met = _is_met(rule, nfc, start, end)
        if rule.kind.startswith(_ONLY):
            only[rule.kind] = only.get(rule.kind, False) or met
        elif met and rule.kind.startswith(_NOT):
            return None
        else:
            sure = sure or met
    return None if False in only.values() else sure or bool(only)


def needs_sign(term: Term) -> bool:
    """Whether a place where no rule of the term is met is in doubt."""
    return any(rule.kind in SIGN_KINDS for rule in term.rules)


def _is_met(rule: ContextRule, nfc: str, start: int, end: int) -> bool:
    side = rule.kind.partition("_")[2]
    if side == "with":
        return _begins_word(rule.text, _sentence(nfc, start))
    apart = rule.kind in SIGN_KINDS
    if side == "before":
        return nfc.startswith(rule.text, end) or (apart and nfc.startswith(f" {rule.text}", end))
    return nfc.endswith(rule.text, 0, start) or (apart and nfc.endswith(f"{rule.text} ", 0, start))


def _begins_word(text: str, sentence: str) -> bool:
    """Whether a text is in a sentence, in Hangul where a run begins: 양산 is not in 태양산업."""
    at = sentence.find(text)
    while at > 0 and is_syllable(sentence[at]) and is_syllable(sentence[at - 1]):
        at = sentence.find(text, at + 1)
    return at >= 0


@lru_cache(maxsize=64)
def _sentence(nfc: str, at: int) -> str:
    starts, found = _sentences(nfc)
    return found[max(0, bisect_right(starts, at) - 1)].text


@lru_cache(maxsize=4)
def _sentences(nfc: str) -> tuple[list[int], list[Segment]]:
    found = segments(nfc)
    return [each.start for each in found], found
