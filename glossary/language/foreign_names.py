"""Chinese characters that only spell a foreign name, and must not be read in Korean.

特朗普 is Trump and 高市早苗 a Japanese politician: their Sino-Korean readings are nonsense. Names
that are in the news are in a table with their South Korean forms; others are known by their
characters: those that the tables of 新华社 use to spell foreign sounds, or a Japanese surname. That
is a doubt, not a proof, and is said as one: of 1,037 names in HanDic one Chinese (林英杰) looks so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from glossary.language.hanja import is_hanzi, simplified
from glossary.language.tables import read_table

KNOWN, JAPANESE, SPELT = FOREIGN = ("known", "japanese", "spelt")
_SHORTEST = 3  # characters; many Chinese names have two that could spell a sound
_JAPANESE_LENGTHS = (4, 5)  # of surname and given name


@dataclass(frozen=True, slots=True)
class ForeignName:
    """What speaks for a foreign name, and its South Korean form where it is known."""

    reason: str
    korean: str = ""


def foreign_name(hanzi: str) -> ForeignName | None:
    """Whether these characters spell a foreign name, or None.

    >>> foreign_name("特朗普"), foreign_name("高桥一郎").reason, foreign_name("习近平")
    (ForeignName(reason='known', korean='트럼프'), 'japanese', None)
    """
    names, surnames, spelling = _tables()
    text = simplified(hanzi).replace("·", "").replace("・", "")
    if text in names:
        return ForeignName(KNOWN, names[text])
    if not text or not all(map(is_hanzi, text)):
        return None
    if len(text) in _JAPANESE_LENGTHS and not surnames.isdisjoint((text[:2], text[:3])):
        return ForeignName(JAPANESE)
    spelt = len(text) >= _SHORTEST and spelling.issuperset(text)
    return ForeignName(SPELT) if spelt or "·" in hanzi else None


@cache
def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """South Korean forms by name, Japanese surnames, characters that spell foreign sounds."""
    names, surnames, spelling = read_table("foreign_names.txt").split("\n\n")
    pairs = (line.partition("\t") for line in names.split("\n"))
    forms = {hanzi: korean for hanzi, _, korean in pairs}
    return forms, frozenset(surnames.split()), frozenset(spelling)
