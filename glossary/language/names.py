"""Persons in Korean text of the Korean edition: found by what stands around them, and by a table.

Nothing in a name's spelling says whose it is: 류하생 may be 刘河生, a Korean, or nobody. So a name
that is not in the table is only pointed at. The table (`data/language/persons.tsv`) gives a person
one of five classes, and the class the South Korean form: modern Chinese are transcribed, those
before 1911 read in Sino-Korean (외래어 표기법 제4장 제2절), Koreans spelt as they spell themselves,
foreign and minority names by their own language.

What speaks for a person: a title beside it (류하생 교수, 기자 류하생), an age or hanzi in brackets,
somebody who speaks (류하생은 말했다), a row of names of which one is known for one.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from glossary.language.hangul import compose, letters
from glossary.language.hanja import is_reading, is_sino
from glossary.language.lexicon import Lexicon, lexicon
from glossary.language.name_tables import (
    NEEDS_CUE,
    NEVER,
    SURE,
    Listed,
    Person,
    heads,
    listed,
    persons,
    several_words,
)
from glossary.language.segmentation import is_tail, segment

_NEAR = 200  # characters on either side of a name that are near it
_SHORT = 2  # syllables; a verb of so many may be a name as well
_LONGEST = 8  # syllables of a name in the table
_AFTER_NAME = re.compile(
    r" ?[(（](?:(?:남|녀|여|녀성|남성)[,、 ]*)?"
    r"(?:[0-9]{1,3} ?(?:세|살)|[0-9]{2}(?=[)）])|[12][0-9]{3}[~～–-])"
)
_HANZI = re.compile(r" ?[(（]([㐀-鿿]{2,4})[)）,、]")
_SPEAKS = re.compile(
    " (?:이렇게 |이같이 )?(?:말했|말하였다|소개했다|소개하였다|설명했다|표했다|표시했다|밝혔다|"
    "터놓았다|토로했다|강조했다|지적했다|회억했다)"
)
_group = operator.methodcaller("group")
# What can stand behind a syllable: without any of it, and without a title, there is no name.
_BYLINE = "[글진영재집자역이름명] *[:：] *[가-힣]"
_BESIDE = re.compile(
    f"[가-힣](?:{_AFTER_NAME.pattern}|{_HANZI.pattern}|{_SPEAKS.pattern})|{_BYLINE}"
)
_TITLE_BEHIND = re.compile(" ?([가-힣]{1,5}?)(?=[,와과·、]| 및)")
_AND = re.compile("(?:, ?|、|·| 및 |[와과] ?)")
_PARTICLES = frozenset("은는이가을를의와과도만에")
# Surnames that stand alone before a title (로교수); others are mostly offices (현서기, 부주임).
_ALONE = frozenset("라락란량려련렴령로록뢰료룡루류륙륜률릉리림김박최장왕윤조송황홍손오양허")
_COUNT = re.compile(
    "(?:[한두세네몇]|다섯|여섯|일곱|여덟|아홉|열|스무|스물|여러|수?[십백천만]{1,2})여?"
    "(?:명|분|사람|마리|가지|번|차례|개|대|집|곳)"
)
_PLACES = re.compile(".국|.*나라|.*[가-힣]시|.{2,}[성현주향진촌대]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, who it is (None: nobody in the table), and the hanzi that
    stand behind it in brackets."""

    start: int
    end: int
    person: Person | None = None
    hanzi: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a run of Hangul can be: a title; a name of so many syllables with nothing but a title
    or particles after it (`titled`: with a title), `word` where it is a common word too. A title
    may stand behind a name (`after`); a `byline` leads to one only with a colon."""

    title: bool
    after: bool
    byline: bool
    size: int
    titled: bool
    word: bool


def names_in(text: str, runs: Iterable[re.Match[str]]) -> tuple[Name, ...]:
    """The persons in a text, in order; `runs` are its runs of Hangul.

    >>> text = "기자 류하생은 방서봉(45세)을 만났다"
    >>> [text[name.start:name.end] for name in names_in(text, re.finditer("[가-힣]+", text))]
    ['류하생', '방서봉']
    """
    runs = tuple(runs)
    if not (any(map(_tells, map(_group, runs))) or _BESIDE.search(text)):
        return ()
    found = {name.start: name for name in _of_several_words(text)}
    candidates: list[tuple[int, int]] = []
    title_end, byline = -1, False
    for run in runs:
        start, word = run.start(), run.group()
        person, shape = _known(word), _shape(word)
        if person is not None and _holds(person, text, start):
            found.setdefault(start, Name(start, start + len(person.chinese), person))
            continue
        before = candidates[-1] if candidates and shape.after else None
        if before is not None and text[before[1] : start] == " ":
            found.setdefault(before[0], Name(*before))
        if shape.size:
            name = Name(start, start + shape.size, None, _hanzi_after(text, start + shape.size))
            led = title_end >= 0 and _leads(text, title_end, start, byline)
            titled = (led or shape.titled) and not shape.word
            if titled or name.hanzi or _is_person(text, name.end, run.end()):
                found.setdefault(start, name)
            else:
                candidates.append((start, name.end))
        if shape.title or shape.byline:
            title_end, byline = run.end(), shape.byline
    return _with_alike(text, found, candidates) if found else ()


def _leads(text: str, end: int, start: int, byline: bool) -> bool:
    """Whether what ends here is said of the name that starts there: 기자 류하생, 글: 류하생."""
    between = text[end:start]
    return between.strip(" ") in (":", "：") or (between == " " and not byline)


def _is_person(text: str, end: int, run_end: int) -> bool:
    """Whether an age stands behind a name, or whether it is somebody who speaks."""
    if _AFTER_NAME.match(text, end):
        return True
    return run_end - end == 1 and _SPEAKS.match(text, run_end) is not None


def _hanzi_after(text: str, end: int) -> str:
    """The hanzi in brackets behind a name, where they can be read so."""
    match = _HANZI.match(text, end)
    if match is None:
        return ""
    name = text[max(0, end - len(match[1])) : end]
    return match[1] if is_reading(name, match[1]) else ""


@lru_cache(maxsize=1 << 16)
def _tells(run: str) -> bool:
    """Whether by itself the run may tell that there is a person: as a name or by a title."""
    parts = (run[:2], run[1:3], run[2:4], run[3:5], run[4:6], run[5:7])
    return not (
        listed().heads.isdisjoint(parts) and heads().isdisjoint(parts[:1]) and "씨" not in run
    )


def _with_alike(
    text: str, found: dict[int, Name], candidates: list[tuple[int, int]]
) -> tuple[Name, ...]:
    """The names found, the same ones elsewhere, and those that stand in a row with one."""
    called = {text[name.start : name.end] for name in found.values()}
    again = [Name(*each) for each in candidates if text[slice(*each)] in called]
    found = {name.start: name for name in again} | found
    in_rows = {name.start: name for name in _in_rows(text, found, candidates)}
    return tuple(sorted((in_rows | found).values(), key=lambda name: name.start))


def _in_rows(text: str, found: dict[int, Name], candidates: list[tuple[int, int]]) -> list[Name]:
    """What stands in a row with a name and may be one itself."""
    also = listed().also_words
    open_ = [each for each in candidates if each[1] - each[0] > 2 or text[slice(*each)] in also]
    ends = {end for name in found.values() for end in (name.end, _end_of_title(text, name.end))}
    starts = set(found)
    added = [Name(start, end) for start, end in open_ if _joined_left(text, start, end, ends)]
    for start, end in reversed(open_):
        match = _AND.match(text, end)
        if match is not None and match.end() in starts:
            starts.add(start)
            added.append(Name(start, end))
    return added


def _end_of_title(text: str, end: int) -> int:
    """Where the title ends that stands behind a name; the name's own end if there is none."""
    match = _TITLE_BEHIND.match(text, end)
    return match.end() if match is not None and match[1] in listed().titles else end


