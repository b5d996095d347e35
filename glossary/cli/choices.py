"""What people name where only some values are possible: statuses, parts of speech, varieties.

A value that is not there is answered with those that are, the nearest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from glossary.cli.console import Console
from glossary.cli.options import as_typed
from glossary.errors import InputRefused, NotFound, UsageError
from glossary.model import DEFAULT_VARIETIES, PARTS_OF_SPEECH, STATUSES
from glossary.texts.sentences import LANGUAGES, sentence

if TYPE_CHECKING:
    from glossary.store.search import Filter
    from glossary.workspace import Workspace

_LISTED = 24


def status_named(console: Console, typed: str) -> str:
    """The status of this name, in the code's words or any language. Raises UsageError."""
    names = {each: _in_all(f"status-{each}") for each in STATUSES}
    return _one_of(console, typed, names, "status-unknown")


def pos_named(console: Console, typed: str) -> str:
    """The part of speech of this name, as for a status. Raises UsageError."""
    names = {each: _in_all(f"pos-{each}") for each in PARTS_OF_SPEECH}
    return _one_of(console, typed, names, "pos-unknown")


def check_named(typed: str) -> str:
    """The code of a check named by its code or in any language; what names none as it is typed."""
    from glossary.checks.registry import CODES

    return _named(typed, {each: _in_all(f"check-name-{each}") for each in CODES}) or typed


def _in_all(code: str) -> dict[str, str]:
    return {language: sentence(code, language) for language in LANGUAGES}


def _one_of(
    console: Console, typed: str, names: Mapping[str, Mapping[str, str]], refused: str
) -> str:
    if typed in {"", *names}:
        return typed
    found = _named(as_typed(typed), names)
    if found:
        return found
    raise UsageError(refused, value=as_typed(typed), known=_shown(console, as_typed(typed), names))


def _named(typed: str, names: Mapping[str, Mapping[str, str]]) -> str:
    wanted = typed.strip().casefold()
    for each, said in names.items():
        if wanted in {each, *(name.casefold() for name in said.values())}:
            return each
    return ""


def _shown(console: Console, typed: str, names: Mapping[str, Mapping[str, str]]) -> str:
    own = {each: said[console.language] for each, said in names.items()}
    order = nearest(typed, [*own, *own.values()])
    first = sorted(own, key=lambda each: min(order.index(each), order.index(own[each])))
    if console.language == "en":
        return ", ".join(first)
    return ", ".join(console.say("named-value", value=each, name=own[each]) for each in first)


def variety_named(tag: str) -> str:
    """The variety of a tag; one that is no tag stays as it is. Raises UsageError for bare
    Korean."""
    if not tag or tag in DEFAULT_VARIETIES:
        return tag
    from glossary.language.varieties import normal_variety

    try:
        return normal_variety(tag)
    except InputRefused as error:
        if error.code == "variety-ambiguous":
            raise UsageError("in-ambiguous", variety=tag) from error
        return as_typed(tag)


def check_filter(workspace: Workspace, wanted: Filter) -> None:
    """Raise NotFound where the file has nothing at all in a variety or a domain."""
    from glossary.store.statistics import counted

    if wanted.variety and wanted.variety not in DEFAULT_VARIETIES:
        varieties = counted(workspace.database, "variety")
        if wanted.variety not in varieties:
            known = _listed(wanted.variety, varieties)
            raise NotFound("variety-unknown", variety=wanted.variety, known=known)
    if wanted.domain:
        domains = counted(workspace.database, "domain")
        if wanted.domain not in domains:
            known = _listed(wanted.domain, domains)
            raise NotFound("domain-unknown", domain=wanted.domain, known=known)


def _listed(value: str, known: Iterable[str]) -> str:
    found = nearest(value, [each for each in known if each])
    return ", ".join([*found[:_LISTED], *(["…"] if len(found) > _LISTED else [])]) or "–"


def nearest(value: str, known: Sequence[str]) -> list[str]:
    """What is known, the most similar first."""
    from difflib import SequenceMatcher

    def likeness(each: str) -> float:
        return SequenceMatcher(None, value.casefold(), each.casefold()).ratio()

    return sorted(known, key=likeness, reverse=True)
