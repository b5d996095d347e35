"""The measures that candidate terms are chosen by."""

from __future__ import annotations

import random
from collections import Counter as Exact

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matching import hanzi_candidates, noun_candidates
from glossary.matching.candidates import Counter, c_value, dice, entropy, log_likelihood
from glossary.matching.noun_candidates import plain


@given(st.lists(st.lists(st.text("abcdefgh", min_size=1, max_size=2), max_size=8), max_size=60))
def test_a_count_is_never_too_high_and_never_lower_than_it_says(texts: list[list[str]]) -> None:
    counts, exact = Counter(10), Exact[str]()
    for number, keys in enumerate(texts):
        counts.add(keys, number)
        exact.update(keys)
    for key, seen in exact.items():
        assert seen - counts.missed <= counts.count(key) <= seen


def test_what_is_frequent_is_kept_however_much_is_rare() -> None:
    draw = random.Random(5)
    counts = Counter(500)
    for number in range(3_000):
        counts.add(["중시", *(str(draw.random()) for _ in range(5))], number)
    assert len(counts) <= 505
    assert counts.count("중시") == counts.documents("중시") == 3_000


def test_documents_are_counted_once_each() -> None:
    counts = Counter(10)
    for document, keys in enumerate((["a", "a"], ["a"], ["b"])):
        counts.add(keys, document)
    assert (counts.count("a"), counts.documents("a")) == (3, 2)


@given(st.integers(1, 8), st.integers(1, 99), st.lists(st.integers(1, 99)))
def test_a_candidate_inside_others_is_worth_no_more_than_alone(
    length: int, count: int, inside: list[int]
) -> None:
    assert c_value(length, count, inside) <= c_value(length, count, [])


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50), st.integers(1, 50))
def test_association_does_not_depend_on_the_order_of_the_two(
    both: int, first: int, second: int, rest: int
) -> None:
    one, other = both + first, both + second
    whole = both + first + second + rest
    found = log_likelihood(both, one, other, whole)
    assert found == pytest.approx(log_likelihood(both, other, one, whole))
    assert (found >= 0) == (both * whole >= one * other) or found == pytest.approx(0)
    assert 0 < dice(both, one, other) <= 1


def test_entropy_is_greatest_where_all_neighbours_differ() -> None:
    assert entropy([1] * 8) == 3.0
    assert entropy([5, 1, 1, 1]) < entropy([2, 2, 2, 2])
    assert entropy([]) == 0.0


def test_a_compound_is_one_candidate_and_its_parts_are_none_where_they_are_nothing_else() -> None:
    counts = Counter(1_000)
    for number, text in enumerate(("흑토지보호조례를 지켰다", "흑토지보호조례가 나왔다")):
        counts.add(noun_candidates.keys_in(text), number)
    assert list(map(plain, noun_candidates.scores(counts, 2))) == ["흑토지보호조례"]


def test_a_part_that_stands_in_several_compounds_is_a_candidate_too() -> None:
    counts = Counter(1_000)
    for number, text in enumerate(("중시플랫폼력량이 늘었다", "중시플랫폼업무를 맡았다")):
        counts.add(noun_candidates.keys_in(text), number)
    assert "중시플랫폼" in map(plain, noun_candidates.scores(counts, 2))


def test_words_in_a_row_are_one_candidate_only_if_nothing_hangs_on_the_first_ones() -> None:
    texts = {
        plain(seen.key) for seen in noun_candidates.seen_in("조기 경보 시스템은 수율을 높인다")
    }
    assert "조기 경보 시스템" in texts
    assert not any("시스템 수율" in text for text in texts)


def test_places_are_those_of_the_text() -> None:
    text = "올해 랭사슬물류거점과 冷链物流基地를 3D프린터로"
    for find in (noun_candidates.seen_in, hanzi_candidates.seen_in):
        found = list(find(text))
        assert found
        for seen in found:
            assert text[seen.start : seen.end] == plain(seen.key)


def test_a_chinese_string_whose_neighbour_is_always_the_same_is_no_candidate() -> None:
    counts = Counter(10_000)
    for number, text in enumerate(("改造冷链物流", "参观冷链物流园", "有冷链物流，")):
        counts.add(hanzi_candidates.keys_in(text), number)
    assert list(hanzi_candidates.scores(counts, 2)) == ["冷链物流"]


def test_one_syllable_with_what_hangs_on_it_is_no_noun() -> None:
    text = "값이 눅어 손님이 많고 물이 얼어 송편을 못 빚었다. 손이 닿지 않는다."
    assert {seen.key for seen in noun_candidates.seen_in(text)} == {"손님", "송편"}


def test_function_words_part_chinese_candidates_but_not_inside_words() -> None:
    found = {seen.key for seen in hanzi_candidates.seen_in("研究所的设备和过程控制")}
    assert {"研究所", "过程控制", "设备"} <= found
    assert not any("的" in key or "和" in key for key in found)
