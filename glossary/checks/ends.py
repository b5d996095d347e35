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
_TOLD = {
    "ko": re.compile("[가-힣](?:다|[어아여해에예]요)\\.$"),
    "zh": re.compile("[\u3400-\u9fff]。$"),
}
_ASKING = {
    "zh": re.compile(
        "[吗呢么吧何谁哪几]|什么|多[少久大长远高]|怎|是否|能否|可否|有无|请问|(.)[不没]\\1|难道"
        "|岂|不是"
    ),
    "ko": re.compile(
        "까|[는은인던]가|[나가]요|냐|[는은인]지|누구|무[엇슨]|어[떻디느떤]|언제|왜|몇|얼마|뭐|뭘"
        "|궁금|물[었어]|여부"
    ),
}
"""What asks, or may be a question that is none: 难道…吗, ‘is it not so’."""
_ASKS_WHAT = re.compile(
    "何时|何处|何[在以]|什么|多少|多[久长远]|怎么|怎样|如何|为何|谁|哪[里个些]|几[点时天个]|吗|能否|是否"
)
"""What asks in a Chinese sentence of its own."""
_HELD = re.compile(
    "知道|知|了解|[想看问]|不论|无论|不管|[都也]|确[认定]|检查|告诉|说明|选择|决定|取决|讨论|关[于注]|没什么|什么的|指定|控制"
)
"""What holds a question inside of a statement: 请确认是否已保存。"""
_RHETORICAL = re.compile(
    "难道|岂|不[是就也]|何[必况尝乐不]|谁[不能会说]|怎[能会]|哪[能会里有]|又有|莫非|为什么不"
    "|还不|干[嘛吗]"
)
_TWICE = re.compile("(?<![.])[.]{2}$|。。+$|？？$|，。$|。，$|\\?\\.$|[.]。$|、。$")
_BIDS = re.compile("(?:시오|세요|하라|주[시세].{0,2})[.]$")
_REALLY_ASKS = re.compile("(?:까|나요|가요|[는은인던]가|느?냐|니)[?？]$")
_OPEN = frozenset(",，、")
_BETWEEN = re.compile("(?<![。！？!?.…])[。！？!?.…]++[”’」』)）]?\\s*[^\\s”’」』)）。！？!?.…0-9]")
_LEAST = 4  # characters of a source that is a sentence


def end_mark(pair: Pair) -> Iterator[Finding]:
    """A sentence of the source whose translation ends in no mark or in another kind of mark.
    Korean that ends in a noun (…함) is a line of a list, which has none."""
    source, target = pair.source.text.rstrip(), pair.target.text.rstrip()
    if not target or len(source) < _LEAST or not _is_sentence(pair.source):
        return
    end = len(target)
    asks = source[-1] in _ASKS
    twice = _TWICE.search(target)
    if target[-1].isalpha() and (pair.target.language != "ko" or _SAYS.search(target)):
        fix = _fix(pair, target, asks=asks)
        yield pair.in_target(END_MARK, "end-mark-missing", end, end, fix, mark=source[-1])
    elif twice and not _TWICE.search(source):
        fix = _mark(pair, source)
        yield pair.in_target(
            END_MARK, "end-mark-other", *twice.span(), fix, said=twice[0], mark=source[-1]
        )
    elif asks and _is_told(pair, target):
        fix = "?" if pair.target.language == "ko" else "？"
        yield pair.in_target(END_MARK, "end-mark-differs", end - 1, end, fix, mark=source[-1])
    elif _is_other(pair, source, target):
        fix = None if target[-1] in _ASKS else _mark(pair, source)
        yield pair.in_target(
            END_MARK, "end-mark-other", end - 1, end, fix, said=target[-1], mark=source[-1]
        )


def _is_told(pair: Pair, target: str) -> bool:
    """Whether a question has become a statement, or has lost its mark alone. What only seems to
    ask (难道…吗) may be told."""
    language = pair.target.language
    if language == "ko" and _ASKED.search(target):
        return True
    if target[-1] == "。" and target[-2:-1] in "吗呢":
        return True
    if (
        language not in _TOLD
        or not _TOLD[language].search(target)
        or pair.source.language == language
    ):
        return False
    if _ASKS.intersection(target) or not (
        _is_single(pair) or pair.source.text.rstrip()[-2] in "吗么"
    ):
        return False
    if language == "zh":
        asked = _REALLY_ASKS.search(pair.source.text.rstrip())
        told = not _ASKING["zh"].search(target)
        asks = _ASKS_WHAT.search(target) and not _HELD.search(target)
        return bool(asked) and (told or bool(asks))
    return not (_RHETORICAL.search(pair.source.text) or _ASKING["ko"].search(target[-8:]))


def _is_other(pair: Pair, source: str, target: str) -> bool:
    """Whether a statement ends in a mark that ends none, or in that of a question."""
    if source[-1] in _ASKS or source[-1] in "!！":
        return False
    if target[-1] in _OPEN or (pair.target.language == "ko" and target[-1] in "。｡"):
        return True
    asked = _ASKING.get(pair.source.language)
    if asked is None or target[-1] not in _ASKS or pair.source.language == pair.target.language:
        return False
    if pair.target.language == "ko" and not _REALLY_ASKS.search(target):
        return False
    return _is_single(pair) and not (asked.search(source) or _BIDS.search(source))


def _is_single(pair: Pair) -> bool:
    """Whether either side is one sentence."""
    return not any(_BETWEEN.search(side.text) for side in (pair.source, pair.target))


def _is_sentence(side: Side) -> bool:
    """Whether a text ends as a sentence does, and in no quotation, of which the mark may belong
    to what is quoted."""
    text = side.text.rstrip()
    return text[-1] in _ENDS or (
        side.language == "ko" and text[-1] == "." and bool(_SAYS.search(text[:-1]))
    )


def _mark(pair: Pair, source: str) -> str | None:
    """The mark of the target's language that ends what the source's last one does."""
    kind = "?" if source[-1] in _ASKS else "!" if source[-1] in "!！" else "."
    return {"ko": kind, "zh": {"?": "？", "!": "！", ".": "。"}[kind]}.get(pair.target.language)


def _fix(pair: Pair, target: str, *, asks: bool) -> str | None:
    """The mark, where the target ends as a sentence does."""
    if pair.target.language == "zh":
        return "？" if asks else None if pair.source.text.rstrip()[-1] in "!！" else "。"
    if pair.target.language != "ko" or not _SAYS.search(target):
        return None
    if asks:
        return "?" if target[-1] == "까" else None
    return "." if target[-1] in "다요오" and pair.source.text.rstrip()[-1] in "。." else None
