"""Words that are no terms whatever they stand beside: a small table of our own in `data/language`.

Two lists for each language: words that stand between terms, and general words that are parts of
terms but none by themselves. Korean ones are in the spelling of either country.
"""

from __future__ import annotations

from functools import cache

from glossary.language.tables import read_table


def is_stop_word(word: str) -> bool:
    """Whether this Korean word, without particles, is no part of a term either.

    >>> is_stop_word("특히"), is_stop_word("량산")
    (True, False)
    """
    return word in _tables()[0]


def is_general_word(word: str) -> bool:
    """Whether this Korean noun is a part of many terms and none by itself.

    >>> is_general_word("플랫폼"), is_general_word("설비")
    (False, True)
    """
    return word in _tables()[1]


def chinese_stop_words() -> frozenset[str]:
    """Words that stand between Chinese terms: none begins or ends with one."""
    return _tables()[2]


def chinese_general_words() -> frozenset[str]:
    """Chinese words that are parts of many terms and none by themselves."""
    return _tables()[3]


def chinese_exceptions() -> frozenset[str]:
    """Chinese words that hold one of `chinese_stop_words` and are parts of terms (研究所)."""
    return _tables()[4]


@cache
def _tables() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(part.split()) for part in read_table("stop_words.txt").split("\n\n"))