def _joined_left(text: str, start: int, end: int, ends: set[int]) -> bool:
    """Whether a comma or an "and" leads from the end of a name to what starts here; its own end
    is one then."""
    for length in (1, 2, 3):
        if start - length in ends and _AND.fullmatch(text, start - length, start):
            ends.add(end)
            return True
    return False


@lru_cache(maxsize=1 << 15)
def _shape(run: str) -> _Shape:
    tells = listed()
    after = _title_size(run, tells.titles) > 0
    title = run in tells.titles or run in tells.before
    marks = (title, after, run in tells.bylines)
    size, title_size = _name_size(run, tells)
    name = run[:size]
    counted = _COUNT.match(run)
    if counted is not None and counted.end() >= size:  # 두명이 is nobody
        size = 0
    if not size or name in tells.titles or _PLACES.fullmatch(name):
        return _Shape(*marks, 0, False, False)
    word = name in tells.also_words
    if not word and _is_words(run, size, size + title_size):
        return _Shape(*marks, 0, False, False)
    return _Shape(*marks, size, title_size > 0, word)


def _is_words(run: str, size: int, end: int) -> bool:
    """Whether what would be the name, with its title up to an end or more, is known words."""
    tables = lexicon()
    if run in tables.stems or _is_verb_form(run, tables):
        return True
    ends = (size, *range(max(end, size + 1), min(len(run), _LONGEST) + 1))
    if any(run[:each] in tables.words or run[:each] in tables.by_chinese for each in ends):
        return True
    pieces = segment(run[:size], tables)
    longest = max(piece.end - piece.start for piece in pieces)
    if len(pieces) == 2 and pieces[1].pair is not None and not pieces[0].word:
        return False  # 장진렬: nobody but a person has a surname before 진렬
    # 력사학 is a word and a suffix; of one-syllable pieces anything can be made.
    return all(piece.known for piece in pieces) and longest > 1


