"""Names in South Korean text are written for the Korean edition as a whole or not at all."""

from __future__ import annotations

import pytest

from glossary.language.hanja import initial_sound, sounds
from glossary.language.lexicon import lexicon
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, KO_CN, SUGGEST


def spelt(text: str, *bands: str) -> str:
    return applied(text, [each for each in respell(text, KO_CN) if each.band in bands])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("상하이시와 창춘시, 하얼빈시", "상해시와 장춘시, 할빈시"),
        ("지린성옌지시에서", "길림성연길시에서"),
        ("선전시에 갔다", "심수시에 갔다"),
        ("다롄에서 광저우까지", "대련에서 광주까지"),
        ("낙동강과 임진강, 노량진", "락동강과 림진강, 로량진"),
        ("용산에서 이천시로", "룡산에서 리천시로"),
        ("이순신 장군", "리순신 장군"),
        ("노무현 전 대통령과 이재명은", "로무현 전 대통령과 리재명은"),
    ],
)
def test_names_with_known_hanja_are_applied(text: str, expected: str) -> None:
    assert spelt(text, APPLY) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [("배우 이정재는", "이정재", "리정재"), ("이제훈씨는", "이제훈", "리제훈")],
)
def test_a_name_that_nobody_knows_is_suggested_whole(text: str, name: str, expected: str) -> None:
    [each] = respell(text, KO_CN)
    assert (each.before, each.after, each.band, each.reason) == (name, expected, SUGGEST, "name")


@pytest.mark.parametrize("word", ["노동당", "임시직", "양재동"])
def test_a_word_with_a_syllable_behind_it_is_no_name(word: str) -> None:
    assert {each.kind for each in respell(word, KO_CN)} == {"initial-sound"}


@pytest.mark.parametrize(
    "text",
    [
        "이란은 나라이다",
        "널리 선전시키다",
        "지난 여름이 이어진 까닭",
        "이천시간을 걸었다",
        "이창에서 엽니다",
        "쑤저우에 갔다",  # 苏州 or 宿州
    ],
)
def test_what_only_looks_like_a_name_stays(text: str) -> None:
    assert respell(text, KO_CN) == ()


def test_places_of_our_own_table_follow_the_sounds_of_their_hanja() -> None:
    hanja = {"락동강": "洛东江", "림진강": "临津江", "로량진": "鹭梁津", "룡산": "龙山"}
    for chinese, written in hanja.items():
        korean = lexicon().by_chinese[chinese].korean
        assert all(map(str.__contains__, ("".join(sounds(each)) for each in written), chinese))
        assert korean == initial_sound(chinese[0]) + chinese[1:]
