"""What a person typed, in the forms in which it is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.language import hangul
from glossary.language.composed import nfc
from glossary.language.fold import plain_key, search_key
from glossary.language.stems import one_syllable_stems, stems

_BRACKETED = re.compile(r"[(（\[〔【〈《]([^()（）\[\]〔〕【】〈〉《》]*)[)）\]〕】〉》]")


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed, and its forms; `key` is empty when it holds nothing to look for."""

    text: str
    key: str
    plain: str
    letters: str


def parse(text: str) -> Query:
    """The forms of a query."""
    text = nfc(text)
    key = search_key(text)
    return Query(text, key, plain_key(text), hangul.jamo(key))


def dictionary_forms(query: Query) -> list[str]:
    """The stems of a query, as it is spaced and without its spaces, longest first."""
    text = query.text
    while text and not text[-1].isalnum():
        text = text[:-1]
    found: dict[str, str] = {}
    for form in dict.fromkeys((text, "".join(text.split()))):
        for stem in stems(form):
            found.setdefault(plain_key(stem), stem)
    found.pop(query.plain, None)
    return sorted(found.values(), key=lambda stem: -len(plain_key(stem)))


def other_readings(query: Query) -> list[str]:
    """What else a query may mean where no term is written so: the text with its bracketed parts
    left out and their stems, each bracketed part, and the one syllable before a particle.

    >>> other_readings(parse("중시(중간시험)플랫폼을")), other_readings(parse("우에"))
    (['중시플랫폼을', '중시플랫폼', '중간시험'], ['우'])
    """
    found = list(one_syllable_stems(query.text.strip()))
    bracketed = _BRACKETED.findall(query.text)
    if bracketed:
        without = _BRACKETED.sub("", query.text).strip()
        found += [without, *dictionary_forms(parse(without)), *bracketed]
    return [text for text in dict.fromkeys(found) if search_key(text)]
