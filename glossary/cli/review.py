"""convert --review: each change that is not plain spelling is shown, and a person decides."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.cli.console import Console
from glossary.cli.convert import change_of
from glossary.model import APPLY, FLAG, Respelling
from glossary.texts.harmless import harmless
from glossary.workflow.term_conversion import KIND

if TYPE_CHECKING:
    from glossary.workflow.convert import ConvertedLine
    from glossary.workspace import Workspace

_AROUND = 16  # characters shown on either side of a change
# With Hangul switched on, the same keys give these letters.
_KEYS = {"y": "y", "ㅛ": "y", "n": "n", "ㅜ": "n", "a": "a", "ㅁ": "a"}
_KEYS |= {"v": "v", "ㅍ": "v", "q": "q", "ㅂ": "q"}
_KEYS |= {"예": "y", "네": "y", "是": "y", "아": "n", "否": "n"}


def reviewed(
    console: Console,
    workspace: Workspace | None,
    lines: Iterator[ConvertedLine],
    to: str,
    band: str,
) -> Iterator[ConvertedLine]:
    """The lines with their changes as a person decided; what was chosen for good is kept at once.

    Who ends the review, or breaks it off, leaves the rest to the band.
    """
    review = _Review(console, workspace, to, band)
    for line in lines:
        kept = [review.decided(line, each) for each in line.respellings]
        yield replace(line, respellings=tuple(each for each in kept if each is not None))


class _Review:
    def __init__(self, console: Console, workspace: Workspace | None, to: str, band: str) -> None:
        self._console = console
        self._workspace = workspace
        self._to = to
        self._band = band
        self._chosen: dict[tuple[str, str], str] = {}
        self._over = False

    def decided(self, line: ConvertedLine, each: Respelling) -> Respelling | None:
        """The change, made sure or left as it is; None where it is refused."""
        sure = each.band == APPLY and each.kind != KIND
        if self._over or sure or each.band == FLAG or not each.before:
            return each
        pair = each.before, each.after
        answer = self._chosen.get(pair) or self._ask(line, each)
        if answer in ("a", "v"):
            self._keep(each, answer)
        if answer == "q":
            self._over = True
            return each
        return each.untaken() if answer in ("n", "v") else replace(each, band=APPLY)

    def _keep(self, each: Respelling, answer: str) -> None:
        pair = each.before, each.after
        if pair in self._chosen:
            return
        self._chosen[pair] = answer
        if self._workspace is not None:
            from glossary.workflow.conversion_choices import ALWAYS, NEVER, keep

            keep(self._workspace, self._to, each, ALWAYS if answer == "a" else NEVER)

    def _ask(self, line: ConvertedLine, each: Respelling) -> str:
        """The answer y, n, a (always), v (never) or q; an empty one takes what the band says."""
        say = self._console.say
        before = harmless(line.text[max(0, each.start - _AROUND) : each.start])
        after = harmless(line.text[each.end : each.end + _AROUND].rstrip("\r\n"))
        place = say("convert-place", line=line.number, column=each.start + 1)
        print(f"{place}: …{before}[{harmless(change_of(line, each))}]{after}…", file=sys.stderr)
        proposed = "y" if each.band in (APPLY, self._band) else "n"
        reason = say(f"respelling-{each.reason}")
        while True:
            prompt = say("review-ask", reason=reason, proposed=proposed)
            print(f"  {prompt}", end=" ", file=sys.stderr, flush=True)
            typed = _typed()
            answer = typed.strip().lower()[:1] or proposed
            if not typed:
                return "q"
            if answer in _KEYS:
                return _KEYS[answer]
            print(f"  {say('review-answers')}", file=sys.stderr)


def _typed() -> str:
    """The line a person typed; "" where there is none any more, or it was broken off."""
    try:
        return sys.stdin.readline()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return ""
