"""Checking pairs: findings with the places where they stand, their identities, and those that
somebody has suppressed for good.

A finding is known again by its check, both texts, the words concerned and how often they were
found before in the segment, not by its line: it stays suppressed when the file grows, and comes
back when the segment is changed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.checks.consistency import Seen
from glossary.checks.pair import Pair, paired
from glossary.checks.registry import CHECKS, Check, findings
from glossary.errors import UsageError
from glossary.language.composed import nfc
from glossary.language.offsets import Offsets
from glossary.model import SOURCE, Decision, Finding
from glossary.workflow.check_pairs import TextPair
from glossary.workflow.plan import Progress
from glossary.workspace import Workspace

KIND = "check"
"""The kind of the decisions that suppress findings."""

_STEP = 200  # pairs between two reports of progress


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, whose offsets are those of the texts as they were given, and its identity."""

    uid: str
    pair: TextPair
    finding: Finding

    @property
    def line(self) -> int:
        """The line of the side where it stands."""
        return self.place[0]

    @property
    def place(self) -> tuple[int, int]:
        """The line, and the place in it (characters from 0), where it begins."""
        if self.finding.side == SOURCE:
            return self.pair.line, self.finding.start
        at = self.finding.start
        for begin, piece in reversed(self.pair.pieces):
            if begin <= at:
                return piece.line, piece.start + at - begin
        return self.pair.target_line, at


def check(
    workspace: Workspace | None,
    pairs: Iterable[TextPair],
    varieties: tuple[str, str],
    checks: Sequence[Check] = CHECKS,
    progress: Progress | None = None,
    sets: Collection[str] = (),
) -> Iterator[Told]:
    """The findings in pairs of (source, target) variety, as they come, but those suppressed; the
    terms are those of the sets with these names, if any, and without a workspace none are known.
    Whatever is read, little is held in memory. Raises NotFound for an unknown set."""
    finder = workspace.recogniser(sets) if workspace else None
    suppressed = suppressed_findings(workspace) if workspace else frozenset()
    seen = Seen()
    for number, pair in enumerate(pairs, 1):
        if progress is not None and number % _STEP == 0:
            progress("check", number, 0)
        source, target = nfc(pair.source), nfc(pair.target)
        earlier = seen.lines(source, target, pair.target_line)
        looked_at = _as_written(
            paired((varieties[0], source), (varieties[1], target), finder, earlier)
        )
        places = Offsets(pair.source), Offsets(pair.target)
        times: Counter[str] = Counter()
        for each in sorted(findings(looked_at, checks), key=lambda each: (each.start, each.end)):
            said = "\x1f".join((each.check, source, target, each.side, each.text))
            told = Told(_uid(said, times[said]), pair, _as_given(each, pair, places))
            times[said] += 1
            if told.uid not in suppressed:
                yield told


def _as_written(pair: Pair) -> Pair:
    """The pair with terms of the other Korean only where they are written so: 양산, which a set
    does not have for 量产, does not say 量产 for being its 량산 as South Korea spells it."""
    leaked = tuple(each for each in pair.leaked if each.by != "variant")
    return pair if len(leaked) == len(pair.leaked) else replace(pair, leaked=leaked)


def suppressed_findings(workspace: Workspace) -> frozenset[str]:
    """The identities of the findings that were suppressed."""
    return frozenset(each.uid.removeprefix(f"{KIND}-") for each in workspace.decisions.all(KIND))


def suppress(
    workspace: Workspace, found: Iterable[Told], uids: Collection[str], reason: str
) -> tuple[Told, ...]:
    """Suppress the findings with these identities for good, in one batch; those that were.

    Raises UsageError for an identity that none of them has, DatabaseError.
    """
    wanted = {each.uid: each for each in found if each.uid in uids}
    unknown = [uid for uid in uids if uid not in wanted]
    if unknown:
        raise UsageError("check-finding-unknown", uid=", ".join(unknown))
    with workspace.database.write("check --suppress") as batch:
        for each in wanted.values():
            subject = f"{each.pair.source}\t{each.pair.target}\t{each.finding.text}"
            decision = Decision(f"{KIND}-{each.uid}", KIND, subject, each.finding.check, reason)
            workspace.decisions.put(batch, decision)
    return tuple(wanted.values())


def _uid(said: str, before: int) -> str:
    """The identity of what a finding says, `before` times of which it was said in the pair."""
    said += f"\x1f{before}" if before else ""
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _as_given(each: Finding, pair: TextPair, places: tuple[Offsets, Offsets]) -> Finding:
    """The finding with the offsets of the text that was given, which need not be NFC."""
    ours = each.side == SOURCE
    text = pair.source if ours else pair.target
    start, end = places[0 if ours else 1].span(each.start, each.end)
    return replace(each, start=start, end=end, text=text[start:end])
