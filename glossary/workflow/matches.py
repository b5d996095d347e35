"""Matches as a translator uses them: what changed, and what may be put into the translation.

Numbers of the query are carried into the target where they correspond. A target in the other
Korean is offered respelled, beside the original. Nothing of this is done to the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from glossary.errors import UsageError
from glossary.language.composed import nfc
from glossary.language.fold import fold
from glossary.language.stems import stems
from glossary.language.varieties import normal_variety
from glossary.matching.bare import bare, narrow, numbers, unmarked
from glossary.matching.differences import Edit, edits
from glossary.matching.ranking import Segment
from glossary.model import APPLY, KO_CN, KO_KR, ZH_CN, Text, TextMatch, language_of
from glossary.workflow.carried_numbers import carried, numbers_differ
from glossary.workspace import Workspace

SPELLING, MARK, NUMBER, TERM = "spelling", "mark", "number", "term"
PARTICLE, WORD = "particle", "word"
CHANGES = (SPELLING, MARK, NUMBER, TERM, PARTICLE, WORD)
"""What a changed word is: one spelt otherwise or with other punctuation, a number, a known term, a
word of which only the particle or the ending changed, or another word."""

_CHINESE = re.compile(r"(?:(?<![0-9A-Za-z])[-−－])?\d+(?:[.,]\d+)*|[A-Za-z]+|\S")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e가-힣]")
_LIKELY = 85  # folded score from which on only the spelling may differ


@dataclass(frozen=True, slots=True)
class ChangedWord:
    """A word of the stored source that reads otherwise in the query."""

    kind: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ExplainedMatch:
    """A match, the edits from the stored source to the query, and the words that changed."""

    match: TextMatch
    edits: tuple[Edit, ...]
    changes: tuple[ChangedWord, ...]


class LookUp(NamedTuple):
    """What the segments of a whole text are looked up for: its variety and that of the translation,
    the lowest score, and the only memories that are asked (all without any)."""

    source: str
    target: str
    threshold: int
    memories: tuple[str, ...] = ()


def neighboured(texts: Iterable[str]) -> Iterator[Segment]:
    """Each text between those beside it, "" at either end."""
    before = ""
    text: str | None = None
    for after in texts:
        if text is not None:
            yield Segment(text, before, after)
            before = text
        text = after
    if text is not None:
        yield Segment(text, before, "")


def best_of_each(
    workspace: Workspace, segments: Iterable[Segment], wanted: LookUp
) -> Iterator[tuple[Segment, TextMatch | None]]:
    """Each segment and its best match, with its proposal. Raises NotFound for a memory."""
    source, target, threshold, memories = wanted
    matches = workspace.memory.matches(segments, source, target, threshold, 1, memories=memories)
    for segment, found in matches:
        yield segment, proposed(found[0], segment.text, target) if found else None


def proposed(match: TextMatch, text: str, target: str) -> TextMatch:
    """The match with its proposal for this text, and whether only the spelling differs."""
    words = carried(match.source.text, text, match.target.text, match.target.variety)
    if match.target.variety != target and {match.target.variety, target} == {KO_CN, KO_KR}:
        words = _respelled(words, target)
    return replace(
        match,
        proposal=words if words != match.target.text else "",
        spelling_only=_only_spelt_otherwise(match, text),
    )


def numbers_missed(match: TextMatch, text: str) -> bool:
    """Whether the text has other numbers than the match's source, and its target keeps the old."""
    source, target = match.source.text, match.target
    return (
        numbers_differ(source, text)
        and carried(source, text, target.text, target.variety) == target.text
    )


def varieties(text: str, source: str, target: str) -> tuple[str, str]:
    """The varieties of a look-up: those that are named, else what the script tells. Raises
    InputRefused for a tag that is none; UsageError where both are the same."""
    korean = bool(_HANGUL.search(text))
    found = (
        normal_variety(source) if source else (KO_CN if korean else ZH_CN),
        normal_variety(target) if target else "",
    )
    if not found[1]:
        found = found[0], (ZH_CN if language_of(found[0]) == "ko" else KO_CN)
    if found[0] == found[1]:
        raise UsageError("tm-same-variety", variety=found[0])
    return found


