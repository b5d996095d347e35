"""The search keys of an import's terms, made before the file is held.

They take most of an import's time and would take most of its memory; so they wait in a temporary
file, in the order in which the concepts are written.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from types import TracebackType

from glossary.model import Concept, Term
from glossary.store.keys import Key, term_keys
from glossary.workflow.plan import Progress

STEP = 500
"""Concepts whose keys are made, kept and loaded together."""

_Keys = dict[tuple[str, str], Sequence[Key]]


class PreparedKeys:
    """The keys of these concepts, STEP by STEP."""

    def __init__(self, concepts: Sequence[Concept], progress: Progress | None = None) -> None:
        self._file = tempfile.TemporaryFile(prefix="malmoi-")  # noqa: SIM115  # see __exit__
        self._loaded: _Keys = {}
        try:
            for start in range(0, len(concepts), STEP):
                if progress is not None:
                    progress("keys", start, len(concepts))
                pickle.dump(_keys_of(concepts[start : start + STEP]), self._file)
        except BaseException:
            self._file.close()
            raise
        self._end = self._file.tell()
        self._file.seek(0)

    def __enter__(self) -> PreparedKeys:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def load(self) -> None:
        """Have the next keys at hand."""
        more = self._file.tell() < self._end
        self._loaded = pickle.load(self._file) if more else {}  # our own file, gone with us

    def of(self, term: Term) -> Sequence[Key]:
        """The keys of a term; where another plan has taken the place of the first, made anew."""
        found = self._loaded.get((term.variety, term.text))
        return term_keys(term) if found is None else found


def _keys_of(concepts: Sequence[Concept]) -> _Keys:
    found: _Keys = {}
    for concept in concepts:
        for term in concept.terms:
            if (term.variety, term.text) not in found:
                found[term.variety, term.text] = term_keys(term)
    return found
