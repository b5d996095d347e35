"""Verb endings that China spells by another rule than South Korea.

여 and 였 after a stem in ㅣ, ㅐ, ㅔ, ㅚ, ㅟ or ㅢ (조선말규범집 §11) are 어 and 었 in the South,
where only 하 takes 여 (한글 맞춤법 §18); ㄹ가 as a question is ㄹ까 (한글 맞춤법 §53).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.language.hangul import UNCONTRACTED, VOWELS, coda, compose, letters, with_coda
from glossary.language.lexicon import Lexicon

_FRONT = [
    compose(onset, vowel)
    for onset in "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
    for vowel in VOWELS
    if vowel in "ㅣㅐㅔㅚㅟㅢ"
]
_PAST = "(였)(?=[다고는던으지습을음기네냐구나겠더든거게어답단댔소군죠]|$)"
_ALWAYS = "(?<=[뛰띄튀휘쉬되])여"
_LINKING = "$|서$|서는|서도|야|도$|라$"
_AUXILIARY = (
    "지[고는며]|진|져|졌|주|준|줄|줘|줬|버[리렸린려]|보[고니았]|있|[나났난날남내냈낸낼]"
    "|가[고는며]|갔|오[는고르]|온|왔|올[라랐]|넘|들[이어었]|놓"
)
_YEO = re.compile(f"(?<=[{''.join(_FRONT)}])(?:{_PAST}|{_ALWAYS}|여(?={_LINKING}|{_AUXILIARY}))")
_STEM_EO = re.compile(f"(?<=[{''.join(_FRONT)}])[어었]")
_NOT_YEO = frozenset("이지")  # 잇다 and 짓다 lose their ㅅ before 어, which then stays
_ENDING = {"여": "어", "였": "었"}
# Nouns of one syllable whose form with 이 is a rare noun too: 점이였다 is 점 and the copula.
_COPULA_AFTER = frozenset("점일식말안양의용각적")
# Verbs in X이다 whose own past is X였 (끼이다, 떼이다 …): which of two verbs it is, only the
# sentence tells.
_DOUBLE = frozenset("끼떼매채패데치쥐메뉘베꿰죄꾀괴미배")
_HONOURED = frozenset("하되오으이보주드")  # before 시; 계시, 다시, 도시 … are nouns as well
# What nouns have that looks like the ending (시어머니, 베어링).
_NOUNS_IN_EO = (
    "어머",
    "어른",
    "어미",
    "어멈",
    "어린",
    "어민",
    "어업",
    "어깨",
    "어휘",
    "어링",
    "어싱",
    "어프리",
)
_AFTER_FOREIGN = ("데", "슨", "캣", "런", "컨", "텐", "스", "도어", "맨")
_AFTER_EO = frozenset("서도야지졌진")
_SURE = frozenset("되뛰쉬튀휘띄시키")
_NOUNS_IN_I = frozenset(  # whose 이 is their own
    [
        "덜렁이",
        "멍청이",
        "뚱뚱이",
        "홀쭉이",
        "절름발이",
        "말더듬이",
        "깜빡이",
        "얌전이",
        "바둑이",
        "얼룩이",
        "복슬이",
        "똘똘이",
        "차돌이",
    ]
)
_SHORT_NOUNS = frozenset(  # and counters, which the copula follows
    "것뿐살번명개점중적만년월일분원등터셈쪽편전후날밤말집길곳군벌건장권병잔마등식법탓덕뜻꿈꽃책물산강"
    "눈손발몸밥술떡옷방문벽창길땅밭논숲섬값돈힘맛멋흙돌불빛별달님들급형형적용품선"
)
_STEMS_LIKE_NOUNS = frozenset(["여의"])
_NOUN_FIRST = frozenset("뒤시키때")  # alone nouns with the copula: 12시였다, 그때여서
_QUESTION = re.compile("(?<=.)가(?=요?$|봐(?:서|요|서요)?$)")
_ASKING = ("누구", "무엇", "어디", "언제", "얼마", "무슨일", "어느것", "어떤것")
_COMMON_OPEN = frozenset("하되이시키지리기오가보주")


def yeo_endings(run: str, lexicon: Lexicon) -> list[tuple[int, str, bool]]:
    """The places of 여 and 였 that are 어 and 었, what they become, and whether it is sure.

    >>> from glossary.language.lexicon import lexicon
    >>> yeo_endings("투입되였다", lexicon()), yeo_endings("참여하다", lexicon())
    ([(3, '었', True)], [])
    """
    found = []
    for match in _YEO.finditer(run):
        at = match.start()
        sure = _is_sure(run, at, lexicon)
        if sure is not None:
            found.append((at, _ENDING[run[at]], sure))
    return found


def contracted(run: str, at: int, ending: str) -> tuple[int, str]:
    """Where the respelling of such an ending begins, and what it is: South Korea prints it in one
    with a stem of two syllables or more in ㅣ (한글 맞춤법 §36), but for 아니 and for 이, which may
    be the copula's.

    >>> contracted("흘리였다", 2, "었"), contracted("비였다", 1, "었")
    ((1, '렸'), (1, '었'))
    >>> contracted("생각이였다", 3, "었")
    (3, '었')
    """
    onset, vowel, final = letters(run[at - 1])
    if at < 2 or vowel != "ㅣ" or final or run[at - 1] == "이" or run[:at].endswith("아니"):
        return at, ending
    return at - 1, compose(onset, "ㅕ", coda(ending))


def _is_sure(run: str, at: int, lexicon: Lexicon) -> bool | None:
    """Whether the 여 or 였 at a place is surely the ending; None where it is none."""
    before, rest = run[at - 1], run[at + 1 :]
    listed = _is_listed(run, at, lexicon) or _is_honoured(run, at)
    if before in "되뛰띄튀휘쉬" or run[:at].endswith("아니") or listed:
        return True
    must = rest == "야" and run[:at] in lexicon.stems  # 틀어쥐여야: no 여야
    begins = not must and _begins_noun(run, at, lexicon)
    if run[:at] in _NOUN_FIRST or run[:at].endswith("까지"):
        return None
    noun = run[at] == "여" and (begins or (before in "이시" and not rest))
    if noun or _after_noun(run, at, lexicon):
        return None
    if before == "이":
        copula = run[at] == "였" or rest[0] in "서야도"
        return _is_noun(run[: at - 1], lexicon) and run[:at] not in _NOUNS_IN_I if copula else None
    if before == "시" and at > 1:
        return True
    if not _ends_in_stem(run[:at], lexicon):
        return None
    # 개였다 may be a noun's
    return (must and at > 2) or (at > 1 and before not in _DOUBLE)


def _is_honoured(run: str, at: int) -> bool:
    """Whether 시 before 였 honours who does it: 말씀하시였다, not 표시였다 or 가시였다."""
    stem = run[at - 2 : at - 1]
    return run[at - 1 : at + 1] == "시였" and (
        stem in _HONOURED or (stem == "가" and at > len("가시였"))
    )


def _is_listed(run: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the stem as such is listed, with 었 (내비치) or with 어 and what follows (헤어지)."""
    if run[at] == "였":
        verb = run[:at] in lexicon.stems and run[:at] not in lexicon.words
        return at > 1 and (verb or run[:at] in _STEMS_LIKE_NOUNS)
    if any(run[:end] in lexicon.words for end in range(at + 1, len(run) + 1)):
        return False
    onset, vowel, _ = letters(run[at + 1]) if at + 1 < len(run) else ("", "", "")
    whole = UNCONTRACTED.get(vowel, vowel)
    return bool(onset) and f"{run[:at]}어{compose(onset, whole)}" in lexicon.stems


