"""Nouns that the Korean edition writes in one run and South Korea mostly in two or more."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.hangul import coda, with_coda
from glossary.language.lexicon import lexicon
from glossary.language.segmentation import hangs_on, is_particles
from glossary.language.variety_places import HEAD, NOUN, is_word, nouns

Found = tuple[int, str]

_SUFFIXES = frozenset(
    "시자률성객가장료비기지인원팀권율량물품선식형적용급층국과실집관론법화력액부소점제증서"
)
_PARTICLE_ENDS = (
    "인지",
    "인가",
    "라면",
    "보다",
    "마다",
    "가량",
    "하고",
    "까지",
    "부터",
    "들이",
    "끼리",
    "지면",
    "이나",
    "다면",
    "거나",
    "고자",
    "아서",
    "이어",
    "이어서",
    "이기",
    "이게",
    "어로",
    "지게",
    "다운",
)
_LIKE_A_VERB = re.compile(
    "해[결석관명산제체소설안외양협]|한[계국도약족어]|합[격계작병창]|함[유량]|하[락천수류교한반차]|할[인당]"
)
_OFFICE = re.compile(
    "(?:국가|중앙|최고|전국|국립|시립|도립)[가-힣]+(?:국|부|청|원|처|소|회|관|은행|대학|대학교|공원)"
    "|[가-힣]+(?:대대|지대|공사|관광국|교육국|공안국|법원|검찰원|위원회|연구소|연구원|회관|병원|센터|협회|"
    "박물관|도서관|기념관|미술관|체육관|올림픽|고속도로|방송국|협동조합|등록증|증명서|자격증|진료소|사무소|검문소|학원|컴퓨터|"
    "디스크|호르몬|심판|처분|회로|문화재|대학|은행|경찰서|소방서|공원|광장|터미널|공항|백화점|미화원|도우미|기사)"
)
_BEFORE_NOUNS = frozenset("빵차봄콩벼밀쌀돈상문낮밤방책칼옷밭풀떡무군시주현촌당성집논")


def compound(run: str) -> Found | None:
    """Nouns that South Korea mostly parts."""
    if len(run) < 4 or any(is_single(run, end) for end in range(2, len(run) + 1)):
        return None
    if _in_p(run):
        return None
    for end in range(len(run), 3, -1):
        noun = run[:end]
        if noun in nouns().whole or noun[:-1] in nouns().whole or _OFFICE.fullmatch(noun):
            return None
        if parts(noun) > 1 and hangs_on(run[end:]) and not _is_particle(noun):
            head = any(noun[at:] in nouns().heads for at in range(2, len(noun) - 1))
            return len(noun), HEAD if head else NOUN
    return None


def is_single(run: str, end: int) -> bool:
    """Whether a run begins with one word with no other behind it, but an affix or an ending."""
    if not _begins(run, end):
        return False
    rest = run[end:]
    if rest.startswith("들") or (hangs_on(rest) and not _LIKE_A_VERB.match(rest)):
        return True
    if rest[0] not in _SUFFIXES or not hangs_on(rest[1:]):
        return False
    return rest[0] == "화" or is_particles(rest[1:]) or not _is_noun_at(rest)


def _is_noun_at(rest: str) -> bool:
    """Whether what may be a suffix begins another noun (접수 + 기한은)."""
    return any(is_word(rest[:end]) and is_particles(rest[end:]) for end in range(2, len(rest) + 1))


def _in_p(run: str) -> bool:
    """Whether the run is a form of a verb whose ㅂ has become a vowel (아름다운)."""
    for at in range(2, len(run)):
        vowel_now = run[at] in "우운울웠와" and not coda(run[at - 1])
        if vowel_now and with_coda(run[:at], "ㅂ") in lexicon().stems:
            return True
    return False


def _is_particle(noun: str) -> bool:
    return noun.endswith(_PARTICLE_ENDS) or noun[:2] == noun[2:4]


@lru_cache(maxsize=1 << 15)
def parts(noun: str) -> int:
    """How many nouns of two syllables and more a noun consists of, at least; 0 if of others."""
    best = [0] + [-1] * len(noun)
    for end in range(2, len(noun) + 1):
        for start in range(max(0, end - 5), end - 1):
            if best[start] >= 0 and is_word(noun[start:end]):
                count = best[start] + 1
                if best[end] < 0 or count < best[end]:
                    best[end] = count
    return max(0, best[-1])


def short_noun(run: str) -> Found | None:
    """A noun of one syllable before another (콩종자), where no longer word begins the run."""
    if len(run) < 3 or run[0] not in _BEFORE_NOUNS or is_particles(run[1:]) or run[2] == "서":
        return None
    if any(_begins(run, end) for end in range(2, len(run) + 1)) or _in_p(run):
        return None
    ends = range(len(run), 2, -1)
    end = next((end for end in ends if is_word(run[1:end]) and hangs_on(run[end:])), 0)
    return (end, NOUN) if end and run[:end] not in nouns().whole else None


def _begins(run: str, end: int) -> bool:
    return is_word(run[:end]) or run[:end] in lexicon().stems


def adjectival(run: str) -> Found | None:
    """A noun after one that ends in 적 (합법적권익)."""
    at = run.find("적", 2) + 1
    if not at or run[at : at + 1] in ("", "인", "으", "이") or not is_word(run[: at - 1]):
        return None
    ends = range(len(run), at + 1, -1)
    end = next((end for end in ends if is_word(run[at:end]) and hangs_on(run[end:])), 0)
    return (end, NOUN) if end else None
