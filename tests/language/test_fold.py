"""The fold: what it unites, and that it is closed, keeps lengths and shrinks distances."""

from __future__ import annotations

import csv
import lzma
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Levenshtein import distance

from glossary.language import hangul
from glossary.language.fold import fold, folded_onsets, plain_key, search_key

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1)]
SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]
AWKWARD = st.sampled_from(
    "량녀쎈되였페Ａ中試J\u030c\u0301\u0345\u3099ｶﾞﾟ\uff71ﾡￂ각ㄹㅏ 　.,·ㆍ+#１1İßẞΣςᾈ\u09c7\u09be"
)
TEXTS = st.one_of(st.text(max_size=10), st.text(AWKWARD, max_size=10))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def composing_seconds() -> set[str]:
    """Every character that is the second half of a canonical composition."""
    seconds = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    for char in CHARACTERS:
        parts = unicodedata.decomposition(char).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            seconds.update(pair[1] if nfc(pair) == char else "")
    return seconds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("량산", "양산"),
        ("녀자", "여자"),
        ("고효률", "고효율"),
        ("로동", "노동"),
        ("되였다", "되었다"),
        ("이루여지다", "이루어지다"),
        ("띄염띄염", "띄엄띄엄"),
        ("페막", "폐막"),
        ("례", "예"),
        ("쥬스", "주스"),
        ("텔레비죤", "텔레비존"),
        ("쎈터", "센터"),
        ("뻐스", "버스"),
        ("中試", "中试"),
        ("ＡＢＣ１２", "abc12"),
        ("ｶﾅ", "カナ"),
        ("Ω", "ω"),
        (unicodedata.normalize("NFD", "량산"), "양산"),
        ("\u1100\u1161\u11a8\u11a8", "각ㄱ"),
        ("ﾡ", "ㄱ"),
    ],
)
def test_spellings_of_one_word_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("중시", "중사"), ("연구", "언구"), ("가", "카"), ("中", "重"), ("3", "4")]
)
def test_what_is_no_matter_of_spelling_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_every_character_keeps_its_length_and_is_folded_once() -> None:
    for char in CHARACTERS:
        folded = fold(char)
        assert len(folded) == len(nfc(char)), hex(ord(char))
        assert fold(folded) == folded, hex(ord(char))


def test_no_syllable_of_a_fold_has_what_the_fold_takes_away() -> None:
    for onset, vowel, coda in map(hangul.letters, fold("".join(SYLLABLES))):
        assert onset not in "ㄲㄸㅃㅆㅉㄹ"
        assert onset != "ㄴ" or vowel not in "ㅑㅒㅕㅖㅛㅠㅣ"
        assert onset not in "ㅈㅊ" or vowel not in "ㅑㅒㅕㅖㅛㅠ"
        assert vowel != "ㅖ"
        assert (onset, vowel) != ("ㅇ", "ㅕ") or coda not in {"", "ㅆ", "ㅁ"}


def test_no_changed_character_composes_anew_with_what_follows_it() -> None:
    changed = [char for char in CHARACTERS if fold(char) != nfc(char)]
    seconds = composing_seconds() | {"\uff9e", "\uff9f", *"ﾡￂㅏ"}
    assert len(changed) > 10_000
    for second in sorted(seconds):
        together = fold("\n".join(char + second for char in changed))
        assert nfc(together) == together, hex(ord(second))
        assert fold(together) == together, hex(ord(second))


@given(TEXTS)
def test_fold_is_closed_and_keeps_the_length(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert len(folded) == len(nfc(text))


@given(TEXTS, TEXTS)
def test_folding_never_adds_to_the_distance(one: str, other: str) -> None:
    assert distance(fold(one), fold(other)) <= distance(nfc(one), nfc(other))


@given(TEXTS)
def test_keys_are_keys_of_themselves(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)
    assert plain_key(plain_key(text)) == plain_key(text)


@given(TEXTS, TEXTS)
def test_texts_with_one_plain_key_have_one_search_key(one: str, other: str) -> None:
    assert search_key(plain_key(one)) == search_key(one)
    if plain_key(one) == plain_key(other):
        assert search_key(one) == search_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("중시 기지", "중시기지"),
        ("《중시》·기지", "중시기지"),
        ("중ㆍ시", "중시"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("15 %", "15%"),
        ("‘15.5’시기", "15.5시기"),
        ("1. 5", "15"),
        ("1,000", "1000"),
        ("１．５", "1.5"),
        ("中試", "中试"),
        ("?!", "?!"),
        (" . ", "."),
        (" \t", ""),
        ("", ""),
    ],
)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C#", "C"), ("5", "5%"), ("1.5", "15")])
def test_signs_that_tell_terms_apart_stay_in_the_key(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@pytest.mark.parametrize(("one", "other"), [("양산", "량산"), ("中試", "中试"), ("뻐스", "버스")])
def test_variants_share_the_search_key_and_not_the_plain_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)
    assert plain_key(one) != plain_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("중시 플랫폼", "중시플랫폼"), ("ＡＢＣ", "abc"), ("량-산", "량산")]
)
def test_spaces_width_and_case_are_no_difference_of_plain_keys(one: str, other: str) -> None:
    assert plain_key(one) == plain_key(other)


def test_onsets_that_an_onset_may_fold_to() -> None:
    folded = {onset: folded_onsets(onset) for onset in "ㄱㄲㄹㄴㅈㅉ"}
    assert folded == {"ㄱ": "ㄱ", "ㄲ": "ㄱ", "ㄹ": "ㄴㅇ", "ㄴ": "ㄴㅇ", "ㅈ": "ㅈ", "ㅉ": "ㅈ"}


def test_simplified_hanzi_are_simple_already() -> None:
    table = Path(__file__).parents[2] / "data" / "language" / "simplified.txt"
    traditional, simplified = table.read_text(encoding="utf-8").splitlines()
    assert len(traditional) == len(simplified) > 4000
    assert not set(traditional) & set(simplified)
    assert fold(traditional) == fold(simplified) == simplified


@pytest.mark.parametrize("text", ["중시플랫폼력량을 中試. ", "1.", "\u0301a", "Ａ\u030c"])
def test_a_megabyte_folds_at_once(text: str) -> None:
    long = text * (1_000_000 // len(text))
    search_key(text)
    before = time.perf_counter()
    search_key(long)
    assert time.perf_counter() - before < 3  # it takes 0.2 s; a quadratic one would take hours


def divergences(path: Path, expected: str) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["token"], row[expected]) for row in rows if row["token"] != row[expected]]


@pytest.mark.parametrize(
    ("name", "expected", "equal", "of"),
    [
        ("dev_pairs.tsv", "expected_sk_orth", 68, 77),
        ("seed_gold.tsv", "expected_sk_orthography", 26, 28),
    ],
)
def test_recall_is_as_published(
    corpora: Path, name: str, expected: str, equal: int, of: int
) -> None:
    if not (corpora / "data" / name).exists():
        pytest.skip(f"no data/{name} among the corpora")
    pairs = divergences(corpora / "data" / name, expected)
    assert (sum(fold(one) == fold(other) for one, other in pairs), len(pairs)) == (equal, of)


def test_words_that_fall_together_are_as_few_as_published(corpora: Path) -> None:
    with lzma.open(corpora / "bench" / "terms.tsv.xz", "rt", encoding="utf-8") as lines:
        terms = {line.strip() for line in lines}
    words = [term for term in terms if term and all(map(hangul.is_syllable, term))]
    lost = len(words) - len(Counter(map(fold, words)))
    assert len(words) == 662_766
    assert round(100 * lost / len(words), 2) == 1.12
