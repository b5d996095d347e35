"""Sequences of letters tell a little of the variety of a text, where what can be shown does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.language.detection import detect, evidence_odds
from glossary.language.tables import read_table
from glossary.language.variety_letters import LONGEST, SHORTEST, letters_odds, sequences
from glossary.model import KO_CN, KO_KR


def sample() -> list[tuple[str, str]]:
    """Every tenth of our pairs: variety and sentence."""
    path = Path(__file__).parent / "variety_pairs.tsv"
    rows = path.read_text(encoding="utf-8").splitlines()[2::10]
    pairs = [row.split("\t") for row in rows]
    return [(variety, pair[side]) for pair in pairs for side, variety in enumerate((KO_CN, KO_KR))]


def test_nearly_all_our_sentences_are_told() -> None:
    found = [(variety, detect(text)) for variety, text in sample()]
    assert len(found) >= 1200
    assert sum(each.variety == variety for variety, each in found) >= len(found) * 0.98
    sure = [(variety, each.variety) for variety, each in found if each.sure]
    assert len(sure) >= len(found) * 0.6
    assert sum(variety != told for variety, told in sure) <= len(sure) * 0.005


def test_the_letters_mend_more_than_they_spoil() -> None:
    mended = spoilt = 0
    for variety, text in sample():
        alone = KO_KR if evidence_odds(text) > 0 else KO_CN
        told = detect(text).variety
        mended += alone != variety == told
        spoilt += alone == variety != told
    assert mended > 2 * spoilt


def test_what_the_letters_say_has_a_limit() -> None:
    said = [letters_odds(text) for _, text in sample()]
    assert max(said) == 1
    assert min(said) == -1


@pytest.mark.parametrize("text", ["", "中国 2026", "abc"])
def test_a_text_without_sequences_says_nothing(text: str) -> None:
    assert letters_odds(text) == 0


def test_every_sequence_of_the_table_can_be_found() -> None:
    rows = [line.split("\t") for line in read_table("variety_letters.txt").split("\n")]
    found = [each.replace("_", " ") for _, *row in rows for each in row]
    assert len(found) == len(set(found)) > 10_000
    for each in found:
        assert SHORTEST <= len(each) <= LONGEST
        assert each in set(sequences(each.strip())) | set(sequences(f"{each[:1]}{each}{each[-1:]}"))
