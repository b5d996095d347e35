"""What a person chose for good while reviewing a conversion: always, or never."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from glossary.language.reasons import CHOSEN
from glossary.model import APPLY, Decision, Respelling, new_uid
from glossary.workspace import Workspace

KIND = "conversion"
"""The kind of these decisions."""

ALWAYS, NEVER = "always", "never"


@dataclass(frozen=True, slots=True)
class Choices:
    """The changes that are always made, and those that never are, as (from, to) pairs."""

    always: frozenset[tuple[str, str]] = frozenset()
    never: frozenset[tuple[str, str]] = frozenset()

    def of(self, respellings: Iterable[Respelling]) -> tuple[Respelling, ...]:
        """The respellings as they were chosen."""
        return tuple(each for each in map(self._of, respellings) if each is not None)

    def _of(self, each: Respelling) -> Respelling | None:
        if (each.before, each.after) in self.never:
            return each.untaken()
        if (each.before, each.after) in self.always:
            return replace(each, band=APPLY, reason=CHOSEN)
        return each


def choices(workspace: Workspace, to: str) -> Choices:
    """What was chosen for conversions to a variety."""
    kept: dict[str, set[tuple[str, str]]] = {ALWAYS: set(), NEVER: set()}
    for decision in workspace.decisions.all(KIND):
        variety, before, after = json.loads(decision.subject)
        if variety == to:
            kept[decision.value].add((before, after))
    return Choices(frozenset(kept[ALWAYS]), frozenset(kept[NEVER]))


def keep(workspace: Workspace, to: str, each: Respelling, value: str) -> None:
    """Choose a change for good; what was chosen for it before is replaced."""
    subject = json.dumps((to, each.before, each.after), ensure_ascii=False)
    found = [old for old in workspace.decisions.all(KIND) if old.subject == subject]
    uid = found[0].uid if found else new_uid()
    workspace.decisions.keep(Decision(uid, KIND, subject, value), "convert --review")
