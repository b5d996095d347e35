"""Korean particles and the copula: the form that agrees with the word before, chosen or repaired.

Each pair has a form after a consonant and one after a vowel; 으로 and what begins with it takes the
short form after ㄹ too (한글 맞춤법; 표준어 규정). The past and the linking form of the copula are
written 이였다 and 이여서 in China, 이었다 and 이어서 in South Korea; after a vowel both write 였다
and 여서.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from glossary.language.hangul import coda
from glossary.language.sounds import last_sound
from glossary.model import KO_CN, KO_KR, Respelling

_COMMON = (
    "은/는 을/를 이/가 과/와 으로/로 으로서/로서 으로써/로써 으로부터/로부터 이나/나 "
    "이나마/나마 이란/란 이든/든 이든지/든지 이든가/든가 이야/야 이야말로/야말로 이라/라 "
    "이라고/라고 이라는/라는 이라면/라면 이라도/라도 이라서/라서 이랑/랑 이며/며 이고/고 "
    "이자/자 이니/니 이다/다 은커녕/는커녕 아/야"
)
_COPULA = {
    KO_CN: "이였/였 이여서/여서 이여야/여야 이여도/여도 이여요/여요",
    KO_KR: "이었/였 이어서/여서 이어야/여야 이어도/여도 이에요/예요",
}
_CLOSING = "’”'\"」』》〉)]）］】〕"
_AFTER = {
    "으로": "|는|도|만|의|나|라도|든|까지|부터|인한|인해|하여",
    "으로서": "|는|도|만|의",
    "으로써": "|는|도|만|의",
    "으로부터": "|는|도|의|만",
    "과": "|는|도|의|만",
    "이나": "|마",
    "이라도": "|요",
    "이라": "|도|서|며|던|니|지만|고는|고도",
    "이라고": "|는|도|만|까지|요|하는|한|할|하여|해",
    "이였": "[다고는던으지을습기음네나][가-힣]*",
    "이었": "[다고는던으지을습기음네나][가-힣]*",
    "이다": "",
    "이고": "|요",
}
"""What may follow the first form of a pair so that all of it is particles; else only the end."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two forms of a particle: after a consonant and after a vowel."""

    closed: str
    open: str

    def after(self, sound: str) -> str:
        """The form after a word that ends in this sound, "" for a vowel."""
        takes_open = not sound or (sound == "ㄹ" and self.closed.startswith("으로"))
        return self.open if takes_open else self.closed


@cache
def pairs(variety: str = KO_KR) -> tuple[Pair, ...]:
    """All pairs of a variety."""
    words = f"{_COMMON} {_COPULA[KO_CN if variety == KO_CN else KO_KR]}".split()
    return tuple(Pair(*word.split("/")) for word in words)


def choose(word: str, particle: str, variety: str = KO_KR) -> str | None:
    """The form of a particle, given in either form, that agrees with a word; None where it is not
    known how the word ends. Raises KeyError for what is no particle of two forms.

    >>> choose("쎈터", "이"), choose("물", "으로"), choose("3", "은"), choose("Xbt", "은")
    ('가', '로', '은', None)
    """
    pair = _by_form(variety)[particle]
    sound = last_sound(word, variety)
    return None if sound is None else pair.after(sound)


def repair(following: str, old: str, new: str, variety: str = KO_KR) -> str:
    """What followed one word, as it must follow another: its first particle in the right form.

    What is no particle that agrees with the old word stays, and so does all where it is not known
    how one of the words ends.

    >>> repair("가 녹았다", "초콜레트", "초콜릿"), repair("격이 올랐다", "쎈터", "센터빌딩")
    ('이 녹았다', '격이 올랐다')
    """
    before, after = last_sound(old, variety), last_sound(new, variety)
    if before is None or after is None:
        return following
    marks = following[: len(following) - len(following.lstrip(_CLOSING))]
    found = _particles(variety).match(following, len(marks))
    if found is None:
        return following
    form = found[str(found.lastgroup)]
    pair = next((each for each in _of_form(variety, form) if each.after(before) == form), None)
    if pair is None:
        return following
    return marks + pair.after(after) + following[len(marks) + len(form) :]


def with_particle(each: Respelling, following: str) -> Respelling:
    """The respelling together with what follows it in its run, where a particle there must
    change with the word's last sound."""
    if coda(each.before[-1]) == coda(each.after[-1]):
        return each
    repaired = repair(following, each.before, each.after)
    if repaired == following:
        return each
    return replace(
        each,
        end=each.end + len(following),
        before=each.before + following,
        after=each.after + repaired,
    )


def substitute(text: str, term: str, replacement: str, variety: str = KO_KR) -> str:
    """The text with every occurrence of a term replaced and what follows it repaired.

    Whether an occurrence is the term and not a part of a longer word is for the caller to know.

    >>> substitute("쎈터가 서다. 쎈터는 크다.", "쎈터", "기관")
    '기관이 서다. 기관은 크다.'
    """
    first, *rest = text.split(term) if term else [text]
    return first + "".join(replacement + repair(each, term, replacement, variety) for each in rest)


@cache
def _by_form(variety: str) -> dict[str, Pair]:
    found = {pair.closed: pair for pair in pairs(variety)}
    return found | {pair.open: pair for pair in pairs(variety) if pair.open not in found}


def _of_form(variety: str, form: str) -> list[Pair]:
    return [pair for pair in pairs(variety) if form in (pair.closed, pair.open)]


@cache
def _particles(variety: str) -> re.Pattern[str]:
    """Any form, the longest first, where particles alone follow it to the end of the word."""
    forms = {
        form: _AFTER.get(pair.closed, "")
        for pair in pairs(variety)
        for form in (pair.open, pair.closed)
    }
    ordered = sorted(forms, key=len, reverse=True)
    each = (f"(?P<f{n}>{form})(?:{forms[form]})" for n, form in enumerate(ordered))
    return re.compile(f"(?:{'|'.join(each)})(?![가-힣])")