def eo_endings(run: str, lexicon: Lexicon) -> list[tuple[int, str, bool]]:
    """The places of 어 and 었 that China writes 여 and 였, what they become, and whether it is
    sure.

    >>> from glossary.language.lexicon import lexicon
    >>> eo_endings("건설되었다", lexicon()), eo_endings("미디어", lexicon())
    ([(3, '였', True)], [])
    """
    found = []
    for match in _STEM_EO.finditer(run):
        at = match.start()
        before, after = run[at - 1], {"어": "여", "었": "였"}[run[at]]
        if _is_of_noun(run, at):
            continue
        if before in _SURE or run[:at].endswith("아니"):
            found.append((at, after, True))
        elif _longest_noun(run, at + 1, lexicon) > 1 or before == "지":
            continue
        elif before == "이":
            copula = at > 1 and (run[at] == "었" or run[at + 1 : at + 2] in tuple("서야도"))
            if copula or run[at] == "었":
                found.append((at, after, copula))
        elif _ends_in_stem(run[:at], lexicon):
            found.append((at, after, at > 1 or before not in _NOT_YEO))
    return found


def _is_of_noun(run: str, at: int) -> bool:
    """Whether what looks like the ending is a part of a noun: 시어머니, 베어링, 시어 (詩語)."""
    foreign = at == 1 and run.startswith(_AFTER_FOREIGN, at + 1)  # 피어슨
    poetry = at == 1 and run.startswith("시어") and run[at + 1 : at + 2] not in _AFTER_EO
    return foreign or poetry or run.startswith("히어로") or run.startswith(_NOUNS_IN_EO, at)


