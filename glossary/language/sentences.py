"""Running text cut into segments: one sentence each, as translators work through it.

A paragraph is a line. A sentence ends at 。！？ and the like with the quotation marks and brackets
that close there, and at a full stop that ends a Korean or Western sentence: not in numbers, dotted
dates, abbreviations, initials, addresses or numbering. It goes on where a quotation is followed at
once by its particle, or by who said it (“…다.”라고, …다.고, “…다.” 그가 말했다, “…。”他说), and
inside brackets and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"(?P<wide>[。！？｡]+[。！？｡!?…]*)|(?P<dots>…+|\.{3,})|(?P<narrow>[.!?]+)")
_CLOSING = re.compile(r"[\"'”’」』）)》〉】〕\]]*")
_QUOTES = frozenset("\"'”’」』")
_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BRACKETS = re.compile(
    r"[(（〔\[][^()（）〔〕\[\]]{0,300}[)）〕\]]|《[^《》]{0,100}》|〈[^〈〉]{0,100}〉"
)
# What follows a quotation that belongs to the sentence around it.
_GOES_ON = re.compile(
    r"\s?(?:이?라고|이?라는|이?라며|이?라면서|이?란|하고|하며|고|며|는|은|이|가|을|를|의|에|와|과|로|도"
    r"|등|처럼|까지|부터|보다|만)(?![가-힣]*[.!?]$)"
)
# The same behind a full stop without quotation marks and without a space: 해야 한다.고 말했다.
_QUOTED_ON = re.compile(r"(?:라?고|라?는|라?며|라?면서|라?던|란)(?![가-힣])")
_SAID = re.compile(r"[^，,。！？；“「]{0,14}?(?:说|道|表示|指出|称|介绍|强调|认为|写道|问|答|回忆)")
_SAID_IN_KOREAN = re.compile(
    r"[^,.!?;:“‘「]{0,24}?"
    r"(?:(?:말|대?답|강조|지적|소개|설명|표시|이야기|전|당부|호소|대꾸)(?:했|하였|하며|하면서|하고|한다)"
    r"|(?:되)?물(?:었|으며|으면서)|밝(?:혔|히였|히며|히면서)|(?:외|웨|소리)(?:쳤|치였|치며|치면서)"
    r"|속삭(?:였|이였|이며)|중얼거(?:렸|리였|리며)|덧붙(?:였|이였|이며))"
)
_ABBREVIATIONS = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "no", "vs", "etc", "inc", "ltd", "co", "corp", "st", "fig")
)
_WORD_BEFORE = re.compile(r"[A-Za-z.]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_NUMBERING = re.compile(r"\s*(?:[(（]?\d{1,3}|[가-하]|[A-Za-z]|[IVXivx]{1,4})$")
_KOREAN_END = "다요까죠네오음임함됨라자"


class Segment(NamedTuple):
    """A piece of a text, without the white space around it; offsets are code points."""

    start: int
    end: int
    text: str


def segments(text: str) -> list[Segment]:
    """The segments of a text, in order; all that is no white space is in one of them.

    >>> [each.text for each in segments("9.18사변은 1931년에 일어났다. “끝났다.”라고 했다.")]
    ['9.18사변은 1931년에 일어났다.', '“끝났다.”라고 했다.']
    >>> [each.text for each in segments("“开始了。”他说。产量增长3.5%。")]
    ['“开始了。”他说。', '产量增长3.5%。']
    >>> [each.text for each in segments("“가자.” 그가 말했다. 《홍루몽. 속편》이 나왔다.")]
    ['“가자.” 그가 말했다.', '《홍루몽. 속편》이 나왔다.']
    """
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        for end in _ends(paragraph.group()):
            found += _stripped(text, start, paragraph.start() + end)
            start = paragraph.start() + end
        found += _stripped(text, start, paragraph.end())
    return found


def _stripped(text: str, start: int, end: int) -> list[Segment]:
    piece = text[start:end]
    words = piece.strip()
    if not words:
        return []
    start += len(piece) - len(piece.lstrip())
    return [Segment(start, start + len(words), words)]


def _ends(paragraph: str) -> Iterator[int]:
    """Where sentences end, but for the last."""
    brackets = [each.span() for each in _BRACKETS.finditer(paragraph)]
    inside = 0
    last = 0
    for found in _END.finditer(paragraph):
        while inside < len(brackets) and brackets[inside][1] <= found.start():
            inside += 1
        if inside < len(brackets) and brackets[inside][0] < found.start():
            continue
        closed = _CLOSING.match(paragraph, found.end())
        end = closed.end() if closed else found.end()
        if end < len(paragraph) and _is_end(paragraph, found, end, last):
            yield end
            last = end


def _is_end(paragraph: str, found: re.Match[str], end: int, last: int) -> bool:
    quoted = not _QUOTES.isdisjoint(paragraph[found.end() : end])
    if quoted and _belongs(paragraph, end):
        return False
    spaced = paragraph[end].isspace()
    if found["wide"]:
        return True
    if found["dots"]:
        return spaced
    if set(found.group()) == {"."}:
        return _is_full_stop(paragraph, found.start(), end, last, spaced=spaced)
    return spaced or not paragraph[end].isascii()


def _belongs(paragraph: str, end: int) -> bool:
    """Whether what follows a quotation goes on with the sentence around it."""
    following = paragraph[end : end + 24]
    said = _SAID.match(following) or _SAID_IN_KOREAN.match(paragraph, end)
    return bool(_GOES_ON.match(following) or said)


def _is_full_stop(paragraph: str, place: int, end: int, last: int, *, spaced: bool) -> bool:
    before, after = paragraph[place - 1 : place], paragraph[end : end + 2].lstrip()[:1]
    if before.isdigit():
        return spaced and not after.isdigit() and not _is_dotted(paragraph, place, last)
    if before in _KOREAN_END and before:
        if _QUOTED_ON.match(paragraph, end):
            return False
        return spaced or "가" <= after <= "힣" or not after.isascii()
    if not spaced:
        return False
    word = _WORD_BEFORE.search(paragraph, max(place - 12, last), place)
    if word and (_INITIALS.fullmatch(word[0]) or word[0].lower() in _ABBREVIATIONS):
        return False
    return not _NUMBERING.fullmatch(paragraph[last:place])


def _is_dotted(paragraph: str, place: int, last: int) -> bool:
    """Whether the full stop behind a number is of a date (2026. 1. 4.) or of numbering."""
    said = paragraph[max(last, place - 16) : place + 1]
    return bool(re.search(r"\d\.\s?\d{1,2}\.$", said)) or bool(
        _NUMBERING.fullmatch(paragraph[last:place])
    )
