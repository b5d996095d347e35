"""Nouns and compounds as they stand in running text of either Korea."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.noun_phrases import noun_phrases
from glossary.language.stop_words import (
    chinese_exceptions,
    chinese_general_words,
    chinese_stop_words,
    is_general_word,
    is_stop_word,
)


def nouns(text: str) -> list[str]:
    return ["".join(noun.parts) for row in noun_phrases(text) for noun in row]


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("중시플랫폼력량을", "중시플랫폼력량"),
        ("과학기술성과전환의", "과학기술성과전환"),
        ("전문가들은", "전문가"),
        ("수확고를", "수확고"),
        ("농민전문합작사는", "농민전문합작사"),
        ("농민전문합작사", "농민전문합작사"),
        ("첨두부하조절에", "첨두부하조절"),
        ("첨두부하조절이", "첨두부하조절"),
        ("길림성은", "길림성"),
        ("북경의", "북경"),
        ("희토류는", "희토류"),
        ("장백산역으로", "장백산역"),
        ("학교측은", "학교측"),
        ("어민들이", "어민"),
        ("맏아들이", "맏아들"),
        ("저고도", "저고도"),
        ("알림이", "알림"),
        ("건의를", "건의"),
        ("쎈터에서도", "쎈터"),
        ("고속도로", "고속도로"),
        ("국제회의", "국제회의"),
        ("기술성과", "기술성과"),
        ("관철락착하여", "관철락착"),
        ("3D프린터로", "3D프린터"),
        ("AI를", "AI"),
        ("위원회의", "위원회"),
    ],
)
def test_what_hangs_on_a_noun_is_left_off_and_the_compound_stays_whole(
    word: str, noun: str
) -> None:
    assert nouns(word) == [noun]


@pytest.mark.parametrize(
    "word",
    [
        *(
            "갖추었다",
            "낮아지면",
            "넘어섰다",
            "심한",
            "낡은",
            "새로운",
            "쓰일것이라고",
            "다그쳤는바",
        ),
        *(
            "선택하십시오",
            "특히",
            "매우",
            "한층",
            "체계적으로",
            "관건적인",
            "세곳을",
            "2027년말까지",
        ),
        *("하면서", "대해서", "바꿔", "타야", "측은", "끝까지", "밑에서", "끝으로"),
        *("많을수록", "늘어날수록", "보일수", "갈길이", "없을가봐", "잃어버릴", "있으니"),
        *("준다", "본다", "가르쳐준다고", "전해준다", "갔다면", "시에서는", "벌써부터", "대한"),
        *("삼백여종을", "백억키로와트시를", "40%", "물은", "있다"),
    ],
)
def test_verbs_adverbs_adnominals_and_numbers_are_no_nouns(word: str) -> None:
    assert nouns(word) == []


def test_what_bounds_a_number_is_no_noun() -> None:
    assert nouns("70세 이상 환자는") == ["환자"]
    assert nouns("이상 기온이") == ["이상", "기온"]
    assert nouns("판다와 베란다는") == ["판다", "베란다"]


def test_a_noun_of_a_verb_says_so() -> None:
    (row,) = noun_phrases("관철하였다")
    assert row[0].verbal
    (row,) = noun_phrases("전해조를")
    assert not row[0].verbal
    assert row[0].known


def test_affixes_belong_to_the_word_beside_them() -> None:
    (row,) = noun_phrases("흑토지보호조례는")
    assert row[0].parts == ("흑토지", "보호", "조례")


@given(st.text(st.sampled_from("가나다를은의 성화 하였다3DAB.,\n중시플랫폼력량을"), max_size=60))
def test_every_noun_stands_where_it_says(text: str) -> None:
    end = 0
    for row in noun_phrases(text):
        for noun in row:
            assert text[noun.start : noun.end] == "".join(noun.parts)
            assert noun.start >= end
            end = noun.end


def test_no_word_is_in_two_lists_that_contradict_each_other() -> None:
    assert not chinese_stop_words() & chinese_general_words()
    assert not chinese_stop_words() & chinese_exceptions()
    for word in ("매우", "것이다"):
        assert is_stop_word(word)
        assert not is_general_word(word)
