"""Where a text speaks about words or names a work, so that they must stay as they are written."""

from __future__ import annotations

import re

from glossary.language.spans import Spans

_TITLE = re.compile("《[^《》\n]*》")
_WORD = "[‘'「“\"]([가-힣]{1,10})[’'」”\"]"
_OF_WORDS = "(?:말|단어|낱말|표현|글자|어휘|용어|발음|표기|철자)"
_IS_SAID = (
    "(?:표기|쓴다|쓰[며고지는]|적[는고으지]|읽[는고으]|발음|철자|맞춤법|표준어|표준말|사투리|방언"
    "|낱말|단어|뜻[이을은]|차이)"
)
_MENTION = re.compile(
    f"{_WORD}(?=(?:이?란|이?라는|이?라고|이라 하|라 하)? ?{_OF_WORDS}"
    f"|(?:은|는|이|가|을|를|와|과|도|의|라고|이라고|로|으로)[^.!?。\n]{{0,40}}?{_IS_SAID})"
)


def titles(text: str) -> Spans:
    """The names of works, with their marks."""
    return Spans(match.span() for match in _TITLE.finditer(text))


def mentions(text: str) -> Spans:
    """The words that the text speaks about.

    >>> text = "‘로동’은 서울에서 ‘노동’이라고 쓴다. ‘로동’은 신성하다."
    >>> [mentions(text).hold(at, at + 2) for at in (1, 12, 24)]
    [True, True, False]
    """
    return Spans(match.span(1) for match in _MENTION.finditer(text))
