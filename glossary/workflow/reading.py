"""How a Chinese word or name is read and written in Korean, all in one answer."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.language.chinese_words import costs
from glossary.language.foreign_names import KNOWN, foreign_name
from glossary.language.hanja import readings, simplified
from glossary.language.name_tables import by_hanzi
from glossary.language.transcription import ends_as_place, transcribe, transcribe_place
from glossary.model import KO_CN, KO_KR

WORD, PERSON, PLACE = KINDS = ("word", "person", "place")
_MOST = 4  # readings of one variety
_KIM, _GOLD, _KIM_READ = "金", "금", "김"
_WORD_COST = 20  # bits of a word that is no mere pair of letters of a name


@dataclass(frozen=True, slots=True)
class Reading:
    """Sino-Korean readings in both norms, likeliest first, the South Korean transcription as a
    person's and as a place's name, what speaks for a foreign name (see foreign_names), and the
    class of a person who is known (see name_tables)."""

    hanzi: str
    chinese: tuple[str, ...] = ()
    korean: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    foreign: str = ""
    known: str = ""


def read(hanzi: str, kind: str = "") -> Reading:
    """The reading of a word or name; `kind` leaves out transcriptions that are not wanted.

    Of a foreign name that is known there is only the South Korean form, and of a person in the
    table the form of each variety; a name that is only suspected is read all the same.

    >>> read("方瑞峰").chinese, read("方瑞峰").person, read("特朗普").korean
    (('방서봉',), '팡루이펑', ('트럼프',))
    >>> read("李白").korean, read("习近平").korean
    (('이백',), ('시진핑',))
    """
    foreign = foreign_name(hanzi)
    reason = foreign.reason if foreign else ""
    if foreign is not None and reason == KNOWN:
        return Reading(hanzi, korean=(foreign.korean,), foreign=reason)
    known = by_hanzi(simplified(hanzi)) if kind in ("", PERSON) else None
    if known is not None:
        return Reading(hanzi, (known.chinese,), (known.korean,), known=known.kind)
    chinese, korean = (_readings(hanzi, variety, kind) for variety in (KO_CN, KO_KR))
    a_person = kind == PERSON or (not kind and not ends_as_place(hanzi))
    person = transcribe(hanzi, person=True) if chinese and a_person else ""
    place = transcribe_place(hanzi) if chinese and kind in ("", PLACE) else ""
    return Reading(hanzi, chinese, korean, person, place, reason)


def _readings(hanzi: str, variety: str, kind: str) -> tuple[str, ...]:
    """The readings that words have, likeliest first. The surname 金 is 김: of a person, and first
    where what follows looks like a name."""
    found = readings(hanzi, variety, likely=True)[:_MOST]
    if not found or len(hanzi) not in (2, 3) or hanzi[0] != _KIM or found[0][0] != _GOLD:
        return found
    named = _KIM_READ + found[0][1:]
    if kind == PERSON:
        return (named,)
    return (named, *found) if kind != WORD and _is_like_a_name(simplified(hanzi)) else found


def _is_like_a_name(hanzi: str) -> bool:
    """Whether three characters are no word with one before or behind it."""
    words = costs()
    parts = (hanzi, hanzi[:2], hanzi[1:])
    return len(hanzi) > 2 and all(words.get(part, _WORD_COST) >= _WORD_COST - 1 for part in parts)
