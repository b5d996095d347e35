"""Quotation marks and brackets that do not close, titles whose marks are lost, wrong spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from glossary.checks.pair import Pair
from glossary.model import KO_CN, ZH_CN, Finding

QUOTES, BRACKETS, SPACES = "quotes", "brackets", "spaces"

_MOST = 20  # marks of one segment that are pointed at

_QUOTES = {"“": "”", "‘": "’"}
_CORNERS = {"「": "」", "『": "』"}  # of quotations, or of titles where the source has 《》
_BRACKETS = {"(": ")", "[": "]", "{": "}", "【": "】", "〔": "〕", "《": "》", "〈": "〉"}
_INTERVALS = ("(]", "[)")
_COMMA = frozenset(",，")
_ANGLE = re.compile("(?<![0-9A-Za-z])<(?=[가-힣])|(?<=[가-힣])>(?!=)")
_HALF = str.maketrans("（）［］｛｝", "()[]{}")
_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z0-9])[’‘](?=[A-Za-z])|(?<=[A-Za-z]s)’(?= )|[’‘](?=\d\d)(?!\d+[.·]\d)"
)
_POINT = r"(?:\d{1,3}|[A-Za-z가-하]|[一二三四五六七八九十]{1,2})(?=\))"
_NUMBERING = re.compile(rf"(?:^|(?<=[\s,.;:，。；：])){_POINT}")
_FIRST_POINT = re.compile(rf"^\s*{_POINT}")
_TITLE_MARKS = re.compile("[《》〈〉<>「」『』“”‘’\"'＂＇≪≫]")
_NAMED = re.compile(
    "“(?=[^“”]*[\u3400-\u9fff]{2})(?![^“”]*[0-9])(?!十.五|[一二三四五六七八九]{2,3}”)[^“”]*+”"
)
_SPOKEN = re.compile(
    '[：:]“[^“”]{4,}[。！？]”|[：:] ?[“"][^“”"]{4,}[.!?][”"]|以“[^“”]{4,}”为(?:主)?题'
)
_NESTED = re.compile("“[^“”]*(?P<inner>“[^“”‘’]*”)[^“”]*”")
_SMILEY = re.compile(r"[:;]-?[()](?!\w)")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)|(?<=\S)[ \u3000]*\u3000[ \u3000]*(?=\S)")
_BEFORE_MARK = re.compile(
    r"(?<=[가-힣\u4e00-\u9fffA-Za-z0-9%)”’》]) +(?=[,.!?;:](?:\s|$)|[，。！？；：、》）)])"
)
_AFTER_OPENING = re.compile(r"(?<=[“《（(]) +(?=\S)")
_CHINESE_GAP = re.compile(
    r"(?<=[，。！？；：、]) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +(?=[，。！？；：、])"
)
_UNSPACED = re.compile(
    r"(?<=[가-힣]{2}[다요까죠함됨임음][.!?])(?=[가-힣“‘「『《0-9A-Z])(?!이?라[고는며])"
    r"|(?<=[가-힣][고며만로서],)(?=[가-힣]{2})"
)


def quotes(pair: Pair) -> Iterator[Finding]:
    """Quotation marks of the target that are not closed or not opened, where the source's are."""
    titles = "《" in pair.source.text
    yield from _unmatched(pair, QUOTES, _QUOTES if titles else _QUOTES | _CORNERS)
    straight = [at for at, sign in enumerate(pair.target.text) if sign == '"']
    inches = re.search(r'\d"', pair.target.text)
    if len(straight) % 2 and pair.source.text.count('"') % 2 == 0 and not inches:
        yield pair.in_target(QUOTES, "quote-open", straight[-1], straight[-1] + 1, mark='"')
    yield from _lost(pair)
    yield from _nested(pair)
    angle = _ANGLE.search(pair.target.text)
    if angle and sum(map(pair.target.text.count, "<>")) == 1:
        reason = "quote-open" if angle[0] == "<" else "quote-unopened"
        yield pair.in_target(QUOTES, reason, *angle.span(), mark=angle[0])


def _lost(pair: Pair) -> Iterator[Finding]:
    """A quotation whose target has no marks at all. A name may lose its own on the way to Seoul,
    where few are written; the Korean edition keeps those of the Chinese."""
    if pair.source.language == pair.target.language or not pair.target.text.strip():
        return
    named = pair.source.variety == ZH_CN and pair.target.variety == KO_CN
    if _TITLE_MARKS.search(pair.target.text):
        return
    said = (_NAMED if named else _SPOKEN).search(pair.source.text)
    if said:
        yield pair.in_source(QUOTES, "quote-lost", *said.span(), said=said[0])


