"""What a text says to machines, and no change of spelling or word may touch: addresses, paths,
code, placeholders, tags of markup, hash tags and names of accounts.

An address reaches further than those of `addresses`, which are compared with one another: here
Hangul may be a part of it."""

from __future__ import annotations

import re

_LITERAL = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]{0,30}://|www\.)[^\s<>\"'“”‘’）)」』》]+"
    r"|(?<![^\s(（<\"“‘])[^\s@<>()（）\"“”‘]+@[^\s@<>()（）\"“”]+\.[^\s@<>()（）,\"“”]+"
    r"|(?<![A-Za-z0-9])[A-Za-z]:\\[^\s\"<>|]+"
    r"|(?<![^\s(（\"“‘])(?:\.{1,2}|~)?/[^\s/\"<>|]+/[^\s\"<>|]*"
    r"|(?<=\])\([^()\s]+\)"
    r"|```.*?```|`[^`\n]+`"
    r"|\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}|\$?\{[^{}\s]+\}|%\([^()\s]+\)[a-z]"
    r"|</?[A-Za-z][^<>\n]*>"
    r"|(?<![^\s(（])[#@][^\s#@,.!?)）]+",
    re.DOTALL,
)
_SIGNS = frozenset("/@\\`[{<#%")


def literals(text: str) -> tuple[tuple[int, int], ...]:
    """Where they stand, in order.

    >>> text = "`로동`은 http://로동.kr/량산 에 있다. {로동} #로동 C:\\\\로동\\\\년말.txt"
    >>> [text[start:end] for start, end in literals(text)]
    ['`로동`', 'http://로동.kr/량산', '{로동}', '#로동', 'C:\\\\로동\\\\년말.txt']
    >>> text = "www.로동.kr/량산"
    >>> literals(text) == ((0, len(text)),)
    True
    >>> literals("로동/휴식 3/4, 가격(원/톤)은 <로동신문>에 있다")
    ()
    """
    if _SIGNS.isdisjoint(text) and "www." not in text:
        return ()
    return tuple(match.span() for match in _LITERAL.finditer(text))