def stretch_of(text: Text, wanted: str, source: str) -> tuple[int, int] | None:
    """Where the words stand in a text: as they are, else with the spelling folded away."""
    words = nfc(wanted)
    for way in (str.casefold, fold):
        if way is str.casefold and text.variety != source:
            continue
        found = way(text.text).find(way(words))
        if found >= 0 and len(way(text.text)) == len(text.text):
            return found, found + len(words)
    return None


def explained(workspace: Workspace, match: TextMatch, text: str) -> ExplainedMatch:
    """What differs between the stored source and the text that was asked for."""
    source = match.source.text
    words = _changed_words(source, text, korean=language_of(match.source.variety) == "ko")
    changes = tuple(_changed(workspace, was, now) for was, now in words)
    return ExplainedMatch(match, edits(source, text), changes)


def _respelled(text: str, to: str) -> str:
    from glossary.language.orthography import applied, respell  # its tables take a while to read

    return applied(text, [each for each in respell(text, to) if each.band == APPLY])


def _only_spelt_otherwise(match: TextMatch, text: str) -> bool:
    source = match.source.text
    likely = match.folded >= _LIKELY and match.folded >= match.surface
    if source == text or not likely or language_of(match.source.variety) != "ko":
        return False
    if _kept(source) != _kept(text):
        return False
    return source in (_respelled(text, KO_KR), _respelled(text, KO_CN)) or text in (
        _respelled(source, KO_KR),
        _respelled(source, KO_CN),
    )


def _kept(text: str) -> list[str]:
    """What no respelling that is sure changes: hanzi, Latin letters and digits."""
    return [each for each in text if "㐀" <= each <= "鿿" or (each.isascii() and each.isalnum())]


def _changed_words(source: str, text: str, *, korean: bool) -> Iterator[tuple[str, str]]:
    """The words that were replaced, taken out ("now" is empty) or put in ("was" is empty)."""
    from difflib import SequenceMatcher

    old, new = (_words(each, korean=korean) for each in (source, text))
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        was, now = old[start:end], new[new_start:new_end]
        if len(was) == len(now):
            yield from zip(was, now, strict=True)
        else:
            joint = " " if korean else ""
            yield joint.join(was), joint.join(now)


def _words(text: str, *, korean: bool) -> Sequence[str]:
    """Words between spaces; of Chinese, numbers, Latin words and single characters."""
    return text.split() if korean else _CHINESE.findall(text)


def _changed(workspace: Workspace, was: str, now: str) -> ChangedWord:
    if fold(was) == fold(now):
        return ChangedWord(SPELLING, was, now)
    if _says_the_same(was, now):
        return ChangedWord(MARK, was, now)
    if was and now and bare(was) == bare(now):
        return ChangedWord(NUMBER, was, now)
    if was and now and set(_stems(was)) & set(_stems(now)):
        return ChangedWord(PARTICLE, was, now)
    known = any(_is_term(workspace, each) for each in (was, now) if each)
    return ChangedWord(TERM if known else WORD, was, now)


def _says_the_same(was: str, now: str) -> bool:
    """Whether only spaces and punctuation differ, and no sign or point of a number."""
    one, two = narrow(was), narrow(now)
    return unmarked(one) == unmarked(two) and numbers(one) == numbers(two)


def _stems(word: str) -> tuple[str, ...]:
    inner = word.strip(".,!?…\"'“”‘’()《》。，！？")
    return (inner, *stems(inner))


def _is_term(workspace: Workspace, words: str) -> bool:
    """Whether the glossary has the word, as it is or without its particle."""
    return any(map(workspace.search.knows, _stems(words)))
