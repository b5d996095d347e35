"""Particles agree with the word before them, whatever the word, and are repaired with it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.particles import Pair, choose, pairs, repair, substitute
from glossary.language.sounds import last_sound
from glossary.model import KO_CN, KO_KR

SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]


def cases() -> list[dict[str, str]]:
    path = Path(__file__).parent / "particle_cases.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_awkward_words_take_the_form_they_are_read_with() -> None:
    rows = cases()
    assert len(rows) >= 300
    wrong = [
        (row["word"], row["expected"], got)
        for row in rows
        for form in row["pair"].split("/")
        if (got := choose(row["word"], form, row["variety"])) != row["expected"]
    ]
    assert wrong == []


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_every_pair_agrees_with_every_syllable(variety: str) -> None:
    for number, syllable in enumerate(SYLLABLES):
        final = number % 28  # 0 none, 8 ㄹ: the order of Unicode's syllables
        for pair in pairs(variety):
            takes_open = final == 0 or (final == 8 and pair.closed.startswith("으로"))
            expected = pair.open if takes_open else pair.closed
            assert choose(syllable, pair.closed, variety) == expected


def test_the_copula_is_spelt_as_its_variety_does() -> None:
    assert choose("중심", "였", KO_CN) == "이였"
    assert choose("중심", "였", KO_KR) == "이었"
    assert choose("쎈터", "이였", KO_CN) == "였"
    assert choose("중심", "여서", KO_CN) == "이여서"
    assert choose("중심", "예요", KO_KR) == "이에요"


@pytest.mark.parametrize(
    ("following", "old", "new", "expected"),
    [
        ("가 녹았다", "초콜레트", "초콜릿", "이 녹았다"),
        ("이다.", "사람", "기자", "다."),
        ("였다", "기자", "사람", "이었다"),
        ("으로부터는", "중심", "쎈터", "로부터는"),
        ("로서의 역할", "쎈터", "중심", "으로서의 역할"),
        ("으로", "중심", "교실", "로"),
        ("과의 관계", "중심", "쎈터", "와의 관계"),
        ("라고 한다", "쎈터", "중심", "이라고 한다"),
        ("라는 말", "쎈터", "중심", "이라는 말"),
        ("격이 오르다", "쎈터", "중심", "격이 오르다"),
        ("롭다", "정의", "옳음", "롭다"),
        ("를", "중심", "쎈터", "를"),  # did not agree before: somebody else's mistake
        ("", "중심", "쎈터", ""),
        ("에서", "중심", "쎈터", "에서"),
        ("가 서다", "쎈터", "Xbt", "가 서다"),
        ("는", "쎈터", "URL", "은"),
        ("로", "쎈터", "URL", "로"),
    ],
)
def test_what_follows_is_repaired(following: str, old: str, new: str, expected: str) -> None:
    assert repair(following, old, new) == expected


def test_every_occurrence_is_replaced() -> None:
    text = "쎈터는 크다. ‘쎈터’와 쎈터, 쎈터로."
    assert substitute(text, "쎈터", "중심") == "중심은 크다. ‘중심’과 중심, 중심으로."


WORDS = st.text("가나달물집쎈터중심12A", min_size=1, max_size=6)
# 야 is repaired as the copula, for names are hardly called in texts that are translated.
PARTICLE = st.sampled_from([pair for pair in pairs(KO_KR) if pair.closed != "아"])


@given(WORDS, WORDS, PARTICLE)
def test_repairing_there_and_back_gives_what_was(old: str, new: str, pair: Pair) -> None:
    sound = last_sound(old)
    assert sound is not None
    following = pair.after(sound) + "다" * pair.closed.endswith(("었", "였"))
    assert repair(repair(following, old, new), new, old) == following


@given(WORDS, WORDS, PARTICLE)
def test_a_repaired_particle_agrees(old: str, new: str, pair: Pair) -> None:
    sound, other = last_sound(old), last_sound(new)
    assert sound is not None
    assert other is not None
    end = "다" * pair.closed.endswith(("었", "였"))
    assert repair(pair.after(sound) + end, old, new) == pair.after(other) + end


@pytest.mark.parametrize("word", ["", "…", "xyzt", "Ω", "😀", "()"])
def test_what_is_not_known_is_said_to_be_unknown(word: str) -> None:
    assert last_sound(word) is None
    assert choose(word, "은") is None


def test_a_particle_without_two_forms_is_no_pair() -> None:
    with pytest.raises(KeyError):
        choose("중심", "에서")
