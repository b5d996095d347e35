"""The mark that ends the sentence, which the target has lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.pair import Pair, Side
from glossary.model import Finding

END_MARK = "end-mark"

_ASKS = frozenset("？?")
_ENDS = frozenset("。！？!?｡")
_SAYS = re.compile("[가-힣][다요오죠까]$")
_ASKED = re.compile("(?:까|느?냐|는가|은가|인가|ㄴ가|나요|가요|나|니)\\.$")
_LEAST = 4  # characters of a source that is a sentence


def end_mark(pair: Pair) -> Iterator[Finding]:
    """A sentence of the source whose translation ends in no mark, or a question in a full stop.
    Korean that ends in a noun (…함) is a line of a list, which has none."""
    source, target = pair.source.text.rstrip(), pair.target.text.rstrip()
    if not target or len(source) < _LEAST or not _is_sentence(pair.source):
        return
    end = len(target)
    asks = source[-1] in _ASKS
    if target[-1].isalpha() and (pair.target.language != "ko" or _SAYS.search(target)):
        fix = _fix(pair, target, asks=asks)
        yield pair.in_target(END_MARK, "end-mark-missing", end, end, fix, mark=source[-1])
    elif asks and pair.target.language == "ko" and _ASKED.search(target):
        yield pair.in_target(END_MARK, "end-mark-differs", end - 1, end, "?", mark=source[-1])
    elif asks and target[-1] == "。" and target[-2:-1] in "吗呢":
        yield pair.in_target(END_MARK, "end-mark-differs", end - 1, end, "？", mark=source[-1])


def _is_sentence(side: Side) -> bool:
    """Whether a text ends as a sentence does, and in no quotation, of which the mark may belong
    to what is quoted."""
    text = side.text.rstrip()
    return text[-1] in _ENDS or (
        side.language == "ko" and text[-1] == "." and bool(_SAYS.search(text[:-1]))
    )


def _fix(pair: Pair, target: str, *, asks: bool) -> str | None:
    """The mark, where the target ends as a sentence does."""
    if pair.target.language == "zh":
        return "？" if asks else None if pair.source.text.rstrip()[-1] in "!！" else "。"
    if pair.target.language != "ko" or not _SAYS.search(target):
        return None
    if asks:
        return "?" if target[-1] == "까" else None
    return "." if target[-1] in "다요오" and pair.source.text.rstrip()[-1] in "。." else None
