"""Hanzi in a Korean text and Hangul in a Chinese one, but for explanations and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair
from glossary.language.spans import Spans
from glossary.model import KO_KR, Finding

SCRIPT = "script"

_HANZI = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]+")
_EXPLAINED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|〔[^〔〕]*〕")
_QUOTED = re.compile('“[^“”]*”|‘[^‘’]*’|"[^"]*"|「[^「」]*」|『[^『』]*』|《[^《》]*》')
_MENTIONED = re.compile(
    "[‘“'\"「][^’”'\"」]{1,12}[’”'\"」](?=(?:이?라는|이?란|이?라고 쓴|이?라고 적힌)? ?"
    "(?:글자|한자|자(?![가-힣])|단어|낱말|말(?![가-힣])|표기))"
)
_HEADLINES = frozenset("中美日韓北英獨佛伊露與野前現故新反對無全軍檢警文靑男女父母亡")
"""What South Korean headlines write as one hanja."""


def script(pair: Pair) -> Iterator[Finding]:
    """Letters of the other language that stand in the target unexplained."""
    text = pair.target.text
    if pair.target.language == "ko":
        kept = [*_EXPLAINED.finditer(text), *_MENTIONED.finditer(text)]
        yield from _strange(pair, _HANZI, "hanzi-in-korean", kept)
    elif pair.target.language == "zh":
        kept = [*_EXPLAINED.finditer(text), *_QUOTED.finditer(text)]
        yield from _strange(pair, _HANGUL, "hangul-in-chinese", kept)


def _strange(
    pair: Pair, letters: re.Pattern[str], reason: str, kept: list[re.Match[str]]
) -> Iterator[Finding]:
    text = pair.target.text
    spans = Spans()
    for each in sorted(kept, key=lambda match: match.start()):
        if not spans.meet(*each.span()):
            spans.add(*each.span())
    for match in letters.finditer(text):
        in_both = match[0] in pair.source.text
        copied = in_both and pair.source.language == pair.target.language
        if copied or spans.hold(*match.span()) or _is_headline(pair, match):
            continue
        yield pair.in_target(SCRIPT, reason, *match.span())


def _is_headline(pair: Pair, match: re.Match[str]) -> bool:
    after = pair.target.text[match.end() : match.end() + 1]
    alone = not ("가" <= after <= "힣")
    return pair.target.variety == KO_KR and match[0] in _HEADLINES and alone
