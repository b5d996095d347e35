"""Turns of phrase that are good in China and sound translated in South Korea; never rewritten.

Source: 주청룡, 한국과 중국조선족의 언어, 문자사용에서의 차이 (조글로); docs/language.md lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.language.reasons import STYLES
from glossary.model import FLAG, Respelling

_PATTERNS = (
    r"[가-힣](?:는|은|[한된간온인던난])바(?=[, ]|$)",
    r"(?<=[가-힣])에로(?:의)?(?![가-힣])",
    r"(?<=[가-힣])(?:으로|로) 되(?:다|였|었|는|며|고|여|어)",
    r"함에 있어서",
    r"(?:을|를|에) 의탁(?:하|한|해)",
    r"최근년래",
    r"[가-힣]ㄹ데 (?:관한|대한)|[할될일올갈]데 (?:관한|대한)",
)
_CALQUE = re.compile("|".join(f"({pattern})" for pattern in _PATTERNS))


def calques(text: str) -> Iterator[Respelling]:
    """The flags of a text, each with the pattern that was met as its rule.

    >>> [(r.before, r.rule) for r in calques("사회에로의 복귀를 함에 있어서")]
    [('에로의', 'style-ero'), ('함에 있어서', 'style-hame')]
    """
    for match in _CALQUE.finditer(text):
        start, end = match.span()
        name = STYLES[(match.lastindex or 1) - 1]
        yield Respelling(start, end, match[0], match[0], "style", name, FLAG, name)
