"""Sequences of letters tell a little of the variety of a text, where what can be shown does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.language.detection import detect, evidence_odds
from glossary.language.tables import read_table
from glossary.language.variety_letters import LONGEST, SHORTEST, letters_odds, sequences
from glossary.model import KO_CN, KO_KR


def unseen() -> list[tuple[str, str]]:
    """Variety and sentence, of pairs that nothing was fitted to."""
    path = Path(__file__).parent / "unseen_pairs.tsv"
    pairs = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()[2:]]
    return [(variety, pair[side]) for pair in pairs for side, variety in enumerate((KO_CN, KO_KR))]


def test_the_letters_mend_more_than_they_spoil() -> None:
    mended = spoilt = 0
    for variety, text in unseen():
        alone = KO_KR if evidence_odds(text) > 0 else KO_CN
        told = detect(text).variety
        mended += alone != variety == told
        spoilt += alone == variety != told
    assert mended > spoilt


def test_nothing_was_fitted_to_the_unseen_pairs() -> None:
    folder = Path(__file__).parent
    fitted, kept = (
        (folder / name).read_text(encoding="utf-8").splitlines()[2:]
        for name in ("variety_pairs.tsv", "unseen_pairs.tsv")
    )
    for row in fitted + kept:
        chinese, korean = row.split("\t")
        assert chinese != korean
    assert len(fitted) == len(set(fitted)) > 6_000
    assert not set(fitted) & set(kept)


def test_what_the_letters_say_has_a_limit() -> None:
    said = [letters_odds(text) for _, text in unseen()]
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
        assert each in set(sequences(each))