def _nested(pair: Pair) -> Iterator[Finding]:
    """A quotation inside of another one that has the same marks, where the source has none such."""
    if _NESTED.search(pair.source.text):
        return
    for match in _NESTED.finditer(pair.target.text):
        start, end = match.span("inner")
        inner = pair.target.text[start + 1 : end - 1]
        yield pair.in_target(
            QUOTES, "quote-nested", start, end, fix=f"‘{inner}’", mark="“", right="‘"
        )


def brackets(pair: Pair) -> Iterator[Finding]:
    """Brackets that are not closed or not opened, and titles that have lost their marks."""
    titles = "《" in pair.source.text
    yield from _unmatched(pair, BRACKETS, _BRACKETS | _CORNERS if titles else _BRACKETS)
    title = re.search("《[^《》]{1,60}》", pair.source.text)
    if (
        title
        and len(title[0]) + 4 < len(pair.source.text)
        and pair.target.text.strip()
        and not _TITLE_MARKS.search(pair.target.text)
    ):
        yield pair.in_source(BRACKETS, "title-marks-lost", *title.span(), title=title[0])


def _unmatched(pair: Pair, check: str, marks: Mapping[str, str]) -> Iterator[Finding]:
    """A segment may be a part of a longer quotation: its source then lacks the same mark. Where
    the source has more brackets, 1) inside of the target has lost one and numbers no point."""
    source, text = (side.text.translate(_HALF) for side in (pair.source, pair.target))
    points = _FIRST_POINT if source.count("(") > text.count("(") else _NUMBERING
    found = list(_open(text, marks, points))
    ours = Counter(_kind(source[at], marks) for at in _open(source, marks, _NUMBERING))
    if ours == Counter(_kind(text[at], marks) for at in found):
        return
    name = "quote" if check == QUOTES else "bracket"
    for at in found[:_MOST]:
        reason = f"{name}-open" if text[at] in marks else f"{name}-unopened"
        yield pair.in_target(check, reason, at, at + 1, mark=pair.target.text[at])


def _kind(mark: str, marks: Mapping[str, str]) -> str:
    """Chinese “ ” may be ‘ ’ in Korean: only whether it opens or closes counts."""
    return "open" if mark in marks else "close"


def _open(text: str, marks: Mapping[str, str], points: re.Pattern[str]) -> Iterator[int]:
    """The places of marks without their counterpart, but for brackets behind the numbers of
    points."""
    if not any(map(text.__contains__, (*marks, *marks.values()))):
        return
    ignored = {
        at
        for pattern in (_APOSTROPHE, _SMILEY)
        for match in pattern.finditer(text)
        for at in range(*match.span())
    }
    closing = {end: begin for begin, end in marks.items()}
    numbering = {match.end() for match in points.finditer(text)}
    stack: list[int] = []
    for at, sign in enumerate(text):
        if at in ignored:
            continue
        if sign in marks:
            stack.append(at)
        elif sign in closing:
            top = text[stack[-1]] if stack else ""
            if top == closing[sign] or _is_interval(text, stack[-1] if stack else at, at):
                stack.pop()
            elif at not in numbering:
                yield at
    yield from stack


def _is_interval(text: str, start: int, end: int) -> bool:
    """Whether brackets of two kinds hold the ends of an interval: (0, 1]."""
    return text[start] + text[end] in _INTERVALS and not _COMMA.isdisjoint(text[start:end])


def spaces(pair: Pair) -> Iterator[Finding]:
    """Spaces in the target that are too many or missing, where the source gives no reason."""
    text = pair.target.text
    if not text.strip():
        return
    beside = _CHINESE_GAP if pair.target.language == "zh" else _BEFORE_MARK
    taken = set()
    for pattern in (beside, _AFTER_OPENING):
        for match in pattern.finditer(text):
            taken.add(match.start())
            yield pair.in_target(SPACES, "space-at-mark", *match.span(), fix="")
    if not re.search(r"\S {2,}\S", pair.source.text):
        for match in _DOUBLE.finditer(text):
            if match.start() not in taken:
                yield pair.in_target(SPACES, "spaces-double", *match.span(), fix=" ")
    yield from _ends(pair)
    if pair.target.language == "ko":
        for match in _UNSPACED.finditer(text):
            yield pair.in_target(SPACES, "space-missing", *match.span(), fix=" ")


def _ends(pair: Pair) -> Iterator[Finding]:
    """Spaces before and after the target that the source has not."""
    text, source = pair.target.text, pair.source.text
    left = len(text) - len(text.lstrip(" \u3000"))
    right = len(text.rstrip(" \u3000"))
    if left and not source[:1].isspace():
        yield pair.in_target(SPACES, "spaces-around", 0, left, fix="")
    if right < len(text) and not source[-1:].isspace():
        yield pair.in_target(SPACES, "spaces-around", right, len(text), fix="")
