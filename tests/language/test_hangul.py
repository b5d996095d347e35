"""Hangul letters: taking syllables apart, putting them together, half-typed syllables."""

from __future__ import annotations

import unicodedata

import pytest

from glossary.language import hangul

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]


def test_every_syllable_is_put_together_again_from_its_letters() -> None:
    assert [hangul.compose(*hangul.letters(syllable)) for syllable in SYLLABLES] == SYLLABLES


def test_letters_are_as_many_as_in_nfd_and_each_is_a_letter() -> None:
    for syllable in SYLLABLES:
        spelt = hangul.jamo(syllable)
        assert len(spelt) == len(unicodedata.normalize("NFD", syllable))
        assert all(map(hangul.is_jamo, spelt))


def test_letters_agree_with_the_names_unicode_gives() -> None:
    for syllable in SYLLABLES:
        conjoining = unicodedata.normalize("NFD", syllable)
        sounds = "".join(unicodedata.name(letter).split()[-1] for letter in conjoining)
        plain = "".join(unicodedata.name(letter).split()[-1] for letter in hangul.jamo(syllable))
        assert sounds.replace("-", "") == plain.replace("-", "")


def test_initial_and_final_are_the_same_letter() -> None:
    assert hangul.jamo("각") == "ㄱㅏㄱ"


@pytest.mark.parametrize("text", ["中试 abc 3", "ㄱㅏ", "", "é"])
def test_what_is_no_syllable_is_left_alone(text: str) -> None:
    assert hangul.jamo(text) == text
    assert hangul.chosung(text) == text
    assert not any(map(hangul.is_syllable, text))


def test_onsets_of_a_word() -> None:
    assert hangul.chosung("중시 플랫폼") == "ㅈㅅ ㅍㄹㅍ"


def test_cluster_typed_as_onsets_is_split() -> None:
    assert hangul.chosung("ㄳ") == "ㄱㅅ"


def test_coda_is_empty_for_open_syllables_and_other_characters() -> None:
    assert [hangul.coda(char) for char in "량시닭A中"] == ["ㅇ", "", "ㄺ", "", ""]


@pytest.mark.parametrize(
    "wrong", [("ㅏ", "ㅏ", ""), ("", "ㅏ", ""), ("ㄱ", "ㄱ", ""), ("ㄱ", "ㅏ", "ㄸ")]
)
def test_letters_out_of_place_are_refused(wrong: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="not"):
        hangul.compose(*wrong)


def test_only_syllables_have_letters() -> None:
    with pytest.raises(ValueError, match="not a Hangul syllable"):
        hangul.letters("A")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("중ㅅ", ("중", "ㅅ")),
        ("중싶", ("중시", "ㅍ")),
        ("닭", ("달", "ㄱ")),
        ("있", ("이", "ㅆ")),
        ("A중ㅆ", ("A중", "ㅆ")),
        ("중시", None),
        ("ㅈㅅ", None),
        ("ㅅ", None),
        ("중ㅏ", None),
        ("중ㄳ", None),
        ("中试", None),
        ("", None),
    ],
)
def test_half_typed(typed: str, expected: tuple[str, str] | None) -> None:
    assert hangul.half_typed(typed) == expected


def test_span_of_an_onset_holds_its_syllables_and_no_others() -> None:
    for onset in hangul.ONSETS:
        first, last = hangul.span_of_onset(onset)
        inside = [syllable for syllable in SYLLABLES if first <= syllable <= last]
        assert inside == [
            syllable for syllable in SYLLABLES if hangul.letters(syllable)[0] == onset
        ]
