"""An analyser's opinion makes likely respellings sure, and touches nothing else."""

from __future__ import annotations

import pytest

from glossary.language.kiwi import MARGIN, kiwi_score, sharpened
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, FLAG, SUGGEST

TEXT = "횟수가 아니라 회수를 늘렸다. 북경의 류하생은 로동자이다."


def bands(text: str, word: str, by: float = 2 * MARGIN) -> dict[str, str]:
    found = sharpened(text, respell(text), lambda part: by * part.count(word))
    return {each.before: each.band for each in found}


def test_what_is_much_likelier_is_applied() -> None:
    assert bands(TEXT, "횟수를")["회수"] == APPLY
    assert bands(TEXT, "횟수를", MARGIN / 2)["회수"] == SUGGEST
    assert bands(TEXT, "회수를")["회수"] == SUGGEST


def test_names_places_and_flags_are_not_its_business() -> None:
    assert bands(TEXT, "베이징")["북경"] == SUGGEST
    assert bands(TEXT, "류하생")["류하생"] == FLAG


def test_only_the_band_and_the_reason_change() -> None:
    before = respell(TEXT)
    after = sharpened(TEXT, before, lambda part: 0.0)
    assert after == before


def test_kiwi_itself_where_it_is_installed() -> None:
    pytest.importorskip("kiwipiepy")
    text = "시작페지를 열고 셋으로 나뉘여 걸었다."
    found = sharpened(text, respell(text), kiwi_score())
    sure = [each for each in found if each.band == APPLY]
    assert "시작페이지" in applied(text, sure)
    assert "나뉘어" in applied(text, sure)
