"""Chinese persons' names in the South Korean transcription (류하이타오, 刘海涛), whose beginning
may look like a word or a place: inside of them nothing is respelt.
"""

from __future__ import annotations

from functools import cache, lru_cache

from glossary.language.hanja import is_sino
from glossary.language.name_tables import listed
from glossary.language.pinyin import pinyin_syllables
from glossary.language.segmentation import is_tail
from glossary.language.transcription import transcribe, transcribe_pinyin

SURNAMES = frozenset("李林柳刘罗卢吕梁陆龙廉鲁黎练凌娄骆蓝兰赖")
"""Surnames with a first sound that South Korea softens in words."""
_SPELT = (
    "랴오 라이 러우 레이 뤄 뤼 량 란 랑 렁 례 롄 롼 루 룽 류 리 린 링 녜 뉴 니 자오 샤오 차오 "
    "야오 마오 바오 가오 하오 타오 쩌우 저우 허우 더우 어우 차이 다이 바이 페이 쑤 쑨 쉬 쉐 쉬안 "
    "첸 천 청 장 정 젠 주 쥐 왕 우 위 위안 양 옌 예 인 잉 마 먀오 판 팡 펑 황 후 한 허 훙 궈 관 "
    "구 궁 덩 두 돤 딩 둥 탄 탕 톈 텅 투 샤 셰 신 싱 성 선 쑹 스 쓰 친 추 취 쩡 쭝 캉 쿵 푸 멍 "
    "모 메이 미 바 볜 비 빙 진 지 자 겅 거 간 웨이 원 웡 융"
)
_SURNAME_SYLLABLES = frozenset(_SPELT.split())
"""Surnames as South Korea transcribes them (외래어 표기법, 표 5)."""
_SHORTEST = 4  # syllables from which a name may be read as Sino-Korean and is a name all the same
_LONGEST = 4  # syllables of Hangul of one of pinyin are 1 to 3


@cache
def _transcribed() -> frozenset[str]:
    return frozenset(map(transcribe_pinyin, pinyin_syllables()))


@lru_cache(maxsize=1 << 14)
def transcribed_size(run: str) -> int:
    """How many syllables of a run are the surname and the two further syllables of pinyin of a
    person's name, behind which it ends or has particles or a title; 0 where it begins with none,
    or all of it may be Sino-Korean.

    >>> transcribed_size("류하이타오가"), transcribed_size("랴오청즈"), transcribed_size("로동자")
    (5, 4, 0)
    """
    for size in _ends(run, 0, _SURNAME_SYLLABLES):
        for middle in _ends(run, size, _transcribed()):
            for end in _ends(run, middle, _transcribed()):
                if _is_name(run, end):
                    return end
    return 0


def may_be_transcribed(word: str) -> bool:
    """Whether a word may be a surname and one syllable of pinyin: 류리, 류샹."""
    return any(word[size:] in _transcribed() for size in _ends(word, 0, _SURNAME_SYLLABLES))


def is_name_of(run: str, chinese: str) -> bool:
    """Whether a run begins with the transcription of a person's name that a Chinese text has.

    >>> is_name_of("류리는", "刘莉说"), is_name_of("류리는", "流离失所")
    (True, False)
    """
    starts = [at for at, sign in enumerate(chinese) if sign in SURNAMES]
    names = (transcribe(chinese[at : at + size], person=True) for at in starts for size in (3, 2))
    return any(name and run.startswith(name) for name in names)


def _ends(run: str, at: int, syllables: frozenset[str]) -> list[int]:
    """Where a syllable of pinyin ends that begins here, the longest first."""
    ends = range(min(len(run), at + _LONGEST), at, -1)
    return [end for end in ends if run[at:end] in syllables]


def _is_name(run: str, end: int) -> bool:
    rest = run[end:]
    ended = is_tail(rest) or rest.startswith(tuple(listed().titles))
    return ended and (end >= _SHORTEST or not is_sino(run[:end]))
