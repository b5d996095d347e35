"""Korean text respelt for the other variety, change by change and each with its reason.

Rules propose, the lexicon disposes: a change is applied where the South Korean word is known and
the Chinese spelling can mean nothing else, suggested where it may, and only flagged where nothing
but the sentence or the Chinese original can tell. Words are never replaced by other words.

A run of Hangul is decided by itself and remembered; what stands around it (quotation marks,
titles, a number before it) is looked at afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from glossary.language.chinese_norm import chinese_edits
from glossary.language.endings import contracted, copula_yo, question, yeo_endings
from glossary.language.gazetteer import COUNTY, Place, places_in
from glossary.language.hangul import coda, letters
from glossary.language.hanja import initial_sound, is_sino
from glossary.language.lexicon import (
    INITIAL,
    LOANWORD,
    NATIVE,
    RATE,
    YE,
    YEO,
    Lexicon,
    Pair,
    lexicon,
)
from glossary.language.literals import literals
from glossary.language.mentions import mentions, titles
from glossary.language.name_forms import respelt
from glossary.language.name_tables import listed
from glossary.language.names import names_in
from glossary.language.numerals import numerals
from glossary.language.particles import with_particle
from glossary.language.reasons import (
    AMBIGUOUS,
    BY_RULE,
    IN_TITLE,
    KNOWN,
    MENTIONED,
    PERHAPS_NAME,
    PLACE,
    PLACES,
    SPACE,
)
from glossary.language.runs import HANGUL_RUN
from glossary.language.segmentation import Piece, is_tail, segment
from glossary.language.senses import sensed
from glossary.language.spacing import above, gaps, nearly
from glossary.language.spans import Spans
from glossary.language.style import calques
from glossary.language.transcribed_names import transcribed_size
from glossary.model import APPLY, FLAG, KO_KR, SUGGEST, Respelling

_ATTACHED = re.compile(r"[0-9A-Za-z%℃〇\u3400-\u9fff’”)\]）》〉」』]$")
_COUNTED = re.compile(
    "(?:(?<![가-힣])(?:몇|수|여러|한두|두세|[일이삼사오육칠팔구십백천만]+)|[0-9][백천만억]*)여? $"
)
_ABOVE = "이상"  # 以上, where a number or a measure is before it, and no 理想
_BOUNDED = re.compile("(?:[0-9%℃㎡㎞][가-힣]{0,3}|규모|절반|수준|배|기준|정도|그|더|필요) $")
_RATE_AFTER = re.compile("(?<=[가-힣])[률렬]")
_VERBAL = {"페지": "폐지"}  # a page, but where a verb is made of it, to abolish
_LIGHT = ("하", "되", "시", "한", "할", "함", "했", "해", "된", "될", "됨", "됐", "돼")
_GAPS = ("", " ", "\n")  # what mostly stands before a run
_LONGEST = 40  # syllables; a longer run is no word of anybody's


def respell(text: str, to: str = KO_KR) -> tuple[Respelling, ...]:
    """The respellings of a text for the other variety in order, none overlapping another.

    >>> [(r.before, r.after, r.band) for r in respell("량산에 들어간 기술혁신쎈터")]
    [('량산', '양산', 'apply'), ('쎈터', '센터', 'apply')]
    """
    found: list[Respelling] = []
    runs = tuple(HANGUL_RUN.finditer(text))
    for run in runs:
        start = run.start()
        attached = text[start - 1 : start] not in _GAPS and bool(_ATTACHED.match(text[start - 1]))
        if run.group().startswith("년"):
            attached = attached or bool(_COUNTED.search(text, max(0, start - 4), start))
        elif run.group().startswith(_ABOVE):
            attached = attached or bool(_BOUNDED.search(text, max(0, start - 6), start))
        edits = (run_edits if to == KO_KR else chinese_edits)(run.group(), attached)
        if edits:
            found += [replace(e, start=start + e.start, end=start + e.end) for e in edits]
    if to == KO_KR:
        found = _with_names(text, runs, found)
    found = _in_context(text, found)
    if to != KO_KR:
        return tuple(_outside(text, found))
    spaces = [Respelling(at, at, "", " ", "spacing", rule, APPLY, SPACE) for at, rule in gaps(text)]
    almost = [
        Respelling(start, end, text[start:end], " 뻔", NATIVE, NATIVE, APPLY, BY_RULE)
        for start, end in nearly(text)
    ]
    over = [
        Respelling(at, at + 1, "우", " 위", NATIVE, NATIVE, APPLY, BY_RULE) for at in above(text)
    ]
    found += _beside(found, [*numerals(text), *spaces, *almost, *over, *calques(text)])
    return tuple(sorted(_outside(text, found), key=lambda each: (each.start, each.end)))


def _outside(text: str, found: list[Respelling]) -> list[Respelling]:
    """Those that are not in what the text says to machines."""
    spans = literals(text)
    if not spans:
        return found
    taken = Spans(spans)
    return [each for each in found if not taken.meet(each.start, max(each.end, each.start + 1))]


def _with_names(
    text: str, runs: tuple[re.Match[str], ...], found: list[Respelling]
) -> list[Respelling]:
    """The respellings with those of persons' names, inside which nothing else is changed.

    A name that no rule would touch is pointed at only where the text is respelt elsewhere: in a
    South Korean text it is right as it is.
    """
    names = names_in(text, runs)
    if not names:
        return found
    northern = any(each.band == APPLY for each in found)
    taken = Spans((name.start, name.end) for name in names)
    touched = Spans((each.start, each.end) for each in found)
    starts = [run.start() for run in runs]
    kept = [each for each in found if not taken.meet(each.start, each.end)]
    for name in names:
        made = respelt(text, name, runs[bisect_right(starts, name.end - 1) - 1].end())
        soft = touched.meet(name.start, name.end) or _starts_softly(text[name.start])
        if made is not None and (made.band != FLAG or northern or soft):
            kept.append(made)
    return sorted(kept, key=lambda each: each.start)


def _beside(found: list[Respelling], others: list[Respelling]) -> list[Respelling]:
    """Of these the respellings that overlap none of those found, nor each other."""
    taken = Spans((each.start, each.end) for each in found)
    kept = []
    for each in others:
        if not taken.meet(each.start, each.end):
            taken.add(each.start, each.end)
            kept.append(each)
    return kept


def applied(text: str, respellings: Iterable[Respelling]) -> str:
    """The text with these respellings, whatever their band; they must not overlap.

    >>> applied("량산되였다", respell("량산되였다"))
    '양산되었다'
    """
    parts, at = [], 0
    for each in sorted(respellings, key=lambda each: (each.start, each.end)):
        parts += [text[at : each.start], each.after]
        at = each.end
    return "".join((*parts, text[at:]))


@lru_cache(maxsize=1 << 16)
def run_edits(run: str, attached: bool) -> tuple[Respelling, ...]:
    """The changes of one run of syllables; `attached`: a number, a name or a bracket precedes."""
    tables = lexicon()
    if len(run) > _LONGEST or (run in tables.words and run not in tables.by_chinese):
        return ()
    edits: list[Respelling] = []
    heads = {run[0], *map("".join, pairwise(run))}
    if _starts_softly(run) or not tables.heads.isdisjoint(heads):
        edits += _by_words(run, attached, tables)
    places = [] if attached else _places(run)
    if places:
        edits = places + [edit for edit in edits if edit.start >= places[-1].end]
    taken = {place for edit in edits for place in range(edit.start, edit.end)}
    for at, after, sure in yeo_endings(run, tables):
        counted = attached and at == 1 and not sure  # 92세였다
        if at not in taken and not counted:
            band, reason = (APPLY, BY_RULE) if sure else (SUGGEST, AMBIGUOUS)
            start, after = contracted(run, at, after)
            before = run[start : at + 1]
            edits.append(Respelling(start, at + 1, before, after, YEO, "yeo", band, reason))
    asked = question(run, tables)
    if asked is not None and asked[0] not in taken:
        band, reason = (APPLY, BY_RULE) if asked[1] else (SUGGEST, AMBIGUOUS)
        at, after = asked[0], "까 " if run[asked[0] + 1 : asked[0] + 2] == "봐" else "까"
        edits.append(Respelling(at, at + 1, "가", after, "question", "question", band, reason))
    told = copula_yo(run, "예요", tables)
    if told is not None:
        band, reason = (APPLY, BY_RULE) if told[1] else (SUGGEST, AMBIGUOUS)
        edits.append(Respelling(told[0], told[0] + 1, "예", "에", YEO, YEO, band, reason))
    edits += _rates(run, taken)
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _places(run: str) -> list[Respelling]:
    """The places a run begins with that South Korea writes otherwise."""
    return [_of_place(run, each) for each in places_in(run) if _is_clear(run, each)]


def _is_clear(run: str, place: Place) -> bool:
    """Whether a place is to be pointed at: counties and common words only with their 현, 시 …"""
    name, tables = run[place.start : place.end], lexicon()
    if place.korean == (name,):
        return False
    common = place.common or name in tables.by_chinese or name in tables.words
    return place.full or not (common or place.level == COUNTY)


def _of_place(run: str, place: Place) -> Respelling:
    """What South Korea calls a place: suggested, and flagged where it may be another one or a
    common word."""
    before = run[place.start : place.end]
    one = len(place.korean) == 1 and not place.common and not place.short
    if one:
        after, band, reason = place.korean[0], SUGGEST, PLACE
    else:
        after, band, reason = before, FLAG, PLACES
    return Respelling(place.start, place.end, before, after, "place", "gazetteer", band, reason)


def _starts_softly(run: str) -> bool:
    """Whether the run begins with a sound that no South Korean word of its own begins with."""
    onset, vowel, _ = letters(run[0])
    return onset == "ㄹ" or (onset == "ㄴ" and vowel in "ㅕㅛㅠ")


def _by_words(run: str, attached: bool, tables: Lexicon) -> list[Respelling]:
    pieces = segment(run, tables)
    edits = []
    stranger = any(not piece.known for piece in pieces)
    if not attached and stranger and _starts_softly(run) and transcribed_size(run):
        return []
    if not attached and _is_like_a_name(run, pieces):
        end = pieces[1].end
        return [Respelling(0, end, run[:end], run[:end], "person", INITIAL, FLAG, PERHAPS_NAME)]
    for place, piece in enumerate(pieces):
        counted = attached and piece.start == 0
        if piece.pair and (not counted or _is_respelt_after_number(piece.pair)):
            edit = _of_pair(run, piece.pair, pieces, place)
            edits.append(with_particle(edit, run[edit.end :]))
    unknown = bool(pieces) and not pieces[0].known
    if unknown and not attached and _starts_softly(run):
        edits += _unknown_start(run, pieces)
    return edits


def _is_respelt_after_number(pair: Pair) -> bool:
    """Whether a word is respelt behind a figure, too: 20메터, 80돐, 11련승; 30리 stays."""
    return pair.kind in (LOANWORD, NATIVE) or pair.chinese.startswith("련")


def _of_pair(run: str, pair: Pair, pieces: tuple[Piece, ...], place: int) -> Respelling:
    """The change of a known word: suggested where it can be another, or hangs on unknown ones."""
    piece = pieces[place]
    left = place == 0 or pieces[place - 1].known
    right = place + 1 == len(pieces) or pieces[place + 1].known
    verbal = _VERBAL.get(pair.chinese)
    if verbal and run.startswith(_LIGHT, piece.end):
        return Respelling(piece.start, piece.end, pair.chinese, verbal, YE, YE, APPLY, KNOWN)
    band, reason = pair.band, KNOWN if pair.band == APPLY else AMBIGUOUS
    if pair.chinese in listed().also_words and is_tail(run[piece.end :]):
        band, reason = SUGGEST, PERHAPS_NAME
    elif pair.kind != LOANWORD and not (left and right):
        band, reason = SUGGEST, AMBIGUOUS
    return Respelling(
        piece.start, piece.end, pair.chinese, pair.korean, pair.kind, pair.kind, band, reason
    )


_NO_NAMES_END = frozenset("통벽칸옷쌀병컵솥밥떡꽃못값")
"""Nouns of one syllable that end no name: 록색통."""


def _is_like_a_name(run: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether a run begins with a surname and two syllables of which no word can be made, and then
    ends or has a title; 록색저탄소기술 goes on with words."""
    known = len(pieces) > 1 and pieces[0].pair is not None and pieces[0].end == 2
    if not known or not _starts_softly(run) or pieces[1].known or run[2:3] in _NO_NAMES_END:
        return False
    rest, after = run[pieces[1].end :], pieces[2:3]
    worded = any(piece.known and piece.word and not piece.tail for piece in after)
    return not worded or rest.startswith(tuple(listed().titles))