def _is_verb_form(run: str, tables: Lexicon) -> bool:
    """Whether a run is a known verb before a noun: 태여난."""
    onset, vowel, final = letters(run[-1])
    stem = run[:-1].replace("여", "어") + compose(onset, vowel)
    return final in ("ㄴ", "ㄹ") and len(run) > _SHORT and stem in tables.stems


def _name_size(run: str, tells: Listed) -> tuple[int, int]:
    """How many syllables of the run are a name by its surname, and how many after it a title;
    0 where there is none."""
    double = run[:2] in tells.doubles
    if not double and run[0] not in tells.surnames:
        return 0, 0
    sizes = [size for size in ((4, 3) if double else (3, 2)) if size <= len(run)]
    one = [1] if run[0] in _ALONE and not double else []
    for size in (*one, *sizes):
        if size == 2 and len(run) == 4 and run.endswith("가"):
            continue  # 류덕화가 is 류덕화 and a particle, hardly a painter called 류덕
        title = _title_size(run[size:], tells.titles)
        if title:
            return size, title
    for size in sizes:
        rest = run[size:]
        # The last of two or three syllables is rather a particle: 류의는, 이는.
        if is_tail(rest) and (rest or run[-1] not in _PARTICLES) and is_sino(run[:size]):
            return size, 0
    return 0, 0


def _title_size(rest: str, titles: frozenset[str]) -> int:
    """The syllables of a title with nothing but particles behind it; of one syllable only 씨."""
    ends = range(len(rest), 0 if rest[:1] == "씨" else 1, -1)
    return next((end for end in ends if rest[:end] in titles and is_tail(rest[end:])), 0)


@lru_cache(maxsize=1 << 15)
def _known(run: str) -> Person | None:
    """The person of the table with whose name the run begins."""
    if run[:2] not in heads():
        return None
    by_name = persons()
    for size in range(min(_LONGEST, len(run)), 1, -1):
        person = by_name.get(run[:size])
        rest = run[size:]
        if person is not None and (is_tail(rest) or _title_size(rest, listed().titles)):
            return person
    return None


def _holds(person: Person, text: str, start: int) -> bool:
    """Whether it is this person, by the name alone or by what stands near it."""
    if person.band in (SURE, NEVER):
        return True
    near = text[max(0, start - _NEAR) : start + _NEAR]
    return any(cue in near for cue in person.cues)


def _of_several_words(text: str) -> list[Name]:
    by_name = persons()
    found = [
        Name(match.start(), match.end(), by_name[match.group()])
        for match in several_words().finditer(text)
    ]
    return [name for name in found if name.person and _stands(name.person, text, name.start)]


def _stands(person: Person, text: str, start: int) -> bool:
    """Whether a name of several words, which can be nothing else, is this person."""
    return person.band != NEEDS_CUE or _holds(person, text, start)
