"""A run of Hangul in the South Korean norm, respelt as the Korean edition writes it.

The lexicon knows a word's hanja, so 노동 is 로동 for 勞動; 노력 is 努力 or 勞力 and only suggested.
Endings follow by rule: 되었다 is 되였다, 할까 is 할가. A word that no table has stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from glossary.language.endings import copula_yo, eo_endings
from glossary.language.hangul import coda, compose, letters
from glossary.language.lexicon import INITIAL, LOANWORD, RATE, YEO, lexicon, reversed_lexicon
from glossary.language.reasons import AMBIGUOUS, BY_RULE, KNOWN, PERHAPS_NAME
from glossary.language.segmentation import Piece, is_particles, segment
from glossary.language.southern_names import like_a_name, southern_edits
from glossary.language.transcribed_names import transcribed_size
from glossary.model import APPLY, SUGGEST, Respelling

_TEN = ("열명", "열개", "열번", "열살")  # a numeral and what it counts, no word in 렬
_ALSO_VERBS = frozenset(
    [
        *("나선", "입지", "이고", "이면", "연한", "녹지", "누진", "녹음"),
        *("내도", "입자", "논지", "뇌고", "누고", "여서", "논자"),
    ]
)
"""Words with a hanja that are forms of verbs as well: 나서다, 입다, 연하다, 내다 (내도 된다)."""
_ALSO_NAMES = frozenset(["영호", "영수", "영락"])
"""Names with a hanja in ㄹ or without; as words (領收, 零落) they hardly stand alone."""
_COPULAS = ("이면", "이고", "이자", "이서")
_STAY = frozenset(["이웃", "이어", "영어", "영양", "이민", "예방", "유전", "유전자", "여우"])
"""Words that may have a hanja in ㄹ (羚羊, 里民), but nearly always are others (營養, 移民)."""
_PLAIN = frozenset(["독일"])
"""Words that Koreans in China write as South Korea does, though others are known (도이췰란드)."""
_STAY_AS_VERBS = frozenset(["유리", "이상", "양성", "유망", "노력", "이식", "유치", "연주", "양식"])
"""Words that may have a hanja in ㄹ (琉璃, 理想), but none of which a verb is made (有利, 異常)."""
_LIGHT_VERB = tuple("하한할함합해했되된될됨됩돼됐시")
_QUESTION = re.compile("까(?=요?$)")
_RATE_SUFFIX = re.compile("(?<=[가-힣]{2})율(?=$|[을은이의에과로도만])")


@lru_cache(maxsize=1 << 16)
def chinese_edits(run: str, attached: bool = False) -> tuple[Respelling, ...]:
    """The changes of one run of syllables; `attached`: a number or a bracket precedes (30여명)."""
    names = () if attached else southern_edits(run)
    edits = [] if run.startswith(_TEN) else _by_words(run)
    if names:
        edits = [*names, *(each for each in edits if each.start >= names[-1].end)]
    edits = [e for e in edits if e.start or not attached or e.kind == LOANWORD]  # 100미터
    taken = {place for edit in edits for place in range(edit.start, edit.end)}
    for at, after, sure in eo_endings(run, lexicon()):
        if at not in taken:
            edits.append(_edit(run, at, after, YEO, sure=sure))
            taken.add(at)
    for match in _QUESTION.finditer(run):
        if match.start() and coda(run[match.start() - 1]) == "ㄹ":
            edits.append(_edit(run, match.start(), "가", "question", sure=True))
    told = copula_yo(run, "에요", lexicon())
    if told is not None:
        edits.append(_edit(run, told[0], "예", YEO, sure=told[1]))
    for match in _RATE_SUFFIX.finditer(run):
        at = match.start()
        if at not in taken and coda(run[at - 1]) in ("", "ㄴ") and run not in lexicon().words:
            edits.append(_edit(run, at, "률", RATE, sure=False))
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _by_words(run: str) -> list[Respelling]:
    tables = reversed_lexicon()
    if tables.heads.isdisjoint({run[0], *map("".join, pairwise(run))}):
        return []
    if _is_of_verb(run):
        return []
    pieces = segment(run, tables)
    name = like_a_name(run, pieces)
    if name is not None and run[:2] not in _STAY:
        return [name]
    edits = []
    for place, piece in enumerate(pieces):
        pair = piece.pair
        if pair is None or _is_verb(run, piece) or _stays(run, piece) or _is_copula(run, piece):
            continue
        if piece.start and pair.kind == INITIAL and _is_cut_out(run, pieces, place):
            continue
        beside = [*pieces[max(0, place - 1) : place], *pieces[place + 1 : place + 2]]
        sure = pair.band == APPLY and all(each.known for each in beside)
        sure = sure and run not in _ALSO_VERBS
        band, reason = (APPLY, KNOWN) if sure else (SUGGEST, AMBIGUOUS)
        if run[: piece.end] in _ALSO_NAMES and is_particles(run[piece.end :]):
            band, reason = SUGGEST, PERHAPS_NAME
        change = (pair.chinese, pair.korean, pair.kind, pair.kind, band, reason)
        edits.append(Respelling(piece.start, piece.end, *change))
    return edits


def _is_cut_out(run: str, pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether what looks like a word is cut out of another: 이타 of 타이타닉, 이지 of 이지요."""
    strangers = [each.start for each in pieces if not each.known]
    behind = any(start > pieces[place].start for start in strangers)
    return behind or (bool(strangers) and transcribed_size(run) > 0)


def _stays(run: str, piece: Piece) -> bool:
    """Whether a word is one that is written alike in China."""
    word = run[piece.start : piece.end]
    verbal = word in _STAY_AS_VERBS and run.startswith(_LIGHT_VERB, piece.end)
    above = word == "이상" and piece.start > 0  # 절반이상
    return (
        word in _STAY or word in _PLAIN or verbal or above or run.startswith("연세대", piece.start)
    )


def _is_copula(run: str, piece: Piece) -> bool:
    """Whether what looks like a word is the copula behind a noun: 십년이면, 세살이고."""
    return piece.start > 0 and run[piece.start :] in _COPULAS


def _is_of_verb(run: str) -> bool:
    """Whether a run is a verb of two syllables or more in the present: 나선다, 내세운다."""
    if len(run) < len("나선다") or run[-1] != "다":
        return False
    onset, vowel, final = letters(run[-2])
    return final == "ㄴ" and run[:-2] + compose(onset, vowel, "") in lexicon().stems


def _is_verb(run: str, piece: Piece) -> bool:
    """Whether what looks like a word is a form of a verb that has lost its ㄹ: 연다 of 열다."""
    word = run[piece.start : piece.end]
    onset, vowel, final = letters(word[0])
    lost = compose(onset, vowel, "ㄹ")
    return word[1:] == "다" and final == "ㄴ" and lost in lexicon().stems


def _edit(run: str, at: int, after: str, kind: str, *, sure: bool) -> Respelling:
    band, reason = (APPLY, BY_RULE) if sure else (SUGGEST, AMBIGUOUS)
    return Respelling(at, at + 1, run[at], after, kind, kind, band, reason)
