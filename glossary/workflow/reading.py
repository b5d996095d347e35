"""How a Chinese word or name is read and written in Korean, all in one answer."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.language.foreign_names import KNOWN, foreign_name
from glossary.language.hanja import readings, simplified
from glossary.language.name_tables import by_hanzi
from glossary.language.transcription import transcribe
from glossary.model import KO_CN, KO_KR

WORD, PERSON, PLACE = KINDS = ("word", "person", "place")
_MOST = 4  # readings of one variety


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
    chinese = readings(hanzi, KO_CN)[:_MOST]
    person = transcribe(hanzi, person=True) if chinese and kind in ("", PERSON) else ""
    place = transcribe(hanzi) if chinese and kind in ("", PLACE) else ""
    return Reading(hanzi, chinese, readings(hanzi, KO_KR)[:_MOST], person, place, reason)
