"""Names of Chinese as South Korea transcribes them are nobody's words, whatever they begin with."""

from __future__ import annotations

import pytest

from glossary.checks.pair import paired
from glossary.checks.registry import findings
from glossary.language.orthography import respell
from glossary.language.transcribed_names import is_name_of, transcribed_size
from glossary.model import APPLY, FLAG, KO_CN, KO_KR, ZH_CN


@pytest.mark.parametrize(
    "text",
    ["류하이타오 감독이 떠났다", "이름은 류하이타오였다", "류하이펑은 웃었다", "류사오윈 배우"],
)
def test_inside_a_transcribed_name_nothing_is_respelt(text: str) -> None:
    assert [each for each in respell(text, KO_KR) if each.start < 6 and each.kind != "yeo"] == []


def test_a_surname_and_one_syllable_before_a_title_is_at_most_flagged() -> None:
    bands = {each.before: each.band for each in respell("류리 기자가 로동을 취재했다", KO_KR)}
    assert bands == {"류리": FLAG, "로동": APPLY}


@pytest.mark.parametrize("text", ["성위 서기의 로고", "정부 주석의 로고", "력사 선생", "량산 과장"])
def test_a_word_before_a_title_is_no_name_for_that(text: str) -> None:
    assert FLAG not in {each.band for each in respell(text, KO_KR)}


def test_the_source_tells_whether_it_is_a_name() -> None:
    name = paired((ZH_CN, "刘莉把伞忘了。"), (KO_KR, "류리는 우산을 잊었다."), None)
    word = paired((ZH_CN, "琉璃很美。"), (KO_KR, "류리는 아름답다."), None)
    assert "variety" not in {each.check for each in findings(name)}
    assert "variety" in {each.check for each in findings(word)}


def test_names_are_told_from_words() -> None:
    assert transcribed_size("량차오웨이가") == len("량차오웨이")
    assert transcribed_size("로동자가") == transcribed_size("력사학") == 0
    assert is_name_of("류하이타오가", "导演刘海涛")
    assert not is_name_of("류리는", "流利的汉语")


@pytest.mark.parametrize(
    "text", ["랴오청즈는 갔다", "랴오청즈 회장", "류하이타오가 갔다", "리이캉을 만났다"]
)
def test_no_place_or_word_is_found_inside_a_name(text: str) -> None:
    assert list(respell(text, KO_CN)) == []


@pytest.mark.parametrize("text", ["그런 것이지요", "숙제이지요", "타이타닉을 보았다", "파이타이는"])
def test_a_piece_before_syllables_that_are_no_word_is_no_word(text: str) -> None:
    assert list(respell(text, KO_CN)) == []


def test_places_with_what_belongs_to_them_are_still_found() -> None:
    found = [each.after for each in respell("랴오닝성 랴오청시 베이징올림픽", KO_CN)]
    assert found == ["료녕", "료성", "북경"]


def test_a_word_behind_one_that_no_table_has_is_still_suggested() -> None:
    assert [each.after for each in respell("홀몸노인이 산다", KO_CN)] == ["로인"]
