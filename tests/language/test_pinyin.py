"""Pinyin: what is stored for a term is what a typed query comes to."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.pinyin import (
    MOST_READINGS,
    _table,
    initials_keys,
    parse_initials,
    parse_query,
    pinyin_keys,
)

SYLLABLES = sorted(_table()[0])
MARKS = dict(zip("1234", "\u0304\u0301\u030c\u0300", strict=True))
VOWELS_BY_WEIGHT = "aoe"  # the mark stands on the first of these, else on the last vowel


@pytest.mark.parametrize(
    ("term", "toneless", "toned"),
    [
        ("中试", "zhongshi", "zhong1shi4"),
        ("量产", "liangchan", "liang4chan3"),
        ("绿色", "lvse", "lv4se4"),
        ("战略", "zhanlve", "zhan4lve4"),
        ("重庆", "chongqing", "chong2qing4"),
        ("银行", "yinhang", "yin2hang2"),
        ("3D打印", "3ddayin", "3dda3yin4"),
        ("ＡＩ芯片", "aixinpian", "aixin1pian4"),
        ("我们的", "womende", "wo3men5de5"),
        ("一个", "yige", "yi1ge4"),
        ("不对", "budui", "bu4dui4"),
    ],
)
def test_a_term_is_stored_toneless_and_toned(term: str, toneless: str, toned: str) -> None:
    keys = pinyin_keys(term)
    assert keys[0] == toneless
    assert toned in keys


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("中试", "zs"),
        ("3D打印", "3ddy"),
        ("AI芯片", "aixp"),
        ("中试平台", "zspt"),
        ("G20峰会", "g20fh"),
    ],
)
def test_initials_are_first_letters_and_latin_runs(term: str, expected: str) -> None:
    assert initials_keys(term)[0] == expected


def test_characters_of_several_readings_have_several_keys() -> None:
    assert {"zhong1shi4", "zhong4shi4"} <= set(pinyin_keys("中试"))
    assert {"xing", "hang"} <= set(pinyin_keys("行"))
    assert {"c", "j"} <= set(initials_keys("车"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("量產", "量产"),
        ("重慶", "重庆"),
        ("銀行", "银行"),
        ("頭髮", "头发"),
        ("長大", "长大"),
        ("中試", "中试"),
    ],
)
def test_traditional_characters_have_the_keys_of_simplified_ones(old: str, new: str) -> None:
    assert pinyin_keys(old) == pinyin_keys(new)
    assert initials_keys(old) == initials_keys(new)


@given(st.text("行车重长乐参中A1 ", max_size=12))
def test_keys_are_distinct_bounded_and_plain(text: str) -> None:
    for keys in (pinyin_keys(text), initials_keys(text)):
        assert len(keys) <= 2 * MOST_READINGS
        assert len(set(keys)) == len(keys)
        assert all(key.isascii() and key.isalnum() and key == key.lower() for key in keys)


@pytest.mark.parametrize("text", ["", "hello", "중시", "2026", "·"])
def test_a_term_without_hanzi_has_no_keys(text: str) -> None:
    assert pinyin_keys(text) == initials_keys(text) == ()


@pytest.mark.parametrize(
    ("query", "toneless", "toned"),
    [
        ("zhongshi", "zhongshi", ""),
        ("zhong shi", "zhongshi", ""),
        ("zhong'shi", "zhongshi", ""),
        ("zhong’shi", "zhongshi", ""),
        ("ZhongShi", "zhongshi", ""),
        ("ｚｈｏｎｇｓｈｉ", "zhongshi", ""),
        ("zhòngshì", "zhongshi", "zhong4shi4"),
        ("ZHÒNG SHÌ", "zhongshi", "zhong4shi4"),
        ("zhong4shi4", "zhongshi", "zhong4shi4"),
        ("zhong4 shi4", "zhongshi", "zhong4shi4"),
        ("zhòngshi4", "zhongshi", "zhong4shi4"),
        ("zhòngshi", "zhongshi", ""),
        ("zhong4shi", "zhongshi", ""),
        ("zhongshi4", "zhongshi", ""),
        ("dong1xi0", "dongxi", "dong1xi5"),
        ("dong1xi5", "dongxi", "dong1xi5"),
        ("lǜ", "lv", "lv4"),
        ("lü", "lv", ""),
        ("LÜ", "lv", ""),
        ("lv", "lv", ""),
        ("lu:", "lv", ""),
        ("lu:4se4", "lvse", "lv4se4"),
        ("zhanlue", "zhanlve", ""),
        ("jǘ", "ju", "ju2"),
        ("fāngàn", "fangan", "fan1gan4"),
        ("fāng'àn", "fangan", "fang1an4"),
        ("xi'an", "xian", ""),
        ("xi1an1", "xian", "xi1an1"),
        ("shí'èr", "shier", "shi2er4"),
        ("3ddayin", "3ddayin", ""),
        ("3D dǎyìn", "3ddayin", "3dda3yin4"),
        ("g20fenghui", "g20fenghui", ""),
        ("5g", "5g", ""),
    ],
)
def test_a_query_is_understood_however_it_is_typed(query: str, toneless: str, toned: str) -> None:
    assert parse_query(query) == (toneless, toned)
    assert parse_query(unicodedata.normalize("NFD", query)) == (toneless, toned)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "中试",
        "중시",
        "중ㅅ",
        "量chan",
        "strong",
        "test",
        "wndtl",
        "2026",
        "zhong44",
        "nǐ!",
        "é́",
    ],
)
def test_what_cannot_be_pinyin_is_refused(query: str) -> None:
    assert parse_query(query) is None


@pytest.mark.parametrize("word", ["zhongshi", "liangchan", "lvse", "xian", "3ddayin", "zhanlve"])
def test_every_beginning_of_pinyin_is_accepted_as_it_is(word: str) -> None:
    for end in range(1 + word[0].isdigit(), len(word) + 1):
        found = parse_query(word[:end])
        assert found is not None
        assert word.startswith(found[0])
        assert len(found[0]) == end


@given(st.lists(st.tuples(st.sampled_from(SYLLABLES), st.sampled_from("12345")), min_size=1))
def test_digits_and_apostrophes_keep_syllables_apart(parts: list[tuple[str, str]]) -> None:
    parts = parts[:12]
    toned = "".join(syllable + tone for syllable, tone in parts)
    toneless = "".join(syllable for syllable, _ in parts)
    assert parse_query(toned) == (toneless, toned)
    assert parse_query("'".join(s + t for s, t in parts)) == (toneless, toned)


@given(st.lists(st.tuples(st.sampled_from(SYLLABLES), st.sampled_from("1234")), min_size=1))
def test_tone_marks_say_what_digits_say(parts: list[tuple[str, str]]) -> None:
    parts = parts[:12]
    marked = "'".join(with_mark(syllable, tone) for syllable, tone in parts)
    toned = "".join(syllable + tone for syllable, tone in parts)
    assert parse_query(marked) == ("".join(s for s, _ in parts), toned)


def with_mark(syllable: str, tone: str) -> str:
    """A syllable as it is printed: ü, and the tone on its vowel."""
    vowels = [at for at, letter in enumerate(syllable) if letter in "aoeiuv"]
    strong = [at for v in VOWELS_BY_WEIGHT for at in vowels if syllable[at] == v]
    at = strong[0] if strong else vowels[-1]
    marked = syllable[: at + 1] + MARKS[tone] + syllable[at + 1 :]
    return unicodedata.normalize("NFC", marked.replace("v", "u\u0308"))


@pytest.mark.parametrize(
    "term", ["中试", "重庆", "战略", "女子", "西安", "3D打印", "二十", "G20峰会", "绿色"]
)
def test_the_keys_of_a_term_are_their_own_queries(term: str) -> None:
    for key in pinyin_keys(term):
        found = parse_query(key)
        assert found is not None
        assert key in found


def test_initials_are_letters_and_digits_only() -> None:
    assert parse_initials("ZS") == "zs"
    assert parse_initials("z s") == "zs"
    assert parse_initials("3DDY") == "3ddy"
    assert [parse_initials(text) for text in ("", "중시", "z中", "z-s")] == [None] * 4


def test_a_very_long_query_is_refused_at_once() -> None:
    assert parse_query("zhong" * 1000) is None


def test_reading_a_query_never_imports_pypinyin() -> None:
    code = (
        "import sys; from glossary.language.pinyin import parse_query, parse_initials\n"
        "parse_query('zhongshi'); parse_initials('zs')\n"
        "print(*{'typing', 'dataclasses', 're', 'pypinyin'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
