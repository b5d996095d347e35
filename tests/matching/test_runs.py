"""What is found run by run is what is found in the text as a whole."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matching import runs
from glossary.matching.recognition import Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_CN, RULE_KINDS, ContextRule, Occurrence, Term
from tests.workflow import labelled

WORDS = sorted({word for each in labelled.cases("dev") for word in each.text.split()})
GLUE = ["", " ", " ", "·", "3", "‘", "’", "을 ", "를 받", "\n", "A", "고 "]
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(GLUE), max_size=12).map("".join)


@cache
def plain() -> Recogniser:
    return Recogniser(labelled.entries())


@cache
def recogniser() -> Recogniser:
    """The labelled set, every seventh term with a context rule besides."""
    entries = list(labelled.entries())
    ruled = zip(entries[::7], cycle(RULE_KINDS), cycle(["의", "를", " ", "기"]), strict=False)
    for each, kind, beside in ruled:
        term = Term(each.term.variety, each.term.text, rules=(ContextRule(kind, beside),))
        entries.append(Entry(f"ruled {each.concept}", term))
    return Recogniser(entries)


def as_a_whole(text: str, *, nested: bool) -> tuple[Occurrence, ...]:
    matches = recogniser()._automaton(KO_CN).matches(text)
    return tuple(recogniser()._find(text, matches, KO_CN, None, nested=nested))


@given(TEXTS, st.booleans())
def test_run_by_run_is_as_a_whole(text: str, nested: bool) -> None:
    text = unicodedata.normalize("NFC", text)
    assert recogniser().find(text, KO_CN, nested=nested) == as_a_whole(text, nested=nested)


def test_every_sentence_of_the_labelled_set_too() -> None:
    for each in labelled.cases("dev") + labelled.cases("later"):
        assert recogniser().find(each.text, KO_CN) == as_a_whole(each.text, nested=False)


def test_no_more_is_remembered_than_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_REMEMBERED", 4)
    own = Recogniser(labelled.entries())
    for each in labelled.cases("dev"):
        assert own.find(each.text, KO_CN) == plain().find(each.text, KO_CN)
    reader = own._reader(KO_CN, nested=False)
    assert len(reader._known) <= 4
    assert len(reader._earlier) <= 4
