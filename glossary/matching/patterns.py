"""What a term looks like in running text: the folded strings that an automaton looks for.

Spaces and punctuation are folded away as in a search key, so that a term is found however it is
spaced; `gap_fits` then tells what may stand between its characters. A Korean verb is looked for by
its stem, once with each sound that an ending can put below it (다그치다: 다그친, 다그쳤).
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.fold import fold, search_key
from glossary.language.hangul import compose, is_syllable, letters

ENDED = "다"
"""What every Korean verb ends in, in its dictionary form."""
_FUSED = ("", "ㄴ", "ㄹ", "ㅁ", "ㅂ")
_INFINITIVES = {"ㅣ": "ㅕ", "ㅜ": "ㅝ", "ㅗ": "ㅘ", "ㅚ": "ㅙ", "ㅡ": "ㅓ"}
_LIGHT = re.compile("(?<![ ])(?:하|되|시키|받|당하)다$")
_SAID = re.compile(
    "(?:[을를] ?)?(?:되|된|될|됨|됩|돼|됐|시키|시킨|시킬|시켜|시켰|받|얻|당하|당한|당했"
    "|하|한|할|함|합|해|했)"
)
_QUOTES = frozenset("‘’“”'\"「」『』《》<>〈〉·ㆍ・‧-‐–")
_PAIRS = (("‘", "’"), ("“", "”"), ("《", "》"), ("「", "」"), ("『", "』"))
_SPACED = 4  # characters from which a term may be spaced where its entry is not, two on each side


def is_verb(text: str, pos: str) -> bool:
    """Whether a Korean term is a verb or adjective in its dictionary form."""
    return pos in ("verb", "adjective", "phrase", "") and text.endswith(ENDED) and len(text) > 2


def base_of(verb: str) -> str:
    """The noun of two syllables or more that a verb is made of, else "".

    >>> base_of("지지하다"), base_of("다그치다")
    ('지지', '')
    """
    found = _LIGHT.search(verb)
    return verb[: found.start()] if found and found.start() > 1 else ""


def light_verb_follows(text: str, end: int) -> bool:
    """Whether what ends here in a text is said of somebody: 확정되였다, 지지를 받다."""
    return _SAID.match(text, end) is not None


def stem_patterns(key: str) -> tuple[str, ...]:
    """The folded strings by which a verb with this search key is found.

    >>> stem_patterns("다그치다")
    ('다그치', '다그친', '다그칠', '다그침', '다그칩', '다그처', '다그첬')
    """
    head, last = key[:-2], key[-2:-1]
    return tuple(head + each for each in _last_syllables(last))


@lru_cache(maxsize=1024)
def _last_syllables(last: str) -> tuple[str, ...]:
    """What the last character of a folded stem may be where an ending follows, folded."""
    if not is_syllable(last):
        return (last,)
    onset, vowel, coda = letters(last)
    if coda:
        return (last,)
    found = [compose(onset, vowel, each) for each in _FUSED]
    found += [compose(onset, _infinitive(last, vowel), each) for each in ("", "ㅆ")]
    return tuple(dict.fromkeys(map(fold, found)))


def _infinitive(syllable: str, vowel: str) -> str:
    return "ㅐ" if syllable == "하" else _INFINITIVES.get(vowel, vowel)


@lru_cache(maxsize=4096)
def gaps(text: str) -> dict[int, str]:
    """What stands between the characters of a term that its search key leaves out, by how many
    characters of the key come before.

    >>> gaps("중시 플랫폼")
    {2: ' '}
    """
    found: dict[int, str] = {}
    count, key = 0, search_key(text)
    for char in fold(text):
        if count < len(key) and char == key[count]:
            count += 1
        else:
            found[count] = found.get(count, "") + char
    return found


def may_be_spaced(term: str, key: str) -> bool:
    """Whether more than quotation marks may stand between the characters of a term's key.

    >>> may_be_spaced("중시 기지", "중시기지"), may_be_spaced("중시", "중시")
    (True, False)
    """
    mixed = not key.isascii() and any(map(str.isascii, key))
    return len(key) >= _SPACED or mixed or bool(gaps(term))


def has_quotes(text: str) -> bool:
    """Whether anything is in a text that may stand between the characters of any term's key."""
    return not _QUOTES.isdisjoint(text)


def gap_fits(term: str, key: str, place: int, between: str) -> bool:
    """Whether this may stand in a text after so many characters of a term's key."""
    if between.isspace():
        long_enough = len(key) >= _SPACED and 2 <= place <= len(key) - 2
        scripts = key[place - 1].isascii() != key[place].isascii()
        return long_enough or scripts or place in gaps(term)
    if _QUOTES.issuperset(between):
        return True
    own, stripped = gaps(term).get(place), between.strip()
    return own is not None and (_QUOTES.issuperset(stripped) or stripped == own.strip())


def with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a text with the quotation mark before or behind it whose other one is in it.

    >>> with_quotes("‘15.5’계획", 1, 8)
    (0, 8)
    """
    for opening, closing in _PAIRS:
        opened = text.count(opening, start, end) - text.count(closing, start, end)
        if opened < 0 and text.startswith(opening, start - 1) and start:
            start -= 1
        elif opened > 0 and text.startswith(closing, end):
            end += 1
    return start, end
