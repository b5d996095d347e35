"""Chinese places are found at the start of a word, and common words are not taken for them."""

from __future__ import annotations

import pytest

from glossary.language.gazetteer import heads, places_in
from glossary.language.orthography import respell
from glossary.model import FLAG, SUGGEST


@pytest.mark.parametrize(
    ("run", "korean", "rest"),
    [
        ("북경에서", "베이징", "에서"),
        ("료녕성은", "랴오닝성", "은"),
        ("룡정시의", "룽징시", "의"),
        ("연변주는", "옌볜주", "는"),
        ("연변조선족자치주", "옌볜 조선족 자치주", ""),
        ("상해를", "상하이", "를"),
        ("할빈시", "하얼빈시", ""),
        ("향항", "홍콩", ""),
    ],
)
def test_a_place_is_found_with_its_south_korean_form(run: str, korean: str, rest: str) -> None:
    place = places_in(run)[0]
    assert (place.korean, run[place.end :]) == ((korean,), rest)


def test_a_province_and_its_town_are_two_places() -> None:
    found = places_in("길림성연길시에서")
    assert [place.korean for place in found] == [("지린성",), ("옌지시",)]
    assert [place.start for place in found] == [0, 3]


@pytest.mark.parametrize("run", ["", "가", "사람이", "로동자", "력사", "련합기금", "시작페지"])
def test_words_are_no_places(run: str) -> None:
    assert places_in(run) == ()


def test_every_head_has_two_syllables() -> None:
    assert {len(head) for head in heads()} <= {1, 2}
    assert "북경" in heads()


def test_a_place_is_only_suggested() -> None:
    (found,) = respell("료녕성")
    assert (found.after, found.band, found.reason) == ("랴오닝성", SUGGEST, "place")


@pytest.mark.parametrize("text", ["량산에 들어갔다", "사회에 나가다", "료양을 갔다"])
def test_a_common_word_is_not_taken_for_a_place(text: str) -> None:
    assert all(each.kind != "place" for each in respell(text))


def test_places_spelt_alike_are_flagged() -> None:
    (found,) = (each for each in respell("거현에 갔다") if each.kind == "place")
    assert (found.before, found.after, found.band) == ("거현", "거현", FLAG)
    assert len(places_in("거현에")[0].korean) == 2
