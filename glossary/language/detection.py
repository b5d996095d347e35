"""Which Korean a text is written in, and by what that is known.

The evidence is what would have to be respelt: words and endings that only the Korean edition
writes so speak for ko-CN, those that only South Korea writes so for ko-KR. What may be either,
and missing spaces, say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from glossary.language.orthography import respell
from glossary.model import APPLY, KO_CN, KO_KR, Respelling


@dataclass(frozen=True, slots=True)
class Detection:
    """The variety, "" where the text does not tell, and the spellings that speak for each."""

    variety: str
    chinese: tuple[Respelling, ...]
    korean: tuple[Respelling, ...]


def detect(text: str) -> Detection:
    """The variety of a Korean text, by the greater number of tell-tale spellings.

    >>> detect("로동자들이 투입되였다").variety, detect("노동자들이 투입되었다").variety
    ('ko-CN', 'ko-KR')
    >>> detect("사람이 많다").variety
    ''
    """
    chinese, korean = _evidence(text, KO_KR), _evidence(text, KO_CN)
    if len(chinese) == len(korean):
        return Detection("", chinese, korean)
    return Detection(KO_CN if len(chinese) > len(korean) else KO_KR, chinese, korean)


def _evidence(text: str, to: str) -> tuple[Respelling, ...]:
    found = (each for each in respell(text, to) if each.band == APPLY)
    return tuple(each for each in found if each.kind != "spacing")