def _unknown_start(run: str, pieces: tuple[Piece, ...]) -> list[Respelling]:
    """The initial-sound rule on a word nobody knows; where it may be a name it is only flagged."""
    size = next((piece.start for piece in pieces if piece.known), len(run))
    after = initial_sound(run[0])
    if size == 2 and run[3:] and is_tail(run[3:]) and is_sino(run[:3]):  # 류해도의 is no 도의
        size = 3
    if size < 2 or not is_sino(run[: min(size, 3)]):
        return []
    if size <= 3:
        return [Respelling(0, size, run[:size], run[:size], "person", INITIAL, FLAG, PERHAPS_NAME)]
    return [Respelling(0, 1, run[0], after, INITIAL, INITIAL, SUGGEST, BY_RULE)]


def _rates(run: str, taken: set[int]) -> list[Respelling]:
    """렬 and 률 after a vowel or ㄴ (한글 맞춤법 §11) where no known word has them."""
    edits = []
    for match in _RATE_AFTER.finditer(run):
        at = match.start()
        if at not in taken and coda(run[at - 1]) in ("", "ㄴ"):
            sure = match.group() == "률"
            band, reason = (APPLY, BY_RULE) if sure else (SUGGEST, AMBIGUOUS)
            edits.append(
                Respelling(
                    at,
                    at + 1,
                    match.group(),
                    initial_sound(match.group()),
                    RATE,
                    RATE,
                    band,
                    reason,
                )
            )
    return edits


def _in_context(text: str, found: list[Respelling]) -> list[Respelling]:
    """Respellings in titles and of words under discussion become flags."""
    if not found:
        return found
    named, said = titles(text), mentions(text)
    return [_flagged(each, named, said) for each in sensed(text, found)]


def _flagged(each: Respelling, named: Spans, said: Spans) -> Respelling:
    for spans, reason in ((named, IN_TITLE), (said, MENTIONED)):
        if spans.hold(each.start, each.end):
            return replace(each, after=each.before, band=FLAG, reason=reason)
    return each
