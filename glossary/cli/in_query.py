"""What `search` says of a query that is a text itself: the known terms in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from glossary.cli.console import Console
from glossary.cli.look_up import term_document
from glossary.cli.occurrences import document, table
from glossary.matching.recognition import Recogniser
from glossary.model import KO_CN, KO_KR, Occurrence
from glossary.workflow.scan import variety_of
from glossary.workspace import Workspace

_KOREAN = (KO_CN, KO_KR)
_WHOLE = 100  # the score of a term that is there


class TermsInQueries:
    """Finds the terms of the sets with these names, of all without any, in queries; `variety` is
    that of the queries, "" where they tell it."""

    def __init__(self, workspace: Workspace, sets: Collection[str], variety: str) -> None:
        self._workspace = workspace
        self._sets = sets
        self._variety = variety
        self._recogniser = Recogniser(())

    def find(self, query: str) -> tuple[Occurrence, ...]:
        """The terms in a query, in order; of the two Korean varieties those of the one with more,
        where nothing tells which it is."""
        recogniser = self._workspace.recogniser(self._sets, text=query)
        told = self._variety or variety_of(query)[0]
        found = [recogniser.find(query, each) for each in ([told] if told else _KOREAN)]
        self._recogniser = recogniser
        return max(found, key=len)

    def documents(self, found: Collection[Occurrence]) -> list[dict[str, Any]]:
        """The concepts of these terms as search's hits, each once, with the place in the query."""
        first: dict[str, Occurrence] = {}
        for each in found:
            first.setdefault(each.concept, each)
        return [self._document(each) for each in first.values()]

    def _document(self, each: Occurrence) -> dict[str, Any]:
        entry = self._workspace.terms.find(each.concept)
        matched = {"variety": each.variety, "text": each.term.text, "by": each.by}
        return {
            "concept": each.concept,
            "set": entry.set,
            "domain": entry.concept.domain,
            "score": _WHOLE,
            "matched": {**matched, "start": each.start, "end": each.end},
            "terms": [term_document(term) for term in entry.concept.terms],
        }

    def show(self, console: Console, found: Sequence[Occurrence]) -> None:
        """Print these terms of the last query."""
        rows = [(str(each.start + 1), document(self._recogniser, each)) for each in found]
        table(console, rows, found[0].variety)
