"""What the Korean edition joins to the form of a verb: bound nouns (갈데), times (졸업한후),
auxiliaries after 고 (하고있다)."""

from __future__ import annotations

import re

from glossary.language.hangul import coda, with_coda
from glossary.language.lexicon import lexicon
from glossary.language.variety_compounds import Found
from glossary.language.variety_places import (
    AFTER_VERB,
    BOUND,
    BOUND_NOUN,
    LONGEST_RUN,
    ONGOING,
    TAIL,
    TIME,
    is_adnominal,
    is_stem,
    is_word,
    nouns,
)

_BOUND_FIRST = frozenset(
    "이감자새턱둥족겸참것거겁게건걸수데지줄듯뿐만대채바리척체번뻔셈나터테텐따념법김적분시중"
)
_AFTER_FIRST = frozenset("동사순경까가외이일곳편날끝모당다뒤때덕탓대후무즈도즉노통")
_BOUND = re.compile(BOUND_NOUN)
_AFTER = re.compile(AFTER_VERB)
_AFTER_STEM = re.compile(
    f"(.+?)(?:기(전){TAIL}|기(위하|위해|위한|때문|시작|어려|힘들|쉬운|쉽|마련|일쑤|바쁘)[가-힣]*"
    "|고(싶|난|나서|나면|나니|말았|계[시신셨셔십]|있|보[니면자세]|봐|봅)[가-힣]*)"
)
_ALSO_JOINED = ("만", "듯", "일", "편", "김", "법", "외", "이상", "줄", "적", "곳")
"""Bound nouns that may be joined (한글 맞춤법 §47), or that other words end in, too (맞은편)."""
_VERBAL_ENDS = ("거든", "거라", "거늘")
_ONLY_BEFORE = {"체": tuple("하한할했해"), "터": tuple("라에이여인니")}
"""Bound nouns that many words end in, with what follows them."""
_PLACES = ("데에", "데서", "데다", "데로", "데가")
_OF_DO = ("한", "할", "된", "될")


def joined_after_verb(run: str) -> int | None:
    """Where in a run of Hangul a bound noun is joined to the form of a verb before it, which South
    Korea never writes.

    >>> joined_after_verb("졸업한후"), joined_after_verb("불길속에서")
    (3, None)
    """
    if len(run) > LONGEST_RUN or run in lexicon().words or run in nouns().whole:
        return None
    for look in (bound, after_verb):
        found = look(run)
        if found is not None and not run.startswith(_ALSO_JOINED, found[0] - 1):
            return found[0] - 1
    match = _after_stem_in(run)
    return match.start(match.lastindex or 0) if match else None


def bound(run: str) -> Found | None:
    """A bound noun behind the form of a verb, and where it begins."""
    for at in range(1, len(run)):
        if run[at] in _BOUND_FIRST:
            match = _BOUND.fullmatch(run, at)
            if match and _is_bound(run, at, len(match[0])):
                return at + 1, BOUND
    return None


def _is_bound(run: str, at: int, size: int) -> bool:
    word, first = run[:at], run[at]
    stems = lexicon().stems
    if any(run[:end] in stems for end in range(at + 1, len(run) + 1)):
        return False  # 살리는, 그럴듯하고
    if not (is_adnominal(word) or (first in "것거" and _is_of_copula(word))):
        return False
    if run.startswith("데는", at):
        return True
    if _is_ending(run, at) or (first in "만새겸턱참자감이" and at == 1):
        return False  # 볼만하다, 들새
    if first == "수" and coda(word[-1]) != "ㄹ" and word[-1] != "는":
        return False  # 난수
    if first in _ONLY_BEFORE and not run.startswith(_ONLY_BEFORE[first], at + 1):
        return False  # 간체, 페인터
    return not _is_one_word(run, at, size)


def _is_of_copula(word: str) -> bool:
    """Whether this is a noun with the copula before another noun (사실인, 경험이란)."""
    known = is_word(word[:-1]) or word == "일인"
    return (word[-1] == "인" and known) or word.endswith("이란")


def _is_ending(run: str, at: int) -> bool:
    """Whether what looks like a bound noun belongs to the ending before it (될지, 건강한데)."""
    word, first, stems = run[:at], run[at], lexicon().stems
    in_l = coda(word[-1]) == "ㄹ"
    if first == "데" and not in_l and not run.startswith(_PLACES, at):
        return True
    return (
        (in_l and first in "지게걸")
        or (word in stems and first in "지게건걸듯")
        or (word in stems and run.startswith(_VERBAL_ENDS, at))
        or (first in "지데" and not in_l and not _is_past(word))
        or (first == "지" and word.endswith(("른", "쁜", "싼")))  # 다른지
        or (first == "지" and word[-1] == "든" and f"{word[:-1]}들" not in stems)  # 언제든지
        or (first == "시" and (not in_l or at == 1))
        or (first == "중" and word[-1] != "는")
    )


def _is_past(word: str) -> bool:
    """Whether 지 and 데 are nouns after this form (떠난지), not a part of its ending (인지)."""
    return len(word) > 1 and not word.endswith(("는", "던", "인", "운", "은", "런", "떤"))


def after_verb(run: str) -> Found | None:
    """A noun of time behind the form of a verb, and where it begins."""
    for at in range(1, len(run)):
        if run[at] in _AFTER_FIRST and (at > 1 or run[at] in "때뒤후무즈"):
            match = _AFTER.fullmatch(run, at)
            if match and is_adnominal(run[:at]) and not _is_one_word(run, at, len(match[0])):
                return at + 1, TIME
    return None


def after_stem(run: str) -> Found | None:
    """A noun behind 기, or an auxiliary behind 고, and where it ends."""
    match = _after_stem_in(run)
    if match is None:
        return None
    return match.end(match.lastindex or 0), ONGOING if match[4] else TIME


def _after_stem_in(run: str) -> re.Match[str] | None:
    """A noun after 기, or an auxiliary after 고, behind a stem or a past (왔기때문에)."""
    match = _AFTER_STEM.fullmatch(run)
    if match is None:
        return None
    stem = match[1]
    whole = stem + "고" in lexicon().words  # 창고
    sure = bool(match[4]) and match[4][0] in "있싶" and not whole
    return match if sure or is_stem(stem) or coda(stem[-1]) == "ㅆ" else None


def _is_one_word(run: str, at: int, size: int) -> bool:
    """Whether what would be parted is one word (실수, 탈것)."""
    words, further = lexicon().words, nouns().further
    if run[at - 1 : at + 1] in ("한적", "본적") or (run[at] == "분" and run[at - 1] in "신는"):
        return False  # 한적하다, 본적 and 신분 are rarer
    first = max(0, at - 3)
    before = run[at - 1] if at > 1 else ""
    is_form = before in ("은", "는") or (before in _OF_DO and at > 2) or _has_stem(run[:at])
    last = at - 1 if is_form else at
    return any(
        run[start:end] in words or run[start:end] in further
        for start in range(first, last)
        for end in range(at + 1, at + size + 1)
    )


def _has_stem(word: str) -> bool:
    """Whether this is a form in ㄴ or ㄹ of a verb of two syllables (마실, 겁날)."""
    return len(word) > 1 and with_coda(word, "") in lexicon().stems
