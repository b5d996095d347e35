"""Numbers and money that the two varieties write, or mean, in different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.language.reasons import QUARTER, YEAR_PLAN, YUAN
from glossary.language.units import AFTER_WON
from glossary.model import FLAG, SUGGEST, Respelling

_PLAN = re.compile(r"[‘'](\d{1,2})\.5[’'] ?(계획|규획|시기|기간)")
_QUARTER = re.compile(r"(?<![\d.])([1-4])\.4분기")
_MONEY = re.compile(
    r"(?:(?<![0-9.,])[0-9][0-9,.]*[십백천만억조여 ]{0,4}"
    r"|(?<![가-힣])(?!조원[이을에의인은과도만])"  # of a group
    r"(?!만원(?:을 이[루뤘룬]|이[라였었]| ?(?:버스|뻐스|렬차|관중|사례)))"  # 满员
    r"(?:몇|(?:수 ?)?[십백천만억조])[십백천만억조여 ]{0,4})"
    rf"원(?={AFTER_WON}|[^가-힣]|$)"
)
_OF_SEOUL = re.compile("(?:한화|한국 ?돈|한국 ?원화|원화|₩) ?(?:[약근] |총 )?$")
_NEAR = 12  # characters in which 한화 is looked for
_FIRST_REGULAR = 3  # the third plan began in 1966, and since then one every five years


def numerals(text: str) -> Iterator[Respelling]:
    """What to think of about numbers when Chinese-Korean text is for South Korea.

    >>> [(r.before, r.after, r.band) for r in numerals("‘15.5’계획에 3억원을 들였다")]
    [('‘15.5’계획', '제15차 5개년 계획(2026~2030년)', 'suggest'), ('3억원', '3억원', 'flag')]
    """
    for match in _PLAN.finditer(text):
        yield _respelling(match, _plan(int(match[1]), match[2]), SUGGEST, YEAR_PLAN)
    for match in _QUARTER.finditer(text):
        yield _respelling(match, f"{match[1]}분기", SUGGEST, QUARTER)
    for match in _MONEY.finditer(text):
        if not is_of_seoul(text, match.start()):
            yield _respelling(match, match[0], FLAG, YUAN)


def is_of_seoul(text: str, at: int) -> bool:
    """Whether a text says that the money that begins here is South Korea's: 한화 5000원."""
    return _OF_SEOUL.search(text, max(0, at - _NEAR), at) is not None


def _plan(number: int, what: str) -> str:
    """A five-year plan by its number, with its years from the third on."""
    years = ""
    if number >= _FIRST_REGULAR:
        first = 1966 + 5 * (number - _FIRST_REGULAR)
        years = f"({first}~{first + 4}년)"
    period = "" if what in ("계획", "규획") else f" {what}"
    return f"제{number}차 5개년 계획{years}{period}"


def _respelling(match: re.Match[str], after: str, band: str, reason: str) -> Respelling:
    start, end = match.span()
    return Respelling(start, end, match[0], after, "number", reason, band, reason)
