"""What people write in the cells for a status or a part of speech, in three languages."""

from __future__ import annotations

from functools import cache

from glossary.errors import InputRefused
from glossary.model import PARTS_OF_SPEECH, STATUSES
from glossary.texts.sentences import LANGUAGES, sentence

_MORE_STATUSES = {
    "preferred": ("표준", "추천", "확정", "标准", "规范", "推荐"),
    "admitted": ("가능", "可用", "accepted", "approved"),
    "deprecated": ("비추천", "不推荐", "obsolete"),
    "forbidden": ("쓰지 않음", "禁止", "do not use"),
    "draft": ("미확정", "待定", "待审"),
}


def status_of(text: str) -> str:
    """The status that a text names; "" for a blank one. Raises InputRefused: value-unknown."""
    if text in STATUSES or not text.strip():
        return text.strip()
    found = _statuses().get(_plain(text))
    if found is None:
        known = ", ".join(STATUSES)
        raise InputRefused("value-unknown", field="status", value=text, known=known)
    return found


def pos_of(text: str) -> str:
    """The part of speech that a text names, in the code's words where it is one of those."""
    return _parts().get(_plain(text), text) if text else text


@cache
def _statuses() -> dict[str, str]:
    more = {_plain(word): status for status, words in _MORE_STATUSES.items() for word in words}
    names = {
        _plain(sentence(f"status-{status}", language)): status
        for status in STATUSES
        for language in LANGUAGES
    }
    return more | names | {status: status for status in STATUSES}


@cache
def _parts() -> dict[str, str]:
    return {
        _plain(sentence(f"pos-{pos}", language)): pos
        for pos in PARTS_OF_SPEECH
        for language in LANGUAGES
    }


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
