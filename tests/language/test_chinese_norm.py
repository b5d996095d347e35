"""South Korean text is respelt as the Korean edition writes it, and each variety is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.language.lexicon import lexicon
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, FLAG, KO_CN, SUGGEST


def pairs() -> list[tuple[str, str]]:
    """What was written before the code, mended where a dictionary says otherwise."""
    path = Path(__file__).parent / "southern_pairs.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    return [(korean, chinese) for korean, chinese in rows]


def spelt(text: str, *bands: str) -> str:
    return applied(text, [each for each in respell(text, KO_CN) if each.band in bands])


def test_what_is_applied_is_right() -> None:
    rows = pairs()
    assert len(rows) >= 200
    changed = {korean: spelt(korean, APPLY) for korean, _ in rows}
    wrong = {
        korean: changed[korean]
        for korean, chinese in rows
        if changed[korean] not in (korean, chinese)
    }
    assert wrong == {}
    assert sum(changed[korean] == chinese != korean for korean, chinese in rows) > 120


def test_nearly_all_is_at_least_suggested() -> None:
    rows = [(korean, chinese) for korean, chinese in pairs() if korean != chinese]
    missed = [korean for korean, chinese in rows if spelt(korean, APPLY, SUGGEST) != chinese]
    assert len(missed) <= len(rows) * 0.05, missed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("노동자들이 여성을 돕게 되었다", "로동자들이 녀성을 돕게 되였다"),
        ("언제 시작할까요?", "언제 시작할가요?"),
        ("책이에요. 아니에요.", "책이예요. 아니예요."),
        ("되어선 안 된다. 뛰어볼까?", "되여선 안 된다. 뛰여볼가?"),
        ("이것은 사람이었다", "이것은 사람이였다"),
        ("미디어와 아이디어", "미디어와 아이디어"),
        ("말을 이었다. 집을 지었다.", "말을 이었다. 집을 지었다."),
        ("주말이면 붐비는 도시이면서 항구", "주말이면 붐비는 도시이면서 항구"),
    ],
)
def test_whole_sentences(text: str, expected: str) -> None:
    assert spelt(text, APPLY) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("조건이 유리하다", "인재를 양성한", "노력하고 있다", "이상하게", "연세대에 다닌다"),
        *("시어머니와 새어머니", "베어링과 히어로", "논의 물높이", "논의 벼가", "열세 살 소녀"),
        *("십년이면 세 살이고", "유전자와 여우", "피어슨과 미어캣", "영세중립국"),
        *("규모 이상 공업", "3개 이상의", "95% 이상이", "절반이상이", "그 이상은"),
    ],
)
def test_a_word_that_can_only_be_another_here_stays(text: str) -> None:
    assert respell(text, KO_CN) == ()


def test_an_ideal_may_be_one() -> None:
    [each] = respell("청년의 이상을 펼치다", KO_CN)
    assert (each.after, each.band) == ("리상", SUGGEST)


def test_a_form_of_a_verb_is_only_suggested() -> None:
    for text in ("휴가를 내도 된다", "새 옷을 입자"):
        assert [each.band for each in respell(text, KO_CN)] == [SUGGEST]


def test_a_given_name_is_only_suggested() -> None:
    assert [each.band for each in respell("영호는 갔다", KO_CN)] == [SUGGEST]
    assert spelt("영수증과 논의 끝에", APPLY) == "령수증과 론의 끝에"


def test_one_word_with_two_hanja_is_only_suggested() -> None:
    for word in ("노력", "유리", "유리창"):
        assert [each.band for each in respell(word, KO_CN)] == [SUGGEST]


@pytest.mark.parametrize(
    "text",
    ["점검에 나선다", "앞에 내세운다", "영어와 영양, 이웃과 이민", "예방하고 이어졌다", "댓글"],
)
def test_what_only_looks_like_a_word_with_a_hanja_in_r_stays(text: str) -> None:
    assert respell(text, KO_CN) == ()


@pytest.mark.parametrize("word", ["입지", "연한", "녹지", "이고"])
def test_a_word_that_is_a_form_of_a_verb_as_well_is_only_suggested(word: str) -> None:
    assert [each.band for each in respell(word, KO_CN)] == [SUGGEST]


def test_every_word_comes_back_the_same_unless_it_may_be_a_name() -> None:
    changed = {}
    for word in {pair.korean for pair in lexicon().by_chinese.values()}:
        chinese = spelt(word, APPLY)
        back = respell(chinese)
        again = applied(chinese, [each for each in back if each.band != FLAG])
        if again.replace(" ", "") != word.replace(" ", ""):
            changed[word] = {each.reason for each in back}
    assert set().union(*changed.values()) <= {"name", "place", "places", "person-modern"}
    assert len(changed) < 15


def test_countries_that_china_calls_as_south_korea_does_stay() -> None:
    assert respell("독일과 독일인, 독일산 자동차", KO_CN) == ()
    bands = {each.band for each in respell("폴란드와 스웨덴", KO_CN)}
    assert bands <= {SUGGEST}
