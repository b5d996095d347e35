"""Pretranslation: the best match of each segment of a file, where there is one good enough.

A target that is in the other Korean is never taken silently: its place holds the respelled
proposal only when that was asked for, and the match says so. What a file has translated already
stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import tee

from glossary.model import TextMatch
from glossary.workflow.documents_in import SourceSegment
from glossary.workflow.matches import LookUp, best_of_each, neighboured, numbers_missed
from glossary.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """A segment, what stands for it ("" where nothing does), and the match it is from.

    `other_variety` says that the match's target is in another variety than was asked for; then
    the text is a proposal, or nothing. Nothing stands either for a segment whose numbers are other
    ones and cannot be carried: a wrong figure reads like a right one. `kept` says that the text
    stood in the file.
    """

    segment: SourceSegment
    text: str = ""
    match: TextMatch | None = None
    other_variety: bool = False
    kept: bool = False


def pretranslate(
    workspace: Workspace,
    segments: Iterable[SourceSegment],
    wanted: LookUp,
    *,
    respell: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
) -> Iterator[Pretranslated]:
    """Each segment with its best match; with `respell` a target in another variety is offered in
    the spelling of the one asked for. Raises NotFound for a memory."""
    read, told = tee(segments)
    matches = best_of_each(workspace, neighboured(each.text for each in read), wanted)
    for number, (segment, (_, match)) in enumerate(zip(told, matches, strict=True), 1):
        if progress is not None and number % 50 == 0:
            progress("tm-pretranslate", number, 0)
        if match is None:
            yield Pretranslated(segment)
            continue
        other = match.target.variety != wanted.target
        filled = match.proposal or match.target.text
        missed = numbers_missed(match, segment.text)
        text = "" if missed or (other and not respell) else filled
        yield Pretranslated(segment, text, match, other)


def kept(found: Iterable[Pretranslated]) -> Iterator[Pretranslated]:
    """The same, but where the file had a translation already that one stands, and no match."""
    for each in found:
        said = each.segment.translation
        yield Pretranslated(each.segment, said, kept=True) if said else each