def question(run: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The place of 가 in a question that South Korea writes 까, and whether it is sure; 봐 may
    follow (추울가봐).

    >>> from glossary.language.lexicon import lexicon
    >>> question("못할가", lexicon()), question("길가", lexicon()), question("소설가", lexicon())
    ((2, True), None, None)
    """
    match = _QUESTION.search(run)
    if match is None or coda(run[match.start() - 1]) != "ㄹ":
        return None
    at = match.start()
    if run[: at + 1] in lexicon.words or run[:at] in lexicon.words:
        return None
    before = run[:at]
    stem = _stem_before(before)
    if {stem, *_irregular(stem)} & lexicon.stems or stem[-1] in "하되" or stem.endswith("아니"):
        return at, stem != "이"
    if len(stem) > 1 and stem[-1] in _COMMON_OPEN:
        return at, stem.removesuffix("이") in _ASKING
    return None


def copula_yo(run: str, ending: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The place of 예 in 이예요 or 아니예요, which South Korea writes 에, or of 에 the other way
    round, and whether it is sure: 영숙이예요 is the name's.

    >>> from glossary.language.lexicon import lexicon
    >>> copula_yo("사람이예요", "예요", lexicon()), copula_yo("영숙이예요", "예요", lexicon())
    ((3, True), (3, False))
    """
    before = run.removesuffix(ending)
    if before == run or len(before) < len("이이") or before[-1] not in "이니":
        return None
    if before[-1] == "니":
        return (len(before), True) if before.endswith("아니") else None
    noun = before[:-1]
    return len(before), bool(coda(noun[-1])) and _is_noun(noun, lexicon)


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends in one that the copula mostly follows; so does what is no Hangul."""
    ends = [word[start:] for start in range(len(word) - 1)]
    known = any(end in lexicon.words or end in lexicon.by_chinese for end in ends)
    return known or word[-1:] in _SHORT_NOUNS or not word


def _stem_before(before: str) -> str:
    """The stem of a verb in ㄹ or 을: 없 of 없을, 가 of 갈."""
    if before[-1] == "을" and len(before) > 1:
        return before[:-1]
    return with_coda(before, "")


def _irregular(stem: str) -> Iterator[str]:
    """What the stem was before it lost its ㅎ, or its ㅂ for 우: 어떻 of 어떠, 춥 of 추우."""
    if not coda(stem[-1]):
        yield with_coda(stem, "ㅎ")
    if len(stem) > 1 and stem[-1] == "우" and not coda(stem[-2]):
        yield with_coda(stem[:-1], "ㅂ")


def _after_noun(run: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun ends just before (이야기였다 is right in both), or with the 여 (기여).

    이 belongs to a noun where the noun with it is longer than the one without (고양이, not 생각이).
    """
    without, noun, longer = (_longest_noun(run, end, lexicon) for end in (at - 1, at, at + 1))
    if run[at - 1] == "이" and (noun <= without or run[at - 2] == "적"):
        return False
    if at == 2 and run[1] == "이" and run[0] in _COPULA_AFTER:
        return False
    return noun > 1 or longer > 1


def _longest_noun(run: str, end: int, lexicon: Lexicon) -> int:
    """The syllables of the longest word that ends at a place."""
    return next((end - start for start in range(end - 1) if run[start:end] in lexicon.words), 0)


def _begins_noun(run: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun begins with the 여 at a place (해외여행)."""
    return any(run[at:end] in lexicon.words for end in range(at + 2, min(len(run), at + 5) + 1))


def _ends_in_stem(before: str, lexicon: Lexicon) -> bool:
    """Whether this ends in a verb's stem: all of it, or after a noun one of two syllables."""
    if before in lexicon.stems or before[-1] in _SURE:
        return True
    return any(before[start:] in lexicon.stems for start in range(len(before) - 1))
